"""Chains of all articles -> entities: who is who across the corpus. The steps in order; each has a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.gazetteer import PlaceFacts
from generator.model import Article, Entity, EntityType, Extraction, Judgement, MentionRef
from generator.resolve.bearers import age
from generator.resolve.bodies import (
    in_a_sentence,
    is_bare_body,
    is_telling_body,
    named_with_country,
    says_whose,
    with_countries,
)
from generator.resolve.canonical import canonical_name, entity_ids, find_aliases, vote_subtype
from generator.resolve.clustering import Clusters, Judged, cluster
from generator.resolve.context import Corpus
from generator.resolve.decisions import Rulings
from generator.resolve.described_bodies import body_alone
from generator.resolve.evidence import deserves_page
from generator.resolve.kinds import settle_types, tally_types, vote_type
from generator.resolve.namesakes import Namesake, find_namesakes, full_names
from generator.resolve.places import country_name, in_full, is_well_known, place_facts, to_place
from generator.resolve.profiles import Profile, make_profiles
from generator.resolve.receipts import kept_apart, merge_receipts
from generator.resolve.same_named_places import tell_places_apart
from generator.resolve.short_names import Joined, join_short_names, unclear_clusters
from generator.resolve.statements import add_statements
from generator.resolve.tables import Tables, make_tables
from generator.slugs import page_path

# Kinds of the gazetteer that a name makes finer: "Red Sea" is a sea.
WORLD_CITY = 500_000  # inhabitants from which a name is known without its country
_VAGUE_KINDS = frozenset({"region", "water"})


@dataclass(frozen=True, slots=True)
class _Draft:
    """A cluster on its way to an entity."""

    cluster: int
    key: str
    name: str
    type: EntityType
    profiles: tuple[Profile, ...]
    facts: PlaceFacts | None
    paged: bool


def resolve_entities(
    articles: Mapping[str, Article],
    extractions: Mapping[str, Extraction],
    min_mentions: int,
    rulings: Rulings | None = None,
) -> tuple[dict[str, Entity], dict[tuple[str, str], str]]:
    """Entities by id (sorted), and (article id, chain id) -> entity id. The order of the articles changes nothing.

    min_mentions  an entity with as many name mentions has a page (see `evidence.deserves_page` for what else gives it one)
    rulings       what people decided (see `decisions.find_rulings`)
    """
    profiles = settle_types(make_profiles(articles, extractions))
    profiles = tell_places_apart(with_countries(profiles, articles, extractions), articles, extractions)
    names = full_names(profiles)
    namesakes = find_namesakes(profiles, names, rulings)
    corpus = Corpus(names, extractions)
    clusters, judged = cluster(namesakes, corpus, rulings)
    joined = join_short_names(namesakes, clusters, corpus)
    tables = make_tables(extractions)
    doubtful = unclear_clusters(joined, clusters, namesakes)
    drafts = [_draft(at, clusters, namesakes, tables, min_mentions, at in doubtful) for at in clusters.all()]
    drafts = _with_told_countries(drafts)
    originals = {key: article.copy_of or key for key, article in articles.items()}
    entities, entity_of = _finish(drafts, tables, _Decisions(namesakes, clusters, judged, joined, originals))
    return add_statements(entities, entity_of, articles, extractions), entity_of


@dataclass(frozen=True, slots=True)
class _Decisions:
    namesakes: Sequence[Namesake]
    clusters: Clusters
    judged: Sequence[Judged]
    joined: Sequence[Joined]
    originals: Mapping[str, str]


def _draft(
    at: int, clusters: Clusters, namesakes: Sequence[Namesake], tables: Tables, min_mentions: int, is_unclear: bool
) -> _Draft:
    members = [namesakes[member] for member in clusters.members(at)]
    strong = [member for member in members if not member.weak] or members
    profiles = tuple(profile for member in members for profile in member.profiles)
    kind = vote_type(profiles)
    name = _name([profile for member in strong for profile in member.profiles], kind)
    facts = place_facts([name, *(member.name for member in members)]) if kind == "place" else None
    if facts is not None and facts.kind == "country":
        name = country_name(facts.country) or name
    elif facts is not None:
        name = in_full(name)
    paged = deserves_page(profiles, tables, min_mentions, known_place=is_well_known(facts))
    # Nobody knows whose Defense Ministry it is, "Office" is none, and "Kim" is one of several.
    paged = paged and not is_unclear and not (kind == "organization" and is_bare_body(name))
    return _Draft(at, _stable_key(strong, name), name, kind, profiles, facts, paged)


def _with_told_countries(drafts: Sequence[_Draft]) -> list[_Draft]:
    """A city that is not among the largest is the gazetteer's only where its articles tell of its country besides."""
    told: Counter[tuple[str, str]] = Counter((p.article, p.country) for draft in drafts for p in draft.profiles)
    return [draft if _is_told(draft, told) else _as_unknown(draft) for draft in drafts]


