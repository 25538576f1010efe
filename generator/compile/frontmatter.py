"""A page as the text of a file: front matter by a YAML library, read back and compared."""

from __future__ import annotations

import html
from typing import Any

import yaml

from generator.compile.markdown import clean
from generator.errors import GeneratorError
from generator.model import Page

_FENCE = "---\n"


def meta_text(text: str) -> str:
    """Text for a page's `<title>` and `<meta>`: on one line, HTML-escaped, because themes print it as it is."""
    return html.escape(clean(text).strip(), quote=True)


def render_page(page: Page) -> str:
    """The whole file: front matter (keys in the order given), a blank line, the body with one newline at its end.

    Raises GeneratorError when what a YAML reader gets back differs from what was put in.
    """
    body = page.body.strip("\n") + "\n"
    if not page.meta:
        return body
    block = yaml.safe_dump(dict(page.meta), allow_unicode=True, sort_keys=False, width=10_000)
    if _read_back(block) != dict(page.meta):
        raise GeneratorError(
            f"{page.path}: the front matter can't be read back.", "Please report this with the article."
        )
    return f"{_FENCE}{block}{_FENCE}\n{body}"


def _read_back(block: str) -> Any:
    if any(line.rstrip() in {"---", "..."} for line in block.splitlines()):
        return None
    try:
        return yaml.safe_load(block)
    except yaml.YAMLError:
        return None
