"""What publishers call an entity when they do not name it, and with which verbs they report its words; each with its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from markupsafe import Markup

from generator.compile.credits import outlet
from generator.compile.entity_counts import mentions_of, words_of
from generator.compile.evidence import Citations
from generator.compile.markdown import escape, join, link, raw
from generator.compile.prose import chain_words
from generator.compile.relations import whole_sentence
from generator.compile.site import Site
from generator.compile.words import lexicon, plural, times
from generator.model import Entity, Evidence, Mention, Quote

MAX_LABELS, MAX_SENTENCES = 10, 3
# So many publishers, verbs, publishers of a verb, and verbs that are used once; more would be a list of all articles.
MAX_PUBLISHERS, MAX_VERBS, MAX_VERB_PUBLISHERS, MAX_ONCE = 20, 15, 6, 15
# What one report uses is no habit: its verb stands beside the quotation.
MIN_REPORTS = 2


class _Use(NamedTuple):
    """A word or phrase in use: who uses it (Markdown), its comparison key, as written, and where."""

    who: str
    key: str
    words: str
    where: Evidence


def labels(site: Site, entity: Entity, cites: Citations) -> dict[str, Any]:
    """Per publisher the descriptions that it uses for the entity, the most frequent first; no names, no pronouns.

    `rows` has them; `left` counts the publishers (and speakers) that are too many for one page. Descriptions inside quotation
    marks are the speaker's and stand under the speaker.
    """
    uses = list(_descriptions(site, entity, cites.page))
    groups = sorted(_by(uses, "who").items(), key=_busiest)
    rows = [_row(who, group, cites) for who, group in groups[:MAX_PUBLISHERS]]
    return {"rows": rows, "left": len(groups) - len(rows)}


def verbs(site: Site, entity: Entity, cites: Citations) -> list[Markup]:
    """A line per reporting verb with the publishers that use it for this speaker, the most frequent first; one for the rare ones."""
    uses = list(_cues(site, entity, cites.page))
    if len(uses) < MIN_REPORTS:
        return []
    groups = sorted(_by(uses, "key").values(), key=lambda found: (-len(found), found[0].key))
    often = [_often(group, cites) for group in groups if len(group) > 1][:MAX_VERBS]
    rare = [group[0] for group in groups if len(group) == 1]
    once = _and_others([_once(use, cites) for use in rare[:MAX_ONCE]], len(rare) - MAX_ONCE, "other verb")
    return [*often, join(("Once each: " if len(rare) > 1 else "Once: ", once))] if rare else often


def _and_others(shown: list[Markup], left: int, what: str) -> Markup:
    """ "a, b and 3 other verbs"."""
    return join((join(shown, ", "), f" and {plural(left, what)}")) if left > 0 else join(shown, ", ")


def _often(uses: list[_Use], cites: Citations) -> Markup:
    """ "*said, saying* 4 times: Northern Wire 3 times, Lunda Post once", with citations."""
    by = sorted(_by(uses, "who").items(), key=_busiest)
    shown = [join((raw(who), " ", _counted(found, cites))) for who, found in by[:MAX_VERB_PUBLISHERS]]
    listed = _and_others(shown, len(by) - MAX_VERB_PUBLISHERS, "other publisher")
    return join((raw("*"), _verb(uses), raw("* "), f"{times(len(uses))}: ", listed))


def _once(use: _Use, cites: Citations) -> Markup:
    return join((raw("*"), use.words, raw("* in "), raw(use.who), cites.mark(use.where)))


def _row(who: str, uses: list[_Use], cites: Citations) -> dict[str, Any]:
    groups = sorted(_by(uses, "key").values(), key=lambda found: (-len(found), found[0].key))
    shown = [join((f"“{_best(found)}” ", _counted(found, cites))) for found in groups[:MAX_LABELS]]
    left = len(groups) - MAX_LABELS
    return {"who": raw(who), "labels": join(shown, ", "), "left": max(0, left)}


def _counted(uses: list[_Use], cites: Citations) -> Markup:
    sentences = list(dict.fromkeys(use.where for use in uses))[:MAX_SENTENCES]
    return join((times(len(uses)), cites.mark(*sentences)))


def _descriptions(site: Site, entity: Entity, page: str) -> Iterator[_Use]:
    for article, mention in mentions_of(site, entity):
        if mention.kind != "nominal" or mention.via:
            continue
        quote = _around(site, article, mention)
        who = publisher_link(site, page, article) if quote is None else _quoted_speaker(site, page, article, quote)
        words = _without_capital(words_of(mention))
        yield _Use(str(who), words.casefold(), words, whole_sentence(site, article, mention.sentence))


def _around(site: Site, article: str, mention: Mention) -> Quote | None:
    """The quotation in whose quotation marks the mention stands, if any."""
    for quote in site.kb.extractions[article].quotes:
        if any(span.covers(mention.span) for span in quote.quoted):
            return quote
    return None


def _quoted_speaker(site: Site, page: str, article: str, quote: Quote) -> Markup:
    speaker = chain_words(site, page, article, quote.speaker)
    return join((speaker or escape("A speaker not named"), ", quoted"))


def publisher_link(site: Site, page: str, article: str) -> Markup:
    """The publisher of an article as a link to its page; the beginning of the title where it isn't known."""
    path = site.publishers.get(site.kb.articles[article].publisher or "", "")
    return link(outlet(site, article), site.link_to(page, path))


