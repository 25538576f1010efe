"""Event pages: the card, the comparison, what is told alike, origins, and what is not known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compile import compile_pages
from generator.compile.source import _is_participle
from generator.config import Config
from generator.model import (
    Account,
    Aligned,
    Cell,
    Event,
    EventRef,
    Evidence,
    Facet,
    KnowledgeBase,
    Origin,
    Participant,
    Span,
)
from tests.compile.pages import body_of, box_row, changed_extraction, section

VISIT = "ilves-visits-port-marin"
PAGE = f"events/{VISIT}.md"
COURIER, WIRE = "harbor-courier-bridge", "northern-wire-bridge"


def with_event(kb: KnowledgeBase, key: str, **changes: object) -> KnowledgeBase:
    return replace(kb, events={**kb.events, key: replace(kb.events[key], **changes)})


def whole(kb: KnowledgeBase, article: str, sentence: str) -> Evidence:
    return Evidence(article, sentence, kb.sentence(article, sentence).span)


def words(kb: KnowledgeBase, article: str, text: str) -> Evidence:
    start = kb.articles[article].text.index(text)
    sentence = next(s.id for s in kb.extractions[article].sentences if s.span.start <= start < s.span.end)
    span = replace(kb.sentence(article, sentence).span, start=start, end=start + len(text), text=text)
    return Evidence(article, sentence, span)


def crowd(kb: KnowledgeBase, count: int) -> KnowledgeBase:
    """The knowledge base in which `count` more articles, word for word like the wire's, tell of the visit."""
    articles, extractions = dict(kb.articles), dict(kb.extractions)
    event = kb.events[VISIT]
    keys = [f"paper-{number}" for number in range(count)]
    for key in keys:
        articles[key] = replace(kb.articles[WIRE], id=key, publisher=f"Paper {key[-1]}")
        extractions[key] = replace(kb.extractions[WIRE], article=key)

    def copied(items: tuple[Cell, ...]) -> tuple[Cell, ...]:
        mine = [cell for cell in items if cell.article == WIRE]
        return (*items, *(replace(c, article=k, evidence=replace(c.evidence, article=k)) for k in keys for c in mine))

    event = replace(
        event,
        mentions=(*event.mentions, *(EventRef(key, "e0") for key in keys)),
        accounts=(*event.accounts, *(replace(event.accounts[1], article=key) for key in keys)),
        facets=tuple(replace(f, cells=copied(f.cells)) for f in event.facets),
    )
    return replace(kb, articles=articles, extractions=extractions, events={**kb.events, VISIT: event})


