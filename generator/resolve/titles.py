"""Headlines for events: subject, verb in the present tense, and the words that follow, verbatim."""

from __future__ import annotations

from generator.model import Argument, EventMention
from generator.model.span import Span
from generator.resolve.titles_phrases import has_break, is_broken, is_complemented, is_cut, of_phrase, rest_of_name
from generator.resolve.titles_score import Cut, Title, judged
from generator.resolve.titles_subject import NumberOf, listed, subject_name, subject_of
from generator.resolve.titles_tail import Around, NameOf, full_tail
from generator.resolve.titles_words import present, words

__all__ = ["Around", "NameOf", "NumberOf", "Title", "make_title"]

MAX_TAIL_WORDS = 11
MAX_GAP_WORDS = 4
# A clause is in the capitals of headlines when it has so many words of so many letters, all of them with a capital.
MIN_CAPITAL, MIN_CAPITALS = 4, 4
MAX_AGENT_GAP_WORDS = 9
# Words before the verb that may turn what it tells.
MAX_ADVERBS, MAX_AUXILIARIES = 2, 4

NOTHING_AROUND = Around()
_REQUIRED = frozenset({"patient", "complement", "attribute", "recipient"})
_LINKS = frozenset({",", "and", ", and", "or", "&"})


def make_title(
    mention: EventMention,
    text: str,
    name_of: NameOf,
    number_of: NumberOf | None = None,
    around: Around = NOTHING_AROUND,
) -> Title | None:
    """A headline from the clause of one event mention, or None when the clause does not make a good one.

    `text` is the article's text.
    """
    title = _made(mention, text, name_of, number_of, around)
    return None if title is not None and _hides_doubt(title.text, mention, text) else title


def _made(
    mention: EventMention, text: str, name_of: NameOf, number_of: NumberOf | None, around: Around
) -> Title | None:
    predicate = mention.predicate
    if predicate is None or _tells_no_event(mention, predicate, text):
        return None
    if mention.passive and (mention.verb in words("no_passive") or _asks_for_more(mention, text)):
        return None
    if mention.passive and (active := _active(mention, predicate, text, name_of)) is not None:
        return judged(active, mention, predicate, True, around)
    fronted = [item for item in mention.arguments if item.role == "patient" and item.span.end <= predicate.start]
    if fronted and _is_loose(fronted[0], mention, text):
        return None
    subject = subject_of(mention, predicate, name_of, number_of)
    if subject is None:
        return None
    start = f"{subject.words} {_verb(mention, predicate, subject.plural, text)}"
    if fronted and not mention.passive:  # "the pact that X signed in Y" -> "X signs the pact in Y"
        tail = _tail(mention, predicate.end, text, name_of)
        told = _told(fronted[0], name_of)
        return (
            judged(f"{start} {told} {tail or ''}".rstrip(), mention, predicate, subject.named, around) if told else None
        )
    full = full_tail(mention, text, name_of, around)
    made = judged(f"{start} {full}", mention, predicate, subject.named, around) if full else None
    if made is not None:
        return made
    if full == "" and mention.verb in words("complete_passive" if mention.passive else "intransitive"):
        return judged(start, mention, predicate, subject.named, around)
    tail = _tail(mention, predicate.end, text, name_of)
    if tail is None:
        return None
    return judged(f"{start} {tail}".rstrip(), mention, predicate, subject.named, around, _cut(tail, mention, text))


def _cut(tail: str, mention: EventMention, text: str) -> Cut:
    """How much is lost behind the tail: nothing, something that a headline can do without, or who knows."""
    place = text.find(tail[-MIN_CAPITALS:], mention.trigger.start) if tail else -1
    following = text[place + len(tail[-MIN_CAPITALS:]) : mention.clause.end].split()[:1] if place >= 0 else []
    if not tail:
        return "nothing"
    return (
        "little"
        if not following or following[0].lower().strip(",.;") in words("boundary") - words("cutting")
        else "much"
    )


def _tells_no_event(mention: EventMention, predicate: Span, text: str) -> bool:
    return (
        mention.verb in words("empty")
        or not mention.polarity
        or mention.modality not in ("asserted", "future")
        or _is_no_fact(mention)
        or _is_routine(mention)
        or _is_headline(mention.clause.text)
        or _is_unreal(mention, predicate, text)
    )


