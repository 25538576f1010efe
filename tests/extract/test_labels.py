"""Names at arm's length: in quotation marks, as "so-called", after a naming verb; whose and of what they are."""

from __future__ import annotations

from generator.extract.labels import find_labels
from generator.extract.sentences import find_sentences
from generator.model import Mention
from generator.model.span import span_of

from .docs import make_doc

OPERATION = """
Norland NNP nsubj 2 GPE
launched VBD ROOT 0
its PRP$ poss 7
“ `` punct 7
border NN compound 7
protection NN compound 7
operation NN dobj 2
” '' punct 7
against IN prep 2
Sudland NNP pobj 9 GPE
. . punct 2
"""


def labels(rows, **chains):
    doc = make_doc(rows)
    text = doc.text
    sentences = find_sentences(doc)
    mentions = tuple(
        Mention(f"m{n}", span_of(text, text.index(words), text.index(words) + len(words)), "place", "name", chain, "s0")
        for n, (words, chain) in enumerate(chains.items())
    )
    found = find_labels(doc, sentences, mentions)
    assert all(text[item.span.start : item.span.end] == item.span.text for item in found)
    return [(item.span.text, item.lemma, item.owner, item.target, item.quoted) for item in found]


def test_a_name_in_quotation_marks_has_an_owner_and_a_target() -> None:
    found = labels(OPERATION, its="n", Sudland="s")
    assert found == [("border protection operation", "operation", "n", "s", True)]


def test_the_subject_of_its_verb_owns_what_nobody_else_does() -> None:
    rows = OPERATION.replace("its PRP$ poss 7", "a DT det 7")
    assert labels(rows, Norland="n", Sudland="s") == [("border protection operation", "operation", "n", "s", True)]


def test_words_of_a_speaker_are_no_name() -> None:
    rows = """
    “ `` punct 3
    We PRP nsubj 3
    won VBD ccomp 5
    ” '' punct 3
    said VBD ROOT 0
    Ann NNP nsubj 5 PERSON
    . . punct 5
    """
    assert labels(rows) == []


def test_what_is_called_so_is_a_name() -> None:
    rows = """
    The DT det 3
    so-called JJ amod 3
    mission NN nsubj 4
    ended VBD ROOT 0
    . . punct 4
    """
    assert labels(rows) == [("mission", "mission", None, None, False)]
    assert labels(rows.replace("so-called", "long")) == []


def test_what_is_described_as_one_is_a_name() -> None:
    rows = """
    He PRP nsubj 2
    described VBD ROOT 0 - describe
    it PRP dobj 2
    as IN prep 2
    a DT det 6
    coup NN pobj 4
    . . punct 2
    """
    assert labels(rows, He="h") == [("coup", "coup", None, None, False)]
    assert labels(rows.replace("described VBD ROOT 0 - describe", "treated VBD ROOT 0 - treat")) == []
