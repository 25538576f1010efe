"""Names: the pipeline's named entities, cleaned, typed and made consistent within the article."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from generator.extract.mentions_cuts import cut_to_name, is_title_case
from generator.extract.mentions_found import Found
from generator.extract.mentions_lexicons import (
    empty_phrases,
    given_names,
    honorifics,
    name_particles,
    not_names,
    person_nouns,
    pronouns,
    whole_names,
)
from generator.extract.mentions_metonyms import mark_metonyms
from generator.extract.mentions_surnames import find_bearers, is_surname
from generator.extract.mentions_titles import without_title
from generator.extract.mentions_types import (
    MODELLED,
    TYPE_OF_GROUP,
    TYPE_OF_LABEL,
    is_listed,
    is_ship_noun,
    subtype_of_name,
    type_of_name,
)
from generator.extract.mentions_votes import settle_types
from generator.gazetteer import capital_of, country_of_demonym
from generator.language.name_kinds import group_of
from generator.model import EntityType

_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those", "our", "its", "their", "his", "her"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_PLACE_LABELS = frozenset({"LOC", "GPE", "FAC"})
# Types that a subtype gives reasons for: names of places and organizations may stand for others.
_TOLD_BY_NAME = frozenset({"product", "law", "work", "other"})
_BEFORE_CREDIT = frozenset({"(", "/"})
_LONGEST_CREDIT = 10  # tokens behind the name
LONGEST_WHOLE = 9  # tokens of a name that the lists have whole
_MAX_TOKENS = 12
_LONGEST_PHRASE = 5


def find_names(doc: Doc) -> list[Found]:
    """Name mentions and demonyms in text order, without overlap. Demonyms are nominals of type "place"."""
    found: list[Found] = []
    bearers = find_bearers(doc.ents)
    for start, end, label in _entities(doc):
        found.extend(_read(doc, start, end, label, bearers))
    return mark_metonyms(doc, settle_types(doc, found))


def _entities(doc: Doc) -> list[tuple[int, int, str]]:
    """The named entities that we read; two side by side that only together name a people are one ("North" "Korean")."""
    found: list[tuple[int, int, str]] = []
    for ent in doc.ents:
        if ent.label_ not in TYPE_OF_LABEL:
            continue
        if found and found[-1][1] > ent.start:
            continue
        if found and _is_joined_by_ampersand(doc, found[-1][1], ent.start):
            found[-1] = (found[-1][0], ent.end, "ORG")
            continue
        whole = _end_of_whole(doc, ent)
        if whole:
            found.append((ent.start, whole, "ORG"))
            continue
        start = _with_given_name(doc, ent)
        if found and found[-1][1] == ent.start and country_of_demonym(doc[found[-1][0] : ent.end].text):
            found[-1] = (found[-1][0], ent.end, "NORP")
        elif found and found[-1][:2] == (start, ent.start):
            found[-1] = (start, ent.end, ent.label_)
        elif not found or found[-1][1] <= start:
            found.append((start, _whole(doc, ent.end, ent.label_), ent.label_))
    return found


def _end_of_whole(doc: Doc, ent: Span) -> int:
    """The end of a name that the lists have and that goes on behind this entity: "Sam" of "Sam's Club"; 0 where there is none."""
    for at in range(ent.start, ent.end):
        for name in whole_names().get(doc[at].text, ()):
            text = doc[at : at + LONGEST_WHOLE].text.replace("’", "'")
            if not text.startswith(name):
                continue
            end = next((n for n in range(ent.end, at + LONGEST_WHOLE + 1) if len(doc[at:n].text) == len(name)), 0)
            if end > ent.end:
                return end
    return 0


def _is_somebodys_ship(doc: Doc, start: int, end: int) -> bool:
    """Whether this is no ship's name but what stands before it, or instead of it: "Royal Navy Ship" Gorse, "Italian Naval Ship"."""
    if end - start == 1 or not is_ship_noun(doc[end - 1]):
        return False
    before = end < len(doc) and doc[end].ent_iob_ == "B"
    return before or country_of_demonym(doc[start].text) is not None


