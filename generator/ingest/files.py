"""The files of the seeds folder: which are articles, and their bytes. The only place of `ingest` that touches the disk."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import ArticleError
from generator.model import Problem

ARTICLE_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"})
# Formats that hold articles, but that are not read: the operator is told, other files are none of our business.
LOOK_ALIKES = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".mht", ".mhtml", ".webarchive", ".pages"})
NOT_ARTICLES = frozenset({"readme", "license", "licence", "notice", "contributing", "changelog"})
CURATION = "curation"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that holds an article: its path relative to the seeds folder (with `/`), and where it is on disk."""

    path: str
    place: Path

    @property
    def suffix(self) -> str:
        """The extension in lower case, with the dot."""
        return self.place.suffix.lower()


def find_files(seeds: Path) -> tuple[tuple[SourceFile, ...], tuple[Problem, ...]]:
    """The article files below `seeds`, sorted by path, and what was refused (links, devices, other formats).

    Names that start with "." or "_", the folder `curation` at the top, and files such as README.md are passed over.
    A folder that is not there gives no file and one problem.
    """
    found: list[SourceFile] = []
    problems: list[Problem] = []
    for item in _walk(seeds, seeds, problems):
        relative = item.relative_to(seeds).as_posix()
        problem = _refusal(item, relative)
        if problem is not None:
            problems.append(problem)
        elif item.suffix.lower() in ARTICLE_SUFFIXES and item.stem.lower() not in NOT_ARTICLES:
            found.append(SourceFile(relative, item))
    return tuple(sorted(found, key=lambda file: file.path)), tuple(sorted(problems, key=lambda p: (p.path, p.message)))


def read_bytes(file: SourceFile, max_bytes: int) -> bytes:
    """The bytes of a regular file of at most `max_bytes` bytes. Raises ArticleError otherwise.

    The file is opened without following links and checked after it is open: nobody can swap it in between, and a pipe
    does not block.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(file.place, flags)
    except OSError as error:
        raise ArticleError(
            f"The file can't be opened ({error.strerror}).", "Make it a plain file that you may read."
        ) from error
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise ArticleError("This is not a plain file.", "Put a copy of the article itself in its place.")
        try:
            data = stream.read(max_bytes + 1)
        except OSError as error:
            raise ArticleError(f"The file can't be read ({error.strerror}).", "Check the disk and the file.") from error
    if len(data) > max_bytes:
        raise ArticleError(
            f"The file is larger than {max_bytes:,} bytes.", "Keep the article's own text, or raise max_bytes."
        )
    return data


def _walk(folder: Path, seeds: Path, problems: list[Problem]) -> Iterator[Path]:
    """Every entry below `folder` that is not a folder; hidden ones are left out, links are never followed."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        path = folder.relative_to(seeds).as_posix()
        problems.append(
            Problem(
                path, f"The folder can't be listed ({error.strerror}).", "Check that it exists and may be read.", True
            )
        )
        return
    for entry in entries:
        if entry.name.startswith((".", "_")) or (entry.name == CURATION and folder == seeds):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry, seeds, problems)
        else:
            yield entry


def _refusal(item: Path, relative: str) -> Problem | None:
    """Why this entry is not read, or None. Unknown formats are passed over without a word, whatever they are."""
    suffix = item.suffix.lower()
    if item.is_symlink():
        return Problem(relative, "Links are not followed.", "Put a copy of the article itself in its place.", True)
    if suffix in LOOK_ALIKES:
        remedy = "Save the article as .txt, .md or .html."
        return Problem(relative, f"Files of the kind {suffix} are not read.", remedy, True)
    if suffix in ARTICLE_SUFFIXES and not item.is_file():
        return Problem(relative, "This is not a plain file.", "Put a copy of the article itself in its place.", True)
    return None
