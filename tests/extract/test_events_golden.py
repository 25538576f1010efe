"""Golden events: roles, polarity, modality and attribution of sentences in the style of news, against floors."""

from __future__ import annotations

import pytest

from tests.extract.score_events import score

# Floors lie below what was measured; a fall through one of them is a fault.
FLOORS = {
    "golden_events.txt": {"precision": 0.95, "recall": 0.92, "happened": 0.97, "modality": 0.97, "by": 0.97},
    "golden_events_held_out.txt": {"precision": 0.91, "recall": 0.88, "happened": 0.96, "modality": 0.96, "by": 0.94},
}


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_golden_events_stay_above_their_floors(name: str) -> None:
    found = score(name)
    shares = {key: found.rate(key, "events") for key in ("happened", "modality", "by")}
    shares |= {"precision": found.rate("right", "found"), "recall": found.rate("right", "gold")}
    below = {key: round(shares[key], 3) for key, floor in FLOORS[name].items() if shares[key] < floor}
    assert not below, "\n".join(found.faults)
