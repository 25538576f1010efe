"""Who speaks: from the head token of a noun phrase to its words and its chain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.extract.quotes_animals import find_animals, is_animal
from generator.extract.quotes_lexicon import is_speech, load_words
from generator.model import Chain, Mention, Span

_SPEAKING_TYPES = frozenset({"person", "organization", "place", "group"})
_SPEAKING_PRONOUNS = frozenset(
    {
        "i",
        "he",
        "she",
        "they",
        "we",
        "you",
        "who",
        "one",
        "someone",
        "somebody",
        "everyone",
        "both",
        "another",
        "others",
        "many",
        "some",
        "several",
        "it",
        "him",
        "her",
        "them",
        "his",
        "their",
        "its",
        "each",
        "most",
        "few",
    }
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TAILS = frozenset({"of", "for", "from"})
_RUN = frozenset({"DET", "ADJ", "NUM", "PRON"})
_MAX_RUN = 14
_LEFT = frozenset(
    {"det", "amod", "compound", "nmod", "poss", "nummod", "nn", "predet", "quantmod", "case", "flat", "name"}
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """`span` the words as they stand, `chain` the coreference chain or None; `together` the chains of all who speak together."""

    span: Span
    chain: str | None
    together: tuple[str, ...] = ()


class Speakers:
    """Looks up mentions by token; built once per article."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention], chains: Sequence[Chain]) -> None:
        self._words = load_words()
        self._text = doc.text
        self._animals = find_animals(doc, mentions)
        self._names = {chain.id: chain.name for chain in chains}
        self._persons = {chain.id: chain.name.casefold() for chain in chains if chain.type == "person" and chain.name}
        self._named = [(mention.span, mention.chain) for mention in mentions if mention.kind == "name"]
        self._at: dict[int, Mention] = {}
        for mention in sorted(mentions, key=lambda item: (item.span.start - item.span.end, item.span.start)):
            self._cover(doc, mention)

    def _cover(self, doc: Doc, mention: Mention) -> None:
        span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        for token in span or ():
            if token.i not in self._at or mention.via != "demonym":
                self._at[token.i] = mention

    def mention(self, head: Token) -> Mention | None:
        """The mention that this token heads, or None; a demonym before a noun is none of that noun's."""
        return self._at.get(head.i)

    def resolve(self, head: Token) -> Speaker:
        """Words and chain of the noun phrase with this head."""
        start, end = noun_phrase(head)
        mention = self.mention(head)
        if mention is not None:
            start, end = min(start, mention.span.start), max(end, mention.span.end)
        # "The 46-year-old South African" is no South Africa.
        chain = mention.chain if mention is not None and mention.via != "demonym" else ""
        if not self._names.get(chain):
            chain = self._named_beside(head) or chain
        return Speaker(Span(start, end, self._text[start:end]), chain or None, self._together(head))

    def _together(self, head: Token) -> tuple[str, ...]:
        """The chains of a subject and of all names coordinated with it ("Holm, Berg and Lund said"); () unless all have one."""
        heads = [head]
        while (
            head.dep_ in _SUBJECTS
            and len(joined := [child for child in heads[-1].children if child.dep_ == "conj"]) == 1
        ):
            heads += joined
        found = [self._at.get(token.i) for token in heads]
        chains = [item.chain for item in found if item is not None and item.kind != "pronoun"]
        return tuple(chains) if 1 < len(set(chains)) == len(heads) else ()

    def _named_beside(self, head: Token) -> str:
        """The chain of a person's name in apposition to a description whose chain has no name ("her father Ola"), or ""."""
        for child in head.rights:
            mention = self._at.get(child.i)
            if (
                child.dep_ == "appos"
                and mention is not None
                and mention.kind == "name"
                and mention.chain in self._persons
            ):
                return mention.chain
        return ""

    def chain_of(self, head: Token) -> str | None:
        """The chain of a noun phrase, or of the name inside it ("news agency X"); None when it has neither."""
        inside = [head, *(child for child in head.children if child.dep_ in ("compound", "appos", "nmod"))]
        return next((chain for token in inside if (chain := self.resolve(token).chain)), None)

    def can_speak(self, head: Token) -> bool:
        """Whether this is somebody: a person, an organization, a government, or a text that speaks for one."""
        mention = self.mention(head)
        if is_animal(head) or (mention is not None and mention.chain in self._animals):
            return False
        if mention is not None and mention.kind != "pronoun":
            return mention.type in _SPEAKING_TYPES
        if head.pos_ == "PRON":
            return head.lower_ in _SPEAKING_PRONOUNS
        lemma = head.lemma_.lower()
        return head.pos_ == "PROPN" or lemma in self._words.documents or lemma in self._words.voices

    def could_speak(self, head: Token) -> bool:
        """Whether this may be somebody where the verb leaves no doubt that it speaks: any noun but a thing that shows words."""
        part = next((child for child in head.children if child.dep_ == "prep" and child.lower_ == "of"), None)
        if head.pos_ == "NUM" and part is not None:
            return any(self.could_speak(child) for child in part.children if child.dep_ == "pobj")
        speechless = head.lemma_.lower() in self._words.signs or is_animal(head)
        return self.can_speak(head) or (head.pos_ == "NOUN" and not speechless)

    def says(self, head: Token, kind: str) -> bool:
        """Whether this can be the subject of a verb of this class (see the lexicon) that reports a clause."""
        if kind == "document":
            return self.is_text(head) or (self.can_speak(head) and head.pos_ == "PROPN")
        # A ship may continue, a light may be reflected: such verbs leave a doubt.
        return self.could_speak(head) if is_speech(kind) and kind != "added" else self.can_speak(head)

    def named(self, label: str) -> str | None:
        """The chain of the one person with this full name or surname, whatever the case; None when there is none or several."""
        found = [
            key for key, name in sorted(self._persons.items()) if name == label or name.split()[-1] == label.split()[-1]
        ]
        return found[0] if len(found) == 1 else None

    def initialed(self, label: str) -> str | None:
        """The chain of the one person whose full name has these initials ("io" for "Ida Olsen"); None when there is none or several."""
        found = [
            key
            for key, name in sorted(self._persons.items())
            if len(label) > 1 and "".join(word[0] for word in name.split()) == label
        ]
        return found[0] if len(found) == 1 else None

    def only_person_before(self, offset: int) -> str | None:
        """The chain of the one person named before `offset`; None when there is none or several."""
        found = {chain for span, chain in self._named if span.start < offset and chain in self._persons}
        return found.pop() if len(found) == 1 else None

    def last_name_of(self, chain: str, offset: int) -> Span:
        """The last name of this chain before `offset`; the chain must have one there."""
        return [span for span, key in self._named if key == chain and span.start < offset][-1]

    def is_text(self, head: Token) -> bool:
        """Whether this is a text that speaks ("the statement"), and nobody with a name."""
        mention = self.mention(head)
        return head.lemma_.lower() in self._words.documents and (mention is None or mention.kind != "name")

    def relays(self, head: Token) -> bool:
        """Whether this is a news agency or an outlet; not "its website"."""
        if any(child.dep_ == "poss" and child.pos_ == "PRON" for child in head.children):
            return False
        words = self.resolve(head)
        name = self._names.get(words.chain or "", "").lower() or words.span.text.lower()
        # A common noun ("people") is no outlet of that name.
        agency = name.removeprefix("the ") in self._words.agencies and not head.text.islower()
        return agency or head.text.lower() in self._words.relays or self._described(head)

    def _described(self, head: Token) -> bool:
        mention = self.mention(head)
        if mention is not None and mention.kind == "name" and mention.type not in _SPEAKING_TYPES | {"work"}:
            return False  # a "Space Station Conference" is no station
        return any(
            child.dep_ in ("compound", "appos", "nmod") and child.lemma_.lower() in self._words.relays
            for child in head.children
        )


