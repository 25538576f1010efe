"""Who takes part in an event, and in which role: read off the dependency tree (ClearNLP labels)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from generator.extract.events_lexicon import prepositions, verbs
from generator.extract.events_triggers import Trigger, conjuncts
from generator.extract.text import text_of
from generator.model import Argument, Mention
from generator.model.span import Span, span_of

_SUBJECTS = {"nsubj": "agent", "nsubjpass": "patient", "csubj": "agent", "expl": ""}
_OBJECTS = {"dobj": "patient", "dative": "recipient", "oprd": "attribute", "attr": "attribute"}
_LEFT_DEPS = frozenset(
    {"det", "amod", "compound", "nmod", "nummod", "quantmod", "poss", "predet", "case", "advmod", "punct"}
)
_CONTROLLED = frozenset({"xcomp", "conj", "advcl"})
_RELATIVE = frozenset({"WDT", "WP", "WRB"})
_COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "ccomp", "xcomp", "oprd"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_PLURAL_WORDS = frozenset({"they", "we", "these", "those", "police", "people"})
_THIRD_PERSONS = frozenset({"he", "she", "it", "they"})
_CLOSING = {"”": "“", '"': '"', "’": "‘"}
_DASHES = frozenset({"—", "–", "--", "-"})
MIN_DATELINE, MAX_DATELINE_WORDS = 3, 12
MAX_OF_WORDS = 8
MAX_COMPLEMENT_WORDS = 10


def find_arguments(trigger: Trigger, names: Mapping[int, Mention]) -> tuple[Argument, ...]:
    """The arguments of a trigger in text order. `names` maps token indexes to the mention that covers them."""
    found: dict[tuple[int, int], Argument] = {}
    for role, head in _heads(trigger):
        if not role or head.i in range(trigger.start, trigger.end):
            continue
        for word in (head,) if role == "complement" else conjuncts(head):
            argument = _argument(role, word, names)
            found.setdefault((argument.span.start, argument.span.end), argument)
    return tuple(found[key] for key in sorted(found))


def subject(verb: Token) -> tuple[str, Token] | None:
    """(role, head) of a verb's subject, also where it stands with another verb or as an antecedent; None if there is none."""
    # The nearest one: a verb with two subjects took one of them from the clause above.
    for child in sorted(verb.children, key=lambda item: (item.i > verb.i, abs(item.i - verb.i))):
        if child.dep_ in _SUBJECTS and child.dep_ != "expl":
            role = "patient" if is_passive(verb) else "agent"
            found = _after_dateline(_antecedent(child, verb))
            if found is not None:
                return role, found
    if verb.dep_ in _CONTROLLED and verb.head.tag_.startswith("VB"):
        return _shared_subject(verb)
    if verb.dep_ in ("acl", "relcl", "amod") and verb.tag_ in ("VBG", "VBN"):
        return ("patient" if verb.tag_ == "VBN" else "agent"), verb.head
    return None


def is_passive(verb: Token) -> bool:
    """Whether `verb` is a passive: "was signed", "signed by both", "the pact signed in June"."""
    labels = {child.dep_ for child in verb.children}
    if "auxpass" in labels or "agent" in labels:
        return True
    if "nsubjpass" in labels:
        return not any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod")


def _shared_subject(verb: Token) -> tuple[str, Token] | None:
    if verb.dep_ == "xcomp":
        objects = [child for child in verb.head.children if child.dep_ == "dobj"]
        if objects:
            return ("patient" if is_passive(verb) else "agent"), objects[0]
    if verb.dep_ == "advcl" and verb.tag_ not in ("VBG", "VBN", "VB"):
        return None
    shared = subject(verb.head)
    if shared is None:
        return None
    passive = is_passive(verb) or (verb.dep_ == "conj" and verb.tag_ == "VBN" and is_passive(verb.head))
    return ("patient" if passive else "agent"), shared[1]


def _antecedent(word: Token, verb: Token) -> Token:
    if word.tag_ in _RELATIVE and verb.dep_ == "relcl":
        return verb.head
    return word


def _after_dateline(word: Token) -> Token | None:
    """`word`, or what stands for it behind a dateline ("PORTVILLE, Erewhon — A court ..."); None when nothing does."""
    end = dateline_end(word)
    if word.i >= end:
        return word
    inside = [token for token in word.children if token.i > end and token.dep_ in ("appos", "conj", "dep", "parataxis")]
    return inside[0] if inside else None


def dateline_end(word: Token) -> int:
    """Index of the dash that ends the dateline of the word's sentence; the sentence's start when it has none."""
    sent = word.sent
    if not sent[0].text.isupper() or len(sent[0].text) < MIN_DATELINE:
        return int(sent.start)
    for token in sent[1:MAX_DATELINE_WORDS]:
        if token.text in _DASHES:
            return int(token.i)
        if token.text[0].islower():
            break
    return int(sent.start)


def _heads(trigger: Trigger) -> Iterator[tuple[str, Token]]:
    verb = trigger.verb
    if verb is not None:
        found = subject(verb)
        if found is not None:
            yield found
        yield from _complements(verb)
        if verb.dep_ == "relcl" and _lacks_object(verb):
            yield "patient", verb.head
    if trigger.nominal:
        yield from _noun_arguments(trigger.head)


