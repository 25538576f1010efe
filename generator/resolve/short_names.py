"""Names that say too little alone ("Kim", "the Defense Ministry"): whose they are, when the context leaves no doubt."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Judgement
from generator.resolve.clustering import Clusters
from generator.resolve.context import Corpus
from generator.resolve.features import company_of, company_reason
from generator.resolve.names import person_parts, sound
from generator.resolve.namesakes import Namesake, short_name_of_ship
from generator.resolve.organizations import COUNTRY
from generator.resolve.persons import family_names

# Support in [0, 1] from which a short name is joined, and by how much it must exceed that of any other bearer.
ENOUGH, MARGIN = 0.34, 0.15
# Two short names without a bearer need more: nothing else tells them apart.
ENOUGH_FOR_SHORT = 0.50
TITLE, COUNTRY_AGREES, CALLED_SO = 0.20, 0.10, 0.20
# Support of a full name in the same article.
SAME_ARTICLE = 0.60
# A given name is taken for the usual short form when so many articles use it.
MIN_KNOWN_BY = 2
FITS_SEVERAL = "the name fits more than one"
# So many clusters of one short name are compared with the next such name.
MAX_COMPARED = 30


@dataclass(frozen=True, slots=True)
class Support:
    """How well a short name fits a bearer, from 0 (1 is full support; a clear favorite may have more), and why."""

    value: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """A short name and what was decided: positions in the namesakes."""

    short: int
    bearer: int
    judgement: Judgement


def join_short_names(namesakes: Sequence[Namesake], clusters: Clusters, corpus: Corpus) -> list[Joined]:
    """Join the weak namesakes to the one bearer that their articles support, else to each other; the decisions, joined or not."""
    bearers = _bearers(namesakes)
    decided: list[Joined] = []
    left: dict[str, list[int]] = defaultdict(list)
    for at, namesake in enumerate(namesakes):
        is_decided = len(clusters.members(clusters.of(at))) > 1  # by a person
        if namesake.weak and not is_decided:
            found = _decide(at, namesakes, clusters, sorted(bearers.get(_token(namesake), set())), corpus, ENOUGH)
            decided.extend(found)
            if not any(item.judgement.verdict == "same" for item in found):
                left[_token(namesake)].append(at)
    for _, members in sorted(left.items()):
        decided.extend(_join_each_other(members, namesakes, clusters, corpus))
    return decided


def unclear_clusters(joined: Sequence[Joined], clusters: Clusters, namesakes: Sequence[Namesake]) -> set[int]:
    """The clusters of nothing but short names that fit several people: a page of theirs would be a surname's."""
    found = {clusters.of(item.short) for item in joined if item.judgement.reasons[:1] == (FITS_SEVERAL,)}
    return {cluster for cluster in found if all(namesakes[member].weak for member in clusters.members(cluster))}


def _bearers(namesakes: Sequence[Namesake]) -> dict[str, set[int]]:
    """Short form -> positions of the full names that may be shortened so."""
    found: dict[str, set[int]] = defaultdict(set)
    for at, namesake in enumerate(namesakes):
        if not namesake.weak:
            for token in _short_forms(namesake):
                found[token].add(at)
    return found


def _short_forms(namesake: Namesake) -> Iterator[str]:
    if namesake.family == "person":
        for part in sorted({*family_names(namesake.parts), *_known_by(namesake)}):
            yield f"person {sound(part)}"
    elif namesake.family == "organization":
        plain = [part for part in namesake.parts if not part.startswith(COUNTRY)]
        if len(plain) < len(namesake.parts):
            yield f"organization {' '.join(plain)}"
    elif any(short_name_of_ship(profile) for profile in namesake.profiles):
        yield f"{namesake.family} {' '.join(namesake.parts[1:])}"


def _known_by(namesake: Namesake) -> list[str]:
    """Parts other than the family name by which several articles call a person, and more than by the family name ("Abiy")."""
    counts: Counter[str] = Counter()
    for profile in namesake.profiles:
        counts.update({parts[0] for form, _ in profile.forms if len(parts := person_parts(form)) == 1})
    family = max(counts[part] for part in family_names(namesake.parts))
    return [part for part in namesake.parts if counts[part] >= MIN_KNOWN_BY and counts[part] > family]


def _token(namesake: Namesake) -> str:
    if namesake.family == "person":
        return f"person {sound(namesake.parts[0])}"
    return f"{namesake.family} {' '.join(namesake.parts)}"


