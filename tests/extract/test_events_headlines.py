"""Headlines read again: sentence case, verbs that look like nouns, and what stays as it was."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from generator.extract.events_headlines import read_headlines
from generator.extract.events_triggers import find_triggers
from generator.extract.pipeline import EMBEDDED, load_pipeline

BODY = "Officials said on Monday that the talks in Portville had resumed. Both sides signed the paper at noon."


def read(title: str, body: str = BODY) -> Doc:
    nlp = load_pipeline(EMBEDDED)
    return read_headlines(nlp(f"{title}\n\n{body}"), nlp, title)


@pytest.mark.parametrize(
    ("title", "root", "told"),
    [
        ("Peace talks resume", "resume", "business"),
        ("US, China sign trade deal", "sign", "agree"),
        ("Norway Indicts Former Harbor Chief Over Bribes", "Indicts", "trial"),
        ("Senate passes bill", "passes", "legislation"),
        ("Troops shell border town", "shell", "assault"),
        ("Portville Peace Talks Resume After Week", "Resume", "consult"),
    ],
)
def test_a_headline_has_its_verb(title: str, root: str, told: str) -> None:
    sentence = next(read(title).sents)
    assert (sentence.root.text, sentence.root.tag_[:2]) == (root, "VB")
    assert told in {trigger.type for trigger in find_triggers(sentence.doc) if trigger.start < sentence.end}


@pytest.mark.parametrize("title", ["Portville arms deal", "New York jobs report", "School board budget talks"])
def test_a_headline_without_a_verb_gets_none(title: str) -> None:
    assert next(read(title).sents).root.tag_.startswith("NN")


def test_text_and_running_sentences_stay() -> None:
    nlp = load_pipeline(EMBEDDED)
    title = "Norway Indicts Former Harbor Chief Over Bribes"
    plain, again = nlp(f"{title}\n\n{BODY}"), read(title)
    body = len(next(plain.sents))
    assert [token.text for token in again] == [token.text for token in plain]
    assert [(token.tag_, token.head.i) for token in again[body:]] == [
        (token.tag_, token.head.i) for token in plain[body:]
    ]
    assert [(ent.text, ent.label_) for ent in again.ents] == [(ent.text, ent.label_) for ent in plain.ents]


def test_without_a_title_a_line_in_sentence_case_stays() -> None:
    nlp = load_pipeline(EMBEDDED)
    text = f"Peace talks resume\n\n{BODY}"
    assert [token.tag_ for token in read_headlines(nlp(text), nlp, None)] == [token.tag_ for token in nlp(text)]
