"""The type that the page of an event shows: the one that its mentions vote for, where nothing speaks for another.

A wrong type is worse than none. So a word that is listed as telling many kinds of happenings has no vote of its own, the type
must have clearly more votes than the next one, and the headline must not tell another kind, or that it did not come to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from generator.resolve.events_facts import Facts
from generator.resolve.titles_words import present, words

OTHER, VAGUE = "other", "vague"
# Votes of a mention: of an article's main event, of its first sentence, of any other.
MAIN_VOTE, FIRST_VOTE, VOTE = 4, 2, 1
# So many times the votes of the next type, where the headline has no word of its own.
CLEAR = 2
_FIRST = "s0"
_RIM = "‘’“”'\".,:;!?()[]"


def type_of(own: Sequence[Facts], members: Sequence[Facts], title: str) -> str:
    """The type of an event whose mentions are `members` and whose headline is `title`, or "other" where none is sure.

    `own` are those of its own kind, which vote; the others may tell what the headline is about.
    """
    votes = votes_of(own)
    ranked = sorted(votes, key=lambda name: (-votes[name], name))
    if not ranked or _came_close(title):
        return OTHER
    best = ranked[0]
    told = _types_in(title, members)
    if VAGUE in told and votes[best] < MAIN_VOTE:
        return OTHER
    told -= {VAGUE}
    if told and best not in told:
        (kind, *further) = sorted(told)
        return (
            kind
            if not further and kind != OTHER and votes_of(members).get(kind, 0) >= min(MAIN_VOTE, votes[best])
            else OTHER
        )
    if told - {best, OTHER} or not told:
        return best if len(ranked) == 1 or votes[best] >= CLEAR * votes[ranked[1]] else OTHER
    return best


def votes_of(members: Sequence[Facts]) -> dict[str, int]:
    """How many votes each type has, but for "other" and for words that tell many kinds of happenings."""
    votes: Counter[str] = Counter()
    for item in members:
        mention = item.mention
        if mention.type != OTHER and not _is_vague(item) and mention.polarity:
            votes[mention.type] += MAIN_VOTE if mention.main else FIRST_VOTE if mention.sentence == _FIRST else VOTE
    return dict(votes)


def _types_in(title: str, members: Sequence[Facts]) -> set[str]:
    """The types of the mentions whose trigger stands in the headline; "vague" for a word of many kinds."""
    line = {word.strip(_RIM).lower().removesuffix("'s").removesuffix("’s") for word in title.split()}
    return {VAGUE if _is_vague(item) else item.mention.type for item in members if line.intersection(_forms(item))}


def _forms(item: Facts) -> set[str]:
    """What the trigger of a mention may read in a headline, which puts its verb into the present tense."""
    first = item.mention.lemma.split()[-1 if item.mention.tag.startswith("NN") else 0]
    return {item.mention.trigger.text.lower(), first, present(first, plural=False)}


def _came_close(title: str) -> bool:
    """Whether the headline says that it did not come to it: "coach nearly dies"."""
    return bool(words("close_calls").intersection(word.lower() for word in title.split()))


def _is_vague(item: Facts) -> bool:
    return item.mention.lemma in vague_words().get(item.mention.type, frozenset())


@cache
def vague_words() -> Mapping[str, frozenset[str]]:
    """Type -> lemmas that say little about it."""
    text = (files("generator.resolve") / "lexicons" / "events_vague.tsv").read_text(encoding="utf-8")
    found: dict[str, frozenset[str]] = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, listed = line.partition("\t")
            found[name] = frozenset(word.strip() for word in listed.split(","))
    return found
