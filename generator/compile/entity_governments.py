"""Names that stand for a government: "Moscow" for that of Russia. Told on both pages, counted apart from the mentions by name."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.compile.entity_counts import METONYM, mentions_of, words_of
from generator.compile.evidence import Citations
from generator.compile.markdown import escape, join, raw
from generator.compile.prose import entity_link
from generator.compile.relations import whole_sentence
from generator.compile.site import Site
from generator.compile.words import form_key, times
from generator.gazetteer import with_article
from generator.model import Entity, MentionRef

MAX_SENTENCES = 5


def seats(site: Site, entity: Entity) -> list[tuple[str, list[MentionRef]]]:
    """For a country: the names that stand for its government, as most often written, with the mentions; the most frequent first."""
    found: dict[str, list[MentionRef]] = {}
    written: dict[str, list[str]] = {}
    for ref, (_, mention) in zip(entity.mentions, mentions_of(site, entity), strict=True):
        if mention.via == METONYM:
            key = form_key(words_of(mention))
            found.setdefault(key, []).append(ref)
            written.setdefault(key, []).append(words_of(mention))
    named = [
        (min(written[key], key=lambda form: (-written[key].count(form), form)), refs) for key, refs in found.items()
    ]
    return sorted(named, key=lambda item: (-len(item[1]), item[0]))


def countries(site: Site, entity: Entity) -> list[tuple[Entity, list[MentionRef]]]:
    """For what bears such a name: the countries for whose government it stands elsewhere, with the mentions."""
    found: dict[str, list[MentionRef]] = {}
    for key in dict.fromkeys(form_key(form) for form in (entity.name, *(alias.form for alias in entity.aliases))):
        for country, ref in site.standing.get(key, ()):
            if country != entity.id and entity.country in (None, country):
                found.setdefault(country, []).append(ref)
    ranked = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return [(site.kb.entities[country], refs) for country, refs in ranked]


def government_named_as(site: Site, entity: Entity, cites: Citations) -> Markup:
    """For the box of a country: "as Moscow, twice" with links and sentences."""
    lines = []
    for name, refs in seats(site, entity):
        lines.append(_line(site, cites, join(("as ", _bearer(site, entity, name, cites.page))), refs))
    return join(lines, "<br> ")


def stands_for(site: Site, entity: Entity, cites: Citations) -> Markup:
    """For the box of a capital: "the government of Russia, twice" with a link and sentences."""
    lines = []
    for country, refs in countries(site, entity):
        name = with_article(country.name)
        link = entity_link(site, cites.page, country)
        before = name.removesuffix(country.name)
        lines.append(_line(site, cites, join((f"the government of {before}", link)), refs))
    return join(lines, "<br> ")


def _bearer(site: Site, country: Entity, name: str, page: str) -> Markup:
    """The name, linked to the page of the place or body in that country which bears it."""
    called = (site.kb.entities[key] for key in site.called.get(form_key(name), ()))
    bearers = [e for e in called if e.page and e.id != country.id and e.country in (None, country.id)]
    return entity_link(site, page, bearers[0], name) if len(bearers) == 1 else escape(name)


def _line(site: Site, cites: Citations, words: Markup, refs: Sequence[MentionRef]) -> Markup:
    sentences = dict.fromkeys(
        whole_sentence(site, ref.article, site.kb.mention(ref.article, ref.mention).sentence) for ref in refs
    )
    marks = cites.mark(*list(sentences)[:MAX_SENTENCES])
    return join((words, marks, raw(' <span class="aside attested">'), times(len(refs)), raw("</span>")))
