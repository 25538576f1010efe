from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from generator.gazetteer.countries import country_of_demonym, country_of_name
from generator.language.training import variation
from generator.language.training.corpus import NamedArticle, NamedSentence
from generator.language.training.variation import vary_case, vary_names
from generator.language.training.variation_case import headline_case
from generator.language.training.variation_lexicons import fill, organization_words, read_rows, traditions
from generator.language.training.variation_openings import in_quotes, openings, with_dateline
from generator.language.training.variation_organizations import (
    draw_organization,
    names_with_acronyms,
    new_organizations,
)
from generator.language.training.variation_people import Cast, draw_person, is_usable
from generator.language.training.variation_places import new_people, new_place, place_parts
from generator.language.training.variation_spans import (
    NameSpan,
    NewName,
    article_names,
    indefinite_article,
    name_spans,
    rename,
    split_words,
)

ASIA_AFRICA_ARAB_SLAVIC = (
    "korean chinese hong_kong japanese vietnamese indonesian malay indian arabic slavic_east thai burmese khmer_lao "
    "mongolian filipino pakistani nepali persian afghan turkish central_asian caucasian polish czech_slovak balkan "
    "ethiopian somali west_african east_african great_lakes southern_african "
    "tibetan uyghur kurdish malagasy"
)


def seeded(seed: int) -> Random:
    return Random(seed)  # noqa: S311 (chance in training keeps no secret)


def sentence(text: str) -> NamedSentence:
    """ "Anna|B-PERSON met|O": words and labels; every word but the last two is followed by a space."""
    pairs = [word.rpartition("|")[::2] if "|" in word else (word, "O") for word in text.split()]
    words, labels = zip(*pairs, strict=True)
    return NamedSentence(words, (True,) * (len(words) - 2) + (False, True), labels)


ARTICLE = NamedArticle(
    "made_up",
    (
        sentence("Orla|B-PERSON Winslade|I-PERSON joined the Harbour|B-ORG Party|I-ORG in Norway|B-LOC on Monday ."),
        sentence("Winslade|B-PERSON and Tom|B-PERSON Winslade|I-PERSON left a Danish|B-NORP ship near Oslo|B-LOC ."),
        sentence("Orla|B-PERSON knows the Quill|B-? Affair|I-? and the Tide|B-EVENT War|I-EVENT of old times ."),
        sentence("The party thanked Winslade|B-PERSON , the Danes|B-NORP and the TLA|B-ORG for an|O old map ."),
    ),
)


@pytest.fixture
def everything(monkeypatch) -> None:
    for share in ("PEOPLE", "ORGANIZATIONS", "ORGANIZATION", "PLACES", "PLACE"):
        monkeypatch.setattr(variation, f"{share}_SHARE", 1.0)


@pytest.fixture
def nothing(monkeypatch) -> None:
    for share in ("PEOPLE", "ORGANIZATIONS", "PLACES", "DATELINE", "QUOTES", "BARE"):
        monkeypatch.setattr(variation, f"{share}_SHARE", 0.0)
    monkeypatch.setattr(variation, "vary_case", lambda words, random: tuple(words))


def assert_valid(one: NamedSentence) -> None:
    assert len(one.words) == len(one.spaces) == len(one.labels)
    assert all(word and " " not in word for word in one.words)
    before = "O"
    for label in one.labels:
        assert not label.startswith("I-") or before[2:] == label[2:], one
        before = label


def variants(count: int = 200) -> list[NamedArticle]:
    random = seeded(5)
    return [vary_names(ARTICLE, random) for _ in range(count)]


def test_labels_stay_valid_and_lengths_agree() -> None:
    for article in variants():
        for one in article.sentences:
            assert_valid(one)


def test_the_same_seed_gives_the_same_article_and_another_seed_another() -> None:
    assert vary_names(ARTICLE, seeded(3)) == vary_names(ARTICLE, seeded(3))
    assert len({vary_names(ARTICLE, seeded(seed)) for seed in range(30)}) > 10


