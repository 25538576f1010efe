"""What is known of the weights in a folder: where they come from, their hashes, and how good they are; kept in report.json."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from generator.errors import ConfigError
from generator.language.encoder import WEIGHTS
from generator.language.evaluate import Figures
from generator.language.training.inputs import sha256_of

REPORT = "report.json"
CARD, NOTICE = "MODEL_CARD.md", "NOTICE"


@dataclass(frozen=True, slots=True)
class File:
    """A file of the weights folder."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Machine:
    """What the bytes and the seconds depend on. packages: name -> version."""

    processor: str
    cores: int
    system: str
    python: str
    packages: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Training:
    """A run of the command. schedule: settings by name; words: learned from, by kind of corpus; losses: means over
    the last steps; inputs: corpus files, base weights and code, by name -> SHA-256."""

    seed: int
    threads: int
    quick: bool
    silver: bool
    schedule: Mapping[str, int | float]
    words: Mapping[str, int]
    steps: int
    losses: Mapping[str, float]
    seconds: float
    machine: Machine
    inputs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Report:
    """training: none where the weights were not made by the command; tests: corpus files measured on, name -> SHA-256."""

    training: Training | None
    files: Mapping[str, File]
    figures: Figures
    tests: Mapping[str, str]
    words_per_second: float
    measured_on: Machine


def weight_files(folder: Path) -> dict[str, File]:
    """The files of a weights folder by name, the report and what is written from it left out."""
    paths = [path for path in sorted(folder.iterdir()) if path.is_file() and path.name not in (REPORT, CARD, NOTICE)]
    return {path.name: File(path.stat().st_size, sha256_of(path)) for path in paths}


def read_report(folder: Path = WEIGHTS) -> Report:
    """The report in a weights folder. Raises ConfigError where there is none, or none that can be read."""
    path = folder / REPORT
    try:
        return msgspec.json.decode(path.read_bytes(), type=Report)
    except (OSError, msgspec.MsgspecError) as error:
        raise ConfigError(f"{path} can't be read: {error}.", "Make it: python -m generator train --data DIR") from error


def write_record(folder: Path, report: Report) -> None:
    """Write report.json into a weights folder."""
    text = msgspec.json.format(msgspec.json.encode(report), indent=1)
    (folder / REPORT).write_bytes(text + b"\n")
