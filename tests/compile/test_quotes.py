"""One utterance in several wordings, as a page shows it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.compile import compile_pages
from generator.compile.site import Site
from generator.compile.speakers import speaker_words, stands_as, told_spans
from generator.compile.wordings import changes, differences, kind_of, plain
from generator.config import Config
from generator.model import Quote, Span, Utterance
from tests.compile.pages import governed


def said(text: str, quoted: str | None = None, at: int = 0) -> Quote:
    """A quote of all of the text, or of the part `quoted` ("" for none)."""
    span = Span(at, at + len(text), text)
    if quoted is None:
        parts: tuple[Span, ...] = (span,)
    elif quoted:
        start = at + text.index(quoted)
        parts = (Span(start, start + len(quoted), quoted),)
    else:
        parts = ()
    kind = "direct" if quoted is None else "mixed" if quoted else "indirect"
    return Quote("q0", (span,), parts, None, "c0", None, kind, None, ("s0",))


WHOLE = said("We will finish the bridge in 2026, whatever the weather brings.")


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (said("we will finish the bridge in 2026 -- whatever the weather brings"), "same"),
        (said("We will finish the bridge in 2026"), "cut"),
        (said("We will finish the bridge, whatever the weather"), "cut"),
        (said("We shall finish the bridge in 2026, whatever the weather brings"), "other"),
        (said("they would finish the bridge in 2026", ""), "indirect"),
        (said("the bridge would be done “whatever the weather brings”", "whatever the weather brings"), "part"),
    ],
    ids=["same", "cut", "cut in the middle", "other", "indirect", "part"],
)
def test_kinds_of_wordings(other: Quote, kind: str) -> None:
    assert kind_of(WHOLE, other) == kind


def test_the_same_quotation_in_another_sentence() -> None:
    one = said("The treaty showed “the highest trust” of both", "the highest trust")
    other = said("June showed “the highest trust.”", "the highest trust.")
    assert kind_of(one, other) == "quoted"


def marks(first: str, other: str) -> list[tuple[str, str]]:
    """What is new, and what it stands for."""
    span = Span(10, 10 + len(other), other)
    return [(other[c.start - 10 : c.end - 10], c.instead) for c in changes([Span(0, len(first), first)], [span])]


@pytest.mark.parametrize(
    ("first", "other", "expected"),
    [
        ("Six boats were lost in the storm", "Seven boats were lost in the storm", [("Seven", "Six")]),
        ("Friendly ties grow across all our areas", "Friendly ties are actively growing in all our areas", [("are actively growing in", "grow across")]),
        ("The pact underlined the trust between us", "The talks showed the trust between us", [("talks showed", "pact underlined")]),
        ("We gave our word and we keep it", "We gave our word and keep it", [("", "we")]),
        ("We will finish the bridge in 2026", "finish the bridge", []),
        ("The bridge is safe today", "The bridge is safe, “today”!", []),
        ("Nothing in common", "Utterly different words", []),
        ("The old bridge will be closed for repair in May", "The old bridge will be shut", [("shut", "closed")]),
    ],
    ids=["replaced", "a short word alone", "a short word at the beginning", "left out", "cut", "punctuation", "too far apart", "at the end"],
)  # fmt: skip
def test_differences_word_by_word(first: str, other: str, expected: list[tuple[str, str]]) -> None:
    assert marks(first, other) == expected


def test_long_stretches_that_are_left_out_are_not_repeated() -> None:
    middle = " ".join(f"word{number}" for number in range(20))
    assert marks(f"It began well {middle} and it ended well", "It began well and it ended well") == [("", "...")]


def test_reporters_words_are_not_held_against_a_quotation() -> None:
    assert differences(WHOLE, said("he would finish the bridge in 2026", "")) == ()
    assert differences(WHOLE, said("We shall finish the bridge in 2026, whatever the weather brings")) != ()


def test_plain_words_ignore_marks_and_apostrophes() -> None:
    text = "“Don’t wait,” it said."
    assert plain([Span(0, len(text), text)]) == ("don't", "wait", "it", "said")


@pytest.fixture
def page(kb):
    """What Mara Ilves says, on her page, when the wire's quotation ends with `more`, or has another speaker or relay."""

    def made(more: str = "", speaker: str | None = "w-ilves", relay: str | None = None, quoted: bool = True) -> str:
        key = "northern-wire-bridge"
        found = kb.extractions[key]
        old = next(quote for quote in found.quotes if quote.id == "u0")
        span = Span(old.spans[0].start, old.spans[0].end + len(more), old.spans[0].text + more)
        quote = replace(
            old, spans=(span,), quoted=(span,) if quoted else (), speaker=speaker, relayed_by=relay,
            speaker_span=old.speaker_span if speaker else None, kind="direct" if quoted else "indirect",
        )  # fmt: skip
        changed = replace(
            kb,
            extractions={**kb.extractions, key: replace(found, quotes=(quote,))},
            utterances=(
                Utterance("finish", (("harbor-courier-bridge", "u0"), (key, "u0")), "mara-ilves", ("the same words",)),
            ),
        )
        body = {item.path: item.body for item in compile_pages(changed, Config())}["entities/mara-ilves.md"]
        start = body.index("## In their words")
        return body[start : body.find("\n## ", start)]

    return made


