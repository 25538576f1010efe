"""Hostile text in every field of articles, through the whole line and the real MkDocs: shown verbatim, never active."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import frontmatter
import pytest
import yaml
from lxml import html as lxml_html

from generator.build import build, conclude, ingest
from generator.config import Config
from generator.slugs import short_hash
from tests.corpus import write_corpus
from tests.invariants import check_knowledge, check_pages

ROOT = Path(__file__).parents[1]
PAYLOADS = {
    "tag": [
        "<script>alert(1)</script>", "<img src=x>", "<iframe src=//evil.example></iframe>", "<svg><script>1</script></svg>",
        "<style>*{display:none}</style>", "<base href=//evil.example>", "<form action=//evil.example><input></form>",
        "<link rel=stylesheet href=//evil.example/x.css>", "<meta http-equiv=refresh content=0>", "<!-- hidden -->",
        "<![CDATA[x]]>", "<?php echo 1 ?>", "</p></div></main>", "<details open>", "<a id=__search>",
    ],
    "handler": [
        '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", '" autofocus onfocus=alert(1) x="',
        "<svg/onload=alert(1)>", "<body onpageshow=alert(1)>", "<b onclick=alert(1)>bold</b>",
    ],
    "scheme": [
        "[x](javascript:alert(1))", "[x](JaVaScRiPt&#58;alert(1))", "<javascript:alert(1)>", "[x](data:text/html,<b>)",
        "[x](vbscript:x)", "![x](//evil.example/x.png)", "<https://evil.example>", "https://evil.example/path", "www.evil.example",
    ],
    "markdown": [
        "[cite-1]: //evil.example 'x'", "[x][cite-1]", "[^1]: note", "*[Lowmere]: hijacked", "{: onclick=alert(1) .x }",
        "{ #s0 .hijack }", "--8<-- 'mkdocs.yml'", "`code` **bold** __bold__ ~~x~~", "# heading", "> quoted", "| a | b |",
        "!!! note", "??? note", "=== tab", ":material-home: :smile:", "[TOC]", "* item", "1. item", "\\[x\\](y)", "$$x$$ \\(y\\)",
        "==mark== ^^ins^^ H~2~O", "++ctrl++", "&lt;b&gt; &#60;b&#62; &amp;", "x](y.md) [z", "---", "[[wiki]]",
    ],
    "template": ["{{ config }}", "{% include 'x' %}", "{# x #}", "${7*7}", "<%= 7 %>", "{{''.__class__}}", "#{7*7}"],
    "closing": ["</script><script>alert(1)</script>", "</title><b>", "]]>", "-->", "</textarea>", "</sup></span>"],
    "control": [
        "a\u202eb", "a\u2066b\u2069", "a\u0002klzzwxh:0001\u0003b", "a\ufeffb", "a\u200bb", "a\x1b[31mb", "a\x07b", "a\u2028b",
        "Р\u0430ypal", "ｆｕｌｌ",
    ],
    "yaml": [
        "!!python/object/apply:os.system [x]", "&a [*a]", "key: value # comment", "'single' \"double\"", "@at %percent", "- a: b",
        "? x", "null ~ true", "2024-01-01: x", "{a: b}", "|-", "[unclosed",
    ],
}  # fmt: skip
ALL = [(kind, number, text) for kind, texts in PAYLOADS.items() for number, text in enumerate(texts)]
OWN_SCRIPTS = ("../", "assets/", "./")
ACTIVE = {"iframe", "object", "embed", "base", "frame", "applet", "marquee", "video", "audio", "portal"}


def _article(number: int, payload: str) -> str:
    """An invented article with the payload in each of its fields."""
    meta = {
        "title": f"Title {payload} of {number}",
        "publisher": f"Outlet {payload}",
        "authors": [f"Writer {payload}"],
        "agency": f"Agency {payload}",
        "url": f"https://alder.example/{number}?q={payload}",
        "date": f"2023-0{number % 9 + 1}-12",
        "language": "en",
    }
    body = (
        f"Transport Minister Lidia {payload} Moreau {number} opened a bridge in Port {payload} Marin on Friday.\n\n"
        f"“This bridge {payload} will bring the two banks together,” Moreau said. About 3,000 people {payload} came.\n\n"
        f"{payload} was what Mayor Tomas Keller of the Harbor {payload} Company told reporters in Lisbon. "
        + " ".join(f"Word{number}x{n}" for n in range(9))
        + " closed the list."
    )
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n{body}\n"


def _shown(text: str) -> str:
    """Text as a reader sees it: without controls and invisible signs, white space folded."""
    text = "".join(" " if char.isspace() else char for char in text)
    kept = "".join(c for c in text if unicodedata.category(c) not in {"Cc", "Cf", "Cs"})
    return " ".join(kept.split())


def _bytes(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `seeds`, `content` and `site`, built from an article for each payload."""
    folder = tmp_path_factory.mktemp("hostile")
    write_corpus(folder / "seeds", {f"{kind}-{n}.txt": _article(i, text) for i, (kind, n, text) in enumerate(ALL)})
    build(_config(folder))
    (folder / "mkdocs.yml").write_text(_mkdocs(plugin=False), encoding="utf-8")
    done = _run_mkdocs(folder, "--strict", "--quiet")
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def _config(folder: Path) -> Config:
    return Config(folder / "seeds", folder / "content", folder / "cache", source_text="full")


