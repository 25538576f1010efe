from __future__ import annotations

from generator.language.evaluate import group_names, sum_names
from generator.language.score_names import NameFigures, plain_text, read_articles
from generator.language.scoring import Counts, agreement, total

FILE = """# newdoc one
Mara\tB-PERSON\t
Fenwick\tI-PERSON\tSpaceAfter=No
,\tO\t
Gorseport\tB-LOC\tSpaceAfter=No
_\tO\tSpaceAfter=No
Danish\tB-NORP

Tarn\tB-ORG
# newdoc two
Oake\tB-PERSON
"""


def test_counts() -> None:
    counts = agreement([1, 2, 3, 3], [2, 3, 4, 5])
    assert counts == Counts(2, 3, 4)
    assert (round(counts.precision, 1), counts.recall, round(counts.f_score, 1)) == (66.7, 50.0, 57.1)
    assert total([counts, Counts(1, 1, 1)]) == Counts(3, 4, 5)
    assert (total([]).precision, total([]).recall, total([]).f_score) == (0, 0, 0)


def test_articles_sentences_and_text(tmp_path) -> None:
    path = tmp_path / "test_x.iob2"
    path.write_text(FILE, encoding="utf-8")
    first, second = read_articles(path)
    assert [[word.text for word in sentence] for sentence in first] == [
        ["Mara", "Fenwick", ",", "Gorseport", "_", "Danish"],
        ["Tarn"],
    ]
    text, names = plain_text(first)
    assert text == "Mara Fenwick, Gorseport\nDanish Tarn "
    assert [(text[start:end], label) for start, end, label in names] == [
        ("Mara Fenwick", "PERSON"),
        ("Gorseport", "LOC"),
        ("Danish", "NORP"),
        ("Tarn", "ORG"),
    ]
    assert plain_text(second) == ("Oake ", [(0, 4, "PERSON")])


def test_sums_by_corpus_way_and_label() -> None:
    labels = dict.fromkeys(("PERSON", "ORG", "LOC", "NORP", "EVENT", "MISC"), Counts(1, 2, 3))
    figures = [NameFigures(name, 1, 1, {"rules": labels}) for name in ("test_a_x", "test_a_y", "test_b")]
    assert {name: len(own) for name, own in group_names(figures).items()} == {"a": 2, "b": 1}
    assert sum_names(figures, "rules") == Counts(12, 24, 36)
    assert sum_names(figures[:1], "rules", ["LOC"]) == Counts(1, 2, 3)
