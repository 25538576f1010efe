"""One file -> one Article."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from generator.errors import ArticleError
from generator.ingest.boilerplate import classify, drop_phrases
from generator.ingest.dateline import find_published
from generator.ingest.decode import decode
from generator.ingest.files import SourceFile, read_bytes
from generator.ingest.front import split_front_matter
from generator.ingest.headline import find_deck, find_headline
from generator.ingest.html import read_html
from generator.ingest.language import find_language, is_english, language_words
from generator.ingest.markdown_text import read_markdown
from generator.ingest.metadata import Metadata, merge, read_metadata
from generator.ingest.plain import read_plain
from generator.model import Article, Problem
from generator.slugs import short_hash, slugify

# The longest articles of the press have some hundred.
MAX_PARAGRAPHS = 10_000
# How many lines above the headline, and below the first line of the body, may tell when the article was published.
ABOVE, BELOW = 3, 1
MAX_SLUG = 50
ID_WORDS = 8
# Ten digits: among 10,000 articles of one title, two alike are not to be expected.
HASH_DIGITS = 10
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})


def read_article(file: SourceFile, max_bytes: int) -> tuple[Article, str, tuple[Problem, ...]]:
    """The article in a file, its moment (update or publication as written) and what an operator should know of it.

    An article in another language is read too; a problem says that it is only listed. Raises ArticleError when the file
    can't be read as an article.
    """
    data = read_bytes(file, max_bytes)
    found, body, wrong = split_front_matter(decode(data))
    metadata, complaints = read_metadata(found)
    if wrong:
        complaints = (f"the front matter is not valid YAML and was read line by line ({wrong})", *complaints)
    paragraphs, metadata = _read_body(file, body, metadata)
    if len(paragraphs) > MAX_PARAGRAPHS:
        raise ArticleError(
            f"The file has more than {MAX_PARAGRAPHS:,} paragraphs.",
            "Keep the article's own text, without lists and tables.",
        )
    headline, kept, removed, top = _separate(paragraphs, metadata.title, file.suffix in HTML_SUFFIXES)
    language = find_language("\n".join(kept), metadata.language)
    article = Article(
        id=_identify(file.path, metadata, kept),
        path=file.path,
        url=metadata.url,
        title=metadata.title or headline,
        headline=headline,
        publisher=metadata.publisher,
        authors=metadata.authors,
        published=metadata.published or find_published(top, metadata.url),
        updated=metadata.updated,
        retrieved=metadata.retrieved,
        language=language,
        text="\n".join(kept),
        removed=tuple(removed),
        digest=hashlib.sha256(data).hexdigest(),
        rights=metadata.rights,
        agency=metadata.agency,
    )
    problems = [_problem(file.path, complaint) for complaint in complaints]
    if not is_english(language):
        problems.append(_set_aside(file.path, language))
    return article, metadata.moment, tuple(problems)


def _read_body(file: SourceFile, body: str, metadata: Metadata) -> tuple[list[str], Metadata]:
    if file.suffix in HTML_SUFFIXES:
        paragraphs, found = read_html(body)
        # Templates declare languages that their articles are not in: only the front matter's word counts against the text's.
        return paragraphs, merge(metadata, replace(read_metadata(found)[0], language=None))
    return (read_markdown(body) if file.suffix in MARKDOWN_SUFFIXES else read_plain(body)), metadata


def _separate(
    paragraphs: list[str], title: str | None, extracted: bool
) -> tuple[str | None, list[str], list[str], list[str]]:
    """(headline or None, the article's lines with the headline first, the boilerplate, what of it stands around the headline).

    Raises ArticleError when nothing is left. `extracted` says that the page around the article is gone already, so that
    only lines marked by a phrase are boilerplate.
    """
    pieces = drop_phrases(paragraphs) if extracted else classify(paragraphs)
    if not any(keep for _, keep in pieces):
        raise ArticleError("The file holds no article text.", "Check that the article's body is in it.")
    index = find_headline(pieces, title)
    extra = {index, None if index is None else find_deck(pieces, index)}
    kept = [line for number, (line, keep) in enumerate(pieces) if keep or number in extra]
    removed = [line for number, (line, keep) in enumerate(pieces) if not (keep or number in extra)]
    body = next((number for number, (_, keep) in enumerate(pieces) if keep and number not in extra), 0)
    start = body if index is None else index
    around = range(max(0, start - ABOVE), min(len(pieces), max(start, body) + BELOW + 1))
    top = [pieces[number][0] for number in around if not pieces[number][1] and number not in extra]
    return (None if index is None else pieces[index][0]), kept, removed, top


def _identify(path: str, metadata: Metadata, paragraphs: list[str]) -> str:
    """A readable, stable id: words of the title (else of the text), and a hash of the path.

    The path alone is unique and known without the other articles: copies and versions share a url, and no article that is
    added later may change an id.
    """
    words = metadata.title or " ".join(paragraphs[0].split()[:ID_WORDS])
    slug = slugify(words)
    if len(slug) > MAX_SLUG:
        slug = slug[: MAX_SLUG + 1].rsplit("-", 1)[0][:MAX_SLUG].strip("-")
    return f"{slug}-{short_hash(path, HASH_DIGITS)}"


def _problem(path: str, complaint: str) -> Problem:
    return Problem(path, f"Metadata: {complaint}.", "Correct the front matter; the article is read without this value.")


def _set_aside(path: str, language: str) -> Problem:
    return Problem(
        path,
        f"The article is in {language_words(language)}: it is listed, but nothing is taken from it.",
        "Put an English translation in its place; if it is in English, give language: en in its front matter.",
    )
