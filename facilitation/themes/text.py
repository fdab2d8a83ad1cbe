"""Text as people type it on phones, made comparable: clean, words, stems, language.

Pure functions on one string. Restoring Polish letters needs more than one string: diacritics.py.
Opposites and negations are in contrast.py.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_LOOSE_PUNCTUATION = re.compile(r"([!?.,…])\1+")
_EMOTICON = re.compile(r"(?<!\w)[:;]-?[)(DPp]|<3")
_APOSTROPHES = str.maketrans(dict.fromkeys("`´ʼ’", "'"))
_FOLD = str.maketrans("łŁøđ", "lLod")
_STEM_LETTERS = 6
_CYRILLIC = re.compile("[а-ӿ]")
_KEPT_TEXTS, _KEPT_WORDS, _KEPT_LETTERS = 20_000, 60_000, 2_000
_MARKED_POLISH = frozenset("ąćęłńóśźż")
_ALSO_ENGLISH = frozenset(["a", "i", "to", "on", "no", "my", "do", "am"])


@cache
def common_words() -> Mapping[str, frozenset[str]]:
    """Words too common to tell what an idea is about, by language; Polish ones also without their marks."""
    text = resources.files("facilitation.themes").joinpath("common_words.txt").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for line in text.splitlines():
        if line.startswith("["):
            current = found.setdefault(line.strip("[]"), set())
        elif not line.startswith("#"):
            current.update(line.split())
    found["pl"] |= {fold(word) for word in found["pl"]}
    return {lang: frozenset(listed) for lang, listed in found.items()}


@lru_cache(maxsize=_KEPT_TEXTS)
def clean(text: str) -> str:
    """The text in composed letters with plain apostrophes, without control or direction marks, emoji and
    shouting."""
    text = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES))
    text = _EMOTICON.sub(" ", text)
    text = "".join(_plain(letter) for letter in text)
    text = _LOOSE_PUNCTUATION.sub(r"\1", _SPACES.sub(" ", text)).strip()
    return text.lower() if _is_shouted(text) else text


@lru_cache(maxsize=_KEPT_LETTERS)
def _plain(letter: str) -> str:
    category = unicodedata.category(letter)
    if category in ("So", "Sk", "Zs", "Zl", "Zp", "Cc"):
        return " "
    return "" if category in ("Cf", "Cs", "Co", "Cn", "Mn", "Me") else letter


def _is_shouted(text: str) -> bool:
    if text == text.lower():
        return False
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 4 and sum(letter.isupper() for letter in letters) > 0.7 * len(letters)


@lru_cache(maxsize=_KEPT_TEXTS)
def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a cleaned text, in lower case, in their order."""
    return tuple(_WORD.findall(text.lower()))


@lru_cache(maxsize=_KEPT_WORDS)
def fold(text: str) -> str:
    """The text without diacritics, Polish ł included: what a phone in a hurry sends."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text.translate(_FOLD))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=_KEPT_WORDS)
def stem(word: str) -> str:
    """The beginning that inflected forms of a word share, unmarked: rough, but needs no dictionary."""
    folded = fold(word)
    return folded if len(folded) < 5 else folded[: min(_STEM_LETTERS, max(4, len(folded) - 2))]


@lru_cache(maxsize=_KEPT_TEXTS)
def language(text: str, said: str | None = None) -> str:
    """Of "pl", "en" and "uk": what was said if it is one of these, else read from letters and words."""
    if said is not None and said in common_words():
        return said
    lower = text.lower()
    cyrillic = sum(map(str.isalpha, _CYRILLIC.findall(lower)))
    if cyrillic and cyrillic * 2 > sum(map(str.isalpha, lower)):
        return "uk"
    if _MARKED_POLISH.intersection(lower):
        return "pl"
    found = words(lower)
    english = sum(word in common_words()["en"] for word in found)
    polish = sum(word in common_words()["pl"] and word not in _ALSO_ENGLISH for word in found)
    return "en" if english > polish else "pl"


def content_words(text: str, lang: str) -> list[str]:
    """The words of a cleaned text that say what it is about."""
    common = common_words()[lang]
    return [word for word in words(text) if word not in common and len(word) > 1]
