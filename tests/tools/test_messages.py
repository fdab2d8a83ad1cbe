"""Every message is found, wherever people write one, and what is no message is not."""

from __future__ import annotations

import pytest

from tools import messages

PAGE = r"""
import { t, n } from "../shared/strings.js";
export function Page({ count, ok }) {
  const pattern = /t\("a pattern"\)/; // t("a comment")
  return (
    <main class={`x ${ok ? t("in a template literal") : ""}`}>
      {/* it's a comment: t("commented out") */}
      <p title={t("in an attribute")}>don't <b>{t("after an {name}'s apostrophe", { name: "x" })}</b></p>
      {ok && <span>{n("{count} idea", "{count} ideas", count / 2)}</span>}
      {t("in two " + "pieces")} {[1].map((x) => <li key={x}>{t(`without an expression`)}</li>)}
    </main>
  );
}
"""


@pytest.fixture
def sources(tmp_path, monkeypatch):
    """A folder of browser sources of the test's own, inside a checkout of its own."""
    (tmp_path / "static" / "src" / "page").mkdir(parents=True)
    (tmp_path / "node_modules").symlink_to(messages.ROOT / "node_modules")
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "BROWSER_SOURCES", tmp_path / "static" / "src")
    return tmp_path / "static" / "src" / "page"


def test_messages_are_found_anywhere_in_jsx(sources):
    (sources / "index.jsx").write_text(PAGE, "utf-8")
    assert [found.id for found in messages.browser_messages()] == [
        "after an {name}'s apostrophe",
        "in a template literal",
        "in an attribute",
        "in two pieces",
        "without an expression",
        ("{count} idea", "{count} ideas"),
    ]


def test_two_files_that_differ_in_ending_only_are_two_files(sources):
    (sources / "Seat.jsx").write_text('export const a = t("drawn");', "utf-8")
    (sources / "seat.js").write_text('export const b = t("decided");', "utf-8")
    assert [(found.file, found.id) for found in messages.browser_messages()] == [
        ("static/src/page/Seat.jsx", "drawn"),
        ("static/src/page/seat.js", "decided"),
    ]
