"""docs/http.md says what the code does: its tables are compared with it."""

from __future__ import annotations

import re
from pathlib import Path

from flask import Flask

from facilitation.web import body, cookies, errors, languages
from facilitation.web.exports import EXPORTS
from facilitation.web.throttle import RATES

TEXT = (Path(__file__).parents[2] / "docs" / "http.md").read_text("utf-8")


def rows(heading: str) -> list[list[str]]:
    """The cells of every table under a heading, the heads left out."""
    section = TEXT.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_every_page_and_download_is_documented_and_no_other(pages: Flask):
    written = {path for first, *_ in rows("Pages and downloads") for path in re.findall(r"`([^`]+)`", first)}
    routes = {
        rule.rule.replace("<code>", "CODE")
        .replace("<kind>", "KIND")
        .replace("<logo>", "LOGO")
        .replace("<table>", "TABLE")
        .replace("<name>", "NAME")
        for rule in pages.url_map.iter_rules()
        if rule.endpoint.startswith(("pages.", "paper.", "health.", "metrics.", "tablets.page"))
        or rule.endpoint.startswith(("guide.", "institution.", "notices.", "preview."))
        or rule.rule == "/"
    }
    downloads = {f"/w/CODE/{name}" for name in EXPORTS}
    chosen = {f"/language/{language}" for language in languages.LANGUAGES}
    assert written == routes | downloads | chosen


def test_who_may_have_a_download_is_documented():
    written = {first.strip("`"): who for first, who, _ in rows("Pages and downloads")}
    told = {name: tuple(written[f"/w/CODE/{name}"].split(", ")) for name in EXPORTS}
    assert told == {name: export.roles for name, export in EXPORTS.items()}


def test_every_address_of_the_api_is_documented_with_its_method(pages: Flask):
    written = {first.strip("`") for first, *_ in rows("API") if "/api/" in first}
    routes = {
        f"{method} {rule.rule.replace('<code>', 'CODE')}"
        for rule in pages.url_map.iter_rules()
        if rule.rule.startswith("/api/")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert written == routes


def test_every_code_of_http_is_documented_with_its_status_and_sentence():
    written = {row[0].strip("`"): (int(row[1]), row[2]) for row in rows("API") if row[1].isdigit()}
    assert written == dict(errors.SENTENCES)


def test_every_cookie_is_documented():
    written = {name for first, *_ in rows("Tokens and cookies") for name in re.findall(r"`([^`]+)`", first)}
    assert written == {*cookies.TOKEN_COOKIES.values(), cookies.KEY_COOKIE, languages.COOKIE}


def test_the_limits_are_documented():
    assert RATES == {"code": "30/minute", "key": "30/minute"}
    assert "after 30 wrong codes, or 30 wrong keys or tokens, within a minute" in " ".join(TEXT.split())
    assert (body.BODY_BYTES, body.COMMANDS_BYTES, body.COMMANDS) == (64 * 1024, 1024 * 1024, 1000)
    assert "at most 64 kB, lists of commands at most 1 MB and 1000 commands" in " ".join(TEXT.split())
