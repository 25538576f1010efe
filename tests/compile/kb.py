"""A hand-made knowledge base: invented outlets, people and towns; four articles, three events. For tests of pages and exports.

`Draft` writes one article sentence by sentence and finds spans by their words, so that offsets are never typed by hand.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.model import (
    Account,
    Alias,
    Argument,
    Article,
    Cell,
    Chain,
    Entity,
    Event,
    EventMention,
    EventRef,
    Evidence,
    Extraction,
    Facet,
    Judgement,
    KnowledgeBase,
    Mention,
    MentionRef,
    Participant,
    Place,
    Quantity,
    Quote,
    Role,
    Sentence,
    Span,
    Statement,
    TimeExpression,
    Utterance,
)

HOSTILE = "Unnamed officials said [the road](javascript:alert(1)) *may* close: 50 % | <b onclick='x'>more</b> & `less`."


@dataclass
class Draft:
    """An article in the making: paragraphs are lists of sentences."""

    id: str
    paragraphs: list[list[str]]
    meta: dict = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    chains: dict[str, dict] = field(default_factory=dict)
    roles: list[Role] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    events: list[EventMention] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = "\n".join(" ".join(sentences) for sentences in self.paragraphs)
        self.sentences: list[Sentence] = []
        offset = 0
        for number, sentences in enumerate(self.paragraphs):
            for words in sentences:
                span = Span(offset, offset + len(words), words)
                self.sentences.append(Sentence(f"s{len(self.sentences)}", span, number))
                offset += len(words) + 1

    def span(self, words: str, nth: int = 0) -> Span:
        """The span of the `nth` occurrence of `words`."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words), words)

    def sentence_of(self, span: Span) -> str:
        """The id of the sentence in which `span` starts."""
        return next(s.id for s in self.sentences if s.span.start <= span.start < s.span.end)

    def evidence(self, words: str, nth: int = 0) -> Evidence:
        """Evidence for these words."""
        span = self.span(words, nth)
        return Evidence(self.id, self.sentence_of(span), span)

    def chain(self, key: str, type: str, name: str, country: str = "") -> str:
        """Declare a chain."""
        self.chains[key] = {"type": type, "name": name, "country": country}
        return key

    def mention(self, chain: str, words: str, nth: int = 0, kind: str = "name", **more: str) -> str:
        """Add a mention of a declared chain."""
        span = self.span(words, nth)
        key = f"m{len(self.mentions)}"
        self.mentions.append(
            Mention(key, span, self.chains[chain]["type"], kind, chain, self.sentence_of(span), **more)
        )
        return key

    def build(self) -> tuple[Article, Extraction]:
        """The article and what was found in it."""
        defaults = {
            "path": f"{self.id}.txt", "url": None, "title": None, "headline": None, "publisher": None, "authors": (),
            "published": None, "updated": None, "retrieved": None, "language": "en", "removed": (), "digest": "0" * 64,
        }  # fmt: skip
        article = Article(id=self.id, text=self.text, **(defaults | self.meta))
        chains = tuple(
            Chain(key, c["type"], c["name"], tuple(m.id for m in self.mentions if m.chain == key), c["country"])
            for key, c in self.chains.items()
        )
        ordered = tuple(sorted(self.mentions, key=lambda m: (m.span.start, m.span.end)))
        found = Extraction(
            self.id, tuple(self.sentences), ordered, chains, tuple(self.roles), tuple(self.times),
            tuple(self.quantities), tuple(self.quotes), tuple(self.events),
        )  # fmt: skip
        return article, found


