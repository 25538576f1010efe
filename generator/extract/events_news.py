"""Where an article says what it is about: its headline, its lead, and the words at the top of their clauses.

The inverted pyramid of news: the headline and the first sentence of the text tell the main event, each in its own words
(Giveme5W1H, Hamborg et al. 2019, ranks the candidates for who, what, when and where by the same two places).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from generator.extract.events_lexicon import verbs
from generator.extract.events_triggers import Trigger
from generator.model import Sentence

# How much a word is at the top of its sentence: its root; a clause beside the root; what a reporting root reports; the noun that
# an untyped root is said of or done to ("The killing sparks outrage").
ROOT, BESIDE, REPORTED, NOUN_OF_ROOT = 1.0, 0.9, 0.8, 0.5
# The lead is sought among so many sentences after the headline; shorter ones are no sentences of the news.
LEAD_WITHIN = 6
LEAST_WORDS = 7
MAX_HEAD = 40
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BESIDE_DEPS = frozenset({"conj", "parataxis", "appos", "dep"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BARE_TAGS = frozenset({"VB", "VBG"})
_SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass", "dobj"})


@dataclass(frozen=True)
class News:
    """The ids of the sentences of the headline and of the lead, and how much a token (by its index) is at the top of one of them.

    titled   whether the article has a headline, in its text or beside it
    plain    whether the headline tells the news: the lead or the sentence after it repeats one of its words, and it is no order and
             no play on words that begins with a verb ("Taking the biscuit")
    """

    headline: frozenset[str]
    lead: str | None
    tops: Mapping[int, float]
    titled: bool
    plain: bool = True

    @property
    def sentences(self) -> frozenset[str]:
        """The ids of all of them."""
        return self.headline | ({self.lead} if self.lead is not None else frozenset())

    def top(self, trigger: Trigger) -> float:
        """How much the trigger is at the top of the headline or the lead, in [0, 1]."""
        verb = trigger.verb.i if trigger.verb is not None else -1
        return max(self.tops.get(trigger.head.i, 0.0), self.tops.get(verb, 0.0))

    def leads(self, trigger: Trigger) -> bool:
        """Whether the trigger may be what the article is about by where it stands alone."""
        return self.top(trigger) > NOUN_OF_ROOT


def read_news(doc: Doc, sentences: Sequence[Sentence], title: str | None) -> News:
    """What the headline `title` and the sentences of the article show of its news."""
    headline = _headline(sentences, title)
    lead = _lead(doc, [item for item in sentences if item not in headline])
    tops: dict[int, float] = {}
    for item in (*headline, *([lead] if lead is not None else [])):
        for token, weight in _tops(_words(doc, item), item in headline):
            tops[token.i] = max(weight, tops.get(token.i, 0.0))
    key = lead.id if lead is not None else None
    return News(
        frozenset(item.id for item in headline), key, tops, bool(title), _is_plain(doc, headline, lead, sentences)
    )


def _is_plain(doc: Doc, headline: Sequence[Sentence], lead: Sentence | None, sentences: Sequence[Sentence]) -> bool:
    if lead is None or not headline:
        return True
    if all(_is_bare(_words(doc, item).root) for item in headline):
        return False
    place = sentences.index(lead)
    opening = {word for item in sentences[place : place + 2] for word in _content(doc, item)}
    return any(_content(doc, item) & opening for item in headline)


def _is_bare(root: Token) -> bool:
    return root.tag_ in _BARE_TAGS and not any(child.dep_ in _SUBJECTS for child in root.children)


def _content(doc: Doc, sentence: Sentence) -> set[str]:
    return {token.lemma_.lower() for token in _words(doc, sentence) if token.pos_ in _CONTENT}


def _headline(sentences: Sequence[Sentence], title: str | None) -> tuple[Sentence, ...]:
    """The sentences of the first line where that is the title."""
    first = [item for item in sentences if item.paragraph == sentences[0].paragraph]
    if not first or not title:
        return ()
    line = " ".join(" ".join(item.span.text for item in first).split()).lower()
    head = " ".join(title.split()).lower()
    return tuple(first) if line and (line.startswith(head[:MAX_HEAD]) or head.startswith(line)) else ()


def _lead(doc: Doc, sentences: Sequence[Sentence]) -> Sentence | None:
    """The first sentence of the text that is one: no caption, no line of words without a verb; else the first of all."""
    near = sentences[:LEAD_WITHIN]
    captions = {
        item.paragraph for item in near if any(token.lower_ in verbs("captions") for token in _words(doc, item))
    }
    told = (item for item in near if item.paragraph not in captions and _is_told(_words(doc, item)))
    return next(told, near[0] if near else None)


def _is_told(words: DocSpan) -> bool:
    return len(words) >= LEAST_WORDS and any(token.tag_ in _FINITE_TAGS for token in words)


def _words(doc: Doc, sentence: Sentence) -> DocSpan:
    return doc.char_span(sentence.span.start, sentence.span.end, alignment_mode="expand") or doc[0:0]


def _tops(words: DocSpan, headline: bool) -> Iterator[tuple[Token, float]]:
    for root in (token for token in words if token.head.i == token.i or token.head not in words):
        yield root, ROOT
        yield from ((child, ROOT * BESIDE) for child in _beside(root))
        if not root.tag_.startswith("VB"):
            # "Boy found dead in a well": a participle that the parser hangs on the noun.
            participles = (child for child in root.children if child.dep_ == "acl" and child.tag_ == "VBN" and headline)
            yield from ((child, BESIDE) for child in participles)
            continue
        if root.lemma_.lower() in verbs("reporting"):
            yield from ((child, REPORTED) for child in root.children if child.dep_ in ("ccomp", "parataxis"))
        yield from ((child, NOUN_OF_ROOT) for child in root.children if child.dep_ in _SUBJECT_DEPS)


def _beside(root: Token) -> Iterator[Token]:
    for child in root.children:
        if child.dep_ in _BESIDE_DEPS and child.tag_.startswith("VB"):
            yield child


def news_triggers(doc: Doc, found: Sequence[Trigger], news: News) -> tuple[Trigger, ...]:
    """The triggers `found`, and the verbs at the top of the headline and of the lead that are none of them, in text order.

    A text without a headline is no article yet: it is not asked what it is about.
    """
    if not news.titled:
        return tuple(found)
    known = {trigger.head.i for trigger in found} | {trigger.verb.i for trigger in found if trigger.verb is not None}
    known |= {place for trigger in found for place in range(trigger.start, trigger.end)}
    more = [
        Trigger(token, place, place + 1, token.lemma_.lower(), "other", token)
        for place, weight in news.tops.items()
        if place not in known and weight > NOUN_OF_ROOT and (token := doc[place]).tag_.startswith("VB")
    ]
    return tuple(sorted((*found, *more), key=lambda trigger: trigger.start))


def opening_triggers(doc: Doc, sentences: Sequence[Sentence]) -> tuple[Trigger, ...]:
    """The first root verb of the opening sentences, else their first verb, whatever it tells; none of a text without verbs."""
    tokens = [token for sentence in sentences[:LEAD_WITHIN] for token in _words(doc, sentence)]
    told = [token for token in tokens if token.tag_.startswith("VB")]
    roots = [token for token in told if token.dep_ == "ROOT"]
    return tuple(
        Trigger(token, token.i, token.i + 1, token.lemma_.lower(), "other", token) for token in (roots or told)[:1]
    )


def is_word_of_news(trigger: Trigger) -> bool:
    """Whether a trigger is none but for its place: saying, being and having are no happenings of their own."""
    return trigger.type == "other" and trigger.lemma in verbs("reporting") | verbs("states")
