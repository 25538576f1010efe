"""Where each address leads: to itself while a page stands there, else to the page that now holds most of what stood there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.history.holdings import URL, Finding, Holding, findings_of, hash_of, hold, sample
from generator.model import Address, KnowledgeBase, Moved

# A page succeeds another when it holds this share of what is left of it anywhere ...
LEAST_SHARE = 0.25
# ... and a source when it has this share of the text: a few sentences stand in many articles of one publisher.
LEAST_TEXT = 0.35
# A page is named beside the successor when it holds so much of what that one holds; no more than so many are.
OTHER_SHARE, MAX_OTHERS = 0.25, 5
SOURCES, INDEX = "sources", "index.md"


@dataclass(frozen=True, slots=True)
class Settled:
    """The history of now, sorted by path, and what to tell at each address where no page stands, sorted by path."""

    addresses: Mapping[str, Address]
    moved: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class _Now:
    """The pages of now; hash -> the pages that hold it, and -> the sources in whose articles it is found, by a page or not.

    urls: hashes of web addresses.
    """

    pages: Mapping[str, Holding]
    held: Mapping[str, Sequence[str]]
    told: Mapping[str, Sequence[str]]
    urls: frozenset[str] = frozenset()


def settle(past: Mapping[str, Address], kb: KnowledgeBase) -> Settled:
    """The addresses of `past` and those of the pages of `kb`; no address leads to another one that leads on.

    A function of its arguments: settling what was settled changes nothing.
    """
    pages = hold(kb)
    now = {path: Address(page.title, sample(page.findings)) for path, page in pages.items()}
    gone = {path: past[path] for path in sorted(past) if path not in pages}
    successors = _successors(gone, pages, kb) if gone else {}
    ended = {path: replace(address, to=successors[path][0]) for path, address in gone.items()}
    moved = tuple(_told(path, gone[path], ranked, pages) for path, ranked in sorted(successors.items()))
    return Settled(dict(sorted({**now, **ended}.items())), moved)


def _successors(
    gone: Mapping[str, Address], pages: Mapping[str, Holding], kb: KnowledgeBase
) -> dict[str, tuple[str, ...]]:
    """Path of an address that is gone -> where it leads, then the other pages that hold a part of it."""
    articles = {path: page.findings for path, page in pages.items() if _folder(path) == SOURCES}
    sources = {path: address for path, address in gone.items() if _folder(path) == SOURCES}
    found = _follow(sources, _Now(pages, _holders(articles), {}, _urls(articles)), {})
    # Findings are told by the article they stand in: one whose address changed is known by its old ones too.
    former: dict[str, list[str]] = defaultdict(list)
    for path, (to, *_) in found.items():
        former[_slug(to)].append(_slug(path))
    concluded = {path: page.findings for path, page in pages.items() if _folder(path) != SOURCES}
    now = _Now(pages, _holders(concluded, former), _holders(findings_of(kb), former))
    rest = {path: address for path, address in gone.items() if path not in sources}
    return {**found, **_follow(rest, now, found)}


def _holders(
    held: Mapping[str, Iterable[Finding]], former: Mapping[str, Sequence[str]] | None = None
) -> dict[str, list[str]]:
    """Hash -> the pages that hold a finding with it, under every id that its article ever had."""
    found: dict[str, list[str]] = defaultdict(list)
    for path, findings in held.items():
        for finding in findings:
            for article in (finding[0], *(former or {}).get(finding[0], ())):
                found[hash_of((article, *finding[1:]))].append(path)
    return found


def _urls(held: Mapping[str, Iterable[Finding]]) -> frozenset[str]:
    return frozenset(hash_of(each) for findings in held.values() for each in findings if each[0] == URL)


def _follow(gone: Mapping[str, Address], now: _Now, sources: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The page that holds most of each; else where the address that it last led to leads; else an article; else the index."""
    heirs = {path: _heirs(path, address, now) for path, address in gone.items()}
    known = {**sources, **{path: found for path, found in heirs.items() if found}}
    found = {}
    for path, address in gone.items():
        last = _end(address.to, gone, known, now.pages)
        found[path] = heirs[path] or last or _article(address, now) or (f"{_folder(path)}/{INDEX}",)
    return found


def _heirs(path: str, address: Address, now: _Now) -> tuple[str, ...]:
    """The pages of the same kind that hold enough of an address, the one that holds most first.

    A source is the same article where it has the same web address, or much of the text.
    """
    kind = _folder(path)
    counts = Counter(page for each in address.holds for page in now.held.get(each, ()) if _folder(page) == kind)
    if not counts:
        return ()
    same = {page for each in address.holds if each in now.urls for page in now.held[each]}
    ranked = sorted(counts, key=lambda page: (page not in same, -counts[page], page != address.to, page))
    most = counts[ranked[0]]
    if kind == SOURCES:
        return tuple(ranked[:1]) if same or most >= LEAST_TEXT * len(address.holds) else ()
    left = sum(each in now.held or each in now.told for each in address.holds)
    return tuple(page for page in ranked if counts[page] >= OTHER_SHARE * most) if most >= LEAST_SHARE * left else ()


def _end(
    to: str | None, gone: Mapping[str, Address], known: Mapping[str, Sequence[str]], pages: Mapping[str, Holding]
) -> tuple[str, ...]:
    """The page at the end of the way that begins with `to`; empty when it ends nowhere."""
    seen = set()
    while to is not None and to not in seen:
        if to in pages:
            return (to,)
        if to in known:
            return (known[to][0],)
        seen.add(to)
        to = gone[to].to if to in gone else None
    return ()


def _article(address: Address, now: _Now) -> tuple[str, ...]:
    """The source in whose article most of it is found, though no page of its kind holds it any more."""
    counts = Counter(page for each in address.holds for page in now.told.get(each, ()) if page in now.pages)
    return (min(counts, key=lambda page: (-counts[page], page)),) if counts else ()


def _told(path: str, address: Address, successors: Sequence[str], pages: Mapping[str, Holding]) -> Moved:
    to, *others = successors
    title = pages[to].title if to in pages else ""
    named = tuple((other, pages[other].title) for other in others[:MAX_OTHERS])
    return Moved(path, address.title, (to, title), to in pages and _folder(to) == _folder(path), named)


def _folder(path: str) -> str:
    return path.partition("/")[0]


def _slug(path: str) -> str:
    return path.partition("/")[2].removesuffix(".md")
