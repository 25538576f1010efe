"""The tokens of English news: spaCy's rules for English, and what they miss in edited text.

spaCy's own cut agrees with the treebanks on nearly every word. Added are: sums behind letters ("RM50", "HK$2bn"), multipliers and
times of day behind figures ("3bn", "6.30pm"), ranges, dashes and quotation marks without the space beside them, hyphens
behind an abbreviation ("U.S.-led"), bullets, and abbreviations. Taken away are contractions without their apostrophe that are words."""

from __future__ import annotations

import re
from functools import cache

from spacy.lang.char_classes import ALPHA, CURRENCY
from spacy.lang.en import English
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import Vocab

from generator.language.lexicons import read_words

WORDS_NOT_CONTRACTIONS = frozenset({"id", "Id", "wed", "Wed"})
QUOTES = '"“”'
SIGN = CURRENCY.replace(r"\$", "[$]")
SUM = r"[0-9]{3}|[0-9]+(?:[.,][0-9]|m|mn|bn|tn)"
PREFIXES = (
    r"(?:[•·▪●◦‣])(?=\S)",  # a bullet
    rf"-(?=[{ALPHA}]{{2}})",  # a dash without its space
)
SUFFIXES = (
    r"(?<=[0-9])(?:bn|tn|trn|bln|mn|mln|k)",
    r"(?<=[0-9])(?:[ap]m|[AP]M|[ap]\.m\.)",
    r"(?<=[0-9][A-Z])\.",  # "Highway 4A."
)
INFIXES = (
    r"—+|-{2,}",
    r"(?<=[0-9])–(?=[0-9])",  # a range
    rf"(?<=[0-9{ALPHA}%)\]{QUOTES}’.,])–(?=[{ALPHA}{QUOTES}‘(])",
    rf"(?<=[0-9%])[-–](?={SIGN}[0-9])",
    rf"(?<=[-–])(?:{SIGN})(?=[0-9])",
    r"(?<=[0-9])%(?=[-–][0-9])",
    r"(?<=%)[-–](?=[0-9])",
    r"(?<=[0-9][ap]m)[-–](?=[0-9])",
    rf"(?<=[A-Z]\.)-(?=[{ALPHA}])",
    rf"(?<=[{ALPHA}])[.,!?](?=[{QUOTES}][{ALPHA}—–-])",
    rf"(?<=[.,!?…])[{QUOTES}](?=[{ALPHA}—–-])",
    rf"(?<=[{ALPHA}0-9])[{QUOTES}](?=[—–])",
    rf"(?<=[—–])[{QUOTES}(](?=[{ALPHA}0-9])",
    rf"(?<=[{ALPHA}]{{2}})\((?=[{ALPHA}])",
)


def make_tokenizer(vocab: Vocab) -> Tokenizer:
    """A tokenizer for English news. It never changes a character: the tokens and their spaces give the text back."""
    defaults = English.Defaults
    return Tokenizer(
        vocab,
        rules=_exceptions(),
        prefix_search=compile_prefix_regex([*PREFIXES, _currency(), *(defaults.prefixes or ())]).search,
        suffix_search=compile_suffix_regex([*SUFFIXES, *(defaults.suffixes or ())]).search,
        infix_finditer=compile_infix_regex([*INFIXES, *(defaults.infixes or ())]).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )


def _currency() -> str:
    """A sign before any figure; a code, which may be the start of a name ("COP26", "RON95"), before a sum only."""
    return rf"(?:{_any('currency_signs')})(?=[0-9])|(?:{_any('currency_codes')})(?={SUM})"


def _any(lexicon: str) -> str:
    """A pattern for any entry of a list, the longest first."""
    return "|".join(re.escape(word) for word in sorted(read_words(lexicon), key=lambda word: (-len(word), word)))


@cache
def _exceptions() -> dict[str, list[dict[int, str]]]:
    given = English.Defaults.tokenizer_exceptions
    kept = {text: parts for text, parts in given.items() if text not in WORDS_NOT_CONTRACTIONS}
    return kept | {text: [{ORTH: text}] for text in sorted(read_words("token_abbreviations"))}
