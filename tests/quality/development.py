"""Measure the development sets against their floors: `make quality DATA=DIR`, or `python -m tests.quality.development DIR [set ...]`.

The sets and their scorers are news and gold annotations of others, so they are no part of this repository.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import reduce
from pathlib import Path
from typing import Any

import yaml

from generator.build import conclude, ingest
from generator.config import Config
from generator.export.kb_json import export_json

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PROGRESS = 1.0  # a measure so far above its floor deserves a higher one


def main(arguments: Sequence[str]) -> int:
    """Print a line per measure; 1 when one lies below its floor."""
    if not arguments or not (Path(arguments[0]) / "dev").is_dir():
        print("Name the folder that holds dev/ and scorers/:  make quality DATA=DIR", file=sys.stderr)
        return 2
    data, wanted = Path(arguments[0]).resolve(), set(arguments[1:])
    parts = yaml.safe_load((HERE / "development.yaml").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        results = [check(part, data, Path(folder)) for part in parts if not wanted or part["set"] in wanted]
    return 0 if all(results) else 1


def check(part: dict[str, Any], data: Path, folder: Path) -> bool:
    """Whether every measure of this part reaches its floor; prints them."""
    scores = _scores(part, data, _exported(part, data, folder), folder)
    name = f"{part['set']}/{part['input']} {part['scorer']}"
    told = [_told(name, key, 100 * _at(scores, key), floor) for key, floor in part["measures"].items()]
    return all(told)


def _told(name: str, key: str, value: float, floor: float) -> bool:
    remark = "  BELOW ITS FLOOR" if value < floor else "  (raise the floor)" if value > floor + PROGRESS else ""
    print(f"{name}: {key} {value:.1f} (floor {floor}){remark}", flush=True)
    return value >= floor


def _at(scores: dict[str, Any], key: str) -> float:
    return (
        float(scores[key]) if key in scores else float(reduce(lambda table, step: table[step], key.split("/"), scores))
    )


def _exported(part: dict[str, Any], data: Path, folder: Path) -> Path:
    target = folder / f"{part['set']}-{part['input']}.json"
    if not target.exists():
        config = Config(
            seeds=data / "dev" / part["set"] / part["input"],
            content=folder / "content",
            cache=ROOT / ".cache" / "development" / part["set"] / part["input"],
        )
        articles, problems = ingest(config)
        target.write_text(export_json(conclude(articles, problems, config)), encoding="utf-8")
    return target


def _scores(part: dict[str, Any], data: Path, kb: Path, folder: Path) -> dict[str, Any]:
    out = folder / "scores.json"
    gold = data / "dev" / part["set"] / "gold.json"
    command = [sys.executable, str(data / "scorers" / f"{part['scorer']}.py"), "score", "--gold", str(gold)]
    command += ["--kb", str(kb), "--json", str(out), *part.get("options", [])]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    scores: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return scores


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
