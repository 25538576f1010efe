"""Names of places: what the gazetteer makes of them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.gazetteer import PlaceFacts, capital_of, find_country, find_place
from generator.model import Place
from generator.resolve.lexicon import mapping, rows, words
from generator.resolve.names import american, name_parts, skeleton
from generator.resolve.persons import Relation

# In smaller ones a name that stands once is too often somebody's surname.
LARGE_CITY = 100_000
SECOND_NAME, OTHER_VOWELS = 0.75, 0.66
MIN_ROMANIZED = 4


def place_key(name: str) -> str:
    """What makes two place names one place: the country's code, the city's name and country, else the folded name."""
    facts = look_up(name)
    if facts is None:
        return " ".join(place_parts(name))
    if facts.kind == "country":
        return f"country {facts.country}"
    return f"{facts.kind} {facts.country} {facts.name}".lower()


def place_parts(name: str) -> tuple[str, ...]:
    """The parts of a place's name that are compared, abbreviations written out: "Mt. Kea" -> ("mount", "kea")."""
    full = mapping("place_words.tsv")
    return tuple(american(full.get(part, part)) for part in name_parts(name) if part != "the")


def generic_tail(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The part of a name from the word that says what the place is, or (): "Mauna Mount Kea" has two names and ends in ("mount", "kea")."""
    at = next((at for at, part in enumerate(parts[:-1]) if part in words("place_starts.tsv")), None)
    return () if at is None else parts[at:]


def bare_name(name: str) -> str:
    """A name without the region or country that tells it from others, folded: "Georgia (U.S. state)" -> "georgia"."""
    return " ".join(name_parts(name.partition(" (")[0]))


def relate_places(one: tuple[str, ...], other: tuple[str, ...]) -> Relation:
    """How two names of places relate of which the gazetteer does not say that they are one."""
    tail = generic_tail(one)
    if tail and tail == generic_tail(other) and min(len(one), len(other)) == len(tail):
        vague = "left" if len(one) < len(other) else "right"
        return Relation(SECOND_NAME, "one name leaves out the second name of the place", "", vague)
    differing = [(left, right) for left, right in zip(one, other, strict=False) if left != right]
    if len(one) == len(other) > len(differing) == 1 and _differ_in_vowels(*differing[0]) and not _are_known(one, other):
        left, right = (part.title() for part in differing[0])
        return Relation(OTHER_VOWELS, f"“{left}” and “{right}” may be spellings of one name")
    return Relation(0.0, "")


def _differ_in_vowels(left: str, right: str) -> bool:
    """Whether two parts differ as romanizations of one name do: "Nabi", "Nebi"."""
    return min(len(left), len(right)) >= MIN_ROMANIZED and skeleton(left) == skeleton(right)


def _are_known(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the gazetteer has both names: two places, or it would have said that they are one."""
    return all(look_up(" ".join(parts).title()) is not None for parts in (one, other))


def sound_key(parts: tuple[str, ...]) -> str:
    """A key under which romanizations of one place's name of several parts are found, or ""."""
    return " ".join(skeleton(part) for part in parts) if len(parts) > 1 else ""


def other_places(name: str) -> dict[str, str]:
    """The places of this name that are not the best-known one: country code -> how each is called ("Georgia (U.S. state)")."""
    return {code: title for other, code, title, _ in rows("ambiguous_places.tsv") if other == name}


def code_of_region(name: str) -> str:
    """The country in which a region lies or which has this name, also as "City (region)"; American states come first; or ""."""
    inside = state_name(name.rpartition(" (")[2].rstrip(")"))
    titled = next((code for _, code, title, _ in rows("ambiguous_places.tsv") if title == name), "")
    if titled or inside in mapping("state_abbreviations.tsv").values():
        return titled or ("us" if other_places(inside).get("us") else _code(inside))
    return _code(inside) if inside[:1].isupper() else ""


def _code(name: str) -> str:
    facts = find_place(name)
    return facts.country if facts is not None and facts.kind in ("region", "country") else ""


def _titled(name: str) -> PlaceFacts | None:
    """A place that is named with its region or country."""
    kind = next((kind for _, _, title, kind in rows("ambiguous_places.tsv") if title == name), "")
    code = code_of_region(name) if kind or name.endswith(")") else ""
    return PlaceFacts(name, kind or "city", code) if code else None


def look_up(name: str) -> PlaceFacts | None:
    """What the gazetteer knows of a place, also under the abbreviation of a state or with its kind behind it ("Hebei Province")."""
    titled = _titled(_state(name))
    if titled is not None:
        return titled
    spellings = (in_full(name), _written_out(name), _with_small_kind(name))
    facts = next((facts for spelling in spellings if (facts := find_place(spelling)) is not None), None)
    if facts is not None:
        return facts
    capital = _capital(name)
    if capital is not None:
        return capital
    *start, last = name.split() or [""]
    bare = find_place(" ".join(start)) if start and last.lower() in words("place_heads.tsv") else None
    return bare if bare is not None and bare.kind == "region" else None


def _written_out(name: str) -> str:
    """ "Ft. Lauderdale" -> "Fort Lauderdale"."""
    first, _, rest = name.partition(" ")
    full = mapping("place_words.tsv").get(first.lower().rstrip("."), "")
    return f"{full.capitalize()} {rest}" if full and rest else name


def _with_small_kind(name: str) -> str:
    """ "Donetsk Region" -> "Donetsk region"."""
    start, _, last = name.rpartition(" ")
    return f"{start} {last.lower()}" if last.lower() in words("place_heads.tsv") else name


def _capital(name: str) -> PlaceFacts | None:
    """A capital under one of its other names ("Kiev")."""
    country = find_country(capital_of(name) or "")
    names = country.capitals if country else ()
    found = (find_place(other) for other in names if capital_of(other) == capital_of(name))
    return next((facts for facts in found if facts is not None and facts.kind == "city"), None)


def in_full(name: str) -> str:
    """The name without the abbreviation of a state: "Nev." -> "Nevada", "Ga." -> "Georgia (U.S. state)"."""
    return _state(name)


def state_name(name: str) -> str:
    """The name of a state without abbreviation: "Ga." -> "Georgia"."""
    return mapping("state_abbreviations.tsv").get(name, name)


def is_region(name: str) -> bool:
    """Whether this is the name of an American state or of a region of one country."""
    facts = find_place(name)
    states = mapping("state_abbreviations.tsv")
    return name in states or name in states.values() or (facts is not None and facts.kind == "region")


def _state(name: str) -> str:
    full = mapping("state_abbreviations.tsv").get(name)
    return other_places(full).get("us", full) if full else name


def place_facts(names: Iterable[str]) -> PlaceFacts | None:
    """What the gazetteer knows of the first of these names that it has, or None."""
    return next((facts for name in names if (facts := look_up(name)) is not None), None)


def is_well_known(facts: PlaceFacts | None) -> bool:
    """Whether one mention is enough to show the place on a map: the name is surely this place's, and not a small town's."""
    if facts is None or not facts.certain:
        return False
    return facts.kind != "city" or bool(facts.capital) or facts.population >= LARGE_CITY


def to_place(facts: PlaceFacts) -> Place:
    """The facts in the form that pages show. Where several places share the name and none is clearly meant, no coordinates."""
    if not facts.certain:
        return Place(facts.kind, "")
    return Place(facts.kind, facts.country, facts.latitude, facts.longitude)


def country_in_text(code: str) -> str:
    """The usual name of a country as running text has it ("the Netherlands"), or its code."""
    name = country_name(code)
    return f"the {name}" if name in words("article_countries.tsv") else name or code.upper()


def country_name(code: str) -> str:
    """The usual name of a country, or ""."""
    country = find_country(code)
    return country.name if country else ""