def test_a_cut_form_is_called_so(page) -> None:
    shown = page()
    assert shown.count('class="quotation"') == 1
    assert '<span class="kind">Cut to:</span> “We will finish the bridge in 2026”' in shown


def test_what_differs_is_marked_and_what_it_stands_for_is_struck_out(page) -> None:
    shown = page("” the minister")
    assert (
        '<mark>the minister</mark> <del><span class="unseen">instead of: </span>whatever the weather brings</del>'
        in shown
    )
    assert "In other words:" in shown
    assert "style=" not in shown


def test_a_report_is_called_so(page) -> None:
    assert '<span class="kind">Reported as:</span> We will finish the bridge in 2026<sup' in page(quoted=False)


def test_who_passes_it_on_is_named(page) -> None:
    assert re.search(r"as reported by \[?Osk Tarn", page(relay="w-tarn"))


def test_another_speaker_of_the_same_words_is_named_and_linked(page) -> None:
    assert '(said there by [Osk Tarn](osk-tarn.md "Osk Tarn, person: 2 articles"))' in page(speaker="w-tarn")


def test_an_article_that_names_nobody_adds_no_speaker(page) -> None:
    assert "said there by" not in page(speaker=None)
    assert "said there by" not in page()


def accused(kb, **changes: object):
    """The wire's Tarn sentence as a report: "Tarn called the talks “a beginning”", with a fragment as its content."""
    key = "northern-wire-bridge"
    text = kb.articles[key].text

    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words), words)

    tarn = replace(span("Tarn called"), end=span("Tarn called").start + 4, text="Tarn")
    content = (span("the talks “a beginning”"),)
    quote = Quote("act", content, (), span("called"), "w-tarn", tarn, "indirect", None, ("s3",), form="act")
    quote = replace(quote, **changes)
    found = kb.extractions[key]
    return replace(
        kb,
        extractions={**kb.extractions, key: replace(found, quotes=(*found.quotes, quote))},
        utterances=(*kb.utterances, Utterance("act", ((key, "act"),), "osk-tarn")),
    )


def statements(kb) -> str:
    body = {item.path: item.body for item in compile_pages(kb, Config())}["entities/osk-tarn.md"]
    return body.partition("## What they are reported to have said")[2].partition("\n## ")[0]


def test_a_fragment_is_shown_with_its_speaker_and_cue(kb) -> None:
    assert "- Tarn called the talks “a beginning”<sup" in statements(accused(kb))


def test_a_clause_is_shown_by_itself(kb) -> None:
    assert "- the talks “a beginning”<sup" in statements(accused(kb, form=""))


def test_a_few_words_partly_quoted_are_shown_with_their_cue(kb) -> None:
    key = "northern-wire-bridge"
    start = kb.articles[key].text.index("a beginning")
    part = (Span(start, start + 11, "a beginning"),)
    site = Site(accused(kb, form="", kind="mixed", quoted=part), Config())
    (told,) = told_spans(site, key, site.kb.quote(key, "act"))
    assert told.text == "Tarn called the talks “a beginning”"
    whole = replace(site.kb.quote(key, "act"), quoted=site.kb.quote(key, "act").spans)
    assert told_spans(site, key, whole) == whole.spans


def test_a_speaker_of_another_sentence_is_not_shown_with_the_fragment(kb) -> None:
    key = "northern-wire-bridge"
    start = kb.articles[key].text.index("the minister")
    assert "- called the talks “a beginning”<sup" in statements(
        accused(kb, speaker_span=Span(start, start + 12, "the minister"))
    )


