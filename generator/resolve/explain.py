"""Plain words for the command line: why these forms are one entity."""

from __future__ import annotations

from rapidfuzz import process

from generator.model import Entity, KnowledgeBase
from generator.resolve.names import name_parts

NEAREST = 5


def explain(kb: KnowledgeBase, name: str) -> str:
    """What is known of the entity called `name` (any alias; case and diacritics do not matter), as lines of text."""
    wanted = " ".join(name_parts(name))
    found = [entity for entity in kb.entities.values() if wanted in _keys(entity)]
    if not found:
        return _nearest(kb, name, wanted)
    return "\n\n".join(_describe(entity) for entity in found)


def _keys(entity: Entity) -> set[str]:
    return {" ".join(name_parts(form)) for form in (entity.name, *(alias.form for alias in entity.aliases))}


def _describe(entity: Entity) -> str:
    forms = ", ".join(f"{alias.form} ({alias.count})" for alias in entity.aliases)
    return f"{entity.name} ({entity.type}, {entity.id})\n  forms: {forms}"


def _nearest(kb: KnowledgeBase, name: str, wanted: str) -> str:
    names = {entity.id: " ".join(name_parts(entity.name)) for entity in kb.entities.values()}
    near = [kb.entities[key].name for _, _, key in process.extract(wanted, names, limit=NEAREST)]
    return f"No entity is called “{name}”." + (f" Nearest names: {', '.join(near)}." if near else "")
