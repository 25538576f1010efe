"""Page -> file: only if the bytes differ, atomically; generated files that nobody compiled any more are removed.

A file that the generator did not write is never touched. What it wrote stands in `data/pages.json` (path -> SHA-256).
"""

from __future__ import annotations

import hashlib
import json
import os
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from generator.errors import GeneratorError, unwritable

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

MANIFEST = "data/pages.json"
SCRATCH = ".concordance.tmp"


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did to the content folder: paths relative to it, sorted."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def write_files(files: Mapping[str, str], content: Path) -> Written:
    """Make the generated part of `content` equal to `files` (path -> text).

    The manifest names every file before it is written: after a crash the next run knows which files are its own. Two runs
    at once write one after the other. Raises GeneratorError when a hand-written file stands where a generated one belongs,
    or the folder can't be written.
    """
    return update_files(lambda: files, content)


def update_files(make: Callable[[], Mapping[str, str]], content: Path, first: str = "") -> Written:
    """`write_files` for files that depend on those that are there: `make` is called when no other run can write.

    The file `first` (a path) is written before all others; `make` has read it, so it is the generator's own.
    """
    try:
        content.mkdir(parents=True, exist_ok=True)
        with locked(content):
            return _write({path: text.encode("utf-8") for path, text in make().items()}, content, first)
    except OSError as error:
        raise unwritable(content, error) from error


def _write(encoded: Mapping[str, bytes], content: Path, first: str) -> Written:
    known = read_manifest(content)
    _refuse_foreign({path: data for path, data in encoded.items() if path != first}, known, content)
    wanted = {path: hashlib.sha256(data).hexdigest() for path, data in sorted(encoded.items())}
    if known != wanted:
        _write_if_different(content / MANIFEST, _manifest_bytes({**known, **wanted}))
    _remove_scratch(content, {posixpath.dirname(path) for path in (MANIFEST, *known, *wanted)})
    order = sorted(wanted, key=lambda path: (path != first, path))
    changed = tuple(path for path in order if _write_if_different(content / path, encoded[path]))
    removed = tuple(path for path in sorted(set(known) - set(wanted)) if _remove(content, path))
    _write_if_different(content / MANIFEST, _manifest_bytes(wanted))
    return Written(tuple(sorted(changed)), removed, len(wanted) - len(changed))


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Only one process at a time, where the system can lock a folder; the lock ends with the process that holds it."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a file system without locks: as careful as without
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def read_manifest(content: Path) -> dict[str, str]:
    """Path -> SHA-256 of the files that the last run wrote; empty when there was none.

    Of a manifest that two branches changed, the lines of both count: what either wrote was generated.
    """
    try:
        text = (content / MANIFEST).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        data = dict(_entry(line) for line in text.splitlines())
    return {str(path): str(digest) for path, digest in data.items() if path} if isinstance(data, dict) else {}


def _entry(line: str) -> tuple[str, str]:
    """Path and hash of a line of the manifest; two empty strings for any other line."""
    try:
        ((path, digest),) = json.loads(f"{{{line.strip().removesuffix(',')}}}").items()
    except (ValueError, RecursionError):
        return "", ""
    return path, str(digest)


def is_current(content: Path) -> bool:
    """Whether every file of the manifest is there with the bytes that were written."""
    known = read_manifest(content)
    return bool(known) and all(_digest(content / path) == digest for path, digest in known.items())


def manifest_digest(content: Path) -> str:
    """SHA-256 of the manifest: tells one set of pages from another; "" without one."""
    return _digest(content / MANIFEST)


def foreign_paths(paths: Iterable[str], content: Path) -> set[str]:
    """Those of `paths` at which something stands that the generator did not write."""
    known = read_manifest(content)
    return {path for path in paths if path not in known and (content / path).exists()}


def _refuse_foreign(files: Mapping[str, bytes], known: Mapping[str, str], content: Path) -> None:
    for path in sorted(files):
        target = content / path
        if path not in known and target.exists() and not (target.is_file() and target.read_bytes() == files[path]):
            raise GeneratorError(
                f"{target} was not written by the generator, but a generated page belongs there.",
                "Rename or remove your file.",
            )


def _write_if_different(target: Path, data: bytes) -> bool:
    if target.is_file() and target.read_bytes() == data:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    scratch = target.with_name(f".{target.name}.{os.getpid()}{SCRATCH}")
    with scratch.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    scratch.replace(target)
    return True


def _remove_scratch(content: Path, folders: Iterable[str]) -> None:
    """What a run that was killed left half written beside its pages."""
    for folder in sorted(folders):
        for path in sorted((content / folder).glob(f".*{SCRATCH}")):
            path.unlink(missing_ok=True)


def _remove(content: Path, path: str) -> bool:
    target = content / path
    # A manifest is data: a path in it that leads out of the folder is not followed.
    if not target.is_file() or content.resolve() not in target.resolve().parents:
        return False
    target.unlink()
    if not any(target.parent.iterdir()):
        target.parent.rmdir()
    return True


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _manifest_bytes(wanted: Mapping[str, str]) -> bytes:
    return (json.dumps(wanted, indent=0, ensure_ascii=False, sort_keys=True) + "\n").encode("utf-8")
