"""How alike two articles are: the chance that both tell the same event, by words, names, figures, and what their sentences mean."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from generator.resolve.events_figures import figures_evidence
from generator.resolve.events_profiles import Profile

# Log-odds that two articles tell one event: a logistic regression over pairs of articles, with and without titles and dates, whole
# and cut short; rounded, because anything near does as well. What it is multiplied with lies between 0 and 1.
# The words enter by their square root: the first that two articles share say more than the tenth.
TERMS, NAMES = 5.2, 2.7
# What the openings mean, how near the opening of each comes to some sentence of the other, and what the headlines mean.
OPENING, RETOLD, HEADLINE = 2.5, 4.2, 5.8
ANY_TWO = -6.1
# The same happening to other people: two arrests make two events, however alike they are told.
OTHER_PEOPLE = -3.0
# The person whom one article is about is not in the other at all; for both, twice the half.
PERSON_MISSING = -1.5
# The days of both main events, where they are known, lie so many apart that neither a long night nor a time zone explains it.
OTHER_DAY, NIGHT_DAYS = -1.5, 2
# Publication dates say little: they are often those of a crawl. But of what is years apart, the later is rarely told as news.
YEARS_APART, FAR_DAYS = -2.0, 730
# Whether two articles tell one event for sure, and not only of one topic: the openings of one event's articles share a name
# that few other articles have. Log-odds without one, and for the logarithm of how rare the rarest is.
UNSURE, SHARED_NAME = -3.0, 0.8
# Both openings tell happenings, and none of one is of the same kind as one of the other.
NOTHING_ALIKE = -1.0


def likelihood(left: Profile, right: Profile) -> float:
    """The chance that both tell the same event, or are of one topic, between 0 and 1; symmetric."""
    return _chance(_log_odds(left, right))


def certainty(left: Profile, right: Profile) -> float:
    """The chance that both tell the same event, and are not only of one topic, between 0 and 1; symmetric.

    Stories of one campaign or one war are alike in their words and in who is in them; whom and what their openings name is
    what each of them is about, and says the less, the more articles name it.
    """
    rarest = max((left.opening[name] for name in left.opening.keys() & right.opening.keys()), default=0.0)
    nothing_alike = bool(left.told and right.told and not left.told & right.told)
    return _chance(_log_odds(left, right) + UNSURE + SHARED_NAME * rarest + NOTHING_ALIKE * nothing_alike)


def _chance(odds: float) -> float:
    return round(1 / (1 + math.exp(-odds)), 4)


def _log_odds(left: Profile, right: Profile) -> float:
    terms = _cosine(left.terms, right.terms)
    return (
        ANY_TWO
        + TERMS * math.sqrt(terms)
        + NAMES * _cosine(left.names, right.names)
        + OPENING * _meaning(left.lead, right.lead, terms)
        + RETOLD * (_retold(left.lead, right.sentences, terms) + _retold(right.lead, left.sentences, terms)) / 2
        + HEADLINE * _meaning(left.headline, right.headline, 0.0)
        + OTHER_PEOPLE * _has_others(left, right)
        + PERSON_MISSING * (_is_missing(left, right) + _is_missing(right, left)) / 2
        + figures_evidence(left.figures, right.figures)
        + _days_evidence(left, right)
    )


def _days_evidence(left: Profile, right: Profile) -> float:
    """What the days of the main events and of publication say, in log-odds."""
    odds = 0.0
    if left.published and right.published and abs((left.published - right.published).days) > FAR_DAYS:
        odds += YEARS_APART
    if left.days and right.days:
        apart = max(left.days[0], right.days[0]) - min(left.days[1], right.days[1])
        odds += OTHER_DAY * (apart.days >= NIGHT_DAYS)
    return odds


def _is_missing(told: Profile, other: Profile) -> bool:
    """Whether the person whom one article is about is not in the other."""
    return bool(told.person) and told.person not in other.persons


def _has_others(left: Profile, right: Profile) -> bool:
    """Whether both articles are about the same kind of happening, with different people in the same role."""
    if not left.family or left.family != right.family:
        return False
    roles = left.people.keys() & right.people.keys()
    return any(not left.people[role] & right.people[role] for role in roles)


def _meaning(left: np.ndarray | None, right: np.ndarray | None, unknown: float) -> float:
    if left is None or right is None:
        return unknown
    return max(0.0, float(np.dot(left, right)))


def _retold(lead: np.ndarray | None, sentences: np.ndarray | None, unknown: float) -> float:
    """How near the nearest of the sentences comes to an opening; without embeddings, what the words give for it."""
    if lead is None or sentences is None:
        return unknown
    return max(0.0, float((sentences.astype(np.float32) @ lead).max()))


def _cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    # The exact sum: the order in which a set gives its words changes nothing.
    return math.fsum(left[term] * right[term] for term in left.keys() & right.keys())
