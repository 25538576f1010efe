"""Entity pages: a person, an organization, a place ..., and what the articles say of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from generator.compile.credits import by_whom, publisher_count, told_by
from generator.compile.dates import date_key, date_words
from generator.compile.evidence import Citations
from generator.compile.markdown import escape, join, raw
from generator.compile.prose import entity_link, linked
from generator.compile.quotes import quotes_about, quotes_by, statements_by
from generator.compile.relations import companions, whole_sentence
from generator.compile.render import Head, compile_page
from generator.compile.site import Site
from generator.compile.words import capitalized, kind_word, lexicon, listing, plural, role_word, times
from generator.model import Alias, Entity, Event, Evidence, Page, Statement

MAX_ALIASES = 15
MAX_REASONS = 4
MAX_ROLES_IN_LEAD = 2
MAX_PUBLISHERS_NAMED = 3
# Types of what lies in a country; a ship or a treaty does not.
_LOCATED = frozenset({"place", "facility"})


def compile_entity(site: Site, entity: Entity) -> tuple[Page, Citations]:
    """The page of an entity, and the citations it makes."""
    page = entity.page or ""
    cites = Citations(site, page)
    view = {
        "entity": entity,
        "lead": _lead(site, entity, cites),
        "facts": _facts(site, entity, cites),
        "events": _events(site, entity, cites),
        "said": quotes_by(site, page, entity.id, cites),
        "reported": statements_by(site, page, entity.id, cites),
        "about": quotes_about(site, page, entity, cites),
        "companions": companions(site, page, entity, cites),
        "receipt": _receipt(entity),
        "apart": _apart(site, page, entity),
    }
    view["mentioned"] = [] if cites.used else _mentioned(site, entity, cites)
    head = Head(page, entity.name, _description(site, entity), capitalized(kind_word(entity.type)))
    return compile_page(head, "entity.md.j2", view, cites), cites


def counts_sentence(site: Site, entity: Entity) -> str:
    """How often it is named: "Mentioned 12 times in 3 articles by 2 publishers." """
    return f"Mentioned {times(len(entity.mentions))} in {told_by(site, site.articles_of[entity.id])}."


def _description(site: Site, entity: Entity) -> str:
    return f"{entity.name}: {in_short(site, entity)}. {counts_sentence(site, entity)}"


def _lead(site: Site, entity: Entity, cites: Citations) -> list[Markup]:
    """The opening sentences: attested roles with their sources, else the kind; then the counts."""
    roles = ranked_roles(site, entity)[:MAX_ROLES_IN_LEAD]
    opening = [_role_sentence(site, entity, role, cites, number) for number, role in enumerate(roles)]
    return [*(opening or [_plain_opening(site, entity)]), escape(counts_sentence(site, entity))]


def _plain_opening(site: Site, entity: Entity) -> Markup:
    words = plain_description(site, entity)
    article = "An" if words[:1] in "aeiou" else "A"
    return escape(f"{article} {words}.")


def plain_description(site: Site, entity: Entity) -> str:
    """What it is when no article gives it a role: "city in Russia", "country", "organization"."""
    word = kind_word(entity.type)
    kind = entity.subtype or (entity.place.kind if entity.place is not None else "")
    if not kind:
        return word
    word = str(lexicon()["place_kinds"].get(kind, kind))
    country = site.kb.entities.get(entity.country or "")
    if country is None or country.id == entity.id or entity.type not in _LOCATED:
        return word
    the = "the " if country.name in lexicon()["countries_with_article"] else ""
    return f"{word} in {the}{country.name}"


def attested(site: Site, entity: Entity) -> str:
    """For a table under the heading of its kind: the best-attested role, or what a place is; "" when it is only its kind."""
    if not entity.roles and not entity.subtype and (entity.place is None or not entity.place.kind):
        return ""
    return in_short(site, entity)


def in_short(site: Site, entity: Entity) -> str:
    """The best-attested role, else what kind of thing it is, with a capital letter."""
    roles = ranked_roles(site, entity)
    return capitalized(roles[0].value if roles else plain_description(site, entity))


def ranked_roles(site: Site, entity: Entity) -> list[Statement]:
    """The roles, those with the most publishers and articles first."""

    def weight(role: Statement) -> tuple[int, int, str]:
        articles = {site.original(e.article) for e in role.evidence}
        return (-publisher_count(site, articles), -len(role.evidence), role.value)

    return sorted((role for role in entity.roles if role.evidence), key=weight)


def _role_sentence(site: Site, entity: Entity, role: Statement, cites: Citations, number: int) -> Markup:
    who = by_whom(site, (e.article for e in role.evidence), MAX_PUBLISHERS_NAMED)
    opening = entity.name if number == 0 else "Also"
    return join((f"{opening}: {role.value}, according to {who}.", cites.mark(*one_per_article(role.evidence))))


def one_per_article(evidence: Sequence[Evidence], limit: int = 5) -> tuple[Evidence, ...]:
    """The first evidence of each article, at most `limit`."""
    first: dict[str, Evidence] = {}
    for item in evidence:
        first.setdefault(item.article, item)
    return tuple(first.values())[:limit]


def _facts(site: Site, entity: Entity, cites: Citations) -> list[tuple[str, Markup]]:
    """The rows of the infobox; only those that have something to say."""
    articles = site.articles_of[entity.id]
    dates = sorted(filter(None, (site.kb.articles[a].published for a in articles)), key=date_key)
    rows: list[tuple[str, str | Markup]] = [
        ("Also called", _aliases(entity)),
        ("Described as", _roles(site, entity, cites)),
        ("Country", _country(site, entity)),
        ("Coordinates", _coordinates(entity)),
        ("First seen", date_words(dates[0]) if dates else ""),
        ("Last seen", date_words(dates[-1]) if len(set(dates)) > 1 else ""),
        ("Mentioned in", told_by(site, articles)),
    ]
    return [(label, join([value])) for label, value in rows if value]


def _aliases(entity: Entity) -> Markup:
    forms = [alias for alias in entity.aliases if alias.form.casefold() != entity.name.casefold()]
    shown = [join((a.form, raw(' <span class="aside">'), _used(a), raw("</span>"))) for a in forms[:MAX_ALIASES]]
    more = [escape(f"and {plural(len(forms) - MAX_ALIASES, 'other form')}")] if len(forms) > MAX_ALIASES else []
    return join([*shown, *more], "<br> ")


def _used(alias: Alias) -> str:
    by = f", {listing(alias.publishers, limit=2)}" if alias.publishers else ""
    return f"{times(alias.count)}{by}"


def _roles(site: Site, entity: Entity, cites: Citations) -> Markup:
    return join(
        (join((role.value, cites.mark(*one_per_article(role.evidence)))) for role in ranked_roles(site, entity)),
        "<br> ",
    )


def _country(site: Site, entity: Entity) -> Markup:
    country = site.kb.entities.get(entity.country or "")
    return entity_link(site, entity.page or "", country) if country is not None and country.id != entity.id else raw("")


def _coordinates(entity: Entity) -> str:
    if entity.place is None or entity.place.latitude is None or entity.place.longitude is None:
        return ""
    latitude, longitude = entity.place.latitude, entity.place.longitude
    north, east = ("N" if latitude >= 0 else "S"), ("E" if longitude >= 0 else "W")
    return f"{abs(latitude):.2f}° {north}, {abs(longitude):.2f}° {east} (from a gazetteer)"


def _events(site: Site, entity: Entity, cites: Citations) -> list[dict[str, Any]]:
    return [event_row(site, entity.page or "", event, cites, entity) for event in site.events_of.get(entity.id, ())]


def event_row(site: Site, page: str, event: Event, cites: Citations, entity: Entity | None = None) -> dict[str, Any]:
    """One line of a list of events: date, linked headline, the entity's role, how many articles."""
    from generator.compile.event import event_link, event_when  # a page of one kind shows lines of the other

    return {
        "when": event_when(event),
        "link": event_link(site, page, event),
        "role": _role_in(event, entity) if entity is not None else "",
        "articles": plural(len(site.event_articles[event.id]), "article"),
        "cite": cites.mark(*one_per_article(_shown_in(event, entity), limit=3)),
    }


