"""An entity in plain text, for the command line: what its page says of who it is, why its forms are one, what was kept apart."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from generator.compile.dates import date_words
from generator.compile.entity_counts import counted_sentence, mentions_of, words_of
from generator.compile.entity_governments import countries, seats
from generator.compile.entity_names import all_forms, used
from generator.compile.entity_receipt import Line, Near, apart, receipt
from generator.compile.entity_roles import AFFILIATION, COUNTRY, ROLE, period, ranked, role_words, sources
from generator.compile.entity_summary import in_words
from generator.compile.site import Site
from generator.compile.words import kind_word, listing, times
from generator.config import Config
from generator.gazetteer import with_article
from generator.model import Entity, Evidence, KnowledgeBase, Statement

NEAREST = 5
# So many entities of one name are described; the others are listed.
MAX_DESCRIBED = 5
WIDTH = 110
# A name this near is offered when nothing has exactly the name that was asked for (0 to 100).
NEAR_ENOUGH = 70
MIN_LETTERS = 3
# In this order the statements stand.
_KINDS = (ROLE, AFFILIATION, COUNTRY)


def explain(kb: KnowledgeBase, name: str) -> str:
    """What is known of the entities called `name` (id or any alias; case, accents and hyphens do not matter), as lines of text.

    For each: the counts, its forms and roles with a sentence each, why the forms are one, and what was kept apart and why, in the
    words of its page. Where there is none, the nearest names.
    """
    wanted = _plain(name)
    site = Site(kb, Config())
    found = sorted(
        (entity for entity in kb.entities.values() if entity.id == name.strip() or wanted in _forms(entity)),
        key=lambda entity: (-len(entity.mentions), entity.id),
    )
    if not wanted or not found:
        return _nearest(kb, name, wanted)
    described = ["\n".join(_describe(site, entity)) for entity in found[:MAX_DESCRIBED]]
    left = [entity.id for entity in found[MAX_DESCRIBED:]]
    return "\n\n".join([*described, *([f"Also called so: {', '.join(left)}"] if left else [])])


def _plain(name: str) -> str:
    """Letters and digits alone, without case and accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", name).casefold() if char.isalnum())


def _forms(entity: Entity) -> set[str]:
    return {_plain(form) for form in (entity.name, *(alias.form for alias in entity.aliases))}


def _describe(site: Site, entity: Entity) -> Iterator[str]:
    kind, words = kind_word(entity.type), in_words(site, entity)
    yield f"{entity.name} [{entity.id}]: {kind if kind == words else f'{kind}, {words}'}"
    yield from _wrapped(counted_sentence(site, entity), "  ")
    yield f"  {'Its page: ' + entity.page if entity.page else 'It has no page: too little evidence.'}"
    yield from _part("Its forms", _all_forms(site, entity))
    yield from _part("What the articles say it is", _statements(site, entity))
    yield from _part("Where a name stands for a government", _metonyms(site, entity))
    yield from _part("What speaks for its type", _votes(entity))
    yield from _part("Why these names are one", (text for line in receipt(entity) for text in _merged(line)))
    yield from _part("Not to be confused with", (text for near in apart(site, entity) for text in _near(near)))


def _part(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """A heading and its lines; nothing without lines."""
    found = list(lines)
    if found:
        yield f"  {heading}:"
        yield from found


def _all_forms(site: Site, entity: Entity) -> Iterator[str]:
    for form in all_forms(entity):
        yield from _wrapped(f"{form.form}: {used(form)}", "    ")
        spelled = (key for key in _named(site, entity) if key[1] in form.spellings)
        yield from _quoted(site, next(((article, sentence) for article, _, sentence in spelled), None))


def _named(site: Site, entity: Entity) -> Iterator[tuple[str, str, str]]:
    """(article id, words, sentence id) of its names."""
    for article, mention in mentions_of(site, entity):
        if mention.kind == "name":
            yield article, words_of(mention), mention.sentence


def _statements(site: Site, entity: Entity) -> Iterator[str]:
    found_by_kind = [(kind, found) for kind in _KINDS for found in ranked(site, entity.roles) if found.kind == kind]
    for kind, found in found_by_kind:
        about = "" if kind == ROLE else f"{kind}: "
        yield from _wrapped(f"{about}{_attested(site, found)}", "    ")
        first: Evidence = found.evidence[0]
        yield from _quoted(site, (first.article, first.sentence))


def _attested(site: Site, found: Statement) -> str:
    """ "Russian defense minister, 29 to 30 November 2024, 2 publishers"."""
    parts = (role_words(found), date_words(period(site, found.evidence)), sources(site, found.evidence))
    return ", ".join(filter(None, parts))


def _metonyms(site: Site, entity: Entity) -> Iterator[str]:
    standing = [(name, entity, refs) for name, refs in seats(site, entity)]
    standing += [(entity.name, country, refs) for country, refs in countries(site, entity)]
    for name, country, refs in standing:
        yield f"    “{name}” for the government of {with_article(country.name)}: {times(len(refs))}"
        yield from _quoted(site, (refs[0].article, site.kb.mention(refs[0].article, refs[0].mention).sentence))


def _votes(entity: Entity) -> Iterator[str]:
    if len(entity.type_votes) > 1:
        yield f"    {listing([f'{kind_word(kind)} {weight:.1f}' for kind, weight in entity.type_votes])}"


def _merged(line: Line) -> list[str]:
    low, high = line.scores[0], line.scores[-1]
    return _wrapped(f"{line.words()} (score {low:.2f}{f' to {high:.2f}' if high - low >= 0.005 else ''})", "    ")


def _near(near: Near) -> list[str]:
    name = near.called() if near.other is None else f"{near.name} [{near.other.id}]"
    return _wrapped(f"{name}{near.words()}", "    ")


def _quoted(site: Site, where: tuple[str, str] | None) -> Iterator[str]:
    if where is not None:
        yield from _wrapped(f"| {' '.join(site.kb.sentence(*where).span.text.split())}", "      ")


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_long_words=False)


def _nearest(kb: KnowledgeBase, name: str, wanted: str) -> str:
    found = process.extract(wanted, _comparable(kb), scorer=fuzz.ratio, limit=None, score_cutoff=NEAR_ENOUGH)
    ranked_keys = sorted(found, key=lambda item: (-item[1], item[0], item[2]))
    near = list(dict.fromkeys(kb.entities[key].name for _, _, (key, _) in ranked_keys))[:NEAREST] if wanted else []
    return f"No entity is called “{name}”." + (f" Nearest names: {', '.join(near)}." if near else "")


def _comparable(kb: KnowledgeBase) -> dict[tuple[str, str], str]:
    """(entity id, form or word of a form) -> the same without case, accents and signs: a surname alone finds its bearer."""
    named = (
        (entity.id, words)
        for entity in kb.entities.values()
        for form in (entity.name, *(alias.form for alias in entity.aliases))
        for words in (form, *form.replace("-", " ").split())
    )
    return {key: plain for key in sorted(set(named)) if len(plain := _plain(key[1])) >= MIN_LETTERS}