def courier() -> Draft:
    """The Harbor Courier's account: dated, titled, with a headline in the text."""
    d = Draft(
        "harbor-courier-bridge",
        [
            ["Ilves opens bridge talks in Port Marin"],
            [
                "PORT MARIN (HC) - Transport Minister Mara Ilves arrived in Port Marin on Friday for talks with bridge builder Osk Tarn.",
                "It was her first visit since the Lunda treaty was signed in June.",
            ],
            [
                "“We will finish the bridge in 2026, whatever the weather brings,” Ilves said.",
                "She praised “the highest level of trust” between the two towns.",
            ],
            [
                "More than 1,200 workers are on site, Tarn said.",
                "The Veldian minister did not name a new contractor.",
            ],
            ["Earlier in the day a gull landed on the old pier.", "The Bridge Agency gave no comment."],
        ],
        {
            "url": "https://courier.example/bridge", "title": "Ilves opens bridge talks in Port Marin",
            "headline": "Ilves opens bridge talks in Port Marin", "publisher": "The Harbor Courier",
            "authors": ("Ada Quill",), "published": "2024-11-29", "retrieved": "2024-12-01",
            "removed": ("Support our work with a gift.", "Photo: Ada Quill"),
        },
    )  # fmt: skip
    d.chain("c-ilves", "person", "Mara Ilves", "vd")
    d.chain("c-tarn", "person", "Osk Tarn")
    d.chain("c-port", "place", "Port Marin")
    d.chain("c-agency", "organization", "Bridge Agency")
    d.chain("c-veldia", "place", "Veldia", "vd")
    d.mention("c-ilves", "Ilves")
    d.mention("c-port", "Port Marin")
    d.mention("c-ilves", "Mara Ilves")
    d.mention("c-port", "Port Marin", 1)
    d.mention("c-tarn", "Osk Tarn")
    d.mention("c-ilves", "her", kind="pronoun")
    d.mention("c-ilves", "Ilves", 2)
    d.mention("c-tarn", "Tarn", 1)
    d.mention("c-veldia", "Veldian", kind="nominal", via="demonym")
    d.mention("c-ilves", "The Veldian minister", kind="nominal")
    d.mention("c-agency", "Bridge Agency")
    d.roles.append(Role("c-ilves", d.span("Transport Minister"), "s1"))
    d.roles.append(Role("c-tarn", d.span("bridge builder"), "s1"))
    d.times.append(TimeExpression("t0", d.span("on Friday"), "2024-11-29", "published 2024-11-29, a Friday", "s1"))
    d.times.append(TimeExpression("t1", d.span("in June"), "2024-06", "the last June before 2024-11-29", "s2"))
    d.quantities.append(
        Quantity("q0", d.span("1,200"), 1200, None, None, "worker", d.span("workers"), "more than", "c-tarn", "s5")
    )
    d.quotes.append(
        Quote(
            "u0", (d.span("We will finish the bridge in 2026, whatever the weather brings"),),
            (d.span("We will finish the bridge in 2026, whatever the weather brings"),), d.span("said"), "c-ilves",
            d.span("Ilves", 2), "direct", None, ("s3",),
        )
    )  # fmt: skip
    d.events.append(
        EventMention(
            "e0", d.span("arrived"), "arrive", "consult",
            (Argument("agent", d.span("Mara Ilves"), "c-ilves"), Argument("with", d.span("Osk Tarn"), "c-tarn")),
            "t0", "c-port", "s1", d.span("Transport Minister Mara Ilves arrived in Port Marin on Friday"), main=True,
        )
    )  # fmt: skip
    d.events.append(
        EventMention(
            "e1", d.span("signed"), "sign", "agree", (), "t1", None, "s2", d.span("the Lunda treaty was signed in June")
        )
    )
    return d


