"""Whether a sentence still says what an idea said: titles and drafts are made of people's own words, and
must not keep the words of an idea that was hidden, withdrawn or erased. How an erased idea's words are taken
out stands in erasing.py."""

import re
import unicodedata

# Shorter than this, words are too common for being contained to mean anything; then only the same words
# count.
_TELLING_LETTERS = 6
_NUMBERED = re.compile(r" \(\d+\)$")


def quotes(sentence: str, words: str) -> bool:
    """Whether the sentence contains the words, or is itself a piece of them, whatever case, accents and
    punctuation."""
    said, meant = letters(sentence), letters(words)
    if min(len(said), len(meant)) < _TELLING_LETTERS:
        return bool(said) and said == meant
    return meant in said or said in meant


def unnumbered(title: str) -> str:
    """A machine's title without the number that tells it from another theme's."""
    return _NUMBERED.sub("", title)


def letters(text: str) -> str:
    """Letters and digits without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l"))
    return "".join(filter(str.isalnum, plain))
