"""Which mentions an event rests on, and which only share its word."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from generator.model import Article, EventMention, EventRef, Extraction, Sentence
from generator.model.span import span_of
from generator.resolve.events_clusters import Cluster
from generator.resolve.events_facts import Facts, is_counted
from generator.resolve.events_firm import Context, firm_clusters, read_context

TEXT = "the inquiry and another inquiry"
NONE = Context({}, frozenset())


def fact(number: int, article: str = "a", place: str = "", date: str = "", **roles: str) -> Facts:
    """A mention of an inquiry; names of entities start with a capital, other words are heads."""
    mention = EventMention(
        f"e{number}", span_of(TEXT, number, number + 1), "inquiry", "investigation", (), None, None, "s0",
        span_of(TEXT, 0, 3),
    )  # fmt: skip
    who = {role: frozenset({word}) for role, word in roles.items() if word[0].isupper()}
    heads = {role: frozenset({word}) for role, word in roles.items() if word[0].islower()}
    return Facts(EventRef(article, f"e{number}"), mention, "inquiry", who, heads, place, date)


def cluster_of(*items: Facts) -> Cluster:
    cluster = Cluster(items[0])
    for item in items[1:]:
        cluster.add(item)
    return cluster


def size(members) -> tuple[float, ...]:  # type: ignore[no-untyped-def]
    return (float(len(members)),)


def refs(items) -> list[str]:  # type: ignore[no-untyped-def]
    return sorted(item.ref.event for item in items)


def test_a_mention_without_evidence_is_loose() -> None:
    firm = [fact(0, agent="Berg", patient="bank"), fact(1, agent="Berg", patient="bank")]
    (found,) = firm_clusters(cluster_of(*firm, fact(2)), NONE, size)
    assert (refs(found.members), refs(found.loose)) == (["e0", "e1"], ["e2"])


def test_one_person_alone_may_have_done_the_like_twice() -> None:
    pair = [fact(0, agent="Berg"), fact(1, "b", agent="Berg")]
    (apart,) = firm_clusters(cluster_of(*pair), NONE, size)
    assert (len(apart.members), len(apart.loose)) == (1, 1)
    alike = Context({item.ref: np.array([1.0, 0.0], np.float32) for item in pair}, frozenset())
    (found,) = firm_clusters(cluster_of(*pair), alike, size)
    assert refs(found.members) == ["e0", "e1"]


def test_what_has_other_people_is_another_event() -> None:
    ours = [fact(0, agent="Berg", patient="bank"), fact(1, agent="Berg", patient="bank")]
    other, core = firm_clusters(cluster_of(*ours, fact(2, agent="Lund")), NONE, size)
    assert (refs(other.members), refs(core.members), core.loose) == (["e2"], ["e0", "e1"], [])


def test_the_same_person_and_another_thing_are_no_evidence() -> None:
    (found,) = firm_clusters(
        cluster_of(fact(0, agent="Berg", patient="bank"), fact(1, agent="Berg", patient="ferry")), NONE, size
    )
    assert len(found.members) == len(found.loose) == 1


def test_sentences_that_say_the_same_stand_firm_together() -> None:
    items = [fact(0), fact(1, article="b")]
    alike = {items[0].ref: np.array([1.0, 0.0]), items[1].ref: np.array([0.95, 0.1])}
    (found,) = firm_clusters(cluster_of(*items), Context(alike, frozenset()), size)
    assert (len(found.members), found.loose) == (2, [])
    unlike = {items[0].ref: np.array([1.0, 0.0]), items[1].ref: np.array([0.1, 0.9])}
    (found,) = firm_clusters(cluster_of(*items), Context(unlike, frozenset()), size)
    assert len(found.loose) == 1


def test_a_definite_noun_takes_up_the_mention_before_it() -> None:
    items = [fact(0, agent="Berg"), fact(1)]
    definite = Context({}, frozenset({items[1].ref}))
    (found,) = firm_clusters(cluster_of(*items), definite, size)
    assert refs(found.members) == ["e0", "e1"]
    (found,) = firm_clusters(cluster_of(*items), NONE, size)
    assert refs(found.loose) == ["e1"]


def test_the_main_event_keeps_how_its_articles_tell_it() -> None:
    told = [fact(0, agent="Berg"), fact(1, article="b")]
    cluster = cluster_of(*told, fact(2, article="b"))
    cluster.main_of, cluster.main_refs = ("a", "b"), frozenset(item.ref for item in told)
    (found,) = firm_clusters(cluster, NONE, size)
    assert (found.main_of, refs(found.members), refs(found.loose)) == (("a", "b"), ["e0", "e1"], ["e2"])


def test_the_context_knows_definite_nouns_and_sentences() -> None:
    article = Article("a", "a.md", None, None, None, None, (), None, None, None, "en", TEXT, (), "0")
    first = fact(0).mention
    mentions = tuple(
        replace(first, id=key, trigger=span_of(TEXT, start, start + 7), tag="NN")
        for key, start in (("e0", 4), ("e1", 24))
    )
    vectors = np.array([[0.6, 0.8]], dtype="<f2").tobytes()
    sentences = (Sentence("s0", span_of(TEXT, 0, len(TEXT)), 0),)
    found = Extraction("a", sentences, (), (), (), (), (), (), mentions, vectors=vectors)
    context = read_context({"a": found}, {"a": article})
    assert context.definite == {EventRef("a", "e0")}
    assert np.allclose(context.vectors[EventRef("a", "e1")], [0.6, 0.8], atol=0.01)


def test_a_definite_noun_of_another_word_takes_up_a_noun_and_no_verb() -> None:
    first, second = fact(0, agent="Berg"), fact(1)
    second = replace(second, mention=replace(second.mention, lemma="probe"))
    definite = Context({}, frozenset({second.ref}))
    for tag, loose in (("NN", []), ("VBD", ["e1"])):
        told = replace(first, mention=replace(first.mention, tag=tag))
        (found,) = firm_clusters(cluster_of(told, second), definite, size)
        assert refs(found.loose) == loose


def test_what_is_counted_is_not_the_one() -> None:
    text = "Berland ordered two strikes. The strikes ended."
    strikes = EventMention(
        "e0", span_of(text, 20, 27), "strike", "assault", (), None, None, "s0", span_of(text, 0, 27), tag="NNS"
    )
    again = replace(strikes, trigger=span_of(text, 33, 40))
    assert is_counted(strikes, text)
    assert not is_counted(again, text)
    facts = Facts(EventRef("a", "e0"), strikes, "strike", {}, {}, "", "", several=True)
    assert Cluster(facts).evidence(replace(facts, several=False)) is None
    assert Cluster(facts).evidence(facts) is not None


def test_awards_of_two_names_and_replaced_and_hired_are_two() -> None:
    def named(words: str) -> Facts:
        text = f"{words} went to him"
        mention = EventMention(
            "e0",
            span_of(text, 0, len(words)),
            "award",
            "performance",
            (),
            None,
            None,
            "s0",
            span_of(text, 0, len(text)),
        )
        return Facts(EventRef("a", "e0"), mention, "award", {}, {}, "", "")

    assert Cluster(named("Lund Award")).evidence(named("Berg Award")) is None
    assert Cluster(named("Lund Award")).evidence(named("Anna Lund Award")) is not None

    def staffed(verb: str) -> Facts:
        text = "they did it"
        mention = EventMention(
            "e0", span_of(text, 5, 8), verb, "appointment", (), None, None, "s0", span_of(text, 0, 11), verb=verb
        )
        return Facts(EventRef("a", "e0"), mention, "appoint", {"patient": frozenset({"Berg"})}, {}, "", "")

    assert Cluster(staffed("hire")).evidence(staffed("replace")) is None
    assert Cluster(staffed("hire")).evidence(staffed("name")) is not None