@pytest.mark.usefixtures("nothing")
def test_nothing_changes_where_no_share_is_drawn() -> None:
    assert vary_names(ARTICLE, seeded(1)) == ARTICLE


def test_unknown_labels_and_other_types_keep_their_words() -> None:
    for article in variants():
        third = article.sentences[2]
        assert [word.lower() for word, label in zip(third.words, third.labels, strict=True) if "?" in label] == [
            "quill",
            "affair",
        ]
        assert [word.lower() for word, label in zip(third.words, third.labels, strict=True) if "EVENT" in label] == [
            "tide",
            "war",
        ]


@pytest.mark.usefixtures("everything")
def test_words_without_a_label_stay_in_their_order() -> None:
    for article in variants():
        for old, new in zip(ARTICLE.sentences, article.sentences, strict=True):
            rest = iter(word.lower() for word, label in zip(new.words, new.labels, strict=True) if label == "O")
            kept = [
                w for w, label in zip(old.words, old.labels, strict=True) if label == "O" and w not in ("a", "an", ".")
            ]
            assert all(word.lower() in rest for word in kept), new.words


@pytest.mark.usefixtures("everything")
def test_names_change_everywhere_in_an_article_and_in_the_same_way() -> None:
    for article in variants(60):
        full = article_names(article, "PERSON")
        assert not any("Winslade" in name for name in full)
        counts = Counter(span.text.lower() for one in article.sentences for span in name_spans(one))
        surname = next(span.text.lower() for span in name_spans(article.sentences[1]))
        assert counts[surname] >= 2  # the second and the last sentence


@pytest.mark.usefixtures("everything")
def test_the_number_of_names_of_each_type_stays_but_for_quotations_and_datelines(monkeypatch) -> None:
    monkeypatch.setattr(variation, "QUOTES_SHARE", 0)
    monkeypatch.setattr(variation, "DATELINE_SHARE", 0)
    expected = Counter(span.label for one in ARTICLE.sentences for span in name_spans(one))
    for article in variants(60):
        assert Counter(span.label for one in article.sentences for span in name_spans(one)) == expected


def test_a_share_of_the_articles_gets_other_people() -> None:
    changed = sum("winslade" not in str(article).lower() for article in variants(400))
    assert 0.3 < changed / 400 < 0.46


def test_surname_and_given_name_follow_the_full_name() -> None:
    for seed in range(100):
        cast = Cast(["Winslade", "Orla Winslade", "Orla", "Tom Winslade", "ORLA WINSLADE"], seeded(seed))
        new = {name: cast.new_name(name, False).text for name in ("Winslade", "Orla Winslade", "Orla", "Tom Winslade")}
        assert new["Winslade"] in new["Orla Winslade"]
        assert new["Winslade"] in new["Tom Winslade"]
        assert new["Orla"] in new["Orla Winslade"]
        assert cast.new_name("ORLA WINSLADE", False).text == new["Orla Winslade"].upper()


def test_a_particle_belongs_to_the_surname_and_a_suffix_does_not() -> None:
    cast = Cast(["Piet van Loon", "van Loon", "Ann Marsh Jr.", "Marsh"], seeded(2))
    assert cast.new_name("van Loon", False).text in cast.new_name("Piet van Loon", False).text
    assert cast.new_name("Marsh", False).text in cast.new_name("Ann Marsh Jr.", False).text


@pytest.mark.parametrize("name", ["李娜", "Agent 47", "the old man", "One Two Three Four Five Six"])
def test_what_is_not_written_as_a_name_stays(name: str) -> None:
    assert not is_usable(name)
    assert Cast([name], seeded(1)).new_name(name, False) is None


def test_titles_stay_outside_the_span() -> None:
    one = sentence("Then Winslade|B-PERSON spoke .")
    new = rename(one, lambda *_: NewName("Kim Jong-min", "Datuk Seri"))
    assert new.words == ("Then", "Datuk", "Seri", "Kim", "Jong", "-", "min", "spoke", ".")
    assert new.labels == ("O", "O", "O", "B-PERSON", "I-PERSON", "I-PERSON", "I-PERSON", "O", "O")
    assert new.spaces == (True, True, True, True, False, False, True, False, True)


