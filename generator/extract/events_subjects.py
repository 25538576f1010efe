"""The subject of a verb, also where it stands with another verb, above a relative clause, or in front of "to"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from generator.extract.events_lexicon import modality, prepositions, triggers, verbs

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CONTROLLED = frozenset({"xcomp", "conj", "advcl"})
_RUN_ON = frozenset({"parataxis", "advcl", "dep", "ccomp"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_RELATIVE = frozenset({"WDT", "WP", "WRB"})
_DASHES = frozenset({"—", "–", "--", "-"})
_CONTROL = ("object_control", "implicative", "seeming")
_CLEFT = frozenset({"who", "that", "which", "whom"})
_ACTIVE = frozenset({"dobj", "ccomp", "attr", "oprd", "acomp", "aux", "dative"})
MAX_SHARED_WORDS = 2
MIN_DATELINE, MAX_DATELINE_WORDS = 3, 12
Subject = tuple[str, Token]


def subject(verb: Token) -> Subject | None:
    """(role, head) of a verb's subject, also where it stands with another verb or as an antecedent; None if there is none."""
    # The nearest one: a verb with two subjects took one of them from the clause above.
    for child in sorted(verb.children, key=lambda item: (item.i > verb.i, abs(item.i - verb.i))):
        if (child.dep_ in _SUBJECTS and not _is_age(child)) or _is_counted(child, verb):
            found = _after_dateline(_antecedent(child, verb))
            if found is not None:
                return _role(verb), found
    return _behind_dateline(verb) or _unwritten_subject(verb)


def other_subjects(verb: Token, first: Token) -> Iterator[Token]:
    """Subjects beside the nearest, with a comma for "and", as headlines have them: "Norway, Chile agree to ..."."""
    if first.head != verb or first.dep_ != "nsubj":
        return
    for child in verb.children:
        if child.dep_ == "nsubj" and child.i + 2 == first.left_edge.i and child.nbor().text == ",":
            yield child


def is_passive(verb: Token) -> bool:
    """Whether `verb` is a passive: "was signed", "signed by both", "the pact signed in June", "Two killed in crash"."""
    labels = {child.dep_ for child in verb.children}
    if "auxpass" in labels or "agent" in labels:
        return True
    if "nsubjpass" in labels:
        return not any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)
    if verb.tag_ == "VBN" and (
        verb.dep_ in ("acl", "amod") or any(_is_counted(child, verb) for child in verb.children)
    ):
        return True
    return _is_headline_passive(verb, labels)


def _is_headline_passive(verb: Token, labels: Collection[str]) -> bool:
    """Whether a verb that needs an object has a subject alone: "Gorilla killed after fall"."""
    if verb.tag_ not in ("VBD", "VBN") or verb.dep_ in ("relcl", "conj") or _ACTIVE.intersection(labels):
        return False
    lemma = verb.lemma_.lower()
    if "xcomp" in labels and lemma not in verbs("object_control"):
        return False
    particles = [child.lower_ for child in verb.children if child.dep_ == "prt"]
    if " ".join([lemma, *particles]) not in verbs("transitive") or shared_object(verb) is not None:
        return False
    return any(child.dep_ == "nsubj" or _is_counted(child, verb) for child in verb.children)


def shared_object(verb: Token) -> Token | None:
    """The object that a verb has in common with the one behind "and": "shot and killed a gorilla"; None without one."""
    if verb.lemma_.lower() not in verbs("transitive"):
        return None
    for child in verb.rights:
        plain = child.dep_ == "conj" and child.lemma_.lower() not in verbs("light")
        if plain and child.tag_ == verb.tag_ and child.i - verb.i <= MAX_SHARED_WORDS:
            return next((word for word in child.children if word.dep_ == "dobj" and word.i > child.i), None)
    if verb.dep_ == "conj" and verb.i - verb.head.i <= MAX_SHARED_WORDS and verb.tag_ == verb.head.tag_:
        return next((word for word in verb.head.children if word.dep_ == "dobj" and word.i > verb.i), None)
    return None


