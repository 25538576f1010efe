"""Decisions find the names they speak of, and a name that no article has is told with its line and the nearest one."""

from __future__ import annotations

from generator.model import Decision, Named
from generator.resolve.decisions import find_rulings
from generator.resolve.entities import resolve_entities
from generator.resolve.profiles import make_profiles
from tests.resolve.chains import make_corpus, said


def rulings(*decisions: Decision):  # type: ignore[no-untyped-def]
    articles, extractions = make_corpus(
        a=[said("Mara Quill"), said("Otto Venn")], b=[said("Mara Quill"), said("Mara Kwill")]
    )
    return find_rulings(decisions, make_profiles(articles, extractions), articles)


def decide(verdict: str, *names: Named, why: str = "") -> Decision:
    return Decision("curation/x.md", verdict, names, "J. Editor", why)  # type: ignore[arg-type]


def test_names_of_all_articles_are_joined_whatever_their_case() -> None:
    found = rulings(decide("same", Named("mara  quill"), Named("Mara Kwill"), why="One violinist."))
    (join,) = found.joins
    assert join.profiles == (("a", "c0"), ("b", "c0"), ("b", "c1"))
    assert (join.judgement.by, join.judgement.reasons) == (
        "J. Editor",
        ("J. Editor decided that they are the same: One violinist",),
    )


def test_what_is_kept_apart_is_in_conflict_and_nothing_else() -> None:
    found = rulings(decide("different", Named("Mara Quill", "a.txt"), Named("Mara Quill", "b.txt")))
    first, second, other = (found.marks.get(key, frozenset()) for key in (("a", "c0"), ("b", "c0"), ("a", "c1")))
    assert found.conflict(first, second) == "J. Editor decided that they are not the same"
    assert found.conflict(first, first) == found.conflict(first, other) == ""


def test_a_name_that_no_article_has_is_told_with_the_nearest_one() -> None:
    (problem,) = rulings(decide("same", Named("Mara Quil", line=3), Named("Mara Kwill", line=4))).problems
    assert (problem.path, problem.message) == ("curation/x.md", "Line 3: no article names “Mara Quil”.")
    assert problem.remedy == "Did you mean “Mara Quill”?"
    assert problem.fatal


def test_a_name_in_another_article_is_told_with_that_article() -> None:
    (problem,) = rulings(decide("different", Named("Otto Venn", "b.txt", 5), Named("Mara Quill"))).problems
    assert problem.message == "Line 5: no article names “Otto Venn” in b.txt."
    assert problem.remedy == "It stands in a.txt."


def test_a_name_like_no_other_is_told_too_and_the_rest_of_the_decision_counts() -> None:
    found = rulings(decide("same", Named("Zyx"), Named("Mara Quill"), Named("Mara Kwill")))
    assert [problem.remedy for problem in found.problems] == ["Write the name as the articles have it."]
    assert len(found.joins) == 1


def resolved(*decisions: Decision, **chains):  # type: ignore[no-untyped-def]
    articles, extractions = make_corpus(**chains)
    found = find_rulings(decisions, make_profiles(articles, extractions), articles)
    assert found.problems == ()
    return resolve_entities(articles, extractions, 2, found)


def test_two_spellings_that_the_machine_joins_are_kept_apart() -> None:
    chains = {"a": [said("Andrei Belov")], "b": [said("Andrey Belov")]}
    joined, _ = resolved(**chains)
    apart, entity_of = resolved(decide("different", Named("Andrei Belov"), Named("Andrey Belov")), **chains)
    assert (len(joined), len(apart)) == (1, 2)
    (judgement,) = apart[entity_of["a", "c0"]].apart
    assert (judgement.verdict, judgement.by) == ("different", "a person")
    assert judgement.reasons == ("J. Editor decided that they are not the same",)


def test_two_names_that_the_machine_keeps_apart_are_joined_with_the_person_and_the_reason() -> None:
    chains = {"a": [said("Mara Quill"), said("Otto Venn")], "b": [said("Helena Storm"), said("Otto Venn")]}
    entities, entity_of = resolved(
        decide("same", Named("Mara Quill"), Named("Helena Storm"), why="Her pen name."), **chains
    )
    assert entity_of["a", "c0"] == entity_of["b", "c0"] != entity_of["a", "c1"]
    (judgement,) = [item for item in entities[entity_of["a", "c0"]].receipt if item.by != "machine"]
    assert (judgement.left, judgement.right, judgement.by) == ("Mara Quill", "Helena Storm", "J. Editor")
    assert judgement.reasons == ("J. Editor decided that they are the same: Her pen name",)


def test_people_of_one_name_are_told_apart_by_their_articles_and_the_others_go_with_their_company() -> None:
    chains = {
        "a": [said("Daniel Marsh"), said("Ingrid Sorel")],
        "b": [said("Daniel Marsh"), said("Luca Ferrant")],
        "c": [said("Daniel Marsh"), said("Luca Ferrant")],
    }
    decision = decide("different", Named("Daniel Marsh", "a.txt"), Named("Daniel Marsh", "b.txt"))
    _, entity_of = resolved(decision, **chains)
    assert entity_of["b", "c0"] == entity_of["c", "c0"] != entity_of["a", "c0"]


def test_a_surname_alone_is_joined_and_stays_with_that_one() -> None:
    chains = {"a": [said("Mara Quill")], "b": [said("Quill")], "c": [said("Otto Quill"), said("Quill")]}
    decision = decide("same", Named("Mara Quill"), Named("Quill", "b.txt"))
    _, entity_of = resolved(decision, **chains)
    assert entity_of["b", "c0"] == entity_of["a", "c0"]


def test_a_decision_that_another_one_forbids_joins_nothing() -> None:
    chains = {"a": [said("Mara Quill")], "b": [said("Helena Storm")]}
    names = Named("Mara Quill"), Named("Helena Storm")
    entities, _ = resolved(decide("different", *names), decide("same", *names), **chains)
    assert len(entities) == 2