def _is_unreal(mention: EventMention, predicate: Span, text: str) -> bool:
    """Whether the words before the verb deny it, or make it depend on something: "could have left", "if it leaves"."""
    opened = text.rfind("\n", 0, predicate.start) + 1
    before = [word.strip(',;:“”"').lower() for word in text[opened : predicate.start].split()]
    near = before[-MAX_AUXILIARIES:]
    if words("denials").intersection(before[-MAX_ADVERBS:]) or words("unreal").intersection(near[-2:]):
        return True
    if mention.tag == "VBN" and not mention.passive and not words("perfect").intersection(before[-MAX_AUXILIARIES:]):
        return True  # "the girl remanded for eight days" is remanded by somebody
    return mention.modality == "future" and bool(words("conditions") & _sentence_words(mention, predicate, text))


def _hides_doubt(line: str, mention: EventMention, text: str) -> bool:
    """Whether the sentence tells it as an allegation ("purportedly", "reportedly"), and the line as a fact."""
    told = _sentence_words(mention, mention.predicate or mention.trigger, text)
    return bool(words("alleging") & told - {word.lower() for word in line.split()})


def _sentence_words(mention: EventMention, predicate: Span, text: str) -> set[str]:
    """The words of the sentence up to the end of the clause, lower case."""
    opened = text.rfind("\n", 0, predicate.start) + 1
    sentence = text[max(opened, text.rfind(". ", opened, predicate.start) + 1) : mention.clause.end]
    return {word.strip(',;:“”"').lower() for word in sentence.split()}


def _is_loose(item: Argument, mention: EventMention, text: str) -> bool:
    """Whether what seems to be acted on before its verb is something else: "the day X lost Y", "a show in which X left Y"."""
    gap = text[item.span.end : mention.predicate.start if mention.predicate else item.span.end].split()
    relative = next((number for number, word in enumerate(gap) if word.lower() in ("which", "whom", "whose")), 0)
    if relative and gap[relative - 1].lower() in words("dangling"):
        return not mention.passive
    following = any(other.role == "patient" and other.span.start > item.span.end for other in mention.arguments)
    return not mention.passive and (item.head in words("calendar") or mention.tag == "VBG" or following)


def _is_no_fact(mention: EventMention) -> bool:
    """Whether it is an infinitive that nobody says came true: "helped X | win Y"."""
    return mention.tag == "VB" and mention.modality == "asserted"


def _is_routine(mention: EventMention) -> bool:
    """Whether it tells how news is made: "sought comment", "released a statement", "shared a post"."""
    if mention.verb not in words("routine_verbs"):
        return False
    return any(item.head in words("routine_objects") for item in mention.arguments if item.role != "agent")


def _is_headline(clause: str) -> bool:
    """Whether a clause stands in the capitals of headlines, whose words are names or not: nobody can tell."""
    bare = (word.strip(',.;:!?“”"') for word in clause.split())
    long = [word for word in bare if len(word) >= MIN_CAPITAL and word.isalpha()]
    return len(long) >= MIN_CAPITALS and all(word[:1].isupper() for word in long)


def _told(item: Argument, name_of: NameOf) -> str:
    """The words of a participant inside a headline, or "" when they don't make sense there."""
    told = subject_name(item, name_of) and (_argument_words(item, name_of) or "")
    first, _, rest = told.partition(" ")
    return f"{first.lower()} {rest}" if first.lower() in words("determiners") else told


def _asks_for_more(mention: EventMention, text: str) -> bool:
    """Whether what somebody was asked or accused of follows behind who did it: "was asked by X if he had left"."""
    agents = [item for item in mention.arguments if item.role == "agent"]
    following = text[max((item.span.end for item in agents), default=0) :].split(None, 1)[:1]
    asked = mention.verb in words("claiming_verbs") and bool(agents)
    return asked and bool(following) and following[0].lower() in words("completing")


