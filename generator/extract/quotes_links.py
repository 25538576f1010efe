"""Which cue belongs to which quotation: beside it (after, before), or above it in the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from generator.extract.quotes_acts import noun_clause_of, puts_it
from generator.extract.quotes_clauses import told_by_a_noun
from generator.extract.quotes_cues import Cue
from generator.extract.quotes_drafts import Segment
from generator.extract.quotes_frame import INTRODUCERS, Frame, Link, next_word, previous, tops
from generator.extract.quotes_introduced import label_before, message_before, nearest, signature
from generator.extract.quotes_lexicon import is_of_the_mind, load_words, takes_clause, takes_part, takes_quotation
from generator.extract.quotes_speakers import run_head

_JOINTS = frozenset({",", "-", "–", "—", "―", "--"})
_OPEN_ENDS = "?!…,"
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_MAX_NAMING_WORDS = 30
_MAX_INTRODUCTION = 30
_OWN_VOICE = frozenset({"i", "we", "you", "one"})
_OF_ITS_OBJECT = frozenset({"attitude", "belief", "naming", "judging", "denying"})
_WHEN = frozenset({"after", "before", "during", "since", "until", "when", "while"})
_REPORTING = "report"  # what an outlet does with the words of another
_FINDING = "document"
_LIKENING = frozenset({"as", "to", "like"})


def link(frame: Frame, number: int) -> Link | None:
    """The cue of a segment by the first rule that finds one, or None."""
    for rule in (signature, cue_after, cue_before, label_before, message_before, cue_above, cue_below):
        found = rule(frame, number)
        if found is not None:
            return _voiced(frame, _passed_on(frame, number, found))
    return None


def _voiced(frame: Frame, found: Link) -> Link:
    """The link; without its speaker where that is nobody ("in an attempt to describe it: ...")."""
    cue = found.cue
    if cue.speaker is None or frame.speakers.can_speak(cue.speaker):
        return found
    if cue.head.dep_ != "acl" and frame.speakers.could_speak(cue.speaker):
        return found
    return replace(found, cue=replace(cue, speaker=None))


def _passed_on(frame: Frame, number: int, found: Link) -> Link:
    """The link; where an outlet ends the sentence ('Police said it “was safe,” Y reported'), that of who said so, passed on by it."""
    cue = found.cue
    if found.how != "after" or cue.speaker is None or not _passes_on(frame, cue, cue.speaker):
        return found
    above = cue_above(frame, number)
    if above is None or above.cue.head == cue.head or above.cue.head.i > frame.segments[number].first:
        return found
    return Link(replace(above.cue, relay=cue.speaker), above.how)


def _passes_on(frame: Frame, cue: Cue, speaker: Token) -> bool:
    """Whether this is an outlet, by its name or because it "reported" what another says."""
    mention = frame.speakers.mention(speaker)
    reported = cue.head.lemma_.lower() == _REPORTING and mention is not None and mention.type == "organization"
    return reported or frame.speakers.relays(speaker)


def cue_after(frame: Frame, number: int) -> Link | None:
    """ "...," X said - or said X: the clause right after the closing mark is that of a cue with its speaker."""
    segment = frame.segments[number]
    start = next_word(frame, segment.last + 1)
    if start is not None and frame.doc[start].lower_ == "as":
        return _as_put(frame, start)
    if start is None or frame.doc[start].tag_ in _RELATIVE or not _cut(frame, segment, start):
        return None  # "..., which X said began as a joke" is about the words
    for token in _run(frame, start, _MAX_NAMING_WORDS):
        cue = frame.cues.get(token.i)
        if cue is not None and takes_quotation(cue.kind):
            beside = _beside(frame, cue, start)
            if beside is not None:
                return Link(beside, "after")
    return None


def _as_put(frame: Frame, start: int) -> Link | None:
    """ "..." as X put it."""
    for token in _run(frame, start + 1, _MAX_NAMING_WORDS):
        cue = frame.cues.get(token.i)
        if cue is not None:
            stated = cue.speaker is not None and start < cue.speaker.i < token.i
            return Link(cue, "after") if stated and (puts_it(token) or cue.kind == "neutral") else None
        if token.pos_ in ("VERB", "AUX"):
            return None
    return None


def cue_before(frame: Frame, number: int) -> Link | None:
    """X said: "..." - the nearest cue before the comma or colon that introduces the quotation."""
    segment = frame.segments[number]
    place = previous(frame, segment.first - 1)
    if place is None or frame.doc[place].text not in INTRODUCERS:
        return None
    colon = frame.doc[place].text == ":"
    for token in _back(frame, place - 1, colon):
        cue = frame.cues.get(token.i)
        if cue is not None and cue.kind != "preposition" and (colon or takes_quotation(cue.kind)):
            return Link(nearest(frame, _with_subject(frame, cue), place), "before")
    return None


def cue_above(frame: Frame, number: int) -> Link | None:
    """The nearest governor that is a cue and whose speaker can speak; past a pronoun or a text to who says that it says so."""
    found: Cue | None = None
    for token in tops(frame, number):
        for above in token.ancestors:
            cue = frame.cues.get(above.i)
            if cue is None or not takes_part(cue.kind) or not _speaks(frame, cue) or not _holds(cue, token):
                continue
            if _stopped(frame, token, cue.head):
                break
            if found is None or _yields(frame, found, cue):
                found = cue
        if found is not None:
            return _outspoken(frame, number, found)
    return None


def cue_below(frame: Frame, number: int) -> Link | None:
    """A cue that hangs below the quotation or beside its governors ("according to X", "X said" in the middle)."""
    for top in tops(frame, number):
        for token in (top, *top.ancestors):
            for child in token.children:
                found = _parenthesis(frame, child)
                if found is not None and not _stopped(frame, top, found.head):
                    return Link(found, "part")
    return None


def _stopped(frame: Frame, token: Token, verb: Token) -> bool:
    """Whether a semicolon outside the marks stands between: what comes before it is not what a verb after it reports."""
    between = frame.doc[token.i : verb.i]
    return any(part.text == ";" and frame.inside[part.i] < 0 for part in between)


def _holds(cue: Cue, token: Token) -> bool:
    """Whether this class of verb reports what stands at `token` below it."""
    path = [token, *token.ancestors]
    if cue.speaker in path[: path.index(cue.head)]:
        return False  # words about the speaker, not of the speaker
    step = path[path.index(cue.head) - 1]
    if (cue.kind == "denying" and step.dep_ == "ccomp") or cue.head.lemma_.lower() in load_words().denials:
        return False  # what somebody denies to have said or done
    if cue.kind == "denying" and any(_carries(part) for part in path[: path.index(cue.head)]):
        return False  # "rejected claims that it was “...”": the words of whoever claims it
    if told_by_a_noun(cue, step) or (cue.kind in ("noun", "carrier") and step.dep_ == "conj"):
        return False  # "responded to his claim that ..."; "after threats from X, a fall in prices and the “...”"
    if cue.kind in _OF_ITS_OBJECT and (step.dep_ == "advcl" or step.lower_ in _WHEN):
        return False
    return cue.kind != "naming_as" or any(part.lower_ in _LIKENING and part.head == cue.head for part in path)


def _carries(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.lemma_.lower() in load_words().nouns


def _yields(frame: Frame, inner: Cue, outer: Cue) -> bool:
    """Whether the words are rather those of the outer cue's speaker: the inner one is named by a pronoun for them, or is a text."""
    if inner.speaker is None or outer.speaker is None or outer.speaker == inner.speaker or is_of_the_mind(outer.kind):
        return False
    if is_of_the_mind(inner.kind):
        return takes_clause(outer.kind)
    if inner.kind == _FINDING and takes_clause(outer.kind) and not frame.speakers.relays(outer.speaker):
        return _finds(inner.head, outer.head)
    if inner.kind == "noun":
        # "called his remarks “...”": the words are about the noun, unless it takes them with "that" or a colon.
        return inner.head.head == outer.head and inner.head.dep_ == "dobj" and noun_clause_of(inner) is None
    if inner.speaker.pos_ == "PRON":
        chain, other = (frame.speakers.resolve(item).chain for item in (inner.speaker, outer.speaker))
        return chain is None or other is None
    return frame.speakers.is_text(inner.speaker) and not frame.speakers.is_text(outer.speaker)


