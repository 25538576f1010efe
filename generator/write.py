"""Page -> file: only if the bytes differ, atomically; generated files that nobody compiled any more are removed.

A file that the generator did not write is never touched. What it wrote stands in `data/pages.json` (path -> SHA-256).
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import GeneratorError

MANIFEST = "data/pages.json"


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did to the content folder: paths relative to it, sorted."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def write_files(files: Mapping[str, str], content: Path) -> Written:
    """Make the generated part of `content` equal to `files` (path -> text).

    Raises GeneratorError when a hand-written file stands where a generated one belongs, or the folder can't be written.
    """
    known = read_manifest(content)
    _refuse_foreign(files, known, content)
    encoded = {path: text.encode("utf-8") for path, text in files.items()}
    wanted = {path: hashlib.sha256(data).hexdigest() for path, data in sorted(encoded.items())}
    try:
        changed = tuple(path for path in wanted if _write_if_different(content / path, encoded[path]))
        removed = tuple(path for path in sorted(set(known) - set(wanted)) if _remove(content, path))
        _write_if_different(content / MANIFEST, _manifest_bytes(wanted))
    except OSError as error:
        raise GeneratorError(
            f"Can't write to {content}: {error.strerror}.", "Check the permissions and the free space."
        ) from error
    return Written(changed, removed, len(wanted) - len(changed))


def read_manifest(content: Path) -> dict[str, str]:
    """Path -> SHA-256 of the files that the last run wrote; empty when there was none."""
    try:
        data = json.loads((content / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(path): str(digest) for path, digest in data.items()} if isinstance(data, dict) else {}


def is_current(content: Path) -> bool:
    """Whether every file of the manifest is there with the bytes that were written."""
    known = read_manifest(content)
    return bool(known) and all(_digest(content / path) == digest for path, digest in known.items())


def _refuse_foreign(files: Mapping[str, str], known: Mapping[str, str], content: Path) -> None:
    for path in sorted(files):
        target = content / path
        if path not in known and target.exists() and target.read_bytes() != files[path].encode("utf-8"):
            raise GeneratorError(
                f"{target} was not written by the generator, but a generated page belongs there.",
                "Rename or remove your file.",
            )


def _write_if_different(target: Path, data: bytes) -> bool:
    if target.is_file() and target.read_bytes() == data:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    scratch = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    with scratch.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    scratch.replace(target)
    return True


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