@pytest.mark.usefixtures("everything")
def test_some_names_get_a_title_but_none_after_a_title_or_an_article() -> None:
    for before, expected in (("said", True), ("Gen.", False), ("the", False), ("by", True)):
        article = NamedArticle("made_up", (sentence(f"Now {before} Winslade|B-PERSON left for home ."),))
        words = [vary_names(article, seeded(seed)).sentences[0] for seed in range(150)]
        titled = [one for one in words if one.labels[:2] == ("O", "O") and "B-PERSON" not in one.labels[:3]]
        assert bool([one for one in titled if one.words[0] == "Now"]) is expected


@pytest.mark.parametrize(
    ("word", "article"),
    [
        ("Albanian", "an"),
        ("Ukrainian", "a"),
        ("Uruguayan", "a"),
        ("Ugandan", "a"),
        ("Uzbek", "an"),
        ("FBI", "an"),
        ("UN", "a"),
        ("Iraqi", "an"),
        ("European", "a"),
        ("Danish", "a"),
    ],
)
def test_the_indefinite_article_follows_its_word(word: str, article: str) -> None:
    assert indefinite_article(word) == article
    one = rename(sentence("Now a Danish|B-NORP ship came ."), lambda *_: NewName(word))
    assert one.words[1] == article


def test_every_name_is_cut_as_at_run_time() -> None:
    assert split_words("O'Neill-Asante", False) == (["O'Neill", "-", "Asante"], [False, False, False])
    assert split_words("Children's Hospital", True) == (["Children", "'s", "Hospital"], [False, True, True])


def test_every_tradition_fills_all_its_patterns_and_uses_all_its_lists() -> None:
    random = seeded(1)
    for tradition in traditions():
        used = " ".join((*tradition.patterns, "{title}"))
        own = {row[1] for row in read_rows("person_names.tsv") if row[0] == tradition.name}
        assert all(f"{{{part}}}" in used for part in own), tradition.name
        for pattern in tradition.patterns:
            assert pattern.count("[") == pattern.count("]") == 1, pattern
            assert pattern.count("<") == pattern.count(">") <= 1, pattern
            assert "{" not in fill(pattern, tradition.parts, random)


def test_every_entry_has_the_shape_of_a_name() -> None:
    lower_parts = {
        ("korean", "second"),
        ("korean", "tail"),
        ("hong_kong", "tail"),
        ("central_asian", "ending"),
        ("caucasian", "armenian"),
        ("caucasian", "azeri"),
    }
    for owner, part, cell in read_rows("person_names.tsv"):
        assert {owner} <= {"any", *(kind.name for kind in traditions())}
        assert len(cell.split(",")) >= 2, (owner, part)
        for name in cell.split(","):
            letters = name.strip().split("*")[-1]
            assert letters, (owner, part)
            assert letters.replace("'", "").replace("-", "").replace(".", "").replace(" ", "").isalpha(), (
                owner,
                letters,
            )
            particles = letters.split()[0] in ("de", "dela", "el-Rufai")
            assert letters[0].isupper() or (owner, part) in lower_parts or particles, (owner, letters)


@pytest.mark.parametrize(
    ("tradition", "shape"),
    [
        ("korean", lambda p: p.full.startswith(p.short + " ") and len(p.short) <= 5),
        ("chinese", lambda p: p.full.startswith(p.short + " ") and p.full.isascii() | ("ü" in p.full)),
        ("vietnamese", lambda p: p.full.endswith(" " + p.short)),
        ("malay", lambda p: p.full.startswith(p.short) or " bin " in p.full),
        ("spanish", lambda p: p.short in p.full and " " in p.full),
        ("ethiopian", lambda p: p.full.startswith(p.short + " ")),
        ("hungarian", lambda p: p.full.endswith(" " + p.short) and p.full.count(" ") == 1),
        ("polish", lambda p: p.full.endswith(p.short)),
    ],
)
def test_names_have_the_form_of_their_tradition(tradition, shape) -> None:
    random = seeded(4)
    people = [person for person in (draw_person(random) for _ in range(4000)) if person.tradition.name == tradition]
    assert len(people) > 10
    for person in people:
        assert shape(person), person


