"""The state file: every address ever published, one per line, sorted.

A JSON object whose first member is the version of its schema; each other member is an address and stands on a line of its own,
with its comma in front. So lines that two branches added can be put together line by line (git's "union" merge), and the
outcome is still JSON; of an address that stands there twice, both lines count.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.errors import GeneratorError
from generator.model import Address

HISTORY = "data/history.json"
# Raised whenever a member or a field is added: an older generator would drop what it doesn't know.
VERSION = 1
_VERSION_KEY = "history"
_FOLDERS = "entities|events|publishers|sources"
_PATH = re.compile(rf"(?:{_FOLDERS})/[a-z0-9][a-z0-9-]*\.md")
_HASH = re.compile(r"[0-9a-f]{8}")
_MARKERS = ("<<<<<<< ", "=======", ">>>>>>> ", "||||||| ")
_REMEDY = "Take its last good version from version control; or delete it, and old addresses no longer lead anywhere."


def read_history(content: Path) -> dict[str, Address]:
    """Path -> address, sorted; empty where there is no state file yet.

    Raises GeneratorError when the file can't be read, is not a history, or was written by a later version of the generator.
    """
    file = content / HISTORY
    try:
        text = file.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise GeneratorError(f"{file} can't be read: {error}.", _REMEDY) from error
    return _addresses(_pairs(text, file), file)


def write_history(addresses: Mapping[str, Address]) -> str:
    """The text of the state file."""
    lines = [f'{{"{_VERSION_KEY}": {VERSION}']
    lines += [f",{_json(path)}: {_json(_fields(addresses[path]))}" for path in sorted(addresses)]
    return "\n".join([*lines, "}"]) + "\n"


def _json(value: object) -> str:
    # A title may hold half of a surrogate pair, which UTF-8 can't: it stays an escape.
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")


def _fields(address: Address) -> dict[str, str]:
    fields = {"title": address.title, "holds": " ".join(address.holds)}
    return fields if address.to is None else {**fields, "to": address.to}


def _pairs(text: str, file: Path) -> list[tuple[str, Any]]:
    marked = [number for number, line in enumerate(text.split("\n"), 1) if line.startswith(_MARKERS)]
    if marked:
        raise GeneratorError(
            f"{file}, line {marked[0]}: a merge left its marks.", "Delete the lines with the marks, keep all others."
        )
    try:
        pairs = json.loads(text, object_pairs_hook=_Pairs)
    except (ValueError, RecursionError) as error:
        raise GeneratorError(f"{file} is damaged: {error}.", _REMEDY) from error
    if not isinstance(pairs, _Pairs) or not pairs or pairs[0][0] != _VERSION_KEY:
        raise GeneratorError(
            f"{file} is not a history of addresses.", "Move it away: its name belongs to the generator."
        )
    if pairs[0][1] != VERSION:
        raise GeneratorError(
            f"{file} was written by another version of the generator (its schema is {pairs[0][1]!r}, this one reads {VERSION}).",
            "Use the newer generator.",
        )
    return pairs[1:]


class _Pairs(list[tuple[str, Any]]):
    """The members of a JSON object in order, an address that stands there twice included."""


def _addresses(pairs: Iterable[tuple[str, Any]], file: Path) -> dict[str, Address]:
    found: dict[str, Address] = {}
    for path, value in pairs:
        address = _address(path, value)
        if address is None:
            raise GeneratorError(f"{file}: the entry of {path[:80]!r} is damaged.", _REMEDY)
        found[path] = _united(found[path], address) if path in found else address
    return dict(sorted(found.items()))


def _address(path: str, value: object) -> Address | None:
    """The address, or None when an entry isn't one: the file is data, and a path in it must not lead out of the folder."""
    fields = dict(value) if isinstance(value, _Pairs) else {}
    title, holds, to = fields.pop("title", None), fields.pop("holds", None), fields.pop("to", None)
    if fields or not isinstance(title, str) or not isinstance(holds, str) or not isinstance(to, str | None):
        return None
    hashes = holds.split()
    if not _PATH.fullmatch(path) or path.endswith("/index.md") or not (to is None or _PATH.fullmatch(to)):
        return None
    return Address(title, tuple(sorted(hashes)), to) if all(map(_HASH.fullmatch, hashes)) else None


def _united(left: Address, right: Address) -> Address:
    """One address of two branches: a page if it is one in either, and all that it held."""
    title = min(left.title, right.title)
    to = None if left.to is None or right.to is None else min(left.to, right.to)
    return Address(title, tuple(sorted({*left.holds, *right.holds})), to)