def noun_phrase(head: Token) -> tuple[int, int]:
    """Code-point offsets of the noun phrase: from its first modifier to its head, with "of", "for", "from" tails, no clauses."""
    left = head
    for child in sorted(head.lefts, key=lambda token: -token.i):
        if child.tag_ == "HYPH":
            continue
        between = head.doc[child.right_edge.i + 1 : left.i]
        if child.dep_ not in _LEFT or any(token.tag_ != "HYPH" for token in between):
            break
        if _runs_on(head, child, left):
            break
        left = child.left_edge
    right = _tail(head)
    return left.idx, right.idx + len(right.text)


def _runs_on(head: Token, child: Token, left: Token) -> bool:
    """Whether a bare noun before a name is the end of the line above ("... signals crackdown ACME head says")."""
    bare = child.tag_ == "NN" and child.text.islower() and child.left_edge.i == child.i
    begins = child.i == 0 or child.nbor(-1).head != head
    return bare and begins and head.tag_ == "NN" and left.i != head.i and left.tag_ == "NNP"


def run_head(doc: Doc, start: int) -> Token | None:
    """The head of the noun phrase that begins at `start`, by word classes alone (for places where the tree fails)."""
    head: Token | None = None
    for token in doc[start : start + _MAX_RUN]:
        if token.pos_ == "PRON" and head is None and token.dep_ != "poss":
            return token
        if token.pos_ in ("NOUN", "PROPN"):
            head = token
        elif (head is not None and token.tag_ != "POS" and token.pos_ != "ADJ") or (
            token.pos_ not in _RUN and token.tag_ != "POS"
        ):
            break
    return head


def _tail(head: Token) -> Token:
    right = head
    for child in head.rights:
        if child.dep_ == "prep" and child.i == right.i + 1 and not _clausal(child) and child.lower_ in _TAILS:
            right = child.right_edge
        elif child.dep_ in ("flat", "compound", "nummod") and child.i == right.i + 1:
            right = child
        else:
            break
    return right


def _clausal(prep: Token) -> bool:
    return any(token.pos_ in ("VERB", "AUX") or token.is_punct for token in prep.subtree)
