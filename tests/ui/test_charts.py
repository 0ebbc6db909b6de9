import re

from hypothesis import given
from hypothesis import strategies as st

from sebaya.ui import charts
from sebaya.ui.charts import Series

VALUES = st.lists(st.none() | st.integers(0, 10_000) | st.floats(0, 1e6), min_size=1, max_size=20)


def numbers(html):
    """The cells of the table, row by row."""
    body = html.split("<tbody>")[1].split("</tbody>")[0]
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line) for line in body.split("<tr>")[1:]]


def test_bar_shows_every_number_in_its_table():
    html = charts.bar("Topik", [("Ujian", 41), ("Keluarga", None)], "%", 100)

    assert numbers(html) == [["Ujian", "41%"], ["Keluarga", "–"]]


def test_bar_length_is_the_share_of_the_top():
    html = charts.bar("Topik", [("Ujian", 50)], "%", 100)

    assert re.search(r'<rect class="s1"[^>]*width="205.0"', html)


def test_stacked_parts_fill_the_whole_width():
    html = charts.stacked("Tahu", ["VII"], [Series("ya", [1]), Series("tidak", [3])])
    widths = [float(w) for w in re.findall(r'<rect class="s\d" x="[\d.]+" y="[\d.]+" width="([\d.]+)"', html)]

    assert widths == [116.0, 351.0]


def test_columns_stand_in_proportion():
    html = charts.columns("Beban", [("kosong", 10), ("satu", 5)])

    assert re.findall(r'height="([\d.]+)" rx', html) == ["70.0", "35.0"]
    assert numbers(html) == [["kosong", "10"], ["satu", "5"]]


def test_line_leaves_a_gap_where_nothing_was_measured():
    html = charts.line("Tunggu", ["Jul", "Agu", "Sep"], [Series("jam", [5, None, 3])])

    assert re.search(r'd="M[\d. ]+M[\d. ]+"', html)
    assert numbers(html) == [["Jul", "5"], ["Agu", "–"], ["Sep", "3"]]


def test_label_is_escaped():
    html = charts.bar("<b>", [("<script>", 1)])

    assert "<script>" not in html
    assert "<b>" not in html


def test_number_uses_the_language_of_the_page():
    from django.utils import translation

    with translation.override("id"):
        assert charts.said(5.5, "jam") == "5,5 jam"
    with translation.override("en"):
        assert charts.said(5.5, "h") == "5.5 h"


@given(VALUES)
def test_any_numbers_give_a_picture_inside_its_frame(values):
    html = charts.line("Apa saja", [str(n) for n in range(len(values))], [Series("a", values)])

    assert all(0 <= float(y) <= charts.HEIGHT for y in re.findall(r'cy="([\d.]+)"', html))
    assert all(0 <= float(x) <= charts.WIDTH for x in re.findall(r'cx="([\d.]+)"', html))


@given(VALUES)
def test_sparkline_takes_any_numbers(values):
    assert charts.sparkline(values, "Tren").startswith('<svg class="spark"')


def test_title_is_read_once():
    html = charts.bar("Topik", [("Ujian", 41)])

    assert html.count(">Topik<") == 1
    assert "<caption" not in html
    assert 'aria-label="Topik"' in html
