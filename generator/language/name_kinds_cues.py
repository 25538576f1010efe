"""What the words around a name say it names: "the tanker X", "the village of X", "X province", "X, a river in", the novel “X”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from generator.language.name_kinds_heads import PLACE_GROUPS, PLACE_LABELS
from generator.language.name_kinds_lexicons import KindLexicons, opening
from generator.language.viterbi import Entity

NAME_TAGS = frozenset({"NNP", "NNPS"})
NOUNS = frozenset({"NN", "NNS"})
CHAIN_TAGS = frozenset({"NN", "NNS", "JJ", "HYPH", "VBG", "CD", "NNP"})
REACH = (
    4  # tokens behind an ambiguous name in which a noun for such a thing may stand ("Patriot air defense batteries")
)
JOINED = frozenset({"appos", "compound", "nmod", "amod", "dep", ""})
WORKS = "work"
PERSONS = frozenset({"PERSON", "ORG"})  # labels of ships and works that are named for somebody
BELIEVED = PERSONS | {"NORP"}
SHIPS = frozenset({"ship", "submarine"})
SINGLE = frozenset({"‘", "'"})  # apostrophes look like them
CLOSING = {"“": "”", "‘": "’", '"': '"', "``": "''", "'": "'"}
LONGEST_TITLE = 12  # tokens
TITLE_WORD = 4  # letters from which on a word of a title has a capital
CALLED = frozenset({"called", "titled", "entitled", "named", "dubbed", ",", ":"})


def kind_beside(doc: Doc, start: int, end: int, label: str, lexicons: KindLexicons) -> str:
    """The kind that a noun beside the name in tokens `[start, end)` gives, or "". `label` is the model's, "" for none."""
    found = [(kind, True) for kind in _cues(_before(doc, start, end), lexicons)]
    if label not in BELIEVED:
        # "Gorse province" is Gorse; "Gorse airport" and "Gorse rockets" are only from there.
        after = [(kind, lexicons.group(kind) == "place") for kind in _cues(_after(doc, start, end), lexicons)]
        apart = [(kind, lexicons.group(kind) in PLACE_GROUPS) for kind in _cues(_explaining(doc, start, end), lexicons)]
        found += [item for item in (*after, *apart) if item[1] or label not in PLACE_LABELS]
    return next((kind for kind, _ in found if _fits(kind, label, lexicons)), "")


def _cues(nouns: Iterable[Token], lexicons: KindLexicons) -> list[str]:
    return [kind for noun in nouns if (kind := _plain_cue(noun, lexicons))]


def _cue(noun: Token, lexicons: KindLexicons) -> str:
    return lexicons.cues.get(noun.lower_) or lexicons.cues.get(noun.lemma_) or ""


def _plain_cue(noun: Token, lexicons: KindLexicons) -> str:
    return "" if noun.lower_ in lexicons.quoted else _cue(noun, lexicons)


def _fits(kind: str, label: str, lexicons: KindLexicons) -> bool:
    group = lexicons.group(kind)
    if label in PERSONS:
        return group == WORKS or kind in SHIPS
    return label != "NORP" and (group not in PLACE_GROUPS or label in PLACE_LABELS or not label)


def _before(doc: Doc, start: int, end: int) -> Iterator[Token]:
    """The noun of "the tanker X" and "the village of X"."""
    root = doc[start:end].root
    if start > 0 and doc[start - 1].tag_ == "NN":
        noun = doc[start - 1]
        if (root.head.i == noun.i or noun.head.i == root.i) and {root.dep_, noun.dep_} & JOINED:
            yield noun
    if start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].tag_ == "NN" and root.dep_ in ("pobj", ""):
        yield doc[start - 2]


def _after(doc: Doc, start: int, end: int) -> Iterator[Token]:
    """The noun of "X province", "X missiles"."""
    if end < len(doc) and doc[end].tag_ in NOUNS and not doc[end].is_sent_start:
        root = doc[start:end].root
        if root.dep_ in ("compound", "nmod", "") and root.head.i == end:
            yield doc[end]


