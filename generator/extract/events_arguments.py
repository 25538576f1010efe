"""Who takes part in an event, and in which role: read off the dependency tree (ClearNLP labels)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from generator.extract.events_lexicon import prepositions, verbs
from generator.extract.events_nouns import noun_arguments
from generator.extract.events_phrases import char_span, phrase_span, verb_phrase_span
from generator.extract.events_subjects import dateline_end, is_passive, other_subjects, shared_object, subject
from generator.extract.events_triggers import Trigger, conjuncts
from generator.model import Argument, Mention

_OBJECTS = {"dobj": "patient", "dative": "recipient", "oprd": "attribute", "attr": "attribute"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_RELATIVE = frozenset({"WDT", "WP", "WRB"})
_COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "ccomp", "xcomp", "oprd"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_PLURAL_WORDS = frozenset({"they", "we", "these", "those", "police", "people"})
_THIRD_PERSONS = frozenset({"he", "she", "it", "they"})
# What is aimed at: "an attack on X", "sanctions on X", "a raid on X".
_AIMED_TYPES = frozenset({"assault", "sanction", "coerce"})
_AIMED_PREPOSITIONS = frozenset({"on", "upon"})
_LOCAL_ROLES = frozenset({"place", "recipient", "topic", "target", "source", "purpose"})


def find_arguments(
    trigger: Trigger, names: Mapping[int, Mention], timed: Collection[int] = frozenset()
) -> tuple[Argument, ...]:
    """The arguments of a trigger in text order.

    `names` maps token indexes to the mention that covers them; `timed` are the indexes of tokens of time expressions, whose
    phrases have the role "time". A phrase that is neither a participant nor a place ("in the crash") has "circumstance".
    """
    found: dict[tuple[int, int], Argument] = {}
    for role, head in _heads(trigger, names):
        if not role or head.i in range(trigger.start, trigger.end) or head.i < dateline_end(head):
            continue
        for word in (head,) if role == "complement" else conjuncts(head):
            argument = _behind(trigger, _argument(_fitting(role, word, trigger, names, timed), word, names))
            found.setdefault((argument.span.start, argument.span.end), argument)
    kept = [item for item in found.values() if not any(_holds(other, item) for other in found.values())]
    return tuple(sorted(kept, key=lambda item: (item.span.start, item.span.end)))


def _behind(trigger: Trigger, argument: Argument) -> Argument:
    """The argument without the trigger and what stands before it: "Tigers | fire | manager"."""
    start, end, span = trigger.head.idx, trigger.head.idx + len(trigger.head.text), argument.span
    if not (trigger.nominal and argument.role == "patient" and span.start < start and end < span.end):
        return argument
    found = trigger.head.doc.char_span(trigger.head.nbor().idx, span.end)
    return argument if found is None else replace(argument, span=char_span(found.doc, found.start, found.end))


def _holds(outer: Argument, inner: Argument) -> bool:
    """Whether `inner` is a piece of `outer`, in the same role: "the lender" in "the lender Norbank"."""
    return (
        outer.role == inner.role
        and outer.span != inner.span
        and outer.span.start <= inner.span.start
        and inner.span.end <= outer.span.end
    )


def _fitting(role: str, word: Token, trigger: Trigger, names: Mapping[int, Mention], timed: Collection[int]) -> str:
    """The role that a phrase has in view of what it is: a time, an occasion, or what an attack is aimed at."""
    if word.dep_ in ("poss", "pobj") and (word.i in timed or _is_time(word, names)):
        return "time"
    if (
        role == "agent"
        and word.dep_ == "pobj"
        and (word.tag_ in ("CD", "$") or word.lemma_.lower() in verbs("measures"))
    ):
        return "circumstance"  # "rose by 5 percent"
    if role not in _LOCAL_ROLES:
        return role
    if role == "topic" and trigger.nominal and trigger.type in _AIMED_TYPES and word.head.lower_ in _AIMED_PREPOSITIONS:
        return "target"
    if role == "topic" and not trigger.nominal and word.i not in names and _is_site(word):
        return "place"  # "on a highway"
    if role == "place" and word.head.lower_ == "into" and trigger.type == "investigation":
        return "topic"
    if role == "recipient" and word.i not in names and (word.tag_ in ("CD", "$") or trigger.type == "results"):
        return "circumstance"  # "sentenced to 10", "fell to $5"
    return "circumstance" if _is_circumstance(role, word, names) else role


def _is_site(word: Token) -> bool:
    return word.head.lower_ == "on" and word.lemma_.lower() in verbs("place_nouns")


def _is_time(word: Token, names: Mapping[int, Mention]) -> bool:
    named = names.get(word.i)
    return word.lemma_.lower() in verbs("time_nouns") and (named is None or named.kind != "name")


def _is_circumstance(role: str, word: Token, names: Mapping[int, Mention]) -> bool:
    """Whether a phrase names no participant and no place: "in the crash", "at 82", "on board", "sentenced to death"."""
    named = names.get(word.i)
    if named is not None and (named.kind == "name" or role != "place"):
        return False
    if role == "place":
        return word.lemma_.lower() not in verbs("place_nouns")
    if role == "topic":
        return not word.n_lefts and word.lemma_.lower() in verbs("on_adverbials")
    return role in ("recipient", "purpose") and word.lemma_.lower() in verbs("no_places")


def _heads(trigger: Trigger, names: Mapping[int, Mention]) -> Iterator[tuple[str, Token]]:
    verb = trigger.verb
    if (described := _described(trigger)) is not None:
        yield "patient", described
    elif verb is not None:
        found = subject(verb)
        if found is not None:
            yield _role_of_subject(found[0], trigger), found[1]
            yield from ((found[0], word) for word in other_subjects(verb, found[1]))
        yield from _complements(verb)
        if (thing := shared_object(verb)) is not None and not any(child.dep_ == "dobj" for child in verb.children):
            yield "patient", thing
        if verb.dep_ == "relcl" and _lacks_object(verb):
            yield "patient", verb.head
    if trigger.nominal:
        yield from noun_arguments(trigger, names)
    if verb is None and trigger.head.tag_.startswith("JJ"):
        yield from _bearers(trigger.head)


def _described(trigger: Trigger) -> Token | None:
    """The object that an adjective tells of: "The court found Berg guilty", "left two guards injured"; None without one."""
    verb = trigger.verb
    if verb is None or trigger.head.dep_ != "oprd" or not trigger.head.tag_.startswith("JJ"):
        return None
    objects = (word for word in verb.children if word.dep_ in ("dobj", "dative") and word.tag_ not in ("IN", "TO"))
    return next(objects, None)


def _bearers(adjective: Token) -> Iterator[tuple[str, Token]]:
    """Whom an adjective without a verb tells of: "Climber dead after fall"."""
    if adjective.dep_ in ("amod", "acl", "relcl", "appos") and adjective.head.i < adjective.i:
        yield "agent", adjective.head
    if adjective.i > adjective.sent.start and adjective.nbor(-1).tag_ == "CD":
        yield "agent", adjective.nbor(-1)  # "1 dead"
    yield from (("agent", child) for child in adjective.children if child.dep_ == "nsubj")


def _role_of_subject(role: str, trigger: Trigger) -> str:
    """ "suffered an injury", "received a pardon": the subject of the light verb undergoes what the noun tells."""
    verb = trigger.verb
    suffers = trigger.nominal and verb is not None and verb.lemma_.lower() in verbs("suffering")
    return "patient" if suffers and trigger.lemma in verbs("undergone") else role


def _lacks_object(verb: Token) -> bool:
    """Whether the noun of a relative clause is its object: "the pact which X signed", "the pact (that) X signed"."""
    children = list(verb.children)
    if any(child.tag_ in _RELATIVE and child.dep_ == "dobj" for child in children):
        return True
    if is_passive(verb) or verb.head.lemma_.lower() in verbs("adverbial_nouns") or verb.head.pos_ != "NOUN":
        return False
    if any(child.tag_ in _RELATIVE or child.dep_ in _COMPLEMENTS for child in children):
        return False
    # "the woman whose son died": what has a possessive relative word has its noun there.
    if any(item.tag_ == "WP$" for child in children for item in child.children):
        return False
    return any(child.dep_ == "nsubj" and verb.head.i < child.i < verb.i for child in children)


def _complements(word: Token) -> Iterator[tuple[str, Token]]:
    labels = {child.dep_ for child in word.children}
    for child in word.children:
        if (
            child.dep_ == "dative"
            and "oprd" in labels
            and "dobj" not in labels
            and not child.tag_.startswith(("IN", "TO"))
        ):
            yield "patient", child  # "found Berg guilty"
        elif child.dep_ in _OBJECTS and child.tag_ not in _RELATIVE:
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
    if preposition.lower_ == "according":
        return
    role = "agent" if preposition.dep_ == "agent" else prepositions().get(preposition.lower_, "")
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield _role_of_pair(preposition, role), child
        elif child.dep_ in ("prep", "conj"):
            yield from _phrase(child)
        elif child.dep_ == "pcomp" and child.tag_ == "VBG":
            thing = _thing(child) if role == "agent" else None
            yield ("complement", child) if thing is None else (role, thing)


def _role_of_pair(preposition: Token, role: str) -> str:
    """The role of the object of "out of", "because of", "outside of": that of the first word; none behind "due to"."""
    first = preposition.head
    if preposition.lower_ == "to" and first.lower_ in verbs("before_to"):
        return "circumstance"
    if preposition.lower_ != "of":
        return role
    if first.dep_ not in ("prep", "pcomp") and first.tag_ not in ("IN", "RP"):
        return role
    return "source" if first.lower_ in verbs("outward") else prepositions().get(first.lower_, "")


def _thing(participle: Token) -> Token | None:
    """The noun that a participle stands before in a headline: "killed by falling tree"."""
    if participle.lower_ not in verbs("moving"):
        return None
    return next((child for child in participle.children if child.dep_ == "dobj"), None)


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
    speaker = names.get(found[1].i) if found else None
    fits = speaker is not None and (pronoun.lower_ == "they" or (speaker.type == "person") == (pronoun.lower_ != "it"))
    return speaker if fits else None


def _plural(head: Token) -> bool:
    return head.tag_ in _PLURAL_TAGS or head.lower_ in _PLURAL_WORDS
