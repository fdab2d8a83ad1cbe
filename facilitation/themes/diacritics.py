"""Restoring Polish letters that were not typed: "zeby byla lacznosc" to "żeby była łączność".

Takes each bare word to the most frequent marked spelling among the ideas themselves, else to the one in
polish_words.txt (own list: common words and the working words of a town's institutions).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from itertools import pairwise

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
    """The text in lower case with letters restored, only if it has no marked letter itself (its author
    types them)."""
    lower = text.lower()
    if lower != fold(lower):
        return lower
    known = known_spellings()
    for word in dict.fromkeys(words(lower)):
        marked = learned.get(word) or known.get(word)
        if marked is not None:
            lower = _replace_word(lower, word, marked)
    return lower


def _replace_word(text: str, word: str, marked: str) -> str:
    parts = text.split(word)
    rebuilt = parts[0]
    for before, after in pairwise(parts):
        whole = not (before[-1:].isalnum() or after[:1].isalnum())
        rebuilt += (marked if whole else word) + after
    return rebuilt
