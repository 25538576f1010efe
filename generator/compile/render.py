"""Templates -> Markdown. Every plain string that a template prints is escaped by `markdown.escape`, always."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from generator.compile.dates import date_words, short_date
from generator.compile.evidence import Citations
from generator.compile.frontmatter import meta_text
from generator.compile.markdown import escape, link, raw
from generator.compile.words import capitalized, kind_word, lexicon, listing, plural, spelled
from generator.model import Page

_TEMPLATES = Path(__file__).parent / "templates"
GENERATED = "concordance"


def compile_page(
    path: str, template: str, view: Mapping[str, Any], cites: Citations | None, title: str, lead: str, foot: bool = True
) -> Page:
    """A page from a template and its values. `title` and `lead` (a plain sentence) go to the front matter;

    `foot` asks for the list of the articles that are cited.
    """
    notes = [_note(cites, article, marks) for article, marks in cites.notes()] if cites is not None and foot else []
    values = {**view, "notes": notes, "title": title}
    body = _environment().get_template(template).render(values)
    body += "\n" + "\n".join(cites.definitions() if cites is not None else ())
    return Page(path, _tidied(body), _meta(title, lead, template.partition(".")[0]))


def _meta(title: str, lead: str, kind: str) -> dict[str, str]:
    meta = {"title": meta_text(title), "description": meta_text(lead), "kind": kind, "generated": GENERATED}
    return {key: value for key, value in meta.items() if value}


def _note(cites: Citations, article: str, marks: list[tuple[int, str]]) -> dict[str, Any]:
    site = cites.site
    return {
        "publisher": site.kb.articles[article].publisher or "",
        "published": date_words(site.kb.articles[article].published) or "undated",
        "title": link(site.title(article), site.link_to(cites.page, site.source_path(article))),
        "marks": [link(raw(str(number)), target) for number, target in marks],
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
    }
    environment.globals["words"] = lexicon()
    return environment
