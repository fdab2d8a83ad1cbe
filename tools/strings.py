"""The one set of catalogues for Python, templates and browser: extract, update, compile, and hand to the browser.

msgids are English. Python and templates say `_("…")` with %(name)s; JavaScript says `t("…", {name: value})` with
{name} and `n("{count} idea", "{count} ideas", count)`. `strings.LANGUAGE.json` in `static/dist` holds exactly the
messages that occur in `static/src`:

    {"locale": "pl", "plural": ["one", "few", "many"], "messages": {MSGID: TEXT or [FORM, …]}}

`plural` names the CLDR category of each form in the catalogue's order: the browser takes
`forms[plural.indexOf(new Intl.PluralRules(locale).select(count))]`, so no rule of ours and no eval reaches it.
Neighbours: `bundle.py` calls the two writers; `tests/rules/test_translations.py` keeps the catalogues whole.
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "facilitation" / "translations"


def catalogues() -> list[Path]:
    """Every language's catalogue, in order of language."""
    return sorted(TRANSLATIONS.glob("*/LC_MESSAGES/messages.po"))


def compile_catalogues() -> None:
    """Write the .mo beside every catalogue that has changed since."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for path in catalogues():
        compiled = path.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime_ns >= path.stat().st_mtime_ns:
            continue
        with path.open("rb") as source:
            catalogue = read_po(source, locale=path.parent.parent.name)
        draft = compiled.with_suffix(".mo.new")
        with draft.open("wb") as target:
            write_mo(target, catalogue)
        draft.replace(compiled)


def write_browser_strings(out: Path) -> None:
    """Write `strings.LANGUAGE.json` for every catalogue into `out`."""
