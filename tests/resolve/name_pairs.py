"""Pairs of real names with the right answer, and what the resolution makes of them: two articles, one name in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.resolve import clustering
from generator.resolve.names import person_parts
from generator.resolve.symbols import load_symbols
from tests.resolve.chains import resolve, said

HERE = Path(__file__).parent
_SCENE = (
    said("Harbor Council of Elmsport", type="organization"),
    said("Long Quay Bridge", type="facility"),
    said("Ottokar Brandtmaier"),
)


@dataclass(frozen=True)
class NamePair:
    """Two names and whether they are one; `story`, `alone`: see the files; `facts`: what each says of it."""

    verdict: str
    type: str
    names: tuple[str, str]
    story: bool
    alone: bool
    facts: tuple[dict[str, str], dict[str, str]]
    note: str

    def __str__(self) -> str:
        return f"{self.names[0]} | {self.names[1]} ({self.verdict}: {self.note})"


def read_pairs(path: Path) -> list[NamePair]:
    """The pairs of a file, in order."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return [_pair(line.split("\t")) for line in lines]


def _pair(cells: Sequence[str]) -> NamePair:
    verdict, kind, left, right, context, note = cells
    facts: dict[str, dict[str, str]] = {"l": {}, "r": {}}
    for item in context.split():
        if "=" in item:
            side, _, rest = item.partition(".")
            key, _, value = rest.partition("=")
            facts[side][key] = value
    return NamePair(
        verdict,
        kind,
        (left, right),
        "story" in context.split(),
        "alone" in context.split(),
        (facts["l"], facts["r"]),
        note,
    )


def are_one(pair: NamePair, story: bool) -> bool:
    """Whether the resolution makes one entity of the two names."""
    scene = _SCENE if story else ()
    left, right = (said(name, type=pair.type, **facts) for name, facts in zip(pair.names, pair.facts, strict=True))
    _, entity_of = resolve(a=[left, *scene], b=[right, *scene])
    one = entity_of.get(("a", "c0"))  # none where the text is no name to us
    return one is not None and one == entity_of.get(("b", "c0"))


def is_right(pair: NamePair) -> bool:
    """Names of one must be joined in the context that the pair gives; different names stay apart in every context."""
    if pair.verdict == "same":
        return are_one(pair, pair.story)
    return not are_one(pair, story=False) and (pair.alone or not are_one(pair, story=True))


def with_symbols_read_once(monkeypatch, pairs: Iterable[NamePair]) -> None:
    """Read the list of a million given and family names once for all pairs, not once per pair."""
    parts = [tuple(map(person_parts, pair.names)) for pair in pairs if pair.type == "person"]
    symbols = load_symbols(parts)
    monkeypatch.setattr(clustering, "load_symbols", lambda pairs: symbols)


def measure(pairs: Sequence[NamePair]) -> tuple[float, float, float, list[NamePair]]:
    """Pairwise precision, recall and F1 (0 to 1), and the pairs that went wrong."""
    wrong = [pair for pair in pairs if not is_right(pair)]
    total = sum(pair.verdict == "same" for pair in pairs)
    missed = sum(pair.verdict == "same" for pair in wrong)
    merged = total - missed + len(wrong) - missed
    precision, recall = (total - missed) / merged, (total - missed) / total
    return precision, recall, 2 * precision * recall / (precision + recall), wrong