def _active(mention: EventMention, predicate: Span, text: str, name_of: NameOf) -> str | None:
    """A passive whose agents have names, turned round: "the pact signed by X and Y" -> "X and Y sign the pact"."""
    agents = [item for item in mention.arguments if item.role == "agent" and item.span.start >= predicate.end]
    patients = [item for item in mention.arguments if item.role == "patient" and item.span.end <= predicate.start]
    if mention.modality != "asserted" or len(patients) != 1 or not agents or not all(item.chain for item in agents):
        return None
    following = text[max(item.span.end for item in agents) :].split(None, 1)[:1]
    if following and following[0].lower() in words("completing"):
        return None  # "was asked by X if he had ..."
    between = text[predicate.end : agents[0].span.start].split()
    if len(between) > MAX_AGENT_GAP_WORDS:
        return None
    subject = listed(agents, name_of)
    told = _lowered(_told(patients[0], name_of), patients[0], text, name_of)
    if subject is None or not subject.named or not told:
        return None
    particle = f" {between[0]}" if between and between[0] in words("particles") else ""
    return f"{subject.words} {present(mention.verb, subject.plural)} {told}{particle}"


def _lowered(told: str, item: Argument, text: str, name_of: NameOf) -> str:
    """The words of a participant that stood at the start of a sentence, without the capital of the sentence."""
    named = bool(item.chain and name_of(item.chain)[0])
    opens = text[: item.span.start].rstrip(" ")[-1:] in ("", "\n", ".", "!", "?")
    plain = not named and opens and told[1:].islower()
    return told[:1].lower() + told[1:] if plain else told


def _verb(mention: EventMention, predicate: Span, plural: bool, text: str) -> str:
    """The verb in the present tense, or as an infinitive for the future, with an adverb that turns it ("nearly dies")."""
    before = text[: predicate.start].rpartition("\n")[2].split()[-1:]
    adverb = f"{before[0]} " if before and before[0].lower() in words("hedges") else ""
    if mention.passive:
        participle = predicate.text.lower()
        return (
            f"to be {adverb}{participle}"
            if mention.modality == "future"
            else f"{present('be', plural)} {adverb}{participle}"
        )
    return f"to {adverb}{mention.verb}" if mention.modality == "future" else adverb + present(mention.verb, plural)


def _tail(mention: EventMention, start: int, text: str, name_of: NameOf) -> str | None:
    """The words after the verb, up to the last participant that fits; None when what must follow does not."""
    end = max(start, mention.trigger.end)
    line = text[start:end].strip()
    if is_broken(line):
        return None
    nominal = mention.trigger.start >= start
    last = ""
    following = sorted((item for item in mention.arguments if item.span.start >= end), key=lambda item: item.span.start)
    for item in following:
        if last and text[end : item.span.start].strip() in _LINKS and _is_half(item, text):
            break
        if item.head in words("calendar") or item.head.isdigit():
            break
        gap = text[end : item.span.start].strip()
        told = _argument_words(item, name_of)
        fits = not is_broken(gap) and len(gap.split()) <= MAX_GAP_WORDS and not _LINKS.intersection(gap.split())
        fits = fits and not (item.role == "purpose" and _is_half(item, text))  # "for her role in X"
        fits = fits or (gap in _LINKS and item.role == last)
        longer = " ".join(part for part in (line, gap, told or "") if part).replace(" ,", ",")
        if not fits or told is None or len(longer.split()) > MAX_TAIL_WORDS:
            if item.role in _REQUIRED or (not last and not nominal):
                return None
            break
        line, end, last = longer, item.span.end, item.role
    if last or nominal:
        if not line or not text[:end].endswith(line.split()[-1]):
            return line
        rest = rest_of_name(text, end)
        more = of_phrase(text, end + len(rest))
        return None if more is None or is_complemented(text, end + len(rest)) else line + rest + more
    return line if mention.verb in words("complete_passive" if mention.passive else "intransitive") else None


def _is_half(item: Argument, text: str) -> bool:
    """Whether a further participant can't stand without the words around it: "and its new version", "and a version of"."""
    return is_cut(text, item.span.end) or item.span.text.split()[0].lower() in words("possessive")


def _argument_words(item: Argument, name_of: NameOf) -> str | None:
    """The words of a participant: a person's canonical name, else as they stand, without a possessive at the start."""
    name, kind = name_of(item.chain) if item.chain else ("", "")
    parts = item.span.text.split()
    if name and (kind == "person" or (len(parts) == 1 and parts[0].lower() in words("personal"))):
        return name
    if parts and parts[0].lower() in words("possessive"):
        parts = parts[1:]
    line = " ".join(parts)
    if not parts or any(part.lower() in words("unclear") for part in parts) or has_break(line, balanced=True):
        return None
    return line
