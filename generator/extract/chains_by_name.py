"""Sieves over names: the same words, a country and its people, an acronym, a surname, a short form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.extract.chains_board import Board, Draft
from generator.extract.chains_lexicons import legal_forms, whole_words
from generator.extract.chains_names import is_family_first, surnames_of, units_of, words_of
from generator.extract.chains_offices import Offices, find_offices
from generator.extract.mentions_lexicons import company_words, head_words, honorifics, kin_nouns
from generator.extract.mentions_types import SHIP
from generator.gazetteer import PlaceFacts, find_place

# A surname that several people bear means the one named so many times as often as the others, if those rested so many sentences.
_LEAD_FACTOR, _REST_SENTENCES = 3, 2
_HEAD_FIRST = frozenset({"of", "for"})
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "&", "de", "to", "at"})


def join_equal_names(board: Board) -> None:
    """The same name, whatever its case, hyphens, diacritics and full stops. A bare surname of several people waits."""
    first: dict[tuple[str, ...], Draft] = {}
    for draft in _names(board):
        words = words_of(draft.text)
        if draft.mention.type == "person" and len(units_of(draft.text)) == 1:
            continue
        joined = "".join(words)
        # "Muslim" and "Muslims" are one group.
        key = (joined.removesuffix("s") if draft.mention.type == "group" else joined, draft.generation)
        if key[0]:
            board.join(first.setdefault(key, draft), draft, "the same name")


def join_countries(board: Board) -> None:
    """A country's names and demonyms: "US", "the United States" and "American"."""
    first: dict[str, Draft] = {}
    for draft in board.drafts:
        if draft.code:
            reason = "its people's name" if draft.is_demonym else "a name of the same country"
            reason = "the seat of its government" if draft.is_metonym else reason
            board.join(first.setdefault(draft.code, draft), draft, reason)


def join_places(board: Board) -> None:
    """Names of one place that the gazetteer knows: "NYC" and "New York City", "Kiev" and "Kyiv"."""
    first: dict[PlaceFacts, Draft] = {}
    for draft in _names(board):
        place = find_place(draft.text) if draft.mention.type == "place" and not draft.code else None
        if place is not None and place.certain:
            board.join(first.setdefault(place, draft), draft, f"names of {place.name}")


def join_acronyms(board: Board) -> None:
    """The initials of exactly one longer name: "World Health Organization" and "WHO"."""
    long = [draft for draft in _names(board) if len(draft.text.split()) > 1 and draft.mention.type != "person"]
    by_initials: dict[str, list[Draft]] = {}
    for draft in long:
        for initials in _initials(draft.text):
            by_initials.setdefault(initials, []).append(draft)
    for draft in _names(board):
        letters = draft.text.replace(".", "")
        if not (letters.isupper() and 2 <= len(letters) <= 6 and letters.isalpha()):
            continue
        fitting = by_initials.get(letters, [])
        if len({board.root(item) for item in fitting}) == 1:
            board.join(fitting[0], draft, f"{draft.text} is made of the initials of {fitting[0].text}")


def _initials(name: str) -> set[str]:
    words = name.replace("-", " ").split()
    every = "".join(word[0] for word in words if word[0].isalpha()).upper()
    large = "".join(word[0] for word in words if word.lower() not in _SMALL_WORDS and word[0].isalpha()).upper()
    return {every, large}


def join_full_names(board: Board) -> None:
    """Full names of one person: with or without a middle name, with an initial, in another spelling."""
    seen: dict[str, list[Draft]] = {}
    for draft in _people(board):
        words = words_of(draft.text)
        if len(units_of(draft.text)) < 2:
            continue
        for key in sorted({words[0], words[-1]}):
            for other in seen.get(key, []):
                board.join(other, draft, _variant(other.text, draft.text))
            if all(board.root(other) != board.root(draft) or other.text != draft.text for other in seen.get(key, [])):
                seen.setdefault(key, []).append(draft)


def _variant(left: str, right: str) -> str:
    same = set(words_of(left)) & set(words_of(right))
    short, full = sorted((left, right), key=len)
    return f"{short} is a shorter form of {full}" if len(same) > 1 else f"{short} and {full} are spellings of one name"


