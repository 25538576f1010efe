"""A mention while it is being found: in tokens, not yet in characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from generator.model import EntityType, MentionKind, Span


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens `[start, end)` of a Doc that refer to something. `told`: whether the text or a list gives its type, and not the
    model. The other fields as in `Mention`."""

    start: int
    end: int
    type: EntityType
    kind: MentionKind
    honorific: str = ""
    via: str = ""
    subtype: str = ""
    confidence: float = 1.0
    told: bool = False

    def span(self, doc: Doc, text: str) -> Span:
        """The characters of `text`, the text of `doc`, that these tokens cover."""
        last = doc[self.end - 1]
        start, end = doc[self.start].idx, last.idx + len(last.text)
        return Span(start, end, text[start:end])


def covered(found: Iterable[Found]) -> set[int]:
    """The tokens that lie in any of these."""
    return {at for item in found for at in range(item.start, item.end)}
