"""Headlines read again: in sentence case, and with their verb where the first reading takes it for a noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from generator.extract.events_lexicon import triggers, verbs
from generator.language.lexicons import load_lexicons
from generator.language.names_headlines import headlines

# Shares of lower case in quarters (see `Lexicons.lower_share`): written small at least half the time.
COMMON = 2
# A title of fewer long words than other headlines is one too, by its place.
LONG, FEWEST_LONG = 4, 2
# Among so many sentences after the headline a verb of the same stem speaks for a verb in the headline.
TELLING = 8
MAX_TITLE_WORDS = 25
_VERB_TAG = "VB"
_PLURALS = frozenset({"NNS", "NNPS"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_OPENING_TAGS = frozenset(
    {"DT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "$", "VBN", "VBG", "PDT"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Verbs that are nothing else: put in the place of a word, they show whether it can be the verb of its headline.
_TRANSITIVE, _INTRANSITIVE = ("destroys", "destroy"), ("vanishes", "vanish")


@dataclass(frozen=True, slots=True)
class _Body:
    """How the text outside of headlines writes words: small, with a capital inside a sentence; lemmas of the opening's verbs."""

    small: frozenset[str]
    capital: frozenset[str]
    told: frozenset[str]


def read_headlines(doc: Doc, nlp: Language, title: str | None) -> Doc:
    """`doc` with the tags, lemmas and relations of its headlines as `nlp` reads them in sentence case; all else is left.

    `title` is the article's headline or None. Names stay as they were found; the text and its tokens do not change.
    """
    found = {sentence.start: sentence for sentence in headlines(doc)}
    opening = [] if title is None else list(_title(doc, title))
    loud = set(found) | {item.start for item in opening if _is_capitalized(item)}
    found |= {sentence.start: sentence for sentence in opening}
    if not found:
        return doc
    inside = {token.i for sentence in found.values() for token in sentence}
    body = _read_body(doc, inside)
    for start, sentence in sorted(found.items()):
        _read_again(sentence, nlp, body, start in loud)
    return doc


def _title(doc: Doc, title: str) -> Iterator[Span]:
    """The sentences of the first line where that is the title."""
    line = doc.text.lstrip().split("\n", 1)[0].strip()
    head = title.strip()
    if not line or len(line.split()) > MAX_TITLE_WORDS or not (line.startswith(head) or head.startswith(line)):
        return
    end = doc.text.index(line) + len(line)
    yield from (sentence for sentence in list(doc.sents)[:3] if sentence.start_char < end)


def _is_capitalized(sentence: Span) -> bool:
    long = [token.text for token in sentence if token.is_alpha and len(token) > LONG]
    return len(long) >= FEWEST_LONG and all(word[:1].isupper() for word in long)


def _read_body(doc: Doc, inside: set[int]) -> _Body:
    outside = [token for token in doc if token.i not in inside and token.is_alpha]
    opening = [sentence for sentence in list(doc.sents)[: 2 * TELLING] if sentence.start not in inside][:TELLING]
    return _Body(
        small=frozenset(token.text for token in outside if token.is_lower),
        capital=frozenset(token.lower_ for token in outside if token.text[:1].isupper() and not token.is_sent_start),
        told=frozenset(
            token.lemma_.lower() for sentence in opening for token in sentence if token.tag_.startswith(_VERB_TAG)
        ),
    )


def _read_again(sentence: Span, nlp: Language, body: _Body, loud: bool) -> None:
    words = [_shown(token, body, sentence.start) if loud else token.text for token in sentence]
    read = _parsed(words, sentence, nlp) if loud else _parsed([token.text for token in sentence], sentence, nlp)
    verb = None
    if not any(token.tag_.startswith(_VERB_TAG) and token.dep_ == "ROOT" for token in read):
        found = sorted(_verbs_instead(words, read, sentence, nlp, body), key=lambda item: item[2] not in body.told)
        verb = next(iter(found), None)
    if verb is not None:
        _take_over(sentence, *verb)
    elif loud:
        _take_over(sentence, read, None, "")


