"""The headline of an event: from the clause that tells it best, or from the articles' own headlines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model import Article, Entity, Extraction
from generator.resolve.bodies import in_a_sentence
from generator.resolve.events_clusters import Cluster
from generator.resolve.events_facts import Facts
from generator.resolve.titles import Title, make_title
from generator.resolve.titles_headlines import clean_headline, headline_words, is_news, undated
from generator.resolve.titles_numbers import plural_names, verb_forms

# Scores that a title needs: for a page of a background event, and to be taken instead of a main event's own headlines.
GOOD_TITLE, MAIN_TITLE = 3.0, 4.5
MAIN_BONUS = 0.5


class EventTitles:
    """Makes the titles of one corpus's events; reads once what its texts show of names and verbs."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        extractions: Mapping[str, Extraction],
        entities: Mapping[str, Entity],
        entity_of: Mapping[tuple[str, str], str],
    ) -> None:
        self.articles, self.entities, self.entity_of = articles, entities, entity_of
        self.plural = plural_names(articles, extractions, entity_of)
        self.verbs = verb_forms(extractions)

    def title(self, cluster: Cluster, members: Sequence[Facts]) -> tuple[Title, Facts | None]:
        told = [item for item in members if not cluster.main_of or item.family == cluster.family]
        made = [(title, item) for item in told if (title := self.made(item)) is not None]
        best = max(made, key=lambda pair: (pair[0].score, -len(pair[0].text), pair[0].text)) if made else None
        if best and best[0].score >= (MAIN_TITLE if cluster.main_of else 0.0):
            return best
        headline = self._headline(cluster)
        if headline:
            return headline
        return best or (Title(capital(members[0].mention.clause.text), 0.0, False), members[0])

    def made(self, item: Facts) -> Title | None:
        article = item.ref.article

        def name_of(chain: str) -> tuple[str, str]:
            entity = self.entities.get(self.entity_of.get((article, chain), ""))
            return (in_a_sentence(entity.name), entity.type) if entity else ("", "")

        def number_of(chain: str) -> bool | None:
            return self.plural.get(self.entity_of.get((article, chain), ""))

        if self._acts_on_itself(item):
            return None
        title = make_title(item.mention, self.articles[article].text, name_of, number_of)
        opening = title is not None and item.mention.main
        return replace(title, score=title.score + MAIN_BONUS) if title is not None and opening else title

    def _acts_on_itself(self, item: Facts) -> bool:
        """Whether one entity fills two roles: "X shares X with Y" is a pronoun gone wrong, never a headline."""
        found = [self.entity_of.get((item.ref.article, arg.chain)) for arg in item.mention.arguments if arg.chain]
        named = [entity for entity in found if entity]
        return len(named) != len(set(named))

    def _headline(self, cluster: Cluster) -> tuple[Title, Facts] | None:
        """The headline that shares most words with the other headlines of the event, verbatim."""
        lines = {
            key: clean_headline(self.articles[key].title or "", self.articles[key].publisher)
            for key in cluster.main_of
            if self.articles[key].title
        }
        if not lines:
            return None
        bags = {key: headline_words(line) for key, line in lines.items()}
        shared = Counter(word for bag in bags.values() for word in bag)
        forms = {item.mention.trigger.text.lower() for item in cluster.members if item.family == cluster.family}

        def centrality(key: str) -> tuple[bool, bool, float, int, str]:
            common = sum(shared[word] - 1 for word in bags[key]) / max(len(bags[key]), 4) + bool(forms & bags[key])
            verbless = not bags[key] & self.verbs
            return not is_news(lines[key]), verbless, -round(common, 4), len(lines[key]), lines[key]

        best = min(lines, key=centrality)
        return Title(undated(lines[best]), GOOD_TITLE, False), next(
            item for item in cluster.members if item.ref.article == best
        )


def capital(line: str) -> str:
    """The line with a capital at its start."""
    return line[:1].upper() + line[1:]
