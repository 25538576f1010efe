"""Every page of the demonstration is valid HTML, by the W3C's checker (vnu)."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CHECKER = ROOT / ".cache/slow/node_modules/vnu-jar/build/dist/vnu.jar"


@pytest.mark.slow
def test_the_checker_finds_no_error() -> None:
    command = ["java", "-jar", str(CHECKER), "--errors-only", "--skip-non-html", "--format", "json", str(ROOT / "site")]
    report = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stderr)
    assert Counter(message["message"] for message in report["messages"]) == {}
