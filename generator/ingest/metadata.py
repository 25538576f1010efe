"""What is known of an article beside its text: front matter and HTML metadata under one set of names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.ingest.dates import AmbiguousDateError, read_date
from generator.ingest.decode import normalize

# Our name -> the names found in the wild; the first that holds something counts.
NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "site", "outlet", "site_name", "sitename"),
    "authors": ("authors", "author", "byline"),
    "published": ("date", "published", "pubdate", "publish_date", "date_published", "datepublished"),
    "updated": ("updated", "modified", "date_modified", "datemodified", "lastmod"),
    "retrieved": ("retrieved", "accessed", "date_retrieved"),
    "url": ("url", "link", "canonical", "canonical_url", "source_url"),
    "language": ("language", "lang"),
    "rights": ("rights",),
    "agency": ("agency",),
}
RIGHTS = frozenset({"full", "evidence", "none"})
MAX_VALUE = 500
_NOTHING = frozenset({"", "~", "null", "none", "n/a", "unknown"})
_LABELS = ("by ", "written by ")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Metadata of one article; dates in EDTF. `moment` is the update or publication as written, for putting versions in order."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    retrieved: str | None = None
    url: str | None = None
    language: str | None = None
    rights: str | None = None
    agency: str | None = None
    moment: str = ""


def read_metadata(found: Mapping[str, Any]) -> tuple[Metadata, tuple[str, ...]]:
    """Metadata from a mapping of any of the names in `NAMES`, and complaints about values that can't be read."""
    complaints: list[str] = []
    dates = {name: _date(name, found, complaints) for name in ("published", "updated", "retrieved")}
    rights = _text("rights", found)
    if rights is not None and rights.lower() not in RIGHTS:
        complaints.append(f'rights is "{rights}", not one of full, evidence and none')
        rights = None
    url = _text("url", found)
    if url is not None and not url.lower().startswith(("http://", "https://")):
        complaints.append(f'url is "{url}", which does not start with http:// or https://')
        url = None
    publisher = _text("publisher", found)
    metadata = Metadata(
        title=_text("title", found),
        publisher=_without_www(publisher) if publisher else None,
        authors=_names(_value("authors", found)),
        url=url,
        language=_text("language", found),
        rights=rights.lower() if rights else None,
        agency=_text("agency", found),
        moment=_text("updated", found) or _text("published", found) or "",
        **dates,
    )
    return metadata, tuple(complaints)


def merge(first: Metadata, second: Metadata) -> Metadata:
    """`first`, with its gaps filled from `second`."""
    gaps = {name: getattr(second, name) for name in Metadata.__slots__ if not getattr(first, name)}
    return replace(first, **gaps)


def _without_www(publisher: str) -> str:
    return publisher[4:] if publisher.lower().startswith("www.") else publisher


def _value(name: str, found: Mapping[str, Any]) -> Any:
    return next((found[key] for key in NAMES[name] if found.get(key)), None)


def _text(name: str, found: Mapping[str, Any]) -> str | None:
    """A value as one line of text; of a list the first item, of a mapping its name; None when there is nothing in it."""
    return _line(_value(name, found))


def _line(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    if not isinstance(value, str):
        return None
    line = " ".join(normalize(value).split())[:MAX_VALUE].strip()
    return None if line.lower() in _NOTHING else line


def _names(value: Any) -> tuple[str, ...]:
    """Names of people: a list, or one string with commas, semicolons or "and" between the names."""
    if isinstance(value, list):
        return tuple(dict.fromkeys(name for item in value for name in _names(item)))
    line = _line(value)
    if line is None:
        return ()
    for label in _LABELS:
        if line.lower().startswith(label):
            line = line[len(label) :]
    parts = line.replace(" and ", ",").replace(" & ", ",").replace(";", ",").replace("|", ",").split(",")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _date(name: str, found: Mapping[str, Any], complaints: list[str]) -> str | None:
    written = _text(name, found)
    if written is None:
        return None
    try:
        date = read_date(written)
    except AmbiguousDateError:
        complaints.append(f'the date "{written}" can be read as day/month or as month/day')
        return None
    if date is None:
        complaints.append(f'the date "{written}" can\'t be read')
    return date