def _mkdocs(plugin: bool) -> str:
    options = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    options["plugins"] = [item for item in options["plugins"] if plugin or "concordance" not in item]
    options["theme"]["custom_dir"] = str(ROOT / options["theme"]["custom_dir"])
    return yaml.safe_dump(options)


def _run_mkdocs(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "COLUMNS": "500"}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=170, env=quiet)


@pytest.fixture(scope="module")
def trees(folder: Path) -> dict[str, lxml_html.HtmlElement]:
    return {
        path.relative_to(folder / "site").as_posix(): lxml_html.fromstring(path.read_bytes())
        for path in sorted((folder / "site").rglob("*.html"))
    }


def test_the_payloads_are_many_and_of_every_class() -> None:
    assert len(ALL) >= 60
    assert all(len(texts) >= 6 for texts in PAYLOADS.values())


def test_no_page_holds_anything_active_that_is_not_the_themes_own(trees) -> None:
    own = {_scripts(tree) for path, tree in trees.items() if path == "method/index.html"}
    assert len(own) == 1
    for path, tree in trees.items():
        assert path == "404.html" or {_scripts(tree)} == own, path
        for element in tree.iter():
            if not isinstance(element.tag, str):
                assert "evil" not in str(element.text), path
                continue
            assert element.tag not in ACTIVE, (path, element.tag)
            assert not [name for name in element.attrib if name.startswith("on")], (path, dict(element.attrib))


def _scripts(tree: lxml_html.HtmlElement) -> tuple[str, ...]:
    """The scripts and styles of a page, without the way up to the root of the site, which differs by depth."""
    elements = tree.xpath("//script|//style|//link[@rel='stylesheet']")
    words = (f"{e.tag}:{e.get('src') or e.get('href') or ''}:{e.text or ''}" for e in elements)
    return tuple(re.sub(r"\.\.?(/\.\.)*/?(?=[\"a-z])", "", each) for each in words)


def test_no_link_leads_elsewhere_than_to_a_page_or_the_original(trees) -> None:
    for path, tree in trees.items():
        for element in tree.xpath("//*[@href or @src or @action or @formaction or @srcset or @data or @poster]"):
            for name in ("href", "src", "action", "formaction", "srcset", "data", "poster"):
                value = element.get(name, "")
                scheme = value.partition(":")[0].lower().strip() if ":" in value.partition("/")[0] else ""
                assert not value.startswith("//"), (path, value)
                if scheme:
                    assert (element.tag, name) == ("a", "href"), (path, element.tag, value)
                    assert value.startswith(("https://alder.example/", "https://squidfunk.github.io/")), (path, value)
                assert "evil.example" not in value or value.startswith("https://alder.example/"), (path, value)


def test_every_title_is_shown_word_for_word(folder, trees) -> None:
    config = _config(folder)
    articles, _ = ingest(config)
    for article in articles:
        tree = trees[f"sources/{article.id}/index.html"]
        kind, _, number = article.path.removesuffix(".txt").rpartition("-")
        payload = next(text for k, n, text in ALL if (k, str(n)) == (kind, number))
        words = _shown(" ".join(tree.find(".//article").text_content().split()))
        for field in (article.title, article.publisher, *article.authors, article.agency):
            assert _shown(str(field)) in words, (article.path, field)
        heading = tree.xpath("//h1")[0].text_content()
        assert _shown(payload) in _shown(heading), (article.path, heading)
        assert _shown(payload) in _shown(tree.findtext(".//title") or ""), article.path


