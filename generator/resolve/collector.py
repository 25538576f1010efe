"""The garbage collector, paused: what is resolved is made of frozen values without cycles, which go when nobody refers to them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Inside, no rounds over all objects, whose cost would grow with the collection; then as before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
