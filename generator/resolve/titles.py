"""Headlines for events: subject, verb in the present tense, and the words that follow, verbatim."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from generator.model import Argument, EventMention
from generator.model.span import Span
from generator.resolve.titles_words import present, words

MAX_WORDS = 14
MAX_TAIL_WORDS = 11
MAX_GAP_WORDS = 4
MAX_REST = 60
MIN_UNDATED = 5
_BREAKS = frozenset(',;:()[]“”"—–|\n?!')
_QUOTES = frozenset('“”"')
# What makes one title better than another.
NAMED_SUBJECT, NAMED_TAIL, TYPED, ASSERTED, GOOD_LENGTH = 2.0, 1.0, 0.5, 0.5, 0.5
HABIT, SIDE_CLAUSE = -2.5, -1.0
BARE = -2.0  # nothing is said to be acted on, though the verb asks for it: "X and Y sign in Z"
GOOD_WORDS = range(4, 11)
# A present tense in running text tells a habit or a state more often than an event.
_HABIT_TAGS = frozenset({"VBZ", "VBP"})

# Chain of the article -> its entity's canonical name and type; ("", "") when it has none.
NameOf = Callable[[str], tuple[str, str]]
# Chain of the article -> whether its entity takes a plural verb; None when nothing shows it.
NumberOf = Callable[[str], bool | None]
_REQUIRED = frozenset({"patient", "complement", "attribute", "recipient"})
_COLLECTIVE = frozenset({"organization", "group"})
_FORMS = {"VBZ": False, "VBP": True}
_LINKS = frozenset({",", "and", ", and", "or", "&"})


@dataclass(frozen=True, slots=True)
class Title:
    """A headline and how good it is (higher is better; `named` when its subject is a named entity)."""

    text: str
    score: float
    named: bool


@dataclass(frozen=True, slots=True)
class _Subject:
    words: str
    plural: bool
    named: bool


def make_title(mention: EventMention, text: str, name_of: NameOf, number_of: NumberOf | None = None) -> Title | None:
    """A headline from the clause of one event mention, or None when the clause does not make a good one.

    `text` is the article's text.
    """
    predicate = mention.predicate
    if (
        predicate is None
        or mention.verb in words("empty")
        or not mention.polarity
        or mention.modality not in ("asserted", "future")
    ):
        return None
    if mention.passive and mention.verb in words("no_passive"):
        return None
    if mention.passive and (active := _active(mention, predicate, text, name_of)) is not None:
        return _judged(active, mention, predicate, named=True)
    subject = _subject(mention, predicate, name_of, number_of)
    tail = _tail(mention, predicate.end, text, name_of)
    fronted = [item for item in mention.arguments if item.role == "patient" and item.span.end <= predicate.start]
    if fronted and not mention.passive:  # "the pact that X signed in Y" -> "X signs the pact in Y"
        told = _told(fronted[0], name_of)
        tail = f"{told} {tail or ''}".rstrip() if told else None
    if subject is None or tail is None:
        return None
    line = " ".join(part for part in (subject.words, _verb(mention, predicate, subject.plural), tail) if part)
    return _judged(line, mention, predicate, subject.named)


def _told(item: Argument, name_of: NameOf) -> str:
    """The words of a participant inside a headline, or "" when they don't make sense there."""
    told = _subject_name(item, name_of) and (_argument_words(item, name_of) or "")
    first, _, rest = told.partition(" ")
    return f"{first.lower()} {rest}" if first.lower() in words("determiners") else told


def _active(mention: EventMention, predicate: Span, text: str, name_of: NameOf) -> str | None:
    """A passive whose agents have names, turned round: "the pact signed by X and Y" -> "X and Y sign the pact"."""
    agents = [item for item in mention.arguments if item.role == "agent" and item.span.start >= predicate.end]
    patients = [item for item in mention.arguments if item.role == "patient" and item.span.end <= predicate.start]
    if mention.modality != "asserted" or len(patients) != 1 or not agents or not all(item.chain for item in agents):
        return None
    if len(text[predicate.end : agents[0].span.start].split()) > MAX_GAP_WORDS:
        return None
    subject = _listed(agents, name_of)
    told = _told(patients[0], name_of)
    if subject is None or not subject.named or not told:
        return None
    return f"{subject.words} {present(mention.verb, subject.plural)} {told}"