class TestCard:
    def test_who_comes_with_role_and_part(self, pages) -> None:
        who = box_row(pages[PAGE].body, "Who")
        assert "[Mara Ilves]" in who
        assert '<span class="aside">Veldian transport minister</span>' in who
        assert '<span class="aside">bridge builder</span>' in who

    def test_people_without_a_name_stand_in_the_words_of_the_article(self, kb) -> None:
        item = words(kb, WIRE, "Unnamed officials")
        facets = (*kb.events[VISIT].facets, Facet("who", "Who", "only here", (Cell(WIRE, item, None),)))
        who = box_row(body_of(with_event(kb, VISIT, facets=facets), PAGE), "Who")
        assert who.index("Osk Tarn") < who.index("Unnamed officials<sup")

    def test_other_words_for_the_named_and_for_each_other_are_left_out(self, kb) -> None:
        item = words(kb, WIRE, "Unnamed officials")
        short = replace(item, span=replace(item.span, start=item.span.end - 9, text="officials"))
        cells = (Cell(WIRE, short, None), Cell(WIRE, item, None))
        facets = (*kb.events[VISIT].facets, Facet("who", "Who", "only here", cells))
        who = box_row(body_of(with_event(kb, VISIT, facets=facets), PAGE), "Who")
        assert who.count("fficials") == 1
        assert "Unnamed officials<sup" in who

    def test_what_is_the_clause_with_its_type_as_a_tag(self, pages) -> None:
        what = box_row(pages[PAGE].body, "What")
        assert "“Transport Minister Mara Ilves arrived in Port Marin on Friday”<sup" in what
        assert '<span class="tag">Talks</span>' in what

    def test_a_long_clause_is_cut_behind_a_word(self, kb) -> None:
        sentence = whole(kb, WIRE, "s5")
        long = replace(sentence, span=kb.sentence(WIRE, "s0").span, sentence="s0")
        text = kb.articles[WIRE].text
        both = replace(long.span, end=kb.sentence(WIRE, "s1").span.end, text=text[long.span.start : 190])
        both = replace(both, end=both.start + len(both.text))
        what = box_row(body_of(with_event(kb, VISIT, title_evidence=replace(long, span=both)), PAGE), "What")
        assert " ...”<sup" in what

    def test_the_three_clocks(self, pages) -> None:
        when = box_row(pages[PAGE].body, "When")
        assert "29 November 2024<br>read from “on Friday”<sup" in when
        assert "Published from 29 to 30 November 2024" in when
        assert "Retrieved 1 December 2024" in when

    def test_the_same_words_are_read_once(self, kb) -> None:
        event = kb.events[VISIT]
        again = replace(event, date_words=(event.date_words[0],) * 2, date_reasons=event.date_reasons)
        when = box_row(body_of(replace(kb, events={**kb.events, VISIT: again}), PAGE), "When")
        assert when.count("on Friday") == 1


class TestComparison:
    def test_rows_stand_in_the_order_of_what_a_reader_asks(self, kb) -> None:
        event = kb.events[VISIT]
        mixed = with_event(kb, VISIT, facets=tuple(reversed(event.facets)))
        table = section(body_of(mixed, PAGE), "Accounts compared")
        labels = [">Who</th>", ">When</th>", ">Workers</th>", ">Quotation</th>"]
        assert [table.index(label) for label in labels] == sorted(table.index(label) for label in labels)

    def test_what_one_account_has_is_no_row(self, pages) -> None:
        table = section(pages[PAGE].body, "Accounts compared")
        assert ">Percent</th>" not in table
        assert table.count(">Quotation</th>") == 1

    def test_who_what_when_where_of_one_account_stay(self, kb) -> None:
        event = kb.events[VISIT]
        place = Facet("where", "Where", "only here", (Cell(WIRE, words(kb, WIRE, "Port Marin"), "port-marin"),))
        body = body_of(with_event(kb, VISIT, facets=(*event.facets, place)), PAGE)
        row = next(line for line in section(body, "Accounts compared").splitlines() if ">Where</th>" in line)
        assert "not found" in row
        assert "Only here" in row

    def test_a_long_table_folds_its_end(self, kb) -> None:
        event = kb.events[VISIT]
        body = body_of(with_event(kb, VISIT, facets=(*event.facets, *[event.facets[2]] * 20)), PAGE)
        assert "<summary>12 more points that several accounts have</summary>" in body

    def test_many_quotations_go_to_their_section(self, kb) -> None:
        event = kb.events[VISIT]
        body = body_of(with_event(kb, VISIT, facets=(*event.facets, *[event.facets[3]] * 6)), PAGE)
        table = section(body, "Accounts compared")
        assert table.count(">Quotation</th>") == 4
        assert "[3 more quotations](#quotations) in several accounts." in table

    def test_many_articles_are_listed_by_wording(self, kb) -> None:
        body = body_of(crowd(kb, 4), PAGE)
        table = section(body, "Accounts compared")
        assert '<th scope="col">What the accounts say</th>' in table
        assert "not found" not in table
        row = next(line for line in table.splitlines() if ">Workers</th>" in line)
        assert row.count("About 1,500 workers") == 1
        assert "Northern Wire, Paper 0, Paper 1, Paper 2 and Paper 3</span>" in row

    def test_every_row_has_as_many_cells_as_the_head(self, kb) -> None:
        for made in (kb, crowd(kb, 4)):
            rows = [line for line in body_of(made, PAGE).splitlines() if line.startswith("<tr")]
            assert len({line.count("<th") + line.count("<td") for line in rows}) == 1

    def test_an_event_of_one_article_has_facets_and_no_table(self, kb) -> None:
        item = words(kb, "loose-leaf", "a storm")
        facets = (Facet("who", "Who", "only here", (Cell("loose-leaf", item),)),)
        body = body_of(with_event(kb, "storm-closes-port", facets=facets), "events/storm-closes-port.md")
        assert "Accounts compared" not in body
        assert "Only in one account" not in body
        assert "fact" not in body.partition('class="counts"')[2].partition("</p>")[0]
        assert "A storm<sup" in box_row(body, "Who")


