"""People's decisions on who is who, found in the articles: they stand above every judgement of the machine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from generator.model import Article, Decision, Judgement, Named, Problem
from generator.resolve.profiles import Profile

ProfileKey = tuple[str, str]
# From this likeness (0 to 100) a known name is offered for one that no article has.
MIN_LIKENESS = 70
SURE = 1.0
# Who decided, where the file does not say it.
A_PERSON = "a person"


@dataclass(frozen=True, slots=True)
class Join:
    """Profiles that a person decided are one, and the judgement that says so."""

    profiles: tuple[ProfileKey, ...]
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Rulings:
    """What the decisions ask for.

    joins     in the order of the decisions
    marks     profile -> its places in decisions that keep apart: (number of the decision, place of its name there)
    reasons   number of a decision -> the reason to show
    problems  names that no article has
    """

    joins: tuple[Join, ...] = ()
    marks: Mapping[ProfileKey, frozenset[tuple[int, int]]] = field(default_factory=dict)
    reasons: Mapping[int, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def marks_of(self, profiles: Sequence[Profile]) -> frozenset[tuple[int, int]]:
        """The marks of all these profiles."""
        return frozenset().union(*(self.marks.get(profile.key, frozenset()) for profile in profiles))

    def conflict(self, left: frozenset[tuple[int, int]], right: frozenset[tuple[int, int]]) -> str:
        """Why a person forbids to join what bears these marks, or ""."""
        clash = {number for number, place in left for other, there in right if number == other and place != there}
        return self.reasons[min(clash)] if clash else ""


def split_marked(
    profiles: Sequence[Profile], rulings: Rulings, company: Callable[[str], Iterable[str]]
) -> list[list[Profile]]:
    """The profiles of one name, told apart where a person decided so; all in one list otherwise.

    Those that no decision names stay with the part whose articles share the most: roles, countries and `company`, the other
    names of an article (by its id).
    """
    marked: dict[tuple[tuple[int, int], ...], list[Profile]] = defaultdict(list)
    for profile in profiles:
        marked[tuple(sorted(rulings.marks.get(profile.key, ())))].append(profile)
    others = marked.pop((), [])
    parts = [part for _, part in sorted(marked.items())]
    if len(parts) < 2:
        return [list(profiles)]
    known = [frozenset(item for profile in part for item in _context(profile, company)) for part in parts]
    for profile in others:
        shared = [len(items & _context(profile, company)) for items in known]
        parts[shared.index(max(shared))].append(profile)
    return parts


def _context(profile: Profile, company: Callable[[str], Iterable[str]]) -> frozenset[str]:
    titles = (f"title {title}" for title in profile.titles)
    return frozenset({profile.article, f"country {profile.country}", *titles, *company(profile.article)})


def find_rulings(
    decisions: Sequence[Decision], profiles: Sequence[Profile], articles: Mapping[str, Article]
) -> Rulings:
    """The decisions as they touch these profiles. A name that no article has is a problem; the other names of its decision count."""
    bearers = _by_form(profiles, articles)
    joins: list[Join] = []
    marks: dict[ProfileKey, set[tuple[int, int]]] = defaultdict(set)
    reasons: dict[int, str] = {}
    problems: list[Problem] = []
    for number, decision in enumerate(decisions):
        problems.extend(_unknown(decision, name, bearers) for name in decision.names if not _bearers(name, bearers))
        if decision.verdict == "same":
            joins.extend(_joins(decision, bearers))
            continue
        reasons[number] = _reason(decision, "decided that they are not the same")
        for place, name in enumerate(decision.names):
            for key in _bearers(name, bearers):
                marks[key].add((number, place))
    return Rulings(tuple(joins), {key: frozenset(found) for key, found in marks.items()}, reasons, tuple(problems))


def _by_form(
    profiles: Sequence[Profile], articles: Mapping[str, Article]
) -> dict[str, list[tuple[str, ProfileKey, str]]]:
    """Folded form of a name -> (path of the article, profile, form as written)."""
    found: dict[str, list[tuple[str, ProfileKey, str]]] = defaultdict(list)
    for profile in profiles:
        for form, _ in profile.forms:
            found[_fold(form)].append((articles[profile.article].path, profile.key, form))
    return found


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())


def _bearers(name: Named, bearers: Mapping[str, list[tuple[str, ProfileKey, str]]]) -> list[ProfileKey]:
    found = bearers.get(_fold(name.name), [])
    return sorted({key for path, key, _ in found if name.article in ("", path)})


def _joins(decision: Decision, bearers: Mapping[str, list[tuple[str, ProfileKey, str]]]) -> list[Join]:
    """Each further name joined to the first that an article has."""
    known = [name for name in decision.names if _bearers(name, bearers)]
    reason = _reason(decision, "decided that they are the same")
    return [
        Join(
            (*_bearers(known[0], bearers), *_bearers(name, bearers)),
            Judgement(known[0].name, name.name, "same", SURE, (reason,), decision.by or A_PERSON),
        )
        for name in known[1:]
    ]


def _reason(decision: Decision, words: str) -> str:
    why = f": {decision.why.rstrip('.')}" if decision.why else ""
    return f"{decision.by or A_PERSON} {words}{why}"


def _unknown(decision: Decision, name: Named, bearers: Mapping[str, list[tuple[str, ProfileKey, str]]]) -> Problem:
    where = f" in {name.article}" if name.article else ""
    near = process.extractOne(_fold(name.name), sorted(bearers), scorer=fuzz.ratio, score_cutoff=MIN_LIKENESS)
    known = f"Did you mean “{bearers[near[0]][0][2]}”?" if near and near[0] != _fold(name.name) else ""
    if near and not known:
        known = f"It stands in {min(path for path, _, _ in bearers[near[0]])}."
    return Problem(
        decision.path,
        f"Line {name.line}: no article names “{name.name}”{where}.",
        known or "Write the name as the articles have it.",
        fatal=True,
    )
