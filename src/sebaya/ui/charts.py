"""Small charts: a picture for the eye and the same numbers in a table beside it.

Pure functions from numbers to SVG. Series differ by colour and by place or dash, never by colour alone; the
picture is hidden from screen readers because the table says it better. `None` means hidden (a small group) or
not measured.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.formats import number_format
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

WIDTH = 640  # user units; the picture scales with its column
LABELS = 170  # room for the names at the left of bars
BAR, STEP = 18, 32  # height of a bar, distance from bar to bar
HEIGHT, TOP, LEFT, FOOT = 220, 14, 40, 26  # a line chart and its margins
COLOURS = 6  # classes s1 to s6 in styles/7-charts.css
COLUMN, TALL = 60, 110  # width of an upright bar with its margin, height of such a picture
LONGEST_LABEL = 26  # characters beside a bar; the table has the whole name

Number = int | float | None


class Series(NamedTuple):
    """A named run of values, one for each category."""

    name: str
    values: Sequence[Number]


def bar(title: str, rows: Sequence[tuple[str, Number]], unit: str = "", top: float | None = None) -> SafeString:
    """One horizontal bar a row; `top` is the full length (100 for shares), else the largest value."""
    full = _full((value for _label, value in rows), top)
    drawn = format_html_join(
        "", "{}", ((_one_bar(n, label, value, full, unit),) for n, (label, value) in enumerate(rows))
    )
    picture = _svg(WIDTH, len(rows) * STEP, drawn)
    return _figure(title, picture, ["", _("Angka")], [[label, said(value, unit)] for label, value in rows])


def columns(title: str, rows: Sequence[tuple[str, Number]], unit: str = "") -> SafeString:
    """A few upright bars for a narrow column of the page; names stand below, numbers above."""
    full = _full((value for _label, value in rows), None)
    drawn = format_html_join(
        "", "{}", ((_one_column(n, label, value, full, unit),) for n, (label, value) in enumerate(rows))
    )
    picture = _svg(len(rows) * COLUMN, TALL, drawn)
    return _figure(title, picture, ["", _("Angka")], [[label, said(value, unit)] for label, value in rows])


def _one_column(n: int, label: str, value: Number, full: float, unit: str) -> SafeString:
    height = max(2.0, (TALL - 40) * (value or 0) / full)
    x, top = n * COLUMN, TALL - 20 - height
    return format_html(
        '<rect class="s1" x="{}" y="{}" width="{}" height="{}" rx="3"/>'
        '<text class="v" x="{}" y="{}" text-anchor="middle">{}</text>'
        '<text x="{}" y="{}" text-anchor="middle">{}</text>',
        *(x + 4, f"{top:.1f}", COLUMN - 8, f"{height:.1f}"),
        *(x + COLUMN / 2, f"{top - 5:.1f}", said(value, unit)),
        *(x + COLUMN / 2, TALL - 4, label),
    )


def stacked(title: str, categories: Sequence[str], series: Sequence[Series], unit: str = "") -> SafeString:
    """Parts of a whole, one bar a category; every bar has the same length and shows shares."""
    drawn = format_html_join(
        "",
        "{}",
        ((_one_stack(n, name, [s.values[n] or 0 for s in series]),) for n, name in enumerate(categories)),
    )
    table = [[name, *(said(s.values[n], unit) for s in series)] for n, name in enumerate(categories)]
    picture = _svg(WIDTH, len(categories) * STEP, drawn)
    return _figure(title, picture, ["", *(s.name for s in series)], table, _key(series))


def line(
    title: str, times: Sequence[str], series: Sequence[Series], unit: str = "", top: float | None = None
) -> SafeString:
    """Values over time from zero; a gap where nothing was measured or the group was too small."""
    full = _full((value for s in series for value in s.values), top)
    grid = format_html_join("", "{}", ((_grid_line(share, full, unit),) for share in (0, 0.5, 1)))
    names = format_html_join("", '<text x="{}" y="{}" text-anchor="{}">{}</text>', _time_labels(times))
    lines = format_html_join("", "{}{}", ((_path(s, n, full), _dots(s, n, full)) for n, s in enumerate(series, 1)))
    table = [[when, *(said(s.values[n], unit) for s in series)] for n, when in enumerate(times)]
    picture = _svg(WIDTH, HEIGHT, format_html("{}{}{}", grid, names, lines))
    key = _key(series, lines=True) if len(series) > 1 else ""
    return _figure(title, picture, ["", *(s.name for s in series)], table, key)


def sparkline(values: Sequence[Number], label: str) -> SafeString:
    """A word-sized line beside its number; the label says what a reader of the screen should hear."""
    full = _full(values, None)
    points = " ".join(
        f"{_at(n, len(values), 0, 96):.1f},{26 - 24 * value / full:.1f}"
        for n, value in enumerate(values)
        if value is not None
    )
    return format_html(
        '<svg class="spark" viewBox="0 0 96 28" role="img" aria-label="{}"><polyline class="l s1" points="{}"/></svg>',
        label,
        points,
    )


def said(value: Number, unit: str = "") -> str:
    """A number as people of the page's language write it; hidden values are a dash."""
    if value is None:
        return "–"
    digits = number_format(value, 0 if float(value).is_integer() else 1)
    return f"{digits}{unit}" if unit in ("", "%") else f"{digits} {unit}"