def _is_age(child: Token) -> bool:
    """Whether a figure between commas is the age of the subject: "Berg, 47, resigned"."""
    if child.tag_ != "CD" or child.i + 1 >= len(child.doc) or not child.i:
        return False
    return child.nbor(-1).text == "," and child.nbor().text == ","


def _is_counted(child: Token, verb: Token) -> bool:
    """Whether a bare figure is what a participle tells of: "2 injured in fire"."""
    return child.dep_ == "nummod" and child.tag_ == "CD" and child.i == verb.i - 1


def _behind_dateline(verb: Token) -> Subject | None:
    """The noun between a dateline and the verb, which the parse hung on the dateline."""
    if verb.dep_ not in ("parataxis", "ROOT", "appos", "dep", "ccomp") or verb.tag_ not in _FINITE:
        return None
    end = dateline_end(verb)
    if end == verb.sent.start or verb.i <= end:
        return None
    word = verb.doc[verb.i - 1]
    while word.right_edge.i < verb.i and word.head.i < verb.i and word.head.i > end:
        word = word.head
    return (_role(verb), word) if word.i > end and word.left_edge.i > end and word.tag_.startswith("NN") else None


def _role(verb: Token) -> str:
    return "patient" if is_passive(verb) else "agent"


def _unwritten_subject(verb: Token) -> Subject | None:
    if verb.dep_ == "pcomp":
        return _subject_of_gerund(verb)
    if verb.dep_ == "xcomp" and verb.head.tag_.startswith("JJ"):
        return _subject_of_adjective(verb)
    if verb.dep_ in _CONTROLLED and verb.head.tag_.startswith("VB"):
        return _shared_subject(verb)
    if verb.dep_ == "ccomp" and verb.tag_ == "VB" and verb.head.lemma_ == "be":
        return _given(verb, subject(verb.head))  # "is to | visit"
    if verb.dep_ in _RUN_ON and verb.tag_ in _FINITE and verb.head.tag_.startswith("VB") and _runs_on(verb):
        return _given(verb, subject(verb.head))
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and _is_occasion(verb.head):
        above = next((word for word in verb.head.ancestors if word.tag_.startswith("VB")), None)
        return _given(verb, subject(above)) if above is not None else None
    if verb.dep_ in ("acl", "relcl", "amod") and verb.tag_ in ("VBG", "VBN"):
        return ("patient" if verb.tag_ == "VBN" else "agent"), verb.head
    if verb.dep_ in ("acl", "relcl") and (is_headline_infinitive(verb) or is_ranked_infinitive(verb)):
        return _role(verb), verb.head
    if verb.dep_ == "ccomp" and verb.head.dep_ == "relcl" and verb.tag_ in _FINITE:
        return _role(verb), verb.head.head  # "the man who police say | shot two officers"
    return None


def _is_occasion(noun: Token) -> bool:
    """Whether a noun is only where or when its clause happened: "opened fire at a party, killing one"."""
    lemma = noun.lemma_.lower()
    if noun.dep_ != "pobj" or prepositions().get(noun.head.lower_) not in ("place", "after"):
        return False
    return lemma in triggers("noun") or lemma in verbs("place_nouns") or lemma in verbs("time_nouns")


def _given(verb: Token, shared: Subject | None) -> Subject | None:
    return (_role(verb), shared[1]) if shared is not None else None


def _runs_on(verb: Token) -> bool:
    """Whether a verb goes on with the subject of the one before, behind a comma alone: "Quake hits Peru, kills 30"."""
    marked = any(child.dep_ in ("mark", "expl") or child.tag_ in _RELATIVE for child in verb.children)
    return verb.i > verb.head.i and not marked and verb.i > 0 and verb.nbor(-1).text == ","


def is_headline_infinitive(verb: Token) -> bool:
    """Whether "to" and a verb behind a noun tell what the noun will do: "Prime minister to resign"."""
    head = verb.head
    if head.tag_.startswith("VB") or head.dep_ != "ROOT" or verb.tag_ != "VB":
        return False
    if not any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children):
        return False
    return head.lemma_.lower() not in modality("head") and head.lemma_.lower() not in verbs("wished")