def _with_given_name(doc: Doc, ent: Span) -> int:
    """The start of a person's name with the given name that the model took for a place, or for no name: "Brittany Gorse"."""
    at = ent.start - 1
    if ent.label_ != "PERSON" or len(ent) > 1 or at < 0 or ent[0].is_sent_start:
        return ent.start
    word = doc[at]
    is_free = word.ent_iob_ == "O" or (word.ent_iob_ == "B" and word.ent_type_ in _PLACE_LABELS)
    hangs = word.dep_ == "compound" and word.head.i == ent.start and word.tag_ in _NAME_TAGS
    return at if is_free and hangs and word.text in given_names() else ent.start


def is_credit(doc: Doc, start: int, end: int) -> bool:
    """Whether this is who took a picture: "(Ida Gorse/Harbor Post)", "(Ida Gorse, File/Harbor Post)"."""
    if start == 0 or end - start == 1 or doc[start - 1].text not in _BEFORE_CREDIT:
        return False
    rest = []
    for token in doc[end : end + _LONGEST_CREDIT]:
        if token.is_space or token.text == ")":
            break
        rest.append(token)
    return (
        bool(rest)
        and (rest[0].text.startswith("/") or any(token.text == "/" for token in rest[:4]))
        and not any(token.tag_.startswith("V") for token in rest)
    )


def _is_joined_by_ampersand(doc: Doc, end: int, start: int) -> bool:
    """Whether "&" alone stands between two names: "Holm & Brandt" is one firm."""
    return (
        start == end + 1 and doc[end].text == "&" and doc[end].nbor(-1).tag_ in _NAME_TAGS and not doc[start].is_space
    )


def _whole(doc: Doc, end: int, label: str) -> int:
    """The end of a name whose last words the model left out: "App" in "App Store". Not in headlines, where all words are large."""
    while (
        end < len(doc) and label not in ("PERSON", "NORP") and _hangs_on_next(doc, end) and not is_title_case(doc, end)
    ):
        end += 1
    return end


def _hangs_on_next(doc: Doc, end: int) -> bool:
    token, after = doc[end - 1], doc[end]
    large = after.tag_ in _NAME_TAGS and after.text[:1].isupper() and not after.ent_type_
    return large and token.dep_ == "compound" and token.head.i == end


def _read(doc: Doc, first: int, last: int, label: str, bearers: frozenset[str]) -> list[Found]:
    start, end = _trimmed(doc, first, last, label == "PERSON")
    start, end = cut_to_name(doc, start, end, label)
    if label != "PERSON":
        end = without_title(doc, start, end)
    if start >= end or end - start > _MAX_TOKENS or (label == "PERSON" and is_credit(doc, start, end)):
        return []
    surname = label == "PERSON" and end - start == 1 and is_surname(doc, start, bearers)
    if not (surname or _is_name(doc, start, end)):
        return []
    if label != "PERSON":
        peoples = _demonyms(doc, start, end) or _capitals(doc, start, end)
        if peoples:
            return peoples
    if _is_somebodys_ship(doc, start, end):
        return []
    subtype = subtype_of_name(doc, start, end, label)
    kind: EntityType = type_of_name(doc, start, end, label, subtype)
    if kind == "group" and doc[end - 1].tag_.startswith("JJ"):
        return [Found(start, end, kind, "nominal")]  # "Republican voters" describes; nobody is called Republican
    honorific = _honorific(doc, start) if kind == "person" else ""
    modelled = kind == TYPE_OF_LABEL[label] and label in MODELLED
    by_itself = kind in _TOLD_BY_NAME and TYPE_OF_GROUP.get(group_of(subtype)) == kind
    told = not modelled or bool(honorific) or by_itself or is_listed(doc[start:end].text, kind)
    return [Found(start, end, kind, "name", honorific, subtype=subtype, told=told)]


