"""Plain words for the command line: why these forms are one entity, and which near names were kept apart."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from generator.model import Entity, Judgement, KnowledgeBase, Sentence
from generator.resolve.names import name_parts

NEAREST = 5
# So many entities of one name are described; the others are listed.
MAX_DESCRIBED = 5
WIDTH = 110
# A name this near is offered when nothing has exactly the name that was asked for (0 to 100).
NEAR_ENOUGH = 60


def explain(kb: KnowledgeBase, name: str) -> str:
    """What is known of the entities called `name` (id or any alias; case, diacritics and hyphens do not matter), as lines of text.

    For each: its forms, roles, why the forms are one (rule, score, a sentence per form), and what was kept apart and why.
    Where there is none, the nearest names.
    """
    wanted = _plain(name)
    found = sorted(
        (entity for entity in kb.entities.values() if entity.id == name or wanted in _forms(entity)),
        key=lambda entity: (-len(entity.mentions), entity.id),
    )
    if not wanted or not found:
        return _nearest(kb, name, wanted)
    described = ["\n".join(_describe(kb, entity)) for entity in found[:MAX_DESCRIBED]]
    more = (
        [f"Also called so: {', '.join(entity.id for entity in found[MAX_DESCRIBED:])}"]
        if len(found) > MAX_DESCRIBED
        else []
    )
    return "\n\n".join([*described, *more])


def _plain(name: str) -> str:
    return "".join(name_parts(name))


def _forms(entity: Entity) -> set[str]:
    return {_plain(form) for form in (entity.name, *(alias.form for alias in entity.aliases))}


def _describe(kb: KnowledgeBase, entity: Entity) -> Iterator[str]:
    articles = sorted({ref.article for ref in entity.mentions})
    yield f"{entity.name}: {entity.type}, {_count(len(entity.mentions), 'mention')} in {_count(len(articles), 'article')}"
    yield f"  {'page ' + entity.page if entity.page else 'no page: too little evidence'}"
    if entity.place and entity.place.kind:
        yield f"  {entity.place.kind}{_in_country(kb, entity)}, according to the gazetteer"
    for role in entity.roles:
        yield f"  {role.value} ({_count(len({item.article for item in role.evidence}), 'article')})"
    yield "  Forms:"
    for alias in entity.aliases:
        where = f" in {', '.join(alias.publishers)}" if alias.publishers else ""
        yield f"    {alias.form}: {_count(alias.count, 'time')}{where}"
        yield from _quoted(_first_sentence(kb, entity, alias.form))
    if entity.receipt:
        yield "  Why they are one:"
        yield from _judgements([(f"{item.left} = {item.right}", item) for item in entity.receipt])
    if entity.apart:
        yield "  Kept apart from:"
        yield from _judgements([(_name(kb, item.right), item) for item in entity.apart])


def _in_country(kb: KnowledgeBase, entity: Entity) -> str:
    country = kb.entities.get(entity.country or "")
    return f" in {country.name}" if country else ""


def _judgements(items: Sequence[tuple[str, Judgement]]) -> Iterator[str]:
    for label, judgement in items:
        by = "" if judgement.by == "machine" else f", decided by {judgement.by}"
        sure = judgement.verdict if judgement.verdict != "same" else f"score {judgement.score:.2f}"
        yield from _wrapped(f"{label} ({sure}{by}): {'; '.join(judgement.reasons)}", "    ")


def _name(kb: KnowledgeBase, key: str) -> str:
    entity = kb.entities.get(key)
    return f"{entity.name} [{key}]" if entity else key


def _first_sentence(kb: KnowledgeBase, entity: Entity, form: str) -> Sentence | None:
    for ref in entity.mentions:
        mention = kb.mention(ref.article, ref.mention)
        if mention.kind == "name" and " ".join(mention.span.text.split()) == form:
            return kb.sentence(ref.article, mention.sentence)
    return None


def _quoted(sentence: Sentence | None) -> Iterator[str]:
    if sentence is not None:
        yield from _wrapped(f"| {' '.join(sentence.span.text.split())}", "      ")


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_long_words=False)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _nearest(kb: KnowledgeBase, name: str, wanted: str) -> str:
    forms = {(entity.id, form): form for entity in kb.entities.values() for form in sorted(_forms(entity))}
    ranked = process.extract(wanted, forms, scorer=fuzz.WRatio, limit=None, score_cutoff=NEAR_ENOUGH) if wanted else []
    ranked.sort(key=lambda item: (-item[1], item[2]))
    near = list(dict.fromkeys(kb.entities[key].name for _, _, (key, _) in ranked))[:NEAREST]
    return f"No entity is called “{name}”." + (f" Nearest names: {', '.join(near)}." if near else "")
