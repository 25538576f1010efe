"""Roles as attested statements: spellings and cases of one role are one statement, each with its evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from generator.gazetteer import country_of_demonym, country_of_name
from generator.model import Evidence, Statement
from generator.resolve.lexicon import mapping, words
from generator.resolve.profiles import Profile
from generator.resolve.tables import Tables

ROLE = "role"
_EDGES = " \t\n,;:.-–—\"“”'’"


def find_roles(profiles: Sequence[Profile], tables: Tables) -> tuple[Statement, ...]:
    """The roles of one entity, the best attested first; every statement has at least one piece of evidence."""
    found: dict[str, list[Evidence]] = defaultdict(list)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for profile in sorted(profiles, key=lambda item: item.key):
        for role in tables.roles.get(profile.key, ()):
            value = role_words(role.span.text)
            if value:
                found[_key(value)].append(Evidence(profile.article, role.sentence, role.span))
                forms[_key(value)][value] += 1
    statements = [Statement(ROLE, _best(forms[key]), tuple(sorted(set(found[key])))) for key in found]
    return tuple(sorted(statements, key=lambda item: (-_articles(item.evidence), -len(item.evidence), item.value)))


def role_words(text: str) -> str:
    """A role in one style: American spelling, common words small, no article in front: "the Defence Minister" -> "defense minister"."""
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


def _key(value: str) -> str:
    tokens = [token.removesuffix("'s").removesuffix("’s") for token in value.split()]
    return " ".join(country_of_demonym(token) or country_of_name(token) or token.lower() for token in tokens)


def _best(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], len(form), form))


def _articles(evidence: Iterable[Evidence]) -> int:
    return len({item.article for item in evidence})
