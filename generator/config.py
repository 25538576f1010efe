"""Every option, typed, with its default and a sentence. Read from the plugin's block in mkdocs.yml or from the command line."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Literal, get_args

from generator.errors import ConfigError

SourceText = Literal["full", "evidence", "none"]


@dataclass(frozen=True, slots=True)
class Config:
    """Options of a build. Paths are resolved against the folder of mkdocs.yml (or the current folder)."""

    seeds: Path = field(default=Path("seeds"), metadata={"help": "folder of the articles"})
    content: Path = field(
        default=Path("content"), metadata={"help": "folder of the generated pages (MkDocs' docs_dir)"}
    )
    cache: Path = field(default=Path(".cache"), metadata={"help": "folder of the annotated articles; safe to delete"})
    model: str = field(
        default="embedded", metadata={"help": '"embedded", or the name or path of an installed spaCy pipeline'}
    )
    source_text: SourceText = field(
        default="evidence", metadata={"help": "how much of an article its page shows: full, evidence or none"}
    )
    min_mentions: int = field(
        default=2, metadata={"help": "an entity with fewer mentions gets a line in an index, not a page"}
    )
    max_bytes: int = field(default=5_000_000, metadata={"help": "larger files are set aside"})
    workers: int = field(default=0, metadata={"help": "processes for reading articles; 0 means one per core"})
    strict: bool = field(default=False, metadata={"help": "an article that can't be read stops the build"})
    repo_url: str = field(
        default="", metadata={"help": "address of the repository, for links that suggest a correction"}
    )

    def __post_init__(self) -> None:
        if self.source_text not in get_args(SourceText):
            raise ConfigError(
                f'source_text is "{self.source_text}".', f"Use one of: {', '.join(get_args(SourceText))}."
            )
        for name in ("min_mentions", "max_bytes"):
            if getattr(self, name) < 1:
                raise ConfigError(f"{name} is {getattr(self, name)}.", "Use a number of at least 1.")
        if self.workers < 0:
            raise ConfigError(f"workers is {self.workers}.", "Use 0 for one per core, or a positive number.")


def option_names() -> tuple[str, ...]:
    """The names of all options, in order."""
    return tuple(option.name for option in fields(Config))
