"""Event mentions -> events of the corpus: titles, dates, places, participants, and which get a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator import slugs
from generator.model import Article, Entity, Event, EventRef, Evidence, Extraction, Participant
from generator.resolve.events_articles import cluster_articles
from generator.resolve.events_cluster import Cluster
from generator.resolve.events_clusters import cluster_mentions
from generator.resolve.events_dates import date_of
from generator.resolve.events_facts import CORE_ROLES, Facts, is_counted, is_old, read_facts
from generator.resolve.events_firm import firm_clusters, read_context
from generator.resolve.events_ids import FirstAccount, event_ids
from generator.resolve.events_receipt import receipt_of
from generator.resolve.events_reworded import join_reworded
from generator.resolve.events_summary import EventSummaries
from generator.resolve.events_tags import type_of
from generator.resolve.events_titles import GOOD_TITLE, Chosen, EventTitles
from generator.resolve.events_worth import is_claim, is_dated, is_past, is_worthy
from generator.resolve.events_years import dated, story_days, with_year
from generator.resolve.titles_headlines import clean_headline, headline_words, is_news

# Sorts behind every date.
_UNDATED = "9999"


def resolve_events(
    articles: Mapping[str, Article],
    extractions: Mapping[str, Extraction],
    entities: Mapping[str, Entity],
    entity_of: Mapping[tuple[str, str], str],
) -> tuple[dict[str, Event], dict[tuple[str, str], str]]:
    """Event id -> event, and (article id, event mention id) -> event id, of the mentions that tell an event for sure.

    Every event mention stands in one event: in its `mentions`, or in its `loose` ones.
    """
    stories = cluster_articles(articles, extractions, entities, entity_of)
    near = story_days(stories, articles)
    facts = {key: _facts(key, articles, extractions, entities, entity_of, near) for key in sorted(extractions)}
    titles = {key: headline_words(article.title or "") for key, article in articles.items()}
    events: dict[str, Event] = {}
    event_of: dict[tuple[str, str], str] = {}
    corpus = _Corpus(articles, extractions, entities, entity_of, facts, near)
    context = read_context(extractions, articles)
    clusters = cluster_mentions(
        stories,
        facts,
        titles,
        lambda found: firm_clusters(found, context, corpus.worth),
        lambda found: join_reworded(found, context.vectors),
    )
    drafts = [(cluster, *corpus.event(cluster)) for cluster in clusters]
    ids = event_ids(first for _, _, first in drafts)
    for cluster, draft, first in drafts:
        event = _named(draft, ids[first.key])
        events[event.id] = event
        event_of.update({(item.ref.article, item.ref.event): event.id for item in cluster.members})
    return dict(sorted(events.items())), dict(sorted(event_of.items()))


def _facts(
    key: str,
    articles: Mapping[str, Article],
    extractions: Mapping[str, Extraction],
    entities: Mapping[str, Entity],
    entity_of: Mapping[tuple[str, str], str],
    near: Mapping[str, str],
) -> tuple[Facts, ...]:
    """The facts of an article; where it has no day, past ones get their year from the day of its story."""
    day = articles[key].published or near.get(key)
    found = read_facts(extractions[key], entities, entity_of, day)
    told = (replace(item, several=is_counted(item.mention, articles[key].text)) for item in found)
    return tuple(
        replace(item, date=value, is_old=is_old(value, day))
        if is_past(item) and (value := with_year(item.date, near.get(key))) != item.date
        else item
        for item in told
    )


class _Corpus:
    """What an event is made from."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        extractions: Mapping[str, Extraction],
        entities: Mapping[str, Entity],
        entity_of: Mapping[tuple[str, str], str],
        facts: Mapping[str, Sequence[Facts]],
        near: Mapping[str, str],
    ) -> None:
        self.near = near
        self.articles, self.extractions, self.entities, self.entity_of = articles, extractions, entities, entity_of
        self.summaries = EventSummaries(articles, extractions, entity_of)
        self.titles = EventTitles(articles, extractions, entities, entity_of, facts)

    def _place(self, named: Sequence[str]) -> str | None:
        """The place that most mentions name; where it is a country, the place in it that most of the others name."""
        usual = _most_common(named)
        closer = [name for name in named if name in self.entities and self.entities[name].country == usual]
        return _most_common(closer) or usual if usual else None

    def worth(self, members: Sequence[Facts]) -> tuple[float, ...]:
        """How good a page these mentions would make: by the sources that tell it, the best title, and their number."""
        titles = [title.score for item in members if (title := self.titles.made(item)) is not None]
        sources = {self.articles[item.ref.article].copy_of or item.ref.article for item in members}
        good = max(titles, default=0.0)
        return min(good, GOOD_TITLE), len(sources), good, len(members)

    def event(self, cluster: Cluster) -> tuple[Event, FirstAccount]:
        """The event of a cluster, without an id, and what its id is made from."""
        members = sorted(cluster.members, key=lambda item: item.ref)
        chosen = self.titles.title(cluster, members)
        title, told_by = chosen.title, chosen.told_by
        date, date_words, reasons = date_of(members, self.extractions, self.articles, bool(cluster.main_of))
        date, reasons = dated(date, reasons, members, self.near)
        # An article that is about something else lends its day, and not whoever is in what it is about.
        own = [item for item in members if item.family == cluster.family or not cluster.main_of] or members
        place = self._place([item.place for item in own if item.place])
        participants = tuple(item for item in self._participants(own) if not self._is_scene(item, place))
        worthy = bool(cluster.main_of) or (
            (bool(participants) or self._names_any(chosen))
            and not is_claim(members, self.entities, self.entity_of)
            and is_worthy(title, told_by, members, self.articles, bool(date), bool(place))
        )
        draft = Event(
            id="",
            title=title.text,
            type=type_of(own, members, title.text),
            date=date,
            place=place,
            participants=participants,
            mentions=tuple(EventRef(item.ref.article, item.ref.event) for item in members),
            page="" if worthy else None,
            main_of=cluster.main_of,
            title_evidence=chosen.evidence,
            date_words=date_words,
            date_reasons=reasons,
            receipt=receipt_of(members, cluster.main_of, self.entities, date, self.articles),
            loose=tuple(item.ref for item in sorted(cluster.loose, key=lambda item: item.ref)),
        )
        draft = replace(draft, summary=self.summaries.summary(draft, told_by, members))
        return draft, self._first(members, cluster.main_of, title.text, worthy)

    def _names_any(self, chosen: Chosen) -> bool:
        """Whether a title names anything, though nobody who takes part, and its clause the day."""
        if not is_dated(chosen.told_by, self.articles):
            return False
        article, clause = chosen.evidence.article, chosen.evidence.span
        named = (
            item for item in self.extractions[article].mentions if item.kind == "name" and clause.covers(item.span)
        )
        return any((article, item.chain) in self.entity_of and item.span.text in chosen.title.text for item in named)

    def _first(self, members: Sequence[Facts], main_of: Sequence[str], title: str, worthy: bool) -> FirstAccount:
        """The account that was published first, of those whose main event it is; in the words of its headline where that is news."""
        first = min((item for item in members if not main_of or item.ref.article in main_of), key=self._age)
        article = self.articles[first.ref.article]
        line = clean_headline(article.title or "", article.publisher) if main_of else ""
        key = f"{first.ref.article} {first.mention.trigger.start}"
        return FirstAccount(article.published or _UNDATED, key, line if line and is_news(line) else title, worthy)

    def _age(self, item: Facts) -> tuple[str, str, int]:
        published = self.articles[item.ref.article].published or _UNDATED
        return published, item.ref.article, item.mention.trigger.start

    def _is_scene(self, item: Participant, place: str | None) -> bool:
        """Whether a place is where it happens rather than who takes part: the event's own place or its country, unless it acts."""
        if place is None or item.role == "agent" or self.entities[item.entity].type != "place":
            return False
        return item.entity in (place, self.entities[place].country) or self.entities[item.entity].country == place

    def _participants(self, members: Sequence[Facts]) -> tuple[Participant, ...]:
        evidence: dict[tuple[str, str], list[Evidence]] = {}
        for item in members:
            for argument in item.mention.arguments:
                entity = self.entity_of.get((item.ref.article, argument.chain)) if argument.chain else None
                if entity and argument.role in CORE_ROLES:
                    found = Evidence(item.ref.article, item.mention.sentence, argument.span)
                    evidence.setdefault((entity, argument.role), []).append(found)
        counts = Counter({entity: 0 for entity, _ in evidence})
        for (entity, _), told in evidence.items():
            counts[entity] += len(told)
        roles = {entity: max(
            (key for key in evidence if key[0] == entity), key=lambda key: (len(evidence[key]), -CORE_ROLES.index(key[1]))
        )[1] for entity in counts}  # fmt: skip
        order = sorted(counts, key=lambda entity: (-counts[entity], CORE_ROLES.index(roles[entity]), entity))
        return tuple(
            Participant(
                entity,
                roles[entity],
                tuple(sorted({found for role in CORE_ROLES for found in evidence.get((entity, role), ())})),
            )
            for entity in order
        )


def _named(draft: Event, name: str) -> Event:
    return replace(draft, id=name, page=None if draft.page is None else slugs.page_path("events", name))


def _most_common(values: Sequence[str]) -> str | None:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None
