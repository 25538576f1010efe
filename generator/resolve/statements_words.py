"""The words of a role: when two wordings say the same, which one holds the other, and which is shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator.gazetteer import country_of_demonym, country_of_name
from generator.resolve.lexicon import mapping, words

_EDGES = " \t\n,;:.-–—\"“”'’"
_LONGEST_COUNTRY = 4  # words: "Papua New Guinea", "Bosnia and Herzegovina's"
_COUNTRY = "country "


def role_words(text: str) -> str:
    """A role in one style, where nobody has read it in its sentence: American spelling, common words small, no article in front."""
    tokens = text.strip(_EDGES).split()
    while tokens and tokens[0].lower() in ("the", "a", "an", "his", "her", "their", "its"):
        tokens = tokens[1:]
    return " ".join(_word(token) for token in tokens)


def _word(token: str) -> str:
    low = token.lower()
    if country_of_demonym(token) or country_of_name(token):
        return token
    american = mapping("spelling.tsv").get(low, low)
    if american in words("role_words.tsv"):
        return american
    return token if american == low else (american.capitalize() if token[:1].isupper() else american)


@lru_cache(maxsize=100_000)
def key_of(value: str) -> tuple[str, ...]:
    """What is the same in all spellings of a role: lower-case words in American spelling, hyphens opened, abbreviations in full,
    countries as codes; the country that the role belongs to stands first, however it is said ("Russian president", "Russia's
    president", "president of Russia")."""
    tokens = _plain(value)
    found: list[str] = []
    at = 0
    while at < len(tokens):
        code, length = _country_at(tokens, at)
        found.append(_COUNTRY + code if code else mapping("spelling.tsv").get(tokens[at].lower(), tokens[at].lower()))
        at += length
    if len(found) > 2 and found[-1].startswith(_COUNTRY) and found[-2] == "of":
        found = [found[-1], *found[:-2]]
    return tuple(part for word in found for part in _expanded(word))


def _plain(value: str) -> list[str]:
    tokens = value.replace("’", "'").replace("-", " ").replace("–", " ").split()
    return [token.removesuffix("'s").removesuffix("'") for token in tokens if token.lower() != "the"]


def _country_at(tokens: Sequence[str], at: int) -> tuple[str, int]:
    for length in range(min(_LONGEST_COUNTRY, len(tokens) - at), 0, -1):
        phrase = " ".join(tokens[at : at + length])
        code = (country_of_demonym(phrase) or country_of_name(phrase)) if phrase[:1].isupper() else None
        if code:
            return code, length
    return "", 1


def _expanded(word: str) -> Iterable[str]:
    if word.startswith(_COUNTRY):
        return (word,)
    return mapping("statements_variants.tsv").get(word, word).split()


def head_of(value: str) -> str:
    """The noun that says what the role is: the last word before a preposition, as it is compared."""
    found = key_of(value)
    end = next((at for at, word in enumerate(found) if at and word in words("prepositions.tsv")), len(found))
    return found[end - 1] if found else ""


def may_fold(shorter: str, longer: str) -> bool:
    """Whether the words of `shorter` stand in `longer` in their order, and what it lacks makes no other office of it ("president" in
    "Russian president", not "minister" in "deputy minister")."""
    less, more = key_of(shorter), key_of(longer)
    if not less or len(less) >= len(more) or head_of(shorter) != head_of(longer):
        return False
    rest = iter(more)
    if not all(word in rest for word in less):
        return False
    lacking = Counter(more) - Counter(less)
    return "and" not in lacking and not words("statements_ranks.tsv") & set(lacking)


def shown_form(said: Iterable[tuple[str, str]]) -> str:
    """The wording that most articles use, then the most frequent, the American, the shortest, the first; `said` holds (article, words)."""
    counts: Counter[str] = Counter()
    articles: dict[str, set[str]] = defaultdict(set)
    for article, form in said:
        counts[form] += 1
        articles[form].add(article)
    return min(counts, key=lambda form: (-len(articles[form]), -counts[form], _is_british(form), len(form), form))


def _is_british(form: str) -> bool:
    return any(token.lower() in mapping("spelling.tsv") for token in form.split())
