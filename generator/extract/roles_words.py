"""The words of a role as running text writes them: common words small, abbreviations in full, names as they are."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Token

from generator.extract.mentions_lexicons import portfolios
from generator.extract.roles_found import is_shared_office, plain_noun
from generator.extract.roles_lexicons import abbreviations, names_of_parties, proper_adjectives, small_words
from generator.gazetteer import country_of_demonym

_LONGEST_ACRONYM = 3  # letters of one that stays in capitals though it may also be a word ("CEO")
_LONGEST_ABBREVIATION = 4  # tokens: "Lt", ".", "Gen", "."
_CONTENT = ("NN", "JJ")
_PROPER_TAGS = frozenset({"NNP", "NNPS"})


def running_words(doc: Doc, phrase: tuple[int, int, int], names: Collection[int], plain: Collection[str]) -> str:
    """The words of tokens `phrase` = (start, head, end). `names` are the tokens of names; `plain` the words that the article writes
    small somewhere: evidence for what stands before the head, where titles have their capitals."""
    start, head, end = phrase
    full = _abbreviations(doc, start, end)
    inside = {at for first, (last, _) in full.items() for at in range(first, last)}
    small = _small_tokens(doc, phrase, {*names, *inside}, plain)
    words = []
    at = start
    while at < end:
        stop, long = full.get(at, (at + 1, ""))
        words.append(long or _written(doc[at], at in small, at == head))
        words.append(" " if doc[stop - 1].whitespace_ else "")
        at = stop
    # American style puts a comma or period before the closing mark.
    return "".join(words).strip().replace('."', '"').replace(".”", "”").replace(',"', '"').replace(",”", "”")


def _written(token: Token, small: bool, is_head: bool) -> str:
    """The word; what several people share in the singular ("actors" -> "actor")."""
    if is_head and is_shared_office(token):
        return token.lemma_.lower() if small or token.text.islower() else token.lemma_.capitalize()
    return token.lower_ if small else token.text


def plain_words(doc: Doc) -> frozenset[str]:
    """The nouns and adjectives that the article writes small somewhere."""
    return frozenset(token.text for token in doc if token.text.islower() and token.tag_.startswith(_CONTENT))


def _abbreviations(doc: Doc, start: int, end: int) -> dict[int, tuple[int, str]]:
    """First token of an abbreviated title -> the token after it, and its words in full."""
    found = {}
    at = start
    while at < end:
        stop, words = next(
            (
                item
                for stop in range(min(at + _LONGEST_ABBREVIATION, end), at, -1)
                if (item := (stop, _full(doc, at, stop)))[1]
            ),
            (at + 1, ""),
        )
        if words:
            found[at] = (stop, words)
        at = stop
    return found


def _full(doc: Doc, start: int, end: int) -> str:
    if not doc[start].text[:1].isupper():
        return ""
    return abbreviations().get(" ".join(doc[start:end].text.replace(".", " ").lower().split()), "")


def _small_tokens(doc: Doc, phrase: tuple[int, int, int], names: Collection[int], plain: Collection[str]) -> set[int]:
    """Tokens to be written small. In a row of capitals either all can be small words, or only those at its end are."""
    start, head, end = phrase
    found: set[int] = set()
    at = start
    while at < end:
        stop = at
        while stop < end and stop not in names and _is_capital(doc[stop]) and (stop <= head or at > head):
            stop += 1
        uncommon = [place for place in range(at, stop) if not _is_common(doc[place], place > head, plain)]
        first = uncommon[-1] + 1 if uncommon else at
        if uncommon and not at <= head < stop:
            first = stop
        found.update(range(first, stop))
        at = max(stop, at + 1)
    return found


def _is_capital(token: Token) -> bool:
    text = token.text
    if not text[:1].isupper() or token.lower_ in proper_adjectives() or country_of_demonym(text):
        return False
    if token.lower_ in names_of_parties() and token.is_sent_start is not True:
        return False  # in the middle of a sentence the capital is the party's
    return not (text.isupper() and 1 < len(text) <= _LONGEST_ACRONYM)


def _is_common(token: Token, complements: bool, plain: Collection[str]) -> bool:
    """Whether running text writes it small. Behind the head, capitals are a name's, but for what somebody is in charge of."""
    if complements:
        return token.lower_ in portfolios()
    if token.lower_ in small_words() or plain_noun(token) in small_words() or token.lower_ in plain:
        return True
    return token.tag_ not in _PROPER_TAGS and not any(map(str.isupper, token.text[1:]))
