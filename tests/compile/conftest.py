"""The hand-made knowledge base, and its pages."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from generator.compile import compile_pages
from generator.config import Config


def load_example() -> ModuleType:
    """The module `kb.py` beside this file."""
    spec = importlib.util.spec_from_file_location("hand_made_kb", Path(__file__).with_name("kb.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["hand_made_kb"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def hand_made() -> ModuleType:
    return load_example()


@pytest.fixture(scope="session")
def kb(hand_made):
    return hand_made.example()


@pytest.fixture(scope="session")
def pages(kb):
    return {page.path: page for page in compile_pages(kb, Config())}
