"""Which paragraphs are the article, and which are the page around it?

Every line is scored by a linear model over named features; then one region of the text is chosen, with holes, that maximizes
the sum of the scores minus the cost of each hole (dynamic programming over the states before, body, hole, after; linear in the
number of lines). An ordinary clean article has no line that scores low, and so it stays whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.ingest.features import Line, describe, read_line
from generator.ingest.glued import unglue
from generator.ingest.lexicon import load_data

MARKER_WORDS = 12
MARKERS = frozenset({"comments", "related", "copyright"})
_NEVER = float("-inf")
_BEFORE, _BODY, _HOLE, _AFTER = range(4)


def split_boilerplate(paragraphs: Sequence[str]) -> tuple[list[str], list[str]]:
    """(kept, removed), each in the order of the source.

    A paragraph in which an appeal and the article stand glued together ("... the difference.The minister ...") is parted when
    one part is kept and the other is not, and is left as it is otherwise.
    """
    pieces = [unglue(paragraph) for paragraph in paragraphs]
    lines = [read_line(piece) for parts in pieces for piece in parts]
    keep = iter(choose_region([score(lines, index) for index in range(len(lines))], [is_marker(line) for line in lines]))
    kept: list[str] = []
    removed: list[str] = []
    for paragraph, parts in zip(paragraphs, pieces, strict=True):
        verdicts = [next(keep) for _ in parts]
        if len(set(verdicts)) == 1:
            (kept if verdicts[0] else removed).append(paragraph)
            continue
        for part, verdict in zip(parts, verdicts, strict=True):
            (kept if verdict else removed).append(part)
    return kept, removed


def score(lines: Sequence[Line], index: int) -> float:
    """How much the line at `index` looks like the article: log-odds, positive for yes."""
    data = load_data("weights.yaml")
    weights = data["weights"]
    total = data["shift"] + sum(weights[name] * value for name, value in describe(lines, index).items())
    return float(min(data["ceiling"], max(data["floor"], total)))


def is_marker(line: Line) -> bool:
    """Whether the line opens a part of the page that is not the article: comments, related links, the foot."""
    if len(line.words) > MARKER_WORDS:
        return False
    return any(hit.kind in MARKERS and hit.mode in ("line", "start") for hit in line.hits)


def choose_region(scores: Sequence[float], markers: Sequence[bool]) -> list[bool]:
    """For every line, whether it is of the article: the best region with holes."""
    costs = load_data("weights.yaml")
    steps = {
        _BEFORE: ((_BEFORE, 0.0),),
        _BODY: ((_BODY, 0.0), (_BEFORE, 0.0), (_HOLE, -costs["leave"])),
        _HOLE: ((_HOLE, 0.0), (_BODY, -costs["enter"])),
        _AFTER: ((_AFTER, 0.0), (_BODY, 0.0)),
    }
    best = {_BEFORE: 0.0, _BODY: _NEVER, _HOLE: _NEVER, _AFTER: _NEVER}
    came: list[dict[int, int]] = []
    for value, marker in zip(scores, markers, strict=True):
        gain = {_BEFORE: 0.0, _BODY: value, _HOLE: -costs["marker"] * marker, _AFTER: 0.0}
        origin = {state: max(ways, key=lambda way: best[way[0]] + way[1]) for state, ways in steps.items()}
        came.append({state: way[0] for state, way in origin.items()})
        best = {state: best[way[0]] + way[1] + gain[state] for state, way in origin.items()}
    return _trace(came, max((_BODY, _AFTER), key=lambda state: best[state]))


def _trace(came: Sequence[dict[int, int]], state: int) -> list[bool]:
    keep: list[bool] = []
    for origin in reversed(came):
        keep.append(state == _BODY)
        state = origin[state]
    return keep[::-1]
