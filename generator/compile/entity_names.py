"""The forms of a name: how often each occurs and who uses it. Forms that differ in case or ending only are one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.compile.credits import outlet
from generator.compile.entity_counts import METONYM, mentions_of, words_of
from generator.compile.evidence import Citations
from generator.compile.markdown import escape, join, raw
from generator.compile.relations import whole_sentence
from generator.compile.site import Site
from generator.compile.words import form_key, listing, plural, times
from generator.model import Alias, Entity, Evidence

# The box at the top shows so many; all stand in a table of their own when there are more.
MAX_IN_BOX = 5
MAX_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a name as it is written most often, the number of its uses, its publishers by name, and its spellings."""

    form: str
    count: int
    publishers: tuple[str, ...]
    spellings: tuple[str, ...]


def other_forms(site: Site, entity: Entity) -> list[Form]:
    """The forms beside the name at the top of the page, the most frequent first; what stands for a government is left out."""
    own = form_key(entity.name)
    return [form for form in all_forms(site, entity) if form_key(form.form) != own]


def all_forms(site: Site, entity: Entity) -> list[Form]:
    """All forms of its name, the most frequent first."""
    standing = Counter(words_of(m) for _, m in mentions_of(site, entity) if m.via == METONYM and m.kind == "name")
    groups: dict[str, list[Alias]] = {}
    for alias in entity.aliases:
        if alias.count > standing[alias.form]:
            groups.setdefault(form_key(alias.form) or alias.form, []).append(alias)
    made = [_form(group, standing) for group in groups.values()]
    return sorted(made, key=lambda form: (-form.count, form.form))


def _form(group: Sequence[Alias], standing: Counter[str]) -> Form:
    count = sum(alias.count - standing[alias.form] for alias in group)
    best = min(group, key=lambda alias: (-alias.count, alias.form.isupper(), len(alias.form), alias.form))
    publishers = sorted({publisher for alias in group for publisher in alias.publishers})
    return Form(best.form, count, tuple(publishers), tuple(alias.form for alias in group))


def forms_in_box(site: Site, entity: Entity) -> Markup:
    """For the box: the most frequent forms with their counts, and a link to the others."""
    forms = other_forms(site, entity)
    shown = forms if len(forms) <= MAX_IN_BOX + 1 else forms[:MAX_IN_BOX]
    lines = [join((form.form, raw(' <span class="aside">'), used(form), raw("</span>"))) for form in shown]
    left = len(forms) - len(shown)
    more = [raw(f"[and {escape(plural(left, 'other form'))}](#names)")] if left else []
    return join([*lines, *more], "<br> ")


def used(form: Form) -> str:
    """ "twice, Northern Wire and 3 others"."""
    return f"{times(form.count)}{', ' + listing(form.publishers, limit=2) if form.publishers else ''}"


def forms_table(site: Site, entity: Entity, cites: Citations) -> list[dict[str, Any]]:
    """Rows for the table of forms, each with its first sentences; none where the box shows them all."""
    forms = other_forms(site, entity)
    if len(forms) <= MAX_IN_BOX + 1:
        return []
    return [
        {
            "form": form.form,
            "times": form.count,
            "publishers": listing(form.publishers) or "not known",
            "cite": cites.mark(*_sentences(site, entity, form.spellings)),
        }
        for form in forms
    ]


def _sentences(site: Site, entity: Entity, spellings: Iterable[str]) -> list[Evidence]:
    """The first sentence of each publisher that has one of these spellings, at most a few."""
    wanted = set(spellings)
    first: dict[str, Evidence] = {}
    for article, mention in mentions_of(site, entity):
        if mention.kind == "name" and words_of(mention) in wanted:
            first.setdefault(outlet(site, article), whole_sentence(site, article, mention.sentence))
    return list(first.values())[:MAX_SENTENCES]
