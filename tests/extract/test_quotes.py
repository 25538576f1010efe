"""Quotes on hand-made documents: the rules alone, without a model."""

from __future__ import annotations

import pytest

from generator.extract.quotes import find_quotes
from generator.model import Chain, Mention, Quote
from generator.model.span import span_of
from tests.extract.docs import make_doc, make_sentences

NO_QUOTES: tuple[Quote, ...] = ()


def quotes_of(rows: str, names: dict[str, str] | None = None) -> tuple[Quote, ...]:
    """The quotes of a document; `names`: words of a mention -> its chain (persons)."""
    doc = make_doc(rows)
    mentions, chains = [], {}
    for number, (words, chain) in enumerate((names or {}).items()):
        start = doc.text.index(words)
        span = span_of(doc.text, start, start + len(words))
        mentions.append(Mention(f"m{number}", span, "person", "name", chain, "s0"))
        chains[chain] = Chain(chain, "person", words, (f"m{number}",))
    return find_quotes(doc, make_sentences(doc), tuple(mentions), tuple(chains.values()))


INVERTED = """
“ `` punct 3
We PRP nsubj 3
won VBD ccomp 6
, , punct 3
” '' punct 3
said VBD ROOT 0 - say
Ada NNP compound 8 PERSON
Brom NNP nsubj 6 PERSON
. . punct 6
"""


def test_cue_and_speaker_after_the_quotation() -> None:
    (quote,) = quotes_of(INVERTED, {"Ada Brom": "c7"})
    assert (quote.kind, quote.id, quote.speaker, quote.sentences) == ("direct", "q0", "c7", ("s0",))
    assert quote.spans == quote.quoted
    assert [span.text for span in quote.spans] == ["We won,"]
    assert quote.cue is not None
    assert quote.cue.text == "said"
    assert quote.speaker_span is not None
    assert quote.speaker_span.text == "Ada Brom"


def test_words_name_the_speaker_also_without_a_chain() -> None:
    (quote,) = quotes_of(INVERTED)
    assert quote.speaker is None
    assert quote.speaker_span is not None
    assert quote.speaker_span.text == "Ada Brom"


def test_speaker_of_an_inverted_cue_where_the_tree_fails() -> None:
    wrong = INVERTED.replace("Brom NNP nsubj 6", "Brom NNP dobj 3")
    (quote,) = quotes_of(wrong, {"Ada Brom": "c7"})
    assert quote.speaker == "c7"


BROKEN = """
“ `` punct 3
We PRP nsubj 3
won VBD ccomp 7
, , punct 3
” '' punct 3
Brom NNP nsubj 7 PERSON
said VBD ROOT 0 - say
, , punct 7
“ `` punct 12
but CC cc 12
nobody NN nsubj 12
cheered VBD conj 3 - cheer
. . punct 7
” '' punct 7
"""


def test_a_quote_that_its_cue_breaks_has_two_spans() -> None:
    (quote,) = quotes_of(BROKEN, {"Brom": "c1"})
    assert [span.text for span in quote.spans] == ["We won,", "but nobody cheered."]
    assert quote.speaker == "c1"


PASSIVE = """
Brom NNP nsubjpass 3 PERSON
was VBD auxpass 3 - be
quoted VBN ROOT 0 - quote
by IN agent 3
Reuters NNP pobj 4 ORG
as IN prep 3
saying VBG pcomp 6 - say
: : punct 7
“ `` punct 11
We PRP nsubj 11
won VBD ccomp 7 - win
. . punct 11
” '' punct 11
"""


def test_quoted_by_an_agency() -> None:
    (quote,) = quotes_of(PASSIVE, {"Brom": "c1", "Reuters": "c2"})
    assert (quote.speaker, quote.relayed_by) == ("c1", "c2")
    assert quote.cue is not None
    assert quote.cue.text == "saying"


MIXED = """
The DT det 2
mayor NN nsubj 3
called VBD ROOT 0 - call
the DT det 5
deal NN dobj 3
“ `` punct 8
a DT det 8
gift NN oprd 3
to IN prep 8
all DT pobj 9
” '' punct 8
. . punct 3
"""


def test_a_cue_above_the_quotation() -> None:
    (quote,) = quotes_of(MIXED, {"The mayor": "c3"})
    assert (quote.speaker, [span.text for span in quote.quoted]) == ("c3", ["a gift to all"])


BANNER = """
A DT det 2
banner NN nsubj 3
read VBD ROOT 0 - read
, , punct 3
“ `` punct 6
Save VB ccomp 3 - save
our PRP$ poss 8
bay NN dobj 6
now RB advmod 6
. . punct 6
” '' punct 6
"""


def test_a_banner_is_nobodys_quote() -> None:
    assert quotes_of(BANNER) == NO_QUOTES


INDIRECT = """
Brom NNP nsubj 2 PERSON
said VBD ROOT 0 - say
on IN prep 2
Friday NNP pobj 3
that IN mark 8
the DT det 7
ferry NN nsubj 8
sank VBD ccomp 2 - sink
. . punct 2
"""


def test_a_reported_clause_without_marks() -> None:
    (quote,) = quotes_of(INDIRECT, {"Brom": "c1"})
    assert (quote.kind, quote.speaker, quote.quoted) == ("indirect", "c1", ())
    assert [span.text for span in quote.spans] == ["the ferry sank"]


@pytest.mark.parametrize(
    ("word", "row"),
    [("did", "not RB neg 2"), ("might", "might MD aux 2"), ("if", "if IN mark 2")],
)
def test_what_was_not_reported_is_no_quote(word: str, row: str) -> None:
    rows = INDIRECT.strip().splitlines()
    # The row goes to the end of the sentence, so that the numbers of the heads stay.
    assert quotes_of("\n".join([*rows[:-1], row, rows[-1]]), {"Brom": "c1"}) == NO_QUOTES


SCARE = """
The DT det 4
“ `` punct 3
smart JJ amod 4
city NN nsubj 6
” '' punct 4
failed VBD ROOT 0 - fail
. . punct 6
"""


def test_scare_quotes_are_no_quote() -> None:
    assert quotes_of(SCARE) == NO_QUOTES


def test_an_empty_document() -> None:
    assert quotes_of("x NN ROOT 0") == NO_QUOTES


def test_what_is_answered_is_not_the_answer() -> None:
    rows = """
Ada NNP compound 2 PERSON
Brom NNP nsubj 3 PERSON
responded VBD ROOT 0 - respond
to IN prep 3
the DT det 6
{} NN pobj 4
that IN mark 9
it PRP nsubj 9
was VBD ccomp 3
“ `` punct 9
smart JJ acomp 9
” '' punct 9
. . punct 3
"""
    assert quotes_of(rows.format("claim"), {"Ada Brom": "c7"}) == NO_QUOTES
    (quote,) = quotes_of(rows.format("mayor"), {"Ada Brom": "c7"})
    assert quote.speaker == "c7"


def test_what_is_listed_beside_a_threat_is_no_part_of_it() -> None:
    rows = """
It PRP nsubj 2
fell VBD ROOT 0
after IN prep 2
threats NNS pobj 3 - threat
from IN prep 4
Belmora NNP pobj 5
and CC cc 4
the DT det 11
“ `` punct 11
outright JJ amod 11
scam NN conj 4
” '' punct 11
of IN prep 11
a DT det 15
bank NN pobj 13
. . punct 2
"""
    assert all(quote.speaker is None for quote in quotes_of(rows, {"Belmora": "c1"}))
