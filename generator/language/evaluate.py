"""How good the embedded model is: `python -m generator.language.evaluate --data DIR`.

DIR holds `ner/test_*.iob2` (token, BIO label and, where known, `SpaceAfter=No`, tab-separated; an empty line after a
sentence, `# newdoc` before an article, `_` for a line break) and `syntax/*_pudnews.spacy` (trees in spaCy's format)."""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from generator.language.component import FACTORY, EnglishModel
from generator.language.sentences import set_sentences

SCORED = ("PERSON", "ORG", "LOC", "NORP")
LINE_MARK = "_"
CharacterSpan = tuple[int, int, str]
Counts = Counter[str]  # "right", "found", "gold"


def f_score(counts: Counts) -> float:
    """The harmonic mean of precision and recall, in percent; 0 without gold and findings."""
    total = counts["found"] + counts["gold"]
    return 200 * counts["right"] / total if total else 0.0


def count_spans(found: Iterable[object], gold: Iterable[object]) -> Counts:
    """Exact agreement of two sets."""
    found, gold = set(found), set(gold)
    return Counter(right=len(found & gold), found=len(found), gold=len(gold))


def read_articles(path: Path) -> Iterator[tuple[str, list[CharacterSpan]]]:
    """Text and gold names of the articles of a file."""
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), "# newdoc"]:
        if line.startswith("# newdoc"):
            if rows:
                yield _join(rows)
            rows = []
        elif line.strip():
            rows.append(line.split("\t"))


def _join(rows: Sequence[Sequence[str]]) -> tuple[str, list[CharacterSpan]]:
    text = ""
    spans: list[CharacterSpan] = []
    for row in rows:
        word = "\n" if row[0] == LINE_MARK else row[0]
        end = len(text) + len(word)
        if row[1].startswith("B-"):
            spans.append((len(text), end, row[1][2:]))
        elif row[1].startswith("I-") and spans:
            spans[-1] = (spans[-1][0], end, spans[-1][2])
        text += word + ("" if "SpaceAfter=No" in row or word == "\n" else " ")
    return text, spans


def score_names(nlp: Language, paths: Sequence[Path]) -> tuple[dict[str, Counts], float]:
    """Counts by label and "all", exact spans; words a second."""
    counts: dict[str, Counts] = {label: Counter() for label in (*SCORED, "all")}
    words, began = 0, time.perf_counter()
    for text, gold in (article for path in paths for article in read_articles(path)):
        doc = nlp(text)
        words += len(doc)
        found = [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
        for label in SCORED:
            one = count_spans((span for span in found if span[2] == label), (span for span in gold if span[2] == label))
            counts[label].update(one)
            counts["all"].update(one)
    return counts, words / (time.perf_counter() - began)


def score_syntax(nlp: Language, path: Path) -> dict[str, float]:
    """Tags, unlabeled and labeled attachment (without punctuation) on gold words and sentences, and sentence F1; percent."""
    model: EnglishModel = nlp.get_pipe(FACTORY)  # type: ignore[assignment]
    right: Counts = Counter()
    breaks: Counts = Counter()
    for gold in DocBin().from_disk(path).get_docs(nlp.vocab):
        doc = _bare(gold)
        model.annotate(doc)
        right.update(_count_tokens(doc, gold))
        split = nlp.make_doc(gold.text)
        set_sentences(split)
        breaks.update(count_spans(_starts(split), _starts(gold)))
    return {
        "tags": 100 * right["tag"] / right["word"],
        "UAS": 100 * right["head"] / right["arc"],
        "LAS": 100 * right["relation"] / right["arc"],
        "sentences": f_score(breaks),
    }


def _bare(gold: Doc) -> Doc:
    return Doc(
        gold.vocab,
        words=[token.text for token in gold],
        spaces=[bool(token.whitespace_) for token in gold],
        sent_starts=[token.is_sent_start for token in gold],
    )


def _count_tokens(doc: Doc, gold: Doc) -> Counts:
    counts: Counts = Counter()
    for token, other in zip(doc, gold, strict=True):
        if other.is_space:
            continue
        counts.update(word=1, tag=token.tag_ == other.tag_)
        if other.dep_ != "punct":
            same = token.head.i == other.head.i
            counts.update(arc=1, head=same, relation=same and token.dep_ == other.dep_)
    return counts


def _starts(doc: Doc) -> set[int]:
    return {next((token.idx for token in sentence if not token.is_space), -1) for sentence in doc.sents}


def main() -> None:
    """Print one line a test set."""
    parser = argparse.ArgumentParser(prog="python -m generator.language.evaluate", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with ner/ and syntax/")
    folder: Path = parser.parse_args().data
    nlp = spacy.blank("en")
    nlp.add_pipe(FACTORY)
    groups: dict[str, list[Path]] = {}
    for path in sorted(folder.glob("ner/test_*.iob2")):
        groups.setdefault(path.stem.split("_")[1], []).append(path)
    for name, paths in groups.items():
        counts, speed = score_names(nlp, paths)
        figures = "  ".join(f"{label} {f_score(count):.1f}" for label, count in counts.items())
        print(f"names      {name:8} {figures}  words/s {speed:.0f}")
    for path in sorted(folder.glob("syntax/*_pudnews.spacy")):
        figures = "  ".join(f"{name} {value:.1f}" for name, value in score_syntax(nlp, path).items())
        print(f"syntax     {path.stem}  {figures}")


if __name__ == "__main__":
    main()