def _parsed(words: list[str], sentence: Span, nlp: Language) -> Doc:
    doc = Doc(nlp.vocab, words=words, spaces=[bool(token.whitespace_) for token in sentence])
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def _shown(token: Token, body: _Body, start: int) -> str:
    """A word of a headline in sentence case: names, first words and capitals inside of words stay."""
    word = token.text
    if token.i == start or not word.istitle() or not word.isalpha() or token.lower_ in body.capital:
        return word
    if token.ent_type_:
        return token.lower_ if _is_only_verb(token.lower_) else word
    common = int(load_lexicons().lower_share.get(token.lower_, 0)) >= COMMON
    known = token.lower_ in body.small or common or token.tag_.startswith(_VERB_TAG)
    return token.lower_ if known or any(base in triggers("verb") for base in _bases(token.lower_)) else word


def _is_only_verb(word: str) -> bool:
    """Whether a word can be nothing but a verb of the third person: "indicts", which a name has swallowed."""
    return any(base in triggers("verb") and base not in triggers("noun") for base in list(_bases(word))[1:]) and (
        int(load_lexicons().lower_share.get(word, COMMON)) >= COMMON
    )


def _bases(word: str) -> Iterator[str]:
    """What an inflected verb may be a form of: "carries" -> "carrie", "carri", "carry"."""
    yield word
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]
        if word.endswith("ies"):
            yield word[:-3] + "y"


def _verbs_instead(
    words: list[str], read: Doc, sentence: Span, nlp: Language, body: _Body
) -> Iterator[tuple[Doc, int, str]]:
    """(reading, place of the verb, its lemma) with a word of the headline taken for the verb that it may be."""
    for place in range(1, len(words)):
        lemma = _verb_of(read, place, body)
        if lemma is None:
            continue
        pair = _TRANSITIVE if _opens_object(read, place + 1) else _INTRANSITIVE
        form = pair[0] if words[place].lower() != lemma else pair[1]
        again = _parsed([*words[:place], form, *words[place + 1 :]], sentence, nlp)
        token = again[place]
        if token.dep_ == "ROOT" and token.tag_.startswith(_VERB_TAG) and _has_subject(token):
            yield again, place, lemma


def _has_subject(token: Token) -> bool:
    return any(child.dep_ in _SUBJECTS and child.tag_ in _NOUNS for child in token.lefts)


def _verb_of(read: Doc, place: int, body: _Body) -> str | None:
    """The lemma of the verb that the word at `place` may be: it agrees with the noun before it, and no lone noun is more likely."""
    token, before = read[place], read[place - 1]
    if token.ent_type_ or not token.is_lower or not (before.tag_ in _NOUNS or before.lower_ in ("s", "'", "’")):
        return None
    single = not _is_plural(read, place - 1)
    bases = list(_bases(token.lower_))
    if token.lower_ in verbs("plural_modifiers"):
        return None
    listed = [base for base in (bases[1:] if single else bases[:1]) if _is_verb(base)]
    if not listed:
        return None
    told = listed[0] in body.told
    only = listed[0] not in triggers("noun") and _opens_object(read, place + 1)
    return listed[0] if told or only else None


def _is_verb(lemma: str) -> bool:
    return lemma in triggers("verb") or any(lemma in verbs(name) for name in ("light", "weak", "reporting"))


def _is_plural(read: Doc, place: int) -> bool:
    """Whether the noun at `place` takes a plural verb: "talks", "US, China", "police"."""
    token = read[place]
    if token.tag_ == "NNP" and token.text.endswith("s"):
        return True  # "Portville Bears fire coach"
    beside = {left.text for left in (read[max(0, place - 1)], read[max(0, place - 2)])}
    return token.tag_ in _PLURALS or token.lower_ in ("police", "people") or bool(beside & {",", "and", "&"})


def _opens_object(read: Doc, place: int) -> bool:
    return place < len(read) and read[place].tag_ in _OPENING_TAGS


def _take_over(sentence: Span, read: Doc, verb: int | None, lemma: str) -> None:
    """Gives the tokens of the sentence the tags, lemmas and relations of `read`, where that is one sentence."""
    if sum(token.head.i == token.i for token in read) != 1:
        return
    doc, start = sentence.doc, sentence.start
    for token in read:
        own = doc[start + token.i]
        own.tag_, own.pos_, own.lemma_, own.morph = token.tag_, token.pos_, token.lemma_, token.morph
    if verb is not None:
        doc[start + verb].lemma_ = lemma
    for token in read:
        own = doc[start + token.i]
        own.head, own.dep_ = doc[start + token.head.i], token.dep_
