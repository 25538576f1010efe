"""Who a headline is about: the subject of its clause by name, and whether it takes a plural verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from generator.model import Argument, EventMention
from generator.model.span import Span
from generator.resolve.titles_phrases import has_break
from generator.resolve.titles_tail import NameOf
from generator.resolve.titles_words import words

# Chain of the article -> whether its entity takes a plural verb; None when nothing shows it.
NumberOf = Callable[[str], bool | None]
_COLLECTIVE = frozenset({"organization", "group"})
_FORMS = {"VBZ": False, "VBP": True}


@dataclass(frozen=True, slots=True)
class Subject:
    words: str
    plural: bool
    named: bool


def subject_of(mention: EventMention, predicate: Span, name_of: NameOf, number_of: NumberOf | None) -> Subject | None:
    role = "patient" if mention.passive else "agent"
    items = [item for item in mention.arguments if item.role == role and item.span.end <= predicate.start]
    found = listed(items, name_of)
    if items and items[0].span.text.lower() in words("possessive"):
        return None
    if found is None or len(items) != 1 or not found.named or name_of(items[0].chain or "")[1] not in _COLLECTIVE:
        return found
    known = _FORMS.get(mention.tag) if not mention.passive else None
    if known is None and number_of is not None:
        known = number_of(items[0].chain or "")
    return replace(found, plural=_looks_plural(items[0].span.text) if known is None else known)


def _looks_plural(subject: str) -> bool:
    """Whether a name with an article is a plural by its form: "the Reds", and not "the Times"."""
    first, *rest = subject.lower().split()
    *_, name = subject.split()
    if name.endswith("s") and name[:-1].isupper() and len(name) > len("MPs") - 1:
        return True  # "PACs"
    last = rest[-1] if rest else ""
    return first == "the" and last.endswith("s") and not last.endswith("ss") and last not in words("singular_names")


def listed(items: Sequence[Argument], name_of: NameOf) -> Subject | None:
    items = [*items[:1], *(item for item in items[1:] if _stands_alone(item, name_of))]
    names = list(dict.fromkeys(subject_name(item, name_of) for item in items))
    if not names or not all(names):
        return None
    first = items[0]
    name, kind = name_of(first.chain) if first.chain else ("", "")
    plural = len(names) > 1 or (first.plural and (not name or kind not in ("person", "place", "facility")))
    line = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return Subject(line[:1].upper() + line[1:], plural, bool(name))


def _stands_alone(item: Argument, name_of: NameOf) -> bool:
    """Whether a second subject is another one: not "film star" in "the businesswoman and film star"."""
    named = bool(item.chain and name_of(item.chain)[0])
    return named or item.plural or item.span.text.split()[0].lower() in words("determiners")


def _is_part(item: Argument, name: str) -> bool:
    """Whether the words are about something of what has the name: "the opening ceremony of the Games"."""
    head, found, rest = item.span.text.partition(" of ")
    last = name.split()[-1].lower()
    return bool(found) and item.head in head.lower().split() and last in rest.lower() and last not in head.lower()


def subject_name(item: Argument, name_of: NameOf) -> str:
    name = name_of(item.chain)[0] if item.chain else ""
    if name and not _is_part(item, name):
        return name
    parts = item.span.text.split()
    if parts and parts[0].lower() in words("determiners"):
        parts = parts[1:]
    lowered = [part.lower() for part in parts]
    if not parts or lowered[0] in words("pronouns") or any(part in words("unclear") for part in lowered):
        return ""
    return "" if has_break(item.span.text) else " ".join(parts)
