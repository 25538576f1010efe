"""What can go wrong, in words an operator can act on. Nothing else of ours is imported here."""

from __future__ import annotations


class GeneratorError(Exception):
    """An error that stops the run. One line, with the remedy: `str(error)` is shown as it is, without a traceback."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(f"{message} {remedy}".strip())
        self.message = message
        self.remedy = remedy


class ConfigError(GeneratorError):
    """The configuration is broken."""


class ArticleError(GeneratorError):
    """One article can't be read. The build sets it aside and goes on."""


class EvidenceError(GeneratorError):
    """A statement's span is not verbatim in its article: a defect of the generator, never shown to readers."""


class ModelError(GeneratorError):
    """The language model can't be loaded."""


def unwritable(place: object, error: OSError) -> GeneratorError:
    """The error for a file or folder that can't be written."""
    return GeneratorError(f"Can't write to {place}: {error.strerror}.", "Check the permissions and the free space.")


def printable(text: str) -> str:
    """`text` for a terminal: one line, with what a terminal could obey (or not show) as "?": names of files hold anything."""
    return "".join(char if char.isprintable() else "?" for char in text)