class TestAlike:
    @pytest.fixture
    def aligned(self, kb) -> KnowledgeBase:
        pair = Aligned((whole(kb, COURIER, "s1"), whole(kb, WIRE, "s0")))
        accounts = tuple(
            replace(a, sentences=ids, alone=ids)
            for a in kb.events[VISIT].accounts
            if (ids := tuple(s.id for s in kb.extractions[a.article].sentences))
        )
        return with_event(kb, VISIT, shared=(pair,), accounts=accounts)

    def test_both_wordings_stand_side_by_side(self, aligned) -> None:
        alike = section(body_of(aligned, PAGE), "Told alike")
        assert alike.count('<div class="alike"') == 1
        assert "for talks with bridge builder" in alike
        assert "to meet [Osk Tarn]" in alike
        assert '<span class="credit">Northern Wire</span>' in alike

    def test_the_rest_is_only_in_its_account(self, aligned) -> None:
        only = section(body_of(aligned, PAGE), "Only in one account")
        courier, wire = only.split('<p class="account"')[1:]
        assert "a gull landed on the old pier" in courier
        assert "treaty between the two towns" in wire
        assert "for talks with bridge builder" not in only
        assert "opens bridge talks" not in courier.partition("</p>")[2]

    def test_without_compared_sentences_nothing_is_called_the_rest(self, pages) -> None:
        assert "a gull landed" not in section(pages[PAGE].body, "Only in one account")

    def test_a_fact_in_a_common_sentence_has_its_label(self, aligned) -> None:
        event = aligned.events[VISIT]
        item = words(aligned, WIRE, "to meet Osk Tarn")
        facets = (*event.facets, Facet("figure", "Meetings", "only here", (Cell(WIRE, item, 1.0),)))
        only = section(body_of(with_event(aligned, VISIT, facets=facets), PAGE), "Only in one account")
        assert "- Meetings: to meet [Osk Tarn]" in only

    def test_equal_wordings_stand_once(self, kb) -> None:
        pair = Aligned((whole(kb, WIRE, "s0"), replace(whole(kb, WIRE, "s0"), article="paper-0")))
        made = crowd(kb, 1)
        alike = section(body_of(with_event(made, VISIT, shared=(pair,)), PAGE), "Told alike")
        assert alike.count("to meet [Osk Tarn]") == 1
        assert "Northern Wire and Paper 0" in alike


