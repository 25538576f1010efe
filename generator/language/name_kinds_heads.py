"""What the words of a name say it names: "Lake Elm", "Elm Airport", "Treaty of Elmsport", and whole names of laws and events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from generator.language.name_kinds_lexicons import Head, KindLexicons
from generator.language.shapes import is_capitalized
from generator.language.viterbi import Entity

LONGEST_HEAD = 3  # words
LONGEST_NAME = 12  # tokens
LONGEST_BARE = 4  # words of a name whose first word says what it is without a preposition ("Mount Saint Ida")
LINKS = frozenset({"of", "on", "for", "in", "against", "to", "with", "between", "concerning", "the"})
CONJUNCTIONS = frozenset({"and", "&", "of"})
JOINTS = frozenset({"-", "–", "'s", "’s", "'", "’", "/"})
VERBS = frozenset({"VB", "VBD", "VBP", "VBZ", "MD"})
FUNCTION_TAGS = frozenset({"DT", "IN", "PRP", "PRP$", "CC", "WDT", "WP", "WRB", "RB", "EX", "TO", "UH"})
# Groups and kinds of names that the model often leaves out or cuts, and whose words make them sure.
WHOLE_GROUPS = frozenset({"law", "event"})
WHOLE_KINDS = frozenset({"award"})
TITLE_CASE = 0.6  # share of capitalized words from which on capitals say nothing
SHORTEST_TITLE = 4  # long words that a sentence must have for its case to count
LONG_WORD = 4  # letters


def head_of(words: Sequence[str], label: str, lexicons: KindLexicons) -> str:
    """The kind that the words of a name give, or ""; a model's `label` that the word must not overrule is believed."""
    if len(words) < 2:
        return ""
    lower = [word.lower() for word in words]
    tables = lexicons.heads
    linked = len(words) > 2 and lower[1] in LINKS
    found = tables["of"].get(lower[0]) if linked else None
    found = found or _last(lower, tables["last"])
    if found is None and not linked and len(words) <= LONGEST_BARE:
        found = tables["first"].get(lower[0])
    return found.kind if found is not None and label not in found.believed else ""


def _last(lower: Sequence[str], table: Mapping[str, Head]) -> Head | None:
    """By the longest known words at the end; a word stands before them, as "Museum" names no museum."""
    for size in range(min(LONGEST_HEAD, len(lower)), 0, -1):
        found = table.get(" ".join(lower[-size:]))
        if found is not None and (size < len(lower) or size > 1):
            return found
    return None


def find_whole(doc: Doc, entities: Sequence[Entity], lexicons: KindLexicons) -> list[Entity]:
    """(start, end, kind) of laws, treaties, wars, games, awards ... by their head words, as long as the capitals reach."""
    owners = {at: entity for entity in entities for at in range(entity[0], entity[1])}
    found: list[Entity] = []
    for token in doc:
        if not (token.text[:1].isupper() and token.is_alpha) or (found and token.i < found[-1][1]):
            continue
        item = _whole_at(doc, token.i, owners, lexicons)
        if item is not None:
            found.append(item)
    return found


def _whole_at(doc: Doc, at: int, owners: Mapping[int, Entity], lexicons: KindLexicons) -> Entity | None:
    word = doc[at].lower_
    last, before = lexicons.heads["last"].get(word), lexicons.heads["of"].get(word)
    if not _is_whole(last, lexicons) and not _is_whole(before, lexicons):
        return None
    end = _right_end(doc, at, owners) if _is_whole(before, lexicons) else at + 1
    if end == at + 1 and (not _is_whole(last, lexicons) or _goes_on(doc, at + 1)):
        return None
    start = _left_end(doc, at, owners, end > at + 1)
    if end - start < 2 or (is_title_case(doc, at) and at not in owners):
        return None
    chosen = before if end > at + 1 else last
    owner = owners.get(at)
    if chosen is None or (owner is not None and owner[:2] == (start, end) and owner[2] in chosen.believed):
        return None
    kind = chosen.kind if end > at + 1 else head_of([token.text for token in doc[start:end]], "", lexicons)
    return (start, end, kind) if _is_sort(kind, lexicons) else None


def _is_whole(head: Head | None, lexicons: KindLexicons) -> bool:
    return head is not None and _is_sort(head.kind, lexicons)


def _is_sort(kind: str, lexicons: KindLexicons) -> bool:
    return lexicons.group(kind) in WHOLE_GROUPS or kind in WHOLE_KINDS


def _goes_on(doc: Doc, at: int) -> bool:
    """Whether another word of a name stands here: "War" of "War Museum" is no war's."""
    if at >= len(doc) or doc[at].is_sent_start:
        return False
    return doc[at].text[:1].isupper() and doc[at].tag_ in ("NNP", "NNPS")


def _left_end(doc: Doc, at: int, owners: Mapping[int, Entity], has_rest: bool) -> int:
    """The first token of the name that ends at the head word `at`: capitalized words, numbers and whole entities before it."""
    start = at
    while start > 0 and at - start < LONGEST_NAME and not doc[start].is_sent_start:
        token = doc[start - 1]
        owner = owners.get(start - 1)
        if owner is not None and owner[1] == start:
            start = owner[0] if owner[2] != "PERSON" or not has_rest else start
            if start != owner[0]:
                break
        elif _is_part(token) or (_is_inside(token) and start > 1 and _is_part(doc[start - 2]) and start - 2 not in owners):
            start -= 1
        else:
            break
    while start < at and (doc[start].tag_ in FUNCTION_TAGS or doc[start].text in JOINTS):
        start += 1
    return start


def _is_part(token: Token) -> bool:
    year = token.is_digit or (token.text[:1].isdigit() and token.text[-2:].isalpha())  # "2024", "27th"
    return year or (is_capitalized(token.text) and token.tag_ not in VERBS and token.tag_ not in FUNCTION_TAGS)


def _is_inside(token: Token) -> bool:
    """Whether a name may go on before it: "Trade and Cooperation Agreement", "Non-Proliferation Treaty"."""
    return token.text in JOINTS or token.lower_ in CONJUNCTIONS


def _right_end(doc: Doc, at: int, owners: Mapping[int, Entity]) -> int:
    """The token after "Treaty of Elmsport", "Convention on the Law of the Sea"; `at + 1` where no capital follows a preposition."""
    owner = owners.get(at)
    if owner is not None and owner[1] > at + 1:
        return owner[1]
    end = last = at + 1
    if end >= len(doc) or doc[end].lower_ not in LINKS or doc[end].lower_ == "the":
        return end
    while end < len(doc) and end - at < LONGEST_NAME and not doc[end].is_sent_start:
        token = doc[end]
        if token.text[:1].isupper() and token.tag_ not in VERBS:
            last = end + 1
        elif not (token.lower_ in LINKS or token.text in JOINTS) or end - last > 1:
            break
        end += 1
    return last


def is_title_case(doc: Doc, at: int) -> bool:
    """Whether nearly all words of the sentence are capitalized, as in a headline."""
    words = [token.text for token in doc[at].sent if token.is_alpha and len(token.text) >= LONG_WORD]
    return len(words) >= SHORTEST_TITLE and sum(word[:1].isupper() for word in words) > TITLE_CASE * len(words)
