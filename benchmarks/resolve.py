"""Cost of concluding who is who, what happened and who said what, for ten times the names: `python -m benchmarks.resolve [articles ...]`.

Made-up articles in stories: some articles tell the same event of the same people on the same day, quote the same words, in full or cut,
and each tells of others besides. The vocabulary grows by Heaps' law (the square root of the corpus' length), as in real text, so that a
word or a name is not shared by ever more articles only because a list ends. Processor time per step, and ratios to the size before.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import numpy as np

from benchmarks.names import made_up_words
from generator.model import (
    Argument,
    Article,
    Chain,
    EventMention,
    Extraction,
    KnowledgeBase,
    Mention,
    Quote,
    Role,
    Sentence,
    Span,
    TimeExpression,
)
from generator.resolve.accounts import compare_accounts
from generator.resolve.collector import collector_paused
from generator.resolve.entities import resolve_entities
from generator.resolve.events import resolve_events
from generator.resolve.utterances import resolve_utterances

SIZES = (500, 5000)
NAMES = 20  # per article
STORY = 3  # articles of a story, on average
DIMENSIONS = 32
FIRST_DAY = date(2020, 1, 1)
_VERBS = (
    "meet",
    "visit",
    "accuse",
    "praise",
    "arrest",
    "fund",
    "sign",
    "attack",
    "rescue",
    "elect",
    "sue",
    "fine",
    "open",
    "close",
)
_TYPES = (
    "consult",
    "visit",
    "accuse",
    "other",
    "coerce",
    "business",
    "agree",
    "assault",
    "aid",
    "election",
    "trial",
    "sanction",
)
_ROLES = ("minister", "director", "spokesman", "mayor", "chairwoman", "judge")
_BODIES = ("Group", "University", "Bank", "Ministry", "Party")


@dataclass
class World:
    """What the articles are made of. Always the same for one size."""

    size: int
    dice: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.size)  # noqa: S311 (a corpus that is always the same, no secret)
        names = int((self.size * NAMES) ** 0.5 * 8)
        self.words = [word.lower() for word in made_up_words(int((self.size * 300) ** 0.5 * 10), self.dice)]
        family, given = made_up_words(names, self.dice), made_up_words(names // 4, self.dice)
        self.people = [(self.dice.choice(given), self.dice.choice(family)) for _ in range(self.size * NAMES // 4)]
        self.bodies = [f"{name} {self.dice.choice(_BODIES)}" for name in family[: max(20, self.size // 2)]]
        self.places = made_up_words(max(20, names // 8), self.dice)
        self.stories = [self._story() for _ in range(max(1, self.size // STORY))]

    def _story(self) -> dict[str, Any]:
        days = max(30, self.size // 5)
        return {
            "day": FIRST_DAY + timedelta(days=self.dice.randrange(days)),
            "people": [self.person() for _ in range(2)],
            "place": self.dice.choice(self.places),
            "verb": self.dice.randrange(len(_VERBS)),
            "said": [self.said(self.dice.randrange(8, 20)) for _ in range(2)],
            "terms": [self.word() for _ in range(25)],
            "vector": np.array([self.dice.gauss(0, 1) for _ in range(DIMENSIONS)]),
        }

    def person(self) -> tuple[str, str]:
        """Somebody, some far more often than others."""
        return self.people[int(self.dice.random() ** 2 * len(self.people))]

    def word(self) -> str:
        """A word, by Zipf's law: the logarithm of the rank is even."""
        return self.words[int(len(self.words) ** self.dice.random()) - 1]

    def said(self, count: int) -> str:
        """So many words."""
        return " ".join(self.word() for _ in range(count))


