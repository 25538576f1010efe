"""Extractions -> profiles: what one article says of one entity, seen from outside the article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from generator.gazetteer import find_country
from generator.model import Article, Chain, EntityType, Extraction, Mention
from generator.resolve.described_bodies import Described, described_body
from generator.resolve.lexicon import mapping, words
from generator.resolve.names import name_parts, person_parts
from generator.resolve.organizations import is_known_acronym

MIN_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Profile:
    """One chain with at least one name, or that of a country or its body without one ("Moscow said"), and what the article says of it.

    forms      the name forms as written, with their counts, most frequent first; empty for a country that only its people's name or
               its capital stands for
    mentions   number of all mentions;  titles: head words of its roles, lower case
    titled     whether an honorific stands before one of its names
    subtype    what it is more exactly ("river"), as far as its own type goes
    published  when its article was published (EDTF), or ""
    described  for a body of state without a name ("Russia's defence ministry"): how often it is described so; else 0
    confidence mean confidence of its name mentions in their type;  read: its type as its article alone gives it, "" when `type` is
    """

    article: str
    chain: str
    publisher: str
    type: EntityType
    name: str
    forms: tuple[tuple[str, int], ...]
    mentions: int
    country: str
    gender: str
    titles: frozenset[str]
    reasons: tuple[str, ...] = ()
    titled: bool = False
    subtype: str = ""
    confidence: float = 1.0
    read: EntityType | Literal[""] = ""
    published: str = ""
    described: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """(article id, chain id)."""
        return self.article, self.chain


def make_profiles(articles: Mapping[str, Article], extractions: Mapping[str, Extraction]) -> tuple[Profile, ...]:
    """The profiles of all articles, by article id, then by chain in text order."""
    found: list[Profile] = []
    for key in sorted(extractions):
        if key in articles:
            found.extend(_of_article(articles[key], extractions[key]))
    return tuple(found)


def _of_article(article: Article, extraction: Extraction) -> list[Profile]:
    mentions = {mention.id: mention for mention in extraction.mentions}
    titles: dict[str, set[str]] = defaultdict(set)
    codes = {chain.id: chain.country for chain in extraction.chains}
    tied: dict[str, Counter[str]] = defaultdict(Counter)
    for role in extraction.roles:
        parts = name_parts(role.span.text)
        if parts and role.kind == "role":
            titles[role.chain].add(_head(parts))
        if codes.get(role.country):
            tied[role.chain][codes[role.country]] += 1
    found = []
    for chain in extraction.chains:
        forms = _forms(chain, mentions)
        name = "" if forms else _country_meant(chain, mentions)
        if forms or name:
            titled = any(mentions[key].honorific for key in chain.mentions if key in mentions)
            profile = _profile(article, chain, name, forms, frozenset(titles[chain.id]), titled)
            profile = replace(profile, confidence=_confidence(chain, mentions))
            found.append(profile if profile.country else replace(profile, country=_most(tied[chain.id])))
        elif (told := described_body(chain, mentions, article)) is not None:
            found.append(_profile_of_body(article, chain, *told))
    return found


def _profile_of_body(article: Article, chain: Chain, body: Described, times: int) -> Profile:
    """The profile of a body of state that the article describes and does not name."""
    profile = _profile(article, chain, body.name, (), frozenset(), titled=False)
    return replace(profile, type="organization", country=body.code, described=times)


def _head(parts: tuple[str, ...]) -> str:
    """The word that says what the role is: the last one before a preposition ("professor at Elmsport University")."""
    end = next((at for at, part in enumerate(parts) if at and part in words("prepositions.tsv")), len(parts))
    return mapping("spelling.tsv").get(parts[end - 1], parts[end - 1])


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda code: (-counts[code], code), default="")


def _profile(
    article: Article, chain: Chain, name: str, forms: tuple[tuple[str, int], ...], titles: frozenset[str], titled: bool
) -> Profile:
    written = [form for form, _ in forms]
    if written:
        name = chain.name if is_name(chain.name) else max(written, key=lambda form: (len(name_parts(form)), form))
    if len(person_parts(name)) == 1 and chain.type == "person":
        name = next((form for form in written if form.endswith(f" {name}")), name)
    return Profile(
        article=article.id,
        chain=chain.id,
        publisher=article.publisher or "",
        type=chain.type,
        name=name,
        forms=forms,
        mentions=len(chain.mentions),
        country=chain.country,
        gender=chain.gender,
        titles=titles,
        reasons=chain.reasons,
        titled=titled,
        subtype=chain.subtype,
        published=article.published or "",
    )


def _country_meant(chain: Chain, mentions: Mapping[str, Mention]) -> str:
    """The usual name of the country that a chain without names stands for, or ""."""
    meant = any(mentions[key].via for key in chain.mentions if key in mentions)
    country = find_country(chain.country) if meant and chain.type == "place" else None
    return country.name if country is not None else ""


def _forms(chain: Chain, mentions: Mapping[str, Mention]) -> tuple[tuple[str, int], ...]:
    named = (mentions[key] for key in chain.mentions if key in mentions)
    counts = Counter(_written(mention) for mention in named if mention.kind == "name")
    kept = [(form, count) for form, count in counts.items() if is_name(form)]
    return tuple(sorted(kept, key=lambda item: (-item[1], item[0])))


def _confidence(chain: Chain, mentions: Mapping[str, Mention]) -> float:
    found = [mentions[key].confidence for key in chain.mentions if key in mentions and mentions[key].kind == "name"]
    return round(sum(found) / len(found), 3) if found else 1.0


def _written(mention: Mention) -> str:
    """The name as it stands there; a ruler's title is part of it ("Pope Francis")."""
    text = " ".join(mention.span.text.split())
    title = mention.honorific.lower().split()
    if not title or title[-1] not in words("regnal_titles.tsv") or len(person_parts(text)) > 1:
        return text
    return f"{mention.honorific.split()[-1]} {text}"


@lru_cache(maxsize=200_000)
def is_name(text: str) -> bool:
    """Whether this can name an entity: no lone title, weekday, month or adjective of a region, at least two letters, one a capital."""
    if is_known_acronym(text):
        return True  # "WHO"
    parts = name_parts(text)
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) < MIN_LETTERS or not any(letter.isupper() or letter.istitle() for letter in letters):
        return bool(letters) and not text.isascii() and len(letters) >= MIN_LETTERS
    if parts[-1] in words("stop_words.tsv") and text.split()[-1].islower():
        # Cut off: "Bank of".
        return False
    if len(parts) == 1 and parts[0] in words("lone_nouns.tsv"):
        return False
    empty = words("no_names.tsv") | words("honorifics.tsv") | words("adjectives.tsv")
    return not all(part in empty for part in parts)
