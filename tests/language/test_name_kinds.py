"""The finer kinds of names, on sentences whose tags and heads are made by hand: no model."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span

from generator.language.lexicons import FOLDER
from generator.language.name_kinds import set_name_kinds
from generator.language.name_kinds_lexicons import PLACES, kind_lexicons, opening

TOKENIZER = spacy.blank("en").tokenizer
TAGS = {"the": "DT", "a": "DT", "an": "DT", "of": "IN", "in": "IN", "on": "IN", "at": "IN", "to": "IN", "near": "IN"}
TAGS |= {"from": "IN", "for": "IN", "and": "CC", "was": "VBD", "he": "PRP", "she": "PRP", "they": "PRP", "it": "PRP"}


def _rows(name: str) -> list[dict[str, str]]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return list(
        csv.DictReader((line for line in lines if not line.startswith("# ")), delimiter="\t", quoting=csv.QUOTE_NONE)
    )


def _tag(word: str, is_verb: bool) -> str:
    if is_verb:
        return "VBD"
    if word.isdigit():
        return "CD"
    return TAGS.get(word.lower()) or ("NNP" if word[0].isupper() else "NN" if word[0].isalpha() else ".")


def _lemma(word: str) -> str:
    return word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")


def make(sentence: str) -> tuple[Doc, int, int]:
    """A parsed document, and the tokens of the name in brackets. A run of capitals hangs on its last word; a noun before a name
    hangs on the name, and a name on the noun behind it; after a preposition a name is its object; the rest hangs on the verb."""
    verbs = {chunk.rstrip("_") for chunk in sentence.split() if chunk.endswith("_")}
    plain = sentence.replace("_", "")
    start, end = plain.index("["), plain.index("]") - 1
    base = TOKENIZER(plain.replace("[", "").replace("]", ""))
    words = [token.text for token in base]
    tags = [_tag(word, word in verbs) for word in words]
    heads, deps = _parse(tags, words)
    spaces = [bool(token.whitespace_) for token in base]
    lemmas = [_lemma(word) if tag == "NN" else word for word, tag in zip(words, tags, strict=True)]
    doc = Doc(base.vocab, words, spaces, tags=tags, heads=heads, deps=deps, lemmas=lemmas)
    span = doc.char_span(start, end)
    assert span is not None, sentence
    return doc, span.start, span.end


def _parse(tags: list[str], words: list[str]) -> tuple[list[int], list[str]]:
    root = next(at for at, tag in enumerate(tags) if tag == "VBD")
    heads, deps = [root] * len(tags), ["dep"] * len(tags)
    deps[root] = "ROOT"
    for at, tag in enumerate(tags[:-1]):
        if tag in ("NNP", "NN", "CD") and tags[at + 1] in ("NNP", "NN", "CD"):
            heads[at] = next(i for i in range(at, len(tags)) if tags[i + 1] not in ("NNP", "NN", "CD"))
            deps[at] = "compound"
        elif tag == "NNP" and tags[at - 1] == "IN" and at:
            heads[at], deps[at] = at - 1, "pobj"
    return heads, deps


@pytest.mark.parametrize("row", _rows("name_kinds.tsv"), ids=lambda row: f"{row['sentence']} {row['label']}")
def test_kinds(row: dict[str, str]) -> None:
    doc, start, end = make(row["sentence"])
    if row["label"] != "-":
        doc.ents = (Span(doc, start, end, label=row["label"]),)
    set_name_kinds(doc)
    kinds = [ent.ent_id_ for ent in doc.ents if (ent.start, ent.end) == (start, end)]
    assert kinds in (([], [""]) if row["kind"] == "-" else ([row["kind"]],))


def entities(sentence: str, *labels: str) -> list[tuple[str, str, str]]:
    doc, start, end = make(sentence)
    doc.ents = tuple(Span(doc, start, end, label=label) for label in labels)
    set_name_kinds(doc)
    return [(ent.text, ent.label_, ent.ent_id_) for ent in doc.ents]


@pytest.mark.parametrize(
    ("sentence", "label", "expected"),
    [
        ("The [Gorse Airport] closed_ .", "LOC", ("Gorse Airport", "LOC", "airport")),  # places keep the model's label
        ("The [Gorse Act] passed_ .", "LOC", ("Gorse Act", "LAW", "law")),
        ("The [Fenwick Flyer] left_ .", "EVENT", ("Fenwick Flyer", "MISC", "")),  # nothing confirms an event
        ("[Mount Fenwick] shook_ .", "PERSON", ("Mount Fenwick", "LOC", "mountain")),
        ("Two [Su-34 jets] left_ .", "MISC", ("Su-34", "PRODUCT", "aircraft")),
        ("Two [F-16 Gorse Falcons] left_ .", "MISC", ("F-16 Gorse Falcons", "PRODUCT", "aircraft")),
        ("The [Nobel Prize for Gorse Physics] went_ .", "MISC", ("Nobel Prize for Gorse Physics", "MISC", "award")),
        ("The [Tropical Storm Mara] left_ .", "ORG", ("Tropical Storm Mara", "EVENT", "storm")),
    ],
)
def test_labels_and_bounds(sentence: str, label: str, expected: tuple[str, str, str]) -> None:
    assert entities(sentence, label) == [expected]


def test_a_longer_name_is_not_cut() -> None:
    assert entities("The [Gorse Christmas Cottage] opened_ .", "MISC") == [("Gorse Christmas Cottage", "MISC", "")]


def test_an_entity_of_the_model_outside_stays() -> None:
    doc, _, _ = make("The [USS Gorse] left_ Norway .")
    doc.ents = (Span(doc, len(doc) - 2, len(doc) - 1, label="LOC"),)
    set_name_kinds(doc)
    assert [(ent.text, ent.ent_id_) for ent in doc.ents] == [("USS Gorse", "ship"), ("Norway", "country")]


def test_kinds_survive_saving() -> None:
    doc, _, _ = make("The [USS Gorse] left_ .")
    set_name_kinds(doc)
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert [(ent.text, ent.ent_id_) for ent in again.ents] == [("USS Gorse", "ship")]


def test_an_empty_document() -> None:
    doc = Doc(TOKENIZER.vocab, [])
    set_name_kinds(doc)
    assert doc.ents == ()


def test_all_lists_use_known_kinds() -> None:
    lists = kind_lexicons()
    used = {head.kind for place in PLACES for head in lists.heads[place].values()}
    used |= {name.kind for names in lists.names.values() for name in names}
    used |= {series.kind for found in lists.series.values() for series in found}
    used |= {*lists.numbered.values(), *lists.prefixes.values(), *lists.cues.values()}
    assert used <= set(lists.kinds)


def test_groups_and_labels() -> None:
    groups = {kind.group for kind in kind_lexicons().kinds.values()}
    assert groups == {"place", "facility", "organization", "product", "law", "work", "event", "other"}
    assert len({(kind.group, kind.label) for kind in kind_lexicons().kinds.values()}) == len(groups)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("kind*.tsv")), ids=lambda path: path.stem)
def test_lists_are_clean(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("# ")]
    width = lines[0].count("\t")
    assert all(line.count("\t") == width and line.split("\t")[0].strip() == line.split("\t")[0] for line in lines)
    assert len(set(lines)) == len(lines)


def test_heads_are_lower_case_and_single() -> None:
    heads = kind_lexicons().heads
    assert all(word == word.lower() for place in PLACES for word in heads[place])
    labels = {"PERSON", "ORG", "LOC", "NORP"}
    assert all(head.believed <= labels for place in PLACES for head in heads[place].values())


def test_known_names_need_nothing_or_a_known_thing() -> None:
    names = [name for found in kind_lexicons().names.values() for name in found]
    assert {name.needs for name in names} == {"", "cue", "place"}
    assert all(opening(name.name) for name in names)
