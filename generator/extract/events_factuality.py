"""Whether an event happened: polarity and modality, from its own clause and from what governs it.

The classes follow FactBank (Saurí & Pustejovsky 2009), cut down to what a reader of news must know.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from generator.extract.events_lexicon import modality, verbs
from generator.extract.events_subjects import is_headline_infinitive, is_ranked_infinitive
from generator.extract.events_triggers import Trigger

_COMPLEMENT_DEPS = frozenset({"ccomp", "xcomp", "acl", "pcomp", "prep", "pobj", "dobj", "advcl", "parataxis"})
_PRESENT_TAGS = frozenset({"VBZ", "VBP", "VB"})
_PARTICIPANTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_QUESTION_WORDS = frozenset({"WDT", "WP", "WP$", "WRB"})
_UNDONE = "denied"
MAX_ABOVE = 4


def is_asserted(trigger: Trigger) -> bool:
    """Polarity: False for "did not", "no talks", "never", "nobody died", "without paying", "was not forced to resign"."""
    words = [_teller(trigger), trigger.head]
    if any(_is_negated(word) for word in words):
        return False
    return not any(_is_negated(above) for above in _bearers(words[0]))


def _teller(trigger: Trigger) -> Token:
    """The word whose clause decides: the verb, but not one that takes the happening for granted ("end the war")."""
    verb = trigger.verb
    if verb is None or (trigger.nominal and verb.lemma_.lower() in verbs("ending")):
        return trigger.head
    return verb


def _is_negated(word: Token) -> bool:
    if any(_negates(child) for child in word.children):
        return True
    if word.dep_ in ("pcomp", "pobj") and word.head.lower_ == "without":
        return True
    if word.dep_ == "conj" and any(_negates(child) for child in word.head.children if word.head.i < child.i < word.i):
        return True  # "nor will he resign"
    if word.dep_ == "xcomp" and any(child.lower_ == "yet" for child in word.head.children):
        return word.head.lemma_.lower() in ("have", "be")
    return any(_is_nobody(child) for child in word.children if child.dep_ in _PARTICIPANTS)


def _negates(child: Token) -> bool:
    if child.dep_ == "neg":
        return True
    return child.dep_ in ("det", "advmod", "preconj", "cc") and child.lemma_.lower() in verbs("negators")


def _is_nobody(word: Token) -> bool:
    """Whether a participant is nobody: "no passengers", "neither side", "none of them", "hardly anyone"."""
    if word.lower_ in verbs("nobody"):
        return True
    before = (child for child in word.lefts if child.dep_ in ("det", "advmod", "cc", "preconj"))
    return any(child.lower_ in verbs("negators") for child in before)


def _bearers(word: Token) -> Iterator[Token]:
    """The verbs above, as far as a "not" beside them negates `word` too: "was not forced to | resign"."""
    for _ in range(MAX_ABOVE):
        above = _occurrence(word)
        if above is None and word.dep_ == "xcomp":
            above = word.head if _carries_negation(word.head) else None
        if above is None:
            return
        yield above
        word = above


def _carries_negation(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    known = modality("head").get(lemma, "")
    return lemma in verbs("implicative") or lemma in verbs("seeming") or known in ("planned", "possible")


def _occurrence(noun: Token) -> Token | None:
    """The verb that says that a happening takes place: "the talks | resumed"; None without one."""
    verb = noun.head
    if (
        noun.dep_ in ("nsubj", "nsubjpass")
        and noun.tag_.startswith("NN")
        and verb.lemma_.lower() in verbs("occurrence")
    ):
        return verb
    return None


def find_modality(trigger: Trigger) -> str:
    """ "asserted", "future", "possible", "planned" or "denied"."""
    word = _teller(trigger)
    found = _noun_modality(trigger.head) if trigger.nominal else ""
    if not found and trigger.verb is not None and trigger.nominal:
        found = _of_light_verb(trigger.verb)
    if word.i == trigger.head.i and trigger.verb is not None and trigger.nominal:
        return found or "asserted"
    return found or _modality(word, MAX_ABOVE)


def _of_light_verb(verb: Token) -> str:
    """ "plan a visit", "cancel talks": what the verb over the noun itself says of it, told as a fact or not."""
    lemma = _with_particle(verb)
    if lemma in verbs("preventing"):
        return _UNDONE if _modality(verb, MAX_ABOVE) in ("asserted", "") and not _is_negated(verb) else "possible"
    return "planned" if lemma in verbs("sought") else ""


def _noun_modality(noun: Token) -> str:
    """What the words around a noun say of whether it happened; "" when they say nothing."""
    for child in noun.children:
        if child.dep_ in ("amod", "advmod", "compound"):
            for label in ("possible", "planned", _UNDONE):
                if child.lower_ in verbs(f"modifiers_{label}"):
                    return label
    return _governed(noun)


def _governed(noun: Token) -> str:
    verb = noun.head
    if noun.dep_ == "pobj":
        return _governed_by_preposition(verb, noun)
    if noun.dep_ not in ("dobj", "nsubjpass") or not verb.tag_.startswith("VB"):
        return ""
    lemma = _with_particle(verb)
    if lemma in verbs("preventing"):
        return "possible" if _is_negated(verb) or _modality(verb, MAX_ABOVE) != "asserted" else _UNDONE
    if lemma in verbs("dreaded"):
        return "possible"
    return "planned" if lemma in verbs("sought") else ""


def _governed_by_preposition(preposition: Token, noun: Token) -> str:
    above = preposition.head
    lemma = above.lemma_.lower()
    word = preposition.lower_
    known = word != "of" and any(child.lower_ == "the" for child in noun.children)
    if word in verbs("feared_prepositions") and lemma in verbs("feared") and not known:
        return "possible"
    if word in verbs("wished_prepositions") and lemma in verbs("wished"):
        return "planned"
    if (
        word == "for"
        and above.tag_.startswith("VB")
        and not any(child.dep_ in ("det", "poss") for child in noun.children)
    ):
        found = _modality(above, MAX_ABOVE)
        return found if found in ("future", "planned") else ""  # "will travel for talks"
    return ""


def _with_particle(verb: Token) -> str:
    particles = [child.lower_ for child in verb.children if child.dep_ == "prt"]
    return " ".join([verb.lemma_.lower(), *particles])


def _modality(word: Token, depth: int) -> str:
    if not depth:
        return "asserted"
    if (above := _occurrence(word)) is not None:
        return _modality(above, depth - 1)
    own = _own_modality(word)
    if own:
        return own
    infinitive = _is_infinitive(word)
    if word.dep_ == "conj" and word.tag_ in ("VB", "VBG") and not infinitive and word.head.tag_ == word.tag_:
        return _modality(word.head, depth - 1)
    if _goes_on(word):
        return _modality(word.head, depth - 1)
    return _from_above(word, infinitive, depth) or ("planned" if infinitive else "asserted")


def _goes_on(verb: Token) -> bool:
    """Whether what holds for the verb above holds here too: "allegedly shot and | killed", "may crash, | killing all aboard"."""
    marked = any(child.dep_ in ("nsubj", "nsubjpass", "mark", "aux", "auxpass") for child in verb.children)
    if marked or verb.i < verb.head.i or not verb.head.tag_.startswith("VB"):
        return False
    return (verb.dep_ == "conj" and verb.tag_ == verb.head.tag_) or (verb.dep_ == "advcl" and verb.tag_ == "VBG")


def _own_modality(verb: Token) -> str:
    """From the auxiliaries, adverbs and conjunctions of the clause itself, or because it is a question."""
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in modality("aux"):
            future = modality("aux")[child.lower_]
            return "possible" if future == "future" and _is_question(verb) else future
        if child.dep_ in ("advmod", "mark") and child.lower_ in _cues(child.dep_):
            return _cues(child.dep_)[child.lower_]
    if verb.tag_ in _PRESENT_TAGS and any(child.lower_ == "when" for child in verb.children):
        return "possible"
    return "possible" if _is_question(verb) else ""


def _cues(dep: str) -> Mapping[str, str]:
    return modality("mark" if dep == "mark" else "adverb")


def _is_question(verb: Token) -> bool:
    """Whether the clause asks if it happened: "Did he lie?"; "Why did he lie?" takes it for granted."""
    sent = verb.sent
    if not any(token.text == "?" for token in sent[-2:]) or sent[0].tag_ in _QUESTION_WORDS:
        return False
    asking = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    named = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    return bool(asking and named) and asking[0].i < named[0].i


def _is_infinitive(verb: Token) -> bool:
    before = verb.nbor(-1) if verb.i else verb
    return before.tag_ == "TO" or any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def _from_above(verb: Token, infinitive: bool, depth: int) -> str:
    """What the word above a complement says: "refused to | sign", "expected to | visit", "calls to | end", "forced to | leave"."""
    head = verb.head
    if head.i == verb.i:
        return "future" if infinitive and verb.dep_ == "ROOT" else ""
    if infinitive and verb.dep_ in ("acl", "relcl") and is_ranked_infinitive(verb):
        return "asserted"
    if verb.dep_ in _COMPLEMENT_DEPS:
        found = _from_governor(verb, head, infinitive, depth)
        if found:
            return found
    if infinitive and (verb.dep_ == "relcl" or is_headline_infinitive(verb) or _has_be(verb)):
        return "future"
    return ""


def _has_be(verb: Token) -> bool:
    """ "is to resign"."""
    if verb.dep_ == "ccomp" and verb.tag_ == "VB" and verb.head.lemma_ == "be":
        return True
    return any(child.dep_ == "aux" and child.lemma_ == "be" for child in verb.children)


def _from_governor(verb: Token, head: Token, infinitive: bool, depth: int) -> str:
    if head.dep_ == "prep" and verb.dep_ == "pcomp":
        found = _governed_by_preposition(head, verb) if head.head.tag_.startswith("NN") else ""
        if head.head.tag_.startswith("JJ") and head.head.lemma_.lower() in verbs("leaning"):
            return "possible"
        return found or _governor(head.head)
    lemma = head.lemma_.lower()
    if verb.dep_ == "xcomp" and lemma in verbs("implicative"):
        return _modality(head, depth - 1)
    if infinitive and head.tag_.startswith("JJ") and lemma in verbs("leaning"):
        past = lemma in verbs("ability") and head.head.tag_ == "VBD"
        return _modality(head.head, depth - 1) if past else "possible"
    if infinitive and verb.dep_ == "xcomp" and lemma in verbs("seeming"):
        return "possible"
    governor = _governor(head)
    if infinitive and governor and verb.dep_ != "advcl":
        undone = verb.dep_ == "acl" and _is_undone_noun(head)
        return _UNDONE if undone else governor
    if governor in (_UNDONE, "possible") and verb.dep_ in ("ccomp", "pcomp", "prep", "acl"):
        return _UNDONE if verb.dep_ == "acl" and _is_undone_noun(head) else governor
    if governor == _UNDONE and verb.dep_ == "xcomp":
        return governor
    return "possible" if verb.dep_ == "ccomp" and _is_hedged(head) else ""


def _is_hedged(verb: Token) -> bool:
    """Whether it is open if the verb above a clause shows what it says: "purportedly showed", "is said to show that | X paid"."""
    if any(child.dep_ == "advmod" and modality("adverb").get(child.lower_) == "possible" for child in verb.children):
        return True
    return verb.dep_ == "xcomp" and _governor(verb.head) == "possible"


def _governor(head: Token) -> str:
    lemma = head.lemma_.lower()
    if head.tag_.startswith("VB") and lemma in verbs("plain_reports"):
        return ""
    known = modality("head").get(lemma, "") or modality("head").get(head.lower_, "")
    if not known and head.tag_.startswith("NN") and lemma in verbs("wished"):
        return "planned"
    return known


def _is_undone_noun(noun: Token) -> bool:
    """ "rejected calls to | end the strike", "denied claims that | X lied"."""
    verb = noun.head
    return noun.dep_ in ("dobj", "nsubjpass") and modality("head").get(verb.lemma_.lower(), "") == _UNDONE
