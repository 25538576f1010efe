"""Names of organizations: what is compared of them, and how two of them relate."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import JaroWinkler

from generator.gazetteer import country_of_demonym, country_of_name, find_place
from generator.resolve.lexicon import mapping, rows, words
from generator.resolve.names import american, name_parts, sound
from generator.resolve.persons import Relation

SPELLED, CLOSE, ACRONYM, SHORTER, PART = 0.93, 0.72, 0.64, 0.66, 0.68
CLOSE_FROM = 0.95
_HYPHEN = re.compile("[-‐‑]")
_UMLAUT = re.compile("([aou])e")
_POSSESSIVE = re.compile("['’]s?$")
MIN_ACRONYM, MAX_ACRONYM = 2, 8
# A country in a name is written as its code behind this mark, which no name part contains.
COUNTRY = "="
_AFFAIRS = frozenset({"affairs"})


@lru_cache(maxsize=200_000)
def organization_parts(name: str) -> tuple[str, ...]:
    """The telling parts of a name: American spelling, countries as "=ru", no stop words, no legal form at the end.

    Parts of a state body are sorted: "Ministry of Defence of Ruritania" and "Ruritanian Defense Ministry" are one.
    """
    return _known().get(_known_form(name)) or _known().get(_known_form(_without_legal_form(name))) or _parts(name)


def _without_legal_form(name: str) -> str:
    tokens = name.split()
    while len(tokens) > 1 and "".join(name_parts(tokens[-1])) in words("legal_forms.tsv"):
        tokens.pop()
    return " ".join(tokens).rstrip(",")


def _parts(name: str) -> tuple[str, ...]:
    written = _capitalized(_without_legal_form(_with_city_in_full(name)))
    found = [part for part in _with_countries(written) if part not in words("stop_words.tsv")]
    parts = [american(part) for part in found]
    while len(parts) > 1 and parts[-1] in words("legal_forms.tsv"):
        parts.pop()
    if not set(parts) & words("state_bodies.tsv") and not _is_body_of_country(parts):
        return tuple(parts)
    same = mapping("state_synonyms.tsv")
    telling = {same.get(part, part) for part in parts}
    # The ministry for one field's affairs is that field's ministry.
    return tuple(sorted(telling - _AFFAIRS if telling & words("state_words.tsv") - _AFFAIRS else telling))


def _is_body_of_country(parts: list[str]) -> bool:
    """Whether these are a country and a body of which it has one: "Central Bank of Ruritania" is "Ruritania's central bank"."""
    plain = [part for part in parts if not part.startswith(COUNTRY)]
    return len(plain) < len(parts) and " ".join(plain) in words("described_bodies.tsv")


def _with_city_in_full(name: str) -> str:
    """ "LA Times" -> "Los Angeles Times"; initials alone are a place's name, or another's."""
    first, space, rest = name.removeprefix("the ").removeprefix("The ").partition(" ")
    city = city_of(first)
    return f"{city} {rest}" if city and space else name


def city_of(initials: str) -> str:
    """The American city that initials before a name stand for, or ""."""
    return mapping("city_initials.tsv").get(initials.replace(".", ""), "")


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """Any form of an organization known by several -> the parts of its usual name."""
    table: dict[str, tuple[str, ...]] = {}
    for usual, *others in rows("known_organizations.tsv"):
        for form in (usual, *others):
            table[_known_form(form)] = _parts(usual)
    return table


def _known_form(name: str) -> str:
    """Names whatever their case, acronyms only in capitals: "Who" is no health organization."""
    bare = name.removeprefix("the ").removeprefix("The ")
    joined = "".join(name_parts(bare))
    return joined.upper() if is_acronym(bare) else joined


def is_known_acronym(text: str) -> bool:
    """Whether this is an acronym of the list of organizations."""
    return is_acronym(text) and _known_form(text) in _known()


def is_known(name: str) -> bool:
    """Whether this is a form of the list of organizations."""
    return _known_form(name) in _known()


@cache
def _known_parts() -> frozenset[tuple[str, ...]]:
    return frozenset(_known().values())


def _capitalized(name: str) -> str:
    """The name without small words behind it: "Larkfield party" -> "Larkfield"."""
    tokens = name.split()
    while len(tokens) > 1 and tokens[-1].islower() and tokens[-1].isalpha():
        tokens.pop()
    bare = " ".join(tokens)
    # "Elmsport fire" is not Elmsport, nor "Norway's parliament" Norway.
    alone = find_place(_POSSESSIVE.sub("", bare)) is None and _country_code(_POSSESSIVE.sub("", bare)) is None
    return bare if any(token[:1].isupper() for token in tokens) and alone else name


def _with_countries(name: str) -> list[str]:
    """Parts of the name; one or two words that are a country's name or adjective become its code."""
    tokens = name.replace("-", " ").split()
    found: list[str] = []
    at = 0
    while at < len(tokens):
        for width in (3, 2, 1):
            phrase = " ".join(tokens[at : at + width]).removesuffix("'s").removesuffix("’s")
            code = _country_code(phrase) if at + width <= len(tokens) else None
            if code:
                found.append(COUNTRY + code)
                break
        else:
            width = 1
            found.extend(name_parts(tokens[at]))
        at += width
    return found


