"""Cost of reading text: `python -m benchmarks.language [folder of articles]` (the demonstration's, if none is named).

The embedded model, and in the same run a bare spaCy pipeline of the size of its small English model (a convolutional network over
hashed embeddings; tagger, parser, names), built here with random weights: speed hardly depends on what the weights say.
Processor time on one core, so that a busy machine does not matter; time to load, memory, and sizes of files."""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "generator" / "language" / "weights"
WORDS = 12_000  # at least so many are read, in whole articles
ROUNDS = 5
SMALLEST = 0.05  # MB of a file with a row of its own
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
# The small English model of spaCy 3: its networks and the numbers of its labels.
WIDTH, DEPTH, HIDDEN = 96, 4, 64
ROWS, ATTRIBUTES = [5000, 1000, 2500, 2500], ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
LABELS = {"tagger": 50, "parser": 45, "ner": 18}


def main(folder: Path) -> None:
    """Print a table, of figures from a process that does nothing else."""
    command = [sys.executable, "-m", "benchmarks.language", str(folder), "figures"]
    environment = {**os.environ, **ONE_THREAD}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT)  # noqa: S603 (itself)
    found: dict[str, float] = json.loads(done.stdout)
    sizes = {path.name: path.stat().st_size / 1e6 for path in sorted(WEIGHTS.iterdir())}
    rows = [
        ("words read", f"{found['words']:.0f}", ""),
        ("embedded model", f"{found['embedded']:.0f} words/s", ""),
        ("bare spaCy pipeline", f"{found['bare']:.0f} words/s", ""),
        ("ratio", f"{found['ratio']:.2f}", ""),
        ("libraries", f"{found['libraries']:.2f} s", ""),
        ("load", f"{found['load']:.2f} s", "< 1 s"),
        ("peak memory", f"{found['memory']:.0f} MB", "< 600 MB"),
        ("model files", f"{sum(sizes.values()):.1f} MB", "< 50 MB"),
        *((f"  {name}", f"{size:.1f} MB", "") for name, size in sizes.items() if size >= SMALLEST),
    ]
    for name, value, goal in rows:
        print(f"{name:28} {value:>14}   {goal}".rstrip())


def measure(folder: Path) -> dict[str, float]:
    """Words; words a second of both models (best round), their ratio (median of rounds in turn); seconds to import and to
    load; peak memory in MB with the embedded model alone."""
    began = time.process_time()
    from generator.extract.pipeline import load_pipeline  # here, so that the time of the import is known

    imported = time.process_time()
    embedded = load_pipeline("embedded")
    loaded = time.process_time()
    texts = _texts(folder)
    words, _ = _read(embedded, texts)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    bare = bare_pipeline()
    _read(bare, texts)
    rounds = [(_read(embedded, texts)[1], _read(bare, texts)[1]) for _ in range(ROUNDS)]
    return {
        "words": words,
        "embedded": words / min(own for own, _ in rounds),
        "bare": words / min(other for _, other in rounds),
        "ratio": statistics.median(other / own for own, other in rounds),
        "libraries": imported - began,
        "load": loaded - imported,
        "memory": memory,
    }


def _texts(folder: Path) -> list[str]:
    from generator.config import Config
    from generator.ingest import read_articles

    articles, _ = read_articles(folder, Config().max_bytes)
    texts = [article.text for article in articles]
    if not texts:
        raise SystemExit(f"There are no articles in {folder}.")
    return texts * (1 + WORDS // sum(len(text.split()) for text in texts))


def _read(nlp: Any, texts: list[str]) -> tuple[int, float]:
    """Words and seconds."""
    began = time.process_time()
    words = sum(sum(not token.is_space for token in doc) for doc in nlp.pipe(texts))
    return words, time.process_time() - began


def bare_pipeline() -> Any:
    """Tagger and parser over a shared network, names over one of their own; random weights."""
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _network()})
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH}
    models = {
        "tagger": {"@architectures": "spacy.Tagger.v2", "tok2vec": shared},
        "parser": _transitions("parser", shared),
        "ner": _transitions("ner", _network()),
    }
    for name, model in models.items():
        pipe: Any = nlp.add_pipe(name, config={"model": model})
        for number in range(LABELS[name]):
            pipe.add_label(f"L{number}")
    nlp.initialize()
    return nlp


def _network() -> dict[str, object]:
    embed = {"width": WIDTH, "rows": ROWS, "attrs": ATTRIBUTES, "include_static_vectors": False}
    encode = {"width": WIDTH, "depth": DEPTH, "window_size": 1, "maxout_pieces": 3}
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {"@architectures": "spacy.MultiHashEmbed.v2", **embed},
        "encode": {"@architectures": "spacy.MaxoutWindowEncoder.v2", **encode},
    }


def _transitions(kind: str, network: dict[str, object]) -> dict[str, object]:
    sizes = {"extra_state_tokens": False, "hidden_width": HIDDEN, "maxout_pieces": 2, "use_upper": True}
    return {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": kind, "tok2vec": network, **sizes}


if __name__ == "__main__":
    place = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / "seeds"
    if len(sys.argv) > 2:
        print(json.dumps(measure(place)))
    else:
        main(place)
