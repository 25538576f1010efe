"""Coreference inside an article: who is joined, who is kept apart, and why."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from generator.extract.chains import find_chains
from generator.extract.chains_board import Board, Draft
from generator.extract.mentions import find_mentions
from generator.model import Chain
from tests.extract.docs import doc_of, make_sentences

LEFT = "left/VBD/ROOT/0/-/leave"


def chains_of(doc: Doc) -> list[tuple[Chain, list[str]]]:
    mentions, chains = find_chains(doc, find_mentions(doc, make_sentences(doc)))
    text = {mention.id: mention.span.text for mention in mentions}
    assert {mention.chain for mention in mentions} == {chain.id for chain in chains}
    return [(chain, [text[key] for key in chain.mentions]) for chain in chains]


def groups(doc: Doc) -> list[list[str]]:
    return [forms for _, forms in chains_of(doc)]


def named(doc: Doc, name: str) -> tuple[Chain, list[str]]:
    return next(item for item in chains_of(doc) if item[0].name == name)


def full(given: str, family: str, verb: str = LEFT) -> str:
    return f"{given}/NNP/compound/2/PERSON {family}/NNP/nsubj/3/PERSON {verb}"


def bare(name: str, verb: str = LEFT) -> str:
    return f"{name}/NNP/nsubj/2/PERSON {verb}"


def titled(title: str, name: str) -> str:
    return f"{title}/NNP/compound/2 {name}/NNP/nsubj/3/PERSON {LEFT}"


def test_surname_to_full_name_with_its_reason() -> None:
    chain, forms = named(doc_of(full("Ida", "Holm"), bare("Holm")), "Ida Holm")
    assert forms == ["Ida Holm", "Holm"]
    assert chain.reasons == ("Holm takes up the surname of Ida Holm",)
    assert (chain.type, chain.gender) == ("person", "f")


def test_surname_before_the_full_name() -> None:
    assert groups(doc_of(bare("Holm"), full("Ida", "Holm"))) == [["Holm", "Ida Holm"]]


def test_family_name_first() -> None:
    doc = doc_of(
        f"Pak/NNP/compound/3/PERSON Sung/NNP/compound/3/PERSON Ho/NNP/nsubj/4/PERSON {LEFT}", titled("Mr", "Pak")
    )
    chain, forms = named(doc, "Pak Sung Ho")
    assert forms == ["Pak Sung Ho", "Pak"]
    assert chain.gender == "m"


def test_two_people_of_one_surname_stay_apart() -> None:
    doc = doc_of(full("Peter", "Brandt"), full("Paula", "Brandt"), bare("Brandt"))
    assert groups(doc) == [["Peter Brandt"], ["Paula Brandt"], ["Brandt"]]


def test_the_honorific_decides_between_two_of_one_surname() -> None:
    doc = doc_of(full("Peter", "Brandt"), full("Paula", "Brandt"), titled("Ms", "Brandt"))
    assert groups(doc) == [["Peter Brandt"], ["Paula Brandt", "Brandt"]]


def test_the_only_one_introduced_so_far() -> None:
    doc = doc_of(full("Peter", "Brandt"), bare("Brandt"), full("Paula", "Brandt"))
    assert groups(doc) == [["Peter Brandt", "Brandt"], ["Paula Brandt"]]


def test_the_one_of_two_whom_the_text_is_about() -> None:
    doc = doc_of(
        *[full("Peter", "Brandt")] * 3,
        full("Paula", "Brandt"),
        *["Rain/NN/nsubj/2 fell/VBD/ROOT/0"] * 2,
        bare("Brandt"),
    )
    assert groups(doc) == [["Peter Brandt", "Peter Brandt", "Peter Brandt", "Brandt"], ["Paula Brandt"]]


def test_given_name_alone() -> None:
    assert groups(doc_of(full("Ida", "Holm"), bare("Ida"))) == [["Ida Holm", "Ida"]]


def test_country_its_variants_and_its_people() -> None:
    doc = doc_of(
        "Danish/JJ/amod/2/NORP ships/NNS/nsubj/3 left/VBD/ROOT/0 Denmark/NNP/dobj/3/LOC",
        f"Copenhagen/NNP/nsubj/2/LOC {LEFT}",
    )
    chain, forms = named(doc, "Denmark")
    assert forms == ["Danish", "Denmark"]
    assert chain.country == "dk"
    city, _ = named(doc, "Copenhagen")
    assert (city.id != chain.id, city.country) == (True, "dk")


def test_a_people_without_its_country_has_a_code_and_no_name() -> None:
    chain, _ = chains_of(doc_of(f"Danish/JJ/amod/2/NORP ships/NNS/nsubj/3 {LEFT}"))[0]
    assert (chain.name, chain.type, chain.country) == ("", "place", "dk")


def test_acronym() -> None:
    doc = doc_of(
        f"Barrow/NNP/compound/3/ORG Fish/NNP/compound/3/ORG Authority/NNP/nsubj/4/ORG {LEFT}",
        f"BFA/NNP/nsubj/2/ORG {LEFT}",
    )
    chain, forms = named(doc, "Barrow Fish Authority")
    assert forms == ["Barrow Fish Authority", "BFA"]
    assert chain.reasons == ("BFA is made of the initials of Barrow Fish Authority",)


def test_acronym_of_two_names_joins_neither() -> None:
    doc = doc_of(
        f"Barrow/NNP/compound/2/ORG Authority/NNP/nsubj/3/ORG {LEFT}",
        f"Bolton/NNP/compound/2/ORG Association/NNP/nsubj/3/ORG {LEFT}",
        f"BA/NNP/nsubj/2/ORG {LEFT}",
    )
    assert len(groups(doc)) == 3


def test_company_without_its_kind() -> None:
    doc = doc_of(f"Vostrel/NNP/compound/2/ORG Holdings/NNPS/nsubj/3/ORG {LEFT}", f"Vostrel/NNP/nsubj/2/ORG {LEFT}")
    assert groups(doc) == [["Vostrel Holdings", "Vostrel"]]


def test_types_are_never_mixed() -> None:
    doc = doc_of(f"Vostrel/NNP/nsubj/2/ORG {LEFT}", full("Ida", "Vostrel"))
    assert all(len({forms[0]} & {"Vostrel"}) <= 1 for forms in groups(doc))
    assert {chain.type for chain, _ in chains_of(doc)} <= {"person", "organization"}


MINISTER = "Danish/JJ/amod/4/NORP defense/NN/compound/3 minister/NN/compound/5 Ida/NNP/compound/5/PERSON Holm/NNP/nsubj/6/PERSON left/VBD/ROOT/0"
OTHER = "Swedish/JJ/amod/4/NORP defense/NN/compound/3 minister/NN/compound/5 Nils/NNP/compound/5/PERSON Lund/NNP/nsubj/6/PERSON left/VBD/ROOT/0"


def test_role_of_one_person() -> None:
    doc = doc_of(MINISTER, OTHER, "The/DT/det/3 Danish/JJ/amod/3/NORP minister/NN/nsubj/4 smiled/VBD/ROOT/0")
    chain, forms = named(doc, "Ida Holm")
    assert forms == ["Ida Holm", "The Danish minister"]
    assert chain.country == "dk"
    assert named(doc, "Nils Lund")[1] == ["Nils Lund"]


def test_british_and_american_spelling_of_a_role() -> None:
    doc = doc_of(MINISTER, "The/DT/det/3 defence/NN/compound/3 minister/NN/nsubj/4 smiled/VBD/ROOT/0")
    assert named(doc, "Ida Holm")[1] == ["Ida Holm", "The defence minister"]


def test_a_role_of_two_people_names_neither() -> None:
    two = "Ida/NNP/nsubj/5/PERSON and/CC/cc/1 Nils/NNP/conj/1/PERSON both/DT/appos/1 left/VBD/ROOT/0"
    doc = doc_of(MINISTER, OTHER, two, two, two, "The/DT/det/3 defense/NN/compound/3 minister/NN/pobj/4 by/IN/ROOT/0")
    assert all("The defense minister" not in forms for forms in groups(doc) if len(forms) > 1)


def test_a_deputy_is_not_the_minister() -> None:
    doc = doc_of(MINISTER, "The/DT/det/3 deputy/NN/compound/3 minister/NN/nsubj/4 smiled/VBD/ROOT/0")
    assert named(doc, "Ida Holm")[1] == ["Ida Holm"]


def test_a_counterpart_has_the_role_of_the_other() -> None:
    doc = doc_of(
        "Danish/JJ/amod/4/NORP minister/NN/compound/4 Ida/NNP/compound/4/PERSON Holm/NNP/nsubj/5/PERSON met/VBD/ROOT/0"
        " her/PRP$/poss/10 Swedish/JJ/amod/10/NORP counterpart/NN/compound/10 Nils/NNP/compound/10/PERSON Lund/NNP/dobj/5/PERSON",
        "The/DT/det/3 Swedish/JJ/amod/3/NORP minister/NN/nsubj/4 smiled/VBD/ROOT/0",
    )
    assert named(doc, "Nils Lund")[1] == ["Nils Lund", "The Swedish minister"]
    assert named(doc, "Ida Holm")[1] == ["Ida Holm", "her"]


def test_apposition() -> None:
    doc = doc_of(
        "The/DT/det/2 coach/NN/nsubj/7 ,/,/punct/2 Ida/NNP/compound/5/PERSON Holm/NNP/appos/2/PERSON ,/,/punct/2 left/VBD/ROOT/0"
    )
    assert groups(doc) == [["The coach", "Ida Holm"]]


def test_the_same_head_noun_again() -> None:
    doc = doc_of(
        f"A/DT/det/3 young/JJ/amod/3 sailor/NN/nsubj/4 {LEFT}", "The/DT/det/2 sailor/NN/nsubj/3 smiled/VBD/ROOT/0"
    )
    assert groups(doc) == [["A young sailor", "The sailor"]]


def test_the_ministry() -> None:
    doc = doc_of(
        "The/DT/det/3 Harbor/NNP/compound/3/ORG Ministry/NNP/nsubj/4/ORG agreed/VBD/ROOT/0",
        "The/DT/det/2 ministry/NN/nsubj/3 smiled/VBD/ROOT/0",
    )
    assert groups(doc) == [["Harbor Ministry", "The ministry"]]


def test_pronoun_by_gender() -> None:
    doc = doc_of(
        "Ida/NNP/nsubj/2/PERSON met/VBD/ROOT/0 Nils/NNP/dobj/2/PERSON",
        "He/PRP/nsubj/2 smiled/VBD/ROOT/0",
        "She/PRP/nsubj/2 left/VBD/ROOT/0",
    )
    doc2 = doc_of(titled("Mr", "Lund"), titled("Ms", "Holm"), "He/PRP/nsubj/2 smiled/VBD/ROOT/0")
    assert ["Lund", "He"] in groups(doc2)
    assert all("He" not in forms or "She" not in forms for forms in groups(doc))


def test_a_person_is_never_it() -> None:
    assert groups(doc_of(bare("Holm"), "It/PRP/nsubj/2 sank/VBD/ROOT/0")) == [["Holm"]]


def test_an_object_pronoun_is_not_its_subject() -> None:
    doc = doc_of(titled("Mr", "Lund"), "Mr/NNP/compound/2 Brandt/NNP/nsubj/3/PERSON saw/VBD/ROOT/0 him/PRP/dobj/3")
    assert ["Lund", "him"] in groups(doc)


def test_a_reflexive_is_its_subject() -> None:
    doc = doc_of("Brandt/NNP/nsubj/2/PERSON saw/VBD/ROOT/0 himself/PRP/dobj/2")
    assert groups(doc) == [["Brandt", "himself"]]


QUOTE = "“/``/punct/4 {who}/PRP/nsubj/4 surely/RB/advmod/4 won/VBD/ccomp/8 ,/,/punct/8 ”/''/punct/8 Brandt/NNP/nsubj/8/PERSON said/VBD/ROOT/0/-/say"


def test_first_person_in_a_quotation_is_its_speaker() -> None:
    assert groups(doc_of(QUOTE.format(who="I"))) == [["I", "Brandt"]]


def test_third_person_in_a_quotation_is_not_its_speaker() -> None:
    doc = doc_of(titled("Mr", "Lund"), QUOTE.format(who="He"))
    assert ["Lund", "He"] in groups(doc)


def test_unresolved_pronouns_and_places_are_left_out() -> None:
    doc = doc_of("It/PRP/nsubj/2 sank/VBD/ROOT/0 near/IN/prep/2 the/DT/det/5 city/NN/pobj/3")
    assert groups(doc) == []


def test_the_only_country_in_sight() -> None:
    doc = doc_of(f"Norway/NNP/nsubj/2/LOC {LEFT}", "The/DT/det/2 country/NN/nsubj/3 smiled/VBD/ROOT/0")
    assert groups(doc) == [["Norway", "The country"]]


def test_capitals_of_a_headline_are_the_same_name() -> None:
    chain, forms = named(
        doc_of("IDA/NNP/compound/2/PERSON HOLMSEN/NNP/nsubj/3/PERSON WINS/VBZ/ROOT/0", full("Ida", "Holmsen")),
        "Ida Holmsen",
    )
    assert len(forms) == 2
    assert chain.reasons == ("the same name",)


def test_the_same_twice() -> None:
    texts = (MINISTER, OTHER, bare("Holm"), "She/PRP/nsubj/2 smiled/VBD/ROOT/0")
    assert chains_of(doc_of(*texts)) == chains_of(doc_of(*texts))


def test_no_mentions_no_chains() -> None:
    assert groups(doc_of("Rain/NN/nsubj/2 fell/VBD/ROOT/0")) == []


def test_long_articles_cost_in_proportion(monkeypatch: pytest.MonkeyPatch) -> None:
    # Counted, not timed: how often two mentions are compared.
    def comparisons(paragraphs: int) -> int:
        counted = 0
        ask = Board.may_join

        def counting(board: Board, left: Draft, right: Draft) -> bool:
            nonlocal counted
            counted += 1
            return ask(board, left, right)

        texts = (
            full("Ida", "Holm"),
            titled("Mr", "Lund"),
            "She/PRP/nsubj/2 smiled/VBD/ROOT/0",
            "He/PRP/nsubj/2 left/VBD/ROOT/0",
        )
        with monkeypatch.context() as patch:
            patch.setattr(Board, "may_join", counting)
            groups(doc_of(*texts * paragraphs))
        return counted

    assert comparisons(40) < 5 * comparisons(10)


@pytest.mark.parametrize(("word", "joined"), [("known", True), ("seen", False)])
def test_a_second_name_that_the_text_gives_is_the_same_persons(word: str, joined: bool) -> None:
    doc = doc_of(
        f"Ida/NNP/compound/2/PERSON Holm/NNP/nsubj/8/PERSON ,/,/punct/2 also/RB/advmod/5 {word}/VBN/acl/2 "
        "as/IN/prep/5 Storm/NNP/pobj/6/PERSON sang/VBD/ROOT/0/-/sing ././punct/8"
    )
    assert (["Ida Holm", "Storm"] in groups(doc)) is joined
