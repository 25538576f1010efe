"""Roles: titles before names, appositions, "is the ..."."""

from __future__ import annotations

from spacy.tokens import Doc

from generator.extract.chains import find_chains
from generator.extract.mentions import find_mentions
from generator.extract.roles import find_roles
from tests.extract.docs import doc_of, make_sentences


def roles_of(doc: Doc) -> list[tuple[str, str, str, str]]:
    """(name, words of the role, name of the organization, code of the country)"""
    mentions, chains = find_chains(doc, find_mentions(doc, make_sentences(doc)))
    by_id = {chain.id: chain for chain in chains}
    found = [role for role in find_roles(doc, mentions, chains) if role.kind != "kin"]
    assert all(doc.text[role.span.start : role.span.end] == role.span.text for role in found)
    return [
        (
            by_id[role.chain].name,
            role.span.text,
            by_id[role.org].name if role.org else "",
            by_id[role.country].country if role.country else "",
        )
        for role in found
    ]


def test_title_before_the_name() -> None:
    doc = doc_of(
        "Danish/JJ/amod/5/NORP Defense/NNP/compound/3 Minister/NNP/compound/5 Ida/NNP/compound/5/PERSON Holm/NNP/nsubj/6/PERSON left/VBD/ROOT/0"
    )
    assert roles_of(doc) == [("Ida Holm", "Danish Defense Minister", "", "dk")]


def test_the_verb_of_a_headline_is_no_part_of_a_title() -> None:
    rows = (
        "Harbor/NNP/compound/2/ORG Larks/NNPS/compound/4/ORG {}/NN/compound/4 manager/NN/compound/6"
        " Ida/NNP/compound/6/PERSON Holm/NNP/ROOT/0/PERSON"
    )
    assert [role[1] for role in roles_of(doc_of(rows.format("sack")))] == ["manager"]
    assert [role[1] for role in roles_of(doc_of(rows.format("trade")))] == ["Harbor Larks trade manager"]


def test_title_with_an_organization() -> None:
    doc = doc_of(
        "Vostrel/NNP/compound/2/ORG spokesman/NN/compound/4 Nils/NNP/compound/4/PERSON Lund/NNP/nsubj/5/PERSON left/VBD/ROOT/0"
    )
    assert roles_of(doc) == [("Nils Lund", "Vostrel spokesman", "Vostrel", "")]


def test_an_honorific_is_no_role() -> None:
    assert roles_of(doc_of("Mr/NNP/compound/2 Lund/NNP/nsubj/3/PERSON left/VBD/ROOT/0")) == []


APPOSITION = (
    "Ida/NNP/compound/2/PERSON Holm/NNP/nsubj/10/PERSON ,/,/punct/2 a/DT/det/5 professor/NN/appos/2 at/IN/prep/5"
    " Barrow/NNP/compound/8/ORG University/NNP/pobj/6/ORG ,/,/punct/2 left/VBD/ROOT/0"
)


def test_apposition_with_its_organization() -> None:
    assert roles_of(doc_of(APPOSITION)) == [("Ida Holm", "professor at Barrow University", "Barrow University", "")]


def test_apposition_that_the_parse_missed() -> None:
    doc = doc_of(APPOSITION.replace("professor/NN/appos/2", "professor/NN/conj/10"))
    assert [words for _, words, _, _ in roles_of(doc)] == ["professor at Barrow University"]


def test_copula() -> None:
    doc = doc_of(
        "Ida/NNP/compound/2/PERSON Holm/NNP/nsubj/3/PERSON is/VBZ/ROOT/0/-/be the/DT/det/5 chairwoman/NN/attr/3 of/IN/prep/5 Vostrel/NNP/pobj/6/ORG ././punct/3"
    )
    assert roles_of(doc) == [("Ida Holm", "chairwoman of Vostrel", "Vostrel", "")]


def test_relative_clause() -> None:
    doc = doc_of(
        "Ida/NNP/compound/2/PERSON Holm/NNP/nsubj/9/PERSON ,/,/punct/2 who/WP/nsubj/5 was/VBD/relcl/2/-/be the/DT/det/7 captain/NN/attr/5 ,/,/punct/2 left/VBD/ROOT/0"
    )
    assert roles_of(doc) == [("Ida Holm", "captain", "", "")]


def test_a_negation_gives_no_role() -> None:
    doc = doc_of("Ida/NNP/nsubj/2/PERSON is/VBZ/ROOT/0/-/be not/RB/neg/2 the/DT/det/5 captain/NN/attr/2")
    assert roles_of(doc) == []


