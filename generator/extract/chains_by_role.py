"""Sieves over descriptions: roles that the article attests, names that say what they name, the same head noun again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from spacy.tokens import Token

from generator.extract.chains_board import Board, Draft
from generator.extract.chains_by_construct import is_definite
from generator.extract.chains_countries import Roles, find_countries
from generator.extract.chains_descriptions import (
    Description,
    country_tokens,
    describe,
    end_of_complement,
    is_told_apart,
    plain_word,
)
from generator.extract.chains_kinds import is_told, nouns_for
from generator.extract.chains_lexicons import human_modifiers, sole_offices
from generator.extract.chains_salience import is_subject, subjects_of, window
from generator.extract.mentions_lexicons import epithet_nouns, generic_nouns, kin_nouns, spellings
from generator.extract.roles_phrases import RolePhrase, find_phrases
from generator.gazetteer import country_of_demonym

# In headlines and first paragraphs a description may come before the name that explains it.
_LEAD_SENTENCES = 3
# Sentences over which a description is still taken up: "the officer" longer than "the couple", and "the country" hardly at all.
_WINDOW, _GROUP_WINDOW, _GENERIC_WINDOW = 12, 3, 1
# Sentences over which a bare "the president", and a bare "the pilot", still mean the one named last.
_OFFICE_WINDOW, _CALLING_WINDOW = 20, 5
_NAMES_BACK = 50  # mentions of a chain
_COUNTERPART = "counterpart"


def join_roles(board: Board) -> None:
    """A description to the one person whose attested role it can stand for, introduced before it (or just after, in a lead)."""
    codes_at = country_tokens(board.drafts)
    roles = attested_roles(board, codes_at)
    countries = find_countries(board, roles)
    for draft in board.drafts:
        if not (draft.is_nominal and draft.mention.type == "person" and _may_refer(board, draft)):
            continue
        if is_thing(board.doc[draft.head]):
            continue
        said = describe_draft(board, draft, codes_at)
        if said.head in kin_nouns():
            continue
        held = [item for item in roles.get(said.head, []) if not countries.is_foreign(board, said, item)]
        owner = _owner(board, draft, said, held)
        if owner is not None:
            board.join(owner[0], draft, f"{draft.text} fits the role of {owner[0].text}")


def attested_roles(board: Board, codes_at: Mapping[int, str]) -> Roles:
    """Head noun -> the people who have such a role. A counterpart has the role of the person before it, in a country of its own."""
    roles: Roles = {}
    for phrase in (*find_phrases(board.doc, board.drafts), *_joined(board)):
        role = describe(board.doc, phrase.start, phrase.end, phrase.head, codes_at)
        roles.setdefault(role.head, []).append((phrase.draft, role))
        if role.head == _COUNTERPART:
            other = _role_before(board, phrase, roles)
            if other is not None:
                role = Description(other.head, other.words, role.codes)
                roles.setdefault(role.head, []).append((phrase.draft, role))
    return roles


def _joined(board: Board) -> Iterator[RolePhrase]:
    """What stands beside a name ("her counterpart, Ida Holm") or is said of it attests a role, too."""
    for draft in board.drafts:
        if draft.is_nominal and draft.mention.type == "person" and board.of(draft).names:
            name = _nearest_name(board, draft)
            yield RolePhrase(name, draft.start, end_of_complement(board.doc, draft.end), draft.head, "description")


def _nearest_name(board: Board, draft: Draft) -> Draft:
    """The last name of its chain before it, else the first one after it."""
    members = board.of(draft).members
    here = bisect_left(members, draft.index)
    ordered = chain(reversed(members[max(0, here - _NAMES_BACK) : here]), members[here:])
    return next((board.drafts[at] for at in ordered if board.drafts[at].is_name), draft)


def _role_before(board: Board, phrase: RolePhrase, roles: Roles) -> Description | None:
    """The role of the last person named before a counterpart, in its sentence or the one before."""
    before = [
        draft
        for draft in board.drafts
        if draft.is_name and draft.mention.type == "person" and draft.end <= phrase.start
    ]
    if not before or phrase.draft.sentence - before[-1].sentence > 1:
        return None
    root = board.root(before[-1])
    known = [role for held in roles.values() for owner, role in held if board.root(owner) == root]
    return next((role for role in known if role.head != _COUNTERPART), None)


def describe_draft(board: Board, draft: Draft, codes_at: Mapping[int, str]) -> Description:
    """What a description says, with "of ..." after it; `codes_at` as `country_tokens` makes it."""
    return describe(board.doc, draft.start, end_of_complement(board.doc, draft.end), draft.head, codes_at)


def is_thing(noun: Token) -> bool:
    """Whether a noun for a person is none behind the noun before it: "the insurance model", not "the fashion model"."""
    kinds = human_modifiers().get(noun.lemma_.lower())
    before = noun.nbor(-1) if noun.i else noun
    modified = before.i < noun.i and before.head == noun and before.dep_ in ("compound", "nmod") and before.tag_ == "NN"
    return kinds is not None and modified and before.lower_ not in kinds


def _may_refer(board: Board, draft: Draft) -> bool:
    first = board.doc[draft.start]
    if first.lower_ in ("a", "an", "another", "some", "any", "no", "one", "each", "every"):
        return False
    return is_definite(board, draft) or draft.sentence < _LEAD_SENTENCES


def _owner(
    board: Board, draft: Draft, said: Description, held: Iterable[tuple[Draft, Description]]
) -> tuple[Draft, Description] | None:
    fitting = [
        item for item in held if item[0].index < draft.index and said.fits(item[1]) and board.may_join(item[0], draft)
    ]
    if not fitting and draft.sentence < _LEAD_SENTENCES and (said.words or said.codes):
        fitting = [
            item for item in held if item[0].index > draft.index and said.fits(item[1]) and said.codes == item[1].codes
        ]
    # A role that names the country goes before one that leaves it open.
    fitting = [item for item in fitting if said.codes & item[1].codes] or fitting
    roots = {board.root(item[0]) for item in fitting}
    if len(roots) > 1:
        roots = roots & subjects_of(board, draft) or roots & _just_mentioned(board, draft)
        if len(roots) != 1:
            board.unclear.add(draft.index)
    elif roots and not said.words and not said.codes:
        roots = {root for root in roots if _is_in_mind(board, draft, said, root)}
        roots -= _foreign(board, draft, fitting)
    if len(roots) != 1:
        return None
    return next(item for item in fitting if board.root(item[0]) in roots)


def _just_mentioned(board: Board, draft: Draft) -> set[int]:
    return {board.root(other) for other in window(board, draft, 1)}


def _is_in_mind(board: Board, draft: Draft, said: Description, root: int) -> bool:
    """Whether a bare "the pilot" can still mean the pilot named last so many sentences ago; an office lasts longer than a calling."""
    members = board.clusters[root].members
    here = bisect_left(members, draft.index)
    if here == 0:
        return True
    last = members[here - 1]
    reach = _OFFICE_WINDOW if said.head in sole_offices() else _CALLING_WINDOW
    return draft.sentence - board.drafts[last].sentence <= reach


def _foreign(board: Board, draft: Draft, fitting: Iterable[tuple[Draft, Description]]) -> set[int]:
    """Those whose role is another country's than the countries just spoken of: "the president" in a sentence on Chile is Chile's."""
    near = list(window(board, draft, 1))
    codes = {other.code for other in near if other.code}
    present = {board.root(other) for other in near if other.is_name}
    found = {board.root(owner) for owner, role in fitting if role.codes and codes and not role.codes & codes}
    return found - present


def join_name_heads(board: Board) -> None:
    """A description such as "the ministry" to the one name so far that says it is one (proper head match)."""
    codes_at = country_tokens(board.drafts)
    named: dict[str, list[Draft]] = {}
    for draft in board.drafts:
        if draft.is_name and draft.mention.type in ("organization", "facility"):
            words = {draft.text.split()[0].lower(), draft.text.split()[-1].lower()}
            if draft.mention.type == "organization" and not is_told(board, draft):
                words |= nouns_for(board, draft) - generic_nouns().keys()
            for word in sorted(words):
                named.setdefault(spellings().get(word, word), []).append(draft)
        elif draft.is_nominal and is_definite(board, draft):
            said = describe_draft(board, draft, codes_at)
            fitting = [name for name in named.get(said.head, []) if _name_holds(name, said)]
            roots = {board.root(name) for name in fitting}
            if len(roots) == 1:
                board.join(fitting[0], draft, f"{draft.text} stands for {fitting[0].text}")
            elif len(roots) > 1 and draft.mention.type == "organization":
                board.unclear.add(draft.index)


def _name_holds(name: Draft, said: Description) -> bool:
    """Whether all that the description says stands in the name: "the Russian ministry" in "Russian Defense Ministry"."""
    words = {spellings().get(word, word) for word in name.text.lower().replace("-", " ").split()}
    return said.words <= words and all(
        code in {country_of_demonym(word) for word in name.text.split()} for code in said.codes
    )


def join_equal_heads(board: Board) -> None:
    """The same head noun again, nothing new in the later description: "the officer" after "a police officer" (strict head match)."""
    codes_at = country_tokens(board.drafts)
    seen: dict[str, list[tuple[Draft, Description]]] = {}
    for draft in board.drafts:
        if not draft.is_nominal:
            continue
        said = describe_draft(board, draft, codes_at)
        # One that a name explains already does not explain what stood before the name.
        if draft.index in board.unclear:
            continue
        repeats = (
            is_definite(board, draft) and not _has_owner(board, draft) and not is_told_apart(board.doc, draft.head)
        )
        if repeats and not board.of(draft).names and not board.of(draft).named:
            earlier = [
                other
                for other, role in reversed(seen.get(said.head, []))
                if draft.sentence - other.sentence <= _window(draft, said)
                and said.fits(role)
                and _same_number(other, draft)
                and (said.codes or not _foreign(board, draft, [(other, role)]))
            ]
            if earlier and len({board.root(other) for other in earlier}) == 1:
                verb = "stand for" if draft.mention.type == "group" else "stands for"
                board.join(earlier[0], draft, f"{draft.text} {verb} {earlier[0].text}")
        if not _has_owner(board, draft):
            seen.setdefault(said.head, []).append((draft, said))


def _window(draft: Draft, said: Description) -> int:
    if said.head in generic_nouns():
        return _GENERIC_WINDOW
    return _GROUP_WINDOW if draft.mention.type == "group" else _WINDOW


def _has_owner(board: Board, draft: Draft) -> bool:
    """Whether it is somebody's: "his wife" is another one than her husband's."""
    return any(child.dep_ == "poss" and child.tag_ == "PRP$" for child in board.doc[draft.head].lefts)


def _same_number(left: Draft, right: Draft) -> bool:
    return left.mention.type == right.mention.type


def join_epithets(board: Board) -> None:
    """A calling as definite subject ("The comedian, 47, said") to the only person who was a subject just before."""
    codes_at = country_tokens(board.drafts)
    roles = attested_roles(board, codes_at)
    for draft in board.drafts:
        if not (draft.is_nominal and draft.mention.type == "person" and is_subject(board, draft)):
            continue
        noun = plain_word(board.doc[draft.head])
        plain = draft.end - draft.start <= 3 and board.doc[draft.start].lower_ == "the" and noun in epithet_nouns()
        if not plain or is_thing(board.doc[draft.head]) or len(board.of(draft).members) > 1:
            continue
        before = {root for root in subjects_of(board, draft) if board.clusters[root].names}
        said = describe_draft(board, draft, codes_at)
        # "The deputy minister" is not the minister just spoken of, and a known role has been looked for by its words already.
        before -= {board.root(owner) for owner, _ in roles.get(said.head, [])}
        if len(before) == 1:
            owner = board.drafts[before.pop()]
            board.join(owner, draft, f"{draft.text} is the person spoken of just before: {owner.text}")
