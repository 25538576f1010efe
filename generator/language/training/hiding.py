"""Hiding a part of what a chunk says, anew at every step, so that no single source of knowledge leads."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np

from generator.language.features import LISTED
from generator.language.training.examples import Example, Labels
from generator.language.training.options import Schedule

MASK = 103  # the piece that stands for a hidden one


def hide(examples: list[Example], labels: Labels, schedule: Schedule, random: Random) -> list[Example]:
    """The chunks without, at times, what the word lists know, from which corpus they are, some of their pieces."""
    listed = [column for column, name in enumerate(labels.features) if name in LISTED]
    styles = [column for column, name in enumerate(labels.features) if name.startswith("from=")]
    blanked: list[Example] = []
    for example in examples:
        features, ids = example.features.copy(), example.ids.copy()
        hidden = 1.0 if random.random() < schedule.drop_lists else schedule.drop_listed
        words = [word for word in range(len(features)) if random.random() < hidden]
        features[np.ix_(words, listed)] = 0
        if random.random() < schedule.drop_styles:
            features[:, styles] = 0
        for place in range(1, len(ids) - 1):
            if random.random() < schedule.drop_pieces:
                ids[place] = MASK
        blanked.append(replace(example, features=features, ids=ids))
    return blanked
