"""Candidate pair -> judgement: a weighted sum of the features, and constraints that no sum outweighs."""

from __future__ import annotations

from typing import Literal

from generator.model import Judgement
from generator.resolve.bearers import contradiction
from generator.resolve.context import Company, Corpus
from generator.resolve.features import FEATURES, Pair, company_of, least_company, relate
from generator.resolve.lexicon import mapping
from generator.resolve.namesakes import Namesake, are_namesakes
from generator.resolve.persons import Relation
from generator.resolve.symbols import Symbols

Verdict = Literal["same", "different", "unsure"]

SAME_FROM = 0.80
UNSURE_FROM = 0.60
# Below this the names are no candidates for one entity, whatever their company.
MIN_NAME = 0.5
# How near two of one name stand that were told apart: nobody is more easily confused.
NAMESAKES = 0.59
NO_COMPANY = Company(0.0, (), 0.0)


def judge(left: Namesake, right: Namesake, symbols: Symbols, corpus: Corpus) -> tuple[Pair, Judgement]:
    """The judgement on two namesakes of one family, with its reasons, the weightiest first; left and right are their names."""
    relation = relate(left, right, symbols)
    conflict = constraint(left, right) or relation.conflict
    if conflict or relation.value < MIN_NAME:
        pair = Pair(left, right, relation, NO_COMPANY)
        reason = conflict or "the names have too little in common"
        nearness = NAMESAKES if are_namesakes(left, right) else 0.0
        return pair, Judgement(left.name, right.name, "different", nearness, (reason,))
    return (pair := Pair(left, right, relation, _company(left, right, relation, corpus))), score(pair)


def _company(left: Namesake, right: Namesake, relation: Relation, corpus: Corpus) -> Company:
    if left.family == "organization" and relation.vague:
        # A short name of an organization may be another one's elsewhere: each of its articles must support the join.
        return least_company(*((left, right) if relation.vague == "left" else (right, left)), corpus)
    return company_of(left, right, corpus)


def score(pair: Pair) -> Judgement:
    """The weighted sum of the features of a pair, as a judgement."""
    parts = []
    for key, feature in FEATURES.items():
        found = feature(pair)
        if found.value:
            parts.append((float(mapping("weights.tsv")[key]) * found.value, found.reason))
    total = round(min(1.0, max(0.0, sum(weight for weight, _ in parts))), 3)
    verdict: Verdict = "same" if total >= SAME_FROM else "unsure" if total >= UNSURE_FROM else "different"
    reasons = tuple(reason for _, reason in sorted(parts, key=lambda part: (-abs(part[0]), part[1])) if reason)
    return Judgement(pair.left.name, pair.right.name, verdict, total, reasons)


def constraint(left: Namesake, right: Namesake) -> str:
    """Why two namesakes can't be one, whatever their score, or ""."""
    if are_namesakes(left, right):
        found = contradiction(left.profiles, right.profiles)
        other = left.family
        return f"the same name, but another {other}: {found or 'their articles have nothing in common'}"
    if left.family != right.family:
        return f"one is a {left.family}, the other a {right.family}"
    if left.gender and right.gender and left.gender != right.gender:
        return "one is a man, the other a woman"
    return ""
