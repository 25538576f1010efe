"""Which tokens stand inside quotation marks: a pronoun there is read with the speaker's eyes."""

from __future__ import annotations

from spacy.tokens import Doc

_OPENING = {"“": "”", "„": "“", "«": "»"}
_STRAIGHT = '"'
OUTSIDE = -1


def find_regions(doc: Doc) -> list[int]:
    """For each token the number of the quotation that it stands in, counted from 0 in text order, or `OUTSIDE`.

    A quotation ends with its closing mark, or with its paragraph when the mark is missing.
    """
    regions = [OUTSIDE] * len(doc)
    closing, number = "", OUTSIDE
    for token in doc:
        if token.is_space and "\n" in token.text:
            closing = ""
        elif closing and token.text == closing:
            regions[token.i] = number
            closing = ""
        elif closing:
            regions[token.i] = number
        elif token.text in _OPENING or token.text == _STRAIGHT:
            closing = _OPENING.get(token.text, _STRAIGHT)
            number += 1
            regions[token.i] = number
    return regions