@lru_cache(maxsize=200_000)
def _country_code(phrase: str) -> str | None:
    return country_of_name(phrase) or country_of_demonym(phrase)


def countries_in(parts: tuple[str, ...]) -> frozenset[str]:
    """Codes of the countries that the parts name."""
    return frozenset(part[len(COUNTRY) :] for part in parts if part.startswith(COUNTRY))


def is_common(parts: tuple[str, ...]) -> bool:
    """Whether any country may have a body of this name ("Defense Ministry", "Supreme Court"): alone it says little."""
    if parts in _known_parts():
        return False
    common = words("state_bodies.tsv") | words("state_words.tsv")
    return all(part in common for part in parts)


def is_acronym(name: str) -> bool:
    """Whether a name looks like an acronym: one word, mostly capitals."""
    letters = name.replace(".", "").replace("&", "")
    return letters.isalpha() and MIN_ACRONYM <= len(letters) <= MAX_ACRONYM and letters.isupper()


def initials(name: str) -> tuple[str, ...]:
    """The acronyms that a name of several words may have: without and with its small words."""
    parts = name_parts(name)
    telling = [part for part in parts if part not in words("stop_words.tsv")]
    if len(telling) < MIN_ACRONYM:
        return ()
    found = {"".join(part[0] for part in telling), "".join(part[0] for part in parts)}
    # "Co-operation" is one word: OECD.
    found.add("".join(part[0] for part in name_parts(_HYPHEN.sub("", name)) if part not in words("stop_words.tsv")))
    return tuple(sorted(found))


def relate_organizations(left: str, right: str, one: tuple[str, ...], other: tuple[str, ...]) -> Relation:
    """How two names of organizations relate; `one` and `other` are their telling parts."""
    if countries_in(one) and countries_in(other) and countries_in(one) != countries_in(other):
        return Relation(0.0, "", "different countries in the names")
    if one == other:
        return Relation(1.0, "the same name")
    if sound(_plain("".join(one))) == sound(_plain("".join(other))):
        return Relation(SPELLED, "the same name in two spellings")
    if _abbreviates(left, right) or _abbreviates(right, left):
        short = "left" if is_acronym(left) else "right"
        return Relation(ACRONYM, "one is made of the initials of the other", "", short)
    if (
        JaroWinkler.similarity(" ".join(one), " ".join(other)) >= CLOSE_FROM
        and len(one) == len(other)
        and _close(one, other)
    ):
        return Relation(CLOSE, "the names differ only a little")
    return _shorter(one, other, _has_legal_form(left if len(one) < len(other) else right))


def _plain(joined: str) -> str:
    """Letters of a name with a German umlaut written as one letter or as two: "ue" and "u" are one."""
    return _UMLAUT.sub(r"\1", joined)


def _abbreviates(short: str, full: str) -> bool:
    return is_acronym(short) and "".join(name_parts(short)) in initials(full)


def _close(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    # Numbers, and words that differ as a whole, make another organization ("First Army", "Second Army").
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return all(a.isalpha() and b.isalpha() and JaroWinkler.similarity(a, b) >= CLOSE_FROM for a, b in pairs)


def _has_legal_form(name: str) -> bool:
    parts = name_parts(name)
    return len(parts) > 1 and parts[-1] in words("legal_forms.tsv")


def _shorter(one: tuple[str, ...], other: tuple[str, ...], complete: bool) -> Relation:
    """One name leaves out words of the other: inside it, the kind of body behind it, or the place before it.

    complete  whether the shorter one has a legal form: "Apple Inc." leaves out no "Records"
    """
    short, full = sorted((one, other), key=lambda parts: (len(parts), parts))
    if len(short) == len(full) or is_common(short) or all(part.startswith(COUNTRY) for part in short):
        return Relation(0.0, "")
    vague = "left" if short is one else "right"
    if len(short) > 1 and short[0] == full[0] and short[-1] == full[-1] and set(short) <= set(full):
        return Relation(SHORTER, "one name leaves out words of the other", "", vague)
    kind_left_out = full[: len(short)] == short and set(full[len(short) :]) <= words("left_out_heads.tsv")
    if kind_left_out and not is_place_name(short) and not complete:
        return Relation(PART, "one name leaves out what kind of body it is", "", vague)
    if full[-len(short) :] == short and is_place_name(full[: -len(short)]):
        return Relation(PART, "one name leaves out the place", "", vague)
    return Relation(0.0, "")


@lru_cache(maxsize=200_000)
def is_place_name(parts: tuple[str, ...]) -> bool:
    """Whether these parts of a name are a place's."""
    return find_place(" ".join(part.capitalize() for part in parts)) is not None
