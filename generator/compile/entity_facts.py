"""The box at the top of an entity's page."""

from __future__ import annotations

from markupsafe import Markup

from generator.compile.credits import told_by
from generator.compile.dates import date_key, date_words
from generator.compile.entity_governments import government_named_as, stands_for
from generator.compile.entity_names import forms_in_box
from generator.compile.entity_roles import AFFILIATION, COUNTRY, linked_statements, roles_in_box
from generator.compile.entity_summary import PERSON
from generator.compile.evidence import Citations
from generator.compile.markdown import join, raw
from generator.compile.prose import entity_link
from generator.compile.site import Site
from generator.model import Entity


def facts(site: Site, entity: Entity, cites: Citations) -> list[tuple[str, Markup]]:
    """The rows of the box, label and value; only those that have something to say."""
    articles = site.articles_of[entity.id]
    dates = sorted(filter(None, (site.kb.articles[a].published for a in articles)), key=date_key)
    rows: list[tuple[str, str | Markup]] = [
        ("Also called", forms_in_box(entity)),
        ("Described as", roles_in_box(site, entity, cites)),
        ("Affiliation", linked_statements(site, entity, AFFILIATION, cites)),
        ("Country", linked_statements(site, entity, COUNTRY, cites) or _country(site, entity)),
        ("Government", government_named_as(site, entity, cites)),
        ("Also stands for", stands_for(site, entity, cites)),
        ("Coordinates", _coordinates(entity)),
        ("First seen", date_words(dates[0]) if dates else ""),
        ("Last seen", date_words(dates[-1]) if len(set(dates)) > 1 else ""),
        ("Mentioned in", told_by(site, articles)),
    ]
    return [(label, join([value])) for label, value in rows if value]


def _country(site: Site, entity: Entity) -> Markup:
    """The country of a place or a body without a statement that carries it; of a person nothing is said without one."""
    country = site.kb.entities.get(entity.country or "") if entity.type != PERSON else None
    return entity_link(site, entity.page or "", country) if country is not None and country.id != entity.id else raw("")


def _coordinates(entity: Entity) -> str:
    if entity.place is None or entity.place.latitude is None or entity.place.longitude is None:
        return ""
    latitude, longitude = entity.place.latitude, entity.place.longitude
    north, east = ("N" if latitude >= 0 else "S"), ("E" if longitude >= 0 else "W")
    return f"{abs(latitude):.2f}° {north}, {abs(longitude):.2f}° {east} (from a gazetteer)"
