"""The word lists that only coreference needs, read once. The lists are data: see `lexicons/`."""

from __future__ import annotations

from functools import cache

from generator.extract.lexicon import read_lines


@cache
def credit_words() -> frozenset[str]:
    """Lower-case words before the name of who took a picture ("Photo: Ida Holm", "Image by")."""
    return frozenset(read_lines("chains_credit_words.txt"))


@cache
def empty_it_verbs() -> frozenset[str]:
    """Lemmas of verbs whose "it" stands for a clause that follows ("it seems that", "it emerged that")."""
    return frozenset(read_lines("chains_empty_it_verbs.txt"))


@cache
def telling_verbs() -> frozenset[str]:
    """Lemmas of verbs whose passive subject hears the clause that follows ("it was told that")."""
    return frozenset(read_lines("chains_telling_verbs.txt"))


@cache
def object_control_prepositions() -> frozenset[str]:
    """Prepositions whose "-ing" the object does, not the subject ("blamed her for leaving")."""
    return frozenset(read_lines("chains_object_control.txt"))


@cache
def sole_offices() -> frozenset[str]:
    """Nouns of offices that one person holds at a time ("mayor"), which reports take up over a long stretch."""
    return frozenset(read_lines("chains_sole_offices.txt"))


@cache
def human_modifiers() -> dict[str, frozenset[str]]:
    """Noun that is mostly a thing behind another noun ("insurance model") -> the nouns behind which it is a person."""
    rows = (line.split("\t") for line in read_lines("chains_human_modifiers.tsv"))
    return {noun: frozenset(kinds.split()) for noun, kinds in rows}


@cache
def distinct_offices() -> frozenset[str]:
    """Offices, lower case, of which a person holds one at a time."""
    return frozenset(read_lines("chains_distinct_offices.txt"))


@cache
def lead_verbs() -> frozenset[str]:
    """Lemmas of verbs by which a report's second sentence goes on with the person that the first one describes."""
    return frozenset(read_lines("chains_lead_verbs.txt"))


@cache
def like_nouns() -> dict[str, frozenset[str]]:
    """Noun for a person -> the other nouns by which reports call the same one."""
    groups = [frozenset(line.split(";")) for line in read_lines("chains_like_nouns.txt")]
    return {
        noun: frozenset().union(*(group for group in groups if noun in group)) - {noun}
        for group in groups
        for noun in group
    }


@cache
def naming_verbs() -> frozenset[str]:
    """Lemmas of verbs that make their object what "as" says ("named her as the host")."""
    return frozenset(read_lines("chains_naming_verbs.txt"))


@cache
def belonging_nouns() -> dict[str, str]:
    """Noun for somebody who belongs to an organization of one kind -> that kind ("coach" -> "team")."""
    return dict(line.split("\t") for line in read_lines("chains_belonging.tsv"))


@cache
def whole_words() -> frozenset[str]:
    """Small words after an organization's name that people leave out ("Liberal Union party")."""
    return frozenset(read_lines("chains_whole_words.txt"))


@cache
def legal_forms() -> frozenset[str]:
    """Words at the end of a company's name that tell nothing of its business, as written."""
    return frozenset(read_lines("chains_legal_forms.txt"))


@cache
def hiring_verbs() -> frozenset[str]:
    """Lemmas of verbs by which an organization gets or loses its people."""
    return frozenset(read_lines("chains_hiring_verbs.txt"))


@cache
def silent_nouns() -> frozenset[str]:
    """Singular nouns for people whom news speaks of and seldom quotes without a name: children, patients, the dead."""
    return frozenset(read_lines("chains_silent_nouns.txt"))