class Draft:
    """One article in the making."""

    def __init__(self, key: str, world: World) -> None:
        self.key, self.world, self.text = key, world, ""
        self.sentences: list[Sentence] = []
        self.mentions: list[Mention] = []
        self.chains: dict[str, tuple[str, str]] = {}
        self.events: list[EventMention] = []
        self.quotes: list[Quote] = []
        self.roles: list[Role] = []
        self.begin = 0

    def write(self, words: str) -> Span:
        """Words at the end of the text, and a space behind them."""
        span = Span(len(self.text), len(self.text) + len(words), words)
        self.text += words + " "
        return span

    def name(self, words: str, kind: str, full: str = "", how: str = "name") -> tuple[str, Span]:
        """A mention of who is called `full`: its chain and its span."""
        full = full or words
        chain = next((key for key, (_, name) in self.chains.items() if name == full), f"c{len(self.chains)}")
        self.chains.setdefault(chain, (kind, full))
        span = self.write(words)
        self.mentions.append(Mention(f"m{len(self.mentions)}", span, kind, how, chain, self.now))  # type: ignore[arg-type]
        return chain, span

    @property
    def now(self) -> str:
        """The id of the sentence that is being written."""
        return f"s{len(self.sentences)}"

    def end(self) -> None:
        """End of the sentence."""
        self.text = self.text.rstrip() + ". "
        span = Span(self.begin, len(self.text) - 1, self.text[self.begin : len(self.text) - 1])
        self.sentences.append(Sentence(self.now, span, len(self.sentences)))
        self.begin = len(self.text)

    def event(self, who: Sequence[str], whom: Sequence[str], place: str, verb: int, main: bool) -> None:
        """A sentence that tells an event; its time, where it is the main one, is t0."""
        agent, first = self.name(" ".join(who), "person")
        trigger = self.write(_VERBS[verb])
        other, last = self.name(" ".join(whom), "person")
        self.write("in")
        where, _ = self.name(place, "place")
        clause = Span(first.start, last.end, self.text[first.start : last.end])
        arguments = (Argument("agent", first, agent), Argument("patient", last, other))
        kind = _TYPES[verb % len(_TYPES)]
        self.events.append(
            EventMention(
                f"e{len(self.events)}", trigger, _VERBS[verb], kind, arguments, "t0" if main else None, where, self.now, clause,
                main=main, predicate=trigger, verb=_VERBS[verb], tag="VBZ",
            )
        )  # fmt: skip
        self.end()

    def quote(self, speaker: Sequence[str], words: str, how: str) -> None:
        """A sentence that quotes somebody, called by the family name or a pronoun."""
        content = self.write(words)
        cue = self.write("said")
        called = {"name": speaker[-1], "pronoun": "he"}[how]
        chain, span = self.name(called, "person", " ".join(speaker), how)
        self.quotes.append(
            Quote(f"q{len(self.quotes)}", (content,), (content,), cue, chain, span, "direct", None, (self.now,))
        )
        self.end()

    def build(self, day: date, story: dict[str, Any], title: str) -> tuple[Article, Extraction]:
        """The article and what was found in it."""
        dice = self.world.dice
        chains = tuple(
            Chain(key, kind, full, tuple(m.id for m in self.mentions if m.chain == key))  # type: ignore[arg-type]
            for key, (kind, full) in self.chains.items()
        )
        written = sorted(
            {word for word in self.text.lower().split() if word.isalpha()} | set(dice.sample(story["terms"], 15))
        )
        terms = tuple((word, 1) for word in written)
        noise = np.array([[dice.gauss(0, 1) for _ in range(DIMENSIONS)] for _ in range(len(self.sentences) + 1)])
        lead = story["vector"] + 0.5 * noise[-1]
        times = (TimeExpression("t0", self.sentences[0].span, day.isoformat(), "as written", "s0"),)
        article = Article(
            self.key, self.key, None, title, None, f"Outlet {dice.randrange(40)}", (), day.isoformat(), None, None, "en", self.text, (), "0"
        )  # fmt: skip
        return article, Extraction(
            self.key, tuple(self.sentences), tuple(self.mentions), chains, tuple(self.roles), times, (), tuple(self.quotes),
            tuple(self.events), terms, terms[:40], _packed(noise[:-1]), _packed(lead), (), _packed(lead),
        )  # fmt: skip


