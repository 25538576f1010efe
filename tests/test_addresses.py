"""Addresses for ever: whatever is added, edited, moved or taken out, an address that was published answers."""

from __future__ import annotations

import subprocess
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urldefrag

import frontmatter
import markdown
import pytest
import yaml
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

from generator.build import Built, addresses_line, build
from generator.cli import main
from generator.compile import compile_moved, compile_pages, render_page
from generator.config import Config
from generator.history import HISTORY, hold, read_history, settle, write_history
from generator.model import Address, KnowledgeBase
from generator.resolve import resolve
from generator.write import Written
from tests.invariants import EXTENSIONS, Links
from tests.news import FORMS, newsroom

ROOT = Path(__file__).parents[1]
INDEXES = {f"{kind}/index.md" for kind in ("entities", "events", "figures", "publishers", "sources")}
CONFIG = Config(min_mentions=1)
# What becomes of one article: its next form, or None (taken out).
STEPS = st.lists(
    st.sampled_from([(name, form) for name, forms in sorted(FORMS.items()) for form in (None, *range(len(forms)))]),
    min_size=3,
    max_size=9,
)
QUICK = settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def _knowledge(state: dict[str, int]) -> KnowledgeBase:
    return resolve(*newsroom(sorted(state.items())), (), CONFIG)


def _through(past: dict[str, Address], kb: KnowledgeBase, folder: Path) -> dict[str, Address]:
    """The history after a build of `kb`, by way of its file. Checks what must hold after every build."""
    now = settle(past, kb)
    pages = {page.path for page in compile_pages(kb, CONFIG)}
    assert set(past) <= set(now.addresses)
    assert {path for path, address in now.addresses.items() if address.to is None} == pages - INDEXES - {
        "index.md",
        "method.md",
    }
    moved = {each.path: each for each in now.moved}
    assert set(moved) == {path for path, address in now.addresses.items() if address.to is not None}
    for path, each in moved.items():
        assert path not in pages
        assert each.to[0] == now.addresses[path].to
        assert each.to[0] in pages, (path, each)
        assert {other for other, _ in each.others} <= pages - {each.to[0]}
        _leads(render_page(compile_moved(each)), path, each.to[0], pages)
    (folder / HISTORY).parent.mkdir(exist_ok=True)
    (folder / HISTORY).write_text(write_history(now.addresses), encoding="utf-8")
    assert read_history(folder) == now.addresses
    assert settle(now.addresses, kb) == now
    return dict(now.addresses)


def _leads(text: str, path: str, to: str, pages: set[str]) -> None:
    found = Links(markdown.markdown(frontmatter.loads(text).content, extensions=EXTENSIONS))
    targets = [normpath(join(dirname(path), target)) for target in found.targets]
    assert targets[0] == to
    assert set(targets) <= pages


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("history")


@QUICK
@given(steps=STEPS)
def test_an_address_once_published_is_a_page_or_leads_to_one_whatever_is_added_edited_or_taken_out(
    folder: Path, steps: list[tuple[str, int | None]]
) -> None:
    past: dict[str, Address] = {}
    state: dict[str, int] = {}
    for name, form in steps:
        state = {key: value for key, value in state.items() if key != name} | ({} if form is None else {name: form})
        past = _through(past, _knowledge(state), folder)


@settings(QUICK, max_examples=8)
@given(order=st.permutations(sorted(FORMS)))
def test_adding_articles_in_any_order_ends_with_the_same_pages(folder: Path, order: list[str]) -> None:
    past: dict[str, Address] = {}
    for number in range(1, len(order) + 1):
        kb = _knowledge(dict.fromkeys(order[:number], 0))
        past = _through(past, kb, folder)
    live = {path: address for path, address in past.items() if address.to is None}
    assert live == settle({}, _knowledge(dict.fromkeys(FORMS, 0))).addresses


def test_an_article_that_is_retitled_or_moved_is_followed_and_so_is_what_it_tells(folder: Path) -> None:
    first = _knowledge({"bridge": 0, "race": 0})
    past = settle({}, first).addresses
    (old,) = (path for path in hold(first) if path.startswith("sources/lidia"))
    for form in (1, 2):
        kb = _knowledge({"bridge": form, "race": 0})
        moved = {each.path: each for each in settle(past, kb).moved}
        assert moved[old].is_same
        assert "keller" not in moved[old].to[0]
        assert all(each.is_same for each in moved.values() if each.path.startswith(("events/", "publishers/"))), moved


def test_an_article_taken_out_and_put_back_leaves_no_trace() -> None:
    whole = settle({}, _knowledge({"bridge": 0, "race": 0})).addresses
    without = settle(whole, _knowledge({"race": 0}))
    assert any(not each.is_same for each in without.moved)
    assert settle(without.addresses, _knowledge({"bridge": 0, "race": 0})).addresses == whole


