"""Which mentions of a cluster tell its event for sure: a page rests on these alone.

Inside one story, triggers of one family mostly tell one event, and clusters are made by that. But a page must not tell of one
investigation what was said of another: a mention stands firm when something besides the trigger speaks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.model import Article, EventRef, Extraction
from generator.resolve.events_cluster import Cluster
from generator.resolve.events_facts import CORE_ROLES, Facts
from generator.resolve.titles_words import words

# The least evidence by which a mention stands firm: of a background event, and of what the articles are about.
FIRM, FIRM_MAIN = 1.0, 0.5
# Somebody who takes part in both did the like more than once: without a sentence that means the same, a background event wants more.
FIRM_ALONE = 1.5
# Cosine of the embeddings: of sentences that say the same, whoever is in them, and of those that tell the same main event.
SAME_SENTENCE, SAME_TELLING = 0.85, 0.6
# At most so many words stand between an article and its noun: "the deadly plane crash".
MAX_ADJECTIVES = 2
MAX_BEFORE = 60
# Both name what is acted on, and it is something else.
OTHER_THING = -1.0
# Roles of what an event is no other event for: where, when, how and why it is told to happen.
SCENE_ROLES = ("topic", "place", "after", "as", "purpose", "cause", "instrument", "under", "without")
# A whole cluster that stands firm by itself is another event when so much speaks against its being this one.
APART = 0.0

_CONDITIONS = (["if"], ["unless"], ["whether"])
_FIRST, _PRESENT = "s0", frozenset({"VBZ", "VBP"})

# How good a page the firm mentions would make; higher is better.
Worth = Callable[[Sequence[Facts]], tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds the event mentions.

    vectors    embedding of each one's sentence; empty where the model has no embedder
    definite   those that are nouns with a definite article: "the crash" is the one that was told of
    supposed   those that stand behind a bare condition: "if convicted"
    """

    vectors: Mapping[EventRef, np.ndarray]
    definite: frozenset[EventRef]
    supposed: frozenset[EventRef] = frozenset()


def read_context(extractions: Mapping[str, Extraction], articles: Mapping[str, Article]) -> Context:
    """The context of all event mentions."""
    definite = {
        EventRef(key, mention.id)
        for key, item in extractions.items()
        for mention in item.events
        if mention.tag.startswith("NN") and _is_definite(articles[key].text[: mention.trigger.start])
    }
    supposed = {
        EventRef(key, mention.id)
        for key, item in extractions.items()
        for mention in item.events
        if articles[key].text[: mention.trigger.start].rpartition("\n")[2].lower().split()[-1:] in _CONDITIONS
    }
    return Context(sentence_vectors(extractions), frozenset(definite), frozenset(supposed))


def _is_definite(before: str) -> bool:
    for word in reversed(before[-MAX_BEFORE:].split()[-MAX_ADJECTIVES - 1 :]):
        if word.lower() in words("definite"):
            return True
        if not word.replace("-", "").isalpha():
            return False
    return False


def sentence_vectors(extractions: Mapping[str, Extraction]) -> dict[EventRef, np.ndarray]:
    """The embedding of each event mention's sentence; empty where the model has no embedder."""
    found: dict[EventRef, np.ndarray] = {}
    for key, item in sorted(extractions.items()):
        if item.vectors and item.sentences:
            rows = np.frombuffer(item.vectors, dtype="<f2").astype(np.float32).reshape(len(item.sentences), -1)
            row_of = {sentence.id: number for number, sentence in enumerate(item.sentences)}
            found.update((EventRef(key, mention.id), rows[row_of[mention.sentence]]) for mention in item.events)
    return found


def firm_clusters(cluster: Cluster, context: Context, worth: Worth) -> list[Cluster]:
    """The cluster with its firm mentions as members and the others as `loose`; before it what proved to be another event."""
    parts = _parts(cluster, context)
    core = parts[0] if cluster.main_of else max(parts, key=lambda part: worth(part.members))
    others = [part for part in parts if part is not core]
    apart = [part for part in others if _is_apart(part, core)]
    taken = {item.ref for part in (core, *apart) for item in part.members}
    core.loose = sorted((item for item in cluster.members if item.ref not in taken), key=lambda item: item.ref)
    core.main_of = cluster.main_of
    return [*apart, core]