def _packed(rows: np.ndarray) -> bytes:
    length = np.linalg.norm(rows, axis=-1, keepdims=True)
    packed: bytes = (rows / length).astype("<f2").tobytes()
    return packed


def corpus(size: int) -> tuple[dict[str, Article], dict[str, Extraction]]:
    """So many articles of `NAMES` names each: always the same."""
    world = World(size)
    made = [_article(f"a{number:06d}", world) for number in range(size)]
    return {article.id: article for article, _ in made}, {article.id: found for article, found in made}


def _article(key: str, world: World) -> tuple[Article, Extraction]:
    dice, draft = world.dice, Draft(key, world)
    story = dice.choice(world.stories)
    one, other = story["people"]
    draft.event(one, other, story["place"], story["verb"], main=True)
    for words in story["said"]:
        kept = words.split()[: dice.choice((6, 40, 40))]
        draft.quote(one, " ".join(kept), dice.choice(("name", "pronoun")))
    draft.quote(other, world.said(dice.randrange(6, 25)), "name")
    chain, _ = draft.name(" ".join(other), "person")
    role = draft.write(dice.choice(_ROLES))
    body, _ = draft.name(dice.choice(world.bodies), "organization")
    draft.roles.append(Role(chain, role, draft.now, body))
    draft.end()
    for _ in range(3):
        draft.event(world.person(), world.person(), dice.choice(world.places), dice.randrange(len(_VERBS)), main=False)
    while len([mention for mention in draft.mentions if mention.kind == "name"]) < NAMES:
        draft.write(world.said(6))
        draft.name(dice.choice(world.bodies), "organization")
        draft.end()
    title = f"{one[-1]} {_VERBS[story['verb']]}s {other[-1]} in {story['place']}"
    return draft.build(story["day"] + timedelta(days=dice.randrange(3)), story, title)


def steps(size: int) -> Iterator[tuple[str, float, int]]:
    """Each step of `resolve`: its name, seconds, and how many it found."""
    articles, found = corpus(size)
    (entities, entity_of), seconds = _timed(lambda: resolve_entities(articles, found, 2))
    yield "entities", seconds, len(entities)
    (events, event_of), seconds = _timed(lambda: resolve_events(articles, found, entities, entity_of))
    yield "events", seconds, len(events)
    utterances, seconds = _timed(lambda: resolve_utterances(articles, found, entity_of))
    yield "utterances", seconds, len(utterances)
    kb = KnowledgeBase(articles, found, entities, events, utterances, entity_of, event_of)
    compared, seconds = _timed(lambda: compare_accounts(kb))
    yield "accounts", seconds, sum(len(event.facets) for event in compared.events.values())


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    with collector_paused():  # as `resolve` does
        start = time.process_time()
        return work(), time.process_time() - start


def main(sizes: Sequence[int]) -> None:
    """Print seconds and findings of each step, and the ratios to the size before."""
    before: dict[str, float] = {}
    for number, size in enumerate(sizes):
        print(f"{size} articles, {size * NAMES} names")
        spent: dict[str, float] = {}
        for step, seconds, count in steps(size):
            spent[step] = seconds
            print(_line(step, seconds, f"{count:8d} found", before), flush=True)
        print(
            _line(
                "all",
                sum(spent.values()),
                f"names x{size / sizes[number - 1]:.1f}" if before else "",
                before | {"all": sum(before.values())},
            )
        )
        before = spent


def _line(step: str, seconds: float, note: str, before: dict[str, float]) -> str:
    ratio = f"time x{seconds / before[step]:.1f}" if before.get(step) else ""
    return f"  {step:12} {seconds:8.2f} s   {note:16} {ratio}".rstrip()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
