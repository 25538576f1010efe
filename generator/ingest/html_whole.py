"""The paragraphs that an extractor found -> the same paragraphs, whole: every word as the page shows it.

The extractor decides which paragraphs are the article; it leaves out links inside of sentences, and some paragraphs. Each line
is looked up among the page's blocks by its trigrams of words, and the block stands in its place; then what stands between such
blocks comes back where it is prose. Linear in the number of words: a trigram that stands in many places looks up nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from generator.ingest.features import CLAUSE_WORDS, SENTENCE_WORDS, read_line
from generator.ingest.html_blocks import Block, elements, words_in

TRIGRAM = 3
MAX_PLACES = 8
# Share of the words of a line that its block has, and of the trigrams of a block that its line has.
MIN_HELD = 0.9
# A block of which the lines hold less than this share of the words must stand among other paragraphs of the article.
MIN_SHARE = 0.5
# Above this share of characters in links a paragraph is navigation.
MAX_LINKED, MIN_LINKED = 0.5, 0.01
# Other marks than letters may stand beside the links of a list.
FULLY_LINKED = 0.9

Gram = tuple[str, ...]


def restore(lines: Sequence[str], blocks: Sequence[Block], headline: str | None) -> list[str]:
    """The lines with the full text of the blocks they come from, and the prose of the same containers between and right above
    them; a line that no block holds stays as it is. `headline` is the heading below which the article begins, if known.
    """
    found, places = _find_blocks(lines, blocks)
    kept = {place for place in set(places) if not is_link(blocks[place])} or set(places)
    kept.update(_missing(blocks, kept, headline))
    texts = [(index, 0, 0, blocks[index].text) for index in kept]
    texts.extend((after, 1, number, lines[number]) for number, after in found.items())
    return [text for *_, text in sorted(texts)]


def _find_blocks(lines: Sequence[str], blocks: Sequence[Block]) -> tuple[dict[int, int], list[int]]:
    """({number of a line that no block holds: the block it stands behind}, the blocks that hold the others)."""
    equal: dict[Gram, list[int]] = defaultdict(list)
    for number, block in enumerate(blocks):
        equal[block.words].append(number)
    index = _index(blocks)
    said = [words_in(line) for line in lines]
    popular = Counter(blocks[equal[words][0]].container for words in said if len(equal.get(words, ())) == 1)
    votes = [Counter[int]() if words in equal else _votes(words, index) for words in said]
    likely = _weigh(said, votes, blocks, popular)
    own: dict[int, int] = {}
    places: list[int] = []
    last = -1
    for number, (words, vote) in enumerate(zip(said, votes, strict=True)):
        same = equal.get(words, [])
        held = [same[min(bisect_right(same, last), len(same) - 1)]] if same else []
        held = held or _choose(words, vote, blocks, likely, last)
        places.extend(held)
        last = held[-1] if held else last
        if not held:
            own[number] = last
    return own, places


def _weigh(
    said: Sequence[Gram], votes: Sequence[Counter[int]], blocks: Sequence[Block], popular: Counter[int]
) -> dict[int, int]:
    """Block -> how many lines surely stand in its container; only blocks with such neighbors, and those that the lines fill."""
    covered: Counter[int] = Counter()
    for words, vote in zip(said, votes, strict=True):
        if vote:
            covered[max(vote, key=lambda place: vote[place])] += len(words)
    around = ((number, popular[block.container]) for number, block in enumerate(blocks))
    return {
        number: count for number, count in around if count or covered[number] >= MIN_SHARE * len(blocks[number].words)
    }


def _index(blocks: Sequence[Block]) -> dict[Gram, list[int]]:
    """Trigram -> the blocks that hold it, at most one more than count."""
    index: dict[Gram, list[int]] = defaultdict(list)
    for number, block in enumerate(blocks):
        for gram in _grams(block.words):
            if len(index[gram]) <= MAX_PLACES:
                index[gram].append(number)
    return index


def _grams(words: Sequence[str]) -> Iterator[Gram]:
    """The different trigrams of some words; fewer words are one gram."""
    yield from dict.fromkeys(zip(*(words[start:] for start in range(min(TRIGRAM, len(words)))), strict=False))


def _votes(words: Sequence[str], index: dict[Gram, list[int]]) -> Counter[int]:
    """Block -> how many trigrams of a line it holds."""
    votes: Counter[int] = Counter()
    for gram in _grams(words):
        places = index.get(gram, ())
        if len(places) <= MAX_PLACES:
            votes.update(places)
    return votes


def _choose(
    words: Sequence[str], vote: Counter[int], blocks: Sequence[Block], likely: Mapping[int, int], last: int
) -> list[int]:
    """The block that holds a line; else the blocks that together are the line; else none. Of equal blocks the one
    with most neighbors of the article is chosen, then the next one in the order of the page."""
    if not vote:
        return []
    best = max(vote, key=lambda place: (vote[place], likely.get(place, -1), place > last, -abs(place - last)))
    block = blocks[best]
    if best in likely and _holds(block.vocabulary, words):
        return [best]
    parts = sorted(
        place for place, count in vote.items() if count >= MIN_HELD * (len(blocks[place].words) - TRIGRAM + 1)
    )
    together = {word for place in parts for word in blocks[place].vocabulary}
    return parts if parts and _holds(together, words) else []


def _holds(held: Set[str], words: Sequence[str]) -> bool:
    return sum(word in held for word in words) >= MIN_HELD * len(words)


def _missing(blocks: Sequence[Block], kept: set[int], headline: str | None) -> Iterator[int]:
    """The prose between the kept paragraphs of a container, and what stands without a gap between the headline and them."""
    inside: dict[int, list[int]] = defaultdict(list)
    for number, block in enumerate(blocks):
        if block.tag in elements("prose"):
            inside[block.container].append(number)
    start = min(kept, default=0)
    top = max((number for number in range(start) if blocks[number].text == headline), default=start)
    for members in inside.values():
        own = [number for number in members if number in kept]
        if not own:
            continue
        between = (number for number in members if own[0] < number < own[-1] and number not in kept)
        yield from (number for number in between if is_prose(blocks[number], CLAUSE_WORDS))
        for number in reversed([number for number in members if top < number < own[0]]):
            if not is_prose(blocks[number], SENTENCE_WORDS):
                break
            yield number


def is_link(block: Block) -> bool:
    """Whether a block is nothing but links that say the headlines of other articles: several words, no closed sentence."""
    titled = block.tag != "h1" and len(block.text.split()) >= CLAUSE_WORDS
    return titled and block.linked >= FULLY_LINKED and not read_line(block.text).ends


def is_prose(block: Block, minimum: int) -> bool:
    """Whether a block of at least `minimum` words reads as a paragraph of an article: closed sentences, not mostly links, no
    phrase of boilerplate; one shorter than a sentence has no link at all."""
    count = len(block.words)
    if count < minimum or block.linked >= (MAX_LINKED if count >= SENTENCE_WORDS else MIN_LINKED):
        return False
    line = read_line(block.text)
    return line.ends and not line.hits
