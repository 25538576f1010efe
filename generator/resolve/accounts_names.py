"""What the articles call one use of force and those who take part: a name in quotation marks here, "war" or "rebels" there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.gazetteer import with_article
from generator.model import Cell, Event, EventMention, Evidence, Facet, KnowledgeBase, Label
from generator.model.span import Span, span_of
from generator.resolve.accounts_tellings import Telling
from generator.resolve.accounts_words import label, names_in_words
from generator.resolve.lexicon import rows, words

# Characters from the first to the last word of a name with whose and where it is: "Russia's war in Ukraine".
MAX_NAME = 60
_NOUNS = ("NN", "NNS")


def name_rows(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> Iterator[Facet]:
    """A row for a happening that one article names at arm's length and another one plainly; then for those who take part."""
    articles = [telling.article for telling in tellings if telling.main]
    if len(articles) < 2:
        articles = [telling.article for telling in tellings if _tells_force(telling)]
    done: set[tuple[str, str]] = set()
    for article in articles:
        for item in kb.extractions[article].labels:
            slots = _entity(kb, article, item.owner), _entity(kb, article, item.target)
            if item.lemma not in words("accounts_happenings.txt") or "" in slots or slots in done:
                continue
            row = _happening(kb, slots, articles)
            if row is not None:
                done.add(slots)
                yield row
    yield from _people(kb, event, tellings)


def _tells_force(telling: Telling) -> bool:
    """Whether an account of a background event names it by such a noun, plainly or at arm's length."""
    return any(mention.lemma in words("accounts_happenings.txt") for mention in telling.mentions)


def _entity(kb: KnowledgeBase, article: str, chain: str | None) -> str:
    return kb.entity_of.get((article, chain), "") if chain is not None else ""


def _happening(kb: KnowledgeBase, slots: tuple[str, str], articles: Sequence[str]) -> Facet | None:
    """The names of what `slots[0]` does to `slots[1]`, where an article has one at arm's length and another one none such."""
    apart = {article: list(_apart(kb, slots, article)) for article in articles}
    plain = {article: list(_plain(kb, slots, article)) for article in articles}
    own = {str(cell.value) for found in apart.values() for cell in found}
    others = [article for article in articles if plain[article] and not apart[article]]
    if not others or not any(str(cell.value) not in own for article in others for cell in plain[article]):
        return None
    cells = [cell for article in articles for cell in (*apart[article][:1], *plain[article][:1])]
    named = list(dict.fromkeys(cell.evidence.span.text for cell in cells))
    note = f"in different words: {names_in_words([f'“{name}”' for name in named])}"
    return Facet("label", label("label"), "differ", tuple(cells), note)


def _apart(kb: KnowledgeBase, slots: tuple[str, str], article: str) -> Iterator[Cell]:
    for item in kb.extractions[article].labels:
        if item.lemma in words("accounts_happenings.txt") and _slots(kb, article, item) == slots:
            yield Cell(article, Evidence(article, item.sentence, item.span), item.lemma)


def _slots(kb: KnowledgeBase, article: str, item: Label) -> tuple[str, str]:
    return _entity(kb, article, item.owner), _entity(kb, article, item.target)


def _plain(kb: KnowledgeBase, slots: tuple[str, str], article: str) -> Iterator[Cell]:
    """The nouns by which an article tells of it in its own words."""
    kept = {item.span for item in kb.extractions[article].labels}
    for mention in kb.extractions[article].events:
        marked = any(span.covers(mention.trigger) for span in kept)
        if mention.tag in _NOUNS and not marked and mention.lemma in words("accounts_happenings.txt"):
            who = {_entity(kb, article, item.chain) for item in mention.arguments if item.role == "agent"} - {""}
            whom = {_entity(kb, article, item.chain) for item in mention.arguments if item.role != "agent"}
            whom |= {_entity(kb, article, mention.place)}
            if slots[1] in whom - {""} and who == {slots[0]}:
                span = _whole(kb.articles[article].text, mention)
                yield Cell(article, Evidence(article, mention.sentence, span), mention.lemma)


def _whole(text: str, mention: EventMention) -> Span:
    """The trigger with whose and where it is, where they stand close around it."""
    around = [item.span for item in mention.arguments if item.chain is not None]
    near = [span for span in around if abs(span.start - mention.trigger.start) < MAX_NAME]
    start = min((span.start for span in near), default=mention.trigger.start)
    end = max((span.end for span in near), default=mention.trigger.end)
    start, end = min(start, mention.trigger.start), max(end, mention.trigger.end)
    return span_of(text, start, end) if end - start <= MAX_NAME else mention.trigger


def _people(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> Iterator[Facet]:
    """A row for each participant whom two articles describe by rival nouns ("rebels", "terrorists")."""
    for person in event.participants:
        if person.entity not in kb.entities:
            continue
        for rivals in rows("accounts_charged.tsv"):
            cells = [cell for telling in tellings for cell in _described(kb, telling.article, person.entity, rivals)]
            used = {
                article: {cell.value for cell in cells if cell.article == article}
                for article in {c.article for c in cells}
            }
            if len(used) > 1 and not set.intersection(*used.values()):
                name = with_article(kb.entities[person.entity].name)
                nouns = list(dict.fromkeys(str(cell.value) for cell in cells))
                note = f"in different words: {names_in_words([f'“{noun}”' for noun in nouns])}"
                yield Facet("label", f"{label('called')} {name}", "differ", tuple(cells), note)


def _described(kb: KnowledgeBase, article: str, entity: str, rivals: Sequence[str]) -> Iterator[Cell]:
    """One cell for each of the rival nouns by which an article describes an entity."""
    seen: set[str] = set()
    for mention in kb.extractions[article].mentions:
        if mention.kind != "nominal" or mention.via or kb.entity_of.get((article, mention.chain)) != entity:
            continue
        plain = {word.lower().removesuffix("s") for word in mention.span.text.replace("-", " ").split()}
        for noun in rivals:
            if noun in plain and noun not in seen:
                seen.add(noun)
                yield Cell(article, Evidence(article, mention.sentence, mention.span), noun)