def _subject(mention: EventMention, predicate: Span, name_of: NameOf, number_of: NumberOf | None) -> _Subject | None:
    role = "patient" if mention.passive else "agent"
    items = [item for item in mention.arguments if item.role == role and item.span.end <= predicate.start]
    found = _listed(items, name_of)
    if found is None or len(items) != 1 or not found.named or name_of(items[0].chain or "")[1] not in _COLLECTIVE:
        return found
    known = _FORMS.get(mention.tag) if not mention.passive else None
    if known is None and number_of is not None:
        known = number_of(items[0].chain or "")
    return replace(found, plural=_looks_plural(items[0].span.text) if known is None else known)


def _looks_plural(subject: str) -> bool:
    """Whether a name with an article is a plural by its form: "the Reds", and not "the Times"."""
    first, *rest = subject.lower().split()
    last = rest[-1] if rest else ""
    return first == "the" and last.endswith("s") and not last.endswith("ss") and last not in words("singular_names")


def _listed(items: Sequence[Argument], name_of: NameOf) -> _Subject | None:
    items = [*items[:1], *(item for item in items[1:] if _stands_alone(item, name_of))]
    names = list(dict.fromkeys(_subject_name(item, name_of) for item in items))
    if not names or not all(names):
        return None
    first = items[0]
    name, kind = name_of(first.chain) if first.chain else ("", "")
    plural = len(names) > 1 or (first.plural and (not name or kind not in ("person", "place", "facility")))
    line = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return _Subject(line[:1].upper() + line[1:], plural, bool(name))


def _stands_alone(item: Argument, name_of: NameOf) -> bool:
    """Whether a second subject is another one: not "film star" in "the businesswoman and film star"."""
    named = bool(item.chain and name_of(item.chain)[0])
    return named or item.plural or item.span.text.split()[0].lower() in words("determiners")


def _subject_name(item: Argument, name_of: NameOf) -> str:
    name = name_of(item.chain)[0] if item.chain else ""
    if name:
        return name
    parts = item.span.text.split()
    if parts and parts[0].lower() in words("determiners"):
        parts = parts[1:]
    lowered = [part.lower() for part in parts]
    if not parts or lowered[0] in words("pronouns") or any(part in words("unclear") for part in lowered):
        return ""
    return "" if _has_break(item.span.text) else " ".join(parts)


def _verb(mention: EventMention, predicate: Span, plural: bool) -> str:
    if mention.passive:
        participle = predicate.text.lower()
        return f"to be {participle}" if mention.modality == "future" else f"{present('be', plural)} {participle}"
    return f"to {mention.verb}" if mention.modality == "future" else present(mention.verb, plural)


def _tail(mention: EventMention, start: int, text: str, name_of: NameOf) -> str | None:
    """The words after the verb, up to the last participant that fits; None when what must follow does not."""
    end = max(start, mention.trigger.end)
    line = text[start:end].strip()
    if _broken(line):
        return None
    nominal = mention.trigger.start >= start
    last = ""
    following = sorted((item for item in mention.arguments if item.span.start >= end), key=lambda item: item.span.start)
    for item in following:
        if item.head in words("calendar") or item.head.isdigit():
            break
        gap = text[end : item.span.start].strip()
        told = _argument_words(item, name_of)
        fits = not _broken(gap) and len(gap.split()) <= MAX_GAP_WORDS
        fits = fits or (gap in _LINKS and item.role == last)
        longer = " ".join(part for part in (line, gap, told or "") if part).replace(" ,", ",")
        if not fits or told is None or len(longer.split()) > MAX_TAIL_WORDS:
            if item.role in _REQUIRED or (not last and not nominal):
                return None
            break
        line, end, last = longer, item.span.end, item.role
    if last or nominal:
        return line + _rest(text, end) if text[:end].endswith(line.split()[-1]) else line
    return line if mention.verb in words("complete_passive" if mention.passive else "intransitive") else None


def _rest(text: str, end: int) -> str:
    """What belongs to the last word at `end`: the rest of a name ("the app | Gram"), a particle of the verb ("singled them | out")."""
    kept: list[str] = []
    for word in text[end : end + MAX_REST].partition("\n")[0].split(" ")[1:] if text[end : end + 1] == " " else []:
        bare = word.rstrip(".,;:!?")
        named = bare[:1].isupper() and bare.isalpha() and bare.lower() not in words("calendar")
        if not named and not (not kept and bare in words("particles")):
            break
        kept.append(bare)
        if bare != word:
            break
    return "".join(f" {word}" for word in kept)


