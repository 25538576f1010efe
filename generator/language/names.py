"""Light rules on top of the names that the model finds: each takes and gives spans of tokens, in a fixed order."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from generator.language.lexicons import Lexicons
from generator.language.name_consistency import PROPER, agree_on_labels, find_repetitions, widen_to_known
from generator.language.names_acronyms import follow_definitions
from generator.language.names_datelines import name_datelines
from generator.language.names_edges import strip_lower_case, strip_styles, trim_days, trim_edges
from generator.language.names_headlines import headline_tokens, settle_headlines
from generator.language.names_joining import join_coordinated, join_legal_forms, join_pieces
from generator.language.names_listed import join_listed_organizations, name_acronyms, name_opened_places
from generator.language.phrases import ORGANIZATION, find_label
from generator.language.shapes import is_capitalized
from generator.language.viterbi import Entity

Rule = Callable[[Doc, list[Entity], Lexicons], list[Entity]]

LONGEST_LISTED = 3  # words of a demonym or a country
LONGEST_PERSON = 6  # tokens after a form of address
PERSON = "PERSON"
MISTAKEN_FOR = frozenset({PERSON, "MISC"})


def improve_names(doc: Doc, lexicons: Lexicons) -> None:
    """Correct `doc.ents` in place."""
    entities = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
    for rule in RULES:
        entities = rule(doc, entities, lexicons)
    doc.ents = tuple(filter_spans(Span(doc, start, end, label=label) for start, end, label in entities))


def replace_overlapping(entities: list[Entity], stronger: list[Entity]) -> list[Entity]:
    """The stronger ones, and of the others those that share no token with them; sorted."""
    taken = {token for start, end, _ in stronger for token in range(start, end)}
    kept = [entity for entity in entities if taken.isdisjoint(range(entity[0], entity[1]))]
    return sorted(kept + stronger)


def apply_lists(doc: Doc, entities: list[Entity], lexicons: Lexicons) -> list[Entity]:
    """Demonyms are NORP unless part of a longer name; countries are LOC where the model found nothing."""
    owner = {token: entity for entity in entities for token in range(entity[0], entity[1])}
    found: list[Entity] = []
    for start, end, label in _listed(doc, lexicons):
        owners = {owner[token] for token in range(start, end) if token in owner}
        is_longer = any(entity[0] < start or entity[1] > end for entity in owners)
        if not is_longer and (label == "NORP" or not owners):
            found.append((start, end, label))
    return replace_overlapping(entities, found)


def _listed(doc: Doc, lexicons: Lexicons) -> list[Entity]:
    """Demonyms and countries in the text, the longest first."""
    words = [token.text for token in doc]
    found: list[Entity] = []
    start = 0
    while start < len(words):
        entity = _listed_at(words, start, lexicons) if is_capitalized(words[start]) else None
        if entity:
            found.append(entity)
        start = entity[1] if entity else start + 1
    return found


def _listed_at(words: list[str], start: int, lexicons: Lexicons) -> Entity | None:
    for stop in range(min(start + LONGEST_LISTED, len(words)), start, -1):
        label = _list_label(" ".join(words[start:stop]), lexicons)
        if label:
            return start, stop, label
    return None


def _list_label(phrase: str, lexicons: Lexicons) -> str | None:
    label = find_label(phrase, lexicons.phrases)
    if label == "NORP" or (label == "LOC" and (phrase in lexicons.countries or phrase.title() in lexicons.countries)):
        return label
    return None


def apply_honorifics(doc: Doc, entities: list[Entity], lexicons: Lexicons) -> list[Entity]:
    """Capitalized words after a form of address ("Mr", "Dr.") are a person; not an office ("Mr President"), and nothing
    inside a longer name ("Dr Fenwick School") or a headline, where everything has a capital."""
    ends = {start: end for start, end, _ in entities}
    within = {token for start, end, label in entities if label != PERSON for token in range(start, end)}
    within |= headline_tokens(doc)
    persons: list[Entity] = []
    for token in doc[:-1]:
        if not _is_honorific(token, lexicons) or token.i in within or (persons and token.i < persons[-1][1]):
            continue
        start = token.i + 1 + (doc[token.i + 1].text == "." and token.i + 2 < len(doc))
        if _is_honorific(doc[start], lexicons) or doc[start].lower_ in lexicons.titles:
            continue
        end = _person_end(doc, start, lexicons)
        if end > start:
            persons.append((start, max(end, ends.get(start, end)), PERSON))
    return replace_overlapping(entities, persons)


def _is_honorific(token: Token, lexicons: Lexicons) -> bool:
    return is_capitalized(token.text) and token.lower_.rstrip(".") in lexicons.honorifics


def _person_end(doc: Doc, start: int, lexicons: Lexicons) -> int:
    """The token after the last capitalized word of the run, past particles and inner hyphens."""
    end = start
    for number in range(start, min(start + LONGEST_PERSON, len(doc))):
        token = doc[number]
        if token.is_sent_start and number > start:
            break
        if is_capitalized(token.text) or _is_hyphenated(doc, number, start):
            end = number + 1
        elif token.lower_ not in lexicons.particles and token.text != "-":
            break
    return end


def _is_hyphenated(doc: Doc, number: int, start: int) -> bool:
    """The second half of "Jong-un"."""
    return (
        number > start + 1 and doc[number - 1].text == "-" and not doc[number - 1].whitespace_ and doc[number].is_alpha
    )


def keep_hyphenated(doc: Doc, entities: list[Entity], _lexicons: Lexicons) -> list[Entity]:
    """A person's name never ends or begins inside a hyphenated name; "Fenwick-led" is none."""
    taken = {token for start, end, _ in entities for token in range(start, end)}
    widened: list[Entity] = []
    for entity in entities:
        widened.append(_widen(doc, entity, taken) if entity[2] == "PERSON" else entity)
        taken.update(range(*widened[-1][:2]))
    return widened


