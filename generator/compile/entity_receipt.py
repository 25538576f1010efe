"""Why the names of an entity are one, and which near names were kept apart: the judgements, those that say the same as one line.

The page and the command line (`explain`) both show these lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup
from rapidfuzz import fuzz

from generator.compile.entity_summary import in_words
from generator.compile.markdown import escape, join
from generator.compile.prose import entity_link
from generator.compile.site import Site
from generator.compile.words import form_key, lexicon, listing, plural
from generator.model import Entity, Judgement

MACHINE = "machine"
# How a reason begins that counts one article; in the reason of a decision the person's name stands before the other words.
_ONE_ARTICLE = "one article uses"
_DECIDED = " decided that "
# Names that share so many letters are near, even without a common word (0 to 100).
ALIKE = 75


@dataclass(frozen=True, slots=True)
class Line:
    """Judgements that say the same: the names (one for a name judged by itself), the reasons, who decided, the scores from low to high."""

    names: tuple[str, ...]
    reasons: tuple[str, ...]
    by: str
    scores: tuple[float, ...]

    def words(self) -> str:
        """ "“Andrey” and “Andrei”: the names differ by one letter." """
        names = listing([f"“{name}”" for name in self.names])
        reasons = "; ".join(_with_decider(self.by, self.reasons))
        return f"{names}: {reasons}." if reasons else f"{names}."


def _with_decider(by: str, reasons: tuple[str, ...]) -> tuple[str, ...]:
    """The reasons; who decided stands first, where that is a person whom no reason names."""
    is_told = by == MACHINE or any(by in reason or _DECIDED in reason for reason in reasons)
    return reasons if is_told else (f"decided by {by}", *reasons)


def receipt(entity: Entity) -> list[Line]:
    """Why its names are one: one line per pair of names and who decided (people first), one for the pairs with the same reasons."""
    by_pair: dict[tuple[tuple[str, ...], str], list[Judgement]] = {}
    for judgement in sorted(entity.receipt, key=lambda judgement: judgement.by == MACHINE):
        if judgement.verdict == "same":
            pair = tuple(dict.fromkeys((judgement.left, judgement.right)))
            by_pair.setdefault((pair, judgement.by), []).append(judgement)
    lines = [_line(pair, by, found) for (pair, by), found in by_pair.items()]
    return _joined(lines)


def _line(names: tuple[str, ...], by: str, judgements: Sequence[Judgement]) -> Line:
    reasons = tidied([reason for judgement in judgements for reason in judgement.reasons], names)
    return Line(names, reasons, by, tuple(sorted(judgement.score for judgement in judgements)))


def _joined(lines: Iterable[Line]) -> list[Line]:
    """Lines with the same reasons as one, when they share a name: "“A”, “B” and “C”: ..."."""
    found: dict[tuple[tuple[str, ...], str, str], Line] = {}
    for line in lines:
        key = (line.reasons, line.by, line.names[-1])
        other = found.get(key)
        if other is None or len(line.names) == 1:
            found[key if other is None else (*key[:2], line.names[0])] = line
        else:
            names = tuple(dict.fromkeys((*other.names[:-1], *line.names[:-1], line.names[-1])))
            found[key] = Line(names, line.reasons, line.by, tuple(sorted((*other.scores, *line.scores))))
    return list(found.values())


def tidied(reasons: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """Each reason once, without full stop; of those that differ in what stands before a name ("Mr Quill takes up ...") the first."""
    kept: dict[str, str] = {}
    for reason in (reason.strip().rstrip(".") for reason in reasons):
        name = next((name for name in names if name in reason), "")
        said = reason.partition(name)[1] + reason.partition(name)[2] if name else reason
        if said not in kept or len(reason) < len(kept[said]):
            kept[said] = reason
    return tuple(reason for reason in kept.values() if not _is_less(reason, kept.values()))


def _is_less(reason: str, others: Iterable[str]) -> bool:
    """Whether another reason says the same of more articles ("one article uses ...", "5 articles use ...")."""
    said = reason.removeprefix(_ONE_ARTICLE)
    return said != reason and any(other != reason and other.endswith(f" articles use{said}") for other in others)


@dataclass(frozen=True, slots=True)
class Near:
    """A near name that is kept apart: its entity if it has a page, its name, what it is, and why; for how many it stands."""

    other: Entity | None
    name: str
    what: str
    reasons: tuple[str, ...]
    verdict: str
    count: int = 1

    def called(self) -> str:
        """Its name; "Li (2 of this name)" where it stands for several."""
        return self.name if self.count == 1 else f"{self.name} ({self.count} of this name)"

    def words(self) -> str:
        """What follows the name: ", bridge builder in 2 articles: different given names." """
        unsure = () if self.verdict == "different" else ("perhaps the same, but there is too little evidence",)
        reasons = "; ".join((*self.reasons, *unsure))
        return f"{', ' if self.what else ''}{self.what}{': ' if reasons else ''}{reasons}."


def apart(site: Site, entity: Entity) -> list[Near]:
    """The near names that were judged, then the others that are called by one of its names."""
    return _once(near_names(site, entity))


def near_names(site: Site, entity: Entity) -> list[Near]:
    """The same with one item for each: first what people decided, then what the machine judged."""
    ordered = sorted(entity.apart, key=lambda judgement: judgement.by == MACHINE)
    judged = [near for judgement in ordered if is_near(entity, near := _judged(site, judgement), judgement.by)]
    known = {entity.id, *(judgement.right for judgement in entity.apart)}
    return [*judged, *_namesakes(site, entity, known)]


def is_near(entity: Entity, near: Near, by: str = MACHINE) -> bool:
    """Whether a reader could take one for the other: people or the machine were unsure, or the names share a word or most letters."""
    if near.verdict != "different" or by != MACHINE or near.other is None:
        return True
    ours, theirs = _forms(entity), _forms(near.other)
    if {word for form in ours for word in form.split()} & {word for form in theirs for word in form.split()}:
        return True
    return any(fuzz.ratio(one, other) >= ALIKE for one in ours for other in theirs)


def _forms(entity: Entity) -> list[str]:
    return sorted({form_key(form.replace("-", " ")) for form in (entity.name, *(a.form for a in entity.aliases))})


def _once(found: Sequence[Near]) -> list[Near]:
    """Those without a page of which the same is said as one: "Li (2 of this name)"."""
    said = [near if near.other is not None and near.other.page else replace(near, other=None) for near in found]
    counts = Counter(said)
    return [near if counts[near] == 1 else replace(near, count=counts[near]) for near in dict.fromkeys(said)]


def _judged(site: Site, judgement: Judgement) -> Near:
    other = site.kb.entities.get(judgement.right)
    name = other.name if other is not None else judgement.right
    reasons = _with_decider(judgement.by, tuple(dict.fromkeys(r.strip().rstrip(".") for r in judgement.reasons)))
    return Near(other, name, _what(site, other), reasons, judgement.verdict)


def _namesakes(site: Site, entity: Entity, known: set[str]) -> list[Near]:
    """Entities that share a form of the name, by name and id."""
    shared: dict[str, list[str]] = {}
    for form in dict.fromkeys((entity.name, *(alias.form for alias in entity.aliases))):
        for other in site.called.get(form_key(form), ()):
            if other not in known:
                shared.setdefault(other, []).append(form)
    found = [(site.kb.entities[key], forms) for key, forms in shared.items()]
    found.sort(key=lambda item: (item[0].name.casefold(), item[0].id))
    return [_namesake(site, entity.name, other, forms) for other, forms in found]


def _namesake(site: Site, name: str, other: Entity, forms: Sequence[str]) -> Near:
    is_same_name = form_key(name) == form_key(other.name)
    another = f"another {lexicon()['another'].get(other.type, 'one')} of this name"
    reason = another if is_same_name else f"“{forms[0]}” can mean either"
    return Near(other, other.name, _what(site, other), (reason,), "different")


def _what(site: Site, other: Entity | None) -> str:
    return "" if other is None else f"{in_words(site, other)} in {plural(len(site.articles_of[other.id]), 'article')}"


def near_line(site: Site, page: str, near: Near) -> Markup:
    """A near name for the page, linked where it has one."""
    name = entity_link(site, page, near.other) if near.other is not None else escape(near.called())
    return join((name, near.words()))