def _explaining(doc: Doc, start: int, end: int) -> Iterator[Token]:
    """The noun of "X, a village in" and "X is a village"."""
    root = doc[start:end].root
    yield from (child for child in root.children if child.dep_ == "appos" and child.i > end and child.tag_ == "NN")
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        yield from (child for child in root.head.children if child.dep_ == "attr" and child.tag_ == "NN")


def kind_of_ambiguous(doc: Doc, start: int, end: int, kinds: tuple[str, ...], lexicons: KindLexicons) -> str:
    """Which of these kinds a name that means many things has here: "Apache helicopters", "the Javelin missile"; "" for none."""
    for at in range(end, min(end + REACH, len(doc))):
        if doc[at].tag_ not in CHAIN_TAGS or doc[at].is_sent_start:
            break
        found = lexicons.cues.get(doc[at].lemma_) or lexicons.cues.get(doc[at].lower_)
        if found:
            return _agreed(found, kinds, lexicons)
    found = next((_cue(noun, lexicons) for noun in _before(doc, start, end)), "")
    return _agreed(found, kinds, lexicons) if found else ""


def _agreed(found: str, kinds: tuple[str, ...], lexicons: KindLexicons) -> str:
    if found in kinds:
        return found
    return kinds[0] if lexicons.group(found) == lexicons.group(kinds[0]) != "place" else ""


def find_titles(doc: Doc, words: Sequence[str], lexicons: KindLexicons) -> list[Entity]:
    """(start, end, kind) of works between quotation marks beside a noun for one: the novel “X”, the “X” series."""
    found: list[Entity] = []
    for at, word in enumerate(words):
        if word in CLOSING and (not found or at > found[-1][1]) and not (word in SINGLE and doc[at].whitespace_):
            close = _closing(doc, at)
            kind = _title_kind(doc, at, close, lexicons) if close else ""
            end = close - (doc[close - 1].text in ",.") if close else 0
            if kind and _is_title(doc, at + 1, end):
                found.append((at + 1, end, kind))
    return found


def find_called(doc: Doc, lower: Sequence[str], lexicons: KindLexicons) -> list[Entity]:
    """(start, end, kind) of ships and works without quotation marks right behind their noun: "the tanker Ann Fenwick"."""
    found: list[Entity] = []
    for at, word in enumerate(lower[:-1]):
        if word not in lexicons.cues:
            continue
        token = doc[at]
        kind = _plain_cue(token, lexicons) if token.tag_ == "NN" else ""
        if kind in SHIPS or (kind and lexicons.group(kind) == WORKS):
            end = token.i + 1
            while end < len(doc) and doc[end].tag_ in NAME_TAGS and doc[end].text[0].isupper():
                end += 1
            if end > token.i + 1 and token in _before(doc, token.i + 1, end):
                found.append((token.i + 1, end, kind))
    return found


def _closing(doc: Doc, at: int) -> int:
    for end in range(at + 2, min(at + LONGEST_TITLE + 2, len(doc))):
        is_mark = doc[end].text == CLOSING[doc[at].text]
        if is_mark and not (doc[at].text in SINGLE and (doc[end - 1].whitespace_ or not _ends_word(doc, end))):
            return end
    return 0


def _ends_word(doc: Doc, at: int) -> bool:
    return bool(doc[at].whitespace_) or at + 1 == len(doc) or doc[at + 1].is_punct or doc[at + 1].is_space


def _title_kind(doc: Doc, opening_at: int, close: int, lexicons: KindLexicons) -> str:
    before = opening_at - 1
    if before > 0 and doc[before].lower_ in CALLED:
        before -= 1
    around = [before] if before >= 0 else []
    around += [close + 1] if close + 1 < len(doc) and doc[close + 1].tag_ in NOUNS else []
    kinds = (_cue(doc[at], lexicons) for at in around)
    return next((kind for kind in kinds if lexicons.group(kind) == WORKS), "")


def _is_title(doc: Doc, start: int, end: int) -> bool:
    """Whether it is written as a title: a capital or a digit first, and on every longer word."""
    words = [token.text for token in doc[start:end] if opening(token.text)]
    if not words or not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    return all(not word[0].islower() for word in words if len(word) > TITLE_WORD)
