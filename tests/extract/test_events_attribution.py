"""Who says that an event happened."""

from __future__ import annotations

from generator.extract.events_attribution import find_sayer
from generator.extract.events_triggers import Trigger
from generator.model import Quote
from generator.model.span import span_of
from tests.extract.docs import doc_of


def sayer(rows: str, word: str, quotes: tuple[Quote, ...] = ()) -> str | None:
    doc = doc_of(rows)
    token = next(token for token in doc if token.text == word)
    found = find_sayer(Trigger(token, token.i, token.i + 1, word, "other", token), {}, quotes, token.idx)
    return found.text if found else None


def test_a_speaker_without_a_name_is_told_in_the_articles_words() -> None:
    rows = "Two/CD/nummod/2 guards/NNS/nsubj/3/-/guard said/VBD/ROOT/0/-/say Berg/NNP/nsubj/5/PERSON fled/VBD/ccomp/3/-/flee ././punct/3"
    assert sayer(rows, "fled") == "Two guards"


def test_what_was_not_said_has_no_speaker() -> None:
    rows = "Guards/NNS/nsubj/4/-/guard did/VBD/aux/4/-/do not/RB/neg/4 say/VB/ROOT/0 Berg/NNP/nsubj/6 fled/VBD/ccomp/4/-/flee ././punct/4"
    assert sayer(rows, "fled") is None


def test_a_clause_of_time_is_no_words_of_the_speaker() -> None:
    rows = "Berg/NNP/nsubj/2/PERSON spoke/VBD/ROOT/0/-/speak after/IN/mark/5 he/PRP/nsubj/5 fled/VBD/advcl/2/-/flee ././punct/2"
    assert sayer(rows, "fled") is None


def test_the_name_before_a_colon_says_what_follows() -> None:
    rows = "Police/NNS/ROOT/0/-/police :/:/punct/1 Man/NN/nsubj/4/-/man fled/VBD/parataxis/1/-/flee"
    assert sayer(rows, "fled") == "Police"
    assert sayer(rows.replace("Police", "Mystery").replace("police", "mystery"), "fled") is None


def test_according_to_names_who_says_it_but_not_of_itself() -> None:
    rows = (
        "According/VBG/prep/8/-/accord to/IN/prep/1 a/DT/det/4 note/NN/pobj/2/-/note written/VBN/acl/4/-/write "
        ",/,/punct/8 Berg/NNP/nsubj/8 fled/VBD/ROOT/0/-/flee ././punct/8"
    )
    assert sayer(rows, "fled") == "a note"
    assert sayer(rows, "written") is None


def test_saying_behind_a_thing_is_said_by_the_subject_of_the_clause() -> None:
    rows = (
        "Berg/NNP/nsubj/2/PERSON wrote/VBD/ROOT/0/-/write a/DT/det/4 note/NN/dobj/2/-/note saying/VBG/acl/4/-/say "
        "Lund/NNP/nsubj/7/PERSON fled/VBD/ccomp/5/-/flee ././punct/2"
    )
    assert sayer(rows, "fled") == "Berg"


def test_the_speaker_of_a_quotation_comes_first() -> None:
    doc = doc_of("Berg/NNP/nsubj/2/PERSON fled/VBD/ROOT/0/-/flee ././punct/2")
    quote = Quote(
        id="q0",
        kind="indirect",
        spans=(span_of(doc.text, 0, 9),),
        cue=None,
        speaker="c1",
        speaker_span=span_of(doc.text, 0, 4),
        sentences=("s0",),
        quoted=(),
        relayed_by=None,
    )
    assert sayer("Berg/NNP/nsubj/2/PERSON fled/VBD/ROOT/0/-/flee ././punct/2", "fled", (quote,)) == "Berg"
