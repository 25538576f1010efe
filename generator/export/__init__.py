"""The knowledge base as data: one format per file."""
