"""Cues: the words that report, with the token that heads their speaker, read off the dependency tree (ClearNLP labels)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from generator.extract.quotes_lexicon import Words, load_words

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OBJECTS = frozenset({"dobj", "dative", "iobj", "pobj"})
_RELATIVE = frozenset({"who", "that", "which", "whom"})
_SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "dep", "ccomp", "pcomp", "prep", "parataxis"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Conjunctions that are prepositions as well.
_OPENS_CLAUSE = frozenset({"after", "as", "before", "since", "than", "until"})
_MAX_CLIMB = 6
_MAX_REPORT = 10


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word or phrase.

    head     its token (the verb; the noun of "his claim"; the last word of "according to"); first is the first of the phrase
    kind     class of the verb in the lexicon, "preposition", or "noun"
    speaker  head token of the noun phrase that speaks, or None
    relay    head token of who passes the words on ("quoted by Y as saying", "told Y"), or None
    """

    head: Token
    first: Token
    kind: str
    speaker: Token | None
    relay: Token | None = None


def find_cues(doc: Doc, inside: list[int]) -> dict[int, Cue]:
    """The cues of `doc` by the place of their head token; `inside[i] >= 0` for tokens in quotation marks (no cues there)."""
    words = load_words()
    found = {
        token.i: cue
        for token in doc
        if inside[token.i] < 0 and (cue := _verb_cue(token, words) or _noun_cue(token, words))
    }
    for cue in [cue for cue in found.values() if cue.head.tag_ == "VBG"]:
        before = _report_before(doc, cue.head.i, found)
        if before is not None:
            found[cue.head.i] = replace(cue, speaker=before.speaker)
        elif _is_told_of(cue):
            found[cue.head.i] = replace(cue, speaker=_main_subject(cue.head))
    found.update({cue.head.i: cue for cue in _prepositions(doc, inside, words)})
    return found


def _is_told_of(cue: Cue) -> bool:
    """Whether the tree gives a participle the subject of the clause that it reports: "he left, adding the ship would follow"."""
    speaker, place = cue.speaker, cue.head.i
    if speaker is None or speaker.i < place or place == cue.head.sent.start:
        return False
    return not any(token.text == "," for token in cue.head.doc[place + 1 : speaker.i])


def _main_subject(participle: Token) -> Token | None:
    """The subject of the sentence, where that stands before the participle."""
    found = child_of(participle.sent.root, SUBJECTS)
    return found if found is not None and found.i < participle.i else None


def _report_before(doc: Doc, place: int, found: Mapping[int, Cue]) -> Cue | None:
    """The report in commas right before a participle ("..., X said on Monday, adding that ..."): they have one speaker."""
    if place < 2 or doc[place - 1].text != ",":
        return None
    for token in reversed(doc[max(doc[place].sent.start, place - _MAX_REPORT) : place - 1]):
        if token.text == ",":
            return None
        cue = found.get(token.i)
        if cue is not None:
            beside = cue.speaker is not None and abs(cue.speaker.i - cue.head.i) <= _MAX_CLIMB
            return cue if beside and token.tag_ in _FINITE else None
    return None


def subject_of(verb: Token) -> Token | None:
    """The head of the noun phrase that does `verb`: its own subject, its agent, or the one it shares with its governor."""
    return _subject(verb, _MAX_CLIMB)


def has_subject(verb: Token) -> bool:
    """Whether the verb has a subject of its own."""
    return any(child.dep_ in SUBJECTS or child.dep_ in PASSIVE_SUBJECTS for child in verb.children)


def child_of(token: Token, labels: frozenset[str]) -> Token | None:
    """The first child of `token` with one of these labels."""
    return next((child for child in token.children if child.dep_ in labels), None)


