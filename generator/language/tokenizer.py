"""The tokens of English news: spaCy's rules for English, and what they miss in edited text.

spaCy's own cut agrees with the treebanks on nearly every word. Added are: sums behind letters ("RM50", "HK$2bn"), multipliers and
times of day behind figures ("3bn", "6.30pm"), ranges, dashes and quotation marks without the space beside them, hyphens
behind an abbreviation ("U.S.-led"), bullets, and abbreviations. Taken away are contractions without their apostrophe that are words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from spacy.lang.char_classes import CURRENCY
from spacy.lang.en import English
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry
from spacy.vocab import Vocab

from generator.language.lexicons import read_words

WORDS_NOT_CONTRACTIONS = frozenset({"id", "Id", "wed", "Wed"})
LETTER = r"[^\W\d_]"  # of any script
QUOTES = '"“”'
SIGN = CURRENCY.replace(r"\$", "[$]")
SUM = r"[0-9]{3}|[0-9]+(?:[.,][0-9]|m|mn|bn|tn)"
PREFIXES = (
    r"(?:[•·▪●◦‣])(?=\S)",  # a bullet
    rf"-(?={LETTER}{{2}})",  # a dash without its space
)
SUFFIXES = (
    r"(?<=[0-9])(?:bn|tn|trn|bln|mn|mln|k)",
    r"(?<=[0-9])(?:[ap]m|[AP]M|[ap]\.m\.)",
    r"(?<=[0-9][A-Z])\.",  # "Highway 4A."
)
INFIXES = (
    r"—+|-{2,}",
    r"(?<=[0-9])–(?=[0-9])",  # a range
    rf"(?<=[\w%)\]{QUOTES}’.,])–(?={LETTER}|[{QUOTES}‘(])",
    rf"(?<=[0-9%])[-–](?={SIGN}[0-9])",
    rf"(?<=[-–])(?:{SIGN})(?=[0-9])",
    r"(?<=[0-9])%(?=[-–][0-9])",
    r"(?<=%)[-–](?=[0-9])",
    r"(?<=[0-9][ap]m)[-–](?=[0-9])",
    rf"(?<=[A-Z]\.)-(?={LETTER})",
    rf"(?<={LETTER})[.,!?](?=[{QUOTES}](?:{LETTER}|[—–-]))",
    rf"(?<=[.,!?…])[{QUOTES}](?={LETTER}|[—–-])",
    rf"(?<=\w)[{QUOTES}](?=[—–])",
    rf"(?<=[—–])[{QUOTES}(](?=\w)",
    rf"(?<={LETTER}{LETTER})\((?={LETTER})",
)


NAME = "concordance.tokenizer"
CONFIG = {"nlp": {"tokenizer": {"@tokenizers": NAME}}}  # for `spacy.blank("en", config=CONFIG)`


def tokenizer_factory() -> Callable[[Language], Tokenizer]:
    """What spaCy's configuration calls by name."""
    return lambda nlp: make_tokenizer(nlp.vocab)


registry.tokenizers.register(NAME, func=tokenizer_factory)


def make_tokenizer(vocab: Vocab) -> Tokenizer:
    """A tokenizer for English news. It never changes a character: the tokens and their spaces give the text back."""
    defaults = English.Defaults
    return Tokenizer(
        vocab,
        rules=_exceptions(),
        prefix_search=compile_prefix_regex([*PREFIXES, _currency(), *(defaults.prefixes or ())]).search,
        suffix_search=compile_suffix_regex([*SUFFIXES, *(defaults.suffixes or ())]).search,
        infix_finditer=compile_infix_regex([_gated(r"\W", INFIXES), *(defaults.infixes or ())]).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )


def _currency() -> str:
    """A sign before any figure; a code, which may be the start of a name ("COP26", "RON95"), before a sum only."""
    parts = rf"(?:{_any('currency_signs')})(?=[0-9])", rf"(?:{_any('currency_codes')})(?={SUM})"
    return _gated(r"[A-Z][^0-9]{0,3}[0-9]", parts)


def _gated(gate: str, patterns: Iterable[str]) -> str:
    """Any of the patterns, tried only where the gate fits: most words have no place for them, and cost next to nothing."""
    return f"(?={gate})(?:{'|'.join(patterns)})"


def _any(lexicon: str) -> str:
    """A pattern for any entry of a list, the longest first."""
    return "|".join(re.escape(word) for word in sorted(read_words(lexicon), key=lambda word: (-len(word), word)))


@cache
def _exceptions() -> dict[str, list[dict[int, str]]]:
    given = English.Defaults.tokenizer_exceptions
    kept = {text: parts for text, parts in given.items() if text not in WORDS_NOT_CONTRACTIONS}
    return kept | {text: [{ORTH: text}] for text in sorted(read_words("token_abbreviations"))}
