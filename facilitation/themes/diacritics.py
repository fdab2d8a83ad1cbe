"""Restoring Polish letters that were not typed: "zeby byla lacznosc" to "żeby była łączność".

Takes each bare word to the most frequent marked spelling among the ideas themselves, else to the one in
polish_words.txt (own list: common words and the working words of a town's institutions).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from facilitation.themes.text import fold, words


@cache
def known_spellings() -> Mapping[str, str]:
    """Bare word → marked word, from the list that comes with this package."""
    listed = resources.files("facilitation.themes").joinpath("polish_words.txt").read_text(encoding="utf-8")
    marked = [word for line in listed.splitlines() if not line.startswith("#") for word in line.split()]
    return {fold(word): word for word in reversed(marked)}


def learn_spellings(texts: Iterable[str]) -> dict[str, str]:
    """Bare word → its most frequent marked spelling in these texts, unless the bare one is as frequent."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        found = words(text)
        if any(word != fold(word) for word in found):
            for word in found:
                seen[fold(word)][word] += 1
    learned = {}
    for bare, spellings in seen.items():
        best = min(spellings, key=lambda word: (-spellings[word], word))
        if best != bare:
            learned[bare] = best
    return learned


def restore(text: str, learned: Mapping[str, str]) -> str:
    """The text with its letters restored, only if it has no marked letter itself (else its author types
    them)."""
    if text != fold(text):
        return text
    known = known_spellings()

    def marked(found: re.Match[str]) -> str:
        word = found.group()
        spelled = learned.get(word.lower()) or known.get(word.lower()) or word
        if word.isupper() and len(word) > 1:
            return spelled.upper()
        return spelled[:1].upper() + spelled[1:] if word[0].isupper() else spelled

    return _LETTERS.sub(marked, text)


_LETTERS = re.compile(r"[^\W\d_]+")
