"""Entity pages: a person, an organization, a place ..., and what the articles say of it. Each section has a file."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from generator.compile.entity_decisions import examples
from generator.compile.entity_facts import facts
from generator.compile.entity_labels import labels, verbs
from generator.compile.entity_names import forms_table, other_forms
from generator.compile.entity_receipt import apart, near_line, receipt
from generator.compile.entity_roles import roles_list
from generator.compile.entity_summary import description, lead
from generator.compile.evidence import Citations, one_per_article
from generator.compile.happening import event_link, event_when
from generator.compile.markdown import join
from generator.compile.prose import linked
from generator.compile.quotes import quotes_about, quotes_by, statements_by
from generator.compile.relations import companions, whole_sentence
from generator.compile.render import Head, compile_page
from generator.compile.site import Site
from generator.compile.words import capitalized, kind_word, listing, plural, pronoun, role_word
from generator.model import Entity, Event, Evidence, Page

# Of a name that is everywhere the page gives the newest; the others are on the pages of the events and articles.
MAX_EVENTS = MAX_MENTIONED = 40


def compile_entity(site: Site, entity: Entity) -> tuple[Page, Citations]:
    """The page of an entity, and the citations it makes."""
    page = entity.page or ""
    cites = Citations(site, page)
    view = {
        "entity": entity,
        "pronoun": pronoun(entity.type),
        "lead": lead(site, entity, cites),
        "facts": facts(site, entity, cites),
        "roles": roles_list(site, entity, cites),
        "events": _events(site, entity, cites),
        "events_left": max(0, len(site.events_of.get(entity.id, ())) - MAX_EVENTS),
        "said": quotes_by(site, page, entity.id, cites),
        "reported": statements_by(site, page, entity.id, cites),
        "about": quotes_about(site, page, entity, cites),
        "labels": labels(site, entity, cites),
        "verbs": verbs(site, entity, cites),
        "companions": companions(site, page, entity, cites),
        "forms": forms_table(site, entity, cites),
        "one_name": not other_forms(entity),
        "receipt": [line.words() for line in receipt(entity)],
        "decisions": examples(site, entity),
        "apart": [near_line(site, page, near) for near in apart(site, entity)],
    }
    view["mentioned"] = [] if cites.used else _mentioned(site, entity, cites)
    head = Head(page, entity.name, description(site, entity), capitalized(kind_word(entity.type)))
    return compile_page(head, "entity.md.j2", view, cites), cites


def _events(site: Site, entity: Entity, cites: Citations) -> list[dict[str, Any]]:
    found = site.events_of.get(entity.id, ())[:MAX_EVENTS]
    return [event_row(site, entity.page or "", event, cites, entity) for event in found]


def event_row(site: Site, page: str, event: Event, cites: Citations, entity: Entity | None = None) -> dict[str, Any]:
    """One line of a list of events: date, linked headline, the entity's role, how many articles."""
    return {
        "when": event_when(event),
        "link": event_link(site, page, event),
        "role": _role_in(site, event, entity) if entity is not None else "",
        "articles": plural(len(site.event_articles[event.id]), "article"),
        "cite": cites.mark(*one_per_article(_shown_in(event, entity), limit=3)),
    }


def _shown_in(event: Event, entity: Entity | None) -> tuple[Evidence, ...]:
    for participant in event.participants:
        if entity is not None and participant.entity == entity.id and participant.evidence:
            return participant.evidence
    return event.summary or event.date_words


def _role_in(site: Site, event: Event, entity: Entity) -> str:
    roles = [role_word(p.role) for p in event.participants if p.entity == entity.id]
    if entity.id in site.scenes_of(event):
        roles.append(role_word("place"))
    return listing(list(dict.fromkeys(filter(None, roles))))


def _mentioned(site: Site, entity: Entity, cites: Citations) -> list[Markup]:
    """The first sentence of each article that mentions it: for a page that would cite nothing else."""
    refs = ((ref.article, site.kb.mention(ref.article, ref.mention).sentence) for ref in entity.mentions)
    items = one_per_article([whole_sentence(site, *key) for key in refs], limit=MAX_MENTIONED)
    return [join((linked(site, cites.page, item.article, item.span), cites.mark(item))) for item in items]
