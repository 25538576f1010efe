"""Articles unlike any article: the line holds, and says nothing that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import Built, build, conclude, ingest
from generator.compile.site import Site
from generator.config import Config
from generator.model import KnowledgeBase
from tests.invariants import check_knowledge, check_pages

PLAIN = "The council of Lowmere approved a new ferry on Tuesday. Mayor Edda Vance said it would open in May."
FIRST = (
    "Ada",
    "Ben",
    "Cleo",
    "Dov",
    "Elin",
    "Finn",
    "Gita",
    "Hugo",
    "Ines",
    "Jory",
    "Kaia",
    "Lars",
    "Mina",
    "Nils",
    "Olga",
)
LAST = ("Arden", "Brook", "Cole", "Dunmore", "Eastly", "Farrow", "Garland", "Hartwell", "Ibsen", "Jarrow", "Kestrel",
        "Larkin", "Marlow", "Norwood", "Oakes", "Penrose", "Quill", "Ravenhill", "Selwyn", "Thorne")  # fmt: skip
NAMES = [f"{first} {last}" for last in LAST for first in FIRST]


def _live_blog() -> str:
    lines = [f"{9 + n // 60:02}:{n % 60:02} Edda Vance, Lowmere's mayor, spoke to {NAMES[n % 20]}." for n in range(200)]
    return "\n\n".join(lines)


def _table() -> str:
    rows = [f"| {place} | {NAMES[place * 7]} | {3 * place + 1}:{place % 4} | {90 - place} |" for place in range(1, 30)]
    return "\n".join(["| Rank | Runner | Time | Points |", "| --- | --- | --- | --- |", *rows])


def _long() -> str:
    verbs = ("met", "criticized", "praised", "visited", "sued")
    paragraphs = []
    for n in range(120):
        left, right = NAMES[n % 23 * 13], NAMES[(n * 7 + 5) % 23 * 13]
        day = f"{n % 28 + 1} June 2021"
        paragraphs.append(
            f"{left}, who runs a shipyard near Lowmere, {verbs[n % 5]} {right} on {day}. “We counted {n + 2} boats in the"
            f" harbor,” {left.split()[1]} said, and she added that nobody had expected so many of them."
            f" {'In the old days, with a small crew, the boats of the long summer were white, and the men of the quay were proud of them. ' * 2}"
        )
    return "\n\n".join(paragraphs)


ODD = {
    "word.txt": "Rain",
    "verbless.txt": "---\ntitle: A quiet evening\n---\nA quiet evening in Lowmere, without wind, without boats, without a word from Mayor Edda Vance.",
    "capitals.txt": "LOWMERE COUNCIL APPROVES FERRY\n\nTHE COUNCIL OF LOWMERE APPROVED A NEW FERRY ON TUESDAY, MAYOR EDDA VANCE SAID. “WE ARE PROUD OF IT,” SHE TOLD REPORTERS IN LISBON.",
    "small.txt": "the council of lowmere approved a new ferry on tuesday, mayor edda vance said. “we are proud of it,” she told reporters in lisbon.",
    "interview.md": "---\ntitle: Five questions for Edda Vance\n---\nQ: Why a ferry?\n\nA: Because the bridge is old. It was built in 1931.\n\nQ: Who pays for it?\n\nA: Lowmere does, and Osk Tarn does.\n\nQ: When?\n\nA: In May.",
    "live.md": f"---\ntitle: Council meeting, live\ndate: 2021-06-04\n---\n{_live_blog()}",
    "table.md": f"---\ntitle: Results of the Lowmere run\n---\n{_table()}",
    "long.txt": f"---\ntitle: A summer of boats\ndate: 2021-07-01\n---\n{_long()}",
    "poem.txt": "---\ntitle: Harbor\n---\n" + "Still the harbor sleeps under Lowmere while Edda Vance counts boats".replace(" ", "\n"),
    "quotations.txt": "---\ntitle: In their words\n---\n“The ferry is ours,” “We built it,” “Nobody helped us.”\n\n“It cost $3 million.”\n\n‘I never said “never”,’\n\n“An open end, and",
    "crowd.txt": f"---\ntitle: Guests of the evening\n---\nAmong the guests in Lowmere were {', '.join(NAMES[:-1])} and {NAMES[-1]}, the mayor said.",
    "same-title-a.txt": f"---\ntitle: Same words above\npublisher: Alder Times\n---\n{PLAIN} He was not asked.",
    "same-title-b.txt": "---\ntitle: Same words above\npublisher: Beta Post\n---\nA flood closed the road between Osk Tarn and Lowmere on Monday, police said.",
    "copies/one.txt": f"---\ntitle: A ferry for Lowmere\npublisher: Alder Times\n---\n{PLAIN} It was a long debate.",
    "copies/two.txt": f"---\ntitle: A ferry for Lowmere\npublisher: Beta Post\n---\n{PLAIN} It was a long debate.",
    "copies/three.txt": f"---\ntitle: A ferry for Lowmere\n---\n{PLAIN} It was a long debate.",
    "markup.txt": f"---\ntitle: 'Mayor: # [x](y) {{{{ }}}} <b> -- *z*'\npublisher: '[Beta](x) <i>Post</i> | {{: .c }}'\n---\n{PLAIN} “<b>Bold</b> [x](y) {{{{ y }}}},” Vance said.",
    "reserved.txt": "---\ntitle: Nul\npublisher: Con\n---\nNul met Con in Index. Mr Nul told Ms Con that Index was far. Nul and Con left. Prime Minister Con thanked the Index Group. The Index Group praised Con.",
    "slugs.txt": "---\ntitle: index\npublisher: Index\n---\nLowmere beat Osk Tarn. Lowmere, a club from Lowmere, thanked Lowmere Council. Ada Osk-Tarn met Ada Osk Tarn in Osk Tarn. ADA OSK TARN spoke.",
    "scripts.txt": "---\ntitle: A visit from afar\nlanguage: en\n---\nThe poet محمود درويش met Лев Толстой and 鲁迅 in Lowmere on Tuesday. “Welcome,” said Лев Толстой. Mr درويش thanked 鲁迅先生, and Παύλος Μελάς and दिल्ली were named too. Zoë Ångström—Łukasz’s friend—read 🎉👩‍👩‍👧 aloud.",
    "signs.txt": "---\ntitle: '???'\n---\n?!? ... --- *** ### @@@ €€€ 100 %% 5,,5 1/0 “” ‘’ «» () [] {}\n\n“\n\n”\n\n$ £5 5£ 12,34,56.78.90 -0 ½ ٣ 五 1e999 99999999999999999999999999 %",
    "dates.txt": "---\ntitle: Dates\ndate: 2024-02-29\n---\nOn 31 February 2023 and on 99 May 20000, at 25:61, in the year 0, Ana Osk left. On 30 February she came. In 1900s-2000s, 13/13/2013, the 45th of June, next last Friday, a million years ago, in 9999999 days, it rained.",
    "unbroken.txt": "---\ntitle: Unbroken\n---\n" + "a" * 30_000 + " " + "Na" * 5_000 + " said “" + "word " * 500,
    "nested.txt": "---\ntitle: Nested\n---\n" + "“He said ‘" * 150 + "no" + "’ she said.”" * 150 + " " + "((((" * 200 + "))))" * 200,
    "clauses.txt": "---\ntitle: Clauses\n---\nAna Osk said " + "that Ben Cole said " * 150 + "that it rained and " + "the man who met " * 150 + "her left.",
    "dutch.txt": "---\ntitle: Veerboot\n---\nDe gemeenteraad van Lowmere heeft dinsdag ingestemd met een nieuwe veerboot, zei burgemeester Vance na een debat van zes uur over de kosten.",
    "untitled.txt": "Edda Vance left.",
}  # fmt: skip


def _config(folder: Path, **options: object) -> Config:
    return Config(seeds=folder / "seeds", content=folder / "content", cache=folder / "cache", **options)


def _built(folder: Path, articles: dict[str, str], **options: object) -> tuple[Built, KnowledgeBase]:
    for path, text in articles.items():
        (folder / "seeds" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "seeds" / path).write_text(text, encoding="utf-8")
    config = _config(folder, **options)
    outcome = build(config)
    kb = conclude(*ingest(config), config)
    check_knowledge(kb)
    check_pages(config.content, kb, config)
    return outcome, kb


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, KnowledgeBase]:
    return _built(tmp_path_factory.mktemp("odd"), ODD, source_text="full")


def _of(kb: KnowledgeBase, path: str) -> str:
    return next(key for key, article in kb.articles.items() if article.path == path)


def test_every_odd_article_is_read_or_refused_with_a_reason(odd: tuple[Built, KnowledgeBase]) -> None:
    outcome, kb = odd
    read = {article.path for article in kb.articles.values()}
    refused = {problem.path for problem in outcome.problems if problem.fatal}
    assert read | refused == set(ODD)
    assert not read & refused
    assert refused <= {"signs.txt", "table.md", "unbroken.txt", "nested.txt"}
    assert len(kb.articles) == outcome.articles


def test_three_copies_are_one_source(odd: tuple[Built, KnowledgeBase]) -> None:
    _, kb = odd
    copies = {path: kb.articles[_of(kb, path)].copy_of for path in ODD if path.startswith("copies/")}
    assert sum(original is None for original in copies.values()) == 1


def test_two_articles_with_one_title_are_two(odd: tuple[Built, KnowledgeBase]) -> None:
    _, kb = odd
    assert _of(kb, "same-title-a.txt") != _of(kb, "same-title-b.txt")


def test_the_crowd_is_counted(odd: tuple[Built, KnowledgeBase]) -> None:
    _, kb = odd
    found = {mention.span.text for mention in kb.extractions[_of(kb, "crowd.txt")].mentions}
    assert len(found & set(NAMES)) > 200


@pytest.mark.parametrize("text", ["Rain", "Edda Vance left.", ODD["markup.txt"]], ids=["word", "sentence", "markup"])
def test_one_article_alone(tmp_path: Path, text: str) -> None:
    outcome, kb = _built(tmp_path, {"only.txt": text})
    assert (outcome.articles, len(kb.articles)) == (1, 1)


def test_an_empty_folder_gives_a_site_without_articles(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    outcome, kb = _built(tmp_path, {})
    assert (outcome.articles, kb.entities, kb.events) == (0, {}, {})


def test_a_folder_of_bad_files_gives_a_site_that_names_them(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "binary.txt").write_bytes(bytes(range(256)))
    _, kb = _built(tmp_path, {"empty.md": "", "blank.html": " \n", "marks.txt": "\ufeff"})
    assert {problem.path for problem in kb.problems} == {"binary.txt", "empty.md", "blank.html", "marks.txt"}
    assert "binary.txt" in (tmp_path / "content" / "method.md").read_text(encoding="utf-8")


STORY = (
    "Transport Minister Lidia Moreau opened a new bridge in Lisbon on Friday. “This bridge will bring the two banks of the"
    " river together,” Moreau told reporters after the ceremony. About 3,000 people attended the opening, the Harbor Company"
    " of Lowmere said in a statement published later. Moreau met the mayor of the city, Tomas Keller, before the opening and"
    " thanked the workers who had built it. The bridge was designed by Edda Vance, an engineer from Osk Tarn who has worked"
    " in Lisbon for twenty years. “We finished it two months early,” Vance said, and she added that nobody had been hurt."
    " The Harbor Company will take over the ferry in May, Keller said."
)


def test_evidence_of_a_copy_whose_sentences_count_differently_leads_to_its_own_words(tmp_path: Path) -> None:
    articles = {
        "a.txt": f"---\ntitle: Minister opens bridge\ndate: 2023-05-12\n---\n{STORY}",
        "b.txt": f"---\ntitle: New bridge for Lisbon\ndate: 2023-05-13\n---\nThe news came late. {STORY}",
    }
    _, kb = _built(tmp_path, articles)
    original, copy = _of(kb, "a.txt"), _of(kb, "b.txt")
    assert kb.articles[copy].copy_of == original
    site = Site(kb, _config(tmp_path))
    first, *others = kb.extractions[copy].sentences
    assert site.place_of(copy, first.id) == (copy, first.id)
    assert "#" not in site.sentence_link("index.md", copy, first.id)
    for sentence in others:
        assert kb.sentence(*site.place_of(copy, sentence.id)).span.text == sentence.span.text
