"""Which one a headline means, and the words that it leaves out."""

from __future__ import annotations

from generator.model import Argument, EventMention
from generator.model.span import Span, span_of
from generator.resolve.titles import Title
from generator.resolve.titles_left_out import dated, named_by
from generator.resolve.titles_which import told_which

TEXT = "Arland resumed the deal on exports of Lakeland grain. Berland brokered the deal in July."


def deal(head: str = "exports of Lakeland grain") -> EventMention:
    at, about = TEXT.index("deal"), TEXT.index(head)
    topic = Argument("topic", span_of(TEXT, about, about + len(head)), None, head.split()[0], False)
    return EventMention(
        "e0", span_of(TEXT, at, at + 4), "deal", "agree", (topic,), None, None, "s0", span_of(TEXT, 0, 52), tag="NN"
    )


def test_a_lone_deal_is_told_by_what_it_is_about() -> None:
    title = told_which(Title("Berland brokers the deal", 2.9, True), [deal()], TEXT)
    assert title.text == "Berland brokers the deal on exports of Lakeland grain"
    assert title.score > 3


def test_what_is_told_already_or_nowhere_stays() -> None:
    told = Title("Berland brokers the deal with Arland", 3.0, True)
    assert told_which(told, [deal()], TEXT) == told
    alone = Title("Berland brokers the pact", 2.9, True)
    assert told_which(alone, [deal()], TEXT) == alone


def left_out(line: str, date: str = "") -> str:
    place, spans = 0, []
    for part in line.split():
        spans.append(Span(place, place + len(part), part))
        place += len(part) + 1
    dates = [Span(line.index(date), line.index(date) + len(date), date)] if date else []
    gone = named_by(spans) | dated(spans, dates)
    return " ".join(span.text for number, span in enumerate(spans) if number not in gone)


def test_who_calls_something_by_quoted_words_is_left_out() -> None:
    assert left_out("what it calls a “safety step” against Berland") == "a “safety step” against Berland"
    assert left_out("what the paper described as “a step”") == "“a step”"
    assert left_out("what it calls a safety step") == "what it calls a safety step"


def test_a_part_of_a_month_is_left_out_with_it() -> None:
    assert left_out("the hospital at the end of March 2031", "March 2031") == "the hospital"
    assert left_out("the crisis of March 2031", "March 2031") == "the crisis of March 2031"