def _widen(doc: Doc, entity: Entity, taken: set[int]) -> Entity:
    start, end, label = entity
    while end + 1 < len(doc) and _joins(doc, end) and end + 1 not in taken and doc[end + 1].tag_ in PROPER:
        end += 2
    while start >= 2 and _joins(doc, start - 1) and start - 2 not in taken and is_capitalized(doc[start - 2].text):
        start -= 2
    return start, end, label


def _joins(doc: Doc, number: int) -> bool:
    """Whether the token is a hyphen inside a word."""
    return doc[number].text == "-" and not doc[number].whitespace_ and not doc[number - 1].whitespace_


def drop_common_words(doc: Doc, entities: list[Entity], lexicons: Lexicons) -> list[Entity]:
    """One word at the start of a sentence that the article also writes in lower case, and never as a name inside a
    sentence, is no name."""
    common = {token.text for token in doc if token.is_lower}
    common -= {doc[start].lower_ for start, _, _ in entities if not doc[start].is_sent_start}
    return [entity for entity in entities if not _is_common(doc, entity, common, lexicons)]


def _is_common(doc: Doc, entity: Entity, common: set[str], lexicons: Lexicons) -> bool:
    first = doc[entity[0]]
    if entity[1] - entity[0] > 1 or not first.is_sent_start or first.lower_ not in common:
        return False
    return _list_label(first.text, lexicons) is None


def name_organizations(doc: Doc, entities: list[Entity], lexicons: Lexicons) -> list[Entity]:
    """An organization known all over the world is no person and no thing, unless a form of address stands before it."""
    return [_as_organization(doc, entity, lexicons) for entity in entities]


def _as_organization(doc: Doc, entity: Entity, lexicons: Lexicons) -> Entity:
    start, end, label = entity
    is_addressed = start > 0 and doc[start - 1].lower_.rstrip(".") in lexicons.honorifics
    if label not in MISTAKEN_FOR or is_addressed:
        return entity
    known = find_label(doc[start:end].text, lexicons.phrases) == ORGANIZATION
    return (start, end, ORGANIZATION) if known else entity


RULES: tuple[Rule, ...] = (
    apply_lists,
    name_organizations,
    apply_honorifics,
    keep_hyphenated,
    join_legal_forms,
    join_pieces,
    join_coordinated,
    strip_styles,
    trim_days,
    trim_edges,
    strip_lower_case,
    name_datelines,
    join_listed_organizations,
    name_opened_places,
    name_acronyms,
    settle_headlines,
    widen_to_known,
    agree_on_labels,
    find_repetitions,
    drop_common_words,
    follow_definitions,
)
