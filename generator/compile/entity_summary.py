"""An entity in a sentence: its role as the sources give it, else what kind of thing it is."""

from __future__ import annotations

from markupsafe import Markup

from generator.compile.credits import by_whom
from generator.compile.entity_counts import counted_sentence, counts_sentence
from generator.compile.entity_roles import leading_roles, ranked_roles, role_words
from generator.compile.evidence import Citations, one_per_article
from generator.compile.markdown import escape, join
from generator.compile.site import Site
from generator.compile.words import capitalized, kind_word, lexicon
from generator.gazetteer import with_article
from generator.model import Entity, Statement

PERSON = "person"
MAX_ROLES_IN_LEAD = 2
MAX_PUBLISHERS_NAMED = 3
# Types of what lies in a country; a ship or a treaty does not.
_LOCATED = frozenset({"place", "facility"})


def lead(site: Site, entity: Entity, cites: Citations) -> list[Markup]:
    """The opening sentences: attested roles with their sources, else the kind; then the counts."""
    roles = leading_roles(site, entity, MAX_ROLES_IN_LEAD)
    opening = [_role_sentence(site, entity, role, cites, number) for number, role in enumerate(roles)]
    return [*(opening or _plain_opening(site, entity)), escape(counted_sentence(site, entity))]


def description(site: Site, entity: Entity) -> str:
    """The page in two sentences, for search engines and previews."""
    words = in_words(site, entity)
    named = entity.name if words == kind_word(PERSON) else f"{entity.name}: {capitalized(words)}"
    return f"{named}. {counts_sentence(site, entity)}"


def _role_sentence(site: Site, entity: Entity, role: Statement, cites: Citations, number: int) -> Markup:
    who = by_whom(site, (e.article for e in role.evidence), MAX_PUBLISHERS_NAMED)
    opening = entity.name if number == 0 else "Also"
    return join((f"{opening}: {role_words(role)}, according to {who}.", cites.mark(*one_per_article(role.evidence))))


def _plain_opening(site: Site, entity: Entity) -> list[Markup]:
    """What kind of thing it is; nobody needs to be told that somebody is a person."""
    words = plain_description(site, entity)
    article = "An" if words[:1] in "aeiou" else "A"
    return [escape(f"{article} {words}.")] if words != kind_word(PERSON) else []


def plain_description(site: Site, entity: Entity) -> str:
    """What it is when no article gives it a role: "city in Russia", "country", "organization"."""
    word = kind_word(entity.type)
    kind = entity.subtype or (entity.place.kind if entity.place is not None else "")
    if not kind:
        return word
    if kind == "country" and entity.place is not None and entity.place.country in lexicon()["territories"]:
        kind = "territory"
    word = str(lexicon()["place_kinds"].get(kind, kind))
    country = site.kb.entities.get(entity.country or "")
    if country is None or country.id == entity.id or entity.type not in _LOCATED:
        return word
    return f"{word} in {with_article(country.name)}"


def attested(site: Site, entity: Entity) -> str:
    """For a table under the heading of its kind: the best-attested role, or what a place is; "" when it is only its kind."""
    if not ranked_roles(site, entity) and not entity.subtype and (entity.place is None or not entity.place.kind):
        return ""
    return in_short(site, entity)


def in_short(site: Site, entity: Entity) -> str:
    """The best-attested role, else what kind of thing it is, with a capital letter."""
    return capitalized(in_words(site, entity))


def in_words(site: Site, entity: Entity) -> str:
    """The same as it reads inside a sentence."""
    roles = ranked_roles(site, entity)
    return role_words(roles[0]) if roles else plain_description(site, entity)