def _argument_words(item: Argument, name_of: NameOf) -> str | None:
    """The words of a participant: a person's canonical name, else as they stand, without a possessive at the start."""
    name, kind = name_of(item.chain) if item.chain else ("", "")
    parts = item.span.text.split()
    if name and (kind == "person" or (len(parts) == 1 and parts[0].lower() in words("personal"))):
        return name
    if parts and parts[0].lower() in words("possessive"):
        parts = parts[1:]
    line = " ".join(parts)
    if not parts or any(part.lower() in words("unclear") for part in parts) or _has_break(line, balanced=True):
        return None
    return line


def _has_break(line: str, balanced: bool = False) -> bool:
    """Whether a punctuation mark breaks the line; commas inside numbers do not, nor do closed quotation marks if `balanced`."""
    if "--" in line:
        return True
    if any(part[0] in "'’" and part.lower() not in ("'s", "’s") for part in line.split()):
        return True  # a single quotation mark, not an apostrophe
    marks = [
        mark
        for place, mark in enumerate(line)
        if mark in _BREAKS
        and not (mark == "," and line[place - 1 : place].isdigit() and line[place + 1 : place + 2].isdigit())
    ]
    if balanced and all(mark in _QUOTES for mark in marks):
        return len(marks) % 2 == 1
    return bool(marks)


def _broken(gap: str) -> bool:
    return _has_break(gap) or any(part.lower() in words("unclear") for part in gap.split())


def _judged(line: str, mention: EventMention, predicate: Span, named: bool) -> Title | None:
    parts = line.split()
    if len(parts) > MAX_WORDS or len(parts) < 2 or parts[-1].lower() in words("dangling"):
        return None
    after = any(item.chain and item.span.start >= predicate.end for item in mention.arguments)
    acted_on = mention.passive or mention.trigger != predicate or mention.verb in words("intransitive")
    acted_on = acted_on or any(item.role not in ("agent", "place", "topic", "time") for item in mention.arguments)
    score = (
        NAMED_SUBJECT * named
        + NAMED_TAIL * after
        + TYPED * (mention.type != "other")
        + ASSERTED * (mention.modality == "asserted" and mention.attribution is None)
        + GOOD_LENGTH * (len(parts) in GOOD_WORDS)
        + HABIT * (mention.tag in _HABIT_TAGS)
        + SIDE_CLAUSE * (mention.tag == "VBG")
        + BARE * (not acted_on)
    )
    return Title(line, score, named)


def clean_headline(headline: str, publisher: str | None) -> str:
    """A headline as it stands, without the outlet's name behind a bar or dash ("... | The Example Post")."""
    line = " ".join(headline.split())
    head, found, label = line.rpartition(" (")
    if found and label.endswith(")") and label.isupper():
        line = head  # "(VIDEO)"
    for mark in (" | ", " - ", " – ", " — "):
        head, found, rest = line.rpartition(mark)
        if found and publisher and _same_outlet(rest, publisher):
            return head.strip()
    return line.partition(" | ")[0].strip() or line


def undated(line: str) -> str:
    """A headline without the day at its end ("... on Friday", "... last month"): its page gives the date."""
    parts = line.split()
    dated = len(parts) > MIN_UNDATED and parts[-1].lower() in words("calendar") and parts[-2].lower() in words("dating")
    return " ".join(parts[:-2]) if dated else line


def headline_words(headline: str) -> frozenset[str]:
    """The lower-case words of a headline, without punctuation at their rims."""
    return frozenset(word.strip("‘’“”'\".,:;!?()[]").lower() for word in headline.split())


def is_news(headline: str) -> bool:
    """Whether a headline tells what happened: no question, no invitation to read or watch."""
    first = headline.split()[0].lower().strip("‘“'\".,:’”") if headline.split() else ""
    return "?" not in headline and first not in words("no_news")


def _same_outlet(words_after: str, publisher: str) -> bool:
    left = "".join(filter(str.isalnum, words_after.lower())).removeprefix("the")
    right = "".join(filter(str.isalnum, publisher.lower().removeprefix("www."))).removeprefix("the")
    return bool(left) and (left in right or right in left)
