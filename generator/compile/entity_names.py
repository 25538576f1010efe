"""The forms of a name: how often each occurs and who uses it. Forms that differ in case or ending only are one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.compile.credits import outlet
from generator.compile.entity_counts import mentions_of, words_of
from generator.compile.evidence import Citations
from generator.compile.markdown import escape, join, raw
from generator.compile.relations import whole_sentence
from generator.compile.site import Site
from generator.compile.words import form_key, listing, plural, times
from generator.model import Alias, Entity, Evidence

# The box at the top shows so many forms, and so many publishers of each; a table shows all when there are more.
MAX_IN_BOX, MAX_PUBLISHERS = 5, 2
MAX_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a name as it is written most often, the number of its uses, its publishers by name, and its spellings."""

    form: str
    count: int
    publishers: tuple[str, ...]
    spellings: tuple[str, ...]


def other_forms(entity: Entity) -> list[Form]:
    """The forms beside the name at the top of the page, the most frequent first."""
    own = form_key(entity.name)
    return [form for form in all_forms(entity) if form_key(form.form) != own]


def all_forms(entity: Entity) -> list[Form]:
    """All forms of its name, the most frequent first."""
    groups: dict[str, list[Alias]] = {}
    for alias in entity.aliases:
        groups.setdefault(form_key(alias.form) or alias.form, []).append(alias)
    return sorted((_form(group) for group in groups.values()), key=lambda form: (-form.count, form.form))


def _form(group: Sequence[Alias]) -> Form:
    best = min(group, key=lambda alias: (-alias.count, alias.form.isupper(), len(alias.form), alias.form))
    publishers = sorted({publisher for alias in group for publisher in alias.publishers})
    return Form(best.form, sum(alias.count for alias in group), tuple(publishers), tuple(alias.form for alias in group))


def forms_in_box(entity: Entity) -> Markup:
    """For the box: the most frequent other forms with their counts, and a link to the table where it says more."""
    forms = other_forms(entity)
    shown = forms[:MAX_IN_BOX]
    lines = [join((form.form, raw(' <span class="aside">'), used(form), raw("</span>"))) for form in shown]
    left = len(forms) - len(shown)
    words = f"and {plural(left, 'other form')}" if left else "who uses which name"
    more = [raw(f"[{escape(words)}](#names)")] if _is_cut(forms) else []
    return join([*lines, *more], "<br> ")


def _is_cut(forms: Sequence[Form]) -> bool:
    """Whether the box leaves out a form, or a publisher of one."""
    return len(forms) > MAX_IN_BOX or any(len(form.publishers) > MAX_PUBLISHERS + 1 for form in forms)


def used(form: Form) -> str:
    """ "twice, Northern Wire and 3 others"."""
    by = f", {listing(form.publishers, limit=MAX_PUBLISHERS)}" if form.publishers else ""
    return f"{times(form.count)}{by}"


def forms_table(site: Site, entity: Entity, cites: Citations) -> list[dict[str, Any]]:
    """Rows for the table of all forms, with their publishers and first sentences; none where the box says it all."""
    if not _is_cut(other_forms(entity)):
        return []
    uses = _uses(site, entity)
    return [
        _row(form, [use for key in form.spellings for use in uses.get(key, ())], cites) for form in all_forms(entity)
    ]


def _row(form: Form, uses: Sequence[tuple[str, Evidence]], cites: Citations) -> dict[str, Any]:
    first: dict[str, Evidence] = {}
    for who, where in uses:
        first.setdefault(who, where)
    counts = Counter(who for who, _ in uses)
    ranked = sorted(counts, key=lambda who: (-counts[who], who.casefold()))
    return {
        "form": form.form,
        "times": form.count,
        "publishers": ", ".join(f"{who} {counts[who]}" for who in ranked),
        "cite": cites.mark(*(first[who] for who in ranked[:MAX_SENTENCES])),
    }


def _uses(site: Site, entity: Entity) -> dict[str, list[tuple[str, Evidence]]]:
    """A spelling of the name -> who uses it and where, in order."""
    found: dict[str, list[tuple[str, Evidence]]] = {}
    for article, mention in mentions_of(site, entity):
        if mention.kind == "name":
            where = whole_sentence(site, article, mention.sentence)
            found.setdefault(words_of(mention), []).append((outlet(site, article), where))
    return found
