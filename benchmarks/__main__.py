"""Cost of a build of the demonstration: cold, warm (all articles annotated), and with nothing changed."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from generator.build import build
from generator.config import Config

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Build `seeds/` into a temporary folder three times and print seconds and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        config = Config(seeds=ROOT / "seeds", content=Path(folder) / "content", cache=Path(folder) / "cache")
        cold = _seconds(config)
        (config.cache / "build.stamp").unlink()
        warm = _seconds(config)
        unchanged = _seconds(config)
    print(f"cold       {cold:6.2f} s   1.000")
    print(f"warm       {warm:6.2f} s   {warm / cold:.3f}   every article from the cache, all pages compiled")
    print(f"unchanged  {unchanged:6.2f} s   {unchanged / cold:.3f}   nothing to do")


def _seconds(config: Config) -> float:
    start = time.perf_counter()
    build(config)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