def _is_told(draft: _Draft, told: Counter[tuple[str, str]]) -> bool:
    facts = draft.facts
    if facts is None or facts.kind != "city" or facts.capital or facts.population >= WORLD_CITY:
        return True
    own = Counter((profile.article, profile.country) for profile in draft.profiles)
    keys = {(profile.article, facts.country) for profile in draft.profiles}
    return any(told[key] > own[key] for key in keys)


def _as_unknown(draft: _Draft) -> _Draft:
    return replace(draft, facts=replace(draft.facts, country="", certain=False)) if draft.facts else draft


def _name(profiles: Sequence[Profile], kind: EntityType) -> str:
    """The canonical name; a body that every country has is named with its country, where that is known."""
    if kind != "organization":
        return canonical_name(profiles)
    named = [profile for profile in profiles if not profile.described] or profiles
    name = canonical_name([profile for profile in named if says_whose(profile.name)] or named)
    code = _country_of(profiles)
    if code and named[0].described:
        return in_a_sentence(named_with_country(body_alone(name), code))
    return named_with_country(name, code) if code and not says_whose(name) and is_telling_body(name) else name


def _stable_key(members: Sequence[Namesake], name: str) -> str:
    return min((member.name != name, member.key) for member in members)[1]


def _finish(
    drafts: Sequence[_Draft], tables: Tables, decisions: _Decisions
) -> tuple[dict[str, Entity], dict[tuple[str, str], str]]:
    ids = _ids(drafts)
    receipts = merge_receipts(
        decisions.judged, decisions.joined, decisions.clusters, decisions.namesakes, decisions.originals
    )
    apart = kept_apart(decisions.judged, decisions.joined, decisions.clusters, decisions.namesakes, ids)
    countries = {draft.facts.country: ids[draft.cluster] for draft in drafts if _is_country(draft) and draft.facts}
    entities = {}
    entity_of = {}
    for draft in drafts:
        entity = _entity(draft, ids[draft.cluster], tables, countries)
        entities[entity.id] = _with_decisions(entity, receipts.get(draft.cluster, ()), apart.get(draft.cluster, ()))
        entity_of.update({profile.key: entity.id for profile in draft.profiles})
    return dict(sorted(entities.items())), dict(sorted(entity_of.items()))


def _ids(drafts: Sequence[_Draft]) -> dict[int, str]:
    by_key = {draft.key: draft for draft in drafts}
    ids = entity_ids(
        {key: draft.name for key, draft in by_key.items()},
        [key for key, draft in by_key.items() if draft.paged],
        [key for key, draft in by_key.items() if _is_country(draft)],
        lambda key: _qualifiers(by_key[key]),
        lambda key: age(by_key[key].profiles),
    )
    return {draft.cluster: ids[draft.key] for draft in drafts}


def _qualifiers(draft: _Draft) -> tuple[str, ...]:
    """What tells it from others of its name, the steadiest first: its kind, its country, what it is called."""
    country = country_name(_country_of(draft.profiles))
    titles = Counter(title for profile in draft.profiles for title in profile.titles)
    title = min(titles, key=lambda word: (-titles[word], word), default="")
    return (draft.facts.kind if draft.facts else draft.type, country, title)


def _is_country(draft: _Draft) -> bool:
    return draft.facts is not None and draft.facts.kind == "country"


def _entity(draft: _Draft, key: str, tables: Tables, countries: Mapping[str, str]) -> Entity:
    code = "" if _is_country(draft) else draft.facts.country if draft.facts else _country_of(draft.profiles)
    return Entity(
        id=key,
        name=draft.name,
        type=draft.type,
        aliases=find_aliases(draft.profiles),
        mentions=_mentions(draft.profiles, tables),
        page=page_path("entities", key) if draft.paged else None,
        country=countries.get(code),
        place=to_place(draft.facts) if draft.facts else None,
        subtype=_subtype(draft),
        type_votes=tally_types(draft.profiles),
    )


def _subtype(draft: _Draft) -> str:
    """The gazetteer's kind, or what the texts and the name say where it is vague or silent."""
    voted = vote_subtype(draft.profiles, draft.type)
    is_vague = draft.facts is None or draft.facts.kind in _VAGUE_KINDS
    return voted if voted and is_vague else draft.facts.kind if draft.facts else ""


def _with_decisions(entity: Entity, receipt: tuple[Judgement, ...], apart: tuple[Judgement, ...]) -> Entity:
    return replace(entity, receipt=receipt, apart=apart)


def _country_of(profiles: Sequence[Profile]) -> str:
    """The country that the most articles tie it to, if more than half of those that name one agree; else ""."""
    found = [profile.country for profile in profiles if profile.country]
    best = min(set(found), key=lambda code: (-found.count(code), code), default="")
    return best if found.count(best) * 2 > len(found) else ""


def _mentions(profiles: Sequence[Profile], tables: Tables) -> tuple[MentionRef, ...]:
    found = [(profile.article, mention) for profile in profiles for mention in tables.mentions[profile.key]]
    found.sort(key=lambda item: (item[0], item[1].span.start, item[1].span.end, item[1].id))
    return tuple(MentionRef(article, mention.id) for article, mention in found)
