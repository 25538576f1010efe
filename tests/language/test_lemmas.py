from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from generator.language.lemmas import choose_form, make_lemmatizer, set_lemmas
from generator.language.morphology import set_morphology

VOCAB = spacy.blank("en").vocab
LEMMATIZER = make_lemmatizer(VOCAB)


def lemma(word: str, tag: str, relation: str = "ROOT") -> str:
    doc = Doc(VOCAB, words=[word], tags=[tag], heads=[0], deps=[relation])
    set_morphology(doc)
    set_lemmas(doc, LEMMATIZER)
    return doc[0].lemma_


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("hoped", "hope"), ("hopped", "hop"), ("rated", "rate"), ("raped", "rape"), ("riding", "ride"), ("coded", "code"),
        ("fired", "fire"), ("planned", "plan"), ("putting", "put"), ("installed", "install"), ("rolled", "roll"),
        ("seized", "seize"), ("agreed", "agree"), ("dying", "die"), ("fled", "flee"), ("axed", "axe"), ("got", "get"),
        ("blogging", "blog"), ("googled", "google"), ("crowdfunded", "crowdfund"), ("livestreaming", "livestream"),
        ("SAID", "say"), ("Struck", "strike"),
    ],
)  # fmt: skip
def test_verbs(word: str, base: str) -> None:
    assert lemma(word, "VBG" if word.endswith("ing") else "VBD") == base


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("uses", "use"), ("taxes", "tax"), ("leaves", "leaf"), ("wives", "wife"), ("crises", "crisis"), ("bases", "base"),
        ("species", "species"), ("series", "series"), ("headquarters", "headquarters"), ("movies", "movie"),
        ("cities", "city"), ("buses", "bus"), ("women", "woman"), ("1990s", "1990s"), ("Troops", "troop"), ("People", "people"),
    ],
)  # fmt: skip
def test_plurals(word: str, base: str) -> None:
    assert lemma(word, "NNS") == base


@pytest.mark.parametrize(
    ("word", "tag", "base"),
    [
        ("better", "JJR", "good"), ("better", "RBR", "well"), ("worst", "JJS", "bad"), ("bigger", "JJR", "big"),
        ("later", "RBR", "late"), ("More", "JJR", "more"), ("him", "PRP", "he"), ("her", "PRP", "she"), ("her", "PRP$", "her"),
        ("us", "PRP", "we"), ("i", "PRP", "I"), ("those", "DT", "that"), ("Alders", "NNP", "Alders"), ("Ten", "CD", "ten"),
    ],
)  # fmt: skip
def test_other_words(word: str, tag: str, base: str) -> None:
    assert lemma(word, tag) == base


def test_a_clitic_of_have_and_of_be() -> None:
    for second, tag, base in (("gone", "VBN", "have"), ("going", "VBG", "be")):
        words, tags = ["He", "'s", second], ["PRP", "VBZ", tag]
        doc = Doc(VOCAB, words=words, tags=tags, heads=[2, 2, 2], deps=["nsubj", "aux", "ROOT"])
        set_morphology(doc)
        set_lemmas(doc, LEMMATIZER)
        assert doc[1].lemma_ == base


def test_an_unknown_form_stays() -> None:
    assert choose_form("xyz", ["xyz"], ()) == "xyz"


@pytest.mark.parametrize(
    ("word", "tag", "part", "features"),
    [
        ("the", "DT", "PRON", "Definite=Def|PronType=Art"),
        ("these", "DT", "PRON", "Number=Plur|PronType=Dem"),
        ("nobody", "NN", "PRON", "Number=Sing|PronType=Neg"),
        ("not", "RB", "PART", "Polarity=Neg"),
        ("never", "RB", "ADV", "Polarity=Neg"),
        ("was", "VBD", "AUX", "Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin"),
        ("where", "WRB", "ADV", ""),
        ("He", "PRP", "PRON", "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs"),
    ],
)
def test_morphology(word: str, tag: str, part: str, features: str) -> None:
    doc = Doc(VOCAB, words=[word], tags=[tag], heads=[0], deps=["ROOT"])
    set_morphology(doc)
    assert (doc[0].pos_, str(doc[0].morph)) == (part, features)
