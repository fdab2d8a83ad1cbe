"""The catalogues follow the sources, and the browser gets its share of them in its own form."""

from __future__ import annotations

import gettext
import json

import pytest
from babel.messages.catalog import Catalog

from tools import strings
from tools.messages import Found

HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {rule}\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""
POLISH = HEADER.format(
    language="pl",
    rule="nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
)
ENGLISH = HEADER.format(language="en", rule="nplurals=2; plural=(n != 1);")

IDEAS = Found(("{count} idea", "{count} ideas"), "static/src/phone/index.jsx")
TABLE = Found("Table {number}", "static/src/phone/index.jsx")
TABLE_SHARED = Found("Table {number}", "static/src/shared/tables.js")
TABLE_ON_PAPER = Found("Table {number}", "templates/paper.html")
CLOSED = Found("The round is closed.", "facilitation/domain/refusals.py")

TRANSLATED = (
    POLISH
    + """#: old/place.py
msgid "Table {number}"
msgstr "Stolik {number}"

msgid "{count} idea"
msgid_plural "{count} ideas"
msgstr[0] "{count} pomysł"
msgstr[1] "{count} pomysły"
msgstr[2] "{count} pomysłów"

msgid "Nobody says this any more"
msgstr "Nikt już tak nie mówi"
"""
)


@pytest.fixture
def catalogues(tmp_path, monkeypatch):
    """Catalogues of the test's own, and sources that say CLOSED, IDEAS and, in two places, TABLE."""
    monkeypatch.setattr(strings, "TRANSLATIONS", tmp_path)
    monkeypatch.setattr(strings, "server_messages", lambda: [CLOSED, TABLE_ON_PAPER])
    monkeypatch.setattr(strings, "browser_messages", lambda: [TABLE, IDEAS])
    paths = {}
    for language, text in {"pl": TRANSLATED, "en": ENGLISH}.items():
        paths[language] = tmp_path / language / "LC_MESSAGES" / "messages.po"
        paths[language].parent.mkdir(parents=True)
        paths[language].write_text(text, "utf-8")
    return paths


def test_an_update_keeps_translations_adds_what_is_new_and_drops_what_nobody_says(catalogues, capsys):
    strings.update_catalogues()
    assert (
        catalogues["pl"].read_text("utf-8")
        == POLISH
        + """#: facilitation/domain/refusals.py
msgid "The round is closed."
msgstr ""

#: static/src/phone/index.jsx
#, python-brace-format
msgid "{count} idea"
msgid_plural "{count} ideas"
msgstr[0] "{count} pomysł"
msgstr[1] "{count} pomysły"
msgstr[2] "{count} pomysłów"

#: static/src/phone/index.jsx templates/paper.html
#, python-brace-format
msgid "Table {number}"
msgstr "Stolik {number}"
"""
    )
    assert capsys.readouterr().err.splitlines() == [
        "en: 3 messages, 0 to translate",
        "pl: 3 messages, 1 to translate",
        "  dropped: 'Nobody says this any more'",
        "  to translate: 'The round is closed.'",
    ]


def test_an_update_fills_in_english_and_a_second_one_changes_nothing(catalogues):
    strings.update_catalogues()
    english = strings.read_catalogue(catalogues["en"])
    assert english.get("Table {number}").string == "Table {number}"
    assert english.get("{count} idea").string == ("{count} idea", "{count} ideas")
    first = {path: path.read_bytes() for path in catalogues.values()}
    strings.update_catalogues()
    assert {path: path.read_bytes() for path in catalogues.values()} == first


def test_a_page_gets_its_own_messages_and_the_shared_with_every_form_and_english_for_what_is_missing(
    catalogues, tmp_path, monkeypatch
):
    monkeypatch.setattr(strings, "browser_messages", lambda: [TABLE_SHARED, IDEAS])
    strings.write_browser_strings(tmp_path)
    assert json.loads((tmp_path / "strings.pl.phone.json").read_text("utf-8")) == {
        "locale": "pl",
        "plural": ["one", "few", "many"],
        "messages": {
            "Table {number}": "Stolik {number}",
            "{count} idea": ["{count} pomysł", "{count} pomysły", "{count} pomysłów"],
        },
    }
    assert json.loads((tmp_path / "strings.en.phone.json").read_text("utf-8")) == {
        "locale": "en",
        "plural": ["one", "other"],
        "messages": {"Table {number}": "Table {number}", "{count} idea": ["{count} idea", "{count} ideas"]},
    }
    board = json.loads((tmp_path / "strings.pl.board.json").read_text("utf-8"))
    assert board["messages"] == {"Table {number}": "Stolik {number}"}


def test_what_is_compiled_is_what_gettext_says(catalogues):
    strings.compile_catalogues()
    with catalogues["pl"].with_suffix(".mo").open("rb") as compiled:
        polish = gettext.GNUTranslations(compiled)
    said = [polish.ngettext("{count} idea", "{count} ideas", count) for count in (1, 2, 5, 12, 22, 25)]
    one, few, many = "{count} pomysł", "{count} pomysły", "{count} pomysłów"
    assert said == [one, few, many, many, few, many]


def test_a_plural_rule_that_contradicts_the_browsers_is_noticed():
    catalogue = Catalog(locale="pl")
    catalogue._num_plurals, catalogue._plural_expr = 2, "(n != 1)"
    with pytest.raises(ValueError, match="contradicts CLDR at 2"):
        strings.plural_categories(catalogue)
