"""Extraction <-> .cache/, keyed by everything it was made from."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import msgspec

from generator.errors import unwritable
from generator.model import Article, Extraction

_PACKAGE = Path(__file__).parent
# Code that an extraction depends on. Weights count by name and size: reading 50 MB for a look-up would cost more than it protects.
_ROOMS = ("extract", "language", "gazetteer", "model")
_HASHED_SUFFIXES = frozenset({".py", ".yaml", ".yml", ".json", ".tsv", ".txt", ".csv"})


@lru_cache(maxsize=1)
def code_fingerprint() -> str:
    """Hash of the code and the data that an extraction is made with."""
    return fingerprint(_ROOMS)


def fingerprint(rooms: tuple[str, ...]) -> str:
    """Hash of the files in these folders of the package ("" is the package's own folder, without its sub-folders)."""
    digest = hashlib.sha256()
    for room in rooms:
        folder = _PACKAGE / room
        files = folder.rglob("*") if room else folder.glob("*.py")
        for path in sorted(path for path in files if path.is_file() and "__pycache__" not in path.parts):
            digest.update(path.relative_to(_PACKAGE).as_posix().encode())
            digest.update(path.read_bytes() if path.suffix in _HASHED_SUFFIXES else str(path.stat().st_size).encode())
    return digest.hexdigest()


def key_of(article: Article, model: str) -> str:
    """Key of an article's extraction: changes with the text, the metadata that are read, the model and the code."""
    parts = (code_fingerprint(), model, article.id, article.text, article.title, article.headline, article.published)
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def load(folder: Path, key: str) -> Extraction | None:
    """The extraction stored under `key`, or None when there is none or it is damaged (it is then made anew)."""
    try:
        return msgspec.msgpack.decode(_file(folder, key).read_bytes(), type=Extraction)
    except (OSError, msgspec.DecodeError):
        return None


def store(folder: Path, key: str, extraction: Extraction) -> None:
    """Keep `extraction` under `key`. Atomic: a build that is killed leaves the old file or the new one.

    Raises GeneratorError when the folder can't be written.
    """
    target = _file(folder, key)
    scratch = target.with_suffix(f".{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        scratch.write_bytes(msgspec.msgpack.encode(extraction))
        # Another build may have cleared it away (see `prune`): this extraction is made anew next time.
        with suppress(FileNotFoundError):
            scratch.replace(target)
    except OSError as error:
        raise unwritable(folder, error) from error


def prune(folder: Path, keys: set[str]) -> int:
    """Remove what no article needs any more, and what killed builds left; gives the number of files removed."""
    stale = [path for path in folder.glob("??/*.msgpack") if path.stem not in keys] + list(folder.glob("??/*.tmp"))
    for path in stale:
        path.unlink(missing_ok=True)
    return len(stale)


def _file(folder: Path, key: str) -> Path:
    return folder / key[:2] / f"{key}.msgpack"