def join_surnames(board: Board) -> None:
    """A bare surname, with or without honorific, to the one person whose full name has it. Two people of one surname stay apart."""
    owners, givens = _owners(board)
    kin = _names_of_kin(board)
    offices, others = find_offices(board), _by_surname_alone(board, owners)
    bare: dict[str, Draft] = {}
    for draft in _people(board):
        words = units_of(draft.text)
        if len(words) != 1:
            continue
        bearers = _introduced(draft, owners.get(words[0], []), others.get(words[0], []))
        fitting = _fitting(board, draft, bearers, kin, offices)
        if not fitting:
            fitting = _fitting(board, draft, givens.get(words[0], []), kin, offices)
        if len(fitting) == 1:
            board.join(fitting[0], draft, _surname_reason(draft, fitting[0]))
        elif not fitting:
            board.join(bare.setdefault(words[0], draft), draft, "the same name")


def _by_surname_alone(board: Board, owners: Mapping[str, Sequence[Draft]]) -> dict[str, list[Draft]]:
    """Surname -> the names of somebody who never has another one: "Mr. Holm" where only an Ida Holm is named in full."""
    found: dict[str, list[Draft]] = {}
    for draft in _people(board):
        words = units_of(draft.text)
        bearers = owners.get(words[0], ()) if len(words) == 1 and _is_titled(draft) else ()
        if bearers and not any(board.may_join(owner, draft) for owner in bearers):
            found.setdefault(words[0], []).append(draft)
    return found


def _introduced(draft: Draft, owners: Sequence[Draft], others: Sequence[Draft]) -> list[Draft]:
    """The owners of a surname; where somebody else is named by it alone, without those whom the text has not introduced yet."""
    return [owner for owner in owners if owner.index < draft.index or not others]


def _owners(board: Board) -> tuple[dict[str, list[Draft]], dict[str, list[Draft]]]:
    """Word -> the first draft of each cluster that bears it as surname, and as given name."""
    surnames: dict[str, list[Draft]] = {}
    givens: dict[str, list[Draft]] = {}
    seen: set[int] = set()
    for draft in _people(board):
        words = units_of(draft.text)
        if len(words) < 2 or board.root(draft) in seen:
            continue
        seen.add(board.root(draft))
        for word in surnames_of(draft.text):
            surnames.setdefault(word, []).append(draft)
        givens.setdefault(words[0], []).append(draft)
    return surnames, givens


def _fitting(board: Board, draft: Draft, owners: Iterable[Draft], kin: set[str], offices: Offices) -> list[Draft]:
    """The owners that the draft may be; when there are several, the one who holds the office before it, whom the text has introduced
    before it, who was not introduced as somebody's kin ("his wife, Ida Holm"), or whom the text is about. Somebody's kin by a
    surname alone ("her husband, President Holm") is none of those who were not introduced as kin."""
    fitting = [owner for owner in owners if board.may_join(owner, draft) and draft.generation in ("", owner.generation)]
    fitting = offices.select(board, draft, fitting)
    if _is_kin(board, draft):
        fitting = [owner for owner in fitting if units_of(owner.text)[0] in kin]
    if len(fitting) > 1:
        before = [owner for owner in fitting if owner.index < draft.index]
        leading = [owner for owner in before if units_of(owner.text)[0] not in kin]
        fitting = next((few for few in (before, leading) if len(few) == 1), []) or _leading(board, draft, fitting)
    return fitting


def _names_of_kin(board: Board) -> set[str]:
    """The given names of those who are introduced by whose kin they are: "his wife, Ida Holm", "Ida, his wife"."""
    return {units_of(draft.text)[0] for draft in _people(board) if units_of(draft.text) and _is_kin(board, draft)}


def _is_kin(board: Board, draft: Draft) -> bool:
    doc = board.doc
    before = [token for token in doc[max(0, draft.start - 2) : draft.start] if token.text != ","]
    noun = before[-1] if before else None
    if noun is None or noun.lower_ not in kin_nouns():
        after = doc[draft.end : draft.end + 4] if draft.end < len(doc) and doc[draft.end].text == "," else doc[0:0]
        noun = next((token for token in after if token.lower_ in kin_nouns()), None)
    return noun is not None and any(child.dep_ == "poss" for child in noun.children)


def _leading(board: Board, draft: Draft, owners: list[Draft]) -> list[Draft]:
    """The one of several bearers of a surname whom the text is about: named far more often so far, the others not just now."""
    named = {
        owner.index: [at for at in board.of(owner).members if at < draft.index and board.drafts[at].is_name]
        for owner in owners
    }
    ranked = sorted(owners, key=lambda owner: -len(named[owner.index]))
    rest = [at for owner in ranked[1:] for at in named[owner.index]]
    recent = any(draft.sentence - board.drafts[at].sentence < _REST_SENTENCES for at in rest)
    if recent or len(named[ranked[0].index]) < _LEAD_FACTOR * max(1, len(rest)):
        return owners
    return ranked[:1]


