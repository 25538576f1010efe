"""The hand-made documents are what the pipeline's documents are: verbatim, with names and a tree."""

from __future__ import annotations

from tests.extract.docs import doc_of, make_doc, make_sentences

ROWS = """
Mara NNP compound 2 PERSON
Quill NNP nsubj 3 PERSON
left VBD ROOT 0 - leave
Oslo NNP dobj 3 LOC
. . punct 3

She PRP nsubj 2
smiled VBD ROOT 0 - smile
. . punct 2
¶
“ `` punct 3
We PRP nsubj 3
won VBD ROOT 0 - win
, , punct 3
” '' punct 3
"""


def test_text_names_and_tree() -> None:
    doc = make_doc(ROWS)
    assert doc.text == "Mara Quill left Oslo. She smiled.\n“We won,”"
    assert [(e.text, e.label_) for e in doc.ents] == [("Mara Quill", "PERSON"), ("Oslo", "LOC")]
    assert doc[1].head.text == "left"
    assert doc[2].lemma_ == "leave"
    assert [t.text for t in doc if t.is_sent_start] == ["Mara", "She", "“"]


def test_names_side_by_side() -> None:
    doc = make_doc([["Ada", "NNP", "x", "0", "PERSON"], ["Bo", "NNP", "x", "1", "PERSON+"]])
    assert [e.text for e in doc.ents] == ["Ada", "Bo"]


def test_sentences_and_paragraphs() -> None:
    sentences = make_sentences(make_doc(ROWS))
    assert [(s.id, s.span.text, s.paragraph) for s in sentences] == [
        ("s0", "Mara Quill left Oslo.", 0), ("s1", "She smiled.", 0), ("s2", "“We won,”", 1),
    ]  # fmt: skip


def test_one_text_a_sentence() -> None:
    doc = doc_of("Mara/NNP/nsubj/2/PERSON left/VBD/ROOT/0/-/leave ././punct/2", "¶", "We/PRP/nsubj/2 stayed/VBD/ROOT/0")
    assert doc.text == "Mara left.\nWe stayed"
    assert [t.text for t in doc if t.is_sent_start] == ["Mara", "We"]