class TestOrigins:
    @pytest.fixture
    def one_origin(self, kb) -> KnowledgeBase:
        origin = Origin((COURIER, WIRE), "Gull Press", ("both name Gull Press",), (whole(kb, WIRE, "s0"),))
        facets = tuple(replace(f, origins=1) for f in kb.events[VISIT].facets)
        return with_event(kb, VISIT, origins=(origin,), facets=facets)

    def test_the_counts_say_how_many(self, one_origin, pages) -> None:
        assert "by 2 publishers, from 2 independent origins. 3 facts" in pages[PAGE].body
        assert "by 2 publishers, from 1 independent origin. 3 facts" in body_of(one_origin, PAGE)

    def test_groups_come_with_reason_and_evidence(self, one_origin) -> None:
        text = section(body_of(one_origin, PAGE), "Where these accounts come from")
        assert "Both count as one origin: Gull Press.<sup" in text
        assert "- Both name Gull Press." in text
        assert "origin of its own" not in text

    def test_one_origin_in_part_counts_once_and_is_told_so(self, kb) -> None:
        origin = Origin(tuple(sorted((COURIER, WIRE))), "Lake Press Agency", ("each credits it",), (), partly=True)
        body = body_of(with_event(kb, VISIT, origins=(origin,)), PAGE)
        assert "one origin in part" in section(body, "Where these accounts come from")
        assert "Whether anyone else confirms it" not in body

    def test_what_stands_in_one_account_is_never_repeated(self, kb) -> None:
        origin = Origin(tuple(sorted((COURIER, WIRE))), "Lake Press Agency", ("each credits it",), ())
        facets = tuple(replace(item, verdict="only here", origins=1) for item in kb.events[VISIT].facets[:2])
        body = body_of(with_event(kb, VISIT, origins=(origin,), facets=facets), PAGE)
        assert "one origin: both" not in body

    def test_articles_outside_a_group_are_said_to_be_origins(self, kb) -> None:
        made = crowd(kb, 1)
        origin = Origin((WIRE, "paper-0"), "Northern Wire", ("the same sentences",), (whole(made, WIRE, "s0"),))
        text = section(body_of(with_event(made, VISIT, origins=(origin,)), PAGE), "Where these accounts come from")
        assert "Both count as one origin: Northern Wire, which the other repeats." in text
        assert "The other article, of The Harbor Courier, 29 November 2024, is an origin of its own" in text

    def test_a_row_of_one_origin_says_so(self, one_origin) -> None:
        table = section(body_of(one_origin, PAGE), "Accounts compared")
        assert "one origin: both repeat Gull Press" in next(x for x in table.splitlines() if ">Who</th>" in x)

    def test_a_row_names_who_repeats_whom(self, kb) -> None:
        made = crowd(kb, 1)
        event = made.events[VISIT]
        origin = Origin((WIRE, "paper-0"), "Northern Wire", ("the same sentences",), (whole(made, WIRE, "s0"),))
        wire = tuple(cell for cell in event.facets[2].cells if cell.article != COURIER)
        facet = replace(event.facets[2], verdict="agree", note="", cells=wire, origins=1)
        table = section(body_of(with_event(made, VISIT, origins=(origin,), facets=(facet,)), PAGE), "Accounts compared")
        assert "one origin: Paper 0 repeats Northern Wire" in table

    def test_it_is_told_as_not_known_who_else_confirms(self, one_origin) -> None:
        unknown = section(body_of(one_origin, PAGE), "What we do not know")
        assert "Whether anyone else confirms it: both articles have one origin, Gull Press." in unknown

    def test_no_groups_no_section(self, pages) -> None:
        assert "Where these accounts come from" not in pages[PAGE].body


