"""Every text on a screen is in both catalogues, translated, with the same placeholders; nothing else is."""

from __future__ import annotations

import re
from functools import cache

import pytest
from babel.messages.jslexer import tokenize

from tools import messages, strings

LANGUAGES = ("en", "pl")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
PROPER_NAMES = {"Obrus"}


@cache
def found() -> dict[str, messages.Found]:
    """Every message of the sources, by its key."""
    return {each.key: each for each in [*messages.server_messages(), *messages.browser_messages()]}


@cache
def catalogue(language: str):
    """A language's catalogue as it is committed."""
    return strings.read_catalogue(strings.catalogues()[language])


def entries(language: str):
    """The messages of a catalogue, its header left out."""
    return [message for message in catalogue(language) if message.id]


def test_there_is_a_catalogue_for_each_language_and_no_other():
    assert tuple(strings.catalogues()) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_holds_exactly_the_messages_of_the_sources(language):
    kept = {message.id if isinstance(message.id, str) else tuple(message.id) for message in entries(language)}
    said = {each.id for each in found().values()}
    assert (sorted(map(str, said - kept)), sorted(map(str, kept - said))) == ([], []), "run `make strings`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated_and_none_is_a_guess_or_a_leftover(language):
    wrong = [
        message.id for message in entries(language) if message.fuzzy or not strings.is_translated(message)
    ]
    assert (wrong, list(catalogue(language).obsolete)) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_message(language):
    translated = [message for message in entries(language) if strings.is_translated(message)]
    assert [message.id for message in translated if not _placeholders_agree(message)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_counts_as_the_browser_does(language):
    assert len(strings.plural_categories(catalogue(language))) == catalogue(language).num_plurals


def test_no_message_is_said_in_one_place_with_a_plural_and_in_another_without():
    plural = {each.id[0] for each in found().values() if isinstance(each.id, tuple)}
    assert [
        each.file for each in messages.browser_messages() if isinstance(each.id, str) and each.id in plural
    ] == []


def test_the_browser_translates_literals_only_so_that_they_can_be_found():
    assert [
        place
        for file, script in messages.plain_scripts().items()
        for place in _calls_without_literal(file, script)
    ] == []


def test_nothing_that_a_page_shows_is_written_without_translation():
    texts = {file: _raw_texts(script) - PROPER_NAMES for file, script in messages.plain_scripts().items()}
    assert {file: raw for file, raw in texts.items() if raw} == {}


def _placeholders_agree(message) -> bool:
    """Every form has the placeholders of the plural, or lacks just the count (“one idea”)."""
    if isinstance(message.id, str):
        return set(PLACEHOLDER.findall(message.string)) == set(PLACEHOLDER.findall(message.id))
    wanted = set(PLACEHOLDER.findall(message.id[1]))
    counts = {"%(num)s", "%(count)s", "{count}"}
    return all(wanted - counts <= set(PLACEHOLDER.findall(form)) <= wanted for form in message.string)


def _calls_without_literal(file: str, script: str) -> list[str]:
    """Calls of `t` and `n` whose message is computed; the module that defines them is left out."""
    if file.endswith("shared/strings.js"):
        return []
    return [f"{file}: {call}" for call in re.findall(r"""(?<![\w.$])[tn]\((?!["')]).*""", script)]


def _raw_texts(script: str) -> set[str]:
    """Words in JSX, as text or in an attribute that is read out, that stand in no call of `t` or `n`."""
    raw: set[str] = set()
    inside: list[bool] = []  # for every open bracket, whether it is a list of an element's children
    before = ["", ""]
    for token in tokenize(script, jsx=False):
        if token.type in {"linecomment", "multilinecomment"}:
            continue
        opens_children = token.value == "[" and before == ["children", ":"]
        text = token.value[1:-1] if token.type == "string" else ""
        shown = before[1] == ":" and before[0].strip("\"'") in {
            "children",
            "title",
            "placeholder",
            "aria-label",
            "alt",
        }
        listed = bool(inside) and inside[-1] and before[1] in {"[", ","}
        if text and (shown or listed) and re.search(r"[^\W\d_]{2}", text):
            raw.add(text.strip())
        if token.value in {"[", "(", "{"}:
            inside.append(opens_children)
        elif token.value in {"]", ")", "}"} and inside:
            inside.pop()
        before = [before[1], token.value]
    return raw
