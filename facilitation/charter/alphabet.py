"""The order of the Polish alphabet, which is not that of Unicode: „Łódź” stands between „Lublin” and
„Mysłowice”.

English words sort the same way by it, so there is one order for both languages and no locale of the machine
is asked.
"""

_LETTERS = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
_PLACES = {letter: place for place, letter in enumerate(_LETTERS)}
_AFTER = len(_LETTERS)


def alphabetical(text: str) -> tuple[tuple[int, str], ...]:
    """A key for `sorted`: spaces and digits before letters, letters of other alphabets after them, case
    ignored."""
    return tuple(_place(character) for character in text.casefold())


def _place(character: str) -> tuple[int, str]:
    if character in _PLACES:
        return _PLACES[character], ""
    return (_AFTER, character) if character.isalpha() else (-1, character)