class TestUnknown:
    def test_what_is_to_come_has_no_outcome(self, kb) -> None:
        found = kb.extractions["loose-leaf"]
        later = changed_extraction(kb, "loose-leaf", events=(replace(found.events[0], modality="planned"),))
        unknown = section(body_of(later, "events/storm-closes-port.md"), "What we do not know")
        assert "Whether it took place: it is told as something to come.<sup" in unknown

    def test_places_and_days_that_are_named_are_listed(self, kb) -> None:
        undated = with_event(kb, "storm-closes-port", place=None, date=None, date_words=(), date_reasons=())
        unknown = section(body_of(undated, "events/storm-closes-port.md"), "What we do not know")
        assert "The program could not tell when it happened. Named in the accounts: “On Friday”.<sup" in unknown
        assert "The program could not tell where it happened. Named in the accounts: “Lunda”.<sup" in unknown

    def test_speakers_without_a_name(self, kb) -> None:
        text = "unnamed officials said"
        item = words(kb, "loose-leaf", "unnamed officials")
        quote = replace(
            kb.extractions[COURIER].quotes[0], id="l0", speaker=None, speaker_span=item.span,
            spans=(words(kb, "loose-leaf", "Nobody was hurt").span,), quoted=(), cue=None, sentences=(item.sentence,),
        )  # fmt: skip
        assert text in kb.articles["loose-leaf"].text
        made = changed_extraction(kb, "loose-leaf", quotes=(quote,))
        refs = (*made.events["storm-closes-port"].mentions,)
        account = replace(kb.events[VISIT].accounts[0], article="loose-leaf", sentences=("s0", "s1", "s2"))
        made = with_event(made, "storm-closes-port", accounts=(account,), mentions=refs)
        unknown = section(body_of(made, "events/storm-closes-port.md"), "What we do not know")
        assert "Who is meant by “unnamed officials”: the articles give no name." in unknown

    def test_figures_without_a_source_leave_out_ages(self, kb) -> None:
        found = kb.extractions[WIRE].quantities
        bare = tuple(replace(q, said_by=None) for q in found)
        aged = tuple(replace(q, said_by=None, unit="year") for q in found)
        account = replace(kb.events[VISIT].accounts[1], sentences=("s0", "s1"))
        base = with_event(kb, VISIT, accounts=(kb.events[VISIT].accounts[0], account))
        line = "Where these figures come from: “About 1,500 workers”."
        assert line in body_of(changed_extraction(base, WIRE, quantities=bare), PAGE)
        assert line not in body_of(changed_extraction(base, WIRE, quantities=aged), PAGE)


class TestAround:
    def test_events_without_a_date_stand_at_the_end(self, kb) -> None:
        treaty = replace(kb.events["treaty-signed"], date=None, date_words=(), date_reasons=())
        lines = section(
            body_of(replace(kb, events={**kb.events, treaty.id: treaty}), PAGE), "Told in the same articles"
        )
        assert lines.index("**Ilves visits Port Marin**") < lines.index('<p class="account">Date not known</p>')
        assert lines.index('<p class="account">Date not known</p>') < lines.index(
            '- <span class="when"></span> [Treaty is'
        )

    def test_a_month_without_a_year_is_no_place_in_time(self, kb) -> None:
        treaty = replace(kb.events["treaty-signed"], date="XXXX-06")
        lines = section(
            body_of(replace(kb, events={**kb.events, treaty.id: treaty}), PAGE), "Told in the same articles"
        )
        assert lines.index("Date not known</p>") < lines.index('<span class="when">June</span> [Treaty')

    def test_who_else_is_mentioned_is_linked(self, kb) -> None:
        event = kb.events[VISIT]
        less = with_event(kb, VISIT, participants=event.participants[:1])
        named = section(body_of(less, PAGE), "Also mentioned")
        assert "People\n:   [Osk Tarn](" in named
        assert "Mara Ilves" not in named

    def test_the_page_says_how_to_cite_it(self, pages) -> None:
        cite = section(pages[PAGE].body, "Cite this page")
        assert (
            "“Ilves visits Port Marin” (29 Nov 2024). Accounts compared: The Harbor Courier, 29 November 2024; "
            "Northern Wire, 30 November 2024. Page events/ilves-visits-port-marin." in cite
        )


