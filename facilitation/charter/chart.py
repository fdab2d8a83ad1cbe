"""A chart of bars as SVG: whole numbers only, each written beside its bar, so that no colour carries a
meaning alone.

The picture has a title, and nothing in it can become markup. The same figures as a table stand in the
document's Figure (document.py).
"""

from xml.sax.saxutils import escape

import msgspec

MOST_BARS = 40
"""What has more bars than this is read better as a table."""

_WIDTH = 640
_LABEL_WIDTH = 220
_LABEL_CHARACTERS = 26
_ROW = 26
_BAR = 18
_TOP = 6
_LEGEND = 24
_TOTAL_WIDTH = 44
_LETTER = 7.2
_SHADES = (("#0b3d91", "#ffffff"), ("#9db8e8", "#1a1a1a"), ("#e9b44c", "#1a1a1a"))
"""The fill of each part and the ink on it; at least 7:1 apart."""


class Bar(msgspec.Struct, frozen=True):
    """One bar: what it is of, and its parts, as many as the chart's legend names (or one)."""

    label: str
    parts: tuple[int, ...]


class Chart(msgspec.Struct, frozen=True):
    """Bars below one another. `legend` names their parts, at most three; empty where there is one."""

    title: str
    bars: tuple[Bar, ...]
    legend: tuple[str, ...] = ()


def chart_svg(chart: Chart, name: str) -> str:
    """The chart as one `<svg>` element; `name` is an id that nothing else in the page has."""
    top = _TOP + (_LEGEND if chart.legend else 0)
    height = top + _ROW * len(chart.bars) + _TOP
    most = max((sum(bar.parts) for bar in chart.bars), default=0) or 1
    scale = (_WIDTH - _LABEL_WIDTH - _TOTAL_WIDTH) / most
    drawn = "".join(_bar(bar, top + _ROW * place, scale) for place, bar in enumerate(chart.bars))
    return (
        f'<svg class="chart" role="img" aria-labelledby="{name}" viewBox="0 0 {_WIDTH} {height}">'
        f'<title id="{name}">{escape(chart.title)}</title>{_legend(chart.legend)}{drawn}</svg>'
    )


def _bar(bar: Bar, top: int, scale: float) -> str:
    middle = f'y="{top + 14}"'
    label = bar.label if len(bar.label) <= _LABEL_CHARACTERS else f"{bar.label[: _LABEL_CHARACTERS - 1]}…"
    drawn = [f'<text x="{_LABEL_WIDTH - 8}" {middle} text-anchor="end">{escape(label)}</text>']
    left = float(_LABEL_WIDTH)
    for part, (fill, ink) in zip(bar.parts, _SHADES, strict=False):
        width = part * scale
        if part:
            drawn.append(
                f'<rect x="{left:.1f}" y="{top}" width="{width:.1f}" height="{_BAR}" fill="{fill}"/>'
            )
        if len(bar.parts) > 1 and width > _LETTER * (len(str(part)) + 1):
            at = f'x="{left + width / 2:.1f}" {middle}'
            drawn.append(f'<text {at} text-anchor="middle" fill="{ink}">{part}</text>')
        left += width
    drawn.append(f'<text x="{left + 6:.1f}" {middle}>{sum(bar.parts)}</text>')
    return "".join(drawn)


def _legend(names: tuple[str, ...]) -> str:
    drawn, left = [], 0.0
    for name, (fill, _) in zip(names, _SHADES, strict=False):
        drawn.append(f'<rect x="{left:.1f}" y="3" width="14" height="14" fill="{fill}"/>')
        drawn.append(f'<text x="{left + 20:.1f}" y="15">{escape(name)}</text>')
        left += 20 + len(name) * _LETTER + 24
    return "".join(drawn)