def _lacks_object(verb: Token) -> bool:
    """Whether the noun of a relative clause is its object: "the pact which X signed", "the pact (that) X signed"."""
    children = list(verb.children)
    if any(child.tag_ in _RELATIVE and child.dep_ == "dobj" for child in children):
        return True
    if is_passive(verb) or verb.head.lemma_.lower() in verbs("adverbial_nouns") or verb.head.pos_ != "NOUN":
        return False
    if any(child.tag_ in _RELATIVE or child.dep_ in _COMPLEMENTS for child in children):
        return False
    return any(child.dep_ == "nsubj" and verb.head.i < child.i < verb.i for child in children)


def _complements(word: Token) -> Iterator[tuple[str, Token]]:
    for child in word.children:
        if child.dep_ in _OBJECTS and child.tag_ not in _RELATIVE:
            yield from ((_OBJECTS[child.dep_], head) for head in _bare(child))
        elif child.dep_ in ("prep", "agent", "dative"):
            yield from _phrase(child)
        elif child.dep_ == "xcomp" and child.tag_.startswith("VB"):
            yield "complement", child


def _bare(child: Token) -> Iterator[Token]:
    if child.tag_.startswith("IN") or child.tag_ == "TO":
        yield from (word for word in child.children if word.dep_ == "pobj")
    else:
        yield child


def _phrase(preposition: Token) -> Iterator[tuple[str, Token]]:
    role = "agent" if preposition.dep_ == "agent" else prepositions().get(preposition.lower_, "")
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield role, child
        elif child.dep_ in ("prep", "conj"):
            yield from _phrase(child)
        elif child.dep_ == "pcomp" and child.tag_ == "VBG":
            yield "complement", child


def _noun_arguments(noun: Token) -> Iterator[tuple[str, Token]]:
    for child in noun.children:
        if child.dep_ == "poss":
            yield "agent", child
        elif child.dep_ == "prep":
            yield from (("patient" if role == "of" else role, head) for role, head in _phrase(child))
        elif (child.dep_ in ("compound", "nmod") and child.tag_.startswith("NN")) or (
            child.dep_ == "amod" and child.tag_.startswith("JJ") and child.text[:1].isupper()
        ):
            yield "topic", child


def _argument(role: str, head: Token, names: Mapping[int, Mention]) -> Argument:
    if role == "complement":
        return Argument(role, verb_phrase_span(head), None, head.lemma_.lower())
    mention = names.get(head.i) or _speaker(head, names)
    return Argument(role, phrase_span(head), mention.chain if mention else None, head.lemma_.lower(), _plural(head))


def _speaker(pronoun: Token, names: Mapping[int, Mention]) -> Mention | None:
    """Who speaks, for a pronoun without a chain that is the subject of what is said: "the navy said that it sank two boats"."""
    verb = pronoun.head
    if pronoun.tag_ != "PRP" or pronoun.lower_ not in _THIRD_PERSONS or pronoun.dep_ not in _SUBJECTS:
        return None
    if verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in verbs("reporting"):
        return None
    found = subject(verb.head)
    return names.get(found[1].i) if found else None


def _plural(head: Token) -> bool:
    return head.tag_ in _PLURAL_TAGS or head.lower_ in _PLURAL_WORDS


def phrase_span(head: Token) -> Span:
    """The words of a noun phrase: its left modifiers, its head, and a short phrase with "of"."""
    end = _noun_end(head)
    words = head.doc[_left(head) : end]
    if end < len(head.doc) and head.doc[end].text in _CLOSING and _is_open(words.text, head.doc[end].text):
        end += 1
    return char_span(head.doc, words.start, end)


def _is_open(text: str, closing: str) -> bool:
    opening = _CLOSING[closing]
    return text.count(opening) % 2 == 1 if opening == closing else text.count(opening) > text.count(closing)


def verb_phrase_span(verb: Token) -> Span:
    """The words of a complement: "to", the verb, and its objects as far as they follow without a break ("sending 10,000 soldiers")."""
    start = verb.i
    while (
        start > 0
        and verb.doc[start - 1].head == verb
        and verb.doc[start - 1].dep_ in ("aux", "neg", "auxpass", "advmod")
    ):
        start -= 1
    return char_span(verb.doc, start, _phrase_end(verb, verb.i + 1, verb.i + MAX_COMPLEMENT_WORDS))


def _phrase_end(word: Token, end: int, limit: int) -> int:
    for child in word.rights:
        if child.i != end and _left(child) != end:
            continue
        if child.dep_ in ("prep", "dative", "agent"):
            objects = [item for item in child.rights if item.dep_ == "pobj"]
            after = _noun_end(objects[0]) if objects else end
        elif child.dep_ in ("xcomp", "pcomp"):
            after = _phrase_end(child, child.i + 1, limit)
        elif child.dep_ in ("dobj", "attr", "oprd", "acomp", "prt") or (child.dep_ == "advmod" and not child.n_lefts):
            after = _noun_end(child)
        else:
            break
        if after > limit:
            break
        end = max(end, after)
    return end


def _noun_end(head: Token) -> int:
    end = head.i + 1
    for child in head.rights:
        if (
            child.i == end
            and child.dep_ == "prep"
            and child.lower_ == "of"
            and child.right_edge.i - child.i < MAX_OF_WORDS
        ):
            end = child.right_edge.i + 1
    return end


def _left(head: Token) -> int:
    start = head.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in _LEFT_DEPS or child.right_edge.i != start - 1:
            break
        start = child.left_edge.i
    while start < head.i and head.doc[start].is_punct:
        start += 1
    return start


def char_span(doc: Doc, start: int, end: int) -> Span:
    """The characters of tokens `[start, end)`, without spaces at the rim."""
    last = doc[end - 1]
    return span_of(text_of(doc), doc[start].idx, last.idx + len(last.text))
