"""Precision and recall of the roles of golden events, and the share of right polarities, modalities and attributions."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc

from generator.extract.chains import find_chains
from generator.extract.events import mention_index
from generator.extract.events_arguments import find_arguments
from generator.extract.events_attribution import find_attribution, find_sayer
from generator.extract.events_factuality import find_modality, is_asserted
from generator.extract.events_triggers import Trigger, find_triggers, light_verb
from generator.extract.mentions import find_mentions
from generator.extract.pipeline import load_pipeline
from generator.extract.quotes import find_quotes
from generator.extract.sentences import find_sentences
from generator.extract.times import find_times

ROLES = ("agent", "patient", "recipient", "with", "target", "place", "source", "topic")


@dataclass(frozen=True)
class Case:
    """A golden event: (role, words) pairs, whether it happened, its modality, and who says so."""

    text: str
    trigger: str
    roles: frozenset[tuple[str, str]]
    happened: bool
    modality: str
    by: str


@dataclass
class Score:
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def rate(self, right: str, all_: str) -> float:
        return self.counts[right] / max(1, self.counts[all_])


def read_cases(name: str) -> Iterator[Case]:
    text = ""
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
        if line.startswith(">"):
            yield _case(text, line[1:].strip())
        elif line and not line.startswith("#"):
            text = line


def _case(text: str, line: str) -> Case:
    trigger, _, rest = line.partition(":")
    roles, flags, by = set(), set(), ""
    for part in (item.strip() for item in rest.split(";") if item.strip()):
        key, sign, words = part.partition("=")
        if key == "by":
            by = words
        elif sign:
            roles |= {(key, word) for word in words.split("|")}
        else:
            flags.add(key)
    modality = next((flag for flag in sorted(flags) if flag != "not"), "asserted")
    return Case(text, trigger, frozenset(roles), "not" not in flags, modality, by)


def score(name: str) -> Score:
    found = Score()
    nlp = load_pipeline("embedded")
    for case in read_cases(name):
        _add(found, case, nlp(case.text))
    return found


def _add(total: Score, case: Case, doc: Doc) -> None:
    trigger = trigger_of(doc, case.trigger)
    sentences = find_sentences(doc)
    mentions, chains = find_chains(doc, find_mentions(doc, sentences))
    quotes = find_quotes(doc, sentences, mentions, chains)
    names = mention_index(doc, mentions)
    times = find_times(doc, sentences, None)
    spans = [doc.char_span(item.span.start, item.span.end, alignment_mode="expand") for item in times]
    timed = {token.i for words in spans for token in words}
    roles = {(item.role, item.span.text) for item in find_arguments(trigger, names, timed) if item.role in ROLES}
    modality = find_modality(trigger)
    happened = is_asserted(trigger) and modality != "denied"
    chain = find_attribution(trigger, names, quotes, trigger.head.idx)
    sayer = find_sayer(trigger, names, quotes, trigger.head.idx)
    said = {item.span.text for item in mentions if chain is not None and item.chain == chain}
    said |= {sayer.text} if sayer else set()
    by_right = case.by in said or (not said and not case.by)
    total.counts.update(gold=len(case.roles), found=len(roles), right=len(roles & case.roles), events=1)
    total.counts.update(happened=happened == case.happened, by=by_right)
    total.counts.update(modality=not case.happened or modality == case.modality)
    where = f"{case.text} [{case.trigger}]"
    for sign, wrong in (("missing", case.roles - roles), ("wrong", roles - case.roles)):
        total.faults += [f"{where}: {sign} {role}={words}" for role, words in sorted(wrong)]
    if happened != case.happened:
        total.faults.append(f"{where}: happened {happened}")
    if case.happened and modality != case.modality:
        total.faults.append(f"{where}: {modality} for {case.modality}")
    if not by_right:
        total.faults.append(f"{where}: said by {sorted(said)} for {case.by!r}")


def trigger_of(doc: Doc, words: str) -> Trigger:
    """The trigger that consists of `words`, also where the lexicon of triggers lacks it."""
    for trigger in find_triggers(doc):
        if words in (trigger.head.text, doc[trigger.start : trigger.end].text):
            return trigger
    token = next(token for token in doc if token.text == words)
    verb = token if token.tag_.startswith("VB") else light_verb(token)
    return Trigger(token, token.i, token.i + 1, token.lemma_.lower(), "other", verb)


def main() -> None:
    for name in sys.argv[1:]:
        result = score(name)
        print("\n".join(result.faults) if "held" not in name else "")
        precision, recall = result.rate("right", "found"), result.rate("right", "gold")
        shares = [f"{key} {result.rate(key, 'events'):.1%}" for key in ("happened", "modality", "by")]
        print(f"{name}: roles P {precision:.1%} R {recall:.1%}", *shares, result.counts["events"], "events")


if __name__ == "__main__":
    main()
