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
ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
JOINTS = frozenset({"-", "–", "'s", "’s", "'", "’", "/"})
VERBS = frozenset({"VB", "VBD", "VBP", "VBZ", "MD"})
FUNCTION_TAGS = frozenset({"DT", "IN", "PRP", "PRP$", "CC", "WDT", "WP", "WRB", "RB", "EX", "TO", "UH"})
# Groups and kinds of names that the model often leaves out or cuts, and whose words make them sure.
WHOLE_GROUPS = frozenset({"law", "event"})
WHOLE_KINDS = frozenset({"award"})
PLACE_GROUPS, PLACE_LABELS = frozenset({"place", "facility"}), frozenset({"LOC", "GPE", "FAC"})
JOINING = "law"  # the group whose names have "and" and "of" before their head words
TITLE_CASE = 0.6  # share of capitalized words from which on capitals say nothing
SHORTEST_TITLE = 4  # long words that a sentence must have for its case to count
LONG_WORD = 4  # letters


def head_of(words: Sequence[str], label: str, lexicons: KindLexicons) -> str:
    """The kind that the words of a name give, or ""; a model's `label` that the word must not overrule is believed."""
    if len(words) < 2:
        return ""
    lower = [word.lower() for word in words]
    tables = lexicons.heads
    link = next((at for at, word in enumerate(lower) if at and word in LINKS), 0)
    found = _before_link(lower[0], lower[1], lexicons) if link == 1 and len(words) > link + 1 else None
    if found is None and link > 1:
        found = _last(lower[:link], tables["last"])
        found = found if found is not None and is_whole(found.kind, lexicons) else None
    found = found or _last(lower, tables["last"])
    if found is None and not link and len(words) <= LONGEST_BARE:
        found = tables["first"].get(lower[0])
    if found is None or label in found.believed:
        return ""
    return found.kind if _is_written(words, found, label, lexicons) else ""


def _is_written(words: Sequence[str], head: Head, label: str, lexicons: KindLexicons) -> bool:
    """Whether the words look like the name of such a thing: places end in a capital, unless the model takes them for one."""
    is_place = lexicons.group(head.kind) in PLACE_GROUPS
    return not is_place or words[-1][0].isupper() or label in PLACE_LABELS


def _before_link(word: str, link: str, lexicons: KindLexicons) -> Head | None:
    """What a word says before a preposition, or before this one alone ("conference on")."""
    table = lexicons.heads["of"]
    return table.get(f"{word} {link}") or table.get(word)


def _last(lower: Sequence[str], table: Mapping[str, Head]) -> Head | None:
    """By the longest known words at the end; a word stands before them, as "Museum" names no museum."""
    for size in range(min(LONGEST_HEAD, len(lower)), 0, -1):
        found = table.get(" ".join(lower[-size:]))
        if found is not None and (size < len(lower) or size > 1):
            return found
    return None


def find_whole(doc: Doc, lower: Sequence[str], entities: Sequence[Entity], lexicons: KindLexicons) -> list[Entity]:
    """(start, end, kind) of laws, treaties, wars, games, awards ... by their head words, as long as the capitals reach.

    `lower` are the words of the document in lower case."""
    owners = {at: entity for entity in entities for at in range(entity[0], entity[1])}
    found: list[Entity] = []
    for at, word in enumerate(lower):
        if word not in lexicons.whole or not doc[at].text[0].isupper() or (found and at < found[-1][1]):
            continue
        item = _linked_at(doc, at, owners, lexicons) or _whole_at(doc, at, owners, lexicons)
        if item is not None:
            found.append(item)
    return found


def _whole_at(doc: Doc, at: int, owners: Mapping[int, Entity], lexicons: KindLexicons) -> Entity | None:
    """A name that ends at its head word: "Gorse Hill Accords"."""
    if _goes_on(doc, at + 1) or (is_title_case(doc, at) and at not in owners):
        return None
    owner = owners.get(at)
    start = _left_end(doc, at, owners, _joins(doc[at].lower_, lexicons))
    words = [token.text for token in doc[start : at + 1]]
    if owner is None and all(word.lower() in lexicons.generic for word in words[:-1]):
        return None
    kind = head_of(words, owner[2] if owner is not None else "", lexicons)
    is_named = any(word[0].isupper() for word in words[:-1])
    return (start, at + 1, kind) if is_named and is_whole(kind, lexicons) else None


