"""Which accounts of an event are one origin: they repeat an agency, or each other.

Sentences are compared by their shingles of words outside quotation marks (Broder 1997): whoever hears a minister speak writes
down the same words, but not the same words around them. One pass over the sentences of one event.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from generator.model import Event, Evidence, KnowledgeBase, Origin, Sentence
from generator.resolve.accounts_lines import KEPT
from generator.resolve.accounts_tellings import Telling, find_publisher
from generator.resolve.marks import divided
from generator.resolve.origins_credits import Credit, credits_in, credits_of
from generator.resolve.utterances_words import split_words

SHINGLE = 4
# A sentence counts with so many words outside quotation marks, and repeats another with such a part of its shingles in it.
LEAST_WORDS, REPEATED = 8, 0.7
# An account repeats another with so many of its sentences, and such a part of those that count.
LEAST_SENTENCES, LEAST_PART = 3, 0.3
# The same for accounts that name one agency among others, which alone says too little.
LEAST_SENTENCES_CREDITED, LEAST_PART_CREDITED = 1, 0.15
MOST_EVIDENCE = 4
# Whoever writes "@name" gives somebody's message.
_HANDLE = "@"

# Words with a space between.
Shingle = str


@dataclass(frozen=True, slots=True)
class Repeated:
    """A sentence of one article that another has nearly word for word."""

    left: Evidence
    right: Evidence


@dataclass(frozen=True, slots=True)
class Link:
    """Why two articles are one origin; `partly`: only in what they share, or credit to the source."""

    left: str
    right: str
    source: str
    reason: str
    evidence: tuple[Evidence, ...] = ()
    weight: int = 0
    partly: bool = False


class Wordings:
    """The shingles of articles' sentences, each article read once (while it is among the last ones)."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.of = lru_cache(maxsize=KEPT)(partial(_wording, kb))


@dataclass(frozen=True, slots=True)
class Wording:
    """Shingles outside quotation marks per sentence that has words enough, and all that stand in quotation marks."""

    sentences: tuple[tuple[Sentence, frozenset[Shingle]], ...]
    speech: frozenset[Shingle]


def _wording(kb: KnowledgeBase, article: str) -> Wording:
    text = kb.articles[article].text
    outside, inside = divided(text)
    own = tuple(
        (sentence, shingles(split_words(outside[sentence.span.start : sentence.span.end])))
        for sentence in kb.extractions[article].sentences
        if _HANDLE not in sentence.span.text
    )
    speech = frozenset(key for part in inside.split("  ") for key in shingles(split_words(part), least=SHINGLE))
    return Wording(tuple(item for item in own if item[1]), speech)


def find_origins(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling], known: Wordings) -> tuple[Origin, ...]:
    """Groups of articles that tell this event and are one origin, in the order of their first articles."""
    links = [*_same_text(kb, event)]
    if len(tellings) > 1:
        links += [*_same_agency(kb, tellings), *_repeating(kb, tellings, known)]
    whole = [_origin(kb, members, found) for members, found in _groups([link for link in links if not link.partly])]
    within = [set(origin.articles) for origin in whole]
    parts = [link for link in links if link.partly and not any({link.left, link.right} <= group for group in within)]
    partly = [_origin(kb, members, found) for members, found in _groups(parts)]
    return tuple(sorted((*whole, *partly), key=lambda origin: (origin.articles, origin.partly)))


def _same_text(kb: KnowledgeBase, event: Event) -> Iterator[Link]:
    articles = {ref.article for ref in event.mentions} | set(event.main_of)
    for key in sorted(articles):
        found = kb.articles[key]
        if found.copy_of in articles and found.copy_of is not None:
            evidence = (*_beginning(kb, found.copy_of), *_beginning(kb, key))
            yield Link(found.copy_of, key, find_publisher(kb, found.copy_of), "the same text", evidence, weight=4)
        elif found.version_of in articles and found.version_of is not None:
            yield Link(found.version_of, key, find_publisher(kb, key), "two versions of one article", weight=4)


def _beginning(kb: KnowledgeBase, article: str) -> Iterator[Evidence]:
    """The first sentence of some length."""
    for sentence in kb.extractions[article].sentences:
        if len(sentence.span.text.split()) >= LEAST_WORDS:
            yield Evidence(article, sentence.id, sentence.span)
            return


def _same_agency(kb: KnowledgeBase, tellings: Sequence[Telling]) -> Iterator[Link]:
    """Articles that are one agency's as a whole; each is linked with the first."""
    first: dict[str, tuple[str, Credit]] = {}
    for telling in tellings:
        for credit in credits_of(kb.articles[telling.article]):
            if not credit.whole:
                continue
            if credit.source not in first:
                first[credit.source] = (telling.article, credit)
                continue
            other, known = first[credit.source]
            evidence = (*_of_credit(kb, other, known), *_of_credit(kb, telling.article, credit))
            yield Link(
                other, telling.article, credit.source, f"each is credited to {credit.source}", evidence, weight=3
            )


def _of_credit(kb: KnowledgeBase, article: str, credit: Credit) -> Iterator[Evidence]:
    if credit.span is not None:
        for sentence in kb.extractions[article].sentences:
            if sentence.span.covers(credit.span):
                yield Evidence(article, sentence.id, credit.span)
                return