def test_most_names_are_of_asia_africa_arabs_and_slavs() -> None:
    names = set(ASIA_AFRICA_ARAB_SLAVIC.split())
    weights = {tradition.name: tradition.weight for tradition in traditions()}
    assert names <= weights.keys()
    share = sum(weights[name] for name in names) / sum(weights.values())
    assert 0.55 < share < 0.7


def test_a_long_name_gives_its_short_form_to_its_first_word() -> None:
    found = 0
    for seed in range(200):
        new = new_organizations(["Quillmark", "Quillmark Steel Corp."], frozenset(), 1, seeded(seed))
        found += new["Quillmark"] != "Quillmark" and new["Quillmark Steel Corp."].startswith(new["Quillmark"])
    assert found > 100


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Quill University", ("niversit", "ollege", "Institute", "School", "Cent", "Academ", "Polytechnic")),
        ("Quill Police", ("Police", "Constabulary", "Sheriff", "Gendarmerie", "Investigation", "Branch")),
        ("Quill Hospital", ("Hospital", "Clinic", "Medical")),
    ],
)
def test_an_organization_is_replaced_by_one_of_its_kind(name: str, words: tuple[str, ...]) -> None:
    for seed in range(60):
        assert any(word in new_organizations([name], frozenset(), 1, seeded(seed))[name] for word in words)


def test_an_acronym_is_replaced_by_an_acronym() -> None:
    for seed in range(60):
        assert new_organizations(["TLA"], frozenset(), 1, seeded(seed))["TLA"].replace("-", "").isupper()


def test_names_that_the_article_explains_by_their_acronym_stay() -> None:
    one = sentence("The Tide|B-ORG League|I-ORG ( TL|B-ORG ) met .")
    kept = names_with_acronyms(NamedArticle("made_up", (one,)))
    assert kept == {"Tide League", "TL"}
    assert new_organizations(["Tide League", "TL"], kept, 1, seeded(1)) == {}


def test_every_list_of_organizations_is_used_and_every_pattern_can_be_filled() -> None:
    patterns = " ".join(row[3] for row in read_rows("organizations.tsv"))
    others = " ".join(row[1] for row in read_rows("place_forms.tsv"))
    assert all(f"{{{name}}}" in patterns + others for name in organization_words())
    random = seeded(2)
    names = [draw_organization(random) for _ in range(2000)]
    assert len(set(names)) > 1500
    assert not any(sign in name for name in names for sign in "{}[]")


def test_a_country_is_replaced_by_a_country_and_a_town_by_a_place() -> None:
    for seed in range(60):
        assert country_of_name(new_place("Norway", seeded(seed)))
        assert new_place("Oslo", seeded(seed)) in (*place_parts()["city"], *place_parts()["region"])
        assert "River" in new_place("Quill River", seeded(seed)) or "Creek" in new_place("Quill River", seeded(seed))
        assert new_place("Quillmarsh", seeded(seed)) is None


def test_a_people_is_replaced_by_a_people_and_an_adjective_by_an_adjective() -> None:
    for seed in range(60):
        assert new_people("Danes", seeded(seed)) in place_parts()["people"]
        assert new_people("Danish", seeded(seed)) in place_parts()["adjective"]
        assert country_of_demonym(new_people("Danish", seeded(seed)))
        assert new_people("Quillish", seeded(seed)) is None


def test_a_place_after_the_definite_article_stays(everything) -> None:
    article = NamedArticle("made_up", (sentence("Now the Netherlands|B-LOC are near ."),))
    assert all("NETHERLANDS" in str(vary_names(article, seeded(seed))).upper() for seed in range(40))


