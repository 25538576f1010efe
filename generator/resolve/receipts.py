"""Why these names are one entity, and which near names were kept apart, as judgements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import JaroWinkler

from generator.model import Judgement
from generator.resolve.bodies import is_bare_body
from generator.resolve.clustering import Clusters, Judged
from generator.resolve.lexicon import words
from generator.resolve.names import american, arabic_numeral, fold, name_parts, sound
from generator.resolve.namesakes import Namesake, comparison_key, family_of
from generator.resolve.organizations import city_of, is_known
from generator.resolve.places import country_in_text, look_up
from generator.resolve.profiles import Profile
from generator.resolve.short_names import Joined

# An entity's page names so many near names, the nearest first.
MAX_APART = 12
SURE = 1.0
# A short name is told apart from a bearer that fits it at least so well.
MIN_UNSURE = 0.34
# Names of organizations that have too little in common are still easily confused from this similarity, and from so many letters on.
ALIKE_FROM, MIN_ALIKE = 0.85, 6
_OTHER_DIFFERENCES: Mapping[str, str] = {
    "person": "the same name, with and without a title",
    "organization": "the same name but for small words, word order, spelling or a legal form",
    "place": "the same name but for an abbreviation",
}


def merge_receipts(
    judged: Sequence[Judged],
    joined: Sequence[Joined],
    clusters: Clusters,
    namesakes: Sequence[Namesake],
    originals: Mapping[str, str],
) -> dict[int, tuple[Judgement, ...]]:
    """Cluster -> the judgements that made it one: between articles first, then inside the articles.

    originals  article id -> the article that it repeats, or itself: a copy is no further use of a name
    """
    found: dict[int, list[Judgement]] = defaultdict(list)
    for item in judged:
        if item.judgement.verdict == "same" and clusters.of(item.left) == clusters.of(item.right):
            found[clusters.of(item.left)].append(item.judgement)
    for group in _same_short(joined, clusters).values():
        cluster, judgement = group
        found[cluster].append(judgement)
    for cluster in clusters.all():
        profiles = [profile for at in clusters.members(cluster) for profile in namesakes[at].profiles]
        spelled = [judgement for at in clusters.members(cluster) for judgement in _one_name(namesakes[at])]
        found[cluster] = [*_same_name(profiles, originals), *spelled, *found[cluster], *_inside(profiles, originals)]
    return {cluster: tuple(receipt) for cluster, receipt in found.items()}


def _same_short(joined: Sequence[Joined], clusters: Clusters) -> dict[tuple[int, str], tuple[int, Judgement]]:
    """One judgement per short form and cluster: the surest stands for all."""
    found: dict[tuple[int, str], tuple[int, Judgement]] = {}
    for item in sorted(joined, key=lambda item: (-item.judgement.score, item.short)):
        if item.judgement.verdict == "same":
            cluster = clusters.of(item.short)
            found.setdefault((cluster, item.judgement.left), (cluster, item.judgement))
    return dict(sorted(found.items()))


def _same_name(profiles: Sequence[Profile], originals: Mapping[str, str]) -> list[Judgement]:
    """Names that several articles use in full."""
    articles: dict[str, set[str]] = defaultdict(set)
    for profile in profiles:
        if not comparison_key(profile)[1]:
            articles[profile.name].add(originals[profile.article])
    return [
        Judgement(name, name, "same", SURE, (f"{len(found)} articles use the same name",))
        for name, found in sorted(articles.items(), key=lambda item: (-len(item[1]), item[0]))
        if len(found) > 1
    ]


def _one_name(namesake: Namesake) -> list[Judgement]:
    """Forms that are one name before anything is compared: why they are, one judgement per form."""
    names = sorted({profile.name for profile in namesake.profiles} - {namesake.name})
    return [Judgement(name, namesake.name, "same", SURE, (_why_one(name, namesake),)) for name in names]


def _why_one(name: str, namesake: Namesake) -> str:
    facts = look_up(name) if namesake.family == "place" else None
    if facts is not None:
        return f"both are names of one {facts.kind}, according to the gazetteer"
    if namesake.family == "organization" and is_known(name) and _plain(name) != _plain(namesake.name):
        return "both are names of one organization, according to the list of well-known organizations"
    if namesake.family == "organization" and is_bare_body(name) and namesake.countries:
        return f"it stands in an article about {country_in_text(min(namesake.countries))}"
    if any(profile.described for profile in namesake.profiles if profile.name == name):
        return f"the text describes it, and {country_in_text(min(namesake.countries))} has one such body"
    return _difference(name, namesake.name, namesake.family)


def _difference(name: str, other: str, family: str) -> str:
    """How two forms differ that are one name before anything is compared."""
    if name.casefold() == other.casefold():
        return "only capital letters differ"
    one, two = name_parts(name), name_parts(other)
    if "".join(one) == "".join(two):
        return "only accents, hyphens, spaces or full stops differ"
    initials = next((word for word in (name.split()[0], other.split()[0]) if city_of(word)), "")
    if family == "organization" and initials and one[0] != two[0]:
        return f"“{initials}” stands for {city_of(initials)}"
    if tuple(map(arabic_numeral, one)) == tuple(map(arabic_numeral, two)):
        return "one has its number in Roman numerals"
    if tuple(map(american, one)) == tuple(map(american, two)):
        return "one has the British spelling, the other the American"
    left_out = _left_out(*sorted((name, other), key=lambda form: len(form.split())))
    if left_out:
        return f"one name leaves out “{left_out}”"
    return _OTHER_DIFFERENCES.get(family, "the same name but for small words or spelling")


def _left_out(short: str, full: str) -> str:
    """The words at the end or the beginning of a name that are all that another lacks, or ""."""
    fewer, more = short.split(), full.split()
    if more[: len(fewer)] == fewer:
        return " ".join(more[len(fewer) :])
    return " ".join(more[: -len(fewer)]) if more[-len(fewer) :] == fewer else ""


def _inside(profiles: Sequence[Profile], originals: Mapping[str, str]) -> list[Judgement]:
    """Forms that articles themselves use beside the full name: one judgement per form."""
    reasons: dict[tuple[str, str], set[str]] = defaultdict(set)
    articles: dict[tuple[str, str], set[str]] = defaultdict(set)
    for profile in profiles:
        for form, _ in profile.forms:
            if _plain(form) != _plain(profile.name):
                reasons[form, profile.name].update(
                    reason for reason in profile.reasons if _is_about(reason, form, profile.name)
                )
                articles[form, profile.name].add(originals[profile.article])
    kinds = {profile.name: profile.type for profile in profiles}
    found = []
    for (form, name), keys in sorted(articles.items(), key=lambda item: (-len(item[1]), item[0])):
        where = f"{_count(len(keys))} both names for one {family_of(kinds[name])}"
        plainest = sorted(reasons[form, name], key=lambda reason: (len(reason), reason))[:1]
        found.append(Judgement(form, name, "same", SURE, (where, *plainest)))
    return found


def _count(articles: int) -> str:
    return "one article uses" if articles == 1 else f"{articles} articles use"


def _is_about(reason: str, form: str, name: str) -> bool:
    """Whether a reason of a chain says why this form is that name: it opens with the form, a title in front at most."""
    before, found, after = reason.partition(form)
    titles = before.lower().replace(".", "").split()
    return bool(found) and name.lower() in after.lower() and all(title in words("honorifics.tsv") for title in titles)


def _plain(name: str) -> str:
    return "".join(fold(part) for part in name_parts(name))


def kept_apart(
    judged: Sequence[Judged],
    joined: Sequence[Joined],
    clusters: Clusters,
    namesakes: Sequence[Namesake],
    ids: Mapping[int, str],
) -> dict[int, tuple[Judgement, ...]]:
    """Cluster -> judgements on near names that are not it (left is its id, right the other's), the nearest first."""
    best: dict[tuple[int, int], Judgement] = {}
    pairs = [(item.left, item.right, told) for item in judged if (told := _told(item, namesakes)) is not None]
    pairs += [(item.short, item.bearer, item.judgement) for item in joined if _is_doubt(item)]
    for left, right, judgement in pairs:
        one, other = sorted((clusters.of(left), clusters.of(right)))
        if one != other and ((one, other) not in best or judgement.score > best[one, other].score):
            best[one, other] = judgement
    found: dict[int, list[tuple[float, str, Judgement]]] = defaultdict(list)
    for (one, other), judgement in best.items():
        found[one].append((-judgement.score, ids[other], judgement))
        found[other].append((-judgement.score, ids[one], judgement))
    names = {ids[cluster]: namesakes[cluster].name for cluster in clusters.all()}
    return {one: _nearest(ids[one], items, names) for one, items in found.items()}


def _is_doubt(item: Joined) -> bool:
    return item.judgement.verdict != "same" and item.judgement.score >= MIN_UNSURE


def _told(item: Judged, namesakes: Sequence[Namesake]) -> Judgement | None:
    """The judgement on a pair that was kept apart, if a reader could confuse the two; else None."""
    judgement = item.judgement
    if judgement.verdict == "same":
        return None
    left, right = namesakes[item.left], namesakes[item.right]
    if judgement.score > 0 or item.pair is None:
        return judgement
    if left.family == "person":
        shared = {sound(part) for part in left.parts if len(part) > 1} & {
            sound(part) for part in right.parts if len(part) > 1
        }
        return judgement if shared else None
    if left.family == "place" and item.pair.relation.conflict:
        return judgement
    one, other = " ".join(left.parts), " ".join(right.parts)
    if min(len(one), len(other)) < MIN_ALIKE or JaroWinkler.similarity(one, other) < ALIKE_FROM:
        return None
    if item.pair.relation.conflict:
        return judgement
    return replace(judgement, reasons=("the names look alike, but are not spellings of one name",))


def _nearest(key: str, items: list[tuple[float, str, Judgement]], names: Mapping[str, str]) -> tuple[Judgement, ...]:
    """The nearest, one for each name: a dozen short names without a bearer are one doubt."""
    kept: dict[tuple[str, tuple[str, ...]], Judgement] = {}
    for _, other, judgement in sorted(items, key=lambda item: item[:2]):
        kept.setdefault((names[other], judgement.reasons[:1]), replace(judgement, left=key, right=other))
    return tuple(kept.values())[:MAX_APART]
