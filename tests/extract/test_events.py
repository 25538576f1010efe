"""Event mentions: triggers, arguments, time, place, polarity, modality, attribution, clause, the main one."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from generator.extract.chains import find_chains
from generator.extract.events import find_events
from generator.extract.events_triggers import find_triggers
from generator.extract.mentions import find_mentions
from generator.model import EventMention, TimeExpression
from generator.model.span import span_of
from tests.extract.docs import doc_of, make_sentences


def events_of(doc: Doc, title: str | None = None, *times: str) -> list[EventMention]:
    sentences = make_sentences(doc)
    mentions, chains = find_chains(doc, find_mentions(doc, sentences))
    found = [_time(doc, number, words) for number, words in enumerate(times)]
    return list(find_events(doc, sentences, mentions, chains, found, (), title))


def _time(doc: Doc, number: int, words: str) -> TimeExpression:
    start = doc.text.index(words)
    return TimeExpression(f"t{number}", span_of(doc.text, start, start + len(words)), "2031-05-02", "as written", "s0")


def roles(event: EventMention) -> set[tuple[str, str]]:
    return {(item.role, item.span.text) for item in event.arguments}


VISIT = (
    "Anna/NNP/compound/2/PERSON Berg/NNP/nsubj/3/PERSON visited/VBD/ROOT/0/-/visit Oslo/NNP/dobj/3/LOC on/IN/prep/3 "
    "Friday/NNP/pobj/5 ././punct/3"
)


def test_a_verb_with_its_participants_time_and_place() -> None:
    (event,) = events_of(doc_of(VISIT), None, "Friday")
    assert (event.trigger.text, event.lemma, event.type, event.tag) == ("visited", "visit", "visit", "VBD")
    assert {("agent", "Anna Berg"), ("patient", "Oslo")} <= roles(event)
    assert event.time == "t0"
    assert event.place == next(item.chain for item in event.arguments if item.span.text == "Oslo")
    assert (event.polarity, event.modality, event.attribution, event.main) == (True, "asserted", None, True)


def test_a_passive_has_its_subject_as_patient_and_its_agent() -> None:
    doc = doc_of(
        "Berg/NNP/nsubjpass/3/PERSON was/VBD/auxpass/3/-/be arrested/VBN/ROOT/0/-/arrest by/IN/agent/3 police/NNS/pobj/4 ././punct/3"
    )
    (event,) = events_of(doc)
    assert (event.type, event.passive) == ("coerce", True)
    assert roles(event) == {("patient", "Berg"), ("agent", "police")}


def test_a_relative_clause_takes_the_noun_above_it() -> None:
    doc = doc_of(
        "Berg/NNP/nsubj/6/PERSON ,/,/punct/1 who/WP/nsubj/4 robbed/VBD/relcl/1/-/rob banks/NNS/dobj/4/-/bank died/VBD/ROOT/0/-/die ././punct/6"
    )
    robbed, died = events_of(doc)
    assert ("agent", "Berg") in roles(robbed)
    assert ("agent", "Berg") in roles(died)


def test_a_relative_clause_without_an_object_has_the_noun_above_it_as_one() -> None:
    doc = doc_of(
        "The/DT/det/2 bank/NN/nsubj/6/-/bank that/IN/mark/5 Berg/NNP/nsubj/5/PERSON robbed/VBD/relcl/2/-/rob closed/VBD/ROOT/0/-/close ././punct/6"
    )
    robbed = next(event for event in events_of(doc) if event.lemma == "rob")
    assert {("agent", "Berg"), ("patient", "The bank")} <= roles(robbed)
    doc = doc_of(
        "The/DT/det/2 day/NN/nsubj/5/-/day Berg/NNP/nsubj/4/PERSON robbed/VBD/relcl/2/-/rob ended/VBD/ROOT/0/-/end ././punct/5"
    )
    robbed = next(event for event in events_of(doc) if event.lemma == "rob")
    assert roles(robbed) == {("agent", "Berg")}


def test_coordinated_participants_are_arguments_of_their_own() -> None:
    doc = doc_of(
        "Norway/NNP/nsubj/4/LOC and/CC/cc/1 Chile/NNP/conj/1/LOC signed/VBD/ROOT/0/-/sign a/DT/det/6 pact/NN/dobj/4 ././punct/4"
    )
    signed = next(event for event in events_of(doc) if event.lemma == "sign" or event.verb == "sign")
    assert {("agent", "Norway"), ("agent", "Chile")} <= roles(signed)


def test_a_light_verb_lends_its_subject_to_the_noun() -> None:
    doc = doc_of(
        "Norway/NNP/nsubj/2/LOC held/VBD/ROOT/0/-/hold talks/NNS/dobj/2/-/talk with/IN/prep/3 Chile/NNP/pobj/4/LOC ././punct/2"
    )
    (event,) = events_of(doc)
    assert event.type == "consult"
    assert {("agent", "Norway"), ("with", "Chile")} <= roles(event)
    assert event.verb == "hold"


def test_reporting_and_states_are_events_only_where_a_text_has_no_other() -> None:
    doc = doc_of(
        "Berg/NNP/nsubj/2/PERSON said/VBD/ROOT/0/-/say Oslo/NNP/nsubj/4/LOC owns/VBZ/ccomp/2/-/own it/PRP/dobj/4 ././punct/2"
    )
    assert find_triggers(doc) == ()
    assert [(event.lemma, event.type, event.main) for event in events_of(doc)] == [("say", "other", True)]


def test_an_untyped_verb_needs_a_named_participant() -> None:
    named = "Berg/NNP/nsubj/2/PERSON painted/VBD/ROOT/0/-/paint it/PRP/dobj/2 ././punct/2"
    unnamed = "Walls/NNS/nsubj/2 glistened/VBD/ROOT/0/-/glisten ././punct/2"
    assert [event.type for event in events_of(doc_of(named))] == ["other"]
    assert [event.lemma for event in events_of(doc_of(named, unnamed))] == ["paint"]


def test_a_lead_without_typed_events_is_told_by_its_main_verb() -> None:
    lead = "Walls/NNS/nsubj/2 glistened/VBD/ROOT/0/-/glisten ././punct/2"
    later = "Berg/NNP/nsubj/2/PERSON visited/VBD/ROOT/0/-/visit Oslo/NNP/dobj/2/LOC ././punct/2"
    events = events_of(doc_of(lead, later))
    assert [event.lemma for event in events] == ["glisten", "visit"]
    assert events_of(doc_of(later, lead))[0].lemma == "visit"
    assert len(events_of(doc_of(later, lead))) == 1


def test_what_falls_decides_what_a_fall_is() -> None:
    price = "Prices/NNS/nsubj/2/-/price fell/VBD/ROOT/0/-/fall in/IN/prep/2 Oslo/NNP/pobj/3/LOC ././punct/2"
    man = "Berg/NNP/nsubj/2/PERSON fell/VBD/ROOT/0/-/fall in/IN/prep/2 Oslo/NNP/pobj/3/LOC ././punct/2"
    share = "Lund/NNP/nsubj/2/ORG fell/VBD/ROOT/0/-/fall 5/CD/nummod/4 percent/NN/npadvmod/2 ././punct/2"
    found = [event.type for text in (price, man, share) for event in events_of(doc_of(text))]
    assert found == ["results", "accident", "results"]


def test_a_pronoun_in_what_is_said_is_the_speaker() -> None:
    doc = doc_of(
        "Norway/NNP/nsubj/2/LOC said/VBD/ROOT/0/-/say it/PRP/nsubj/4 bombed/VBD/ccomp/2/-/bomb Oslo/NNP/dobj/4/LOC ././punct/2"
    )
    (bombed,) = events_of(doc)
    speaker = next(item for item in bombed.arguments if item.role == "agent")
    assert (speaker.span.text, speaker.chain) == ("it", bombed.attribution)
    assert speaker.chain is not None


def test_the_time_of_the_saying_does_not_date_what_is_said() -> None:
    said = "Lund/NNP/nsubj/2/PERSON said/VBD/ROOT/0/-/say Monday/NNP/npadvmod/2 Berg/NNP/nsubj/5/PERSON died/VBD/ccomp/2/-/die ././punct/2"
    (died,) = events_of(doc_of(said), None, "Monday")
    assert (died.time, died.nearby) == (None, None)


def test_a_time_of_another_clause_stands_near() -> None:
    doc = doc_of(
        "It/PRP/nsubj/2 was/VBD/ROOT/0/-/be Monday/NNP/attr/2 when/WRB/advmod/6 Berg/NNP/nsubj/6/PERSON died/VBD/advcl/2/-/die ././punct/2"
    )
    (died,) = events_of(doc, None, "Monday")
    assert (died.time, died.nearby) == (None, "t0")


def test_the_clause_says_who_reports_it_and_leaves_the_reporting_out() -> None:
    doc = doc_of(
        "Lund/NNP/nsubj/2/PERSON said/VBD/ROOT/0/-/say that/IN/mark/5 Berg/NNP/nsubj/5/PERSON died/VBD/ccomp/2/-/die ././punct/2"
    )
    (event,) = events_of(doc)
    assert event.clause.text == "Berg died"
    assert event.attribution is not None


@pytest.mark.parametrize(
    ("rows", "polarity", "modality"),
    [
        ("Berg/NNP/nsubj/4/PERSON did/VBD/aux/4/-/do not/RB/neg/4 resign/VB/ROOT/0 ././punct/4", False, "asserted"),
        ("Berg/NNP/nsubj/3/PERSON will/MD/aux/3 resign/VB/ROOT/0 ././punct/3", True, "future"),
        ("Berg/NNP/nsubj/3/PERSON may/MD/aux/3 resign/VB/ROOT/0 ././punct/3", True, "possible"),
        (
            "Berg/NNP/nsubj/2/PERSON plans/VBZ/ROOT/0/-/plan to/TO/aux/4 resign/VB/xcomp/2 ././punct/2",
            True,
            "planned",
        ),
        ("Berg/NNP/nsubj/3/PERSON nearly/RB/advmod/3 drowned/VBD/ROOT/0/-/drown ././punct/3", True, "denied"),
        ("Mr/NNP/compound/2 No/NNP/nsubj/3/PERSON resigned/VBD/ROOT/0/-/resign ././punct/3", True, "asserted"),
    ],
)
def test_polarity_and_modality(rows: str, polarity: bool, modality: str) -> None:
    (event,) = [event for event in events_of(doc_of(rows)) if event.lemma in ("resign", "drown")]
    assert (event.polarity, event.modality) == (polarity, modality)


def test_a_figurative_use_is_no_event() -> None:
    doc = doc_of("Berg/NNP/nsubj/2/PERSON captured/VBD/ROOT/0/-/capture images/NNS/dobj/2/-/image ././punct/2")
    assert find_triggers(doc) == ()


def test_a_dateline_is_no_participant() -> None:
    doc = doc_of(
        "OSLO/NNP/nsubj/5/LOC —/:/punct/1 A/DT/det/4 court/NN/appos/1 indicted/VBD/ROOT/0/-/indict Berg/NNP/dobj/5/PERSON ././punct/5"
    )
    (event,) = events_of(doc)
    assert {item.span.text for item in event.arguments if item.role == "agent"} == {"A court"}
    assert event.clause.text == "A court indicted Berg"


def test_a_time_belongs_to_the_nearer_participle() -> None:
    doc = doc_of(
        "Berg/NNP/nsubj/2/PERSON praised/VBD/ROOT/0/-/praise a/DT/det/4 treaty/NN/dobj/2 signed/VBN/acl/4/-/sign by/IN/agent/5 "
        "Lund/NNP/pobj/6/PERSON in/IN/prep/2 June/NNP/pobj/8 ././punct/2"
    )
    dated = {event.lemma: event.time for event in events_of(doc, None, "June")}
    assert dated["sign"] == "t0"
    assert dated["praise"] is None


def test_the_headline_decides_which_event_is_the_main_one() -> None:
    rows = (
        "Berg/NNP/nsubj/2/PERSON resigned/VBD/ROOT/0/-/resign ././punct/2",
        "Lund/NNP/nsubj/2/PERSON died/VBD/ROOT/0/-/die ././punct/2",
    )
    for title, lemma in (("Lund dies", "die"), ("Berg resigned", "resign")):
        found = events_of(doc_of(*rows), title)
        assert [event.lemma for event in found if event.main] == [lemma]


def test_ids_and_spans_hold() -> None:
    doc = doc_of(VISIT, "Lund/NNP/nsubj/2/PERSON died/VBD/ROOT/0/-/die ././punct/2")
    found = events_of(doc)
    assert [event.id for event in found] == ["e0", "e1"]
    assert [event.sentence for event in found] == ["s0", "s1"]
    for event in found:
        for span in (event.trigger, event.clause, *(item.span for item in event.arguments)):
            assert doc.text[span.start : span.end] == span.text


def test_a_document_without_words_has_no_events() -> None:
    assert events_of(doc_of("././punct/1")) == []


def test_a_participle_before_a_noun_tells_what_it_suffered() -> None:
    doc = doc_of("The/DT/det/3 arrested/VBN/amod/3/-/arrest man/NN/nsubj/4 died/VBD/ROOT/0/-/die ././punct/4")
    arrest = next(event for event in events_of(doc) if event.lemma == "arrest")
    assert arrest.type == "coerce"
    assert [item.role for item in arrest.arguments] == ["patient"]


def test_an_article_with_any_trigger_is_about_something() -> None:
    doc = doc_of("Walls/NNS/nsubj/2 glistened/VBD/ROOT/0/-/glisten ././punct/2")
    assert [(event.lemma, event.main) for event in events_of(doc)] == [("glisten", True)]


def test_the_start_of_a_span_of_time_is_no_date() -> None:
    rows = "Berg/NNP/nsubj/2/PERSON died/VBD/ROOT/0/-/die {}/IN/prep/2 May/NNP/pobj/3 ././punct/2"
    (since,) = events_of(doc_of(rows.format("since")), None, "May")
    (on,) = events_of(doc_of(rows.format("in")), None, "May")
    assert (since.time, since.nearby) == (None, None)
    assert on.time == "t0"


def test_a_place_of_what_went_before_is_not_its_place() -> None:
    rows = (
        "Berg/NNP/nsubj/2/PERSON died/VBD/ROOT/0/-/die {}/IN/prep/2 a/DT/det/5 meeting/NN/pobj/3/-/meeting in/IN/prep/5 "
        "Oslo/NNP/pobj/6/LOC ././punct/2"
    )
    places = {
        word: next(event for event in events_of(doc_of(rows.format(word))) if event.lemma == "die").place
        for word in ("after", "at")
    }
    assert places["after"] is None
    assert places["at"] is not None


def test_what_the_headline_tells_beside_the_news_is_not_the_main_event() -> None:
    headline = "Police/NNS/nsubj/2 arrest/VBP/ROOT/0/-/arrest him/PRP/dobj/2 after/IN/prep/2 robbery/NN/pobj/4/-/robbery ././punct/2"
    more = "The/DT/det/2 robbery/NN/nsubj/3/-/robbery shocked/VBD/ROOT/0/-/shock Oslo/NNP/dobj/3/LOC ././punct/3"
    found = events_of(doc_of(headline, more, more, more), "Police arrest him after robbery.")
    assert [event.lemma for event in found if event.main] == ["arrest"]
