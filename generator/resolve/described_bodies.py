"""Bodies of state that a text describes in small letters and does not name: "Russia's defence ministry", "the Indian navy"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.gazetteer import capital_of, country_of_demonym, country_of_name, find_country
from generator.model import Article, Chain, Mention
from generator.resolve.lexicon import rows, words
from generator.resolve.names import american
from generator.resolve.organizations import countries_in, organization_parts

# A country's name or adjective has at most so many words ("Bosnia and Herzegovina's"), a body's name so many behind its first noun.
_LONGEST, _LONGEST_BEHIND = 4, 6
_POSSESSIVES = ("'s", "’s", "s'", "s’")
_ARTICLE = "the "
_OF = "of"
_KINDS = frozenset({"organization", "group"})


@dataclass(frozen=True, slots=True)
class Described:
    """A body as a text describes it.

    name  the words of the text without the article ("Russia's defence ministry"), the country's name for another that no name of a body
          has ("Moscow's defence ministry");  body: the words behind the country ("defence ministry")
    code  the country's ISO 3166 code
    """

    name: str
    body: str
    code: str


def described_body(chain: Chain, mentions: Mapping[str, Mention], article: Article) -> tuple[Described, int] | None:
    """The body that a chain without a name describes, as it stands there first, and how often it is so described; else None.

    Bodies of two countries in one chain, or two bodies of one, are none: the chain is not sure.
    """
    if chain.type not in _KINDS:
        return None
    told = [mentions[key] for key in chain.mentions if key in mentions and mentions[key].kind == "nominal"]
    found = [body for mention in told if (body := read_body(mention.span.text, article.text[mention.span.end :]))]
    if not found or len({organization_parts(body.name) for body in found}) > 1:
        return None
    return found[0], len(found)


def read_body(text: str, behind: str = "") -> Described | None:
    """The body of state that a description is, if it is one: a country's name with "'s" or its adjective, then a body in small letters.

    behind  what stands after it in the text: "Russia's ministry" may go on "of defence"
    """
    is_definite = text.lower().startswith(_ARTICLE)
    bare = " ".join(text.split())[len(_ARTICLE) if is_definite else 0 :]
    for longer in _lengthened(bare, behind):
        for country, body in _halves(longer):
            code = _owner(country, body, is_definite)
            if code and body == body.lower() and is_body(body):
                return Described(_plain(longer, body, code), body, code)
    return None


def _plain(name: str, body: str, code: str) -> str:
    country = find_country(code)
    return name if country is None or code in countries_in(organization_parts(name)) else f"{country.name}’s {body}"


def _lengthened(text: str, behind: str) -> Iterator[str]:
    """The words with as many of those behind them as may belong to them, the most first: an "army of volunteers" is no army."""
    line = behind.partition("\n")[0]
    after = line.split()[:_LONGEST_BEHIND] if line.startswith(f" {_OF} ") else []
    for size in range(len(after), 0 if after else -1, -1):
        yield " ".join([text, *after[:size]]).rstrip(",.;:!?”\"'’")


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """(country, body): every way to cut the words in two."""
    tokens = text.split()
    for size in range(1, min(_LONGEST, len(tokens) - 1) + 1):
        yield " ".join(tokens[:size]), " ".join(tokens[size:])


def _owner(country: str, body: str, is_definite: bool) -> str:
    """Code of the country that the words before a body stand for, or "".

    An adjective needs an article: "Spanish police" may be any. The seat of a government has ministries, but may have a police of its own.
    """
    mark = next((mark for mark in _POSSESSIVES if country.endswith(mark)), "")
    plain = country.removesuffix(mark[-2:] if mark[:1] != "s" else mark[1:])
    if not (mark or is_definite) or _is_ambiguous(plain):
        return ""
    seat = capital_of(plain) if mark and _is_ministry(body) else None
    # "the Norway army" is no English, "the UK foreign office" is.
    named = country_of_name(plain) if mark or plain.replace(".", "").isupper() else None
    return named or seat or (country_of_demonym(plain) if is_definite and not mark else "") or ""


def _is_ambiguous(name: str) -> bool:
    return any(row[0] == name for row in rows("ambiguous_places.tsv"))


def is_body(body: str) -> bool:
    """Whether these words, behind a country, name a body of which it has one: "defence ministry", "supreme court", "ministry of health"."""
    return " ".join(_american(body)) in words("described_bodies.tsv") or _is_ministry(body)


def _is_ministry(body: str) -> bool:
    """Whether it is a head and a field, in whatever order: "justice department", "department of justice"."""
    parts, heads = _american(body), words("described_heads.tsv")
    before = parts[:-1] if parts[-1] in heads else []
    field = before or (parts[2:] if parts[0] in heads and parts[1:2] == [_OF] else [])
    return bool(field) and all(part in words("state_words.tsv") | {"and"} for part in field) and field[-1] != "and"


def _american(body: str) -> list[str]:
    return [american(part) for part in body.split()]


def body_alone(name: str) -> str:
    """The body's words without the country, the first in a capital letter: "Russia's defence ministry" -> "Defence ministry"."""
    found = read_body(_ARTICLE + name)
    return found.body[:1].upper() + found.body[1:] if found else name
