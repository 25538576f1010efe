"""The pages of the hand-made knowledge base."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace

import pytest

from generator.compile import compile_pages, render_page
from generator.config import Config
from generator.model import KnowledgeBase, Problem
from tests.compile.pages import body_of, box_row, changed_extraction

LINK = re.compile(r"\]\(([^)\s]+)|^\[cite-\d+\]: (\S+)", re.MULTILINE)
ANCHOR = re.compile(r'id="([^"]+)"|\{ #([a-z0-9-]+)')
WEB = ("http://", "https://")


def text_of(pages, path: str) -> str:
    return pages[path].body


def section(body: str, heading: str) -> str:
    """The part of a page under a heading, up to the next one."""
    start = body.index(f"## {heading} ")
    end = body.find("\n## ", start)
    return body[start:] if end < 0 else body[start:end]


def test_pages_and_their_order(pages, kb) -> None:
    assert list(pages) == sorted(pages)
    assert set(pages) == {
        "index.md", "method.md", "entities/index.md", "events/index.md", "figures/index.md", "sources/index.md",
        "publishers/index.md",
        "entities/mara-ilves.md", "entities/osk-tarn.md", "entities/bridge-agency.md", "entities/port-marin.md", "entities/veldia.md",
        "events/ilves-visits-port-marin.md", "events/treaty-signed.md", "events/storm-closes-port.md",
        "sources/harbor-courier-bridge.md", "sources/northern-wire-bridge.md", "sources/loose-leaf.md",
        "publishers/the-harbor-courier.md", "publishers/northern-wire.md", "publishers/lunda-post.md",
    }  # fmt: skip


def test_same_input_same_bytes(kb, pages) -> None:
    shuffled = replace(
        kb,
        articles=dict(reversed(kb.articles.items())),
        extractions=dict(reversed(kb.extractions.items())),
        entities=dict(reversed(kb.entities.items())),
        events=dict(reversed(kb.events.items())),
    )
    again = {page.path: render_page(page) for page in compile_pages(shuffled, Config())}
    assert again == {path: render_page(page) for path, page in pages.items()}


def test_every_link_and_anchor_resolves(pages) -> None:
    anchors = {path: {a or b for a, b in ANCHOR.findall(page.body)} for path, page in pages.items()}
    checked = 0
    for path, page in pages.items():
        for first, second in LINK.findall(page.body):
            target = first or second
            if target.startswith(WEB) or target.startswith("javascript"):
                assert not target.startswith("javascript") or "&#93;" in page.body
                continue
            file, _, anchor = target.partition("#")
            found = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            assert found in pages, (path, target)
            assert not anchor or anchor in anchors[found], (path, target)
            checked += 1
    assert checked > 150


def test_no_section_is_empty(pages) -> None:
    for path, page in pages.items():
        for block in re.split(r"^## .*$", page.body, flags=re.MULTILINE)[1:]:
            content = re.sub(r"<[^>]*>|\[cite-.*", "", block).strip()
            assert content, path
        assert "None" not in page.body, path


def test_no_heading_stands_inside_a_block(pages) -> None:
    for path, page in pages.items():
        depth = 0
        for line in page.body.splitlines():
            depth += line.count("<div") - line.count("</div>")
            assert not (depth and line.startswith("#")), path
        assert depth == 0, path


def test_no_internal_ids_or_underscores_in_prose(pages) -> None:
    for path, page in pages.items():
        prose = re.sub(r"\]\([^)]*\)|<[^>]*>|^\[cite.*$|\[cite-\d+\]|\{ #[^}]*\}", "", page.body, flags=re.MULTILINE)
        assert "_" not in prose.replace("&#95;", ""), path
        assert "mara-ilves" not in prose, path


def test_hostile_text_stays_text_on_every_page(pages) -> None:
    for path, page in pages.items():
        assert "<b onclick" not in page.body, path
        assert "](javascript:" not in page.body, path
        assert "<cost>" not in render_page(page), path


class TestEntity:
    def test_opening_gives_role_sources_and_counts(self, pages) -> None:
        body = text_of(pages, "entities/mara-ilves.md")
        assert "Mara Ilves: Veldian transport minister, according to Northern Wire and The Harbor Courier.<sup" in body
        assert (
            "Mentioned 8 times in 3 articles by 2 publishers and an unnamed one: 5 times by name, twice by description and once by pronoun."
            in body
        )

    def test_infobox(self, pages) -> None:
        body = text_of(pages, "entities/mara-ilves.md")
        assert (
            'Also called\n:   Ilves <span class="aside">twice, The Harbor Courier</span><br> Maara Ilves <span' in body
        )
        assert "Country\n" not in body  # no article carries it
        assert "Country\n:   [Veldia](veldia.md" in text_of(pages, "entities/port-marin.md")
        assert "First seen\n:   29 November 2024" in body
        assert "59.40° N, 24.70° W" in text_of(pages, "entities/port-marin.md")

    def test_reported_events_come_with_role_and_citation(self, pages) -> None:
        line = section(text_of(pages, "entities/osk-tarn.md"), "What is reported")
        assert (
            '<span class="when">29 November 2024</span> [Ilves visits Port Marin](../events/ilves-visits-port-marin.md)<sup'
            in line
        )
        assert "2 articles" in line

    def test_wordings_of_one_utterance_stand_together(self, pages) -> None:
        said = section(text_of(pages, "entities/mara-ilves.md"), "In their words")
        assert said.count('class="quotation"') == 1
        assert "whatever the weather brings”" in said
        assert "Cut to:</span> “We will finish the bridge in 2026”" in said

    def test_many_quotations_are_folded_and_the_rest_is_counted(self, kb) -> None:
        one = kb.utterances[0]
        many = tuple(replace(one, id=f"{one.id}-{number:03}") for number in range(70))
        made = {page.path: page for page in compile_pages(replace(kb, utterances=many), Config())}
        said = section(text_of(made, "entities/mara-ilves.md"), "In their words")
        assert said.count('class="quotation"') == 24
        assert "<summary>16 more quotations</summary>" in said
        assert (
            "46 further ones in [Ilves opens bridge talks in Port Marin](../sources/harbor-courier-bridge.md).</p>"
            in said
        )

    def test_companions_are_counted(self, pages) -> None:
        table = section(text_of(pages, "entities/mara-ilves.md"), "Mentioned together with")
        assert re.search(r"\| \[Port Marin\].* \| Place \| 3 \| 2 \| <sup", table)

    def test_receipt_and_namesakes(self, pages) -> None:
        body = text_of(pages, "entities/mara-ilves.md")
        assert "“Mara Ilves” and “Maara Ilves”: the names differ by one letter; both are transport minister." in body
        assert "named side by side in one sentence" in section(body, "Not to be confused with")

    def test_a_name_in_other_capitals_is_no_other_name(self, kb) -> None:
        entity = kb.entities["mara-ilves"]
        shouted = replace(entity, aliases=(*entity.aliases, replace(entity.aliases[0], form="MARA ILVES")))
        made = {p.path: p for p in compile_pages(replace(kb, entities={**kb.entities, entity.id: shouted}), Config())}
        assert "MARA" not in text_of(made, entity.page)

    def test_a_page_that_would_cite_nothing_shows_the_sentences(self, kb) -> None:
        entity = replace(kb.entities["lunda"], page="entities/lunda.md")
        alone = replace(kb, entities={**kb.entities, "lunda": entity}, events={}, event_of={})
        made = {page.path: page for page in compile_pages(alone, Config())}
        body = text_of(made, "entities/lunda.md")
        assert "On Friday a storm closed the port of Lunda" in section(body, "Where it is mentioned")
        assert "## Sources" in body

    def test_parts_without_content_are_left_out(self, pages) -> None:
        body = text_of(pages, "entities/veldia.md")
        for heading in ("In their words", "What others say", "Why these names", "Not to be confused"):
            assert f"## {heading}" not in body
        assert "A country." in body


class TestEvent:
    def test_summary_is_verbatim_with_links_and_a_citation(self, pages) -> None:
        body = text_of(pages, "events/ilves-visits-port-marin.md")
        assert "Transport Minister [Mara Ilves](../entities/mara-ilves.md" in body
        assert (
            "Told in 2 articles by 2 publishers, from 2 independent origins. "
            "3 facts agree, 1 differs and 2 stand in one account only." in body
        )

    def test_accounts_compared(self, pages) -> None:
        table = section(text_of(pages, "events/ilves-visits-port-marin.md"), "Accounts compared")
        row = next(line for line in table.splitlines() if ">Workers</th>" in line)
        assert "More than 1,200 workers<sup" in row
        assert "About 1,500 workers<sup" in row
        assert "Differ in size" in row
        assert ">Percent</th>" not in table  # only one account has it

    @pytest.mark.parametrize(("verdict", "opening"), [("agree", "only"), ("differ", "Differ in extent: only")])
    def test_an_account_without_a_publisher_is_called_by_a_short_title(self, kb, verdict: str, opening: str) -> None:
        event, long = kb.events["ilves-visits-port-marin"], "The minister came to town, and nobody had told the mayor"
        article = replace(kb.articles["northern-wire-bridge"], publisher=None, title=long)
        note = f"{'differ in extent: ' * (verdict == 'differ')}only {long} names Veldia"
        facet = replace(event.facets[0], verdict=verdict, note=note)
        noted = replace(event, facets=(facet, *event.facets[1:]))
        changed = replace(kb, articles={**kb.articles, article.id: article}, events={**kb.events, event.id: noted})
        made = {page.path: page for page in compile_pages(changed, Config())}
        table = section(text_of(made, event.page), "Accounts compared")
        assert f"{opening} “The minister came to town, and ...” names Veldia" in table
        assert 'data-label="“The minister came to town, and ...”"' in table
        assert f">{long}" not in table
        assert article.path not in table

    def test_two_accounts_of_one_publisher_are_told_apart_by_their_dates(self, kb) -> None:
        one = kb.articles["harbor-courier-bridge"]
        other = replace(kb.articles["northern-wire-bridge"], publisher=one.publisher)
        made = {
            page.path: page for page in compile_pages(replace(kb, articles={**kb.articles, other.id: other}), Config())
        }
        table = section(text_of(made, kb.events["ilves-visits-port-marin"].page), "Accounts compared")
        assert 'data-label="The Harbor Courier, 29 November 2024"' in table
        assert 'data-label="The Harbor Courier, 30 November 2024"' in table

    def test_when_tells_from_which_words_it_was_read(self, pages) -> None:
        body = text_of(pages, "events/ilves-visits-port-marin.md")
        assert "29 November 2024<br>read from “on Friday”<sup" in body
        assert "published 29 November 2024, a Friday" in body

    def test_other_times_than_the_event_date_are_not_shown(self, kb) -> None:
        event = kb.events["ilves-visits-port-marin"]
        mixed = replace(event, date_words=(*kb.events["treaty-signed"].date_words, *event.date_words), date_reasons=())
        made = {page.path: page for page in compile_pages(replace(kb, events={**kb.events, event.id: mixed}), Config())}
        card = text_of(made, event.page).split("Where\n")[0].split("When\n")[1]
        assert "on Friday" in card
        assert "in June" not in card

    def test_only_in_one_account_gives_the_sentence(self, pages) -> None:
        only = section(text_of(pages, "events/ilves-visits-port-marin.md"), "Only in one account")
        assert "- “a beginning”<sup" in only
        assert "50 %" in only

    def test_before_and_after(self, pages) -> None:
        lines = section(text_of(pages, "events/ilves-visits-port-marin.md"), "Before and after")
        assert lines.index("Treaty is signed") < lines.index("**Ilves visits Port Marin**")

    def test_what_is_not_known_is_said(self, pages) -> None:
        body = text_of(pages, "events/storm-closes-port.md")
        assert box_row(body, "When").startswith('<span class="snippet">A Friday<br>read from “On Friday”')
        unknown = section(body, "What we do not know")
        assert "Which day “On Friday” was" in unknown
        assert "only one article tells of it here" in unknown
        assert "The program could not tell where it happened." in text_of(pages, "events/treaty-signed.md")

    def test_one_account_is_not_compared(self, pages) -> None:
        assert "Accounts compared" not in text_of(pages, "events/storm-closes-port.md")


class TestSource:
    def test_metadata(self, pages) -> None:
        body = text_of(pages, "sources/northern-wire-bridge.md")
        assert "Publisher\n:   [Northern Wire](../publishers/northern-wire.md)" in body
        assert "Original\n:   [wire.example](https://wire.example/visit)" in body
        assert "Also published by\n:   [Lunda Post](https://post.example/copied)" in body

    def test_evidence_shows_cited_sentences_only_with_gaps(self, pages) -> None:
        text = section(text_of(pages, "sources/harbor-courier-bridge.md"), "The text")
        assert 'id="s3"' in text
        assert "a gull landed" not in text
        assert '<span class="gap">[...]</span>' in text

    def test_all_sentences_of_a_cited_quotation_are_shown(self, kb) -> None:
        found = kb.extractions["harbor-courier-bridge"]
        longer = (replace(found.quotes[0], sentences=("s3", "s7")), *found.quotes[1:])
        body = body_of(
            changed_extraction(kb, "harbor-courier-bridge", quotes=longer), "sources/harbor-courier-bridge.md"
        )
        assert "a gull landed" in section(body, "The text")

    def test_full_text_has_no_gaps(self, kb) -> None:
        full = {page.path: page for page in compile_pages(kb, Config(source_text="full"))}
        text = section(text_of(full, "sources/harbor-courier-bridge.md"), "The text")
        assert "a gull landed" in text
        assert "gap" not in text

    def test_none_keeps_the_anchors_and_hides_the_words(self, kb) -> None:
        hidden = {page.path: page for page in compile_pages(kb, Config(source_text="none"))}
        text = section(text_of(hidden, "sources/harbor-courier-bridge.md"), "The text")
        assert 'id="s3"' in text
        assert "bridge in 2026" not in text

    def test_rights_of_the_article_win(self, kb) -> None:
        article = replace(kb.articles["harbor-courier-bridge"], rights="none")
        bound = replace(kb, articles={**kb.articles, article.id: article})
        made = {page.path: page for page in compile_pages(bound, Config(source_text="full"))}
        assert "a gull landed" not in text_of(made, "sources/harbor-courier-bridge.md")
        assert "Tarn called" not in text_of(made, "sources/harbor-courier-bridge.md")

    def test_each_sentence_leads_back(self, pages) -> None:
        text = section(text_of(pages, "sources/harbor-courier-bridge.md"), "The text")
        assert '<summary aria-label="Cited on 6 pages">' in text
        assert "[Ilves visits Port Marin](../events/ilves-visits-port-marin.md" in text

    def test_event_words_lead_to_the_event(self, pages) -> None:
        text = section(text_of(pages, "sources/northern-wire-bridge.md"), "The text")
        assert "[signed](../events/treaty-signed.md" in text

    def test_removed_passages_are_counted(self, pages) -> None:
        assert "2 passages around the article" in text_of(pages, "sources/harbor-courier-bridge.md")

    def test_an_untitled_article_is_called_by_its_first_words(self, pages) -> None:
        assert "# “On Friday a storm closed the port of Lunda ...”" in text_of(pages, "sources/loose-leaf.md")


class TestIndexes:
    def test_entities_by_kind_with_rare_names_in_a_line(self, pages) -> None:
        body = text_of(pages, "entities/index.md")
        assert body.index("## People") < body.index("## Organizations") < body.index("## Places")
        assert "Mentioned in passing, without a page: Lunda." in body

    def test_events_newest_first_and_unknown_last(self, pages) -> None:
        body = text_of(pages, "events/index.md")
        assert (
            body.index("Ilves visits")
            < body.index("Treaty is")
            < body.index("## Date not known")
            < body.index("Storm closes")
        )

    def test_sources_by_publisher(self, pages) -> None:
        body = text_of(pages, "sources/index.md")
        assert (
            body.index("## Northern Wire") < body.index("## The Harbor Courier") < body.index("## Publisher not known")
        )

    def test_publisher_page(self, pages) -> None:
        body = text_of(pages, "publishers/northern-wire.md")
        assert "1 article, published 30 November 2024." in body
        assert "- [Osk Tarn](" in body

    def test_a_publisher_of_copies_only(self, pages) -> None:
        body = text_of(pages, "publishers/lunda-post.md")
        assert "0 articles" not in body
        assert "word for word" in body

    def test_home_says_what_it_is(self, pages) -> None:
        body = text_of(pages, "index.md")
        assert "Where several tell of one event, it compares them point by point" in body
        assert "Every statement is a sentence of an article, one click away." in body
        assert "in any spelling that the articles use" in body
        assert body.index("## Where the accounts differ") < body.index("## Latest events")
        assert "[Ilves visits Port Marin](events/ilves-visits-port-marin.md)" in body

    def test_method_gives_the_figures_of_the_build(self, pages) -> None:
        body = text_of(pages, "method.md")
        assert "from 3 articles of 3 publishers" in body
        assert "evidence coverage of 100 %" in body


@pytest.mark.parametrize("policy", ["full", "evidence", "none"])
def test_an_empty_knowledge_base_gives_a_site(policy) -> None:
    empty = KnowledgeBase({}, {}, {}, {}, (), {}, {})
    made = compile_pages(empty, Config(source_text=policy))
    assert {page.path for page in made} == {
        "index.md", "method.md", "entities/index.md", "events/index.md", "figures/index.md", "sources/index.md",
        "publishers/index.md",
    }  # fmt: skip
    bodies = {page.path: page.body for page in made}
    assert "Put it into the folder <code>seeds</code>" in bodies["index.md"]
    assert "There is none yet" in bodies["method.md"]


class TestMethod:
    def test_what_was_set_aside_is_counted_in_words(self, kb) -> None:
        problems = (
            Problem("a.pdf", "Files of the kind .pdf are not read.", "", fatal=True),
            Problem("b.txt", "Metadata: a date that is none.", "", fatal=False),
        )
        made = {page.path: page for page in compile_pages(replace(kb, problems=problems), Config())}
        aside = section(text_of(made, "method.md"), "What was set aside")
        assert "1 file could not be read as an article:\n\n- a.pdf: Files of the kind .pdf are not read." in aside
        assert "1 remark on articles that were read is printed" in aside

    def test_the_model_is_named_with_its_limits(self, kb, pages) -> None:
        assert "MiniLM" in section(text_of(pages, "method.md"), "The language model")
        other = {page.path: page for page in compile_pages(kb, Config(model="some_pipeline"))}
        named = section(text_of(other, "method.md"), "The language model")
        assert "some&#95;pipeline" in named
        assert "MiniLM" not in named


class TestSourceWithoutFindings:
    @pytest.fixture
    def bare(self, kb):
        def made(language: str, sentences: bool) -> str:
            key = "loose-leaf"
            extraction = replace(
                kb.extractions[key], mentions=(), chains=(), roles=(), times=(), quantities=(), quotes=(), events=(),
                sentences=kb.extractions[key].sentences if sentences else (),
            )  # fmt: skip
            article = replace(kb.articles[key], language=language)
            only = KnowledgeBase({key: article}, {key: extraction}, {}, {}, (), {}, {})
            return {page.path: page.body for page in compile_pages(only, Config())}[f"sources/{key}.md"]

        return made

    def test_another_language(self, bare) -> None:
        body = bare("de", True)
        assert "in German: it is listed, but only English is read here, so nothing is taken from it." in body
        assert "in another language: it is listed" in bare("und", True)
        assert "## " not in body

    def test_no_sentence(self, bare) -> None:
        body = bare("en", False)
        assert "An article in which no sentence was found; nothing could be taken from it." in body
        assert "## " not in body

    def test_nothing_with_a_page(self, bare) -> None:
        assert "nothing that it tells of has a page here." in bare("en", True)
