"""One happening in words of two families."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from generator.model import Argument, EventMention, EventRef
from generator.model.span import span_of
from generator.resolve.events_clusters import Cluster, cluster_mentions
from generator.resolve.events_facts import Facts
from generator.resolve.events_reworded import join_reworded

TEXT = "they parted and they split"


def fact(article: str, family: str, sentence: str = "s0", main: bool = False, date: str = "", **roles: str) -> Facts:
    """A mention; names of entities, a comma between, start with a capital, other words are heads."""
    mention = EventMention(
        f"{family}-{sentence}", span_of(TEXT, 0, 4), family, "life", (), None, None, sentence, span_of(TEXT, 0, 3), main=main,
    )  # fmt: skip
    who = {role: frozenset(words.split(",")) for role, words in roles.items() if words[0].isupper()}
    heads = {role: frozenset(words.split(",")) for role, words in roles.items() if words[0].islower()}
    return Facts(EventRef(article, mention.id), mention, family, who, heads, "", date)


def joined(left: Facts, right: Facts, cosine: float = 0.8) -> int:
    vectors = {left.ref: np.array([1.0, 0.0]), right.ref: np.array([cosine, (1 - cosine**2) ** 0.5])}
    return len(join_reworded([Cluster(left), Cluster(right)], vectors))


PARTED = fact("a", "part", agent="Berg,Lund")


def test_the_same_people_in_sentences_that_mean_the_same() -> None:
    assert joined(PARTED, fact("b", "split", agent="Berg,Lund")) == 1


def test_sentences_that_mean_something_else_tell_something_else() -> None:
    assert joined(PARTED, fact("b", "split", agent="Berg,Lund"), 0.7) == 2


def test_one_person_does_many_things() -> None:
    assert (
        joined(fact("a", "fly", agent="Berg", date="2031-05-02"), fact("b", "meet", agent="Berg", date="2031-05-02"))
        == 2
    )


def test_two_days_are_two_happenings() -> None:
    later = fact("b", "split", agent="Berg,Lund", date="2031-05-03")
    assert joined(replace(PARTED, date="2031-05-02"), later) == 2


def test_what_one_sentence_tells_in_two_words_are_two_happenings() -> None:
    left, right = Cluster(PARTED), Cluster(fact("b", "split", agent="Berg,Lund"))
    left.loose = [fact("b", "part", agent="they")]
    vectors = {item.ref: np.array([1.0, 0.0]) for cluster in (left, right) for item in cluster.members}
    assert len(join_reworded([left, right], vectors)) == 2


def test_the_main_event_takes_the_others_in() -> None:
    main = Cluster(fact("b", "split", agent="Berg,Lund"))
    main.main_of = ("b",)
    vectors = {PARTED.ref: np.array([1.0, 0.0]), main.members[0].ref: np.array([1.0, 0.0])}
    (found,) = join_reworded([Cluster(PARTED), main], vectors)
    assert found is main
    assert len(found.members) == 2


def clusters(*stories: list[Facts]) -> list[list[str]]:
    facts = {item.ref.article: [] for story in stories for item in story}  # type: ignore[var-annotated]
    for story in stories:
        for item in story:
            facts[item.ref.article].append(item)
    names = [sorted({item.ref.article for item in story}) for story in stories]
    found = cluster_mentions(names, facts, dict.fromkeys(facts, frozenset()))
    return sorted(sorted(f"{item.ref.article} {item.mention.id}" for item in cluster.members) for cluster in found)


def test_two_stories_that_count_differently_tell_two_events() -> None:
    def seized(article: str, count: float) -> list[Facts]:
        told = fact(article, "seize", "s1", date="2031-05-02", agent="Navy", patient="boat")
        return [fact(article, f"sail{article}", main=True), replace(told, counts={"boat": frozenset({count})})]

    assert ["a seize-s1", "b seize-s1"] in clusters(seized("a", 3), seized("b", 3))
    assert ["a seize-s1"] in clusters(seized("a", 3), seized("b", 4))


def test_a_main_event_that_excludes_the_others_does_not_lend_its_people() -> None:
    """Three articles of one story: two are about Berg's fall and tell of Lund's, one is about Lund's."""
    story = [
        fact("a", "fall", main=True, agent="Berg"),
        fact("b", "fall", main=True, agent="Berg"),
        fact("b", "fall", "s1", agent="Lund"),
        fact("c", "fall", main=True, agent="Lund"),
        fact("c", "fall", "s1", agent="Berg"),
    ]
    assert ["a fall-s0", "b fall-s0", "c fall-s1"] in clusters(story)
    assert ["b fall-s1", "c fall-s0"] in clusters(story)


