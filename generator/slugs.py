"""Name -> slug -> page path -> relative link: the only place that knows addresses."""

from __future__ import annotations

import hashlib
import posixpath
import re
import unicodedata
from collections.abc import Iterable

from text_unidecode import unidecode

MAX_SLUG_BYTES = 80
_OUTSIDE = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile("['’ʼ`´]")
# Names that Windows reserves for devices, whatever their extension.
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "index"} | {f"{kind}{n}" for kind in ("com", "lpt") for n in range(10)}
)


def slugify(name: str) -> str:
    """The slug of any text: `[a-z0-9-]`, 1 to 80 bytes, never a reserved file name.

    NFKC, case folded, transliterated to ASCII; text without a letter or digit gives "x-" and a hash of it.
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    ascii_form = unidecode(_APOSTROPHES.sub("", folded)).lower()
    slug = _OUTSIDE.sub("-", ascii_form).strip("-")
    if len(slug) > MAX_SLUG_BYTES:
        slug = slug[: MAX_SLUG_BYTES + 1].rsplit("-", 1)[0][:MAX_SLUG_BYTES].strip("-")
    if not slug or slug in _RESERVED:
        return f"x-{short_hash(name)}"
    return slug


def short_hash(text: str, length: int = 6) -> str:
    """The first `length` hexadecimal digits of the SHA-256 of `text` (UTF-8; a name of a file may hold lone surrogates)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def unique_slugs(names: dict[str, str]) -> dict[str, str]:
    """Key -> slug of its name, unique over all keys.

    `names` maps a stable key to a name. Where several names give one slug, each of them gets a hash of its key behind it,
    so that the outcome does not depend on order.
    """
    wanted = {key: slugify(name) for key, name in names.items()}
    counts: dict[str, int] = {}
    for slug in wanted.values():
        counts[slug] = counts.get(slug, 0) + 1
    return {key: slug if counts[slug] == 1 else f"{slug[:70]}-{short_hash(key)}" for key, slug in wanted.items()}


def publisher_paths(names: Iterable[str]) -> dict[str, str]:
    """Publisher's name -> path of its page, by name."""
    found = sorted(set(names), key=lambda name: (name.casefold(), name))
    slugs = unique_slugs({name: name for name in found})
    return {name: page_path("publishers", slugs[name]) for name in found}


def page_path(kind: str, slug: str) -> str:
    """Path of a page's Markdown file relative to the content folder: ("events", "x") -> "events/x.md"."""
    return f"{kind}/{slug}.md"


def relative_link(source: str, target: str, anchor: str = "") -> str:
    """Markdown link target from page `source` to page `target` (both paths relative to the content folder)."""
    path = "" if source == target and anchor else posixpath.relpath(target, posixpath.dirname(source) or ".")
    return f"{path}#{anchor}" if anchor else path
