"""The machine that trains or measures: what bytes and seconds depend on."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.language.training.record import Machine

PROCESSORS = Path("/proc/cpuinfo")
NAME_FIELD = "model name"
PACKAGES = ("torch", "onnx", "onnxruntime", "numpy", "spacy", "safetensors")


def describe_machine() -> Machine:
    """This machine and the packages that are installed of those that matter."""
    return Machine(
        processor=_processor(),
        cores=os.cpu_count() or 1,
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
        packages={name: found for name in PACKAGES if (found := _version(name))},
    )


def _processor() -> str:
    try:
        lines = PROCESSORS.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        lines = []
    names = (value.strip() for key, _, value in (line.partition(":") for line in lines) if key.strip() == NAME_FIELD)
    return next(names, "") or platform.processor() or platform.machine()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
