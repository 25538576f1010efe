"""What stands at an address whose page is gone: a page that says so and leads on, for readers and, by its front matter, for the theme.

It is an ordinary page with an ordinary link, so that it works with every theme, without JavaScript and from a folder.
"""

from __future__ import annotations

from dataclasses import replace

from generator.compile.markdown import link
from generator.compile.render import Head, compile_page
from generator.compile.site import ENTITIES, EVENTS, PUBLISHERS, SOURCES
from generator.model import Moved, Page
from generator.slugs import relative_link

_INDEXES = {
    ENTITIES: "All people, organizations and places",
    EVENTS: "All events",
    SOURCES: "All articles",
    PUBLISHERS: "All publishers",
}


def compile_moved(moved: Moved) -> Page:
    """The page at an old address. Its front matter has `moved: <path>` when the theme may lead readers on without asking."""
    page = compile_page(Head(moved.path, moved.title, _lead(moved), _kicker(moved)), "moved.md.j2", _view(moved))
    leading = {"moved": moved.to[0]} if moved.is_same else {}
    return replace(page, meta={**page.meta, **leading, "search": {"exclude": True}})


def _view(moved: Moved) -> dict[str, object]:
    path, title = moved.to
    index = next(index for index in _INDEXES if index.partition("/")[0] == moved.path.partition("/")[0])
    return {
        "same": moved.is_same,
        "to": link(title, relative_link(moved.path, path)) if title else "",
        "others": [link(title, relative_link(moved.path, other)) for other, title in moved.others],
        "index": link(_INDEXES[index], relative_link(moved.path, index)),
    }


def _lead(moved: Moved) -> str:
    return f"This page has moved to {moved.to[1]}." if moved.is_same else "This page was removed."


def _kicker(moved: Moved) -> str:
    return "Moved" if moved.is_same else "Removed"
