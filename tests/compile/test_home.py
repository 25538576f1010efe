"""The home page: where accounts differ, in their words."""

from __future__ import annotations

from dataclasses import replace

from tests.compile.pages import body_of, section

VISIT = "ilves-visits-port-marin"


def test_the_differing_words_are_shown_with_their_citation_and_source(pages) -> None:
    differ = section(pages["index.md"].body, "Where the accounts differ")
    assert "[Ilves visits Port Marin](events/ilves-visits-port-marin.md)" in differ
    assert "- Workers: More than 1,200 workers<sup" in differ
    assert '<span class="aside">The Harbor Courier</span>; About 1,500 workers<sup' in differ
    assert "[cite-1]: sources/harbor-courier-bridge.md#s5" in pages["index.md"].body


def test_what_agrees_is_not_shown_there(pages) -> None:
    assert "Mara Ilves" not in section(pages["index.md"].body, "Where the accounts differ")


def test_the_most_disputed_events_stand_first_then_those_of_most_articles(kb) -> None:
    event = kb.events[VISIT]
    twice = replace(event, id="z", page="events/z.md", title="Z", facets=(*event.facets, event.facets[2]))
    single = replace(event, id="a", page="events/a.md", title="A", mentions=event.mentions[:1])
    body = body_of(replace(kb, events={**kb.events, "z": twice, "a": single}), "index.md")
    differ = section(body, "Where the accounts differ")
    assert differ.index("[Z](") < differ.index("[Ilves visits") < differ.index("[A](")


def test_further_points_are_counted(kb) -> None:
    event = kb.events[VISIT]
    more = replace(event, facets=(*event.facets, *[event.facets[2]] * 3))
    differ = section(body_of(replace(kb, events={**kb.events, VISIT: more}), "index.md"), "Where the accounts differ")
    assert differ.count("- Workers:") == 2
    assert "2 more points" in differ


def test_a_day_is_shown_as_a_date(kb) -> None:
    event = kb.events[VISIT]
    when = replace(
        event.facets[1],
        verdict="differ",
        cells=(event.facets[1].cells[0], replace(event.facets[1].cells[1], value="2024-11-28")),
    )
    body = body_of(replace(kb, events={**kb.events, VISIT: replace(event, facets=(when,))}), "index.md")
    assert "When: 29 November 2024 (“on Friday”)<sup" in body
    assert "; 28 November 2024 (“on 29 November”)<sup" in body


def test_without_a_difference_there_is_no_such_section(kb) -> None:
    event = kb.events[VISIT]
    alike = replace(event, facets=event.facets[:2])
    assert "Where the accounts differ" not in body_of(replace(kb, events={**kb.events, VISIT: alike}), "index.md")


def test_it_leads_to_the_figures(pages) -> None:
    assert "[All figures that the articles give](figures/index.md)" in pages["index.md"].body
