"""Write the table of document frequencies for small collections: `python -m generator.extract.make_frequencies --data DIR`.

DIR holds `ner/*.iob2`, the openly licensed corpora that the embedded model is trained on (token and further columns, separated by
tabs; an empty line after a sentence, `# newdoc` before an article). Only the words are used. The files of `SOURCES` are
read, none that the model is tested on. The same data and the same model give the same bytes."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from spacy.language import Language

from generator.extract.pipeline import EMBEDDED, load_pipeline
from generator.extract.terms import find_terms

TABLE = Path(__file__).parent.parent / "resolve" / "lexicons" / "events_document_frequencies.tsv"
SOURCES = ("gum", "wikigold", "crossner_*", "uner_ewt_dev")
SHORTEST = 40  # words of an article: below that it is a remark
RAREST = 3  # documents of a term that is kept
TOTAL = "*"
NEW_ARTICLE = "# newdoc"
GLUED = "SpaceAfter=No"
HEADER = """\
# In how many documents a term (lower-case lemma of a content word) occurs: term <TAB> documents; "*" is their number.
# Terms of one or two documents are left out. Counted by generator.extract.make_frequencies in openly licensed text (CC BY-SA 4.0
# for this table; the authors do not endorse it): GUM (Zeldes 2017; Wikinews CC BY 2.5, Wikipedia and Wikivoyage
# CC BY-SA 3.0, the other genres CC BY or public domain), WikiGold (Balasuriya et al. 2009, CC BY 4.0; Wikipedia
# CC BY-SA 3.0), CrossNER (Liu et al. 2021, MIT; Wikipedia CC BY-SA 3.0), UD English EWT as in Universal NER
# (Silveira et al. 2014; Mayhew et al. 2024; CC BY-SA 4.0).
"""


def read_texts(path: Path) -> Iterator[str]:
    """The articles of a file as text, a space between sentences."""
    parts: list[str] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), NEW_ARTICLE]:
        if line.startswith(NEW_ARTICLE):
            if parts:
                yield "".join(parts).strip()
            parts = []
        elif line.strip():
            word, *columns = line.split("\t")
            parts.append(word if GLUED in columns else f"{word} ")


def count_documents(texts: Iterable[str], nlp: Language) -> Counter[str]:
    """Term -> number of texts it occurs in; `TOTAL` -> number of texts. Texts shorter than `SHORTEST` words don't count."""
    counts: Counter[str] = Counter()
    for text in texts:
        if len(text.split()) >= SHORTEST:
            counts[TOTAL] += 1
            counts.update(term for term, _ in find_terms(nlp(text))[0])
    return counts


def write_table(counts: Mapping[str, int], path: Path) -> None:
    """The number of documents first, then the terms in order."""
    kept = sorted(term for term, count in counts.items() if count >= RAREST and term != TOTAL)
    rows = [f"{term}\t{counts[term]}\n" for term in (TOTAL, *kept)]
    path.write_text(HEADER + "".join(rows), encoding="utf-8", newline="\n")


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(prog="python -m generator.extract.make_frequencies", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with ner/*.iob2")
    parser.add_argument("--out", type=Path, default=TABLE, help="the table to write")
    arguments = parser.parse_args()
    paths = [path for name in SOURCES for path in sorted(arguments.data.glob(f"ner/{name}.iob2"))]
    texts = (text for path in paths for text in read_texts(path))
    write_table(count_documents(texts, load_pipeline(EMBEDDED)), arguments.out)


if __name__ == "__main__":
    main()