def _repeating(kb: KnowledgeBase, tellings: Sequence[Telling], known: Wordings) -> Iterator[Link]:
    """Accounts of which the shorter one repeats sentences of the longer."""
    articles = [item.article for item in tellings]
    credited = {key: {credit.source for credit in credits_of(kb.articles[key])} for key in articles}
    named = {key: credited[key] | _agencies_named(kb, key) for key in articles}
    sizes, repeated = repeated_sentences(articles, known)
    for (one, other), found in sorted(repeated.items()):
        size = min(sizes[one], sizes[other])
        both = credited[one] & credited[other]
        many = len(found) >= LEAST_SENTENCES and len(found) >= LEAST_PART * size
        partly = not both and not many
        both = both or named[one] & named[other]
        few = len(found) >= LEAST_SENTENCES_CREDITED and len(found) >= LEAST_PART_CREDITED * size
        if not many and not (both and few):
            continue
        shown = tuple(item for pair in found for item in (pair.left, pair.right))[:MOST_EVIDENCE]
        count = "a sentence" if len(found) == 1 else f"{len(found)} sentences"
        reason = f"{_both(kb, one, other)} have {count} nearly word for word"
        if partly:
            reason += f", and each credits {' and '.join(sorted(both))}"
        sources = sorted(both or credited[one] | credited[other])
        yield Link(one, other, sources[0] if len(sources) == 1 else "", reason, shown, weight=2, partly=partly)


def _agencies_named(kb: KnowledgeBase, article: str) -> set[str]:
    """The agencies that sentences of the article have their statements from."""
    found = (credit for sentence in kb.extractions[article].sentences for credit in credits_in(sentence))
    return {credit.source for credit in found if credit.agency}


def _both(kb: KnowledgeBase, one: str, other: str) -> str:
    left, right = find_publisher(kb, one), find_publisher(kb, other)
    return f"{left} and {right}" if left != right else f"two articles of {left}"


def repeated_sentences(
    articles: Sequence[str], known: Wordings
) -> tuple[dict[str, int], dict[tuple[str, str], list[Repeated]]]:
    """Per article the number of sentences that count; (article, later article) -> the sentences that they have nearly word for word.

    What one of the articles has in quotation marks counts in none of them, which may print it without the marks.
    """
    speech = frozenset().union(*(known.of(article).speech for article in articles))
    index: dict[Shingle, list[tuple[int, Sentence]]] = defaultdict(list)
    found: dict[tuple[str, str], list[Repeated]] = defaultdict(list)
    sizes: dict[str, int] = {}
    for place, article in enumerate(articles):
        own = [item for item in known.of(article).sentences if 2 * len(item[1] & speech) <= len(item[1])]
        sizes[article] = len(own)
        for sentence, keys in own:
            for other, near in _nearest(keys, index):
                left, right = (
                    Evidence(articles[other], near.id, near.span),
                    Evidence(article, sentence.id, sentence.span),
                )
                found[articles[other], article].append(Repeated(left, right))
        for sentence, keys in own:
            for key in keys:
                index[key].append((place, sentence))
    return sizes, found


def _nearest(
    keys: frozenset[Shingle], index: Mapping[Shingle, list[tuple[int, Sentence]]]
) -> Iterator[tuple[int, Sentence]]:
    """Of each article before, the sentence that shares most shingles, where these are enough."""
    shared: Counter[tuple[int, str]] = Counter()
    known: dict[tuple[int, str], Sentence] = {}
    for key in keys:
        for place, sentence in index.get(key, ()):
            shared[place, sentence.id] += 1
            known[place, sentence.id] = sentence
    seen: set[int] = set()
    for (place, sentence_id), count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if place not in seen and count >= REPEATED * len(keys):
            seen.add(place)
            yield place, known[place, sentence_id]


def shingles(words: Sequence[str], least: int = LEAST_WORDS) -> frozenset[Shingle]:
    """Runs of words; none of a sentence with too few."""
    if len(words) < least:
        return frozenset()
    return frozenset(" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))


def _groups(links: Sequence[Link]) -> list[tuple[list[str], list[Link]]]:
    member: dict[str, list[str]] = {}
    for link in links:
        left, right = member.setdefault(link.left, [link.left]), member.setdefault(link.right, [link.right])
        if left is not right:
            left.extend(right)
            for key in right:
                member[key] = left
    groups = {id(group): sorted(group) for group in member.values()}
    return [(group, [link for link in links if link.left in group]) for group in sorted(groups.values())]


def _origin(kb: KnowledgeBase, members: list[str], links: Sequence[Link]) -> Origin:
    ranked = sorted(links, key=lambda link: (-link.weight, link.left, link.right))
    sources = Counter(link.source for link in links if link.source)
    agencies = {credit.source for key in members for credit in credits_of(kb.articles[key]) if credit.whole}
    best = sorted({*sources, *agencies}, key=lambda name: (name not in agencies, -sources[name], name))
    evidence = dict.fromkeys(item for link in ranked for item in link.evidence)
    return Origin(
        articles=tuple(members),
        source=best[0] if best else "",
        reasons=tuple(dict.fromkeys(link.reason for link in ranked)),
        evidence=tuple(sorted(evidence)[: MOST_EVIDENCE * len(members)]),
        partly=all(link.partly for link in links),
    )
