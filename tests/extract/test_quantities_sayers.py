"""Who gives a figure: the speaker, those who speak with him, and those who accuse."""

from __future__ import annotations

from generator.extract.quantities import attribute_quantities
from generator.extract.quantities_sayers import find_sayers
from generator.model import Argument, EventMention, Mention, Quantity, Quote
from generator.model.span import span_of

from .docs import make_doc

# The mayor and the police said 12 people left .
DOC = make_doc("""
The DT det 2
mayor NN nsubj 6
and CC cc 2
the DT det 5
police NNS conj 2
said VBD ROOT 0
12 CD nummod 8
people NNS nsubj 9
left VBD ccomp 6
. . punct 6
""")
TEXT = DOC.text


def spot(words):
    start = TEXT.index(words)
    return span_of(TEXT, start, start + len(words))


FIGURE = Quantity("n0", spot("12"), 12, 12, None, "people", spot("people"), None, None, "s0")
MENTIONS = (
    Mention("m0", spot("The mayor"), "person", "nominal", "c0", "s0"),
    Mention("m1", spot("the police"), "organization", "nominal", "c1", "s0"),
)
QUOTE = Quote("q0", (spot("12 people left"),), (), None, "c0", spot("The mayor"), "indirect", None, ("s0",))


def accusing(**more):
    who = (Argument("agent", spot("The mayor"), "c2"), Argument("agent", spot("the police"), "c3"))
    clause = span_of(TEXT, 0, len(TEXT))
    return EventMention("e0", spot("said"), "accuse", "accuse", who, None, None, "s0", clause, **more)


def test_all_who_speak_together_give_the_figure() -> None:
    (item,) = attribute_quantities((FIGURE,), (QUOTE,), (), MENTIONS, DOC)
    assert (item.said_by, item.sayers) == ("c0", ("c0", "c1"))


def test_without_a_parse_the_speaker_stands_alone() -> None:
    assert find_sayers(FIGURE, (QUOTE,), ()) == ("c0",)


def test_those_who_accuse_give_the_figures_of_the_accusation() -> None:
    assert find_sayers(FIGURE, (), (accusing(),)) == ("c2", "c3")
    assert find_sayers(FIGURE, (), (accusing(attribution="c9"),)) == ("c9", "c2", "c3")
    assert find_sayers(FIGURE, (), (accusing(polarity=False),)) == ()


def test_the_article_itself_gives_what_nobody_says() -> None:
    (item,) = attribute_quantities((FIGURE,), (), (), MENTIONS, DOC)
    assert (item.said_by, item.sayers) == (None, ())
