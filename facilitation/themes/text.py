"""Text as people type it on phones, made comparable: clean, words, stems, language.

Pure functions on one string. Restoring Polish letters needs more than one string: diacritics.py.
Opposites and negations are in contrast.py.
"""

import re
import unicodedata

_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_LOOSE_PUNCTUATION = re.compile(r"([!?.,…])\1+")
_EMOTICON = re.compile(r"(?<!\w)[:;]-?[)(DPp]|<3")
_FOLD = str.maketrans("łŁøđ", "lLod")
_STEM_LETTERS = 6

COMMON = {
    "pl": frozenset(
        ["a", "aby", "ale", "albo", "bardzo", "bez", "bo", "by", "być", "był", "była", "było", "były", "będzie", "będą", "cały", "chce", "chcemy", "co", "coś", "czy", "dla", "do", "go", "gdy", "gdzie", "i", "ich", "im", "inny", "innych", "itd", "itp", "iż", "ja", "jak", "jaki", "jako", "je", "jednak", "jego", "jej", "jest", "jestem", "jeszcze", "jeśli", "już", "każda", "każde", "każdego", "każdy", "kiedy", "kto", "która", "które", "którego", "której", "który", "którzy", "lub", "ma", "mają", "mam", "mamy", "mi", "mieć", "mnie", "mógł", "może", "można", "mu", "musi", "my", "na", "nad", "nam", "nami", "nas", "nasz", "nasza", "nasze", "naszym", "nawet", "nich", "nie", "nią", "nim", "niż", "no", "o", "od", "ok", "on", "ona", "oni", "ono", "oraz", "po", "pod", "potem", "powinien", "powinna", "powinno", "powinny", "proponuję", "prosimy", "proszę", "przed", "przez", "przy", "raz", "są", "się", "siebie", "sobie", "swoje", "swój", "ta", "tak", "także", "tam", "te", "tego", "tej", "temu", "ten", "teraz", "to", "tu", "tych", "tylko", "tym", "tyle", "u", "w", "wam", "wasz", "we", "więc", "wy", "wszyscy", "wszystko", "wszystkie", "wszystkich", "wszystkim", "z", "za", "zawsze", "ze", "zgadzam", "że", "żeby", "żebym", "żebyśmy"]
    ),
    "en": frozenset(
        ["a", "about", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "could", "did", "do", "does", "don't", "for", "from", "get", "had", "has", "have", "how", "i", "i'd", "i'll", "i'm", "i've", "if", "in", "into", "is", "it", "it's", "its", "just", "like", "me", "more", "my", "need", "no", "not", "of", "on", "or", "our", "please", "should", "so", "some", "than", "that", "the", "their", "them", "there", "they", "this", "to", "up", "us", "was", "we", "were", "what", "when", "where", "which", "who", "why", "will", "with", "would", "you", "your"]
    ),
    "uk": frozenset(
        ["а", "але", "або", "багато", "без", "був", "була", "були", "бути", "в", "ви", "від", "він", "вона", "вони", "все", "всі", "де", "для", "до", "є", "же", "з", "за", "зі", "і", "й", "його", "її", "їх", "коли", "кожен", "ми", "можна", "на", "нам", "нас", "наш", "не", "ні", "про", "по", "при", "свої", "та", "так", "також", "там", "те", "ти", "тільки", "то", "той", "треба", "ту", "у", "це", "цей", "чи", "що", "щоб", "я", "як", "який", "якщо"]
    ),
}
"""Words too common to tell what an idea is about, by language."""


def clean(text: str) -> str:
    """The text in composed letters, without control or direction marks, emoji and shouting."""
    text = unicodedata.normalize("NFKC", text)
    text = _EMOTICON.sub(" ", text)
    text = "".join(_plain(letter) for letter in text)
    text = _LOOSE_PUNCTUATION.sub(r"\1", _SPACES.sub(" ", text)).strip()
    return text.lower() if _is_shouted(text) else text


def _plain(letter: str) -> str:
    category = unicodedata.category(letter)
    if category in ("So", "Sk", "Zs", "Zl", "Zp", "Cc"):
        return " "
    return "" if category in ("Cf", "Cs", "Co", "Cn", "Mn", "Me") else letter


def _is_shouted(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 4 and sum(letter.isupper() for letter in letters) > 0.7 * len(letters)


def words(text: str) -> list[str]:
    """The words and numbers of a cleaned text, in lower case, in their order."""
    return _WORD.findall(text.lower())


def fold(text: str) -> str:
    """The text without diacritics, Polish ł included: what a phone in a hurry sends."""
    decomposed = unicodedata.normalize("NFD", text.translate(_FOLD))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def stem(word: str) -> str:
    """The beginning that inflected forms of a word share, without diacritics: rough, but without a dictionary."""
    folded = fold(word)
    return folded if len(folded) < 5 else folded[: min(_STEM_LETTERS, max(4, len(folded) - 2))]


def language(text: str, said: str | None = None) -> str:
    """ "pl", "en" or "uk": what was said if it is one of these, else read from letters and common words."""
    if said in COMMON:
        return said
    lower = text.lower()
    letters = [letter for letter in lower if letter.isalpha()]
    if sum("а" <= letter <= "ӿ" for letter in letters) * 2 > len(letters) > 0:
        return "uk"
    if any(letter in "ąćęłńóśźż" for letter in lower):
        return "pl"
    found = words(lower)
    english = sum(word in COMMON["en"] for word in found)
    polish = sum(word in _POLISH_FOLDED for word in found)
    return "en" if english > polish else "pl"


def content_words(text: str, lang: str) -> list[str]:
    """The words of a cleaned text that say what it is about."""
    common = COMMON[lang] if lang != "pl" else _POLISH_ANY
    return [word for word in words(text) if word not in common and len(word) > 1]


_POLISH_FOLDED = frozenset(fold(word) for word in COMMON["pl"]) - {
    "a",
    "i",
    "to",
    "on",
    "no",
    "my",
    "do",
    "am",
}
_POLISH_ANY = COMMON["pl"] | frozenset(fold(word) for word in COMMON["pl"])