def is_ranked_infinitive(verb: Token) -> bool:
    """ "the second climber to | die", "the youngest player to | win": what "to" tells here came true."""
    ranked = any(child.tag_ == "JJS" or child.lower_ in verbs("ranking") for child in verb.head.children)
    return ranked and verb.tag_ == "VB" and verb.head.tag_.startswith("NN")


def _subject_of_adjective(verb: Token) -> Subject | None:
    """ "Investors are poised to sell"; in "it is hard to sell" nobody sells."""
    adjective = verb.head
    if adjective.lemma_.lower() in verbs("tough") or adjective.head.i == adjective.i:
        return None
    return _given(verb, subject(adjective.head))


def _subject_of_gerund(verb: Token) -> Subject | None:
    """Who does what stands behind a preposition: "accused X of stealing", "left without paying", "was fined for speeding"."""
    preposition = verb.head
    above = preposition.head
    if preposition.dep_ == "prep" and above.tag_.startswith("JJ") and above.dep_ in ("acomp", "oprd", "attr"):
        return _given(verb, subject(above.head))  # "pleads guilty to | killing"
    if preposition.dep_ != "prep" or not above.tag_.startswith("VB"):
        return None
    if preposition.lower_ in verbs("object_prepositions"):
        for child in above.children:
            if child.dep_ == "dobj" or (child.dep_ == "dative" and child.tag_ not in ("IN", "TO")):
                return _role(verb), child
    return _given(verb, subject(above))


def _shared_subject(verb: Token) -> Subject | None:
    if verb.dep_ == "xcomp":
        bare = verb.tag_ == "VBN" and not any(child.dep_ in ("aux", "auxpass") for child in verb.children)
        for child in verb.head.children:
            if child.dep_ == "dobj" or (child.dep_ == "dative" and child.tag_ not in ("IN", "TO")):
                return ("patient" if bare or is_passive(verb) else "agent"), child
    if verb.dep_ == "advcl" and verb.tag_ not in ("VBG", "VBN", "VB") and not _runs_on(verb):
        return None
    if _is_aim(verb):
        return _doer(verb.head)
    shared = subject(verb.head)
    if shared is None:
        return None
    passive = is_passive(verb) or (verb.dep_ == "conj" and verb.tag_ == "VBN" and is_passive(verb.head))
    passive = passive or (verb.dep_ == "advcl" and verb.tag_ == "VBN" and not _has_auxiliary(verb))
    return ("patient" if passive else "agent"), shared[1]


def _is_aim(verb: Token) -> bool:
    """Whether "to" behind a passive tells what those had in mind who did it: "Gorilla killed to save boy"."""
    infinitive = any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)
    if not infinitive or verb.dep_ not in ("advcl", "xcomp") or not is_passive(verb.head):
        return False
    lemma = verb.head.lemma_.lower()
    return lemma not in modality("head") and not any(lemma in verbs(name) for name in _CONTROL)


def _doer(passive: Token) -> Subject | None:
    for child in passive.children:
        if child.dep_ == "agent":
            return next((("agent", word) for word in child.children if word.dep_ == "pobj"), None)
    return None


def _has_auxiliary(verb: Token) -> bool:
    return any(child.dep_ in ("aux", "auxpass") for child in verb.children)


def _antecedent(word: Token, verb: Token) -> Token:
    if word.tag_ not in _RELATIVE or verb.dep_ not in ("relcl", "acl", "ccomp", "advcl"):
        return word
    if verb.dep_ == "relcl" and verb.head.tag_.startswith(("NN", "PRP", "CD", "DT", "JJ")):
        return verb.head
    return _cleft(word, verb) or (verb.head if verb.dep_ == "relcl" else word)


def _cleft(word: Token, verb: Token) -> Token | None:
    """What "it was" names in front of a relative clause: "It was Berg who fired the coach"."""
    above = verb.head
    if word.lower_ not in _CLEFT or above.lemma_.lower() not in ("be", "’s", "'s"):
        return None
    named = [child for child in above.children if child.dep_ == "attr" and above.i < child.i < word.i]
    return named[-1] if named else None


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
