"""How often an entity is mentioned, and by what: names, descriptions, pronouns; a people for its country, a capital for a government."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.credits import told_by
from generator.compile.site import Site
from generator.compile.words import listing, times
from generator.model import Entity, Mention

DEMONYM, METONYM = "demonym", "metonym"
# More different words are not spelled out in a sentence.
MAX_WORDS = 2
MAX_SENTENCES = 5


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of mentions; every mention is counted in one place. `demonyms` and `metonyms` by the words used."""

    names: int
    descriptions: int
    pronouns: int
    demonyms: Counter[str]
    metonyms: Counter[str]


def count_mentions(site: Site, entity: Entity) -> Counts:
    """The mentions of an entity by what they are."""
    found = [mention for _, mention in mentions_of(site, entity)]
    plain = Counter(mention.kind for mention in found if mention.via not in (DEMONYM, METONYM))
    return Counts(
        plain["name"],
        plain["nominal"],
        plain["pronoun"],
        Counter(words_of(mention) for mention in found if mention.via == DEMONYM),
        Counter(words_of(mention) for mention in found if mention.via == METONYM),
    )


def mentions_of(site: Site, entity: Entity) -> Iterator[tuple[str, Mention]]:
    """(article id, mention) of all its mentions, in order."""
    for ref in entity.mentions:
        yield ref.article, site.kb.mention(ref.article, ref.mention)


def words_of(mention: Mention) -> str:
    """The words of a mention, on one line."""
    return " ".join(mention.span.text.split())


def counts_sentence(site: Site, entity: Entity) -> str:
    """How often it is mentioned at all: "Mentioned 12 times in 3 articles by 2 publishers." """
    return f"Mentioned {times(len(entity.mentions))} in {told_by(site, site.articles_of[entity.id])}."


def counted_sentence(site: Site, entity: Entity) -> str:
    """The same with what is counted: "Mentioned 12 times in 3 articles: 8 times by name, 3 times as “Russian” and once by pronoun." """
    parts = _parts(count_mentions(site, entity))
    where = told_by(site, site.articles_of[entity.id])
    if len(parts) == 1:
        return f"Mentioned {parts[0]} in {where}."
    return f"Mentioned {times(len(entity.mentions))} in {where}: {listing(parts)}."


def _parts(counts: Counts) -> list[str]:
    demonyms, metonyms = counts.demonyms.total(), counts.metonyms.total()
    counted = [
        (counts.names, "by name"),
        (metonyms, f"as {_spelled_out(counts.metonyms)} for its government" if metonyms else ""),
        (demonyms, f"as {_spelled_out(counts.demonyms)}" if demonyms else ""),
        (counts.descriptions, "by description"),
        (counts.pronouns, "by pronoun"),
    ]
    return [f"{times(count)} {how}" for count, how in counted if count]


def _spelled_out(forms: Counter[str]) -> str:
    """ "“Moscow” or “Kremlin”", the most frequent first; with more than a few "“Moscow”, “Kremlin” or the like"."""
    ranked = sorted(forms, key=lambda form: (-forms[form], form))
    quoted = [f"“{form}”" for form in ranked[:MAX_WORDS]]
    return f"{', '.join(quoted)} or the like" if len(ranked) > MAX_WORDS else listing(quoted, last="or")
