"""The site as a reader uses it, in Chromium."""

from __future__ import annotations

import itertools
import re

import pytest

pytestmark = pytest.mark.browser

EVENT, ENTITY = "events/ilves-visits-port-marin/", "entities/mara-ilves/"
SOURCE = "sources/northern-wire-bridge/"
KINDS = [
    "",
    "method/",
    "entities/",
    "events/",
    "sources/",
    "publishers/",
    EVENT,
    ENTITY,
    SOURCE,
    "publishers/northern-wire/",
]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def found_by_search(page, words: str) -> list[str]:
    page.locator("label[for=__search]").first.click() if not page.locator(".md-search__input").is_visible() else None
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially(words)
    page.locator(".md-search-result__link").first.wait_for()
    return [link.get_attribute("href") for link in page.locator(".md-search-result__link").all()]


@pytest.mark.parametrize("words", ["Mara Ilves", "Maara"])
def test_search_by_name_or_variant_finds_the_entity_first(visit, words) -> None:
    assert f"/{ENTITY}" in found_by_search(visit(), words)[0]


def test_search_does_not_hold_the_text_of_articles(visit, site) -> None:
    index = (site / "news" / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "Mara Ilves" in index
    assert "did not name a new contractor" not in index
    assert "the highest level of trust" not in index


def test_from_a_citation_to_the_highlighted_sentence_and_back(visit) -> None:
    page = visit(EVENT)
    mark = page.locator(".md-content sup.cite a").filter(has_text=re.compile("^2$")).first
    mark.click()
    page.wait_for_url(f"**/{SOURCE}#s0")
    sentence = page.locator("#s0")
    assert "Maara Ilves, the Veldian transport minister" in sentence.inner_text()
    assert sentence.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert page.locator("#s1").evaluate("e => getComputedStyle(e).backgroundColor") == "rgba(0, 0, 0, 0)"
    box = sentence.bounding_box()
    assert box is not None
    assert 60 < box["y"] < 700
    page.locator("#s0 + details.back summary").click()
    page.locator("#s0 + details.back a", has_text="Ilves visits Port Marin").click()
    page.wait_for_url(f"**/{EVENT}")


def test_a_citation_shows_sentence_publisher_and_date(visit) -> None:
    page = visit(EVENT)
    mark = page.locator(".md-content sup.cite a").first
    hint = mark.get_attribute("title") or ""
    assert "Transport Minister Mara Ilves arrived" in hint
    assert "— The Harbor Courier, 29 November 2024" in hint
    mark.hover()
    page.locator(".md-tooltip2", has_text="The Harbor Courier, 29 November 2024").wait_for()


@pytest.mark.parametrize("width", [320, 390, 768])
def test_no_sideways_scroll(visit, width) -> None:
    page = visit(width=width, height=844)
    origin = page.url
    for path in KINDS:
        page.goto(origin + path)
        assert page.evaluate(OVERFLOW) <= 0, path


def test_a_wide_table_scrolls_inside_its_own_box_without_scripts(visit) -> None:
    page = visit(ENTITY, width=320, java_script_enabled=False)
    box = page.locator(".together .table-scroll")
    assert page.evaluate(OVERFLOW) <= 0
    assert box.evaluate("e => getComputedStyle(e).overflowX") == "auto"
    assert box.evaluate("e => e.scrollWidth > e.clientWidth")


@pytest.mark.parametrize("scripts", [True, False])
def test_compared_accounts_are_stacked_on_a_phone(visit, scripts) -> None:
    page = visit(EVENT, width=390, height=844, java_script_enabled=scripts)
    box = page.locator(".accounts .table-scroll")
    assert box.evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    row = box.locator("tbody tr", has_text="Workers")
    label, *cells = [cell.bounding_box() for cell in row.locator("th, td").all()]
    assert [round(cell["x"]) for cell in cells] == [round(label["x"])] * len(cells)
    assert all(above["y"] + above["height"] <= below["y"] for above, below in itertools.pairwise([label, *cells]))
    names = [cell.evaluate("e => getComputedStyle(e, '::before').content") for cell in row.locator("td").all()]
    assert names == ['"The Harbor Courier"', '"Northern Wire"', "none"]
    verdict = row.locator(".verdict")
    assert verdict.is_visible()
    assert verdict.bounding_box()["x"] + verdict.bounding_box()["width"] <= 390


def test_compared_accounts_are_a_table_on_a_desktop(visit) -> None:
    row = visit(EVENT).locator(".accounts tbody tr", has_text="Workers")
    tops = {round(cell.bounding_box()["y"]) for cell in row.locator("th, td").all()}
    assert len(tops) == 1
    assert row.locator("th").get_attribute("scope") == "row"


def test_the_search_dialog_has_a_name(visit) -> None:
    assert visit(EVENT).get_by_role("dialog", name="Search").count() == 1


def test_dark_mode_follows_the_system(visit) -> None:
    light, dark = visit(EVENT, color_scheme="light"), visit(EVENT, color_scheme="dark")
    read = "getComputedStyle(document.body).backgroundColor"
    assert light.evaluate(read) == "rgb(253, 252, 249)"
    assert dark.evaluate(read) == "rgb(23, 24, 27)"


def test_hostile_text_is_shown_and_does_not_run(visit) -> None:
    page = visit(SOURCE)
    assert (
        "[the road](javascript:alert(1)) *may* close: 50 % | <b onclick='x'>more</b> & `less`."
        in page.locator("#s5").inner_text()
    )
    assert page.locator(".md-content b").count() == 0
    assert page.locator("h1").inner_text() == "A visit & its <cost>: who pays?"
    assert page.title().startswith("A visit & its <cost>: who pays?")


def test_headings_come_in_order_and_once(visit) -> None:
    page = visit()
    origin = page.url
    for path in KINDS:
        page.goto(origin + path)
        assert page.locator(".md-content h1").count() == 1, path
        ids = page.eval_on_selector_all("[id]", "all => all.map(e => e.id)")
        assert len(ids) == len(set(ids)), path
