"""Why these mentions are one event, in plain words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from generator.model import Article, Entity, Judgement
from generator.resolve.events_days import is_day
from generator.resolve.events_facts import Facts

MAX_NAMED = 3
# Every kind of agreement is a sign; so many make it certain.
SURE_SIGNS = 5


def receipt_of(
    every: Sequence[Facts],
    main_of: Sequence[str],
    entities: Mapping[str, Entity],
    date: str | None,
    known: Mapping[str, Article],
) -> tuple[Judgement, ...]:
    """One judgement for an event that several articles tell: what they have in common; nothing for the event of one article.

    Copies and superseded versions of another of these articles do not count.
    """
    told = {item.ref.article for item in every}
    articles = sorted(key for key in told if not _repeats(known[key], told))
    if len(articles) < 2:
        return ()
    members = [item for item in every if item.ref.article in articles]
    main_of = [key for key in main_of if not _repeats(known[key], told)]
    reasons = [*_stories(main_of), *_words(members), *_people(members, entities), *_place(members, entities)]
    if date and is_day(date) and len({item.ref.article for item in members if item.date.startswith(date)}) > 1:
        reasons.append("several articles give the same day")
    score = round(min(len(reasons), SURE_SIGNS) / SURE_SIGNS, 2)
    return (Judgement(articles[0], articles[1], "same", score, tuple(reasons)),) if reasons else ()


def _repeats(article: Article, others: Collection[str]) -> bool:
    return article.copy_of in others or article.version_of in others


def _stories(main_of: Sequence[str]) -> list[str]:
    if len(main_of) < 2:
        return []
    return [f"{len(main_of)} articles share their telling words and names, and what their headlines and openings mean"]


def _words(members: Sequence[Facts]) -> list[str]:
    """The lemmas that tell it, where they are of one family in several articles."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for item in members:
        found[item.family][item.mention.lemma].add(item.ref.article)
    family = max(sorted(found), key=lambda name: len(set().union(*found[name].values())))
    lemmas = sorted(found[family], key=lambda lemma: (-len(found[family][lemma]), lemma))[:MAX_NAMED]
    if len(set().union(*found[family].values())) < 2:
        return []
    if len(lemmas) == 1:
        return [f"several articles tell it with “{lemmas[0]}”"]
    return [f"they tell it with words for the same thing: {_listed([f'“{lemma}”' for lemma in lemmas])}"]


def _people(members: Sequence[Facts], entities: Mapping[str, Entity]) -> list[str]:
    told: dict[str, set[str]] = defaultdict(set)
    for item in members:
        for entity in item.people:
            told[entity].add(item.ref.article)
    shared = sorted((key for key in told if len(told[key]) > 1), key=lambda key: (-len(told[key]), key))
    names = [entities[key].name for key in shared if key in entities][:MAX_NAMED]
    return [f"the same take part: {_listed(names)}"] if names else []


def _place(members: Sequence[Facts], entities: Mapping[str, Entity]) -> list[str]:
    told: dict[str, set[str]] = defaultdict(set)
    for item in members:
        if item.place:
            told[item.place].add(item.ref.article)
    shared = sorted((key for key in told if len(told[key]) > 1), key=lambda key: (-len(told[key]), key))
    return [f"in the same place: {entities[shared[0]].name}"] if shared and shared[0] in entities else []


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
