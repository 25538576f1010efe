"""What a person would write to split an entity, or to join it with a near name: files for `seeds/curation/`, ready to paste."""

from __future__ import annotations

from dataclasses import dataclass

import yaml
from markupsafe import Markup

from generator.compile.entity_counts import mentions_of, words_of
from generator.compile.entity_receipt import MACHINE, near_names, receipt
from generator.compile.markdown import escape, join, raw
from generator.compile.site import Site
from generator.compile.words import form_key
from generator.model import Entity

# A name that would be read as "name in article.md".
_NARROWED = " in "
_WIDTH = 1_000_000


@dataclass(frozen=True, slots=True)
class Example:
    """A decision: "same" or "different", and the names as a file has them."""

    verdict: str
    names: tuple[str, str]

    def lines(self) -> list[str]:
        """The file."""
        return ["---", f"{self.verdict}:", *(f"  - {_scalar(name)}" for name in self.names), "by:", "why:", "---"]

    def block(self) -> Markup:
        """The file for the page. HTML of its own: nothing in it is Markdown."""
        return raw("<pre><code>" + "\n".join(_kept_indent(line) for line in self.lines()) + "</code></pre>")


def examples(site: Site, entity: Entity) -> list[Example]:
    """One file that would split two of its forms, and one that would join a near name; those for which there are names."""
    found = (("different", _two_forms(site, entity)), ("same", _near_name(site, entity)))
    return [Example(verdict, names) for verdict, names in found if names]


def _two_forms(site: Site, entity: Entity) -> tuple[str, str] | None:
    """The first two names that the machine joined and that no article uses both: a decision parts articles, not one article."""
    where = _articles_by_form(site, entity)
    pairs = (line.names for line in receipt(entity) if line.by == MACHINE)
    for one, other in ((names[0], names[-1]) for names in pairs if len(names) > 1):
        here, there = where.get(one.casefold(), set()), where.get(other.casefold(), set())
        if here and there and not here & there and _is_plain(one) and _is_plain(other):
            return one, other
    return None


def _articles_by_form(site: Site, entity: Entity) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for article, mention in mentions_of(site, entity):
        if mention.kind == "name":
            found.setdefault(words_of(mention).casefold(), set()).add(article)
    return found


def _near_name(site: Site, entity: Entity) -> tuple[str, str] | None:
    """Its name and that of the first near entity of its type; with an article each where the names are alike."""
    for near in near_names(site, entity):
        if near.other is None or near.other.type != entity.type:
            continue
        names = [_written(site, one) for one in (entity, near.other)]
        if all(names) and form_key(names[0]) == form_key(names[1]):
            names = [
                f"{name}{_NARROWED}{_article_with(site, one, name)}"
                for name, one in zip(names, (entity, near.other), strict=True)
            ]
        if all(names):
            return names[0], names[1]
    return None


def _written(site: Site, entity: Entity) -> str:
    """Its name where articles write it so, else the form that they write most; "" where a file could not say it."""
    forms = [alias.form for alias in entity.aliases]
    best = next((form for form in forms if form == entity.name), next(iter(forms), ""))
    return best if _is_plain(best) and best.casefold() in _articles_by_form(site, entity) else ""


def _article_with(site: Site, entity: Entity, name: str) -> str:
    return min(site.kb.articles[key].path for key in _articles_by_form(site, entity)[name.casefold()])


def _is_plain(name: str) -> bool:
    return "." not in name.rpartition(_NARROWED)[2] or _NARROWED not in name


def _scalar(name: str) -> str:
    """A name as YAML has it: with quotation marks where it needs them."""
    return yaml.safe_dump(name, allow_unicode=True, width=_WIDTH).removesuffix("\n").removesuffix("\n...")


def _kept_indent(line: str) -> Markup:
    indent = len(line) - len(line.lstrip(" "))
    return join((raw(" " * indent), escape(line.lstrip(" "))))
