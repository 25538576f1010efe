"""The word lists behind mentions, chains and roles, read once. The lists are data: see `lexicons/`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.extract.lexicon import read_lines, read_table
from generator.gazetteer import find_country
from generator.language.name_kinds_lexicons import kind_lexicons
from generator.model import EntityType

_SEATS = Path(__file__).parents[1] / "language" / "lexicons" / "metonyms.tsv"
_GOVERNING = frozenset({"government", "president"})
METONYM = "metonym"  # `Mention.via`


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun says of what it stands for: person 1 or 3, gender "m", "f" or "", animate True, False or None (either)."""

    person: int
    plural: bool
    gender: str
    animate: bool | None


@cache
def honorifics() -> dict[str, str]:
    """Lower-case form -> gender ("m", "f" or "")."""
    return {row["form"]: row["gender"] for row in read_table("mentions_honorifics.tsv")}


@cache
def person_nouns() -> dict[str, str]:
    """Singular noun for a person -> gender ("m", "f" or "")."""
    return {row["noun"]: row["gender"] for row in read_table("mentions_person_nouns.tsv")}


@cache
def group_nouns() -> frozenset[str]:
    """Nouns for several people, beside the plurals of `person_nouns`."""
    return frozenset(read_lines("mentions_group_nouns.txt"))


@cache
def thing_nouns() -> dict[str, EntityType]:
    """Singular noun -> "organization", "place" or "facility". A noun in several lists is an organization first, then a place."""
    table: dict[str, EntityType] = {}
    kinds: tuple[EntityType, ...] = ("organization", "place", "facility")
    for kind in kinds:
        for noun in read_lines(f"mentions_{kind}_nouns.txt"):
            table.setdefault(noun, kind)
    return table


@cache
def head_words() -> frozenset[str]:
    """Lower-case words at the end of names that say what they name ("Authority", "River")."""
    return frozenset(kind_lexicons().heads["last"])


@cache
def not_names() -> frozenset[str]:
    """Lower-case words and phrases that are never a name, however capitalized."""
    return frozenset(read_lines("mentions_not_names.txt"))


@cache
def pronouns() -> dict[str, Pronoun]:
    """Lower-case pronoun -> what it says."""
    animate = {"yes": True, "no": False, "": None}
    return {
        row["form"]: Pronoun(int(row["person"]), row["number"] == "plural", row["gender"], animate[row["animate"]])
        for row in read_table("mentions_pronouns.tsv")
    }


@cache
def personal_nouns() -> frozenset[str]:
    """Nouns that stand behind the name of a person: "the Fenwick administration"."""
    return frozenset(read_lines("mentions_personal_nouns.txt"))


@cache
def given_names() -> dict[str, str]:
    """Given name -> gender ("m", "f", or "" when both bear it)."""
    return {row["name"]: row["gender"] for row in read_table("mentions_given_names.tsv")}


@cache
def family_names_first() -> frozenset[str]:
    """Family names that stand before the given name (Chinese, Korean, Vietnamese)."""
    return frozenset(word for line in read_lines("chains_family_names.txt") for word in line.split())


@cache
def company_words() -> frozenset[str]:
    """Words at the end of a company's name that people leave out, as written."""
    return frozenset(read_lines("chains_company_words.txt"))


@cache
def speech_verbs() -> frozenset[str]:
    """Lemmas of verbs whose subject speaks the words in quotation marks beside them."""
    return frozenset(read_lines("chains_speech_verbs.txt"))


@cache
def spellings() -> dict[str, str]:
    """British spelling of a word in titles -> American spelling."""
    return {row["british"]: row["american"] for row in read_table("chains_spelling.tsv")}


@cache
def rank_words() -> frozenset[str]:
    """Lower-case words that make another office of an office ("deputy", "former")."""
    return frozenset(read_lines("chains_rank_words.txt"))


@cache
def generic_nouns() -> dict[str, str]:
    """Noun that takes up a name of any sound -> what it may stand for: "company", "any" organization, "country", "city"."""
    return {row["noun"]: row["meaning"] for row in read_table("chains_generic_nouns.tsv")}


@cache
def kin_nouns() -> frozenset[str]:
    """Nouns that make somebody somebody else's ("mother", "rival")."""
    return frozenset(read_lines("mentions_kin_nouns.txt"))


@cache
def nicknames() -> frozenset[tuple[str, str]]:
    """Pairs (given name, short form of it), lower case."""
    return frozenset(
        (row["name"].lower(), short.lower())
        for row in read_table("chains_nicknames.tsv")
        for short in row["short forms"].split(";")
    )


@cache
def epithet_nouns() -> frozenset[str]:
    """Nouns by which reports take up the person just spoken of ("the comedian"): callings, never offices."""
    return frozenset(read_lines("chains_epithet_nouns.txt"))


@cache
def name_particles() -> frozenset[str]:
    """Lower-case small words inside names ("van", "al"), which belong to the word after them."""
    return frozenset(read_lines("mentions_name_particles.txt"))


