"""Clusters -> chains: name, type, country, gender, and which clusters are worth keeping."""

from __future__ import annotations

from collections import Counter

from generator.extract.chains_board import Board, Cluster, Draft
from generator.extract.chains_lexicons import whole_words
from generator.extract.chains_names import words_of
from generator.extract.roles_phrases import find_phrases
from generator.gazetteer import country_of_name, find_country, find_place
from generator.model import Chain, EntityType

# Descriptions of these types are kept even when nothing tells whom they mean: they may speak or act.
_LONGEST_ACRONYM = 5
_KEPT_WITHOUT_NAME = frozenset({"person", "group", "organization"})


def finish(board: Board) -> tuple[Chain, ...]:
    """The chains in the order of their first mentions; clusters of nothing but pronouns, or a bare "the country", are left out."""
    chains: list[Chain] = []
    nations = _nations(board)
    for root in board.roots():
        cluster = board.clusters[root]
        members = [board.drafts[index] for index in cluster.members]
        if _is_kept(members):
            chains.append(_chain(f"c{len(chains)}", cluster, members, nations.get(root, set())))
    return tuple(chains)


def _is_kept(members: list[Draft]) -> bool:
    return any(
        draft.is_name
        or draft.is_demonym
        or draft.is_metonym
        or (draft.is_nominal and draft.mention.type in _KEPT_WITHOUT_NAME)
        for draft in members
    )


def _chain(key: str, cluster: Cluster, members: list[Draft], nations: set[str]) -> Chain:
    kind = _type(members)
    name = _fullest(members, kind)
    return Chain(
        id=key,
        type=kind,
        name=name,
        mentions=tuple(draft.mention.id for draft in members),
        country=_country(cluster.codes or nations, name, kind),
        gender=next(iter(cluster.genders)) if len(cluster.genders) == 1 else "",
        reasons=tuple(cluster.reasons),
        subtype=_subtype(members, kind),
    )


def _subtype(members: list[Draft], kind: EntityType) -> str:
    """What most of its names of this type are more exactly; the first one's on a tie."""
    named = Counter(draft.mention.subtype for draft in members if draft.mention.type == kind and draft.mention.subtype)
    return named.most_common(1)[0][0] if named else ""


def _type(members: list[Draft]) -> EntityType:
    """The commonest type of the names; without names, of the demonyms and descriptions. The first one's on a tie."""
    for chosen in (
        [draft for draft in members if draft.is_name],
        [draft for draft in members if draft.mention.kind == "nominal"],
        members,
    ):
        if chosen:
            return Counter(draft.mention.type for draft in chosen).most_common(1)[0][0]
    return "other"


def _fullest(members: list[Draft], kind: EntityType) -> str:
    """The commonest spelling of the name with the most words, then the most letters; a person in capitals gets small letters."""
    names = [draft.full_name for draft in members if draft.is_name and draft.mention.type == kind]
    names = names or [draft.text for draft in members if draft.is_name]
    if not names:
        return ""
    usual = _usual_country(names)
    if usual:
        return usual
    # "Liberal Union" is the name of the Liberal Union party.
    names = [name for name in names if name.split()[-1] not in whole_words()] or names
    forms: dict[str, list[str]] = {}
    for name in names:
        forms.setdefault("".join(words_of(name)), []).append(name.replace("\u00ad", ""))
    fullest = max(forms, key=lambda key: (max(len(words_of(name)) for name in forms[key]), len(key)))
    calm = [name for name in forms[fullest] if not _is_shouted(name)]
    best = Counter(calm or forms[fullest]).most_common(1)[0][0]
    return best.title() if kind == "person" and _is_shouted(best) else best


def _usual_country(names: list[str]) -> str:
    """The usual name of a country when it is among these, else the commonest of its names; "" when they are no country's."""
    country = find_country(country_of_name(names[0]) or "")
    if country is None:
        return ""
    return country.name if country.name in names else Counter(names).most_common(1)[0][0]


def _is_shouted(name: str) -> bool:
    return name.isupper() and len(name) > _LONGEST_ACRONYM


def _country(codes: set[str], name: str, kind: EntityType) -> str:
    if len(codes) == 1:
        return next(iter(codes))
    place = find_place(name) if kind in ("place", "facility") and name else None
    return place.country if place is not None and place.certain else ""


def _nations(board: Board) -> dict[int, set[str]]:
    """Cluster of a person -> the countries that the person's roles tie it to ("Russian minister", "president of France")."""
    nations: dict[int, set[str]] = {}
    tied = {draft.start: draft.code for draft in board.drafts if draft.code and _ties(board, draft)}
    for phrase in find_phrases(board.doc, board.drafts):
        codes = {tied[at] for at in range(phrase.start, phrase.end) if at in tied}
        nations.setdefault(board.root(phrase.draft), set()).update(codes)
    return nations


def _ties(board: Board, draft: Draft) -> bool:
    # A "Russia analyst" need not be Russian: a country's bare name ties nobody to it, unless it has no adjective in use.
    after = board.doc[draft.end] if draft.end < len(board.doc) else None
    before = board.doc[draft.start - 1] if draft.start else None
    owns = after is not None and after.tag_ == "POS"
    complements = before is not None and before.lower_ == "of"
    return draft.is_demonym or owns or complements or draft.text.replace(".", "").isupper()
