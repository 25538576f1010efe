"""Write the lists of personal names: `python -m generator.language.make_names`.

Names come from `given_names_by_hand.txt` and `surnames_by_hand.txt` (usual English spellings, every tradition), and from
two packages that only this command needs: Faker (MIT; `faker.providers.person`) and `names` (MIT; the name counts of the
United States census of 1990, public domain). The frequency of a word with and without its capital in English text
(`en_lexeme_prob` of spacy-lookups-data, MIT) tells names from words."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from importlib.resources import files

from generator.language.lexicons import FOLDER, read_words

# fmt: off
LOCALES = (
    "az_AZ", "cs_CZ", "da_DK", "de_DE", "en_GB", "en_IE", "en_IN", "en_KE", "en_NG", "en_NZ", "en_PK", "en_TH",
    "en_US", "es_AR", "es_CO", "es_ES", "es_MX", "et_EE", "fi_FI", "fr_FR", "ga_IE", "ha_NG", "hr_HR", "hu_HU",
    "id_ID", "ig_NG", "is_IS", "it_IT", "lt_LT", "lv_LV", "nl_NL", "no_NO", "pl_PL", "pt_BR", "pt_PT", "ro_RO",
    "sk_SK", "sl_SI", "sv_SE", "tr_TR", "tw_GH", "uz_UZ", "vi_VN", "yo_NG", "zu_ZA",
)
# fmt: on
GIVEN_LISTS = ("first_names", "first_names_female", "first_names_male", "first_names_unisex")
SURNAME_LISTS = ("last_names", "last_names_female", "last_names_male", "last_names_unisex")
CENSUS = {"given": (("dist.female.first", 1200), ("dist.male.first", 800)), "sur": (("dist.all.last", 3000),)}
SHORTEST = {"hand": 2, "package": 4}  # characters
WORD_LEAD = 0.7  # natural log: a word is twice as frequent in lower case as with a capital
EVERYDAY = -9.2  # natural log of a word's share of English text: names that are such words are no evidence at all
RAREST = -18.0  # natural log: names of packages that English text hardly ever has are left out
NOT_NAMES = (
    "countries",
    "capitals",
    "provinces",
    "regions",
    "demonyms",
    "organizations",
    "after_times",
    "sentence_starters",
)


def main() -> None:
    """Write `given_names.txt`, `surnames.txt` and `word_names.txt`."""
    share = _lexeme_shares()
    barred = frozenset().union(*(read_words(name) for name in NOT_NAMES)) | read_words("organization_heads")
    barred |= read_words("place_heads") | {word.capitalize() for word in read_words("titles")}
    barred -= read_words("ambiguous_names")
    words: set[str] = set()
    for name, kind, lists in (("given_names", "given", GIVEN_LISTS), ("surnames", "sur", SURNAME_LISTS)):
        by_hand = _single_words(read_words(f"{name}_by_hand"), SHORTEST["hand"])
        packaged = _single_words([*_faker_names(lists), *_census_names(kind)], SHORTEST["package"])
        kept = {word for word in by_hand if not _is_everyday(word, share)}
        kept |= {word for word in packaged if share.get(word, RAREST) > RAREST and not _is_word(word, share)}
        kept -= barred
        words |= {word for word in kept if _is_word(word, share)}
        _write(name, _TITLES[name], kept)
    _write("word_names", _TITLES["word_names"], words)


_TITLES = {
    "given_names": "Given names of all name traditions, in the usual English spelling. Made by make_names: see SOURCES.md.",
    "surnames": "Surnames of all name traditions, in the usual English spelling. Made by make_names: see SOURCES.md.",
    "word_names": "Given names and surnames that are also ordinary English words: no evidence alone. Made by make_names: see SOURCES.md.",
}


def _faker_names(lists: Iterable[str]) -> Iterator[str]:
    for locale in LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for name in lists:
            found = getattr(provider, name, ())
            if not isinstance(found, property):
                yield from (word for word in found if isinstance(word, str))


def _census_names(kind: str) -> Iterator[str]:
    for name, count in CENSUS[kind]:
        lines = files("names").joinpath(name).read_text(encoding="ascii").splitlines()
        yield from (line.split()[0].capitalize() for line in lines[:count])


def _single_words(names: Iterable[str], shortest: int) -> set[str]:
    """Names of one word of letters (an apostrophe may stand inside) that begin with a capital."""
    return {name for name in names if len(name) >= shortest and name[0].isupper() and _is_plain(name)}


def _is_plain(name: str) -> bool:
    letters = name.replace("'", "")
    return letters.isalpha() and ord(max(letters)) < _FIRST_NON_LATIN and not name.isupper()


_FIRST_NON_LATIN = 0x2000


def _lexeme_shares() -> Mapping[str, float]:
    raw = files("spacy_lookups_data").joinpath("data/en_lexeme_prob.json.gz").read_bytes()
    shares: dict[str, float] = json.loads(gzip.decompress(raw))
    return shares


def _is_word(name: str, share: Mapping[str, float]) -> bool:
    """Whether English writes it in lower case about as often as not."""
    lower = share.get(name.lower(), float("-inf"))
    return lower > share.get(name, -20.0) + WORD_LEAD


def _is_everyday(name: str, share: Mapping[str, float]) -> bool:
    return _is_word(name, share) and share[name.lower()] > EVERYDAY


def _write(name: str, title: str, words: Iterable[str]) -> None:
    (FOLDER / f"{name}.txt").write_text("\n".join([f"# {title}", *sorted(words)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