def agent_of(verb: Token) -> Token | None:
    """Y of "was quoted by Y"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return child_of(child, OBJECTS)
    return None


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive voice, also as a participle alone ("people accused of ...")."""
    if any(child.dep_ in PASSIVE_SUBJECTS or child.dep_ == "auxpass" for child in verb.children):
        return True
    if verb.tag_ == "VBD" and verb.dep_ == "conj" and verb.lemma_.lower() in load_words().telling:
        return child_of(verb, OBJECTS) is None and not has_subject(verb) and is_passive(verb.head)
    if _opens(verb):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ == "aux" or child.dep_ in SUBJECTS for child in verb.children):
        return False
    return verb.dep_ in ("acl", "advcl") or (verb.dep_ == "conj" and verb.i > verb.head.i and is_passive(verb.head))


def _opens(verb: Token) -> bool:
    """Whether this is the participle of "Asked whether ..., X said", also where it is taken for a past tense: that has a subject."""
    if verb.tag_ not in ("VBN", "VBD") or verb.dep_ != "advcl" or verb.i > verb.head.i:
        return False
    return not has_subject(verb) and not any(child.dep_ == "aux" for child in verb.children)


def _verb_cue(token: Token, words: Words) -> Cue | None:
    kind = words.verbs.get(token.lemma_.lower())
    if kind is None or token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass", "amod"):
        return None
    speaker, relay = _quoted_as(token, words)
    if speaker is None and token.dep_ in ("advcl", "conj") and not has_subject(token) and _relayed(token.head, words):
        speaker, relay = _quoted_as(token.head, words)  # "quoted by Y as hailing ..., saying ..."
    if speaker is None:
        speaker = agent_of(token) if is_passive(token) or _is_asked(token) else subject_of(token)
    return Cue(token, token, kind, speaker, relay)


def _is_asked(verb: Token) -> bool:
    """Whether this is the participle of "X, asked whether ..., said": only a comma stands between the noun and it."""
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    return verb.dep_ == "advcl" and own is not None and own.i == verb.i - 2 and verb.nbor(-1).text == ","


def _quoted_as(token: Token, words: Words) -> tuple[Token | None, Token | None]:
    """Speaker and relay of "X was quoted by Y as saying" and "Y quoted X as saying", for "quoted" or for "saying"."""
    verb = token
    if token.head.lower_ == "as" and token.dep_ == "pcomp":
        verb = token.head.head
    elif _as_marked(token):
        verb = token.head
    if words.verbs.get(verb.lemma_.lower()) != "relay" and not (verb != token and verb.lemma_ in ("cite", "report")):
        return None, None
    if is_passive(verb):
        return child_of(verb, PASSIVE_SUBJECTS) or _shared(verb, _MAX_CLIMB), agent_of(verb)
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return verb.head, agent_of(verb)
    return child_of(verb, OBJECTS), subject_of(verb)


def _relayed(verb: Token, words: Words) -> bool:
    return _as_marked(verb) or words.verbs.get(verb.lemma_.lower()) == "relay"


def _as_marked(verb: Token) -> bool:
    marked = any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.children)
    return marked or (verb.dep_ == "pcomp" and verb.head.lower_ == "as")


def _subject(verb: Token, steps: int) -> Token | None:
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS] or [
        child for child in verb.children if child.dep_ in PASSIVE_SUBJECTS
    ]
    own = min(
        subjects, key=lambda subject: abs(subject.i - verb.i), default=None
    )  # a wrong second one stands further off
    if own is not None:
        return _antecedent(own, verb)
    return _lent(verb) or _shared(verb, steps)