def test_a_subject_after_a_comma_is_no_apposition() -> None:
    doc = doc_of(
        "Like/IN/prep/6 Ida/NNP/pobj/1/PERSON ,/,/punct/6 the/DT/det/5 captain/NN/nsubj/6 is/VBZ/ROOT/0/-/be tired/JJ/acomp/6"
    )
    assert roles_of(doc) == []


def test_kin_is_no_role() -> None:
    doc = doc_of("her/PRP$/poss/3 daughter/NN/compound/3 Ida/NNP/nsubj/4/PERSON left/VBD/ROOT/0")
    assert roles_of(doc) == []


def kinds_of(doc: Doc) -> list[tuple[str, str, str, str]]:
    """(words of the role, kind, tense, words as running text writes them)"""
    mentions, chains = find_chains(doc, find_mentions(doc, make_sentences(doc)))
    return [(role.span.text, role.kind, role.tense, role.words) for role in find_roles(doc, mentions, chains)]


def test_kin_is_kept_apart() -> None:
    doc = doc_of("her/PRP$/poss/3 daughter/NN/compound/3 Ida/NNP/nsubj/4/PERSON left/VBD/ROOT/0")
    assert kinds_of(doc) == [("daughter", "kin", "", "daughter")]


def test_former_office_in_small_letters() -> None:
    doc = doc_of(
        "Former/JJ/amod/4 Prime/NNP/compound/3 Minister/NNP/compound/4 Holm/NNP/nsubj/5/PERSON left/VBD/ROOT/0"
    )
    assert kinds_of(doc) == [("Former Prime Minister", "role", "former", "former prime minister")]


def test_abbreviated_title_with_party_and_state() -> None:
    doc = doc_of(
        "Sen./NNP/compound/3 Ida/NNP/compound/3/PERSON Holm/NNP/nsubj/9/PERSON (/-LRB-/punct/3 D_/NNP/compound/7 -_/HYPH/punct/7"
        " Ohio/NNP/appos/3/LOC )/-RRB-/punct/3 left/VBD/ROOT/0"
    )
    assert kinds_of(doc) == [("Sen.", "role", "", "senator"), ("D-Ohio", "affiliation", "", "Democrat from Ohio")]


def test_owner_is_an_affiliation() -> None:
    doc = doc_of(
        "Vostrel/NNP/poss/4/ORG 's/POS/case/1 Ida/NNP/compound/4/PERSON Holm/NNP/nsubj/5/PERSON left/VBD/ROOT/0"
    )
    assert kinds_of(doc) == [("Vostrel", "affiliation", "", "Vostrel")]


def test_apposition_before_the_name() -> None:
    doc = doc_of(
        "The/DT/det/2 captain/NN/nsubj/7 ,/,/punct/2 Ida/NNP/compound/5/PERSON Holm/NNP/appos/2/PERSON ,/,/punct/2 left/VBD/ROOT/0"
    )
    assert kinds_of(doc) == [("captain", "role", "", "captain")]


def test_naming() -> None:
    doc = doc_of(
        "Ida/NNP/nsubjpass/3/PERSON was/VBD/auxpass/3/-/be elected/VBN/ROOT/0/-/elect captain/NN/oprd/3 ././punct/3"
    )
    assert kinds_of(doc) == [("captain", "role", "", "captain")]


def test_a_judgement_is_no_role() -> None:
    doc = doc_of("Ida/NNP/nsubj/2/PERSON is/VBZ/ROOT/0/-/be a/DT/det/4 hero/NN/attr/2 ././punct/2")
    assert kinds_of(doc) == []


def test_a_restricted_description_is_no_role() -> None:
    doc = doc_of(
        "Ida/NNP/nsubj/2/PERSON is/VBZ/ROOT/0/-/be the/DT/det/4 captain/NN/attr/2 fired/VBN/acl/4 today/NN/npadvmod/5"
    )
    assert kinds_of(doc) == []


def test_the_next_in_a_list_is_no_apposition() -> None:
    doc = doc_of(
        "Ida/NNP/nsubj/8/PERSON ,/,/punct/1 the/DT/det/4 captain/NN/conj/1 and/CC/cc/4 Max/NNP/conj/4/PERSON ,/,/punct/1 left/VBD/ROOT/0"
    )
    assert kinds_of(doc) == []
