"""Source and publisher pages: what an article tells besides, and what a publisher alone reports."""

from __future__ import annotations

from dataclasses import replace

from generator.model import Argument, EventMention, KnowledgeBase
from tests.compile.pages import body_of, changed_extraction, section

COURIER = "harbor-courier-bridge"
PAGE = f"sources/{COURIER}.md"


def with_happenings(kb: KnowledgeBase, *clauses: str) -> KnowledgeBase:
    """The courier's article with an event mention (of an event without a page) for each of these clauses."""
    found = kb.extractions[COURIER]
    text = kb.articles[COURIER].text
    base = found.events[1]
    mentions: list[EventMention] = []
    for number, clause in enumerate(clauses):
        start = text.index(clause)
        sentence = next(s for s in found.sentences if s.span.start <= start < s.span.end)
        span = replace(base.clause, start=start, end=start + len(clause), text=clause)
        opening = clause.split()[0]
        who = Argument("agent", replace(span, end=start + len(opening), text=opening), None)
        mentions.append(
            replace(
                base, id=f"x{number}", clause=span, trigger=who.span, arguments=(who,), sentence=sentence.id, time=None
            )
        )
    quiet = replace(kb.events["treaty-signed"], id="quiet", page=None, main_of=(), mentions=())
    changed = changed_extraction(kb, COURIER, events=(*found.events, *mentions))
    event_of = {**kb.event_of, **{(COURIER, mention.id): "quiet" for mention in mentions}}
    return replace(changed, events={**kb.events, "quiet": quiet}, event_of=event_of)


class TestToldBesides:
    def test_a_happening_without_a_page_is_a_line_with_its_citation(self, kb) -> None:
        reports = section(body_of(with_happenings(kb, "a gull landed on the old pier"), PAGE), "What it reports")
        assert reports.index("what the article is about") < reports.index("in the background")
        assert reports.index("in the background") < reports.index("Told besides")
        assert "- a gull landed on the old pier<sup" in reports
        assert '<span class="aside">June 2024</span>' in reports

    def test_its_sentence_is_shown_in_the_text(self, kb, pages) -> None:
        assert "a gull landed" not in section(pages[PAGE].body, "The text")
        assert "a gull landed" in section(
            body_of(with_happenings(kb, "a gull landed on the old pier"), PAGE), "The text"
        )

    def test_a_clause_inside_another_is_left_out(self, kb) -> None:
        made = with_happenings(kb, "Earlier in the day a gull landed on the old pier", "a gull landed on the old pier")
        assert section(body_of(made, PAGE), "What it reports").count("a gull landed") == 1

    def test_what_cannot_stand_alone_is_left_out(self, kb) -> None:
        made = with_happenings(kb, "whatever the weather brings", "a gull landed")
        events = made.extractions[COURIER].events
        bare = changed_extraction(made, COURIER, events=(*events[:-2], replace(events[-2], arguments=()), events[-1]))
        assert "Told besides" not in body_of(bare, PAGE)

    def test_many_are_folded(self, kb) -> None:
        made = with_happenings(kb, "a gull landed on the old pier")
        mention = made.extractions[COURIER].events[-1]
        text = made.articles[COURIER].text
        clauses = [s.span for s in made.extractions[COURIER].sentences if s.paragraph > 0]
        many = tuple(
            replace(
                mention, id=f"x{n}", clause=span, sentence=f"s{n + 1}",
                arguments=(replace(mention.arguments[0], span=replace(span, end=span.start + 1, text=text[span.start])),),
            )
            for n, span in enumerate(clauses)
        )  # fmt: skip
        made = replace(made, event_of={**made.event_of, **{(COURIER, m.id): "quiet" for m in many}})
        reports = section(
            body_of(changed_extraction(made, COURIER, events=(*kb.extractions[COURIER].events, *many)), PAGE),
            "What it reports",
        )
        assert "<summary>3 more points</summary>" in reports


class TestPublisher:
    def test_what_it_alone_has_of_events_that_others_tell_too(self, pages) -> None:
        alone = section(
            pages["publishers/northern-wire.md"].body, "What it alone reports of events that others tell too"
        )
        assert "[Ilves visits Port Marin](../events/ilves-visits-port-marin.md#only)" in alone
        assert "1 figure and 1 statement</span>" in alone

    def test_a_publisher_that_has_nothing_alone_has_no_such_section(self, pages) -> None:
        assert "What it alone reports" not in pages["publishers/the-harbor-courier.md"].body