def test_what_an_only_article_told_leads_to_the_index_and_says_so() -> None:
    past = settle({}, _knowledge({"race": 0, "strike": 0})).addresses
    moved = {each.path: each for each in settle(past, _knowledge({"strike": 0})).moved}
    gone = moved["entities/edda-keller.md"]
    assert (gone.to[0], gone.is_same) == ("entities/index.md", False)
    page = render_page(compile_moved(gone))
    assert "no article carries it any more" in page
    assert "\nmoved:" not in page


def _site(folder: Path) -> set[str]:
    """Build the site of the content in `folder`; gives the paths of its pages."""
    options = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    options["plugins"] = ["search"]
    options |= {"docs_dir": str(folder / "content"), "site_dir": str(folder / "site"), "strict": True}
    options |= {"site_url": "https://news.example/kb/"}
    options["theme"]["custom_dir"] = str(ROOT / options["theme"]["custom_dir"])
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(options), encoding="utf-8")
    build_site(load_config(str(folder / "mkdocs.yml")))
    return {path.relative_to(folder / "site").as_posix() for path in (folder / "site").rglob("*.html")}


HISTORY_OF_TEN = [
    ("bridge", 0), ("inauguration", 0), ("strike", 0), ("bridge", 1), ("copy", 0), ("talks", 0), ("bridge", 2), ("race", 0),
    ("strike", 1), ("copy", None),
]  # fmt: skip


def test_after_ten_builds_no_address_ever_published_answers_404(tmp_path: Path) -> None:
    published: set[str] = set()
    config = Config(tmp_path / "seeds", tmp_path / "content", tmp_path / "cache", min_mentions=1)
    state: dict[str, int] = {}
    said = []
    for name, form in HISTORY_OF_TEN:
        if name in state:
            (config.seeds / FORMS[name][state.pop(name)][0]).unlink()
        if form is not None:
            path, text = FORMS[name][form]
            (config.seeds / path).parent.mkdir(parents=True, exist_ok=True)
            (config.seeds / path).write_text(text, encoding="utf-8")
            state[name] = form
        said.append(addresses_line(build(config)))
        published |= {path.relative_to(config.content).as_posix() for path in config.content.rglob("*.md")}
        _check_links(config.content)
    assert any("leads on" in line or "lead on" in line for line in said)
    html = _site(tmp_path)
    addresses = {path.removesuffix("index.md").removesuffix(".md") for path in published}
    assert {join(address.rstrip("/"), "index.html") for address in addresses} <= html
    _check_moved(tmp_path)


def _check_links(content: Path) -> None:
    pages = {path.relative_to(content).as_posix() for path in content.rglob("*.md")}
    for path in pages:
        post = frontmatter.loads((content / path).read_text(encoding="utf-8"))
        for link in Links(markdown.markdown(post.content, extensions=EXTENSIONS)).targets:
            target, _ = urldefrag(link)
            if target and not target.startswith("http"):
                assert normpath(join(dirname(path), unquote(target))) in pages, (path, link)


def _check_moved(folder: Path) -> None:
    """A page that moved leads on by itself, is the other one for a search engine, and stands in no list."""
    moved = {path: address.to for path, address in read_history(folder / "content").items() if address.to}
    sitemap = (folder / "site" / "sitemap.xml").read_text(encoding="utf-8")
    search = (folder / "site" / "search" / "search_index.json").read_text(encoding="utf-8")
    led = 0
    for path, to in moved.items():
        place, target = path.removesuffix(".md"), to.removesuffix(".md")
        html = (folder / "site" / place / "index.html").read_text(encoding="utf-8")
        assert '<meta name="robots" content="noindex">' in html
        assert f"{place}/</loc>" not in sitemap
        assert f'"{place}/"' not in search
        if f"url=../{target.partition('/')[2]}/" in html:
            assert f'<link rel="canonical" href="https://news.example/kb/{target}/">' in html
            led += 1
    assert led > 2


def test_a_history_that_was_deleted_gives_the_same_pages_without_a_past(tmp_path: Path) -> None:
    config = Config(tmp_path / "seeds", tmp_path / "content", tmp_path / "cache")
    for name in ("bridge", "inauguration"):
        path, text = FORMS[name][0]
        (config.seeds / path).parent.mkdir(parents=True, exist_ok=True)
        (config.seeds / path).write_text(text, encoding="utf-8")
    build(config)
    (config.seeds / FORMS["bridge"][0][0]).unlink()
    build(config)
    before = {path.name: path.read_bytes() for path in config.content.rglob("*.md")}
    (config.content / HISTORY).unlink()
    assert not build(config).skipped
    after = {path.name: path.read_bytes() for path in config.content.rglob("*.md")}
    assert after == {path: data for path, data in before.items() if b"\nkind: moved\n" not in data} != before
    assert build(config).skipped


