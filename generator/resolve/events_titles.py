"""The headline of an event: from the clause that tells it best, or from the articles' own headlines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from generator.model import Article, Entity, EventRef, Evidence, Extraction
from generator.model.span import span_of
from generator.resolve.bodies import in_a_sentence
from generator.resolve.events_cluster import Cluster
from generator.resolve.events_days import days_of
from generator.resolve.events_facts import Facts
from generator.resolve.titles import Title, make_title
from generator.resolve.titles_around import read_around
from generator.resolve.titles_attested import Attestation
from generator.resolve.titles_case import Casing, is_title_case
from generator.resolve.titles_headlines import (
    clean_headline,
    is_news,
    is_opinion,
    is_pending,
    is_telling,
    is_under_way,
    undated,
)
from generator.resolve.titles_numbers import is_told_in_past, plural_names, verb_forms
from generator.resolve.titles_style import styled, trimmed
from generator.resolve.titles_which import told_which
from generator.resolve.titles_words import present

# Score that a title needs for a page of a background event.
GOOD_TITLE = 3.0
MAIN_BONUS = 0.5
# What speaks for a title of a main event: its own score, or that of a headline; and how far the accounts share its words.
HEADLINE, LABEL, NO_NEWS = 4.0, 3.0, 0.5
ATTESTED = 5.0
UNDER_WAY = -1.0
PENDING = -1.5  # it was still to come, and another account tells that it came
ANOTHER = -1.0  # it tells something else, of which the article tells because of the event: "town mourns dead workers"
NEWS_LAG = timedelta(days=1)  # between an event and the news of it
# Sentences at the start of an article that say what it is about.
LEAD = 2
# Of two titles that are equally good, the one is taken whose number of words is nearer to this.
GOOD_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Chosen:
    """A title, the words that it was made from, and the mention that tells it."""

    title: Title
    evidence: Evidence
    told_by: Facts


class EventTitles:
    """Makes the titles of one corpus's events; reads once what its texts show of names and verbs."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        extractions: Mapping[str, Extraction],
        entities: Mapping[str, Entity],
        entity_of: Mapping[tuple[str, str], str],
        facts: Mapping[str, Sequence[Facts]],
    ) -> None:
        self.articles, self.extractions, self.facts = articles, extractions, facts
        self.entities, self.entity_of = entities, entity_of
        self.plural = plural_names(articles, extractions, entity_of)
        self.verbs = verb_forms(extractions)
        self.casing = Casing(articles, extractions, self.verbs)
        self._made: dict[EventRef, Title | None] = {}
        self.around = {key: read_around(found) for key, found in extractions.items()}

    def title(self, cluster: Cluster, members: Sequence[Facts]) -> Chosen:
        """The best title of an event whose mentions are `members`: never empty."""
        found = list(self._candidates(cluster, members))
        if cluster.main_of and max((item.title.score for item in found), default=0.0) < GOOD_TITLE:
            found.extend(self._leads(cluster))
        if not cluster.main_of:
            best = max(
                found,
                key=lambda item: (item.title.score, _fullness(item.title.text), item.title.text),
                default=None,
            )
        else:
            known = Attestation([list(self._opening(key)) for key in cluster.main_of])
            best = max(
                found,
                key=lambda item: (
                    round(item.title.score + ATTESTED * known.score(item.title.text), 4),
                    -len(item.title.text),
                    item.title.text,
                ),
                default=None,
            )
        best = best or self._first_words(cluster, members)
        return replace(best, title=replace(best.title, text=styled(self.casing.quiet(best.title.text))))

    def made(self, item: Facts) -> Title | None:
        """The title that the clause of one mention makes, or None."""
        if item.ref not in self._made:
            self._made[item.ref] = self._make(item)
        return self._made[item.ref]

    def _make(self, item: Facts) -> Title | None:
        article = item.ref.article

        def name_of(chain: str) -> tuple[str, str]:
            entity = self.entities.get(self.entity_of.get((article, chain), ""))
            return (in_a_sentence(entity.name), entity.type) if entity else ("", "")

        def number_of(chain: str) -> bool | None:
            return self.plural.get(self.entity_of.get((article, chain), ""))

        if self._acts_on_itself(item):
            return None
        title = make_title(item.mention, self.articles[article].text, name_of, number_of, self.around[article])
        opening = title is not None and item.mention.main
        return replace(title, score=title.score + MAIN_BONUS) if title is not None and opening else title

    def _candidates(self, cluster: Cluster, members: Sequence[Facts]) -> Iterator[Chosen]:
        happened = False
        for item in members:
            if (not cluster.main_of or item.family == cluster.family) and (title := self.made(item)) is not None:
                happened |= item.mention.modality == "asserted"
                if not cluster.main_of:
                    key = item.ref.article
                    title = told_which(title, self.extractions[key].events, self.articles[key].text)
                yield Chosen(title, clause_of(item), item)
        for key in cluster.main_of:
            article = self.articles[key]
            line = undated(clean_headline(article.title or "", article.publisher))
            if line:
                line = self.casing.sentence_case(self._in_present(key, line))
                told_by = next(item for item in members if item.ref.article == key)
                score = self._worth(line) + PENDING * (happened and is_pending(line)) + UNDER_WAY * is_under_way(line)
                score += ANOTHER * self._tells_another(key, cluster)
                yield Chosen(Title(line, score, False), self._headline_of(key, told_by), told_by)

    def _leads(self, cluster: Cluster) -> Iterator[Chosen]:
        """Titles from whatever else the first sentences of the articles tell that are about the event."""
        for key in cluster.main_of:
            first = {item.id for item in self.extractions[key].sentences[: LEAD + 1]}
            for item in self.facts[key]:
                if item.mention.sentence in first and (title := self.made(item)) is not None:
                    yield Chosen(title, clause_of(item), item)

    def _worth(self, line: str) -> float:
        if is_telling(line, self.verbs):
            return HEADLINE
        return LABEL if is_news(line) and not is_opinion(line) and " " in line and not line.endswith("...") else NO_NEWS

    def _tells_another(self, key: str, cluster: Cluster) -> bool:
        """Whether the headline of an article that may have come later tells happenings, and none of them is the event."""
        known = {item: days_of((self.articles[item].published or "").partition("T")[0]) for item in cluster.main_of}
        told = [days[1] for days in (*map(days_of, cluster.dates), *known.values()) if days is not None]
        day, line = known[key], self.articles[key].headline or ""
        if not told or (day is not None and day[0] - min(told) <= NEWS_LAG):
            return False
        in_line = [item for item in self.facts[key] if item.mention.trigger.end <= len(line)]
        own = {item.ref for item in (*cluster.members, *cluster.loose)}
        return bool(in_line) and not any(item.ref in own for item in in_line)

    def _in_present(self, key: str, line: str) -> str:
        """A headline in the past tense in the present: "coach nearly died" -> "coach nearly dies"."""
        article = self.articles[key]
        if not article.headline or not article.text.startswith(line) or is_title_case(line):
            return line
        for item in self.facts[key]:
            verb, plural = item.mention.predicate, is_told_in_past(item.mention)
            if verb is not None and plural is not None and verb.end <= len(line):
                return line[: verb.start] + present(item.mention.verb, plural) + line[verb.end :]
        return line

    def _headline_of(self, key: str, told_by: Facts) -> Evidence:
        """Where the headline stands in the text; the clause of `told_by` where it is known from metadata alone."""
        article = self.articles[key]
        first = next(iter(self.extractions[key].sentences), None)
        if article.headline and first is not None and article.text.startswith(article.headline):
            return Evidence(key, first.id, span_of(article.text, 0, len(article.headline)))
        return clause_of(told_by)

    def _opening(self, key: str) -> Iterator[str]:
        yield self.articles[key].title or ""
        body = [item for item in self.extractions[key].sentences if item.span.text != self.articles[key].headline]
        yield from (item.span.text for item in body[:LEAD])

    def _first_words(self, cluster: Cluster, members: Sequence[Facts]) -> Chosen:
        """Where nothing makes a title: the clause of a background event; the first sentence of an article that is about it."""
        first = members[0]
        if not cluster.main_of:
            return Chosen(Title(capital(trimmed(first.mention.clause.text)), 0.0, False), clause_of(first), first)
        key = min(cluster.main_of)
        told_by = next(item for item in members if item.ref.article == key)
        sentence = self.extractions[key].sentences[0]
        return Chosen(
            Title(capital(trimmed(sentence.span.text)), 0.0, False), Evidence(key, sentence.id, sentence.span), told_by
        )

    def _acts_on_itself(self, item: Facts) -> bool:
        """Whether one entity fills two roles: "X shares X with Y" is a pronoun gone wrong, never a headline."""
        found = [self.entity_of.get((item.ref.article, arg.chain)) for arg in item.mention.arguments if arg.chain]
        named = [entity for entity in found if entity]
        return len(named) != len(set(named))


def _fullness(line: str) -> int:
    """How near a title is to the length that tells enough."""
    return -abs(len(line.split()) - GOOD_LENGTH)


def clause_of(item: Facts) -> Evidence:
    """Where the clause of a mention stands."""
    return Evidence(item.ref.article, item.mention.sentence, item.mention.clause)


def capital(line: str) -> str:
    """The line with a capital at its start."""
    return line[:1].upper() + line[1:]
