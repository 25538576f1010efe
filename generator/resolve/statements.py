"""Roles, affiliations and countries as attested statements: what texts say in several spellings is one statement, each with its
evidence. Statements that contradict each other all stay: the reader sees who says what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.model import Article, Entity, Evidence, Extraction, Role, Statement
from generator.resolve.lexicon import words
from generator.resolve.statements_words import head_of, key_of, may_fold, role_words, shown_form

ROLE, AFFILIATION, COUNTRY = "role", "affiliation", "country"
_KINDS = (ROLE, AFFILIATION, COUNTRY)
_OVER = frozenset({"former", "late"})
_UNDATED = "9999"

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Said:
    """One piece of evidence: what kind of statement, in which words, of which entity."""

    kind: str
    words: str
    evidence: Evidence
    entity: str | None = None
    former: bool = False

    @property
    def group(self) -> tuple[str, ...]:
        """What says the same has the same group."""
        return (self.kind, self.entity) if self.entity else (self.kind, "", *key_of(self.words))


def add_statements(
    entities: Mapping[str, Entity],
    entity_of: Mapping[Key, str],
    articles: Mapping[str, Article],
    extractions: Mapping[str, Extraction],
) -> dict[str, Entity]:
    """The entities, people among them with their roles, affiliations and countries as statements.

    Order: roles, affiliations, countries; each by the number of publishers, then of articles, then by the first date. A shorter
    wording within a longer one ("defense minister" in "Russian defense minister") is evidence of the longer one. Every
    statement has at least one piece of evidence; copies of an article count as the article.
    """
    found: dict[str, list[_Said]] = defaultdict(list)
    for article in sorted(extractions):
        for role in extractions[article].roles:
            owner = entities.get(entity_of.get((article, role.chain), ""))
            if owner is not None and owner.type == "person":
                found[owner.id].extend(_said(article, role, entities, entity_of))
    standing = _Standing(articles)
    return {
        key: replace(entity, roles=_statements(found[key], standing)) if key in found else entity
        for key, entity in entities.items()
    }


def _said(article: str, role: Role, entities: Mapping[str, Entity], entity_of: Mapping[Key, str]) -> Iterator[_Said]:
    """What one attested role states: itself, and the organization and the country in it."""
    if role.kind == "kin":
        return
    evidence = Evidence(article, role.sentence, role.span)
    former = role.tense in _OVER
    said = role.words or role_words(role.span.text)
    org = entities.get(entity_of.get((article, role.org), ""))
    country = entities.get(entity_of.get((article, role.country), ""))
    if said and role.kind == "role":
        yield _Said(ROLE, said, evidence, None, former)
    if role.kind == "affiliation" and (org is None or org.type != "organization") and said:
        yield _Said(AFFILIATION, said, evidence, None, former)
    if org is not None and org.type == "organization" and head_of(said) not in words("statements_outsiders.tsv"):
        yield _Said(AFFILIATION, org.name, evidence, org.id, former)
    if country is not None and country.type == "place":
        yield _Said(COUNTRY, country.name, evidence, country.id, False)


@dataclass(frozen=True, slots=True)
class _Standing:
    """How much stands behind a statement."""

    articles: Mapping[str, Article]

    def of(self, evidence: Iterable[Evidence]) -> tuple[int, int, str]:
        """Publishers and articles (negative, for sorting) and the first date."""
        found = [self.articles[item.article] for item in evidence if item.article in self.articles]
        first = min((article.published or _UNDATED for article in found), default=_UNDATED)
        publishers = {article.publisher for article in found if not article.copy_of}
        return -len(publishers), -len({article.copy_of or article.id for article in found}), first


def _statements(found: Iterable[_Said], standing: _Standing) -> tuple[Statement, ...]:
    groups: dict[tuple[str, ...], list[_Said]] = defaultdict(list)
    for item in found:
        groups[item.group].append(item)
    made = _folded([_statement(items) for items in groups.values()])
    return tuple(
        sorted(
            made, key=lambda item: (_KINDS.index(item.kind), *standing.of(item.evidence), item.value, item.entity or "")
        )
    )


def _statement(items: list[_Said]) -> Statement:
    evidence = tuple(sorted({item.evidence for item in items}))
    form = shown_form([(item.evidence.article, item.words) for item in items])
    return Statement(items[0].kind, form, evidence, items[0].entity, all(item.former for item in items))


def _folded(made: list[Statement]) -> list[Statement]:
    """Shorter wordings under the one longer wording that holds them; those that fit several different ones stay."""
    roles = sorted(
        (item for item in made if item.kind == ROLE), key=lambda item: (-len(key_of(item.value)), item.value)
    )
    extra: dict[str, list[Evidence]] = defaultdict(list)
    target: dict[str, str] = {}
    for item in roles:
        longer = [other for other in roles if may_fold(item.value, other.value) and item.former == other.former]
        ends = {target.get(other.value, other.value) for other in longer}
        if len(ends) == 1:
            target[item.value] = next(iter(ends))
            extra[target[item.value]].extend(item.evidence)
    return [
        replace(item, evidence=tuple(sorted({*item.evidence, *extra[item.value]}))) if item.kind == ROLE else item
        for item in made
        if item.kind != ROLE or item.value not in target
    ]
