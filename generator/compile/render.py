"""Templates -> Markdown. Every plain string that a template prints is escaped by `markdown.escape`, always."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from generator.compile.credits import article_title
from generator.compile.dates import date_words, short_date
from generator.compile.evidence import Citations
from generator.compile.frontmatter import meta_text
from generator.compile.markdown import escape, link, raw
from generator.compile.words import capitalized, kind_word, lexicon, listing, plural, spelled, times
from generator.model import Page

_TEMPLATES = Path(__file__).parent / "templates"
# Somebody who types a name looks for the one who bears it, then for what happened.
SEARCH_BOOST = {"entity": 3, "event": 2}


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in a page's front matter. All plain text.

    lead    a sentence for search engines and link previews
    kicker  the kind of thing that the page is about, shown above its headline
    """

    path: str
    title: str
    lead: str
    kicker: str = ""


def compile_page(head: Head, template: str, view: Mapping[str, Any], cites: Citations | None = None) -> Page:
    """The page made of a template and its values; the citations' link definitions stand at its end."""
    notes = [_note(cites, article, marks) for article, marks in cites.notes()] if cites is not None else []
    body = _environment().get_template(template).render({**view, "notes": notes, "title": head.title})
    definitions = "\n".join(cites.definitions()) if cites is not None else ""
    return Page(head.path, _tidied(f"{body}\n{definitions}"), _meta(head, template.partition(".")[0]))


def _meta(head: Head, kind: str) -> dict[str, Any]:
    texts = {"title": head.title, "description": head.lead, "kicker": head.kicker, "kind": kind}
    meta: dict[str, Any] = {key: meta_text(value) for key, value in texts.items() if value.strip()}
    if kind in SEARCH_BOOST:
        meta["search"] = {"boost": SEARCH_BOOST[kind]}
    return meta


def _note(cites: Citations, article: str, marks: list[Markup]) -> dict[str, Any]:
    site = cites.site
    return {
        "publisher": site.kb.articles[article].publisher or "",
        "published": date_words(site.kb.articles[article].published) or "undated",
        "title": link(article_title(site, article), site.link_to(cites.page, site.source_path(article))),
        "marks": marks,
    }


def _tidied(body: str) -> str:
    """No more than one blank line in a row, and no white space at the end of a line."""
    lines: list[str] = []
    for line in (line.rstrip() for line in body.splitlines()):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip("\n") + "\n"


def _escaped(value: Any) -> Any:
    """What Jinja prints for a value: Markdown as it is, everything else through the escaping function."""
    return value if isinstance(value, (Markup, jinja2.Undefined)) else escape(str(value))


def _joined(items: list[Any], separator: str = ", ") -> Markup:
    return raw(separator.join(str(_escaped(item)) for item in items))


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        finalize=_escaped,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "capitalized": capitalized,
        "date": date_words,
        "short_date": short_date,
        "join": _joined,
        "kind": kind_word,
        "list": listing,
        "plural": plural,
        "spelled": spelled,
        "times": times,
    }
    environment.globals["words"] = lexicon()
    return environment
