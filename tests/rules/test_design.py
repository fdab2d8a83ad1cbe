"""docs/design.md says what tokens.css says: every token has its entry, and every contrast is as computed."""

from __future__ import annotations

import re

import pytest

from facilitation.charter.chart import Bar, Chart, chart_svg
from tests.rules import sources

TOKENS = (sources.BROWSER / "shared" / "tokens.css").read_text("utf-8")
DESIGN = (sources.ROOT / "docs" / "design.md").read_text("utf-8")
LEAST = {"line": 3.0}
"""Words need 4.5."""


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


LIGHT = colours(TOKENS.partition("@media")[0])
DARK = colours(TOKENS.partition(':root[data-theme="dark"]')[2])


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


ROWS = re.findall(r"^\| `([\w-]+)` \| `([\w-]+)` \| ([\d.]+) \| ([\d.]+) \|$", DESIGN, re.MULTILINE)


def test_both_dark_schemes_are_the_same_and_have_every_colour():
    asked = colours(TOKENS.partition("prefers-color-scheme: dark")[2].partition(":root[data-theme")[0])
    assert asked == DARK
    assert set(DARK) == set(LIGHT)


@pytest.mark.parametrize(("words", "ground", "light", "dark"), ROWS)
def test_a_contrast_is_as_written_and_enough(words: str, ground: str, light: str, dark: str):
    found = [contrast(scheme[words], scheme[ground]) for scheme in (LIGHT, DARK)]
    assert [f"{each:.1f}" for each in found] == [light, dark]
    assert min(found) >= LEAST.get(words, 4.5)


def test_every_token_has_its_entry_and_no_other():
    written = set(re.findall(r"`(--[\w-]+)`", DESIGN))
    spanned = {f"--gap-{number}" for number in range(1, 7)}
    assert written | spanned == set(re.findall(r"^\s+(--[\w-]+):", TOKENS, re.MULTILINE))
    assert ROWS


def test_its_pictures_are_there():
    shown = re.findall(r"\]\((screens/[\w.-]+\.webp)\)", DESIGN)
    assert shown
    assert [name for name in shown if not (sources.ROOT / "docs" / name).is_file()] == []


def test_figures_on_a_bar_of_a_plot_stand_out_at_least_7_to_1():
    drawn = chart_svg(Chart("Answers", (Bar("A", (5, 5, 5)),), ("yes", "perhaps", "no")), "chart")
    bars = re.findall(r'<rect [^>]*fill="(#\w+)"/><text [^>]*fill="(#\w+)"', drawn)
    assert [contrast(fill, ink) >= 7 for fill, ink in bars] == [True] * 3
