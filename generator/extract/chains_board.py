"""The work table of coreference: mentions in tokens, the clusters they form, and the one way to join two of them.

A cluster grows by `join` only, which refuses what would mix types, genders, countries or different full names: a later, weaker
sieve can't undo what an earlier, stronger one has kept apart (Raghunathan et al. 2010).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from generator.extract.chains_names import generation_of, same_person
from generator.extract.mentions_lexicons import METONYM, thing_nouns
from generator.extract.mentions_pronouns import pronoun_of
from generator.model import EntityType, Mention

# Which types one chain may hold. A pronoun's own type is only a guess and does not count.
_FAMILY: dict[EntityType, str] = {
    "person": "person",
    "organization": "organization",
    "place": "place",
    "facility": "facility",
    "group": "group",
    "product": "thing",
    "work": "thing",
    "law": "thing",
    "other": "thing",
}
_WRITTEN = {"jr": "Jr.", "sr": "Sr."}
_ALWAYS_PLURAL = frozenset({"police"})  # "the police have", never "it"


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention with what the sieves need: tokens `[start, end)`, syntactic head, sentence number, region of quotation or -1,
    gender, code of the country, generation ("jr")."""

    index: int
    mention: Mention
    start: int
    end: int
    head: int
    sentence: int
    region: int
    gender: str = ""
    code: str = ""
    generation: str = ""

    @property
    def full_name(self) -> str:
        """A person's name with what tells a son from his father, also where the mention leaves it out."""
        if not self.generation or generation_of(self.text):
            return self.text
        return f"{self.text} {_WRITTEN.get(self.generation, self.generation.upper())}"

    @property
    def text(self) -> str:
        """The words of the mention."""
        return self.mention.span.text

    @property
    def is_name(self) -> bool:
        """Whether it is a name."""
        return self.mention.kind == "name"

    @property
    def is_demonym(self) -> bool:
        """Whether it is an adjective or a people's name that stands for a country."""
        return self.mention.via == "demonym"

    @property
    def is_metonym(self) -> bool:
        """Whether it is a capital or a seat of power that stands for a country's government."""
        return self.mention.via == METONYM

    @property
    def is_nominal(self) -> bool:
        """Whether it is a description (a demonym or a metonym is none)."""
        return self.mention.kind == "nominal" and not self.is_demonym and not self.is_metonym


@dataclass(slots=True)
class Cluster:
    """Mentions that are one so far: indices in text order, families of types, genders, country codes, full names of a person, whether
    something else than a person is named, reasons."""

    members: list[int]
    families: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    named: bool = False
    reasons: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Board:
    """All drafts of an article in text order, and the cluster of each.

    names_settled  whether the sieves over names are through;  unclear: descriptions that fit several names
    """

    doc: Doc
    drafts: Sequence[Draft]
    clusters: list[Cluster]
    at: dict[int, int]
    names_settled: bool = False
    unclear: set[int] = field(default_factory=set)

    def of(self, draft: Draft) -> Cluster:
        """The cluster that holds this draft."""
        return self.clusters[_root(self.at, draft.index)]

    def root(self, draft: Draft) -> int:
        """The number of the cluster that holds this draft."""
        return _root(self.at, draft.index)

    def roots(self) -> Iterator[int]:
        """The numbers of all clusters, in text order of their first mentions."""
        return (index for index in range(len(self.drafts)) if self.at[index] == index)

    def may_join(self, left: Draft, right: Draft) -> bool:
        """Whether nothing speaks against these two being one."""
        return self.root(left) == self.root(right) or self._agree(self.of(left), self.of(right))

    def _agree(self, left: Cluster, right: Cluster) -> bool:
        # Once the names are compared, no description makes one of two names that differ.
        return not (self.names_settled and left.named and right.named) and _agree(left, right)

    def join(self, left: Draft, right: Draft, reason: str) -> bool:
        """Make these two one, for this reason in plain words. Returns whether they are one now."""
        first, second = sorted((self.root(left), self.root(right)))
        if first == second:
            return True
        into, gone = self.clusters[first], self.clusters[second]
        if not self._agree(into, gone):
            return False
        self.at[second] = first
        into.members = sorted(into.members + gone.members)
        for mine, theirs in ((into.families, gone.families), (into.genders, gone.genders), (into.codes, gone.codes)):
            mine |= theirs
        into.names |= gone.names
        into.named = into.named or gone.named
        into.reasons += [item for item in (*gone.reasons, reason) if item not in into.reasons]
        return True


def make_board(doc: Doc, drafts: Sequence[Draft]) -> Board:
    """A board on which every draft is alone."""
    return Board(doc, drafts, [_alone(doc, draft) for draft in drafts], {draft.index: draft.index for draft in drafts})


def _alone(doc: Doc, draft: Draft) -> Cluster:
    cluster = Cluster([draft.index])
    word = pronoun_of(doc[draft.start]) if draft.mention.kind == "pronoun" else None
    if word is None:
        cluster.families.add("organization" if _is_collective(doc, draft) else _FAMILY[draft.mention.type])
    elif word.animate and not word.plural:
        cluster.families.add("person")
    if draft.gender:
        cluster.genders.add(draft.gender)
    if draft.code:
        cluster.codes.add(draft.code)
    if draft.is_name and draft.mention.type == "person":
        cluster.names.add(draft.full_name)
    cluster.named = draft.is_name and draft.mention.type != "person"
    return cluster


def _is_collective(doc: Doc, draft: Draft) -> bool:
    """Whether several people are spoken of as one body: "the team", "the military" may be what a name names."""
    head = doc[draft.head]
    if draft.mention.type != "group" or head.tag_ != "NN" or head.lower_ in _ALWAYS_PLURAL:
        return False
    return thing_nouns().get(head.lower_) == "organization"


def _agree(left: Cluster, right: Cluster) -> bool:
    if left.genders and right.genders and left.genders != right.genders:
        return False
    if left.codes and right.codes and left.codes != right.codes:
        return False
    if len(left.families | right.families) > 1 and not _may_mix(left.families | right.families):
        return False
    return _names_agree(left.names, right.names)


def _may_mix(families: set[str]) -> bool:
    # A zoo, a museum, a hospital: a building and an organization at once. Nothing else is two things.
    return "facility" in families and len(families) == 2 and bool(families & {"organization", "place"})


def _names_agree(left: set[str], right: set[str]) -> bool:
    """Whether all pairs of names can be one person's. A surname and a given name ("Sheen", "Michael") meet in a full name only."""
    full_left, full_right = ({name for name in names if " " in name} for names in (left, right))
    pairs = [(a, b) for a in full_left for b in right] + [(a, b) for b in full_right for a in left - full_left]
    if not full_left and not full_right:
        pairs = [(a, b) for a in left for b in right]
    return all(same_person(a, b) for a, b in pairs)


def _root(at: dict[int, int], index: int) -> int:
    while at[index] != index:
        at[index] = at[at[index]]
        index = at[index]
    return index
