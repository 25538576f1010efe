"""Ingest: a folder of files -> articles with clean text and metadata, and the problems an operator should know."""

from __future__ import annotations

from pathlib import Path

from generator.errors import ArticleError
from generator.ingest.article import read_article
from generator.ingest.curation import read_decisions
from generator.ingest.duplicates import mark_copies, mark_versions
from generator.ingest.files import find_files
from generator.model import Article, Problem

__all__ = ["read_articles", "read_decisions"]


def read_articles(seeds: Path, max_bytes: int) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """All articles below `seeds`, sorted by path, and all problems, sorted by path.

    A file that can't be read as an article is set aside with a fatal problem; the others are read. Files larger than
    `max_bytes` bytes are set aside. Copies and earlier versions stay in the list and are marked; so do articles that are
    not in English, by their `language`.
    """
    files, refused = find_files(seeds)
    articles: list[Article] = []
    moments: dict[str, str] = {}
    problems = list(refused)
    for file in files:
        try:
            article, moment, complaints = read_article(file, max_bytes)
        except ArticleError as error:
            problems.append(Problem(file.path, error.message, error.remedy, fatal=True))
            continue
        articles.append(article)
        moments[article.id] = moment
        problems.extend(complaints)
    marked = mark_versions(mark_copies(articles), moments)
    return marked, tuple(sorted(problems, key=lambda problem: (problem.path, problem.message)))
