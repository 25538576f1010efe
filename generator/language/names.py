"""Light rules on top of the names that the model finds. (first version)"""

from __future__ import annotations

from spacy.tokens import Doc

from generator.language.lexicons import Lexicons


def improve_names(doc: Doc, lexicons: Lexicons) -> None:
    """Correct `doc.ents` in place."""
