"""Addresses for ever: what stood at each address ever published, and where an address leads when its page is gone.

The only state that a build carries over to the next one (`content/data/history.json`). The steps in order: `read_history`,
`hold` (what each page holds now), `settle` (where each address leads), `write_history`; `find_moved` lists what needs a page.
"""

from __future__ import annotations

from generator.history.file import HISTORY, read_history, write_history
from generator.history.holdings import Holding, hold
from generator.history.successors import Settled, settle

__all__ = ["HISTORY", "Holding", "Settled", "hold", "read_history", "settle", "write_history"]
