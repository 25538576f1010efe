"""People's decisions: `seeds/curation/*.md`, a small file with front matter for each.

    ---
    different:
      - Daniel Marsh in alder-ferry/gazette.md
      - Daniel Marsh in lakes-race/ledger.md
    by: J. Editor
    why: The mayor and the cyclist.
    ---

`same` joins names, `different` keeps them apart. "in" and the path of an article narrow a name to that article.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import yaml

from generator.errors import ArticleError
from generator.ingest.decode import decode
from generator.ingest.files import CURATION, SourceFile, read_bytes
from generator.ingest.front import compose_front_matter
from generator.model import Decision, Named, Problem

_VERDICTS: tuple[Literal["same", "different"], ...] = ("same", "different")
_KEYS = frozenset({*_VERDICTS, "by", "why"})
_NARROWED = " in "
_EXAMPLE = "Write `same:` or `different:` and a list of two names or more (see CONTRIBUTING.md)."


def read_decisions(seeds: Path, max_bytes: int) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """All decisions below `seeds/curation`, sorted by path; a file that can't be used is named by a fatal problem."""
    decisions: list[Decision] = []
    problems: list[Problem] = []
    for place in sorted((seeds / CURATION).rglob("*.md")):
        path = place.relative_to(seeds).as_posix()
        if place.name.lower() == "readme.md":
            continue
        try:
            decisions.extend(_read(SourceFile(path, place), max_bytes))
        except ArticleError as error:
            problems.append(Problem(path, error.message, error.remedy, fatal=True))
    return tuple(decisions), tuple(problems)


def _read(file: SourceFile, max_bytes: int) -> Iterator[Decision]:
    text = decode(read_bytes(file, max_bytes))
    try:
        nodes = compose_front_matter(text)
    except yaml.YAMLError as error:
        raise ArticleError(
            f"The front matter can't be read ({' '.join(str(error).split())[:120]}).", _EXAMPLE
        ) from error
    unknown = sorted(set(nodes) - _KEYS)
    if unknown:
        raise ArticleError(
            f"Line {_line(nodes[unknown[0]])}: there is no key `{unknown[0]}`.", f"Known keys: {_known()}."
        )
    found = [verdict for verdict in _VERDICTS if verdict in nodes]
    if not found:
        raise ArticleError("It decides nothing.", _EXAMPLE)
    for verdict in found:
        yield Decision(file.path, verdict, _names(nodes[verdict]), _text(nodes, "by"), _text(nodes, "why"))


def _known() -> str:
    return ", ".join(f"`{key}`" for key in sorted(_KEYS))


def _names(node: yaml.Node) -> tuple[Named, ...]:
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    names = tuple(_named(item) for item in items if isinstance(item, yaml.ScalarNode) and item.value.strip())
    if len(names) != len(items) or len(set(names)) < 2:
        raise ArticleError(f"Line {_line(node)}: this is no list of two names or more.", _EXAMPLE)
    return names


def _named(node: yaml.ScalarNode) -> Named:
    name, narrowed, article = node.value.rpartition(_NARROWED)
    if narrowed and "." in article and name.strip():
        return Named(name.strip(), article.strip(), _line(node))
    return Named(node.value.strip(), line=_line(node))


def _text(nodes: Mapping[str, yaml.Node], key: str) -> str:
    node = nodes.get(key)
    return " ".join(node.value.split()) if isinstance(node, yaml.ScalarNode) else ""


def _line(node: yaml.Node) -> int:
    # The block begins on the line after its opening "---", and YAML counts from 0.
    return int(node.start_mark.line) + 2
