"""The nouns: frozen values that the stages pass to each other. Imports nothing of ours.

Two families, kept apart: what a text says (anchored in one article: `said`) and what we concluded
(clusters across articles: `concluded`).
"""

from __future__ import annotations

from generator.model.address import Address, Moved
from generator.model.article import Article, Problem
from generator.model.concluded import (
    Account,
    Alias,
    Aligned,
    Cell,
    Entity,
    Event,
    EventRef,
    Evidence,
    Facet,
    Judgement,
    KnowledgeBase,
    MentionRef,
    Origin,
    Participant,
    Place,
    Statement,
    Utterance,
    Verdict,
)
from generator.model.decided import Decision, Named
from generator.model.page import Page
from generator.model.said import (
    Argument,
    Chain,
    EntityType,
    EventMention,
    Extraction,
    Label,
    Mention,
    MentionKind,
    Quantity,
    Quote,
    QuoteForm,
    QuoteKind,
    Role,
    RoleKind,
    RoleTense,
    Sentence,
    TimeExpression,
)
from generator.model.span import Span

__all__ = [
    "Account",
    "Address",
    "Alias",
    "Aligned",
    "Argument",
    "Article",
    "Cell",
    "Chain",
    "Decision",
    "Entity",
    "EntityType",
    "Event",
    "EventMention",
    "EventRef",
    "Evidence",
    "Extraction",
    "Facet",
    "Judgement",
    "KnowledgeBase",
    "Label",
    "Mention",
    "MentionKind",
    "MentionRef",
    "Moved",
    "Named",
    "Origin",
    "Page",
    "Participant",
    "Place",
    "Problem",
    "Quantity",
    "Quote",
    "QuoteForm",
    "QuoteKind",
    "Role",
    "RoleKind",
    "RoleTense",
    "Sentence",
    "Span",
    "Statement",
    "TimeExpression",
    "Utterance",
    "Verdict",
]
