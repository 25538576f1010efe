"""Which event mentions are one event: inside an article, among articles that tell the same event, and in the background."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.resolve.events_cluster import Cluster
from generator.resolve.events_facts import CORE_ROLES, Facts
from generator.resolve.titles_words import third_person

__all__ = ["Cluster", "cluster_mentions"]

# Two mentions of one family in articles of one event are joined when the evidence for it reaches JOIN.
JOIN = 0.0
JOIN_UNTYPED = 1.0
# A background event is joined across articles of different events on stronger evidence.
JOIN_ACROSS = 2.0
# Votes for what the articles of one event are about.
MAIN_VOTE, TITLE_VOTE = 2, 2


def cluster_mentions(
    stories: Sequence[Sequence[str]],
    facts: Mapping[str, Sequence[Facts]],
    titles: Mapping[str, frozenset[str]],
    firm: Callable[[Cluster], list[Cluster]] = lambda cluster: [cluster],
    join: Callable[[list[Cluster]], list[Cluster]] = lambda clusters: clusters,
) -> list[Cluster]:
    """All event mentions as clusters. `stories` are the article clusters; `facts` and the words of `titles` those of each article.

    `firm` parts the clusters of a story into what is sure and what is not; `join` then joins those that tell one happening with
    words of two families, before they are joined across stories.

    Every story has exactly one cluster whose `main_of` names its articles (unless none of them tells an event).
    """
    found: list[Cluster] = []
    for story in stories:
        main = _main_cluster(story, facts, titles)
        used = {item.ref for item in main.members} if main else set()
        clusters = [main] if main else []
        rest = [item for article in story for item in facts[article] if item.ref not in used]
        found.extend(join([part for cluster in _grouped(rest, clusters) for part in firm(cluster)]))
    return _across(found)


def _main_cluster(
    story: Sequence[str], facts: Mapping[str, Sequence[Facts]], titles: Mapping[str, frozenset[str]]
) -> Cluster | None:
    mains = {item.ref.article: item for article in story for item in facts[article] if item.mention.main}
    if not mains:
        return None
    family = _story_family(story, facts, titles)
    chosen = [item for item in mains.values() if item.family == family]
    chosen = chosen or [next(item for article in story for item in facts[article] if item.family == family)]
    chosen = _agreeing(chosen)
    cluster = Cluster(chosen[0])
    cluster.main_of = tuple(story)
    for item in chosen[1:]:
        cluster.add(item)
    for article in story:
        if article not in {item.ref.article for item in chosen}:
            chosen.extend(_told_by(article, cluster, facts[article], mains))
    cluster.main_of = tuple(sorted(item.ref.article for item in chosen))
    cluster.main_refs = frozenset(item.ref for item in chosen)
    return cluster


def _agreeing(mains: Sequence[Facts]) -> list[Facts]:
    """Those of the main events of one family that do not exclude each other, from those with the people whom most have."""
    counts = Counter(entity for item in mains for entity in item.people)
    order = sorted(mains, key=lambda item: (-sum(counts[entity] for entity in item.people), item.ref))
    cluster = Cluster(order[0])
    cluster.main_of = (order[0].ref.article,)
    for item in order[1:]:
        if cluster.evidence(item) is not None:
            cluster.add(item)
    return sorted(cluster.members, key=lambda item: item.ref)


def _told_by(article: str, cluster: Cluster, facts: Sequence[Facts], mains: Mapping[str, Facts]) -> list[Facts]:
    """How an article that is about something else, by its own main event, tells the story's; taken into the cluster."""
    same = [item for item in facts if item.family == cluster.family and item.mention.polarity]
    fitting = [item for item in same if (cluster.evidence(item) or 0.0) >= JOIN and cluster.evidence(item) is not None]
    if fitting:
        cluster.add(fitting[0])
        return fitting[:1]
    if article in mains:
        cluster.members.append(mains[article])
        return [mains[article]]
    return []


def _story_family(
    story: Sequence[str], facts: Mapping[str, Sequence[Facts]], titles: Mapping[str, frozenset[str]]
) -> str:
    """The family of triggers that most articles are about: by their main events, their headlines, and what they tell at all."""
    votes: Counter[str] = Counter()
    forms: dict[str, set[str]] = defaultdict(set)
    for article in story:
        votes.update({item.family: MAIN_VOTE for item in facts[article] if item.mention.main})
        votes.update(dict.fromkeys({item.family for item in facts[article]}, 1))
        for item in facts[article]:
            forms[item.family] |= {
                item.mention.trigger.text.lower(),
                item.mention.lemma,
                third_person(item.mention.lemma),
            }
    for article in story:
        votes.update(
            {family: TITLE_VOTE for family, words in forms.items() if words & titles.get(article, frozenset())}
        )
    return max(votes, key=lambda name: (votes[name], name))


def _grouped(rest: Iterable[Facts], clusters: list[Cluster]) -> list[Cluster]:
    families: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        families[cluster.family].append(cluster)
    for item in sorted(rest, key=lambda item: (-len(item.people), item.ref)):
        best = _best(item, families[item.family], JOIN if item.mention.type != "other" else JOIN_UNTYPED)
        if best is None:
            best = Cluster(item)
            families[item.family].append(best)
            clusters.append(best)
        else:
            best.add(item)
    return clusters


def _best(item: Facts, clusters: Sequence[Cluster], least: float) -> Cluster | None:
    scored = [
        (score, bool(cluster.main_of), -number)
        for number, cluster in enumerate(clusters)
        if (score := cluster.evidence(item)) is not None and score >= least
    ]
    return clusters[-max(scored)[2]] if scored else None


def _across(clusters: list[Cluster]) -> list[Cluster]:
    kept: list[Cluster] = []
    index: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in sorted(clusters, key=lambda item: (not item.main_of, item.members[0].ref)):
        people = sorted({entity for role in CORE_ROLES for entity in cluster.who.get(role, ())})
        home = None if cluster.main_of else _home(cluster, people, index)
        if home is None:
            kept.append(cluster)
            for entity in people:
                index[cluster.family, entity].append(cluster)
        else:
            for item in cluster.members:
                home.add(item)
            home.loose.extend(cluster.loose)
    return kept


def _home(cluster: Cluster, people: Sequence[str], index: Mapping[tuple[str, str], list[Cluster]]) -> Cluster | None:
    near = {id(other): other for entity in people for other in index.get((cluster.family, entity), ())}
    for other in near.values():
        # Inside a story, accounts of one event may count differently; elsewhere, it is another event.
        if other.counts_differ(cluster):
            continue
        scores = [other.evidence(item) for item in cluster.members]
        if all(score is not None for score in scores) and max(score or 0.0 for score in scores) >= JOIN_ACROSS:
            return other
    return None