def _finds(verb: Token, report: Token) -> bool:
    """Whether the report is right above the finding: "said that Y had found “...”"."""
    return verb.head == report and verb.dep_ == "ccomp"


def _outspoken(frame: Frame, number: int, cue: Cue) -> Link:
    if cue.speaker is not None and frame.speakers.is_text(cue.speaker):
        below = cue_below(frame, number)
        if below is not None and below.cue.speaker is not None and not frame.speakers.relays(below.cue.speaker):
            return below
    return Link(cue, "part")


def _parenthesis(frame: Frame, child: Token) -> Cue | None:
    if child.i in frame.phrases:
        return frame.phrases[child.i]
    cue = frame.cues.get(child.i)
    return cue if cue is not None and child.dep_ in ("parataxis", "ccomp") and _speaks(frame, cue) else None


def denied(verb: Token) -> bool:
    """Whether the words are said not to have been used: "did not call it a ...", "refused to call it a ..."."""
    if any(child.dep_ == "neg" for child in verb.children):
        return True
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in load_words().refusing


def _speaks(frame: Frame, cue: Cue) -> bool:
    if cue.speaker is None or frame.inside[cue.speaker.i] >= 0 or denied(cue.head):
        return False
    if cue.speaker.lower_ in _OWN_VOICE:
        return False  # "we know that ..." is the article's own voice
    if cue.head.dep_ == "acl" or cue.kind in ("noun", "carrier"):
        return frame.speakers.can_speak(cue.speaker)
    return frame.speakers.says(cue.speaker, cue.kind)