def _shown_in(event: Event, entity: Entity | None) -> tuple[Evidence, ...]:
    for participant in event.participants:
        if entity is not None and participant.entity == entity.id and participant.evidence:
            return participant.evidence
    return event.summary or event.date_words


def _role_in(event: Event, entity: Entity) -> str:
    roles = [role_word(p.role) for p in event.participants if p.entity == entity.id]
    if event.place == entity.id:
        roles.append(role_word("place"))
    return listing(list(dict.fromkeys(filter(None, roles))))


def _mentioned(site: Site, entity: Entity, cites: Citations) -> list[Markup]:
    """The first sentence of each article that mentions it: for a page that would cite nothing else."""
    refs = ((ref.article, site.kb.mention(ref.article, ref.mention).sentence) for ref in entity.mentions)
    items = one_per_article([whole_sentence(site, *key) for key in refs])
    return [join((linked(site, cites.page, item.article, item.span), cites.mark(item))) for item in items]


def _receipt(entity: Entity) -> list[str]:
    """Why its names are one; nothing to explain where all articles use one name."""
    same = [j for j in entity.receipt if j.verdict == "same"]
    if all(j.left == j.right for j in same):
        return []
    return [judgement_words(j.left, j.right, j.reasons) for j in same]


def judgement_words(left: str, right: str, reasons: Sequence[str]) -> str:
    """A judgement as a sentence: "“Andrey” and “Andrei”: the names differ by one letter." """
    names = f"“{left}”" if left == right else f"“{left}” and “{right}”"
    return f"{names}: {_reasons(reasons)}." if reasons else f"{names}."


def _reasons(reasons: Sequence[str]) -> str:
    shown = [reason.strip().rstrip(".") for reason in reasons[:MAX_REASONS]]
    more = [f"and {plural(len(reasons) - MAX_REASONS, 'further reason')}"] if len(reasons) > MAX_REASONS else []
    return "; ".join([*shown, *more])


def _apart(site: Site, page: str, entity: Entity) -> list[Markup]:
    lines = []
    for judgement in entity.apart:
        other = site.kb.entities.get(judgement.right)
        name = entity_link(site, page, other) if other is not None else escape(judgement.right)
        lines.append(join((name, f": {_reasons(judgement.reasons)}." if judgement.reasons else "")))
    return lines
