from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

import generator.export
from generator.cli import main
from generator.export.kb_json import export_json
from tests.compile.conftest import load_example
from tests.corpus import write_corpus


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> dict:
    folder = tmp_path_factory.mktemp("export")
    output = folder / "kb.json"
    arguments = [
        "export",
        "--seeds",
        str(write_corpus(folder / "seeds")),
        "--cache",
        str(folder / "cache"),
        "--output",
        str(output),
    ]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return json.loads(output.read_text(encoding="utf-8"))


def test_the_export_keeps_its_contract(document: dict) -> None:
    schema = json.loads((Path(generator.export.__file__).parent / "kb.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    errors = [f"{list(error.path)}: {error.message}" for error in Draft202012Validator(schema).iter_errors(document)]
    assert errors == []


def test_every_span_is_verbatim_and_every_id_is_known(document: dict) -> None:
    texts = {article["id"]: article["text"] for article in document["articles"]}
    sentences = {(article["id"], item["id"]): item for article in document["articles"] for item in article["sentences"]}
    entities = {entity["id"] for entity in document["entities"]}
    mentions = [mention for kind in ("entities", "events") for item in document[kind] for mention in item["mentions"]]
    for mention in mentions:
        assert texts[mention["article"]][mention["start"] : mention["end"]] == mention["text"]
        sentence = sentences[mention["article"], mention["sentence"]]
        assert sentence["start"] <= mention["start"] < sentence["end"]
    for quote in document["quotes"]:
        assert texts[quote["article"]][quote["start"] : quote["end"]] == quote["text"]
        assert quote["speaker"] is None or quote["speaker"] in entities
    for event in document["events"]:
        assert {item["entity"] for item in event["participants"]} <= entities


def test_the_same_person_in_two_articles_is_one_entity(document: dict) -> None:
    people = [entity for entity in document["entities"] if entity["name"] == "Lidia Moreau"]
    assert len(people) == 1
    assert len({mention["article"] for mention in people[0]["mentions"]}) == 2


def test_both_articles_are_about_one_event(document: dict) -> None:
    main_events = {article["main_event"] for article in document["articles"]}
    assert len(main_events) == 1
    assert None not in main_events


def test_the_wordings_of_one_utterance_have_one_number_and_the_right_speaker(document: dict) -> None:
    quotes = [quote for quote in document["quotes"] if "two banks" in quote["text"]]
    names = {entity["id"]: entity["name"] for entity in document["entities"]}
    assert len(quotes) == 2
    assert len({quote["same_as"] for quote in quotes}) == 1
    assert {names.get(quote["speaker"]) for quote in quotes} == {"Lidia Moreau"}


def test_what_stands_side_by_side_is_given_article_by_article() -> None:
    kb = load_example().example()
    kb = replace(kb, articles={key: kb.articles[key] for key in kb.extractions})
    event = next(event for event in kb.events.values() if any(facet.verdict == "agree" for facet in event.facets))
    beside = tuple(replace(facet, verdict="side by side") for facet in event.facets if facet.verdict == "agree")[:1]
    kb = replace(kb, events={**kb.events, event.id: replace(event, facets=beside)})
    told = next(item for item in json.loads(export_json(kb))["events"] if item["id"] == event.id)["accounts"]
    assert len(told) == len({cell.article for cell in beside[0].cells}) > 1
    assert {facet["verdict"] for facet in told} == {"only here"}
    assert sum(len(facet["cells"]) for facet in told) == len(beside[0].cells)
