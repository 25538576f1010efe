"""Which paragraphs are the article, and which are the page around it?

Every line is scored by a linear model over named features; then one region of the text is chosen, with holes, that maximizes
the sum of the scores minus the cost of each hole (dynamic programming over the states before, body, hole, after; linear in the
number of lines). An ordinary clean article has no line that scores low, and so it stays whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.ingest.features import CLEAN, SENTENCE_WORDS, Line, chatter, describe, read_line, sentence_share
from generator.ingest.glued import unglue
from generator.ingest.lexicon import is_dated, load_data

MARKER_WORDS = 12
# A heading of another part of the page is short, and at least so many lines of the article stand before it.
HEADING_WORDS = 6
MIN_TOLD = 3
# A line with a phrase of the lexicon scores below this unless much speaks for the article.
PHRASE_SCORE = 1.0
MARKERS = frozenset({"comments", "related", "copyright"})
_NEVER = float("-inf")
_BEFORE, _BODY, _HOLE, _AFTER = range(4)


def classify(paragraphs: Sequence[str]) -> list[tuple[str, bool]]:
    """(line, is it of the article?) in the order of the source.

    A paragraph in which an appeal and the article stand glued together ("... the difference.The minister ...") is parted when
    one part is kept and the other is not, and is left as it is otherwise.
    """
    pieces = [unglue(paragraph) for paragraph in paragraphs]
    lines = [read_line(piece) for parts in pieces for piece in parts]
    document = sentence_share(lines)
    scores = [score(lines, index, document) for index in range(len(lines))]
    scores = lower_below_headings(lines, scores, document)
    free = [is_surely_boilerplate(line, value) for value, line in zip(scores, lines, strict=True)]
    region = choose_region(scores, free, [is_marker(line) for line in lines])
    keep = iter(region if any(region) else [not hole for hole in free])
    decided: list[tuple[str, bool]] = []
    for paragraph, parts in zip(paragraphs, pieces, strict=True):
        verdicts = [next(keep) for _ in parts]
        whole = len(set(verdicts)) == 1
        decided.extend([(paragraph, verdicts[0])] if whole else zip(parts, verdicts, strict=True))
    return decided


def drop_phrases(paragraphs: Sequence[str]) -> list[tuple[str, bool]]:
    """As `classify`, for text that was cut out of its page already: only lines that a sure phrase marks are boilerplate."""
    lines = [read_line(paragraph) for paragraph in paragraphs]
    return [(line.text, not is_surely_boilerplate(line, score(lines, index, 1.0))) for index, line in enumerate(lines)]


def score(lines: Sequence[Line], index: int, document: float) -> float:
    """How much the line at `index` looks like the article: log-odds, positive for yes."""
    data = load_data("weights.yaml")
    weights = data["weights"]
    total = data["shift"] + sum(weights[name] * value for name, value in describe(lines, index, document).items())
    return float(min(data["ceiling"], max(data["floor"], total)))


def lower_below_headings(lines: Sequence[Line], scores: Sequence[float], document: float) -> list[float]:
    """The scores, those below the heading of the comments or of other articles lowered: these hold sentences too.

    A link to the comments above the article is no heading: some of the article must stand before it.
    """
    penalties = load_data("weights.yaml")["below"]
    lowered: list[float] = []
    told, penalty = 0, 0.0
    for index, (line, value) in enumerate(zip(lines, scores, strict=True)):
        if told >= MIN_TOLD:
            penalty = min(
                [penalty, *(penalties[kind] for kind in _opened(lines, index, document) if kind in penalties)]
            )
        lowered.append(value + penalty)
        told += value > 0 and line.ends
    return lowered


def _opened(lines: Sequence[Line], index: int, document: float) -> list[str]:
    """Which parts of the page a line opens: by its phrases when it is a heading, and comments by their time stamps."""
    line = lines[index]
    kinds = [hit.kind for hit in line.hits if hit.mode in ("line", "start")] if len(line.words) <= HEADING_WORDS else []
    return [*kinds, "chatter"] if document < CLEAN and chatter(lines, index) == 1 else kinds


def is_marker(line: Line) -> bool:
    """Whether the line opens a part of the page that is not the article: comments, related links, the foot."""
    if len(line.words) > MARKER_WORDS:
        return False
    return any(hit.kind in MARKERS and hit.mode in ("line", "start") for hit in line.hits)


def is_surely_boilerplate(line: Line, value: float) -> bool:
    """Whether a line of score `value` is boilerplate by itself: such a line is a hole of its own that costs nothing.

    A label or a fragment that a sure phrase marks, a byline or a date of publication is; a sentence with such a phrase at
    its edge is when its score does not speak for the article.
    """
    sure = [hit for hit in line.hits if hit.sure]
    edge = any(hit.mode != "any" for hit in sure)
    if len(line.words) >= (SENTENCE_WORDS if line.ends else MARKER_WORDS + 1):
        return edge and (value < PHRASE_SCORE or len(sure) > 1 or any(hit.mode == "end" for hit in sure))
    return edge or (not line.ends and (is_dated(line.words) or any(hit.kind == "byline" for hit in line.hits)))


def choose_region(scores: Sequence[float], free: Sequence[bool], markers: Sequence[bool]) -> list[bool]:
    """For every line, whether it is of the article: the best region with holes; `free` lines never are."""
    costs = load_data("weights.yaml")
    steps = {
        _BEFORE: ((_BEFORE, 0.0),),
        _BODY: ((_BODY, 0.0), (_BEFORE, 0.0), (_HOLE, -costs["leave"])),
        _HOLE: ((_HOLE, 0.0), (_BODY, -costs["enter"])),
        _AFTER: ((_AFTER, 0.0), (_BODY, 0.0)),
    }
    best = {_BEFORE: 0.0, _BODY: _NEVER, _HOLE: _NEVER, _AFTER: _NEVER}
    came: list[dict[int, int]] = []
    for value, hole, marker in zip(scores, free, markers, strict=True):
        gain = {_BEFORE: 0.0, _BODY: 0.0 if hole else value, _HOLE: -costs["marker"] * marker, _AFTER: 0.0}
        origin = {state: max(ways, key=lambda way: best[way[0]] + way[1]) for state, ways in steps.items()}
        came.append({state: way[0] for state, way in origin.items()})
        best = {state: best[way[0]] + way[1] + gain[state] for state, way in origin.items()}
    inside = _trace(came, max((_BODY, _AFTER), key=lambda state: best[state]))
    return [body and not hole for body, hole in zip(inside, free, strict=True)]


def _trace(came: Sequence[dict[int, int]], state: int) -> list[bool]:
    keep: list[bool] = []
    for origin in reversed(came):
        keep.append(state == _BODY)
        state = origin[state]
    return keep[::-1]