def _full(values: Iterable[Number], top: float | None) -> float:
    measured = [value for value in values if value is not None]
    return top or max(measured, default=0) or 1


def _one_bar(n: int, label: str, value: Number, full: float, unit: str) -> SafeString:
    y = n * STEP + (STEP - BAR) / 2
    width = (WIDTH - LABELS - 60) * (value or 0) / full
    return format_html(
        '<text x="0" y="{0}">{1}</text><rect class="s1" x="{2}" y="{3}" width="{4}" height="{5}" rx="4"/>'
        '<text class="v" x="{6}" y="{0}">{7}</text>',
        f"{y + 13:g}",
        _short(label),
        LABELS,
        f"{y:g}",
        f"{width:.1f}",
        BAR,
        f"{LABELS + width + 8:.1f}",
        said(value, unit),
    )


def _one_stack(n: int, label: str, values: Sequence[float]) -> SafeString:
    y, whole, x = n * STEP + (STEP - BAR) / 2, sum(values) or 1, float(LABELS)
    parts = []
    for colour, value in enumerate(values):
        width = (WIDTH - LABELS) * value / whole
        parts.append((colour % COLOURS + 1, f"{x:.1f}", f"{y:g}", f"{max(0.0, width - 1.5):.1f}", BAR))
        x += width
    bars = format_html_join("", '<rect class="s{}" x="{}" y="{}" width="{}" height="{}"/>', parts)
    return format_html('<text x="0" y="{}">{}</text>{}', f"{y + 13:g}", _short(label), bars)


def _grid_line(share: float, full: float, unit: str) -> SafeString:
    y = _height(share * full, full)
    return format_html(
        '<line class="{}" x1="{}" x2="{}" y1="{}" y2="{}"/><text x="0" y="{}">{}</text>',
        "grid" if share else "axis",
        LEFT,
        WIDTH,
        y,
        y,
        f"{y + 4:g}",
        said(round(share * full, 1), unit),
    )


def _time_labels(times: Sequence[str]) -> list[tuple[str, int, str, str]]:
    """As many names as fit: at most eight, the first and the last among them."""
    every = max(1, -(-(len(times) - 1) // 7))
    chosen = [n for n in range(len(times)) if n % every == 0 or n == len(times) - 1]
    return [(f"{_x(n, len(times)):.1f}", HEIGHT - 6, _anchor(n, len(times)), times[n]) for n in chosen]


def _anchor(n: int, count: int) -> str:
    if n == 0:
        return "start"
    return "end" if n == count - 1 else "middle"


def _path(series: Series, colour: int, full: float) -> SafeString:
    """A move instead of a line after every gap."""
    commands, pen = [], "M"
    for n, value in enumerate(series.values):
        if value is None:
            pen = "M"
            continue
        commands.append(f"{pen}{_x(n, len(series.values)):.1f} {_height(value, full):g}")
        pen = "L"
    return format_html('<path class="l s{}" d="{}"/>', colour, "".join(commands))


def _dots(series: Series, colour: int, full: float) -> SafeString:
    count = len(series.values)
    points = [
        (colour, f"{_x(n, count):.1f}", f"{_height(v, full):g}") for n, v in enumerate(series.values) if v is not None
    ]
    return format_html_join("", '<circle class="dot s{}" cx="{}" cy="{}" r="4.500"/>', points)


def _x(n: int, count: int) -> float:
    return _at(n, count, LEFT + 6, WIDTH - 6)


def _at(n: int, count: int, low: float, high: float) -> float:
    return low + (high - low) * (n / (count - 1) if count > 1 else 0.5)


def _height(value: float, full: float) -> float:
    return round(HEIGHT - FOOT - (HEIGHT - FOOT - TOP) * min(value / full, 1), 1)


def _short(label: str) -> str:
    text = str(label)
    return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1].rstrip() + "…"


def _svg(width: int, height: int, inside: SafeString) -> SafeString:
    return format_html('<svg viewBox="0 0 {} {}" aria-hidden="true">{}</svg>', width, height, inside)


def _key(series: Sequence[Series], lines: bool = False) -> SafeString:
    """What each colour or dash means."""
    shape = '<path class="l s{}" d="M1 6h20"/>' if lines else '<rect class="s{}" width="22" height="12" rx="3"/>'
    item = '<li><svg viewBox="0 0 22 12" aria-hidden="true">' + shape + "</svg>{}</li>"
    items = format_html_join("", item, ((n % COLOURS + 1, s.name) for n, s in enumerate(series)))
    return format_html('<ul class="key">{}</ul>', items)


def _figure(
    title: str, picture: SafeString, head: list[str], rows: list[list[str]], key: "SafeString | str" = ""
) -> SafeString:
    context = {
        "title": conditional_escape(title),
        "picture": picture,
        "key": key,
        "head": head,
        "rows": rows,
        "numbers": ",".join(str(n) for n in range(2, len(head) + 1)),
    }
    return render_to_string("ui/parts/chart.html", context)
