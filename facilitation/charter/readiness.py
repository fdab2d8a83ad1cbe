"""How ready a text is to stand in a document as a sentence. A judgement of form only; what it says is the
room's affair.

Phones and haste make fragments, shouting and Polish without its letters; where somebody wrote the same with
more care, that one speaks for both.
"""

import re
import unicodedata

_SHORTEST, _LONGEST = 4, 30
_BARE_WORDS = 6
_WORD = re.compile(r"\w*[^\W\d_]\w*")
# A mark that ends a sentence, with more after it; a full stop after one or two letters is an abbreviation's.
_MORE_AFTER = re.compile(r"(?:[!?…]|(?<=\w{3})\.)\s+\w")
# Frequent Polish words as they look when their letters are left out; none of them is a word itself.
_WITHOUT_LETTERS = (
    "sie zeby zebym zebysmy moze mozna tez juz ktos kazdy kazda kazdego wszedzie wiecej byc bedzie beda wiec "
    "ktory ktora ktore ktorzy ktorych rowniez wspolpraca wspolpracy wspolnie wspolne wspolny ludzmi sa robic "
    "musial mowic mowimy mowi czlowiek czlowieka wlasnie jesli przeciez spolecznej srodowisko zadnych"
)
_HURRIED = frozenset(_WITHOUT_LETTERS.split())

# How people begin who answer others or excuse themselves: they may be right, but they speak to somebody in
# the room.
_ASIDES = {
    "pl": r"""((nie|ja|też)\ )*zgadzam(y)?\ się|jestem\ (za|przeciw)|popieram|do\ te(go|j)\b.*\bdo(rzuc|da)
        |do(rzucam|daję)\b|przepraszam|sorry|dzięk|spoko|ok\b|test\b|(i\ )?zapomnia|jak\ (wyżej|poprzedni)
        |\+1""",
    "en": r"""(i|we)\ (dis)?agree|i\ (do\ not|don.t)\ agree|agreed|me\ too|same\ here|as\ above|i.d\ add|sorry
        |thanks|thank\ you|ok\b|test\b|i\ forgot|\+1""",
}
_ASIDE = {language: re.compile(opening, re.I | re.X) for language, opening in _ASIDES.items()}

ALL_MARKS = 7
"""How many marks of a written sentence a text can have."""


def readiness(text: str, language: str, shortest: int = _SHORTEST) -> int:
    """How many of these marks a cleaned text has: a fitting length (from `shortest` words), one sentence
    only, not shouted, no question, no pictures, said to everybody (not a reply, an excuse or a test), and, in
    Polish, its letters."""
    words = _WORD.findall(text)
    return sum(
        (
            shortest <= len(words) <= _LONGEST,
            not _MORE_AFTER.search(text),
            not text.isupper(),
            not text.endswith("?"),
            not any(unicodedata.category(character) == "So" for character in text),
            not is_aside(text, language),
            language != "pl" or not _is_hurried(text, words),
        )
    )


def is_aside(text: str, language: str) -> bool:
    """Whether a cleaned text is said to somebody in the room: a reply, an excuse or a test."""
    return bool(_ASIDE.get(language, _ASIDE["en"]).match(text))


def _is_hurried(text: str, words: list[str]) -> bool:
    """A longer Polish text without a single Polish letter, or one with a word that is none without them."""
    bare = text.isascii() and len(words) >= _BARE_WORDS
    return bare or any(word.casefold() in _HURRIED for word in words)
