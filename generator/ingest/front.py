"""Front matter on any text file, through python-frontmatter, read safely: strings only, no aliases, bounded size and depth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

MAX_CHARACTERS = 20_000
MAX_DEPTH = 6


class _PlainLoader(yaml.BaseLoader):
    """Every scalar is a string (a date, a number, "yes" in a title stays what was written), no alias, no deep nesting."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        """As in the base class; raises YAMLError for an alias or too deep a nesting."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not allowed")
        if self.depth >= MAX_DEPTH:
            raise yaml.YAMLError("the values are nested too deeply")
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


class _Handler(YAMLHandler):
    """python-frontmatter's YAML with the loader above."""

    def load(self, fm: str, **_: object) -> Any:
        """The block as a mapping of strings. Raises yaml.YAMLError."""
        if len(fm) > MAX_CHARACTERS:
            raise yaml.YAMLError(f"it is longer than {MAX_CHARACTERS:,} characters")
        return yaml.load(fm, Loader=_PlainLoader)  # noqa: S506 - builds nothing but strings, lists and dicts


def split_front_matter(text: str) -> tuple[Mapping[str, Any], str, str]:
    """Front matter (keys in lower case), the text after it, and what was wrong with it ("" when nothing).

    Text without a front matter comes back as it is. Front matter that YAML can't read is read line by line as
    `key: value`, so that one colon in a title does not cost the article its date.
    """
    stripped = text.lstrip("\n ")
    handler = _Handler()
    if not handler.detect(stripped):
        return {}, text, ""
    try:
        block, body = handler.split(stripped)
    except ValueError:
        return {}, text, ""
    try:
        metadata, problem = handler.load(block), ""
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        metadata, problem = _read_lines(block), " ".join(str(error).split())[:200]
    if not isinstance(metadata, dict) or not metadata:
        return {}, text, ""
    return {key.strip().lower(): value for key, value in metadata.items() if isinstance(key, str)}, body, problem


def compose_front_matter(text: str) -> Mapping[str, yaml.Node]:
    """The top-level keys of the front matter with their YAML nodes, which know their lines; {} without a front matter.

    Raises yaml.YAMLError when YAML can't read it.
    """
    handler = _Handler()
    if not handler.detect(text):
        return {}
    try:
        block, _ = handler.split(text)
    except ValueError:
        return {}
    if len(block) > MAX_CHARACTERS:
        raise yaml.YAMLError(f"it is longer than {MAX_CHARACTERS:,} characters")
    node = yaml.compose(block.removeprefix("\n"), Loader=_PlainLoader)
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return {key.value.strip().lower(): value for key, value in pairs if isinstance(key, yaml.ScalarNode)}


def _read_lines(block: str) -> dict[str, str]:
    """`key: value` lines of a block that is no YAML; other lines are passed over."""
    pairs = (line.partition(":") for line in block[:MAX_CHARACTERS].split("\n"))
    return {
        key.strip(): value.strip().strip("\"'") for key, colon, value in pairs if colon and key.strip().isidentifier()
    }