def wire() -> Draft:
    """The Northern Wire's account: hostile punctuation in title and text."""
    d = Draft(
        "northern-wire-bridge",
        [
            [
                "Maara Ilves, the Veldian transport minister, came to Port Marin on 29 November to meet Osk Tarn of the Bridge Agency.",
                "About 1,500 workers are on site, according to the Bridge Agency.",
            ],
            ["“We will finish the bridge in 2026,” the minister said.", "Tarn called the talks “a beginning”."],
            ["The treaty between the two towns was signed in June 2024.", HOSTILE],
        ],
        {
            "url": "https://wire.example/visit", "title": "A visit & its <cost>: who pays?",
            "publisher": "Northern Wire", "published": "2024-11-30", "authors": ("B. Marsh", "C. Fenn"),
        },
    )  # fmt: skip
    d.chain("w-ilves", "person", "Maara Ilves", "vd")
    d.chain("w-tarn", "person", "Osk Tarn")
    d.chain("w-port", "place", "Port Marin")
    d.chain("w-agency", "organization", "Bridge Agency")
    d.chain("w-veldia", "place", "Veldia", "vd")
    d.mention("w-ilves", "Maara Ilves")
    d.mention("w-veldia", "Veldian", kind="nominal", via="demonym")
    d.mention("w-port", "Port Marin")
    d.mention("w-tarn", "Osk Tarn")
    d.mention("w-agency", "Bridge Agency")
    d.mention("w-agency", "Bridge Agency", 1)
    d.mention("w-ilves", "the minister", kind="nominal")
    d.mention("w-tarn", "Tarn", 1)
    d.roles.append(Role("w-ilves", d.span("Veldian transport minister"), "s0", country="w-veldia"))
    d.times.append(TimeExpression("t0", d.span("on 29 November"), "2024-11-29", "year of publication, 2024", "s0"))
    d.times.append(TimeExpression("t1", d.span("in June 2024"), "2024-06", "as written", "s4"))
    d.quantities.append(
        Quantity("q0", d.span("1,500"), 1500, 1500, None, "worker", d.span("workers"), "about", "w-agency", "s1")
    )
    d.quantities.append(Quantity("q1", d.span("50 %"), 50, 50, "%", None, None, None, None, "s5"))
    d.quotes.append(
        Quote(
            "u0", (d.span("We will finish the bridge in 2026,"),), (d.span("We will finish the bridge in 2026,"),),
            d.span("said"), "w-ilves", d.span("the minister"), "direct", None, ("s2",),
        )
    )  # fmt: skip
    d.quotes.append(
        Quote(
            "u1",
            (d.span("a beginning"),),
            (d.span("a beginning"),),
            d.span("called"),
            "w-tarn",
            d.span("Tarn", 1),
            "mixed",
            None,
            ("s3",),
        )
    )
    d.events.append(
        EventMention(
            "e0", d.span("came"), "come", "consult",
            (Argument("agent", d.span("Maara Ilves"), "w-ilves"), Argument("with", d.span("Osk Tarn"), "w-tarn")),
            "t0", "w-port", "s0", d.span("Maara Ilves, the Veldian transport minister, came to Port Marin on 29 November"), main=True,
        )
    )  # fmt: skip
    d.events.append(
        EventMention(
            "e1",
            d.span("signed"),
            "sign",
            "agree",
            (),
            "t1",
            None,
            "s4",
            d.span("The treaty between the two towns was signed in June 2024"),
        )
    )
    return d


def loose() -> Draft:
    """A text without title, publisher, date or url."""
    d = Draft(
        "loose-leaf",
        [
            [
                "On Friday a storm closed the port of Lunda.",
                "Mara Ilves was not there.",
                "Nobody was hurt, unnamed officials said.",
            ]
        ],
    )
    d.chain("l-ilves", "person", "Mara Ilves")
    d.chain("l-lunda", "place", "Lunda")
    d.mention("l-lunda", "Lunda")
    d.mention("l-ilves", "Mara Ilves")
    d.times.append(TimeExpression("t0", d.span("On Friday"), None, "no publication date", "s0"))
    d.events.append(
        EventMention(
            "e0",
            d.span("closed"),
            "close",
            "disaster",
            (),
            "t0",
            "l-lunda",
            "s0",
            d.span("a storm closed the port of Lunda"),
            main=True,
        )
    )
    return d


def _mentions(drafts: dict[str, Draft], chains: set[tuple[str, str]]) -> tuple[MentionRef, ...]:
    return tuple(
        MentionRef(article, mention.id)
        for article in sorted(drafts)
        for mention in sorted(drafts[article].mentions, key=lambda m: m.span.start)
        if (article, mention.chain) in chains
    )


