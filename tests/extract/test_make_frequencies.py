from __future__ import annotations

from pathlib import Path

from spacy.language import Language

from generator.extract.make_frequencies import TABLE, count_documents, read_texts, write_table
from generator.extract.pipeline import load_pipeline
from generator.resolve.events_profiles import _background, _idf

ROWS = "# newdoc a-0\nFarmers\tO\nsold\tO\ngrain\tO\tSpaceAfter=No\n.\tO\n\n# newdoc a-1\nPrices\tO\nrose\tO\n"
LONG = "The council met on Monday and the mayor opened a new bridge over the river. " * 3
OTHER = "A council of farmers sold the old mill, and nobody else wanted to buy the grain of spring. " * 3

THIRD = (
    "Another council closed its bridge on Friday because the ice of the winter had broken two of its seven piers. " * 3
)


def test_articles_are_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "a.iob2"
    path.write_text(ROWS, encoding="utf-8")
    assert list(read_texts(path)) == ["Farmers sold grain.", "Prices rose"]


def test_terms_are_counted_by_document(tmp_path: Path) -> None:
    nlp: Language = load_pipeline("embedded")
    counts = count_documents([LONG, OTHER, THIRD, "Too short."], nlp)
    assert (counts["*"], counts["council"], counts["bridge"], counts["the"]) == (3, 3, 2, 0)
    write_table(counts, tmp_path / "one.tsv")
    write_table(count_documents([THIRD, OTHER, LONG], nlp), tmp_path / "two.tsv")
    assert (tmp_path / "one.tsv").read_bytes() == (tmp_path / "two.tsv").read_bytes()
    rows = [line for line in (tmp_path / "one.tsv").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    assert rows == ["*\t3", "council\t3"]


def test_the_shipped_table_is_where_the_command_writes_it() -> None:
    total, counts = _background()
    assert TABLE.is_file()
    assert total >= 1000
    assert len(counts) > 5000
    assert all(2 < count <= total for count in counts.values())
    assert [*counts] == sorted(counts)


def test_a_common_word_weighs_less_than_a_rare_one() -> None:
    idf = _idf([["year", "bridge", "unheardof"], ["year"]])
    assert idf["year"] < idf["bridge"] < idf["unheardof"]
