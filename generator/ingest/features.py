"""What a line looks like: the named features that tell an article's paragraphs from the page around them.

After boilerpipe (Kohlschuetter et al. 2010: length and its neighbors), jusText (Pomikalek 2011: the share of function words)
and a lexicon of phrases. Every feature is in [0, 1] or close to it, and linear in the length of the line.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.ingest.lexicon import Hit, day_words, function_words, is_dated, load_data, match_line, words_of

LONG = 40
SENTENCE_WORDS = 8
CLAUSE_WORDS = 4
SHORT_WORDS = 7
CHATTER = 5
MIN_STAMPS = 3
NEIGHBORS = 2
WINDOW = 5
# Share of the words in sentences over the whole text: of a page with all its menus, and of an article alone.
MESSY, CLEAN = 0.75, 0.95
STAMP_WORDS = 10
_CHATTER_KINDS = frozenset({"comments", "counter"})
_EDGE_MODES = frozenset({"start", "end", "label", "tail"})
_ENDS = (
    ".",
    "!",
    "?",
    "…",
    "。",
    "！",
    "？",
    "」",
    '."',
    ".”",
    '!"',
    "!”",
    '?"',
    "?”",
    ".’",
    ".'",
    ",”",
    ',"',
    ".)",
    "”",
    '"',
)
_OPENERS = ('"', "“", "‘", "'", "«")
_QUOTE_MARKS = re.compile('["“”‘’«»]')
_CLOSERS = {'"': '"', "“": "”", "‘": "’", "«": "»"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line with what was counted in it."""

    text: str
    words: tuple[str, ...]
    hits: tuple[Hit, ...]
    function_share: float
    ends: bool
    capitals: float
    strong: int
    weak: int
    first: int
    second: int

    @property
    def fragment(self) -> bool:
        """Whether the line is short and no sentence: a label, a heading, an entry of a menu."""
        return not self.ends and len(self.words) <= SHORT_WORDS

    @property
    def stamp(self) -> bool:
        """Whether the line is a date alone, or a button or counter of the comments; clock times alone are of live reports."""
        if self.ends or len(self.words) > STAMP_WORDS:
            return False
        dated = is_dated(self.words) and not day_words().isdisjoint(self.words)
        return dated or any(hit.kind in _CHATTER_KINDS for hit in self.hits)


def read_line(text: str) -> Line:
    """Counts of one line."""
    words = words_of(text)
    counts = _count_appeal(words_of(unquoted) if (unquoted := _unquoted(text)) != text else words)
    tokens = [token for token in text.split() if token[:1].isalpha()]
    return Line(
        text=text,
        words=tuple(words),
        hits=match_line(text, words) if not text.startswith(_OPENERS) else (),
        function_share=sum(word in function_words() for word in words) / max(1, len(words)),
        ends=text.endswith(_ENDS),
        capitals=sum(token[0].isupper() for token in tokens) / max(1, len(tokens)),
        strong=counts["strong"],
        weak=counts["weak"],
        first=counts["first"],
        second=counts["second"],
    )