ENTITY_OF = {
    ("harbor-courier-bridge", "c-ilves"): "mara-ilves",
    ("harbor-courier-bridge", "c-tarn"): "osk-tarn",
    ("harbor-courier-bridge", "c-port"): "port-marin",
    ("harbor-courier-bridge", "c-agency"): "bridge-agency",
    ("harbor-courier-bridge", "c-veldia"): "veldia",
    ("northern-wire-bridge", "w-ilves"): "mara-ilves",
    ("northern-wire-bridge", "w-tarn"): "osk-tarn",
    ("northern-wire-bridge", "w-port"): "port-marin",
    ("northern-wire-bridge", "w-agency"): "bridge-agency",
    ("northern-wire-bridge", "w-veldia"): "veldia",
    ("loose-leaf", "l-ilves"): "mara-ilves",
    ("loose-leaf", "l-lunda"): "lunda",
}


def _entities(drafts: dict[str, Draft]) -> dict[str, Entity]:
    c, w = drafts["harbor-courier-bridge"], drafts["northern-wire-bridge"]

    def entity(
        id: str, name: str, type: str, aliases: list[tuple[str, int, tuple[str, ...]]], **more: object
    ) -> Entity:
        chains = {key for key, value in ENTITY_OF.items() if value == id}
        page = more.pop("page", f"entities/{id}.md")
        return Entity(id, name, type, tuple(Alias(*a) for a in aliases), _mentions(drafts, chains), page, **more)

    both = ("Northern Wire", "The Harbor Courier")
    courier_only, wire_only = ("The Harbor Courier",), ("Northern Wire",)
    return {
        e.id: e
        for e in (
            entity(
                "mara-ilves", "Mara Ilves", "person",
                [("Mara Ilves", 2, courier_only), ("Ilves", 2, courier_only), ("Maara Ilves", 1, wire_only)],
                roles=(
                    Statement("role", "Veldian transport minister", (w.evidence("Veldian transport minister"), c.evidence("Transport Minister"))),
                ),
                country="veldia",
                receipt=(
                    Judgement("Mara Ilves", "Maara Ilves", "same", 0.97, ("the names differ by one letter", "both are transport minister")),
                ),
                apart=(Judgement("mara-ilves", "osk-tarn", "unsure", 0.02, ("named side by side in one sentence",)),),
            ),
            entity("osk-tarn", "Osk Tarn", "person", [("Osk Tarn", 2, both), ("Tarn", 2, both)],
                   roles=(Statement("role", "bridge builder", (c.evidence("bridge builder"),)),)),
            entity("bridge-agency", "Bridge Agency", "organization", [("Bridge Agency", 3, both)]),
            entity("port-marin", "Port Marin", "place", [("Port Marin", 3, both)], country="veldia",
                   place=Place("city", "vd", 59.4, -24.7)),
            entity("veldia", "Veldia", "place", [("Veldian", 2, both)], place=Place("country", "vd")),
            entity("lunda", "Lunda", "place", [("Lunda", 1, ())], page=None),
        )
    }  # fmt: skip


