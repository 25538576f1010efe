"""Headlines in sentence case: a capital stays where running text of the articles writes one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise

from generator.model import Article, Extraction
from generator.resolve.titles_words import common_words, words

# A line is in the capitals of headlines when this share of its words of so many letters has a capital; of so many such words.
TITLE_SHARE, LONG, FEWEST = 0.65, 4, 3
_RIM = "‘’“”'\".,:;!?()[]*"
_ENDINGS = ("s", "es", "ed", "d", "ing", "ings", "er", "ers", "ly")
# Endings of words that are hardly ever names.
_LOWERING = ("ly", "tion", "tions", "ness", "ment", "ments", "ics", "ity", "ing", "ship", "ships")
_NEW = (".", "!", "?", ":", "“", '"', "‘")


class Casing:
    """How running text writes each word: counted over all articles, without headlines and the first words of sentences."""

    def __init__(self, articles: Mapping[str, Article], extractions: Mapping[str, Extraction], verbs: Set[str]) -> None:
        self.forms: dict[str, Counter[str]] = defaultdict(Counter)
        self.pairs: Counter[tuple[str, str]] = Counter()
        self.verbs = verbs
        for key in sorted(extractions):
            title = articles[key].title or ""
            for sentence in extractions[key].sentences:
                if sentence.span.text != title and not is_title_case(sentence.span.text):
                    self._count(sentence.span.text.split())

    def _count(self, parts: Sequence[str]) -> None:
        running = list(_running(parts))
        for word in running:
            self.forms[word.lower()][word] += 1
        self.pairs.update(pairwise(running))

    def sentence_case(self, line: str) -> str:
        """The line in sentence case; as it stands when it is not in the capitals of headlines."""
        if not is_title_case(line):
            return line
        parts = line.split(" ")
        bare = [_bare(part) for part in parts]
        loud = all(word.isupper() for word in bare if len(word) >= LONG)
        shown = [self._shown(bare, number, loud) for number in range(len(parts))]
        return " ".join(part.replace(word, told, 1) for part, word, told in zip(parts, bare, shown, strict=True))

    def quiet(self, line: str) -> str:
        """The line without words of capitals only that running text writes otherwise."""
        return " ".join(self._quiet(part) for part in line.split(" "))

    def _quiet(self, part: str) -> str:
        """A word of capitals only as running text writes it, where running text does so otherwise: "AUSTRALIAN climber"."""
        word = _bare(part)
        seen = self.forms.get(word.lower())
        if len(word) <= LONG or not word.isalpha() or not word.isupper() or not seen:
            return part
        return part.replace(word, min(seen, key=lambda form: (-seen[form], not form.islower(), form)), 1)

    def _shown(self, bare: Sequence[str], number: int, loud: bool) -> str:
        word = bare[number]
        if not word[:1].isalpha() or (word[1:] != word[1:].lower() and not loud and "-" not in word):
            return word  # "SpaceX", "NYC"
        if loud:
            return self._usual(word)
        near = [(bare[at], bare[at + 1]) for at in (number - 1, number) if 0 <= at < len(bare) - 1]
        if number and any(self._is_name(*pair) for pair in near):
            return word
        if "-" in word:
            return "-".join(part if self._keeps_capital(part) else part.lower() for part in word.split("-"))
        return word if number == 0 or self._keeps_capital(word) else word.lower()

    def _is_name(self, left: str, right: str) -> bool:
        """Whether the two words stand with capitals side by side in running text, more often than without."""
        small = self.pairs[left.lower(), right.lower()] + self.pairs[left, right.lower()]
        if left.lower() in words("small") or right.lower() in words("small"):
            return self.pairs[left, right] > small and left.lower() in words("naming")
        return left[:1].isupper() and right[:1].isupper() and self.pairs[left, right] > small

    def _keeps_capital(self, word: str) -> bool:
        small = word.lower()
        if small in words("small"):
            return False
        seen = self.forms.get(small)
        if seen:
            return seen[small] < sum(seen.values()) - seen[small]
        if small in self.verbs or small.endswith(_LOWERING):
            return False
        return not any(self._is_small(form) or form in common_words() for form in _related(small))

    def _is_small(self, form: str) -> bool:
        seen = self.forms.get(form)
        return bool(seen) and seen is not None and seen[form] > sum(seen.values()) - seen[form]

    def _usual(self, word: str) -> str:
        """The form that running text gives a word of a line in capitals only."""
        stem, mark, rest = word.partition("'")
        seen = self.forms.get(stem.lower())
        told = min(seen, key=lambda form: (-seen[form], not form.islower(), form)) if seen else stem.capitalize()
        if not seen and not self._keeps_capital(stem):
            told = stem.lower()
        return told + mark + rest.lower()


def is_title_case(line: str) -> bool:
    """Whether a line is in the capitals of headlines."""
    long = [word for part in line.split() if len(word := _bare(part)) >= LONG and word[0].isalpha()]
    return len(long) >= FEWEST and sum(word[0].isupper() for word in long) / len(long) >= TITLE_SHARE


def _running(parts: Iterable[str]) -> Iterator[str]:
    """The words that no sentence or quotation starts with."""
    opened = True
    for part in parts:
        word = _bare(part)
        if not opened and part[0] not in "“\"‘'" and word:
            yield word
        opened = part.endswith(_NEW) or part in ("—", "–", "-", "--")


def _bare(part: str) -> str:
    word = part.strip(_RIM)
    for mark in ("'s", "’s"):
        word = word.removesuffix(mark)
    return word


def _related(word: str) -> Iterator[str]:
    """Other forms of a word: "slumps" -> "slump", "slumped"."""
    stems = {word} | {word.removesuffix(ending) for ending in _ENDINGS if len(word) > len(ending) + 2}
    for stem in sorted(stems):
        yield stem
        yield from (stem + ending for ending in ("e", *_ENDINGS))
