"""Coreference at the beginning of news, and of speakers who go on: an office before the name, an office after it."""

from __future__ import annotations

import pytest

from generator.extract.chains import find_chains
from generator.extract.mentions import find_mentions
from tests.extract.docs import doc_of, make_sentences

HEAD = (
    "The/DT/det/2 head/NN/nsubj/7 of/IN/prep/2 the/DT/det/6 Harbor/NNP/compound/6/ORG Fund/NNP/pobj/3/ORG"
    " resigned/VBD/ROOT/0/-/resign"
)
SPOKE = "Tomas/NNP/compound/2/PERSON Brom/NNP/nsubj/3/PERSON spoke/VBD/ROOT/0/-/speak"


def groups(*sentences: str) -> list[list[str]]:
    doc = doc_of(*sentences)
    mentions, chains = find_chains(doc, find_mentions(doc, make_sentences(doc)))
    text = {mention.id: mention.span.text for mention in mentions}
    return [[text[key] for key in chain.mentions] for chain in chains]


def together(found: list[list[str]], *forms: str) -> bool:
    return any(set(forms) <= set(chain) for chain in found)


def test_an_office_in_the_first_sentence_is_who_is_named_in_the_next() -> None:
    assert together(groups(HEAD, SPOKE), "The head", "Tomas Brom")


OTHER_ROLE = "Minister/NNP/compound/3 Tomas/NNP/compound/3/PERSON Brom/NNP/nsubj/4/PERSON spoke/VBD/ROOT/0/-/speak"
PRAISED = (
    "Tomas/NNP/compound/2/PERSON Brom/NNP/nsubj/3/PERSON praised/VBD/ROOT/0/-/praise the/DT/det/5 work/NN/dobj/3/-/work"
)
WITNESS = (
    "Tomas/NNP/compound/2/PERSON Brom/NNP/nsubj/6/PERSON who/WP/nsubj/4 lives/VBZ/relcl/2/-/live nearby/RB/advmod/4"
    " spoke/VBD/ROOT/0/-/speak"
)
OF_NOTHING = "The/DT/det/2 head/NN/nsubj/3 resigned/VBD/ROOT/0/-/resign"
OBJECT = "Voters/NNS/nsubj/2 heard/VBD/ROOT/0/-/hear Tomas/NNP/compound/4/PERSON Brom/NNP/dobj/2/PERSON"
NAMED_BEFORE = "Max/NNP/compound/2/PERSON Voss/NNP/nsubj/3/PERSON left/VBD/ROOT/0/-/leave"


@pytest.mark.parametrize(
    "sentences",
    [
        (HEAD, OTHER_ROLE),
        (HEAD, PRAISED),
        (HEAD, WITNESS),
        (OF_NOTHING, SPOKE),
        (HEAD, OBJECT),
        (NAMED_BEFORE, HEAD, SPOKE),
        (HEAD, NAMED_BEFORE, SPOKE),
    ],
    ids=["other office", "judges", "introduced", "of nothing", "object", "named before", "named between"],
)
def test_an_office_in_the_first_sentence_is_not_just_anybody(sentences: tuple[str, ...]) -> None:
    found = groups(*sentences)
    assert not any({"The head", "Tomas Brom"} <= set(chain) for chain in found)
    assert any("Tomas Brom" in chain for chain in found)


MAYOR = "A/DT/det/2 mayor/NN/nsubjpass/4 was/VBD/auxpass/4/-/be voted/VBN/ROOT/0/-/vote out/RP/prt/4"
MAYOR_HOLM = "Mayor/NNP/compound/3 Ida/NNP/compound/3/PERSON Holm/NNP/nsubj/4/PERSON"


def test_some_mayor_is_the_one_named_next_with_that_office_but_not_one_who_speaks_of_it() -> None:
    assert together(groups(MAYOR, f"{MAYOR_HOLM} lost/VBD/ROOT/0/-/lose"), "A mayor", "Ida Holm")
    assert not together(groups(MAYOR, f"{MAYOR_HOLM} said/VBD/ROOT/0/-/say so/RB/advmod/4"), "A mayor", "Ida Holm")


SAID = "Lindholm/NNP/nsubj/2/PERSON said/VBD/ROOT/0/-/say so/RB/advmod/2 ./././2"
MANAGER = (
    "“/``/punct/8 We/PRP/nsubj/3 stay/VBP/ccomp/8/-/stay ,/,/punct/8 ”/''/punct/8 the/DT/det/7 manager/NN/nsubj/8"
    " said/VBD/ROOT/0/-/say ./././8"
)
ROLE = "Ida/NNP/compound/2/PERSON Holm/NNP/nsubj/3/PERSON is/VBZ/ROOT/0/-/be the/DT/det/5 manager/NN/attr/3 ./././3"
OWN_ROLE = "Lindholm/NNP/nsubj/2/PERSON is/VBZ/ROOT/0/-/be a/DT/det/4 singer/NN/attr/2 ./././2"


def test_an_office_that_speaks_after_a_report_is_who_reported() -> None:
    assert together(groups(SAID, MANAGER), "Lindholm", "the manager")


