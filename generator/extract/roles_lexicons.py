"""The word lists behind roles, read once. The lists are data: see `lexicons/roles_*`."""

from __future__ import annotations

from functools import cache

from generator.extract.lexicon import read_lines, read_table
from generator.extract.mentions_lexicons import honorifics, kin_nouns, person_nouns, portfolios, rank_words
from generator.extract.times_lexicon import table
from generator.model import RoleTense

_TENSES: dict[str, RoleTense] = {"former": "former", "late": "late", "acting": "acting", "future": "future"}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in read_lines(f"roles_{name}.txt") for word in line.split())


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    return tuple(read_table(f"roles_{name}.tsv"))


@cache
def role_nouns() -> frozenset[str]:
    """Singular nouns, lower case, that say what the person of a name is."""
    return frozenset(person_nouns()) | _words("nouns") | kin()


@cache
def moving_verbs() -> frozenset[str]:
    """Base forms of verbs by which a body gives and takes offices, that are no portfolio."""
    return _words("moving_verbs")


@cache
def no_roles() -> frozenset[str]:
    """Nouns for people that say nothing of what somebody does ("man")."""
    return _words("no_roles")


@cache
def opinions() -> frozenset[str]:
    """Nouns that pass a judgement after "X is"."""
    return _words("opinions")


@cache
def judging() -> frozenset[str]:
    """Adjectives in front of a role by which the writer judges its holder ("beloved")."""
    return _words("judging")


@cache
def glories() -> frozenset[str]:
    """Nouns that are no role behind an adjective alone ("fallen star")."""
    return _words("glories")


@cache
def kin() -> frozenset[str]:
    """Nouns that make somebody somebody else's ("son", "rival")."""
    return kin_nouns() | _words("kin")


@cache
def kin_or_post() -> frozenset[str]:
    """Nouns of `kin` that are a post with "at" or "in" behind them ("partner at the firm")."""
    return _words("kin_or_post")


@cache
def counting() -> frozenset[str]:
    """Words before a role that only set somebody apart from others spoken of ("second", "fellow")."""
    return _words("counting")


@cache
def experts() -> frozenset[str]:
    """Nouns before which a country may be the field ("Russian history professor")."""
    return _words("experts")


@cache
def vague() -> frozenset[str]:
    """Nouns that say nothing as long as they stand alone ("critic")."""
    return _words("vague")


@cache
def state_offices() -> frozenset[str]:
    """Offices that belong to the country whose bare name stands before them ("Argentina president", "England captain")."""
    return _words("state_offices")


@cache
def tenses() -> dict[str, RoleTense]:
    """Lower-case word before a role -> when it is held."""
    return {row["word"]: _TENSES[row["tense"]] for row in _rows("tenses")}


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviation of a title, lower case, without its periods -> its words ("lt gen" -> "lieutenant general")."""
    return {row["abbreviation"]: row["words"] for row in _rows("abbreviations")}


@cache
def titles_alone() -> frozenset[str]:
    """Abbreviations, without periods, that are a role before a name ("sen")."""
    return _words("abbreviations_alone")


@cache
def titles_shared() -> frozenset[str]:
    """Abbreviations, without periods, that are a role of several people before their names ("sens")."""
    return _words("abbreviations_shared")


@cache
def parties() -> dict[str, str]:
    """Letters of a party behind a politician's name -> what its member is called ("R" -> "Republican")."""
    return {row["letters"]: row["noun"] for row in _rows("parties")}


@cache
def states() -> dict[str, str]:
    """Name, press or postal abbreviation of a state -> its name ("Nev.", "NV" -> "Nevada")."""
    return {
        form: row["name"]
        for row in _rows("states")
        for name in row.values()
        for form in (name, name.removesuffix("."), name.removeprefix("the "))
    }


@cache
def naming_verbs() -> dict[str, RoleTense]:
    """Lemma of a verb that gives somebody an office -> when it is held then."""
    return {row["verb"]: _TENSES.get(row["tense"], "") for row in _rows("naming_verbs")}


@cache
def memberships() -> frozenset[str]:
    """Prepositions that tie a name to the organization right behind them."""
    return _words("membership")


@cache
def posts() -> frozenset[str]:
    """Nouns after which "as" names an office ("in his role as")."""
    return _words("posts")


@cache
def proper_adjectives() -> frozenset[str]:
    """Lower-case adjectives that keep their capital in running text ("catholic")."""
    return _words("proper_adjectives")


@cache
def names_of_parties() -> frozenset[str]:
    """Lower-case words that are a party's, with a capital, and a way of thinking without ("conservative")."""
    return _words("names_of_parties")


@cache
def small_words() -> frozenset[str]:
    """Words of titles that running text writes small."""
    known = role_nouns() | rank_words() | portfolios() | _words("title_words") | tenses().keys()
    return known - proper_adjectives() - names_of_parties() - honorifics().keys() | {
        "president",
        "king",
        "queen",
        "prince",
        "princess",
    }


@cache
def calendar() -> frozenset[str]:
    """Weekdays and months, lower case: never part of a title."""
    return frozenset({*table("times_words", "weekdays"), *table("times_words", "months")}) | frozenset(
        table("times_words", "days")
    )
