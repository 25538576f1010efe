"""Coreference as news writes it: descriptions by age, kin and headline, pronouns among other nouns, namesakes in one article."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from generator.extract import chains_by_kind
from generator.extract.chains import find_chains
from generator.extract.chains_board import Draft
from generator.extract.mentions import find_mentions
from generator.model import Chain
from tests.extract.docs import doc_of, make_sentences

LEFT = "left/VBD/ROOT/0/-/leave"
SMILED = "smiled/VBD/ROOT/0/-/smile"
RAIN = "Rain/NN/nsubj/2 fell/VBD/ROOT/0/-/fall"


def chains_of(doc: Doc) -> list[tuple[Chain, list[str]]]:
    mentions, chains = find_chains(doc, find_mentions(doc, make_sentences(doc)))
    text = {mention.id: mention.span.text for mention in mentions}
    return [(chain, [text[key] for key in chain.mentions]) for chain in chains]


def groups(*sentences: str) -> list[list[str]]:
    return [forms for _, forms in chains_of(doc_of(*sentences))]


def together(found: list[list[str]], *forms: str) -> bool:
    """Whether one chain holds all of these forms."""
    return any(set(forms) <= set(chain) for chain in found)


def full(given: str, family: str, verb: str = LEFT) -> str:
    return f"{given}/NNP/compound/2/PERSON {family}/NNP/nsubj/3/PERSON {verb}"


def bare(name: str, verb: str = LEFT) -> str:
    return f"{name}/NNP/nsubj/2/PERSON {verb}"


def the(noun: str, verb: str = SMILED) -> str:
    return f"The/DT/det/2 {noun}/NN/nsubj/3 {verb}"


# Namesakes in one article


WIFE = (
    "Peter/NNP/compound/2/PERSON Brandt/NNP/nsubj/3/PERSON met/VBD/ROOT/0 his/PRP$/poss/5 wife/NN/dobj/3 ,/,/punct/5"
    " Paula/NNP/compound/8/PERSON Brandt/NNP/appos/5/PERSON"
)


def test_the_surname_alone_is_not_who_was_introduced_as_kin() -> None:
    found = groups(WIFE, bare("Brandt"), f"Mrs./NNP/compound/2 Brandt/NNP/nsubj/3/PERSON {LEFT}")
    assert found == [["Peter Brandt", "his", "Brandt"], ["his wife", "Paula Brandt", "Brandt"]]


def test_father_and_son() -> None:
    junior = f"Peter/NNP/compound/3/PERSON Brandt/NNP/compound/3/PERSON Jr./NNP/nsubj/4/PERSON {LEFT}"
    short = f"Brandt/NNP/compound/2/PERSON Jr./NNP/nsubj/3/PERSON {SMILED}"
    found = chains_of(doc_of(full("Peter", "Brandt"), junior, short))
    assert [chain.name for chain, _ in found] == ["Peter Brandt", "Peter Brandt Jr."]
    assert found[1][1][-1] == "Brandt Jr."


def test_a_company_with_the_person_s_name() -> None:
    company = f"Vostrel/NNP/compound/2/ORG Holdings/NNPS/nsubj/3/ORG {LEFT}"
    found = groups(full("Ida", "Vostrel"), company, bare("Vostrel"))
    assert found == [["Ida Vostrel", "Vostrel"], ["Vostrel Holdings"]]


def test_two_companies_in_different_business_stay_apart() -> None:
    def company(kind: str) -> str:
        return f"Ardlund/NNP/compound/2/ORG {kind}/NNP/nsubj/3/ORG {LEFT}"

    found = groups(company("Motors"), company("Bank"), company("Group"))
    assert not together(found, "Ardlund Motors", "Ardlund Bank")
    assert together(groups(company("Motors"), company("Group")), "Ardlund Motors", "Ardlund Group")


def test_a_party_with_and_without_the_word() -> None:
    texts = (
        f"Norlund/NNP/compound/2/ORG party/NN/nsubj/3/ORG {LEFT}",
        f"Norlund/NNP/nsubj/2/ORG {SMILED}",
    )
    chain, forms = chains_of(doc_of(*texts))[0]
    assert (chain.name, forms) == ("Norlund", ["Norlund party", "Norlund"])


# Ages, kin, headlines, like nouns

AGED = "Ida/NNP/compound/2/PERSON Holm/NNP/nsubj/6/PERSON ,/,/punct/2 54/CD/appos/2 ,/,/punct/2 smiled/VBD/ROOT/0"
THE_AGED = (
    "The/DT/det/6 54_/CD/nummod/4 -_/HYPH/punct/4 year_/NN/npadvmod/6 -_/HYPH/punct/6 old/JJ/nsubj/7 left/VBD/ROOT/0"
)


def test_the_one_of_that_age() -> None:
    chain, forms = chains_of(doc_of(AGED, RAIN, THE_AGED))[0]
    assert forms == ["Ida Holm", "The 54-year-old"]
    assert chain.reasons == ("Ida Holm is 54 years old, like The 54-year-old",)


def test_an_age_comes_before_its_name() -> None:
    sailor = "A/DT/det/7 54_/CD/nummod/4 -_/HYPH/punct/4 year_/NN/npadvmod/6 -_/HYPH/punct/6 old/JJ/amod/7 sailor/NN/nsubj/8 left/VBD/ROOT/0"
    assert together(groups(sailor, AGED), "A 54-year-old sailor", "Ida Holm")


def test_two_of_one_age_are_neither() -> None:
    other = AGED.replace("Ida", "Nils").replace("Holm", "Lund")
    assert ["The 54-year-old"] in groups(AGED, other, THE_AGED)


def test_another_age_is_another_one() -> None:
    assert ["The 55-year-old"] in groups(AGED, THE_AGED.replace("54", "55"))


def test_kin_by_name_and_by_pronoun() -> None:
    found = groups(
        f"Holm/NNP/poss/3/PERSON 's/POS/case/1 daughter/NN/nsubj/4 {SMILED}",
        "Ms/NNP/compound/2 Holm/NNP/nsubj/3/PERSON met/VBD/ROOT/0 her/PRP$/poss/5 daughter/NN/dobj/3",
    )
    assert together(found, "Holm's daughter", "her daughter")
    assert not together(found, "Holm", "her daughter")


def test_the_headline_s_girl_is_the_first_one_of_the_body() -> None:
    found = groups(
        "Danish/JJ/amod/2/NORP Girl/NN/nsubj/3 Wins/VBZ/ROOT/0",
        "¶",
        f"A/DT/det/4 young/JJ/amod/4 Danish/JJ/amod/4/NORP girl/NN/nsubj/5 {SMILED}",
    )
    assert together(found, "Danish Girl", "A young Danish girl")


def test_the_child_is_the_boy() -> None:
    boy = f"A/DT/det/3 small/JJ/amod/3 boy/NN/nsubj/4 {LEFT}"
    girl = f"A/DT/det/3 small/JJ/amod/3 girl/NN/nsubj/4 {LEFT}"
    assert groups(boy, the("child")) == [["A small boy", "The child"]]
    assert ["The child"] in groups(boy, girl, the("child"))


# Descriptions that mean somebody else


def test_a_bare_calling_does_not_last() -> None:
    pilot = f"pilot/NN/compound/3 Ida/NNP/compound/3/PERSON Holm/NNP/nsubj/4/PERSON {LEFT}"
    assert together(groups(pilot, RAIN, the("pilot")), "Ida Holm", "The pilot")
    assert not together(groups(pilot, *[RAIN] * 9, the("pilot")), "Ida Holm", "The pilot")


def test_an_office_lasts() -> None:
    mayor = f"Mayor/NNP/compound/3 Ida/NNP/compound/3/PERSON Holm/NNP/nsubj/4/PERSON {LEFT}"
    assert together(groups(mayor, *[RAIN] * 9, the("mayor")), "Ida Holm", "The mayor")


def test_the_president_in_a_sentence_on_another_country() -> None:
    danish = f"Danish/JJ/amod/4/NORP president/NN/compound/4 Ida/NNP/compound/4/PERSON Holm/NNP/nsubj/5/PERSON {LEFT}"
    norway = "In/IN/prep/5 Norway/NNP/pobj/1/LOC the/DT/det/4 president/NN/nsubj/5 smiled/VBD/ROOT/0"
    assert together(groups(danish, RAIN, the("president")), "Ida Holm", "The president")
    assert not together(groups(danish, RAIN, norway), "Ida Holm", "the president")


def test_a_comma_before_the_counterpart() -> None:
    met = (
        "Prime/NNP/compound/4 Minister/NNP/compound/4 Lena/NNP/compound/4/PERSON Ost/NNP/nsubj/5/PERSON met/VBD/ROOT/0"
        " her/PRP$/poss/8 Danish/JJ/amod/8/NORP counterpart/NN/dobj/5 ,/,/punct/8 Ida/NNP/compound/11/PERSON Holm/NNP/appos/8/PERSON"
    )
    danish = "The/DT/det/4 Danish/JJ/amod/4/NORP prime/JJ/amod/4 minister/NN/nsubj/5 smiled/VBD/ROOT/0"
    assert together(groups(met, danish), "Ida Holm", "The Danish prime minister")


def test_the_village_of_is_told_apart() -> None:
    of = "The/DT/det/2 city/NN/nsubj/5 of/IN/prep/2 Ardby/NNP/pobj/3/LOC left/VBD/ROOT/0"
    assert not together(groups(f"Oslo/NNP/nsubj/2/LOC {SMILED}", of), "Oslo", "The city")


def test_who_does_something_to_the_country_is_another_one() -> None:
    blamed = "Norway/NNP/nsubj/2/LOC blamed/VBD/ROOT/0 the/DT/det/4 country/NN/dobj/2"
    assert not together(groups(blamed), "Norway", "the country")


def test_whoever_hires_a_coach_is_a_team() -> None:
    hired = "Ardby/NNP/nsubj/2/ORG hired/VBD/ROOT/0/-/hire coach/NN/compound/5 Ida/NNP/compound/5/PERSON Holm/NNP/dobj/2/PERSON"
    assert together(groups(hired, the("team")), "Ardby", "The team")
    assert together(groups(hired, the("club")), "Ardby", "The club")
    assert not together(groups(hired, the("airline")), "Ardby", "The airline")


def test_named_as_the_host() -> None:
    named = (
        "They/PRP/nsubj/2 named/VBD/ROOT/0/-/name Ida/NNP/compound/4/PERSON Holm/NNP/dobj/2/PERSON as/IN/prep/2"
        " the/DT/det/7 host/NN/pobj/5"
    )
    assert together(groups(named), "Ida Holm", "the host")


# Pronouns

LAUNCHED = "Ardby/NNP/nsubj/2/ORG changed/VBD/ROOT/0 the/DT/det/4 plan/NN/dobj/2"


def test_a_noun_that_is_no_mention_may_be_it() -> None:
    plan = "While/IN/mark/4 the/DT/det/3 plan/NN/nsubj/4 works/VBZ/advcl/7 ,/,/punct/7 it/PRP/nsubj/7 costs/VBZ/ROOT/0"
    assert not together(groups(LAUNCHED, plan), "Ardby", "it")


def test_its_part_is_no_owner() -> None:
    text = "Ardby/NNP/nsubj/2/ORG sold/VBD/ROOT/0 parts/NNS/dobj/2 of/IN/prep/3 its/PRP$/poss/6 plan/NN/pobj/4"
    assert together(groups(text), "Ardby", "its")


def test_a_clause_that_follows_is_it() -> None:
    text = (
        "Ardby/NNP/nsubj/2/ORG left/VBD/ROOT/0 after/IN/mark/6 it/PRP/nsubjpass/6 was/VBD/auxpass/6 revealed/VBN/advcl/2/-/reveal"
        " that/IN/mark/9 rain/NN/nsubj/9 fell/VBD/ccomp/6"
    )
    assert groups(text) == [["Ardby"]]


def test_several_people_are_no_one_of_them() -> None:
    two = "Sailors/NNS/nsubj/4 and/CC/cc/1 Holm/NNP/conj/1/PERSON left/VBD/ROOT/0"
    found = groups(two, "They/PRP/nsubj/2 smiled/VBD/ROOT/0")
    assert not together(found, "Sailors", "They")


def test_brackets_say_whom_a_pronoun_means() -> None:
    text = (
        "Ms/NNP/compound/2 Lund/NNP/nsubj/3/PERSON praised/VBD/ROOT/0 her/PRP$/poss/8 [/-LRB-/punct/6 Holm/NNP/appos/4/PERSON"
        " ]/-RRB-/punct/6 plan/NN/dobj/3"
    )
    assert together(groups(text), "her", "Holm")


def test_who_took_the_picture_does_not_speak() -> None:
    credit = "Photo/NN/ROOT/0 by/IN/prep/1 Nils/NNP/compound/4/PERSON Lund/NNP/pobj/2/PERSON"
    found = groups(
        f"Mr/NNP/compound/2 Brandt/NNP/nsubj/3/PERSON {LEFT}", "¶", credit, "¶", "He/PRP/nsubj/2 said/VBD/ROOT/0/-/say"
    )
    assert together(found, "Brandt", "He")


def test_who_says_that_she() -> None:
    text = "Holm/NNP/nsubj/2/PERSON said/VBD/ROOT/0/-/say she/PRP/nsubj/4 won/VBD/ccomp/2/-/win"
    assert together(groups(f"Ms/NNP/compound/2 Lund/NNP/nsubj/3/PERSON {LEFT}", text), "Holm", "she")


def test_whom_one_asks_does_it() -> None:
    text = (
        "Ms/NNP/compound/2 Holm/NNP/nsubj/3/PERSON asked/VBD/ROOT/0/-/ask a/DT/det/5 driver/NN/dobj/3 to/TO/aux/7"
        " take/VB/xcomp/3 her/PRP/dobj/7"
    )
    assert together(groups(text), "Holm", "her")


def test_a_reflexive_before_its_clause() -> None:
    text = "In/IN/prep/5 defending/VBG/pcomp/1 himself/PRP/dobj/2 Brandt/NNP/nsubj/5/PERSON smiled/VBD/ROOT/0"
    assert together(groups(text), "Brandt", "himself")


def test_a_pronoun_that_leads_up_to_its_name() -> None:
    text = "As/IN/mark/3 she/PRP/nsubj/3 left/VBD/advcl/6 ,/,/punct/6 Holm/NNP/nsubj/6/PERSON smiled/VBD/ROOT/0"
    chain, forms = chains_of(doc_of(text))[0]
    assert (forms, chain.gender) == (["she", "Holm"], "f")
    assert chain.reasons == ("“she” points forward to Holm, the subject",)


def test_who_is_coordinated_with_what_is_his() -> None:
    texts = (
        f"Mr/NNP/compound/2 Lund/NNP/nsubj/3/PERSON {LEFT}",
        "Brandt/NNP/nsubj/5/PERSON and/CC/cc/1 his/PRP$/poss/4 aides/NNS/conj/1 left/VBD/ROOT/0",
    )
    assert together(groups(*texts), "Brandt", "his")


def test_the_nearest_verb_of_speech_has_the_speaker() -> None:
    text = (
        "When/WRB/advmod/3 Holm/NNP/nsubj/3/PERSON noted/VBD/advcl/5/-/note Brandt/NNP/nsubj/5/PERSON boasted/VBD/ROOT/0/-/boast"
        " “/``/punct/8 I/PRP/nsubj/8 won/VBD/ccomp/5 ”/''/punct/8"
    )
    assert together(groups(text), "Brandt", "I")


def test_we_is_nobody() -> None:
    text = "“/``/punct/3 We/PRP/nsubj/3 won/VBD/ccomp/6 ”/''/punct/3 Brandt/NNP/nsubj/6/PERSON said/VBD/ROOT/0/-/say"
    assert groups(text) == [["Brandt"]]


def test_two_leaders_are_nobody() -> None:
    found = groups(
        full("Ida", "Holm"), full("Nils", "Lund"), f"The/DT/det/3 two/CD/nummod/3 leaders/NNS/nsubj/4/-/leader {SMILED}"
    )
    assert ["The two leaders"] in found


def test_descriptions_cost_in_proportion(monkeypatch: pytest.MonkeyPatch) -> None:
    # Counted, not timed: how often the text is asked what it calls a name.
    def asked(paragraphs: int) -> int:
        counted = 0
        ask = chains_by_kind.kinds_in_text

        def counting(doc: Doc, draft: Draft) -> set[str]:
            nonlocal counted
            counted += 1
            return ask(doc, draft)

        with monkeypatch.context() as patch:
            patch.setattr(chains_by_kind, "kinds_in_text", counting)
            groups(*(f"Ardby/NNP/nsubj/2/ORG {LEFT}", the("company")) * paragraphs)
        return counted

    assert asked(40) < 5 * asked(10)