def _cut(frame: Frame, segment: Segment, start: int) -> bool:
    """Whether the quotation ends as one does that a cue follows: a comma, a question, a dash, inside the marks or after."""
    between = {token.text for token in frame.doc[segment.last + 1 : start]}
    if between & _JOINTS or frame.text[segment.quotation.end - 1] in _OPEN_ENDS:
        return True
    return (
        frame.text[segment.quotation.end - 1] in ".-–—" and frame.doc[start].sent.start < start and not between & {"."}
    )


def _run(frame: Frame, start: int, most: int) -> Iterator[Token]:
    sentence = frame.doc[start].sent
    for token in frame.doc[start : min(start + most, sentence.end)]:
        if frame.inside[token.i] >= 0:
            return
        yield token


def _beside(frame: Frame, cue: Cue, start: int) -> Cue | None:
    """The cue with its speaker, when its clause begins at `start`; where the tree fails, the noun phrase there is the speaker."""
    if cue.kind == "preposition":
        return cue if cue.first.i == start else None
    if cue.kind == "noun":
        return None
    speaker = cue.speaker if cue.speaker is not None and frame.inside[cue.speaker.i] < 0 else None
    if cue.head.i == start or (cue.head.i == start + 1 and frame.doc[start].pos_ == "ADV"):
        named = run_head(frame.doc, cue.head.i + 1)
        if named is not None and cue.head.tag_ == "VBG":
            return cue if speaker is not None and speaker.i < start else None  # "adding the ship would follow"
        speaker = speaker if speaker is not None and speaker.i > cue.head.i else named
        return replace(cue, speaker=speaker) if speaker is not None else None
    if speaker is not None and start <= speaker.i < cue.head.i and speaker.left_edge.i <= start:
        return cue
    named = run_head(frame.doc, start)
    if named is None or (
        speaker is not None and speaker.i < cue.head.i and speaker.i != named.i and speaker.i >= start
    ):
        return None
    return replace(cue, speaker=named) if _near(frame, named, cue) else None


def _near(frame: Frame, named: Token, cue: Cue) -> bool:
    """Whether only adverbs, auxiliaries or an apposition in commas stand between the noun phrase and the verb."""
    between = frame.doc[named.i + 1 : cue.head.i]
    if all(token.pos_ in ("ADV", "AUX") for token in between):
        return True
    return len(between) > 1 and between[0].text in (",", "(") and between[-1].text in (",", ")")


def _back(frame: Frame, start: int, colon: bool) -> Iterator[Token]:
    if start < 0:
        return
    sentence = frame.doc[start].sent
    for place in range(start, max(sentence.start, start - _MAX_INTRODUCTION) - 1, -1):
        if frame.inside[place] >= 0 and not colon:
            return
        yield frame.doc[place]


def _with_subject(frame: Frame, cue: Cue) -> Cue:
    """The cue; where the tree gives a finite verb no subject, the noun phrase that opens its sentence speaks."""
    spoken = cue.speaker is not None and frame.inside[cue.speaker.i] >= 0
    if spoken and cue.head.tag_ == "VBG":
        return _shared_subject(frame, cue)
    if (cue.speaker is not None and not spoken) or cue.head.tag_ not in ("VBD", "VBZ", "VBP"):
        return cue
    named = run_head(frame.doc, cue.head.sent.start)
    if named is None or named.i > cue.head.i or frame.inside[named.i] >= 0 or not frame.speakers.can_speak(named):
        return cue
    return replace(cue, speaker=named)


def _shared_subject(frame: Frame, cue: Cue) -> Cue:
    """The cue with the speaker of the report before it in the sentence: '"...," X said, adding: ...', where the tree makes
    a word inside the quotation its subject."""
    for token in _back(frame, cue.head.i - 1, colon=True):
        earlier = frame.cues.get(token.i)
        if earlier is not None and earlier.speaker is not None and frame.inside[earlier.speaker.i] < 0:
            return replace(cue, speaker=earlier.speaker)
    return replace(cue, speaker=None)
