"""Whether a sentence still says what an idea said: titles and drafts are made of people's own words, and
must not keep the words of an idea that was hidden, withdrawn or erased."""

import unicodedata

# Shorter than this, words are too common for being contained to mean anything; then only the same words
# count.
_TELLING_LETTERS = 6


def quotes(sentence: str, words: str) -> bool:
    """Whether the sentence contains the words, or is itself a piece of them, whatever case, accents and
    punctuation."""
    said, meant = _letters(sentence), _letters(words)
    if min(len(said), len(meant)) < _TELLING_LETTERS:
        return bool(said) and said == meant
    return meant in said or said in meant


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l"))
    return "".join(character for character in plain if character.isalnum())
