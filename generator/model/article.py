"""One document, as received and cleaned."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something an operator should know: which file, what, and how to mend it.

    `fatal` is true when the article was set aside because of it.
    """

    path: str
    message: str
    remedy: str
    fatal: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """One article: clean text and metadata.

    id         deterministic and stable (title and a hash of the path): `[a-z0-9-]+`
    path       relative to the seeds folder, with `/`
    title      from metadata, else a headline recognised in the text, else None
    headline   the headline as it stands as the first line of `text`, or None (a title known from metadata alone is not in the text)
    published, updated, retrieved
               EDTF (ISO 8601-2), or None; never invented
    text       paragraphs separated by one newline, each without inner line breaks; boilerplate removed
    removed    what was taken for boilerplate, in the order of the source
    digest     SHA-256 of the bytes of the file, in hexadecimal
    rights     `full`, `evidence`, `none`, or None: how much of the text may be shown
    agency     a news agency named in the metadata, or None
    copy_of    id of the article that this one repeats word for word, or None
    version_of id of the later version of the same url, or None
    """

    id: str
    path: str
    url: str | None
    title: str | None
    headline: str | None
    publisher: str | None
    authors: tuple[str, ...]
    published: str | None
    updated: str | None
    retrieved: str | None
    language: str
    text: str
    removed: tuple[str, ...]
    digest: str
    rights: str | None = None
    agency: str | None = None
    copy_of: str | None = None
    version_of: str | None = None
