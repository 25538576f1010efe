"""The embedded English model: its weights, its word lists, and what turns a text into an annotated spaCy document."""
