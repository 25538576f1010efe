"""Which line of a text, if any, is its headline?

With a title from the metadata it is the line that says the same; without one (or when none does), a line before the body
that looks like a headline and shares words with what follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from generator.ingest.lexicon import function_words, is_dated, match_line, words_of

MIN_WORDS, MAX_WORDS = 3, 24
MAX_CHARACTERS = 180
MIN_TITLE_RATIO = 85.0
# How far above the body a headline may stand, and how much of the body it is compared with.
WINDOW = 40
BODY_PARAGRAPHS = 8
MIN_SHARED_SHARE = 0.34
STEM = 5
# A headline has some content: with fewer words than this a label ("Science news") is not preferred to it.
FULL_STEMS = 6
MIN_DECK_WORDS = 6
_CLOSED_ENDS = (".", ":", ";", ",", "…", "-", "–", "—", '."', ".”", ',"', ",”", ".'", ".’")
_DASHES = (" - ", " – ", " — ", " -- ", " | ")


def find_headline(pieces: Sequence[tuple[str, bool]], title: str | None) -> int | None:
    """Index of the headline among (line, is it body?) pieces, or None.

    The headline stands before the body or is its first line. `title` is the title of the metadata.
    """
    body = next((index for index, (_, keep) in enumerate(pieces) if keep), None)
    if body is None:
        return None
    before = range(body, max(-1, body - WINDOW), -1)
    if title is not None:
        said = next((index for index in before if says_title(pieces[index][0], title)), None)
        if said is not None:
            return said
    following = [line for line, keep in pieces[body:] if keep]
    stems = _stems(" ".join(following[:BODY_PARAGRAPHS]))
    rest = _stems(" ".join(following[1 : BODY_PARAGRAPHS + 1]))
    candidates = [index for index in before if looks_like_headline(pieces[index][0])]
    shares = {index: _shared(pieces[index][0], rest if index == body else stems) for index in candidates}
    best = max(
        candidates,
        key=lambda index: (shares[index] * min(len(_stems(pieces[index][0])), FULL_STEMS), index),
        default=None,
    )
    return best if best is not None and shares[best] >= MIN_SHARED_SHARE else None


def says_title(line: str, title: str) -> bool:
    """Whether a line of the text is the title of the metadata, give or take the outlet's name behind it and punctuation."""
    said, wanted = " ".join(words_of(line)), " ".join(words_of(title))
    if not said or len(line) > MAX_CHARACTERS + len(title):
        return False
    parts = {
        wanted,
        *(" ".join(words_of(part)) for dash in _DASHES for part in (title.rsplit(dash, 1)[0],) if dash in title),
    }
    return any(said == part or fuzz.ratio(said, part) >= MIN_TITLE_RATIO for part in parts if part)


def looks_like_headline(line: str) -> bool:
    """Whether a line has the shape of a headline: short, no closed sentence, no byline, date, dateline or label."""
    words = words_of(line)
    if not MIN_WORDS <= len(words) <= MAX_WORDS or len(line) > MAX_CHARACTERS or line.endswith(_CLOSED_ENDS):
        return False
    opening = line.lstrip("\"'“‘«([")[:1]
    if not (
        opening.isupper() or opening.isdigit() or (opening.islower() and any(c.isupper() for c in line.split()[0]))
    ):
        return False
    return not match_line(line) and not is_dated(words)


def _shared(line: str, stems: frozenset[str]) -> float:
    """Share of the content words of a line that come again."""
    own = _stems(line)
    return len(own & stems) / len(own) if own else 0.0


def _stems(text: str) -> frozenset[str]:
    """Content words of a text, cut to their first letters: enough to see "wins" in "winner"."""
    words = (word.removesuffix("'s") for word in words_of(text))
    return frozenset(word[:STEM] for word in words if word not in function_words() and word != "#" and len(word) > 1)


def find_deck(pieces: Sequence[tuple[str, bool]], headline: int) -> int | None:
    """Index of the deck: a line right below the headline that tells more of the same and was not taken for the body, or None."""
    if headline + 1 >= len(pieces) or pieces[headline + 1][1]:
        return None
    line = pieces[headline + 1][0]
    words = words_of(line)
    if len(words) < MIN_DECK_WORDS or match_line(line) or is_dated(words):
        return None
    others = _stems(" ".join(text for index, (text, keep) in enumerate(pieces) if keep or index == headline))
    return headline + 1 if _shared(line, others) >= MIN_SHARED_SHARE else None
