"""Which events of the background get a page of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model import Article, Entity
from generator.resolve.events_days import days_of
from generator.resolve.events_facts import Facts
from generator.resolve.events_tags import OTHER
from generator.resolve.events_titles import GOOD_TITLE
from generator.resolve.titles import Title
from generator.resolve.titles_score import is_decision
from generator.resolve.titles_words import words

# Score that a title needs where an article tells the event's own day or month; and days that such a time has at most.
DATED_TITLE, MAX_DAYS = 2.5, 31
# Kinds whose verbs judge what was found.
_JUDGING = frozenset({"discovery", OTHER})
_PAST = frozenset({"VBD", "VBN"})
_FIRST = "s0"
# What may not have happened: alleged, suspected; denied.
_OPEN = frozenset({"possible", "denied"})


def is_worthy(
    title: Title, told_by: Facts, members: Sequence[Facts], articles: Mapping[str, Article], dated: bool, placed: bool
) -> bool:
    """Whether an event of the background gets a page: told for sure and whole, by two sources or with its own date or place.

    Somebody's words about something (praise, a denial, an announcement), how an outlet got its news, and a lasting state are claims
    and no events; an accusation is one where two sources report it.
    """
    sources = {articles[item.ref.article].copy_of or item.ref.article for item in members}
    verb = told_by.mention.verb
    claims = verb in words("claiming_verbs")
    least = DATED_TITLE if is_dated(told_by, articles) and not _starts_vague(told_by, title.text) else GOOD_TITLE
    if title.score < least or not _says_enough(title.text, anywhere=claims):
        return False
    if not any(is_told_plainly(item) for item in members):
        return False  # somebody's word for it, and no account's own
    if verb in words("telling_verbs") or (verb in words("announcing_verbs") and _tells_by_noun(told_by)):
        return False
    if claims and len(sources) < len(("one", "other")):
        return False
    if verb in words("gathering_verbs") and _is_outlet(title.text, articles):
        return False
    if not dated and (verb in words("lasting_verbs") or (_is_reduced(told_by, articles) and not _is_typed(members))):
        return False
    if told_by.mention.tag == "VBD" and told_by.mention.sentence != _FIRST and _is_reduced(told_by, articles):
        return False  # "the ship fired at", read as a passive, which only a headline has without an auxiliary
    if len(sources) > 1:
        return True
    return (
        (dated or placed)
        and (_is_typed(members) or is_decision(told_by.mention))
        and not _in_passing(told_by, articles)
    )


def is_claim(
    members: Sequence[Facts], entities: Mapping[str, Entity], entity_of: Mapping[tuple[str, str], str]
) -> bool:
    """Whether one person alone says that somebody else found something: his view of it, however many report it."""
    if any(item.mention.type not in _JUDGING for item in members):
        return False
    told = {(item.ref.article, item.mention.attribution) for item in members}
    sayers = {entity_of.get((article, chain)) if chain else None for article, chain in told}
    sayer = sayers.pop()
    one = not sayers and sayer is not None and entities[sayer].type == "person"
    return one and not any(sayer in item.people for item in members)


def is_dated(item: Facts, articles: Mapping[str, Article]) -> bool:
    """Whether the article itself tells it as a fact of a day or month of its own, not after the day of publication."""
    mention, days = item.mention, days_of(item.date)
    known = days_of((articles[item.ref.article].published or "").partition("T")[0])
    if days is None or (known is not None and days[0] > known[1]):
        return False
    return is_past(item) and mention.attribution is None and (days[1] - days[0]).days < MAX_DAYS


def is_told_plainly(item: Facts) -> bool:
    """Whether an article tells it in its own voice, and neither as alleged nor as denied."""
    mention = item.mention
    claimed = mention.attribution is not None or mention.sayer is not None
    return not claimed and mention.modality not in _OPEN


def is_past(item: Facts) -> bool:
    """Whether it is told as a fact of the past."""
    return item.mention.modality == "asserted" and item.mention.tag in _PAST


def _starts_vague(item: Facts, line: str) -> bool:
    """Whether the subject is one that only the article can tell from others: "the flight left", "a man died"."""
    subject = next((argument for argument in item.mention.arguments if argument.role in ("agent", "patient")), None)
    parts = subject.span.text.lower().split() if subject is not None and subject.chain is None else []
    alone = [part for part in parts if part not in words("determiners")]
    return len(parts) > len(alone) == 1 and line.lower().startswith(alone[0])


def _says_enough(line: str, anywhere: bool) -> bool:
    """Whether a title names what it is about: not "X leaves the deal", where nothing tells which deal.

    `anywhere` behind the verb, or only where it follows the verb.
    """
    parts = line.split()
    for number, word in enumerate(parts[:-1]):
        if word in words("definite") and number and (anywhere or parts[number - 1] not in words("dangling")):
            rest = parts[number + 1 :]
            ends = len(rest) == 1 or rest[1] in words("boundary")
            if ends and not any(part[:1].isupper() or part[:1].isdigit() for part in rest):
                return False
    return True


def _tells_by_noun(item: Facts) -> bool:
    mention = item.mention
    told = mention.predicate != mention.trigger and mention.lemma in words("words_told")
    return told or any(argument.head in words("words_told") for argument in item.mention.arguments)


def _is_outlet(line: str, articles: Mapping[str, Article]) -> bool:
    """Whether an outlet that published one of the articles, or a news agency, is the subject of a title."""
    subject = line.lower().removeprefix("the ")
    named = ((item.publisher or "").lower().removeprefix("www.").removeprefix("the ") for item in articles.values())
    outlets = {form for name in named for form in (name, name.partition(".")[0])} - {""}
    return any(subject.startswith(name + " ") for name in outlets | words("agencies"))


def _is_typed(members: Sequence[Facts]) -> bool:
    return any(item.mention.type != OTHER for item in members)


def _is_reduced(item: Facts, articles: Mapping[str, Article]) -> bool:
    """Whether a passive stands without its auxiliary: "firms created by X"."""
    if not item.mention.passive or item.mention.predicate is None:
        return False
    before = articles[item.ref.article].text[: item.mention.predicate.start].split()[-3:]
    auxiliaries = words("singular_auxiliaries") | words("plural_auxiliaries") | words("progressive")
    return not auxiliaries.intersection(word.lower() for word in before)


def _in_passing(item: Facts, articles: Mapping[str, Article]) -> bool:
    """Whether a participle alone tells it ("a gate heading to X"), of which one can't be sure who does it."""
    before = articles[item.ref.article].text[: item.mention.trigger.start].split()[-2:]
    auxiliaries = words("singular_auxiliaries") | words("plural_auxiliaries") | words("progressive")
    return item.mention.tag == "VBG" and not auxiliaries.intersection(word.lower() for word in before)
