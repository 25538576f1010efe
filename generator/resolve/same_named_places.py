"""Places of one name: which is meant, by the words beside it or by the country that the article is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.gazetteer import find_place
from generator.model import Article, Extraction, Mention
from generator.resolve.bodies import LEAD, country_of_article
from generator.resolve.places import code_of_region, is_region, look_up, other_places, state_name
from generator.resolve.profiles import Profile

# The name of a region or country, or of the city before it, has at most so many words.
_LONGEST = 3
_MARKS = '.,;:!?)”"'


def tell_places_apart(
    profiles: Sequence[Profile], articles: Mapping[str, Article], extractions: Mapping[str, Extraction]
) -> tuple[Profile, ...]:
    """The same profiles, in the same order; a place that is not the best-known one of its name is named with its region or country."""
    return tuple(
        _told_apart(profile, articles[profile.article], extractions[profile.article])
        if profile.type == "place" and profile.forms
        else profile
        for profile in profiles
    )


def _told_apart(profile: Profile, article: Article, extraction: Extraction) -> Profile:
    facts = look_up(profile.name)
    if facts is None or profile.name.endswith(")"):
        return profile
    others = other_places(profile.name)
    counts: Counter[str] = Counter()
    for mention in extraction.mentions:
        if mention.chain == profile.chain and mention.kind == "name":
            counts[_beside(mention, article.text, facts.kind, facts.country, others)] += 1
    del counts[""]
    if counts:
        name = min(counts, key=lambda title: (-counts[title], title))
    elif others:
        about = country_of_article(extraction, LEAD, leave_out=profile.chain)
        name = others.get(about, profile.name)
    else:
        name = profile.name
    return (
        profile
        if name == profile.name
        else replace(profile, name=name, country=code_of_region(name) or profile.country)
    )


def _beside(mention: Mention, text: str, kind: str, country: str, others: Mapping[str, str]) -> str:
    """What the words beside a name make of it: another place's title, its own name, or "" when they say nothing."""
    name = mention.span.text
    line_before = text[: mention.span.start].rpartition("\n")[2]
    if others and line_before.endswith(", "):
        for words in _endings(line_before[:-2]):
            city = find_place(words)
            if city is not None and city.kind == "city":
                return others.get(city.country, name if city.country == country else "")
    rest = text[mention.span.end :].partition("\n")[0]
    if rest.startswith(", "):
        for words in _beginnings(rest[2:]):
            code = code_of_region(words)
            known = find_place(words)
            if code == country or (known is not None and known.kind != "city" and known.country == country):
                return name
            if code in others:
                return others[code]
            # "In Oslo, Sweden said" names no Oslo of Sweden: a country proves nothing, a region only as a whole phrase.
            if code and kind == "city" and is_region(words):
                return f"{name} ({state_name(words)})"
    return ""


def _endings(text: str) -> Iterator[str]:
    tokens = text.split()[-_LONGEST:]
    return (" ".join(tokens[start:]) for start in range(len(tokens)))


def _beginnings(text: str) -> Iterator[str]:
    """The first words that end at a comma, a full stop or the end, the longest first."""
    tokens = text.split()[:_LONGEST]
    whole = len(text.split()) <= _LONGEST
    for end in range(len(tokens), 0, -1):
        if tokens[end - 1][-1] in _MARKS or (whole and end == len(tokens)):
            yield " ".join(tokens[:end]).rstrip(_MARKS)
            yield " ".join(tokens[:end]).rstrip(_MARKS.replace(".", ""))
