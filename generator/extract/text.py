"""The text of a Doc, joined once."""

from __future__ import annotations

from spacy.tokens import Doc

_KEY = "concordance.text"


def text_of(doc: Doc) -> str:
    """`doc.text`, which spaCy joins anew at each access: asked for once a figure, it makes an article cost its square."""
    text: str = doc.user_data.get(_KEY) or doc.user_data.setdefault(_KEY, doc.text)
    return text