def _is_titled(draft: Draft) -> bool:
    return draft.mention.honorific.lower() in honorifics()


def _surname_reason(draft: Draft, owner: Draft) -> str:
    kind = "family name" if is_family_first(owner.text) else "surname"
    if units_of(draft.text)[0] not in surnames_of(owner.text):
        kind = "given name" if not _is_titled(draft) else "family name"
    called = f"{draft.mention.honorific} {draft.text}".strip()
    return f"{called} takes up the {kind} of {owner.text}"


def join_short_names(board: Board) -> None:
    """An organization without the word that says what kind of company or body it is, if only one fits: "Boeing" and "Boeing Co",
    "Liberal Union party" and "Liberal Union". Two of one name in different lines of business stay apart."""
    by_core: dict[str, list[tuple[Draft, str]]] = {}
    for draft in _names(board):
        if draft.mention.type == "organization":
            core, business = _parts_of_company(draft.text)
            by_core.setdefault(core, []).append((draft, business))
    for _, forms in sorted(by_core.items()):
        businesses = sorted({business for _, business in forms if business})
        for wanted in businesses if len(businesses) > 1 else [""]:
            alike = [draft for draft, business in forms if business == wanted or len(businesses) < 2]
            for draft in alike[1:]:
                short, full = sorted((alike[0].text, draft.text), key=lambda text: (len(text), text))
                board.join(alike[0], draft, f"{short} is short for {full}")


def _parts_of_company(name: str) -> tuple[str, str]:
    """A name without the words at its end that say what it is, and those of them that tell its business: "Ard Steel Co" -> ard, steel."""
    core = name.replace(",", " ").split()
    tail: list[str] = []
    while len(core) > 1 and (core[-1] in company_words() or core[-1] in whole_words() or core[-1] in legal_forms()):
        word = core.pop()
        tail += (
            [] if word in legal_forms() or word in whole_words() else [word.casefold().replace("airways", "airlines")]
        )
    return " ".join(core).casefold(), " ".join(reversed(tail))


def join_ships(board: Board) -> None:
    """A ship without the first word of its name, if only one fits: "the Gibe" and "MV Gibe"."""
    ships = [draft for draft in _names(board) if draft.mention.subtype == SHIP]
    long: dict[str, list[Draft]] = {}
    for draft in ships:
        long.setdefault(draft.text.partition(" ")[2].casefold(), []).append(draft)
    for draft in ships:
        fitting = long.get(draft.text.casefold(), [])
        if len({board.root(item) for item in fitting}) == 1:
            board.join(fitting[0], draft, f"{draft.text} is short for {fitting[0].text}")


def join_head_names(board: Board) -> None:
    """A name that is nothing but the head word of one longer name before it: "the Authority" after "Port Authority", "the Academy"
    after "Academy of Arts"; or all of it but the place: "Harbor Larks", "Larks"."""
    by_head: dict[str, list[Draft]] = {}
    _join_without_place(board)
    for draft in _names(board):
        words = draft.text.split()
        if draft.mention.type in ("person", "place"):
            continue
        if len(words) > 1:
            head = words[0] if words[1] in _HEAD_FIRST else words[-1]
            by_head.setdefault(head.casefold(), []).append(draft)
        elif words[0].casefold() in head_words():
            fitting = by_head.get(words[0].casefold(), [])
            if len({board.root(name) for name in fitting}) == 1:
                board.join(fitting[0], draft, f"{draft.text} stands for {fitting[0].text}")


def _join_without_place(board: Board) -> None:
    """The name of a team or another body without the place before it, wherever it stands, if only one body is called so."""
    organizations = [draft for draft in _names(board) if draft.mention.type == "organization"]
    local: dict[str, list[Draft]] = {}
    for draft in organizations:
        words = draft.text.split()
        for cut in range(1, len(words)):
            if words[0][:1].isupper() and find_place(" ".join(words[:cut])) is not None:
                local.setdefault(" ".join(words[cut:]), []).append(draft)
    for draft in organizations:
        fitting = local.get(draft.text, [])
        if len({board.root(name) for name in fitting}) == 1:
            board.join(fitting[0], draft, f"{draft.text} leaves out the place of {fitting[0].text}")


def _names(board: Board) -> Iterable[Draft]:
    return (draft for draft in board.drafts if draft.is_name)


def _people(board: Board) -> Iterable[Draft]:
    return (draft for draft in board.drafts if draft.is_name and draft.mention.type == "person")
