"""How a printed sentence is set in Polish and in English: quotation marks, dashes, spaces that do not break,
dates, plurals.

Only marks and spaces change here, never a word. People's ideas in an annex are quoted as typed and do not
pass through here.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, tzinfo

NO_BREAK = "\u00a0"

_QUOTES = {"pl": ("„", "”"), "en": ("“", "”")}
_OPENING_QUOTE = re.compile(r'(^|[\s(\[„“–—/])"')
_DASH = re.compile(r"(?<=\s)[-−—](?=\s)")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
# A Polish line must not end in a one-letter word or in an abbreviation that announces what follows.
_POLISH_HANGING = re.compile(
    r"(?<![^\s(\[„“\u2060])([AIOUWZaiouwz]|nr|Nr|art\.|ul\.|al\.|pl\.|os\.|ust\.|pkt|str\.|§) (?=\S)"
)
_POLISH_YEAR = re.compile(r"(?<=\d) (?=(?:r|w)\.)")
_ENGLISH_HANGING = re.compile(r"(?<![^\s(\[“])(No\.|no\.|p\.|pp\.|Art\.) (?=\d)")
_DAY_AND_MONTH = re.compile(r"(?<!\d)(\d{1,2}) (?=[^\W\d_]{3,} \d{4}\b)")

_POLISH_MONTHS = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
]
_ENGLISH_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def set_text(text: str, language: str) -> str:
    """The same words with the marks and spaces of `language` (`pl`; anything else is set as English).
    Idempotent."""
    marked = _APOSTROPHE.sub("’", _DASH.sub("–", text.replace("...", "…")))
    quoted = _quoted(marked, language)
    dated = _DAY_AND_MONTH.sub(rf"\1{NO_BREAK}", quoted)
    if language != "pl":
        return _ENGLISH_HANGING.sub(rf"\1{NO_BREAK}", dated)
    # Twice, because "a w domu" has two in a row and the second begins where the first match ends.
    for _ in range(2):
        dated = _POLISH_HANGING.sub(rf"\1{NO_BREAK}", dated)
    return _POLISH_YEAR.sub(NO_BREAK, dated)


def _quoted(text: str, language: str) -> str:
    opening, closing = _QUOTES.get(language, _QUOTES["en"])
    if text.count('"') % 2 == 0:  # an odd one is an inch mark or a slip: leave them all
        text = _OPENING_QUOTE.sub(rf"\1{opening}", text).replace('"', closing)
    if language == "pl" and "“" in text and "”" in text and "„" not in text:
        text = text.replace("“", "„")
    return text


def quoted(text: str, language: str) -> str:
    """The text in the quotation marks of the language."""
    opening, closing = _QUOTES.get(language, _QUOTES["en"])
    return f"{opening}{text}{closing}"


def long_date(day: date, language: str) -> str:
    """„28 października 2019 r.” or “28 October 2019”, with spaces that do not break."""
    if language == "pl":
        return f"{day.day}{NO_BREAK}{_POLISH_MONTHS[day.month - 1]}{NO_BREAK}{day.year}{NO_BREAK}r."
    return f"{day.day}{NO_BREAK}{_ENGLISH_MONTHS[day.month - 1]}{NO_BREAK}{day.year}"


def moment(at: int, zone: tzinfo) -> datetime:
    """A time in milliseconds since 1970, as the calendar and the clocks of `zone` have it."""
    return datetime.fromtimestamp(at / 1000, zone)


def clock(when: datetime) -> str:
    """Hours and minutes, the same in both languages."""
    return f"{when:%H:%M}"


def plural(number: int, forms: Sequence[str], language: str) -> str:
    """The form for this number, with `{n}` replaced by it: (1, 2–4, 5 and more) in Polish, (1, more) in
    English.

    The rule is that of the Unicode CLDR for whole numbers.
    """
    if language == "pl":
        if number == 1:
            form = forms[0]
        elif 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14:
            form = forms[1]
        else:
            form = forms[2]
    else:
        form = forms[0] if number == 1 else forms[1]
    return form.replace("{n}", str(number))
