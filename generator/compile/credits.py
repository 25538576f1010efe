"""Who says so, in words: publishers, titles, counts of articles."""

from __future__ import annotations

from collections.abc import Iterable

from generator.compile.dates import date_words
from generator.compile.site import Site
from generator.compile.words import listing, plural

UNTITLED_WORDS, OUTLET_WORDS = 9, 6


def credit(site: Site, article: str) -> str:
    """Publisher and date: "Northern Wire, 30 November 2024"; the title stands in for an unknown publisher."""
    return f"{outlet(site, article)}, {date_words(site.kb.articles[article].published) or 'undated'}"


def told_by(site: Site, articles: Iterable[str]) -> str:
    """ "3 articles by 2 publishers", "2 articles by Harbor Gazette"; articles without a publisher are said to have an unnamed one."""
    keys = sorted(set(articles))
    told, named = plural(len(keys), "article"), publisher_count(site, keys)
    unnamed = sum(not site.kb.articles[key].publisher for key in keys)
    if not named:
        return told
    if named > 1:
        others = " and an unnamed one" if unnamed == 1 else " and unnamed ones" if unnamed else ""
        return f"{told} by {plural(named, 'publisher')}{others}"
    name = next(filter(None, (site.kb.articles[key].publisher for key in keys)))
    others = "an unnamed publisher" if unnamed == 1 else "unnamed publishers"
    return f"{told}, by {name} and {others}" if unnamed else f"{told} by {name}"


def by_whom(site: Site, articles: Iterable[str], limit: int = 3) -> str:
    """The publishers of these articles by name; "2 articles" where one of them isn't known."""
    keys = list(dict.fromkeys(site.original(article) for article in articles))
    names = [site.kb.articles[key].publisher for key in keys]
    if not all(names):
        return plural(len(keys), "article")
    return listing(list(dict.fromkeys(filter(None, names))), limit=limit)


def outlet(site: Site, article: str) -> str:
    """The publisher's name; the beginning of the article's title where the publisher isn't known."""
    return (
        site.kb.articles[article].publisher or f"“{_beginning(article_title(site, article).strip('“”'), OUTLET_WORDS)}”"
    )


def article_title(site: Site, article: str) -> str:
    """The article's title, or its first words."""
    found = site.kb.articles[article]
    if found.title and found.title.strip():
        return found.title.strip()
    opening = _beginning(found.text, UNTITLED_WORDS)
    return f"“{opening}”" if opening else "Untitled article"


def publisher_count(site: Site, articles: Iterable[str]) -> int:
    """How many named publishers stand behind these articles."""
    return len({name for article in articles if (name := site.kb.articles[article].publisher)})


def one_publisher(site: Site, articles: Iterable[str]) -> bool:
    """Whether all these articles are known to be of one publisher."""
    return len({site.kb.articles[article].publisher or article for article in articles}) == 1


def _beginning(text: str, count: int) -> str:
    """The first `count` words, with " ..." where there are more."""
    words = text.split(None, count)
    return " ".join(words) if len(words) <= count else " ".join(words[:count]).rstrip(".,;: ") + " ..."