def _trimmed(doc: Doc, start: int, end: int, person: bool) -> tuple[int, int]:
    """The name itself: no line break, determiner, honorific, possessive or outer punctuation."""
    for at in range(start, end):
        if doc[at].is_space:
            end = at
            break
    while start < end and _is_before_name(doc, start, end, person):
        start += 1
    while start < end and (doc[end - 1].text in _POSSESSIVES or (doc[end - 1].is_punct and doc[end - 1].text != ".")):
        end -= 1
    if start < end and doc[end - 1].text == "." and not (end - start > 1 and len(doc[end - 2].text) <= 3):
        end -= 1
    return start, end


def _is_before_name(doc: Doc, at: int, end: int, person: bool) -> bool:
    word = doc[at]
    if word.is_punct or word.is_space or word.lower_ in _DETERMINERS:
        return True
    if end - at < 2:
        return False
    if person and word.text.islower() and word.lower_ not in name_particles():
        return True
    if word.lower_ in not_names() and word.lower_ != "may" and not person:
        return word.lower_ in ("photo", "photos", "image", "file", "video")
    return person and (word.lower_ in honorifics() or word.lower_ in person_nouns()) and not _is_given(doc, at)


def _is_given(doc: Doc, at: int) -> bool:
    # "Prince" and "Major" are given names too, but not in front of a name; "Dean Smith" and "Earl Grey" are left as they stand.
    return doc[at].lower_ in ("dean", "earl", "guy")


def _is_name(doc: Doc, start: int, end: int) -> bool:
    text = doc[start:end].text
    letters = [sign for sign in text if sign.isalpha()]
    if len(letters) < 2 or not any(sign.isupper() for sign in letters):
        return False
    lower = text.lower()
    if any(
        doc[start:at].text.lower() in empty_phrases()
        for at in range(end + 1, min(start + _LONGEST_PHRASE, len(doc)) + 1)
    ):
        return False  # "New" of "New Year's Eve"
    if end - start == 1 and lower in honorifics() and doc[start].text not in given_names():
        return False
    return lower not in not_names() and (end - start > 1 or lower not in pronouns() or text.isupper())


def _demonyms(doc: Doc, start: int, end: int) -> list[Found]:
    """The peoples' names in these tokens when they are nothing else: "North Korean", or both in "Russian-Chinese"."""
    if country_of_demonym(doc[start:end].text):
        return [Found(start, end, "place", "nominal", via="demonym")]
    hyphens = [at for at in range(start + 1, end - 1) if doc[at].text in ("-", "–")]
    if len(hyphens) != 1:
        return []
    parts = ((start, hyphens[0]), (hyphens[0] + 1, end))
    if not all(country_of_demonym(doc[first:last].text) for first, last in parts):
        return []
    return [Found(first, last, "place", "nominal", via="demonym") for first, last in parts]


def _capitals(doc: Doc, start: int, end: int) -> list[Found]:
    """Both capitals of "Washington-Beijing" relations."""
    at = next((n for n in range(start + 1, end - 1) if doc[n].text in ("-", "–")), None)
    if at is None or not all(capital_of(doc[first:last].text) for first, last in ((start, at), (at + 1, end))):
        return []
    return [Found(first, last, "place", "name", subtype="city") for first, last in ((start, at), (at + 1, end))]


def _honorific(doc: Doc, start: int) -> str:
    """The honorific or the title noun that stands right before a person's name, as written, or ""."""
    if start == 0:
        return ""
    at = start - 1
    if doc[at].text == "." and at > 0:
        at -= 1
    word = doc[at]
    if word.lower_ in honorifics() or (word.lower_ in person_nouns() and word.text[:1].isupper()):
        return str(doc[at:start].text)
    return ""