@pytest.mark.parametrize("before", [ROLE, OWN_ROLE], ids=["another manager", "another calling"])
def test_an_office_that_speaks_is_not_who_reported_when_the_text_tells_otherwise(before: str) -> None:
    found = groups(before, SAID, MANAGER)
    assert any("the manager" in chain for chain in found)
    assert not together(found, "Lindholm", "the manager")


def test_an_office_that_speaks_in_another_paragraph_may_be_anybody() -> None:
    found = groups(SAID, "¶", MANAGER)
    assert not together(found, "Lindholm", "the manager")


# Surnames with an office before them


def bearer(*title: str) -> str:
    before = " ".join(f"{word}/NNP/compound/{len(title) + 2}" for word in title)
    at = len(title) + 1
    return f"{before} Ida/NNP/compound/{at + 1}/PERSON Holm/NNP/nsubj/{at + 2}/PERSON left/VBD/ROOT/0/-/leave".strip()


PRESIDENT_HOLM = "President/NNP/compound/2 Holm/NNP/nsubj/3/PERSON smiled/VBD/ROOT/0/-/smile"
HOLM = "Holm/NNP/nsubj/2/PERSON slept/VBD/ROOT/0/-/sleep"


def test_a_surname_with_an_office_is_not_who_holds_another() -> None:
    assert groups(bearer(), PRESIDENT_HOLM) == [["Ida Holm", "Holm"]]
    assert groups(bearer("President"), PRESIDENT_HOLM, HOLM) == [["Ida Holm", "Holm", "Holm"]]
    assert groups(bearer("Senator"), PRESIDENT_HOLM, HOLM) == [["Ida Holm", "Holm"], ["Holm"]]


def test_of_two_bearers_the_one_with_the_office_is_meant() -> None:
    other = "Max/NNP/compound/2/PERSON Holm/NNP/nsubj/3/PERSON left/VBD/ROOT/0/-/leave"
    found = groups(other, bearer("President"), PRESIDENT_HOLM)
    assert found == [["Max Holm"], ["Ida Holm", "Holm"]]


def test_nobody_is_named_twice_in_a_sentence_with_and_without_the_office() -> None:
    both = (
        "President/NNP/compound/2 Holm/NNP/nsubj/6/PERSON and/CC/cc/2 Ida/NNP/compound/5/PERSON Holm/NNP/conj/2/PERSON"
        " left/VBD/ROOT/0/-/leave"
    )
    assert groups(both) == [["Holm"], ["Ida Holm"]]


def test_her_husband_by_surname_is_another_one() -> None:
    husband = (
        "Ida/NNP/compound/2/PERSON Holm/NNP/nsubj/3/PERSON met/VBD/ROOT/0/-/meet her/PRP$/poss/5 husband/NN/dobj/3 ,/,/punct/5"
        " President/NNP/compound/8 Holm/NNP/appos/5/PERSON"
    )
    assert ["Ida Holm", "her"] in groups(husband)


# Countries of a description and of the person


def minister(*more: str) -> str:
    return (
        "Prime/NNP/compound/4 Minister/NNP/compound/4 Max/NNP/compound/4/PERSON Voss/NNP/nsubj/5/PERSON"
        f" spoke/VBD/ROOT/0/-/speak {' '.join(more)}".strip()
    )


BRITISH = (
    "The/DT/det/4 British/JJ/amod/4/NORP prime/JJ/amod/4 minister/NN/nsubj/5/-/minister laughed/VBD/ROOT/0/-/laugh"
)


def test_a_minister_spoken_of_with_another_country_is_not_the_british_one() -> None:
    in_russia = ("in/IN/prep/5", "Russia/NNP/pobj/6/GPE")
    in_britain = ("in/IN/prep/5", "Britain/NNP/pobj/6/GPE")
    assert together(groups(minister(), BRITISH), "Max Voss", "The British prime minister")
    assert together(groups(minister(*in_britain), BRITISH), "Max Voss", "The British prime minister")
    assert not together(groups(minister(*in_russia), BRITISH), "Max Voss", "The British prime minister")


def test_a_surname_before_the_full_name_is_not_hers_where_a_man_bears_it_too() -> None:
    mister = "Mr./NNP/compound/2 Holm/NNP/nsubj/3/PERSON spoke/VBD/ROOT/0/-/speak"
    ida = "Mrs./NNP/compound/3 Ida/NNP/compound/3/PERSON Holm/NNP/nsubj/4/PERSON left/VBD/ROOT/0/-/leave"
    assert groups(HOLM, ida) == [["Holm", "Ida Holm"]]
    assert groups(HOLM, PRESIDENT_HOLM, mister, ida) == [["Holm", "Holm", "Holm"], ["Ida Holm"]]
    assert groups(ida, HOLM, mister) == [["Ida Holm", "Holm"], ["Holm"]]


def test_the_subject_after_a_fronted_phrase_is_no_apposition() -> None:
    like = (
        "Like/IN/prep/7 Ida/NNP/compound/3/PERSON Holm/NNP/pobj/1/PERSON ,/,/punct/3 the/DT/det/6 minister/NN/appos/3"
    )
    assert not together(groups(f"{like} left/VBD/ROOT/0/-/leave"), "Ida Holm", "the minister")
    closed = f"{like.replace('/prep/7', '/prep/9')} ,/,/punct/3 he/PRP/nsubj/9 left/VBD/ROOT/0/-/leave"
    assert together(groups(closed), "Ida Holm", "the minister")
