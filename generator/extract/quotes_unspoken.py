"""Words in quotation marks that are no speech: what signs show, and titles of works."""

from __future__ import annotations

from spacy.tokens import Token

from generator.extract.quotes_cues import subject_of
from generator.extract.quotes_frame import INTRODUCERS, Frame, previous, tops
from generator.extract.quotes_lexicon import load_words

_OF_A_WORK = frozenset({"of", "for", "from", "called", "titled", "entitled", "named"})
_JOINING = frozenset({"and", "or", ","})


def find_unspoken(frame: Frame) -> frozenset[int]:
    """The numbers of the segments that are no speech: displayed on a sign (with those joined to them by "and"), or titles."""
    shown: set[int] = set()
    for number in range(len(frame.segments)):
        if (number - 1 in shown and _joined(frame, number)) or displayed(frame, number):
            shown.add(number)
    return frozenset(shown | {number for number in range(len(frame.segments)) if entitled(frame, number)})


def _joined(frame: Frame, number: int) -> bool:
    between = frame.doc[frame.segments[number - 1].last + 1 : frame.segments[number].first]
    words = [token.lower_ for token in between if not token.is_quote and not token.is_space]
    return bool(words) and _JOINING.issuperset(words)


def displayed(frame: Frame, number: int) -> bool:
    """Whether a sign, a banner or the like shows the words: they are nobody's quote."""
    if _reads(frame, number):
        return True
    for top in tops(frame, number):
        for above in top.ancestors:
            if _is_sign(above):
                return True
            if above.pos_ in ("VERB", "AUX"):
                subject = subject_of(above)
                return subject is not None and _is_sign(subject)
    return False


def _reads(frame: Frame, number: int) -> bool:
    """A verb such as "read" right before the words, and a sign before it: found by place, since "as a banner ... read" parses badly."""
    at = frame.segments[number].first - 1
    while at >= 0 and not frame.doc[at].is_alpha:
        at -= 1
    if at < 0 or frame.doc[at].lemma_.lower() not in load_words().showing:
        return False
    return any(_is_sign(token) for token in frame.doc[frame.doc[at].sent.start : at])


def _is_sign(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.lemma_.lower() in load_words().signs


def entitled(frame: Frame, number: int) -> bool:
    """Whether the words are the title of a work: capitals throughout, in a sentence that is not written so."""
    if _named_as_work(frame, number):
        return True
    segment = frame.segments[number]
    words = [token for token in frame.doc[segment.first : segment.last + 1] if token.is_alpha]
    place = previous(frame, segment.first - 1)
    opens = place is None or frame.doc[segment.first].sent.start >= segment.first - 1
    introduced = (opens and not _made(frame, number)) or (place is not None and frame.doc[place].text in INTRODUCERS)
    if len(words) < 2 or introduced or not _capital(words) or any(word.ent_type_ == "NORP" for word in words):
        return False
    around = [token for token in frame.doc[segment.first].sent if frame.inside[token.i] < 0 and token.is_alpha]
    return not _capital(around)


def _named_as_work(frame: Frame, number: int) -> bool:
    """Whether a noun for a work or a part of one stands right before the words, which begin with capitals: "a clip of ‘The ...’"."""
    segment = frame.segments[number]
    words = [token for token in frame.doc[segment.first : segment.last + 1] if token.is_alpha or token.like_num]
    place = previous(frame, segment.first - 1)
    if place is not None and place > 0 and frame.doc[place].lower_ in _OF_A_WORK:
        place -= 1
    if place is None or frame.doc[place].pos_ not in ("NOUN", "PROPN") or not words:
        return False
    work = frame.doc[place].lemma_.lower() in load_words().works
    return (
        work
        and all(word.text[:1].isupper() or word.like_num or word.is_stop for word in words)
        and (words[0].text[:1].isupper() or words[0].like_num)
    )


def _made(frame: Frame, number: int) -> bool:
    """Whether something is done to the words as to a thing: '“Night Ferry” was written by X'."""
    return any(top.dep_ == "nsubjpass" for top in tops(frame, number))


def _capital(words: list[Token]) -> bool:
    content = [word for word in words if not word.is_stop]
    return bool(content) and all(word.text[:1].isupper() for word in content) and words[0].text[:1].isupper()