def test_headlines_raise_all_but_small_words() -> None:
    words = ("ministers", "of", "the", "north", "do", "n't", "agree", "on", "iPads", "to", "sign", "for", ".")
    assert headline_case(words) == (
        "Ministers",
        "of",
        "the",
        "North",
        "Do",
        "n't",
        "Agree",
        "on",
        "IPads",
        "to",
        "Sign",
        "For",
        ".",
    )


def test_case_changes_one_word_for_one_and_only_upwards() -> None:
    words = ("Straße", "and", "kings", "of", "old", "went", "home", ".")
    seen = {vary_case(words, seeded(seed)) for seed in range(400)}
    assert len(seen) == 3
    for new in seen:
        assert [word.lower() for word in new] == [word.lower() for word in words]


def test_long_and_tiny_sentences_keep_their_case() -> None:
    for words in (("two", "words"), ("word",) * 60):
        assert {vary_case(words, seeded(seed)) for seed in range(200)} == {words}


def test_datelines_have_labelled_places_in_front_of_the_whole_sentence() -> None:
    one = sentence("Ships left port on Monday .")
    labels: Counter[str] = Counter()
    for seed in range(200):
        new = with_dateline(one, seeded(seed))
        assert_valid(new)
        assert new.words[-len(one.words) :] == one.words
        assert new.spaces[-len(one.words) :] == one.spaces
        assert not any("<" in word or ";" in word for word in new.words)
        labels.update(label for label in new.labels if label != "O")
    assert labels["B-LOC"] > 180
    assert labels["B-ORG"] > 80


def test_quotation_marks_and_speakers() -> None:
    one = sentence("We left the port on Monday .")
    speakers = 0
    for seed in range(200):
        new = in_quotes(one, seeded(seed))
        assert_valid(new)
        assert new.words[0] == '"'
        assert new.words.count('"') == 2
        assert new.words[1:7] == one.words[:6]
        speakers += "B-PERSON" in new.labels
        assert not any("<" in word or ";" in word for word in new.words)
    assert 60 < speakers < 160


def test_a_sentence_with_quotation_marks_or_without_an_end_gets_none() -> None:
    for text in ('We left the " port " .', "We left the port"):
        one = sentence(text)
        assert in_quotes(one, seeded(1)) == one


def test_openings_name_every_list_they_use() -> None:
    assert {"agency", "month", "day", "dash", "dateline", "verb", "verb_first", "reporter"} == set(openings())


def test_spans_and_texts() -> None:
    one = replace(
        sentence("Kim|B-PERSON Jong|I-PERSON -|I-PERSON min|I-PERSON Oslo|B-LOC Quill|B-? ."),
        spaces=(True, False, False, True, True, True, True),
    )
    assert list(name_spans(one)) == [NameSpan(0, 4, "PERSON", "Kim Jong-min"), NameSpan(4, 5, "LOC", "Oslo")]


def test_a_particle_gets_a_capital_at_the_beginning_of_a_sentence_only() -> None:
    new = rename(sentence("Orla|B-PERSON met Tom|B-PERSON ."), lambda *_: NewName("von der Linden"))
    assert new.words == ("Von", "der", "Linden", "met", "von", "der", "Linden", ".")


def test_the_first_sentence_loses_its_full_stop_at_times(monkeypatch) -> None:
    monkeypatch.setattr(variation, "BARE_SHARE", 1 - variation.DATELINE_SHARE)
    monkeypatch.setattr(variation, "QUOTES_SHARE", 0)
    ends = [vary_names(ARTICLE, seeded(seed)).sentences for seed in range(100)]
    assert sum(sentences[0].words[-1].lower() == "monday" for sentences in ends) > 70
    assert all(sentences[1].words[-1] == "." for sentences in ends)
    assert sum("Joined" in sentences[0].words for sentences in ends) > 20