def _events(drafts: dict[str, Draft]) -> dict[str, Event]:
    c, w, x = drafts["harbor-courier-bridge"], drafts["northern-wire-bridge"], drafts["loose-leaf"]

    def cell(evidence: Evidence, value: object = None, note: str = "") -> Cell:
        return Cell(evidence.article, evidence, value, note)

    facets = (
        Facet("who", "Who", "agree", (cell(c.evidence("Mara Ilves"), "mara-ilves"), cell(w.evidence("Maara Ilves"), "mara-ilves"))),
        Facet("when", "When", "agree", (cell(c.evidence("on Friday"), "2024-11-29"), cell(w.evidence("on 29 November"), "2024-11-29"))),
        Facet("figure", "Workers", "differ", (cell(c.evidence("More than 1,200 workers"), 1200.0), cell(w.evidence("About 1,500 workers"), 1500.0)), "differ in size"),
        Facet("quote", "Quotation", "agree", (
            cell(c.evidence("We will finish the bridge in 2026, whatever the weather brings")), cell(w.evidence("We will finish the bridge in 2026,"))), "one is cut short"),
        Facet("quote", "Quotation", "only here", (cell(w.evidence("a beginning")),)),
        Facet("figure", "Percent", "only here", (cell(w.evidence("50 %"), 50.0),)),
    )  # fmt: skip
    visit = Event(
        "ilves-visits-port-marin", "Ilves visits Port Marin", "consult", "2024-11-29", "port-marin",
        (
            Participant("mara-ilves", "agent", (c.evidence("Mara Ilves"), w.evidence("Maara Ilves"))),
            Participant("osk-tarn", "with", (c.evidence("Osk Tarn"), w.evidence("Osk Tarn"))),
        ),
        (EventRef(c.id, "e0"), EventRef(w.id, "e0")), "events/ilves-visits-port-marin.md", (c.id, w.id),
        title_evidence=c.evidence("Transport Minister Mara Ilves arrived in Port Marin on Friday"),
        summary=(c.evidence("Transport Minister Mara Ilves arrived in Port Marin on Friday for talks with bridge builder Osk Tarn."),),
        date_words=(c.evidence("on Friday"), w.evidence("on 29 November")),
        date_reasons=("published 2024-11-29, a Friday", "year of publication, 2024"),
        accounts=(Account(c.id, ("s1", "s2"), ("s1", "s2")), Account(w.id, ("s0",), ("s0", "s5"))), facets=facets,
        receipt=(Judgement("harbor-courier-bridge e0", "northern-wire-bridge e0", "same", 0.93, ("the same people, the same place, the same day",)),),
    )  # fmt: skip
    treaty = Event(
        "treaty-signed", "Treaty is signed", "agree", "2024-06", None, (), (EventRef(c.id, "e1"), EventRef(w.id, "e1")),
        "events/treaty-signed.md", summary=(w.evidence("The treaty between the two towns was signed in June 2024."),),
        date_words=(c.evidence("in June"), w.evidence("in June 2024")), date_reasons=("the last June before 2024-11-29", "as written"),
    )  # fmt: skip
    storm = Event(
        "storm-closes-port", "Storm closes the port of Lunda", "disaster", None, "lunda", (), (EventRef(x.id, "e0"),),
        "events/storm-closes-port.md", (x.id,), summary=(x.evidence("On Friday a storm closed the port of Lunda."),),
        date_words=(x.evidence("On Friday"),), date_reasons=("no publication date",),
    )  # fmt: skip
    return {event.id: event for event in (visit, treaty, storm)}


def example() -> KnowledgeBase:
    """The knowledge base of four articles (one is a copy), six entities and three events."""
    drafts = {draft.id: draft for draft in (courier(), wire(), loose())}
    built = {key: draft.build() for key, draft in drafts.items()}
    articles = {key: article for key, (article, _) in built.items()}
    articles["wire-copy"] = replace(
        articles["northern-wire-bridge"], id="wire-copy", path="copy.txt", publisher="Lunda Post", copy_of="northern-wire-bridge",
        url="https://post.example/copied",
    )  # fmt: skip
    return KnowledgeBase(
        articles=articles,
        extractions={key: found for key, (_, found) in built.items()},
        entities=_entities(drafts),
        events=_events(drafts),
        utterances=(
            Utterance(
                "finish-the-bridge",
                (("harbor-courier-bridge", "u0"), ("northern-wire-bridge", "u0")),
                "mara-ilves",
                ("one is the beginning of the other",),
            ),
            Utterance("a-beginning", (("northern-wire-bridge", "u1"),), "osk-tarn"),
        ),
        entity_of=ENTITY_OF,
        event_of={
            ("harbor-courier-bridge", "e0"): "ilves-visits-port-marin",
            ("northern-wire-bridge", "e0"): "ilves-visits-port-marin",
            ("harbor-courier-bridge", "e1"): "treaty-signed",
            ("northern-wire-bridge", "e1"): "treaty-signed",
            ("loose-leaf", "e0"): "storm-closes-port",
        },
    )