def _decide(
    at: int, namesakes: Sequence[Namesake], clusters: Clusters, bearers: Sequence[int], corpus: Corpus, enough: float
) -> list[Joined]:
    """The decision on one short name: joined to the best-supported bearer, or kept apart from each."""
    short = namesakes[at]
    ranked = []
    for cluster, bearer in sorted({clusters.of(bearer): bearer for bearer in reversed(bearers)}.items()):
        support = _support(short, [namesakes[member] for member in clusters.members(cluster)], corpus)
        if support is not None:
            ranked.append((support, bearer))
    ranked.sort(key=lambda item: (-item[0].value, item[1]))
    if not ranked:
        return []
    best, bearer = ranked[0]
    rival = ranked[1][0].value if len(ranked) > 1 else 0.0
    if best.value >= enough and best.value - rival >= MARGIN and not clusters.join(at, bearer):
        reasons = (_only(len(ranked)), *best.reasons)
        return [
            Joined(at, bearer, Judgement(short.name, _name(bearer, namesakes), "same", min(1.0, best.value), reasons))
        ]
    doubt = FITS_SEVERAL if len(ranked) > 1 else "too little in the texts speaks for it"
    return [
        Joined(
            at,
            other,
            Judgement(
                short.name, _name(other, namesakes), "unsure", min(1.0, support.value), (doubt, *support.reasons)
            ),
        )
        for rank, (support, other) in enumerate(ranked)
        if not rank or support.value >= ENOUGH  # who fits worse is nobody that a reader could confuse
    ]


def _name(at: int, namesakes: Sequence[Namesake]) -> str:
    return namesakes[at].name


def _only(rivals: int) -> str:
    return "nobody else here has this name" if rivals == 1 else "of all who have this name it fits best"


def _support(short: Namesake, bearer: Sequence[Namesake], corpus: Corpus) -> Support | None:
    """What speaks for a short name being the bearer's; None when something forbids it."""
    articles = {article for namesake in bearer for article in namesake.articles}
    genders = {namesake.gender for namesake in bearer if namesake.gender}
    countries = frozenset().union(*(namesake.countries for namesake in bearer))
    if short.gender and genders and short.gender not in genders:
        return None
    if short.countries and countries and not short.countries & countries:
        return None
    if short.family == "organization" and _whole(bearer) and not articles & set(short.articles):
        # Every country has such a body: only the same article tells whose it is.
        return None
    if articles & set(short.articles):
        return Support(SAME_ARTICLE, ("both names stand in one article",)) if _whole(bearer) else None
    best = max(
        (company_of(short, namesake, corpus) for namesake in bearer), key=lambda found: (found.value, found.shared)
    )
    value, reasons = best.value, [company_reason(best)] if best.value else []
    titles = short.titles & frozenset().union(*(namesake.titles for namesake in bearer))
    if titles:
        value, reasons = value + TITLE, [*reasons, f"both are called {min(titles)}"]
    if short.countries & countries:
        value, reasons = value + COUNTRY_AGREES, [*reasons, "both are tied to the same country"]
    called = _called_so(short, bearer)
    if value and called >= MIN_KNOWN_BY:
        value, reasons = value + CALLED_SO, [*reasons, f"{called} articles use the short name for {_known_as(bearer)}"]
    return Support(round(value, 3), tuple(reasons))


def _known_as(bearer: Sequence[Namesake]) -> str:
    return next(namesake.name for namesake in bearer if not namesake.weak)


def _called_so(short: Namesake, bearer: Sequence[Namesake]) -> int:
    """In how many articles that have its full name the bearer is called by the short one."""
    if short.family != "person":
        return 0
    wanted = sound(short.parts[0])
    found = [namesake.called.get(wanted, frozenset()) for namesake in bearer if not namesake.weak]
    return len(frozenset().union(*found))


def _whole(bearer: Sequence[Namesake]) -> bool:
    """Whether the bearer is known by a full name."""
    return any(not namesake.weak for namesake in bearer)


def _join_each_other(
    members: Sequence[int], namesakes: Sequence[Namesake], clusters: Clusters, corpus: Corpus
) -> Iterator[Joined]:
    seen: list[int] = []
    for at in members:
        known = sorted({clusters.of(other): other for other in reversed(seen)}.values())[:MAX_COMPARED]
        found = _decide(at, namesakes, clusters, known, corpus, ENOUGH_FOR_SHORT)
        yield from (item for item in found if item.judgement.verdict == "same")
        seen.append(at)
