"""The one set of catalogues for Python, templates and browser: update, compile, and hand to the browser.

msgids are English. The catalogues are `facilitation/translations/LANGUAGE/LC_MESSAGES/messages.po`; the
English one repeats the msgids, so that a language is what has a catalogue. In `static/dist`,
`strings.LANGUAGE.PAGE.json` holds exactly the messages that occur in the page's folder of `static/src` or in
`shared/`, since a phone should not carry the console's words:

    {"locale": "pl", "plural": ["one", "few", "many"], "messages": {MSGID: TEXT or [FORM, …]}}

`plural` names the CLDR category of each form in the catalogue's order, so the browser takes
`forms[plural.indexOf(new Intl.PluralRules(locale).select(count))]` and needs neither eval nor a rule of ours.
Neighbours: `messages.py` finds the messages, `bundle.py` calls the two writers,
`tests/rules/test_translations.py` keeps the catalogues whole.
"""

from __future__ import annotations

import gettext
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tools.messages import BROWSER_SOURCES as SOURCES
from tools.messages import Found, browser_messages, server_messages

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "facilitation" / "translations"
SOURCE_LANGUAGE = "en"


def catalogues() -> dict[str, Path]:
    """Where each language's catalogue is, in order of language."""
    return {path.parent.parent.name: path for path in sorted(TRANSLATIONS.glob("*/LC_MESSAGES/messages.po"))}


def read_catalogue(path: Path) -> Catalog:
    """One language's messages. Raises Babel's PoFileError with the line where the file is broken."""
    from babel.messages.pofile import read_po

    with path.open("rb") as source:
        return read_po(source, locale=path.parent.parent.name, abort_invalid=True)


def compile_catalogues() -> None:
    """Write the .mo beside every catalogue that has changed since."""
    from babel.messages.mofile import write_mo

    for path in catalogues().values():
        compiled = path.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime_ns >= path.stat().st_mtime_ns:
            continue
        draft = path.with_suffix(".mo.new")
        with draft.open("wb") as target:
            write_mo(target, read_catalogue(path))
        draft.replace(compiled)


def write_browser_strings(out: Path) -> None:
    """Write `strings.LANGUAGE.PAGE.json` for every catalogue and page into `out`; an untranslated message
    stays English."""
    by_page = _by_page(browser_messages())
    for language, path in catalogues().items():
        catalogue = read_catalogue(path)
        plural = plural_categories(catalogue)
        for page, messages in by_page.items():
            words = {found.key: _translation(catalogue, found) for found in messages}
            content = {"locale": language, "plural": plural, "messages": words}
            text = json.dumps(content, ensure_ascii=False, sort_keys=True)
            (out / f"strings.{language}.{page}.json").write_text(text, "utf-8")


def _by_page(messages: list[Found]) -> dict[str, list[Found]]:
    """What each page says: the messages of its own folder and of `shared/`. A page has a stylesheet of its
    own name. What lies in a page's folder `late/` is fetched later, with words of its own; `shared/late/` is
    late for phones, the only ones that fetch anything late."""
    pages = [path.name for path in SOURCES.iterdir() if (path / f"{path.name}.css").is_file()]
    said: dict[str, list[Found]] = {page: [] for page in sorted(pages)}
    for found in messages:
        folders = Path(found.file).parts[2:-1]
        late = "late" in folders
        for page in pages if folders[0] == "shared" else [folders[0]]:
            said.setdefault("late" if late and page == "phone" else page, []).append(found)
    return said


def plural_categories(catalogue: Catalog) -> list[str]:
    """The CLDR category of each plural form, in the catalogue's order, for whole numbers.

    Raises ValueError when the catalogue's Plural-Forms and CLDR divide the numbers differently.
    """
    form_of: Callable[[int], int] = gettext.c2py(catalogue.plural_expr)  # type: ignore[attr-defined]
    assert catalogue.locale is not None
    categories: dict[int, str] = {}
    for count in range(1000):
        category = catalogue.locale.plural_form(count)
        if categories.setdefault(form_of(count), category) != category:
            raise ValueError(f"{catalogue.locale}: Plural-Forms contradicts CLDR at {count}")
    return [categories[form] for form in range(catalogue.num_plurals)]


def is_translated(message: Message) -> bool:
    """Whether a message has its text or, where it counts, every form, and nobody has marked it as a guess."""
    return all(_forms(message)) and not message.fuzzy


def update_catalogues() -> None:
    """Bring every catalogue up to date with the sources, and say on stderr what changed and what is missing.

    A message that no source says any more is dropped with its translation; nothing is guessed.
    """
    messages = sorted([*server_messages(), *browser_messages()], key=lambda found: (found.file, found.key))
    for language, path in catalogues().items():
        catalogue = read_catalogue(path)
        before = {message.id for message in catalogue if message.id}
        catalogue.update(_template(messages), no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        if language == SOURCE_LANGUAGE:
            _repeat_ids(catalogue)
        _write(catalogue, path)
        _report(language, catalogue, before)


def _forms(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string or "",)


def _translation(catalogue: Catalog, found: Found) -> str | list[str]:
    """The text or forms of one message; the message itself, in every form, where the catalogue has none."""
    message = catalogue.get(found.key)
    if message is not None and is_translated(message):
        forms = _forms(message)
        return forms[0] if isinstance(found.id, str) else list(forms)
    if isinstance(found.id, str):
        return found.id
    return [found.id[0], *[found.id[1]] * (catalogue.num_plurals - 1)]


def _template(messages: list[Found]) -> Catalog:
    """The messages as a catalogue without translations, each with the files it occurs in."""
    from babel.messages.catalog import Catalog

    template = Catalog(charset="utf-8")
    for found in messages:
        template.add(found.id, locations=[(found.file, 0)], context=found.context)
    return template


def _repeat_ids(catalogue: Catalog) -> None:
    for message in catalogue:
        if message.id and not is_translated(message):
            message.string = message.id


def _write(catalogue: Catalog, path: Path) -> None:
    """Write the messages by file, without line numbers, under the header that the file has."""
    from babel.messages.pofile import write_po

    header = path.read_text("utf-8").partition("\n\n")[0].rstrip("\n")
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=100, omit_header=True, sort_by_file=True, include_lineno=False)
    content = f"{header}\n\n{buffer.getvalue().decode()}".rstrip("\n") + "\n"
    if content != path.read_text("utf-8"):
        path.write_text(content, "utf-8")


def _report(language: str, catalogue: Catalog, before: set[object]) -> None:
    messages = [message for message in catalogue if message.id]
    missing = [message.id for message in messages if not is_translated(message)]
    print(f"{language}: {len(messages)} messages, {len(missing)} to translate", file=sys.stderr)
    for label, ids in (("dropped", before - {message.id for message in messages}), ("to translate", missing)):
        for each in ids:
            print(f"  {label}: {each!r}", file=sys.stderr)


if __name__ == "__main__":
    update_catalogues()