def _parts(cluster: Cluster, context: Context) -> list[Cluster]:
    """Clusters inside of which something besides the trigger speaks for every mention; the main event's first."""
    least = FIRM_MAIN if cluster.main_of else FIRM
    mains = [item for item in cluster.members if item.ref in cluster.main_refs]
    parts: list[Cluster] = []
    if mains:
        parts.append(Cluster(mains[0]))
        for item in mains[1:]:
            parts[0].add(item)
        parts[0].main_of = cluster.main_of
    alike = _Likeness(cluster.members, context.vectors)
    part_of = {item.ref: 0 for item in mains}
    rest = (item for item in cluster.members if item.ref not in cluster.main_refs)
    for item in sorted(rest, key=lambda item: (-len(item.people), item.ref)):
        definite = item.ref in context.definite
        taken_up = _antecedent(item, cluster) if definite else None
        before = part_of.get(taken_up) if taken_up else None
        scored = [
            (score, -n)
            for n, part in enumerate(parts)
            if (cluster.main_of or not _differ(item, part, context.supposed))
            and (score := _score(part, item, alike, definite) + FIRM * (n == before)) >= least
        ]
        place = -max(scored)[1] if scored else len(parts)
        if scored:
            parts[place].add(item)
        else:
            parts.append(Cluster(item))
        part_of[item.ref] = place
    return parts


def _differ(item: Facts, part: Cluster, supposed: frozenset[EventRef]) -> bool:
    """Whether one is told and the other only supposed."""
    return any((other.ref in supposed) != (item.ref in supposed) for other in part.members)


def _antecedent(item: Facts, cluster: Cluster) -> EventRef | None:
    """What a definite noun takes up: the nearest mention before it in the article that has the same word, else that is a noun."""
    before = [
        other
        for other in cluster.members
        if other.ref.article == item.ref.article and other.mention.trigger.start < item.mention.trigger.start
    ]
    same = [other for other in before if other.mention.lemma == item.mention.lemma]
    nouns = [other for other in before if other.mention.tag.startswith("NN")]
    return max(same or nouns, key=lambda other: other.mention.trigger.start).ref if same or nouns else None


class _Likeness:
    """How alike the sentences of a cluster's mentions are, every pair computed once."""

    def __init__(self, members: Sequence[Facts], vectors: Mapping[EventRef, np.ndarray]) -> None:
        known = [item.ref for item in members if item.ref in vectors]
        self._row = {ref: number for number, ref in enumerate(known)}
        rows = np.stack([vectors[ref] for ref in known]) if known else np.zeros((0, 1), np.float32)
        self._table = rows @ rows.T

    def nearest(self, ref: EventRef, part: Cluster) -> float:
        """The cosine of the most alike sentence of a part, 0.0 without embeddings."""
        columns = [self._row[item.ref] for item in part.members if item.ref in self._row]
        if ref not in self._row or not columns:
            return 0.0
        return round(float(self._table[self._row[ref], columns].max()), 4)


def _score(part: Cluster, item: Facts, likeness: _Likeness, definite: bool) -> float:
    score = part.evidence(item)
    if score is None:
        return float("-inf")
    if not part.main_of and _is_news_and_old(part, item):
        return float("-inf")
    alike = likeness.nearest(item.ref, part)
    if alike >= SAME_SENTENCE:
        return score + FIRM
    score += OTHER_THING * _other_thing(part, item)
    told = alike >= SAME_TELLING or definite
    if not part.main_of and not told and (score < FIRM_ALONE or _is_of_another_time(part, item)):
        return float("-inf")
    return score + FIRM_MAIN * (bool(part.main_of) and told)


def _is_news_and_old(part: Cluster, item: Facts) -> bool:
    """Whether a headline tells one in the present tense, as news, and the other is told of long ago."""
    return any(
        (item.is_old and _is_news(other)) or (other.is_old and _is_news(item) and not item.is_old)
        for other in part.members
    )


def _is_news(item: Facts) -> bool:
    return item.mention.sentence == _FIRST and item.mention.tag in _PRESENT and not item.is_old


def _is_of_another_time(part: Cluster, item: Facts) -> bool:
    """Whether one is told of long ago and the other is not."""
    return any(other.is_old != item.is_old for other in part.members)


def _other_thing(part: Cluster, item: Facts) -> bool:
    """Whether both say what is acted on, and share neither a name nor a word for it; in the background, also with or to whom."""
    roles = {"patient"} if part.main_of else (part.who.keys() | part.heads.keys()) - {"agent", *SCENE_ROLES}
    for role in sorted(roles):
        ours = part.who.get(role, set()) | part.heads.get(role, set())
        theirs = item.named(role)
        # "A girl" and her name may be one and the same.
        unknown = bool(part.main_of) and not part.who.get(role) and bool(item.who.get(role))
        if ours and theirs and not ours & theirs and not unknown:
            return True
    return False


def _is_apart(part: Cluster, core: Cluster) -> bool:
    """Whether a part has people of its own and something speaks against its being the same event."""
    if not any(part.who.get(role) for role in CORE_ROLES):
        return False
    scores = [core.evidence(item) for item in part.members]
    return any(score is None or score < APART for score in scores)