def _lent(verb: Token) -> Token | None:
    """The noun right before a verb without a subject that the tree gives to something else: to the clause after it ("the zoo
    said it had ..."), to the report around it ("police said it was over, X reported"), to the noun before ("the pilot, the
    report found, ..."), or to a conjunction taken for a preposition ("as a banker described it")."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    if verb.dep_ == "relcl" and before.dep_ == "appos" and before.head == verb.head and verb.tag_ in _FINITE:
        return before
    if (
        before.dep_ == "pobj"
        and before.head.lower_ in _OPENS_CLAUSE
        and before.head.head == verb.head
        and verb.tag_ in _FINITE
    ):
        return before
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i]
    clauses += [verb.head] if verb.dep_ == "ccomp" and verb.head.i > verb.i else []
    return next((found for clause in clauses if (found := _second_subject(verb, clause)) is not None), None)


def _second_subject(verb: Token, clause: Token) -> Token | None:
    """The subject of `clause` that stands right before `verb`, where another one follows."""
    subjects = [child for child in clause.children if child.dep_ in SUBJECTS or child.dep_ in PASSIVE_SUBJECTS]
    before = [child for child in subjects if child.i < verb.i]
    if not before or len(subjects) == len(before):
        return None
    between = verb.doc[before[-1].right_edge.i + 1 : verb.i]
    return before[-1] if all(token.pos_ in ("AUX", "ADV") for token in between) else None


def _antecedent(subject: Token, verb: Token) -> Token:
    """The noun that a relative "who" stands for; anything else stands for itself."""
    if subject.lower_ in _RELATIVE and verb.dep_ == "relcl":
        return verb.head
    if subject.lower_ in _RELATIVE and verb.dep_ == "conj" and verb.head.dep_ == "relcl":
        return verb.head.head
    return subject


def _governor(verb: Token) -> Token:
    """The word that a verb is coordinated with: in "said it was over and accused them" the one that "and" hangs on."""
    if verb.dep_ != "conj" or verb.i < verb.head.i:
        return verb.head
    between = verb.doc[verb.head.i + 1 : verb.i]
    joints = [token.head for token in between if token.dep_ == "cc" and token.head.is_ancestor(verb.head)]
    return joints[-1] if joints and joints[-1].pos_ in ("VERB", "AUX") else verb.head


def _shared(verb: Token, steps: int) -> Token | None:
    head = _governor(verb)
    if steps == 0 or head == verb:
        return None
    if verb.dep_ in ("acl", "relcl"):
        return head if head.pos_ in ("NOUN", "PROPN", "PRON") else None
    if verb.dep_ not in _SHARES_SUBJECT:
        return None
    if head.pos_ in ("VERB", "AUX"):
        return _passive_speaker(head) if is_passive(head) and verb.dep_ == "conj" else _subject(head, steps - 1)
    if head.dep_ in ("prep", "mark") or head.pos_ == "ADP":
        return _shared(head, steps - 1)
    return None


def _passive_speaker(head: Token) -> Token | None:
    return child_of(head, PASSIVE_SUBJECTS) or agent_of(head)


def _noun_cue(token: Token, words: Words) -> Cue | None:
    lemma = token.lemma_.lower()
    if token.pos_ != "NOUN" or (lemma not in words.nouns and lemma not in words.carriers):
        return None
    owner = child_of(token, frozenset({"poss"})) or _giver(token) or _light_subject(token, words)
    kind = "noun" if lemma in words.nouns else "carrier"
    return Cue(token, token, kind, owner) if owner is not None else None


def _giver(noun: Token) -> Token | None:
    """Y of "a warning by Y", "a letter from Y"."""
    preps = (child for child in noun.children if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"))
    return next((giver for prep in preps if (giver := child_of(prep, OBJECTS))), None)


def _light_subject(noun: Token, words: Words) -> Token | None:
    """X of "X issued a warning"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in words.light or is_passive(verb):
        return None
    return subject_of(verb)


def _prepositions(doc: Doc, inside: list[int], words: Words) -> Iterator[Cue]:
    lower = [token.lower_ for token in doc]
    for start in range(len(doc)):
        for phrase in words.prepositions:
            stop = start + len(phrase)
            if inside[start] < 0 and tuple(lower[start:stop]) == phrase:
                speaker = child_of(doc[stop - 1], OBJECTS) or _next_noun(doc, stop)
                if speaker is not None and speaker.lemma_.lower() not in words.not_speakers:
                    yield Cue(doc[stop - 1], doc[start], "preposition", speaker)
                break


def _next_noun(doc: Doc, start: int) -> Token | None:
    """The head of the noun phrase that begins at `start`, where the tree gives no object."""
    for token in doc[start : start + _MAX_CLIMB]:
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ not in ("compound", "poss", "amod", "nmod"):
            return token
        if token.is_punct or token.pos_ == "VERB":
            return None
    return None
