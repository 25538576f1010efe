"""Bodies that every country has ("the Defense Ministry", "parliament"): whose they are, by the words beside the name or by the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.gazetteer import capital_of, country_of_demonym, country_of_name, find_country, find_place
from generator.model import Article, Extraction, Mention
from generator.resolve.described_bodies import is_body
from generator.resolve.lexicon import words
from generator.resolve.names import american, name_parts
from generator.resolve.organizations import countries_in, is_common, organization_parts
from generator.resolve.profiles import Profile

# An article is about a country when it is named so often, and so many times as often as any other; those that act abroad need more.
MIN_NAMED, LEAD, LEAD_OUTWARD = 3, 3.0, 8.0
# A country's name or adjective before a body has at most so many words ("Bosnia and Herzegovina's").
_LONGEST = 4
_POSSESSIVES = ("'s", "’s", "'", "’")
_LINKS = ("of ", "of the ", "in ", "in the ")


def is_bare_body(name: str) -> bool:
    """Whether a name is one that any country's body may have ("Supreme Court"); "Central Coast Council" names its place."""
    if not is_common(organization_parts(name)):
        return False
    tokens = name.split()
    return not any(find_place(" ".join(tokens[:size])) for size in range(2, len(tokens)))


def says_whose(name: str) -> bool:
    """Whether a name of a body tells its country, or is no such name."""
    return bool(countries_in(organization_parts(name))) or not is_bare_body(name)


def is_telling_body(name: str) -> bool:
    """Whether a bare name is clear once its country is known: "parliament" and "Supreme Court" are, "Office" is not."""
    return len(name_parts(name)) > 1 or name_parts(name)[0] in words("whole_bodies.tsv")


def with_countries(
    profiles: Sequence[Profile], articles: Mapping[str, Article], extractions: Mapping[str, Extraction]
) -> tuple[Profile, ...]:
    """The same profiles, in the same order; bare bodies get the country of the words beside them, else of their article, if it is clear."""
    found = []
    for profile in profiles:
        if profile.type == "organization" and not profile.country and is_bare_body(profile.name):
            extraction = extractions[profile.article]
            code = _beside(profile, articles[profile.article], extraction) or _of_article(profile.name, extraction)
            profile = replace(profile, country=code)
        found.append(profile)
    return tuple(found)


def _of_article(name: str, extraction: Extraction) -> str:
    parts = [american(part) for part in name_parts(name) if part not in words("stop_words.tsv")]
    if any(" ".join(parts) == " ".join(_plain(row)) for row in words("shared_bodies.tsv")):
        return ""
    return country_of_article(extraction, LEAD_OUTWARD if set(parts) & words("outward_words.tsv") else LEAD)


def _plain(name: str) -> list[str]:
    return [part for part in name.split() if part not in words("stop_words.tsv")]


def country_of_article(extraction: Extraction, lead: float, leave_out: str = "") -> str:
    """Code of the country whose names and places the article uses most, `lead` times as often as any other's; else "".

    leave_out  a chain that does not count
    """
    counts: Counter[str] = Counter()
    for chain in extraction.chains:
        if chain.type == "place" and chain.country and chain.id != leave_out:
            counts[chain.country] += len(chain.mentions)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < MIN_NAMED:
        return ""
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= lead * ranked[1][1] else ""


def _beside(profile: Profile, article: Article, extraction: Extraction) -> str:
    """The country in the words right before or behind one of its names ("Norway's Defense Ministry", "parliament in Oslo")."""
    counts: Counter[str] = Counter()
    for mention in extraction.mentions:
        if mention.chain == profile.chain and mention.kind == "name":
            counts[_before(mention, article.text) or _behind(mention, article.text)] += 1
    del counts[""]
    return min(counts, key=lambda code: (-counts[code], code), default="")


def _before(mention: Mention, text: str) -> str:
    line = text[: mention.span.start].rpartition("\n")[2]
    tokens = line.split()[-_LONGEST:] if line.endswith(" ") else []
    for start in range(len(tokens)):
        phrase = " ".join(tokens[start:])
        ending = next((mark for mark in _POSSESSIVES if phrase.endswith(mark)), "")
        plain = phrase.removesuffix(ending)
        # "in Norway Defense Ministry" has no such reading: a bare country's name needs the possessive.
        code = country_of_demonym(plain) or ((country_of_name(plain) or capital_of(plain)) if ending else None)
        if code:
            return code
    return ""


def _behind(mention: Mention, text: str) -> str:
    rest = text[mention.span.end :].partition("\n")[0].lstrip()
    link = next((link for link in sorted(_LINKS, key=len, reverse=True) if rest.startswith(link)), "")
    tokens = rest.removeprefix(link).split()[:_LONGEST] if link else []
    for end in range(len(tokens), 0, -1):
        plain = " ".join(tokens[:end]).rstrip(".,;:!?")
        for mark in _POSSESSIVES:
            plain = plain.removesuffix(mark)
        code = country_of_name(plain) or capital_of(plain)
        if code:
            return code
    return ""


def named_with_country(name: str, code: str) -> str:
    """The name with its country behind it: "Defense Ministry (Norway)"."""
    country = find_country(code)
    return f"{name} ({country.name})" if country else name


def in_a_sentence(name: str) -> str:
    """The name as it stands in a line of words: "Defense Ministry (Norway)" -> "Norwegian Defense Ministry"; other names as they are."""
    body, _, behind = name.removesuffix(")").rpartition(" (")
    country = find_country(country_of_name(behind) or "") if body and name.endswith(")") else None
    if country is None or not (is_bare_body(body) or is_body(body.lower())):
        return name
    first, *others = body.split()
    small = " ".join([first.lower(), *others]) if others and body[1:].islower() else body
    return f"{country.adjectives[0]} {small}" if country.adjectives else f"{country.name}’s {small}"