def _linked_at(doc: Doc, at: int, owners: Mapping[int, Entity], lexicons: KindLexicons) -> Entity | None:
    """A name that goes on behind its head word: "Convention on the Law of the Sea", "Nobel Prize in Physics"."""
    if at + 2 >= len(doc) or doc[at + 1].lower_ not in LINKS or is_title_case(doc, at):
        return None
    head, owner = _before_link(doc[at].lower_, doc[at + 1].lower_, lexicons), owners.get(at)
    if head is None or not is_whole(head.kind, lexicons) or (owner is not None and owner[2] in head.believed):
        return None
    end = owner[1] if owner is not None and owner[1] > at + 1 else _right_end(doc, at, owners)
    return (_left_end(doc, at, owners, joins=False), end, head.kind) if end > at + 1 else None


def is_whole(kind: str, lexicons: KindLexicons) -> bool:
    """Whether names of this kind are looked for where the model found nothing or too little."""
    return lexicons.group(kind) in WHOLE_GROUPS or kind in WHOLE_KINDS


def _goes_on(doc: Doc, at: int) -> bool:
    """Whether another word of a name stands here: "War" of "War Museum" is no war's."""
    if at >= len(doc) or doc[at].is_sent_start:
        return False
    return doc[at].text[:1].isupper() and doc[at].tag_ in ("NNP", "NNPS")


def _joins(word: str, lexicons: KindLexicons) -> bool:
    head = lexicons.heads["last"].get(word)
    return head is not None and lexicons.group(head.kind) == JOINING


def _left_end(doc: Doc, at: int, owners: Mapping[int, Entity], joins: bool) -> int:
    """The first token of the name whose head word is `at`: capitalized words, ordinals and whole entities before it.

    `joins`: words before "and" and "of" too."""
    owner = owners.get(at)
    start = owner[0] if owner is not None and owner[2] != "PERSON" else at
    while start > 0 and at - start < LONGEST_NAME and not doc[start].is_sent_start:
        token, before = doc[start - 1], owners.get(start - 1)
        if before is not None and before[1] == start and before[2] != "PERSON":
            start = before[0]
        elif _is_part(token) or (_is_inside(token, joins) and start > 1 and _may_link(doc, start - 2, owners)):
            start -= 1
        else:
            break
    while start < at and (doc[start].tag_ in FUNCTION_TAGS or doc[start].text in JOINTS):
        start += 1
    return start


def _is_part(token: Token) -> bool:
    if token.text[0].isdigit():
        return token.text[-2:] in ORDINAL_ENDS
    return is_capitalized(token.text) and token.tag_ not in VERBS and token.tag_ not in FUNCTION_TAGS


def _is_inside(token: Token, joins: bool) -> bool:
    """Whether a name may go on before it: "Trade and Cooperation Agreement", "Non-Proliferation Treaty"."""
    return token.text in JOINTS or (joins and token.lower_ in CONJUNCTIONS)


def _may_link(doc: Doc, at: int, owners: Mapping[int, Entity]) -> bool:
    """Whether a hyphen, or an "and" that joins no other names, goes on from here."""
    return _is_part(doc[at]) and (doc[at + 1].text in JOINTS or at not in owners)


def _right_end(doc: Doc, at: int, owners: Mapping[int, Entity]) -> int:
    """The token after "Treaty of Elmsport"; `at + 1` where no capital follows the preposition."""
    end = last = at + 1
    while end < len(doc) and end - at < LONGEST_NAME and not doc[end].is_sent_start:
        token = doc[end]
        if token.text[0].isupper() and token.tag_ not in VERBS:
            last = owners[end][1] if end in owners else end + 1
        elif not (token.lower_ in LINKS or token.text in JOINTS) or end - last > 1:
            break
        end = max(end + 1, last)
    return last


def is_title_case(doc: Doc, at: int) -> bool:
    """Whether nearly all words of the sentence are capitalized, and its verbs too, as in a headline."""
    words = [token for token in doc[at].sent if token.is_alpha and len(token.text) >= LONG_WORD]
    if any(token.tag_ in VERBS and token.text.islower() for token in words):
        return False
    return len(words) >= SHORTEST_TITLE and sum(word.text[0].isupper() for word in words) > TITLE_CASE * len(words)