def describe(lines: Sequence[Line], index: int, document: float) -> Mapping[str, float]:
    """Feature name -> value of the line at `index` among its neighbors; `document` is `sentence_share` of all lines."""
    line = lines[index]
    count = len(line.words)
    sentence = line.ends and count >= SENTENCE_WORDS
    sure = [hit for hit in line.hits if hit.sure]
    clean = max(0.0, min(1.0, (document - MESSY) / (CLEAN - MESSY)))
    return {
        "bias": 1.0,
        "length": _size(count),
        "before": _mean_size(lines[max(0, index - NEIGHBORS) : index]),
        "after": _mean_size(lines[index + 1 : index + 1 + NEIGHBORS]),
        "ends": float(line.ends),
        "sentence": float(sentence),
        "function": min(line.function_share, 0.6) / 0.6,
        "capitals": line.capitals if count > 3 else 0.5,
        "fragment": float(line.fragment),
        "phrase line": float(any(hit.mode == "line" and hit.kind != "counter" for hit in line.hits)),
        "phrase start": float(any(hit.mode in _EDGE_MODES for hit in sure) and not sentence),
        "phrase in sentence": float(any(hit.mode in _EDGE_MODES for hit in sure) and sentence),
        "phrase inside": float(any(hit.mode == "any" for hit in sure)),
        "phrase hint": float(any(hit.mode == "start" and not hit.sure for hit in line.hits) and not sentence),
        "appeal": _appeal(line),
        "appeal weak": min(line.weak + line.strong, 4) / 4 * min(line.first, 2) / 2,
        "second person": min(line.second, 3) / 3,
        "sentences before": sentence_share(lines[max(0, index - WINDOW) : index]),
        "sentences after": sentence_share(lines[index + 1 : index + 1 + WINDOW]),
        "clean": clean,
        "chatter": chatter(lines, index) * (1 - clean),
        "appeal near": min(line.first + line.second, 2) / 2 * sum(map(_appeal, _adjacent(lines, index))),
    }


def chatter(lines: Sequence[Line], index: int) -> float:
    """How much a line stands among time stamps and counters, from 0 to 1: an article has them above it, comments around them."""
    above = sum(line.stamp for line in lines[max(0, index - CHATTER) : index])
    below = sum(line.stamp for line in lines[index + 1 : index + 1 + CHATTER])
    return min(above, below, 2) / 2 if above + below >= MIN_STAMPS else 0.0


def _adjacent(lines: Sequence[Line], index: int) -> Sequence[Line]:
    """The line before and the line after."""
    return [*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]]


def _appeal(line: Line) -> float:
    """How much a line asks something of its reader for its outlet, from 0 to 1."""
    if any(hit.kind == "subscribe" and hit.mode != "any" for hit in line.hits):
        return 1.0
    return min(line.strong, 3) / 3 * min(1.0, 0.25 + (line.first + line.second) / 4)


def sentence_share(lines: Sequence[Line]) -> float:
    """Share of the words of some lines that stand in sentences, from 0 to 1; 1 when there are none (the end of the text)."""
    total = sum(len(line.words) for line in lines)
    return (
        sum(len(line.words) for line in lines if line.ends and len(line.words) >= CLAUSE_WORDS) / total
        if total
        else 1.0
    )


def _size(count: int) -> float:
    return math.log1p(min(count, LONG)) / math.log1p(LONG)


def _mean_size(lines: Sequence[Line]) -> float:
    """Mean size of neighbors; the end of the text is no evidence (as an ordinary paragraph)."""
    return sum(_size(len(line.words)) for line in lines) / len(lines) if lines else _size(20)


def _count_appeal(words: Sequence[str]) -> Counter[str]:
    """How many of the words are of each kind of the lexicon of appeals."""
    kinds = _appeal_kinds()
    return Counter(kind for word in words if word in kinds for kind in kinds[word])


@cache
def _appeal_kinds() -> Mapping[str, tuple[str, ...]]:
    """Word -> the kinds of the lexicon of appeals that have it."""
    data = load_data("appeal.yaml")
    words = sorted({word for listed in data.values() for word in listed})
    return {word: tuple(kind for kind, listed in data.items() if word in listed) for word in words}


def _unquoted(text: str) -> str:
    """The text outside quotation marks: what somebody says in the article is no appeal of the outlet."""
    kept: list[str] = []
    closer, start = "", 0
    for match in _QUOTE_MARKS.finditer(text):
        char, index = match[0], match.start()
        if closer == char:
            closer, start = "", index + 1
        elif not closer and char in _CLOSERS and (char == '"' or not text[index - 1 : index].isalnum()):
            kept.append(text[start:index])
            closer = _CLOSERS[char]
    return "".join(kept) if closer else "".join(kept) + text[start:]