@cache
def government_verbs(place: str) -> dict[str, str]:
    """Lemma of a verb whose "subject" or "object" is a government where it is a capital ("Moscow said") -> "strong", or "weak" where
    cities do it too."""
    return {row["verb"]: row["weight"] for row in read_table("mentions_government_verbs.tsv") if row["place"] == place}


@cache
def government_nouns() -> dict[tuple[str, str], str]:
    """(lemma of a noun, preposition or "'s") that ties a capital as a government ("talks with Moscow", "Moscow's position") -> weight."""
    return {(row["noun"], row["link"]): row["weight"] for row in read_table("mentions_government_nouns.tsv")}


@cache
def government_links() -> dict[tuple[str, str], str]:
    """(lemma of a verb, preposition) whose object is a government where it is a capital ("agreed with Moscow") -> weight."""
    return {(row["verb"], row["link"]): row["weight"] for row in read_table("mentions_government_links.tsv")}


@cache
def government_pacts(part: str) -> frozenset[str]:
    """Lemmas of the "verb" and of its "object" in what states do with pacts, talks and wars ("left the deal")."""
    return frozenset(row["word"] for row in read_table("mentions_government_pacts.tsv") if row["part"] == part)


@cache
def government_participles() -> frozenset[str]:
    """Lower-case words behind a capital and a hyphen that make it a government ("Moscow-backed")."""
    return frozenset(read_lines("mentions_government_participles.txt"))


@cache
def sports_words() -> frozenset[str]:
    """Lemmas that sports reports are full of."""
    return frozenset(read_lines("mentions_sports_words.txt"))


def seat_of_power(name: str) -> str | None:
    """Code of the country whose government sits in this building, street or town ("Kremlin" -> "ru"), or None. Parliaments, courts,
    ministries and crowns are no governments."""
    return _seats().get(name)


@cache
def _seats() -> dict[str, str]:
    lines = (line.split("\t") for line in _SEATS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {name: code for name, code, power in lines if power in _GOVERNING and find_country(code) is not None}


@cache
def kind_nouns() -> dict[str, frozenset[str]]:
    """Kind of organization -> nouns that take one up ("airline" -> "airline", "carrier", "company" ...)."""
    return {row["kind"]: frozenset(row["nouns"].split(";")) for row in read_table("chains_kind_nouns.tsv")}


@cache
def kind_words(where: str) -> dict[str, str]:
    """Lower-case "first" or "last" word of a name -> the kind of organization that it tells."""
    return {row["word"]: row["kind"] for row in read_table("chains_kind_words.tsv") if row["place"] == where}


@cache
def known_kinds() -> dict[str, str]:
    """Organizations known all over the world -> their kind."""
    return {row["name"]: row["kind"] for row in read_table("chains_known_kinds.tsv")}


@cache
def calendar_words() -> frozenset[str]:
    """Lower-case words before a month that make it a time."""
    return frozenset(read_lines("mentions_calendar_words.txt"))


@cache
def portfolios() -> frozenset[str]:
    """Lower-case words that a minister, secretary or chief has charge of."""
    return frozenset(read_lines("mentions_portfolios.txt"))


@cache
def offices() -> frozenset[str]:
    """Lower-case nouns that take a portfolio before them."""
    return frozenset(read_lines("mentions_offices.txt"))


@cache
def place_prepositions() -> frozenset[str]:
    """Lower-case prepositions whose object is most likely a place."""
    return frozenset(read_lines("mentions_place_prepositions.txt"))


@cache
def staying_prepositions() -> frozenset[str]:
    """Lower-case prepositions whose object is a place or a time, not a thing that moves."""
    return frozenset(read_lines("mentions_staying_prepositions.txt"))


@cache
def time_nouns() -> frozenset[str]:
    """Lower-case nouns of times, which own what happens then ("next year's")."""
    return frozenset(read_lines("mentions_time_nouns.txt"))


@cache
def known_groups() -> frozenset[str]:
    """Armed groups, parties and secret services known by one name."""
    return frozenset(read_lines("mentions_known_groups.txt"))


@cache
def naming_nouns() -> frozenset[str]:
    """Singular nouns for organizations that stand beside their names ("the Elm team")."""
    return frozenset(read_lines("mentions_naming_nouns.txt"))


@cache
def whole_names() -> dict[str, tuple[str, ...]]:
    """First letters -> names of organizations that hold a place or an 's ("Lord's Resistance Army"), the longest first."""
    names = sorted({*known_groups(), *read_lines("mentions_possessive_names.txt")}, key=lambda name: (-len(name), name))
    words = {name: re.split("[^A-Za-z]", name)[0] for name in names if " " in name or "'" in name}
    return {first: tuple(name for name in words if words[name] == first) for first in sorted(set(words.values()))}


@cache
def empty_phrases() -> frozenset[str]:
    """The phrases of several words among `not_names`."""
    return frozenset(phrase for phrase in not_names() if " " in phrase)
