"""What the language step says about made-up articles, as digests: `python annotations.py 2 0 1` reads articles 2, 0, 1."""

from __future__ import annotations

import hashlib
import json
import random
import sys

from spacy.tokens import Doc

from generator.extract.pipeline import load_pipeline
from generator.language.embedding import embed

NAMES = [
    "Mara Fenwick",
    "Odd Lindqvist",
    "Jun-ho Baek",
    "Tariq al-Hamdi",
    "Wren Abara",
    "the Gorse Council",
    "Fenland",
    "Alder Inc.",
    "Ostrava",
    "Danish",
]
VERBS = ["praised", "refused", "sold", "left", "warned", "met", "opened", "doubted", "raised", "cut"]
THINGS = [
    "the plan",
    "a bridge over the Gorse",
    "its shares in Alder Bros.",
    "the 12-point offer",
    "grain worth $3.5bn",
    "two old mills",
]
ENDS = [
    "on Friday",
    "after a vote in May",
    "although nobody had asked",
    "as the U.N.-led talks began",
    "which surprised rivals",
    "at 5 p.m.",
]


def article(number: int) -> str:
    """Some 150 words that are always the same, in lines of several sentences."""
    dice = random.Random(number)  # noqa: S311 (always the same, no secret)
    lines = [f"{dice.choice(NAMES)} {dice.choice(VERBS)} {dice.choice(THINGS)}"]
    for _ in range(3):
        lines.append(" ".join(sentence(dice) for _ in range(4)))
    return "\n".join(lines)


def sentence(dice: random.Random) -> str:
    who, other = dice.sample(NAMES, 2)
    plain = f"{who} {dice.choice(VERBS)} {dice.choice(THINGS)} {dice.choice(ENDS)}"
    return dice.choice(
        (f"{plain}.", f"“{plain},” said {other}.", f"{other}, who {dice.choice(VERBS)} it, said {plain}.")
    )


def annotations(doc: Doc) -> list[object]:
    words = [(t.text, t.idx, t.tag_, t.pos_, t.dep_, t.head.i, t.lemma_, str(t.morph), t.is_sent_start) for t in doc]
    return [*words, *((ent.start, ent.end, ent.label_) for ent in doc.ents)]


def digest(number: int) -> str:
    """Of all annotations and the sentence embeddings of one article."""
    doc = load_pipeline("embedded")(article(number))
    vectors = embed([sentence.text for sentence in doc.sents][:3])
    return hashlib.sha256(repr(annotations(doc)).encode() + vectors.tobytes()).hexdigest()


if __name__ == "__main__":
    print(json.dumps({number: digest(int(number)) for number in sys.argv[1:]}))