def test_a_hand_written_page_at_an_old_address_stays(tmp_path: Path) -> None:
    config = Config(tmp_path / "seeds", tmp_path / "content", tmp_path / "cache")
    past = {"events/old-news.md": Address("Old news", ("0" * 8,))}
    (config.content / "data").mkdir(parents=True)
    (config.content / "events").mkdir()
    (config.content / HISTORY).write_text(write_history(past), encoding="utf-8")
    (config.content / "events" / "old-news.md").write_text("mine", encoding="utf-8")
    config.seeds.mkdir()
    build(config)
    assert (config.content / "events" / "old-news.md").read_text(encoding="utf-8") == "mine"


def test_a_damaged_history_stops_the_build_with_one_line_and_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "content" / "data").mkdir(parents=True)
    (tmp_path / "content" / HISTORY).write_text('{"history": 1\n,"events/a.md": {', encoding="utf-8")
    options = [f"--{name}={tmp_path / name}" for name in ("seeds", "content", "cache")]
    result = CliRunner().invoke(main, ["build", *options])
    assert result.exit_code == 1
    assert result.output.count("Error:") == 1
    assert "version control" in result.output
    assert "Traceback" not in result.output


def _git(folder: Path, *arguments: str, check: bool = True) -> None:
    names = ["-c", "user.name=T", "-c", "user.email=t@t.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *names, *arguments], cwd=folder, check=check, capture_output=True)


def test_two_branches_that_add_articles_merge_and_keep_the_addresses_of_both(tmp_path: Path) -> None:
    config = Config(tmp_path / "seeds", tmp_path / "content", tmp_path / "cache", min_mentions=1)
    published: set[str] = set()

    def committed(branch: str, *forms: tuple[str, int]) -> None:
        _git(tmp_path, "checkout", "-q", "-b", branch, check=False)
        for name, form in forms:
            path, text = FORMS[name][form]
            (config.seeds / path).parent.mkdir(parents=True, exist_ok=True)
            (config.seeds / path).write_text(text, encoding="utf-8")
        build(config)
        published.update(path.relative_to(config.content).as_posix() for path in config.content.rglob("*.md"))
        _git(tmp_path, "add", "seeds", "content", ".gitattributes")
        _git(tmp_path, "commit", "-q", "-m", branch)

    _git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / ".gitattributes").write_bytes((ROOT / ".gitattributes").read_bytes())
    committed("main", ("bridge", 0))
    committed("left", ("inauguration", 0), ("strike", 0))
    _git(tmp_path, "checkout", "-q", "main")
    committed("right", ("bridge", 1), ("race", 0))
    _git(tmp_path, "merge", "-q", "left", check=False)
    assert "<<<<<<< " in (config.content / "index.md").read_text(encoding="utf-8")
    assert not build(config).skipped
    assert published <= {path.relative_to(config.content).as_posix() for path in config.content.rglob("*.md")}
    assert not any("<<<<<<< " in path.read_text(encoding="utf-8") for path in config.content.rglob("*.*"))
    assert build(config).skipped


@pytest.mark.parametrize(
    ("moved", "ended", "line"),
    [
        (0, 0, ""),
        (1, 0, "1 page moved; its old address leads on."),
        (3, 0, "3 pages moved; their old addresses lead on."),
        (0, 1, "1 page was removed; its address says so."),
        (2, 2, "2 pages moved; their old addresses lead on. 2 pages were removed; their addresses say so."),
    ],
)
def test_a_build_says_in_one_line_what_moved(moved: int, ended: int, line: str) -> None:
    assert addresses_line(Built(Written((), (), 0), (), 1, moved=moved, ended=ended)) == line


def test_the_command_line_tells_of_addresses_once(tmp_path: Path) -> None:
    options = [f"--{name}={tmp_path / name}" for name in ("seeds", "content", "cache")]
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / FORMS["race"][0][0]).write_text(FORMS["race"][0][1], encoding="utf-8")
    assert "address" not in CliRunner().invoke(main, ["build", *options]).output
    (tmp_path / "seeds" / FORMS["race"][0][0]).unlink()
    assert "removed; their addresses say so." in CliRunner().invoke(main, ["build", *options]).output
    (tmp_path / "seeds" / FORMS["bridge"][0][0]).write_text(FORMS["bridge"][0][1], encoding="utf-8")
    assert "address" not in CliRunner().invoke(main, ["build", *options]).output