class TestNothingTwice:
    def test_a_figure_of_the_table_is_not_listed_again(self, kb) -> None:
        account = replace(kb.events[VISIT].accounts[1], sentences=("s0", "s1", "s5"))
        made = with_event(kb, VISIT, accounts=(kb.events[VISIT].accounts[0], account))
        more = section(body_of(made, PAGE), "More figures")
        assert "50 %" in more
        assert "1,500" not in more

    def test_a_quotation_that_reads_alike_stands_in_the_table_only(self, kb) -> None:
        event = kb.events[VISIT]
        alike = (*event.facets[:3], replace(event.facets[3], note=""), *event.facets[4:])
        body = body_of(with_event(kb, VISIT, facets=alike), PAGE)
        assert "Cut to:" not in body
        assert "Cut to:" in body_of(kb, PAGE)  # with different wordings the section shows the differences

    def test_what_one_account_quotes_is_not_repeated(self, pages) -> None:
        assert pages[PAGE].body.count("“a beginning”") == pages[PAGE].body.count("- “a beginning”") + 1  # a tooltip


def test_all_pages_compile_with_everything_at_once(kb) -> None:
    made = crowd(kb, 6)
    event: Event = made.events[VISIT]
    origin = Origin((WIRE, "paper-0", "paper-1"), "", ("they share sentences",), (whole(made, WIRE, "s0"),))
    pair = Aligned((whole(made, COURIER, "s1"), whole(made, WIRE, "s0")))
    people = (*event.participants, Participant("bridge-agency", "recipient", (words(made, WIRE, "Bridge Agency"),)))
    full = with_event(made, VISIT, origins=(origin,), shared=(pair,) * 20, participants=people)
    pages = {page.path: page.body for page in compile_pages(full, Config())}
    assert (
        "All three count as one origin: they share their words, and none of them says from whom they are."
        in pages[PAGE]
    )
    assert "<summary>10 more sentences told alike</summary>" in pages[PAGE]
    assert "5 further ones on the pages of the articles." in pages[PAGE]


class TestOneArticle:
    """The event that one article tells: its page says what the article says of it, and no more than an excerpt."""

    def _body(self, kb: KnowledgeBase, *sentences: str, title: str = "") -> str:
        event = kb.events["storm-closes-port"]
        changed = with_event(kb, event.id, accounts=(Account("loose-leaf", sentences),), title=title or event.title)
        return next(page.body for page in compile_pages(changed, Config()) if page.path == event.page)

    def test_the_further_sentences_of_the_account_are_told(self, kb) -> None:
        told = section(self._body(kb, "s0", "s1"), "What the article tells")
        assert "was not there" in told
        assert "closed the port" not in told, "the opening has it already"

    def test_an_account_of_one_sentence_has_no_such_section(self, kb) -> None:
        assert "What the article tells" not in self._body(kb, "s0")

    def test_only_an_excerpt_is_shown(self, kb, monkeypatch) -> None:
        monkeypatch.setattr("generator.compile.tellings.MAX_TOLD", 1)
        body = section(self._body(kb, "s0", "s1", "s2"), "What the article tells")
        assert body.count("\n- ") == 1
        assert "1 further sentence of it in the article" in body

    def test_quotation_marks_in_a_title_are_inner_ones_in_its_citation(self, kb) -> None:
        body = self._body(kb, "s0", title="Storm of “a century” closes the port")
        assert "“Storm of ‘a century’ closes the port”" in section(body, "Cite this page")


def test_a_country_has_the_events_of_its_cities(pages) -> None:
    told = section(pages["entities/veldia.md"].body, "What is reported")
    assert "[Ilves visits Port Marin]" in told
    assert "as the place" in told


@pytest.mark.parametrize(
    ("tag", "before", "alone"),
    [("VBG", "Ilves ", True), ("VBG", "Ilves is ", False), ("VBD", "Ilves ", False)],
)
def test_a_participle_alone_is_no_statement(kb, tag, before, alone) -> None:
    clause = f"{before}walking"
    mention = replace(
        kb.event_mention("loose-leaf", "e0"),
        tag=tag,
        clause=Span(0, len(clause), clause),
        trigger=Span(len(before), len(clause), "walking"),
    )
    assert _is_participle(mention) is alone