def test_a_capital_that_speaks_for_its_country_is_told(kb) -> None:
    """ "Port Marin" stands for Veldia where its words are given: on the page of Veldia, and where others read them."""
    key = "harbor-courier-bridge"
    ruled = governed(kb, key, "Port Marin", "veldia")
    found = ruled.extractions[key]
    quote = next(item for item in found.quotes if item.id == "u0")
    name = next(m for m in found.mentions if m.via == "metonym" and m.sentence == "s1")
    quote = replace(quote, speaker=name.chain, speaker_span=name.span, sentences=("s1", "s3"))
    changed = replace(
        ruled,
        extractions={**ruled.extractions, key: replace(found, quotes=(quote,))},
        utterances=(Utterance("finish", ((key, "u0"),), "veldia"),),
    )
    bodies = {item.path: item.body for item in compile_pages(changed, Config())}
    assert "as “Port Marin” in The Harbor Courier, 29 November 2024" in bodies["entities/veldia.md"]
    shown = replace(quote, spans=(found.sentences[1].span,), quoted=())
    assert stands_as(Site(changed, Config()), key, quote) == "as “Port Marin”"
    assert stands_as(Site(changed, Config()), key, shown) == ""  # the words say so themselves
    event = next(body for path, body in bodies.items() if path.startswith("events/") and "finish the bridge" in body)
    assert re.search(r"\[Veldia\]\([^)]*\), as “Port Marin”, in The Harbor Courier", event)


def test_the_bare_quotation_of_a_sentence_is_a_further_source(kb) -> None:
    """The courier's sentence holds the wire's quotation in marks: the wire adds no wording."""
    key = "harbor-courier-bridge"
    found = kb.extractions[key]
    old = next(quote for quote in found.quotes if quote.id == "u0")
    words = "We will finish the bridge in 2026,"
    start = old.spans[0].start
    part = Span(start, start + len(words), words)
    mixed = replace(old, quoted=(part,), kind="mixed")
    utterance = Utterance("finish", ((key, "u0"), ("northern-wire-bridge", "u0")), "mara-ilves")
    changed = replace(kb, extractions={**kb.extractions, key: replace(found, quotes=(mixed,))}, utterances=(utterance,))
    body = {item.path: item.body for item in compile_pages(changed, Config())}["entities/mara-ilves.md"]
    assert '<span class="kind">The same words in</span> Northern Wire, 30 November 2024' in body


def test_a_word_of_a_quotation_that_the_same_article_has_in_full_is_not_listed(kb) -> None:
    key = "harbor-courier-bridge"
    found = kb.extractions[key]
    old = next(quote for quote in found.quotes if quote.id == "u0")
    start = old.spans[0].start + old.spans[0].text.index("finish")
    word = replace(old, id="u9", spans=(Span(start, start + 6, "finish"),), quoted=(Span(start, start + 6, "finish"),))
    utterance = Utterance("finish", ((key, "u0"), (key, "u9"), ("northern-wire-bridge", "u0")), "mara-ilves")
    quotes = (*found.quotes, word)
    changed = replace(kb, extractions={**kb.extractions, key: replace(found, quotes=quotes)}, utterances=(utterance,))
    body = {item.path: item.body for item in compile_pages(changed, Config())}["entities/mara-ilves.md"]
    assert "“finish”" not in body
    assert "Cut to:</span> “We will finish the bridge in 2026”" in body


def test_a_speaker_without_a_name_is_told_in_the_words_of_the_article(kb) -> None:
    key = "harbor-courier-bridge"
    found = kb.extractions[key]
    old = next(quote for quote in found.quotes if quote.id == "u0")
    nameless = replace(old, speaker=None)
    changed = replace(
        kb,
        extractions={**kb.extractions, key: replace(found, quotes=(nameless,))},
        utterances=(Utterance("finish", ((key, "u0"),), None),),
    )
    pages = {item.path: item.body for item in compile_pages(changed, Config())}
    assert "Who said" not in pages["events/ilves-visits-port-marin.md"]
    assert (
        '<p class="credit" markdown="span">Ilves, in The Harbor Courier' in pages["events/ilves-visits-port-marin.md"]
    )


def speaker(kb, words: str, *chains: str) -> str:
    """Who speaks, as a page has it, where the article's words for the speaker are these and these chains speak together."""
    key = "northern-wire-bridge"
    found = kb.extractions[key]
    quote = next(item for item in found.quotes if item.id == "u0")
    span = Span(0, len(words), words)
    quote = replace(quote, speaker=None, speaker_span=span, speakers=chains)
    changed = replace(kb, extractions={**kb.extractions, key: replace(found, quotes=(quote,))})
    return str(speaker_words(Site(changed, Config()), "index.md", Utterance("finish", ((key, "u0"),), None)))


def test_a_pronoun_names_no_speaker(kb) -> None:
    assert speaker(kb, "He") == speaker(kb, "it") == "Speaker not named"
    assert speaker(kb, "state media") == "state media"


def test_all_who_speak_together_are_named(kb) -> None:
    chains = sorted(chain for article, chain in kb.entity_of if article == "northern-wire-bridge")[:2]
    names = [kb.entities[kb.entity_of["northern-wire-bridge", chain]].name for chain in chains]
    shown = speaker(kb, names[0], *chains)
    assert all(name in shown for name in names)
    assert " and " in shown
    assert speaker(kb, "He", chains[0]) == "Speaker not named"