def _without_capital(words: str) -> str:
    """A description as it reads inside a sentence: "The minister" -> "the minister"."""
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if rest and first.lower() in lexicon()["determiners"] else words


def _best(uses: list[_Use]) -> str:
    """The spelling used most, the one with fewer capitals on a tie."""
    written = [use.words for use in uses]
    return min(written, key=lambda form: (-written.count(form), sum(map(str.isupper, form)), form))


def _cues(site: Site, entity: Entity, page: str) -> Iterator[_Use]:
    for article in sorted(site.articles_of[entity.id], key=lambda key: (site.published_key(key), key)):
        for quote in site.kb.extractions[article].quotes:
            said_by = site.kb.entity_of.get((article, quote.speaker)) if quote.speaker is not None else None
            if said_by != entity.id or quote.cue is None or not any(map(str.isalpha, quote.cue.text)):
                continue
            words = " ".join(quote.cue.text.split()).lower()
            where = next(s.id for s in site.sentences_of(article) if s.span.overlaps(quote.cue))
            yield _Use(
                str(publisher_link(site, page, article)), verb_key(words), words, whole_sentence(site, article, where)
            )


def verb_key(words: str) -> str:
    """The verb of a cue, to count its forms together: "says", "said" and "saying" -> "say"; other cues as they are.

    Irregular forms stand in the lexicon; the others lose their ending ("claimed" -> "claim", "noting" -> "not", as "noted").
    """
    irregular: Mapping[str, str] = _irregular()
    if words in irregular or " " in words:
        return irregular.get(words, words)
    for ending in ("ing", "ied", "ies", "ed", "es", "s", "e"):
        if words.endswith(ending) and len(words) - len(ending) > 1 and not (ending == "s" and words.endswith("ss")):
            stem = words.removesuffix(ending)
            return f"{stem}y" if ending in ("ied", "ies") else _undoubled(stem.rstrip("e"))
    return words


def _irregular() -> dict[str, str]:
    listed: dict[str, list[str]] = lexicon()["irregular_verbs"]
    return {form: verb for verb, forms in listed.items() for form in (verb, *forms)}


def _undoubled(stem: str) -> str:
    """ "admitt" -> "admit": a consonant that only the ending doubled."""
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in "bdgmnprt" else stem


def _verb(uses: list[_Use]) -> str:
    """How a verb is shown: all forms in use, the most frequent first."""
    written = [use.words for use in uses]
    return ", ".join(sorted(set(written), key=lambda form: (-written.count(form), form)))


def _by(uses: Iterable[_Use], field: str) -> dict[str, list[_Use]]:
    found: dict[str, list[_Use]] = {}
    for use in uses:
        found.setdefault(getattr(use, field), []).append(use)
    return found


def _busiest(item: tuple[str, list[_Use]]) -> tuple[int, str]:
    return -len(item[1]), item[0].casefold()
