"""Roles, titles, affiliations and the country of an entity as articles attest them: when, by whom, in which sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from generator.compile.credits import by_whom, publisher_count
from generator.compile.dates import date_key, date_words
from generator.compile.evidence import Citations, one_per_article
from generator.compile.markdown import escape, join, raw
from generator.compile.prose import entity_link
from generator.compile.site import Site
from generator.compile.words import lexicon, plural
from generator.model import Entity, Evidence, Statement

ROLE, AFFILIATION, COUNTRY = "role", "affiliation", "country"
# The box at the top shows so many; all stand in a list of their own when there are more.
MAX_IN_BOX = 4


def ranked_roles(site: Site, entity: Entity) -> list[Statement]:
    """The roles, those with the most publishers and articles first."""
    return ranked(site, (role for role in entity.roles if role.kind == ROLE))


def ranked(site: Site, statements: Iterable[Statement]) -> list[Statement]:
    """Statements with evidence, those with the most publishers and articles first."""

    def weight(found: Statement) -> tuple[int, int, str]:
        articles = {site.original(e.article) for e in found.evidence}
        return (-publisher_count(site, articles), -len(found.evidence), found.value)

    return sorted((found for found in statements if found.evidence), key=weight)


def leading_roles(site: Site, entity: Entity, limit: int) -> list[Statement]:
    """The best-attested roles, without those that say a part of what a better one says ("president" of "Russian president")."""
    chosen: list[Statement] = []
    for role in ranked_roles(site, entity):
        words = set(role.value.casefold().split())
        if not any(words <= set(other.value.casefold().split()) for other in chosen):
            chosen.append(role)
    return chosen[:limit]


def role_words(role: Statement) -> str:
    """The role as the texts word it; one that is over says so, with their word for it: "former mayor", "late mayor"."""
    if not role.former or _past_words(role.value):
        return role.value
    said = [word for item in role.evidence for word in _past_words(item.span.text)]
    return f"{next(iter(said), 'former')} {role.value}"


def _past_words(text: str) -> list[str]:
    past = set(lexicon()["past_roles"])
    return [word for word in text.casefold().replace("-", " ").split() if word in past]


def roles_in_box(site: Site, entity: Entity, cites: Citations) -> Markup:
    """For the box: the best-attested roles, each with when and by whom, and a link to the others."""
    roles = ranked_roles(site, entity)
    shown = roles if len(roles) <= MAX_IN_BOX + 1 else roles[:MAX_IN_BOX]
    left = len(roles) - len(shown)
    more = [raw(f"[and {escape(plural(left, 'other role'))}](#roles)")] if left else []
    return join([*(attested_line(site, role, cites, role_words(role)) for role in shown), *more], "<br> ")


def roles_list(site: Site, entity: Entity, cites: Citations) -> list[Markup]:
    """All roles for a list of their own, oldest first; none where the box shows them all."""
    roles = ranked_roles(site, entity)
    if len(roles) <= MAX_IN_BOX + 1:
        return []
    by_time = sorted(roles, key=lambda role: date_key(period(site, role.evidence)) or "9999")
    return [attested_line(site, role, cites, role_words(role)) for role in by_time]


def linked_statements(site: Site, entity: Entity, kind: str, cites: Citations) -> Markup:
    """Affiliations, or countries: linked names, each with when and by whom."""
    lines = []
    for found in ranked(site, (item for item in entity.roles if item.kind == kind)):
        other = site.kb.entities.get(found.entity or "")
        name = entity_link(site, cites.page, other) if other is not None else escape(found.value)
        lines.append(attested_line(site, found, cites, join(("formerly ", name)) if found.former else name))
    return join(lines, "<br> ")


def attested_line(site: Site, found: Statement, cites: Citations, words: str | Markup) -> Markup:
    """ "Russian defense minister, 29 to 30 November 2024, 2 publishers", with citations."""
    when, who = date_words(period(site, found.evidence)), sources(site, found.evidence)
    aside = join(filter(None, (when, who)), ", ")
    return join(
        (
            words,
            cites.mark(*one_per_article(found.evidence)),
            raw(' <span class="aside attested">'),
            aside,
            raw("</span>"),
        )
    )


def period(site: Site, evidence: Sequence[Evidence]) -> str:
    """From the first to the last publication among the evidence, in EDTF; "" where none is dated."""
    dated = (site.kb.articles[item.article].published for item in evidence)
    dates = sorted({date for date in dated if date}, key=lambda date: (date_key(date), date))
    return "" if not dates else dates[0] if len(dates) == 1 else f"{dates[0]}/{dates[-1]}"


def sources(site: Site, evidence: Sequence[Evidence]) -> str:
    """Who says so: the publisher's name where it is one, else how many."""
    articles = {site.original(item.article) for item in evidence}
    count = publisher_count(site, articles)
    if count == 1 or not all(site.kb.articles[article].publisher for article in articles):
        return by_whom(site, sorted(articles))
    return plural(count, "publisher")
