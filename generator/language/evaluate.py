"""How good the embedded model is: `python -m generator.language.evaluate --data DIR`.

DIR holds `ner/test_*.iob2` (token, BIO label and, where known, `SpaceAfter=No`, tab-separated; an empty line after a
sentence, `# newdoc` before an article, `_` for a line break) and `syntax/*_pudnews.spacy` (trees in spaCy's format)."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import spacy
from spacy.language import Language

from generator.language.component import annotate
from generator.language.encoder import WEIGHTS, load_encoder
from generator.language.lemmas import make_lemmatizer
from generator.language.lexicons import load_lexicons
from generator.language.score_names import LABELS, NameFigures, plain_text, read_articles, score_names
from generator.language.score_syntax import SyntaxFigures, score_syntax
from generator.language.scoring import Counts, total
from generator.language.sentences import set_sentences
from generator.language.tokenizer import make_tokenizer

NAME_FILES = "ner/test_*.iob2"
SYNTAX_FILES = "syntax/*_pudnews.spacy"
SCORED = LABELS[:4]  # what "all" means: EVENT and MISC come from rules, and the test corpora hardly mark them
WAYS: Mapping[str, str] = {"rules": "with rules", "encoder": "without rules", "tokens": "own tokens"}
SPEED_ARTICLES = 40

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Figures:
    """All that was counted, by corpus file in the order of their names."""

    names: tuple[NameFigures, ...]
    syntax: tuple[SyntaxFigures, ...]


def evaluate(data: Path, weights: Path = WEIGHTS, progress: Progress = lambda *_: None) -> Figures:
    """The figures of the weights in a folder on the test files below `data`: the same at every run on the same machine."""
    nlp, encoder, lexicons = _tokenizing(), load_encoder(weights), load_lexicons()
    name_files, syntax_files = sorted(data.glob(NAME_FILES)), sorted(data.glob(SYNTAX_FILES))
    steps = len(name_files) + len(syntax_files)
    names: list[NameFigures] = []
    for number, path in enumerate(name_files):
        progress("Measuring", number, steps)
        names.append(score_names(nlp, encoder, lexicons, path))
    syntax: list[SyntaxFigures] = []
    for number, path in enumerate(syntax_files, len(name_files)):
        progress("Measuring", number, steps)
        syntax.append(score_syntax(nlp, encoder, lexicons, path))
    return Figures(tuple(names), tuple(syntax))


def sum_names(figures: Iterable[NameFigures], way: str, labels: Iterable[str] = SCORED) -> Counts:
    """The counts of some labels over some files."""
    labels = tuple(labels)
    return total(one.counts[way][label] for one in figures for label in labels)


def group_names(figures: Iterable[NameFigures]) -> dict[str, list[NameFigures]]:
    """The figures of files by corpus: "re3d" for test_re3d_uk and its siblings."""
    groups: dict[str, list[NameFigures]] = {}
    for one in figures:
        groups.setdefault(one.corpus.split("_")[1], []).append(one)
    return groups


def words_per_second(data: Path, weights: Path = WEIGHTS, articles: int = SPEED_ARTICLES) -> float:
    """Tokens a second of processor time from text to annotated document, on the first articles of the first test file; without
    loading."""
    nlp, encoder, lexicons = _tokenizing(), load_encoder(weights), load_lexicons()
    lemmatizer = make_lemmatizer(nlp.vocab)
    texts = [plain_text(article)[0] for article in islice(read_articles(min(data.glob(NAME_FILES))), articles)]
    words, began = 0, 0.0
    for number, text in enumerate([texts[0], *texts]):
        if number == 1:  # the first call loads tables
            words, began = 0, time.process_time()
        doc = nlp.make_doc(text)
        set_sentences(doc)
        words += len(annotate(doc, encoder, lexicons, lemmatizer))
    return words / (time.process_time() - began)


def _tokenizing() -> Language:
    """The tokens of the run time, and nothing else."""
    nlp = spacy.blank("en")
    nlp.tokenizer = make_tokenizer(nlp.vocab)
    return nlp


def main() -> None:
    """Print a line a corpus and way of reading."""
    parser = argparse.ArgumentParser(prog="python -m generator.language.evaluate", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with ner/ and syntax/")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="folder of the weights")
    parser.add_argument("--files", action="store_true", help="a line a corpus file too")
    arguments = parser.parse_args()
    figures = evaluate(arguments.data, arguments.weights)
    for way, words in WAYS.items():
        for corpus, own in group_names(figures.names).items():
            _print_names(corpus, words, own, way)
            for one in own if arguments.files and len(own) > 1 else ():
                _print_names(one.corpus, words, [one], way)
    for parsed in figures.syntax:
        print(parsed.corpus, *(f" {name} {count.f_score:.1f}" for name, count in parsed.counts.items()))
    print(f"words/s {words_per_second(arguments.data, arguments.weights):.0f}")


def _print_names(corpus: str, words: str, figures: list[NameFigures], way: str) -> None:
    whole = sum_names(figures, way)
    by_label = "  ".join(f"{label} {sum_names(figures, way, [label]).f_score:.1f}" for label in SCORED)
    all_of = f"all {whole.f_score:.1f} (P {whole.precision:.1f} R {whole.recall:.1f})"
    unmarked = sum_names(figures, way, SCORED[:3])
    print(f"{corpus:22} {words:14} {by_label}  without NORP {unmarked.f_score:.1f}  {all_of}")


if __name__ == "__main__":
    main()