def test_every_sentence_is_shown_word_for_word(folder, trees) -> None:
    config = _config(folder)
    kb = conclude(*ingest(config), config)
    check_knowledge(kb)
    check_pages(config.content, kb, config)
    for article in kb.articles.values():
        tree = trees[f"sources/{article.id}/index.html"]
        shown = {e.get("id"): _shown(e.text_content()) for e in tree.xpath("//span[contains(@class, 'sentence')]")}
        for sentence in kb.extractions[article.id].sentences:
            if sentence.id in shown:
                assert shown[sentence.id] == _shown(sentence.span.text), article.path
        assert len(shown) >= 2, article.path


def test_nothing_is_written_beside_the_pages(folder) -> None:
    assert {path.name for path in folder.iterdir()} == {"seeds", "content", "cache", "site", "mkdocs.yml"}
    assert all(path.suffix in {".md", ".json"} for path in (folder / "content").rglob("*") if path.is_file())
    assert not any(path.is_symlink() for path in (folder / "content").rglob("*"))
    for path in (folder / "content").rglob("*.md"):
        assert path.relative_to(folder / "content").as_posix().isascii()
        assert set(frontmatter.loads(path.read_text(encoding="utf-8")).metadata) <= {
            "title", "description", "kicker", "kind", "search"
        }, path  # fmt: skip


def test_what_is_no_plain_file_is_refused_and_the_rest_is_built(tmp_path: Path) -> None:
    seeds = write_corpus(tmp_path / "seeds")
    outside = write_corpus(
        tmp_path / "outside", {"secret.md": "The secret of Osk Tarn is told here, in a file outside."}
    )
    (seeds / "passwd.txt").symlink_to("/etc/passwd")
    (seeds / "folder").symlink_to(outside, target_is_directory=True)
    (seeds / "loop").symlink_to(seeds, target_is_directory=True)
    (seeds / "self.md").symlink_to(seeds / "self.md")
    (seeds / "gone.md").symlink_to(tmp_path / "nowhere.md")
    os.mkfifo(seeds / "pipe.txt")
    (seeds / "x.md").mkdir()
    (seeds / os.fsdecode(b"bad-\xff.txt")).write_text("Edda Vance of Osk Tarn left Lisbon on Friday, she said.")
    (seeds / os.fsdecode(b"bad-\xfe.txt")).write_text("Edda Vance of Osk Tarn left Lowmere on Monday, she said.")
    (seeds / "line\nbreak \x1b[31m <b>.txt").write_text("Edda Vance of Osk Tarn left Marin on Sunday, she said.")
    config = _config(tmp_path)
    outcome = build(config)
    refused = {problem.path for problem in outcome.problems if problem.fatal}
    assert refused == {"passwd.txt", "folder", "loop", "self.md", "gone.md", "pipe.txt"}
    assert all(problem.remedy for problem in outcome.problems)
    kb = conclude(*ingest(config), config)
    assert len(kb.articles) == outcome.articles == 5
    check_knowledge(kb)
    check_pages(config.content, kb, config)
    pages = "".join(path.read_text(encoding="utf-8") for path in config.content.rglob("*.md"))
    assert "root:" not in pages
    assert "secret of Osk Tarn" not in pages
    exported = tmp_path / "kb.json"
    command = ["export", "--seeds", str(seeds), "--cache", str(config.cache), "--output", str(exported)]
    done = subprocess.run([sys.executable, "-m", "generator", *command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert exported.read_text(encoding="utf-8")
    assert "\x1b" not in done.stderr


def test_names_that_are_no_unicode_have_hashes_of_their_own() -> None:
    assert short_hash("a\udcff") != short_hash("a\udcfe")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_corpus(tmp_path / "seeds")
    (tmp_path / "seeds" / "broken.txt").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text(_mkdocs(plugin=True), encoding="utf-8")
    return tmp_path


def test_mkdocs_warns_of_a_broken_article_and_builds_the_others(project: Path) -> None:
    done = _run_mkdocs(project)
    warnings = [line for line in done.stderr.splitlines() if line.startswith("WARNING")]
    assert done.returncode == 0
    assert len(warnings) == 1
    assert "broken.txt: The file is binary, not text. Save it as UTF-8 text." in warnings[0]
    assert (project / "site" / "entities" / "lidia-moreau" / "index.html").is_file()


def test_strict_mkdocs_stops_at_a_broken_article_without_a_traceback(project: Path) -> None:
    done = _run_mkdocs(project, "--strict")
    said = [line for line in done.stderr.splitlines() if line.strip() and not line.startswith("INFO")]
    assert done.returncode == 1
    assert "broken.txt" in said[0]
    assert "Traceback" not in done.stderr
    assert len(said) == 1, said
    assert "Aborted with 1 warnings in strict mode" in done.stdout + done.stderr
