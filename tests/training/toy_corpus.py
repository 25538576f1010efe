"""The toy corpus as the files that training reads."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from generator.language.training.options import GOLD_NAMES, TREES

ARTICLES = Path(__file__).parent / "toy" / "articles.tsv"
TEST_NAMES, TEST_TREES = "test_men", "syn_clear_pudnews"

Row = tuple[str, str, str, int, str, bool]  # word, label, tag, head (0: the root), relation, whether a space follows


def read_toy() -> list[list[list[Row]]]:
    """Articles of sentences of rows."""
    articles: list[list[list[Row]]] = []
    for block in ARTICLES.read_text(encoding="utf-8").split("# article\n")[1:]:
        sentences = [part.split("\n") for part in block.strip().split("\n\n")]
        articles.append([[_row(line) for line in lines] for lines in sentences])
    return articles


def _row(line: str) -> Row:
    word, label, tag, head, relation, *glued = line.split("\t")
    return word, label, tag, int(head), relation, not glued


def write_toy(folder: Path) -> Path:
    """A data folder with every file that the real one has: the last article to measure on, the others to learn from."""
    *learned, measured = read_toy()
    (folder / "ner").mkdir(parents=True)
    (folder / "syntax").mkdir()
    for number, name in enumerate(GOLD_NAMES):
        _write_names(folder / "ner" / f"{name}.iob2", [learned[number % len(learned)]])
    for name in TREES:
        _write_trees(folder / "syntax" / f"{name}.spacy", learned)
    _write_names(folder / "ner" / f"{TEST_NAMES}.iob2", [measured])
    _write_trees(folder / "syntax" / f"{TEST_TREES}.spacy", [measured])
    return folder


def _write_names(path: Path, articles: list[list[list[Row]]]) -> None:
    lines = []
    for number, article in enumerate(articles):
        lines.append(f"# newdoc {path.stem}-{number:04}")
        for sentence in article:
            lines += [f"{row[0]}\t{row[1]}\t{'' if row[5] else 'SpaceAfter=No'}" for row in sentence]
            lines.append("")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write_trees(path: Path, articles: list[list[list[Row]]]) -> None:
    vocab = spacy.blank("en").vocab
    DocBin(attrs=["TAG", "HEAD", "DEP", "SENT_START", "SPACY"], docs=[_doc(vocab, one) for one in articles]).to_disk(
        path
    )


def _doc(vocab, article: list[list[Row]]) -> Doc:
    rows = [row for sentence in article for row in sentence]
    starts = [len(sentence) for sentence in article]
    offsets = [sum(starts[:number]) for number, sentence in enumerate(article) for _ in sentence]
    return Doc(
        vocab,
        words=[row[0] for row in rows],
        spaces=[row[5] for row in rows],
        tags=[row[2] for row in rows],
        heads=[
            offset + row[3] - 1 if row[3] else place
            for place, (row, offset) in enumerate(zip(rows, offsets, strict=True))
        ],
        deps=[row[4] for row in rows],
    )