def test_one_account_may_name_who_acts_and_another_who_suffers() -> None:
    story = [
        fact("a", "charge", main=True, agent="Arland", patient="girl"),
        fact("b", "charge", main=True, agent="Arland", patient="girl"),
        fact("b", "charge", "s1", agent="court", patient="Berg"),
    ]
    assert clusters(story) == [["a charge-s0", "b charge-s0", "b charge-s1"]]
    assert len(clusters([*story[:2], fact("b", "charge", "s1", patient="Berg")])) == 2


def deed(left: Facts, right: Facts) -> int:
    return len(join_reworded([Cluster(left), Cluster(right)], {}))


LEFT = fact("a", "leave", date="2031-05-02", agent="Arland", patient="deal")


def test_related_words_for_what_one_did_to_the_same_on_one_day() -> None:
    assert deed(LEFT, fact("b", "suspend", date="2031-05-02", agent="Arland", patient="participation")) == 1
    assert deed(LEFT, fact("b", "suspend", date="2031-05", agent="Arland", patient="agreement")) == 1


def test_another_day_actor_or_object_or_none_is_another_deed() -> None:
    assert deed(LEFT, fact("b", "suspend", agent="Arland", patient="participation")) == 2
    assert deed(LEFT, fact("b", "suspend", date="2031-05-03", agent="Arland", patient="participation")) == 2
    assert deed(LEFT, fact("b", "suspend", date="2031-05-02", agent="Berg", patient="participation")) == 2
    assert deed(LEFT, fact("b", "suspend", date="2031-05-02", agent="Arland", patient="player")) == 2
    assert deed(LEFT, fact("b", "visit", date="2031-05-02", agent="Arland", patient="deal")) == 2


def test_a_passive_leaves_the_actor_untold() -> None:
    brokered = fact("a", "broker", date="2031-07", agent="Arland,Berland", patient="deal")
    assert deed(brokered, fact("b", "sign", date="2031-07-22", patient="agreement")) == 1
    assert deed(brokered, fact("b", "sign", date="2031-08-22", patient="agreement")) == 2


def bite(article: str, whom: str, date: str = "", agent: str = "Berg", place: str = "") -> Facts:
    """Somebody bit `whom`, whose last word is the head."""
    item = fact(article, "bite", date=date, agent=agent, patient=whom.split()[-1])
    told = Argument("patient", span_of(whom, 0, len(whom)), None, whom.split()[-1], False)
    return replace(item, place=place, mention=replace(item.mention, arguments=(told,)))


def test_one_deed_is_told_of_a_whole_and_of_its_part() -> None:
    assert deed(bite("a", "a guard"), bite("b", "a guard's hand")) == 1
    assert deed(bite("a", "a guard’s hand", "2031~"), bite("b", "the guard", "2030")) == 1
    assert deed(bite("a", "the hand of a guard"), bite("b", "the guard")) == 1


def test_another_owner_actor_time_or_place_is_another_deed() -> None:
    assert deed(bite("a", "a guard"), bite("b", "a nurse's hand")) == 2
    assert deed(bite("a", "a guard"), bite("b", "a guard's hand", agent="Lund")) == 2
    assert deed(bite("a", "a guard", "2031"), bite("b", "a guard's hand", "2029")) == 2
    assert deed(bite("a", "a guard", place="Oslo"), bite("b", "a guard's hand", place="Bergen")) == 2
