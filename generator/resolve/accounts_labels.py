"""What the articles call the same happening: "war" in one, "special military operation" in another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from itertools import combinations, permutations

from generator.model import Cell, Event, EventMention, Evidence, Facet, KnowledgeBase, Verdict
from generator.resolve.accounts_names import name_rows
from generator.resolve.accounts_tellings import Telling
from generator.resolve.accounts_words import label, names_in_words
from generator.resolve.events_facts import family_of
from generator.resolve.lexicon import rows, words

MAX_LABELS = 3


def compare_labels(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """A row for the happening itself where several of the accounts name it by nouns of their own; then those of `name_rows`."""
    found = _facet(kb, event.id, tellings)
    own = (found,) if found is not None else ()
    return (*own, *name_rows(kb, event, tellings))[:MAX_LABELS]


def _facet(kb: KnowledgeBase, key: str, tellings: Sequence[Telling]) -> Facet | None:
    articles = [telling.article for telling in tellings]
    cells = [cell for telling in tellings for cell in _cells(kb, key, telling)]
    used = {article: {str(cell.value) for cell in cells if cell.article == article} for article in articles}
    sets = [found for found in used.values() if found]
    if len(sets) < 2:
        return None
    if all(one & other for one, other in combinations(sets, 2)):
        return None
    named = sorted({str(cell.value) for cell in cells})
    note = f"in different words: {names_in_words([f'“{word}”' for word in named])}"
    verdict: Verdict = "differ" if _take_sides(sets) else "agree"
    return Facet("label", label("label"), verdict, tuple(cells), note)


def _take_sides(sets: Sequence[Set[str]]) -> bool:
    """Whether an article has a noun that takes sides where another has only plainer ones: "riot" for a "demonstration"."""
    return any(
        charged in one and charged not in other and set(plainer) & other
        for charged, *plainer in rows("accounts_charged_happenings.tsv")
        for one, other in permutations(sets, 2)
    )


def _cells(kb: KnowledgeBase, key: str, telling: Telling) -> list[Cell]:
    """One cell for each noun by which the article names the event, in text order.

    In an article about it, "the blaze" of no event of its own is another name for the fire.
    """
    article = telling.article
    cells: dict[str, Cell] = {}
    family = _family(kb, key)
    for mention in kb.extractions[article].events:
        known = kb.event_of.get((article, mention.id))
        alike = known is None and telling.main and _is_definite(kb.articles[article].text, mention)
        if (known != key and not alike) or not _is_noun(mention):
            continue
        if family_of(mention.lemma, mention.type) == family:
            cell = Cell(article, Evidence(article, mention.sentence, mention.trigger), mention.lemma)
            cells.setdefault(mention.lemma, cell)
    return list(cells.values())


def _is_definite(text: str, mention: EventMention) -> bool:
    before = text[: mention.trigger.start].split()[-1:]
    return mention.modality == "asserted" and mention.polarity and before != [] and before[0].lower() == "the"


def _family(kb: KnowledgeBase, key: str) -> str:
    """The family of words by which most of its mentions tell an event."""
    mentions = [kb.event_mention(ref.article, ref.event) for ref in kb.events[key].mentions]
    counts = Counter(family_of(mention.lemma, mention.type) for mention in mentions)
    return min(counts, key=lambda family: (-counts[family], family))


def _is_noun(mention: EventMention) -> bool:
    """Whether the trigger is a noun: alone ("the war"), or under a light verb ("held talks")."""
    if mention.predicate is not None and mention.predicate.overlaps(mention.trigger):
        return False
    if mention.trigger.text.isupper() or mention.type == "other":
        return False
    return mention.tag == "NN" or (mention.tag == "NNS" and mention.lemma in words("accounts_plural_happenings.txt"))
