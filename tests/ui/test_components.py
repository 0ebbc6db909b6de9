"""Components as template tags, rendered with unknown variables as errors."""

import re
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.core.paginator import Paginator
from django.template import engines
from django.utils import translation

from sebaya.ui import icons
from sebaya.ui.talk import Bubble
from sebaya.ui.undefined import UndefinedVariable

NOW = datetime(2026, 11, 17, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def indonesian():
    with translation.override("id"):
        yield


@pytest.fixture
def shown(rf):
    def render(source, **context):
        return engines["django"].from_string(source).render({**context}, rf.get("/smp/"))

    return render


def text(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_engine_is_strict(shown):
    with pytest.raises(UndefinedVariable):
        shown("{{ tidak_ada }}")


@pytest.mark.parametrize(
    ("code", "word"), [("red", "Merah"), ("orange", "Jingga"), ("yellow", "Kuning"), ("none", "Biasa")]
)
def test_level_is_a_class_and_a_word(shown, code, word):
    html = shown("{% level code %}", code=code)

    assert text(html) == word
    assert f'class="tag {"" if code == "none" else code}"' in html


def test_unknown_level_is_an_error(shown):
    with pytest.raises(KeyError):
        shown("{% level 'purple' %}")


def test_clock_has_a_machine_readable_time(shown):
    html = shown("{% clock due now %}", due=NOW + timedelta(minutes=4), now=NOW)

    assert html == '<time class="clock soon" datetime="2026-11-17T08:04:00+00:00">4 menit lagi</time>'


def test_clock_without_due_time_is_nothing(shown):
    assert shown("{% clock due %}", due=None) == ""


def test_icons_are_many_and_all_draw(shown):
    assert len(icons.ICONS) >= 40
    assert all('aria-hidden="true"' in shown("{% icon name %}", name=name) for name in icons.ICONS)


def test_icon_alone_has_a_name(shown):
    assert 'role="img" aria-label="Kembali"' in shown('{% icon "back" label="Kembali" %}')


def test_drawings_say_nothing_to_screen_readers(shown):
    assert all('aria-hidden="true"' in shown("{% drawing name %}", name=name) for name in icons.SCENES)


def test_button_with_address_is_a_link(shown):
    html = shown('{% button "Buka" "quiet" href="/x/" small=True %}')

    assert html == '<a class="btn quiet small" href="/x/">Buka</a>'


def test_button_sends_its_name_and_value(shown):
    html = shown('{% button "Terima" name="jawab" value="ya" %}')

    assert html == '<button class="btn" type="submit" name="jawab" value="ya">Terima</button>'


@pytest.mark.parametrize(
    "source",
    [
        "{% button evil %}",
        "{% tag 'ok' evil %}",
        "{% row evil detail=evil lead=evil %}",
        "{% empty evil evil %}",
        "{% who evil evil %}",
        "{% panel evil note=evil %}{{ evil }}{% endpanel %}",
        "{% notice %}{{ evil }}{% endnotice %}",
        "{% back '/' evil %}",
        "{% progress 1 2 evil %}",
        "{% loading evil %}",
        "{% copy evil evil %}",
        "{% icon 'back' label=evil %}",
        "{% readers names %}",
        "{% confirm evil evil evil '/' %}",
        "{% table names rows caption=evil %}",
    ],
)
def test_text_of_people_is_escaped(shown, source):
    html = shown(source, evil='<script>"x"</script>', names=["<script>"], rows=[["<script>"]])

    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_panel_has_a_heading_and_a_note(shown):
    html = shown('{% panel "Tawaran" note="3 hal" %}<p>isi</p>{% endpanel %}')

    assert html == '<section class="panel"><header><h2>Tawaran</h2><small>3 hal</small></header><p>isi</p></section>'


def test_panel_links_to_more(shown):
    assert '<a href="/x/">Semua</a>' in shown('{% panel "T" href="/x/" link="Semua" %}{% endpanel %}')


@pytest.mark.parametrize("kind", ["info", "ok", "warn", "hand", "stop", "plain"])
def test_notice_has_an_icon(shown, kind):
    html = shown("{% notice kind %}Isi{% endnotice %}", kind=kind)

    assert html.startswith(f'<div class="notice {kind}"><svg')


def test_alert_is_read_out(shown):
    assert 'role="alert"' in shown('{% notice "stop" alert=True %}Isi{% endnotice %}')


def test_row_shows_lead_words_clock_and_action(shown):
    html = shown(
        '{% level "red" as tag %}{% clock due now as left %}'
        '{% row "Rusa Biru" "ditandai" lead=tag end=left href="/x/" action="Tangani" strong=True %}',
        due=NOW + timedelta(minutes=4),
        now=NOW,
    )

    assert text(html) == "Merah Rusa Biru ditandai 4 menit lagi Tangani"
    assert '<a class="btn small" href="/x/">' in html


def test_row_without_action_is_only_words(shown):
    assert shown('{% row "Rusa Biru" %}') == '<li class="row bare"><span class="what">Rusa Biru</span></li>'


def test_empty_state_says_what_to_do(shown):
    html = shown('{% empty "Belum ada" "Begini caranya." drawing="window" href="/x/" action="Mulai" %}')

    assert text(html) == "Belum ada Begini caranya. Mulai"


def test_steps_are_said_in_words(shown):
    html = shown("{% steps 2 3 %}")

    assert text(html) == "Langkah 2 dari 3"
    assert html.count('class="on"') == 2


@pytest.mark.parametrize(("done", "total", "width"), [(22, 24, "91.7"), (0, 0, "0.0")])
def test_progress_has_bar_and_numbers(shown, done, total, width):
    html = shown("{% progress done total 'Lulus' %}", done=done, total=total)

    assert f'width="{width}"' in html
    assert text(html) == f"Lulus {done} dari {total}"


@pytest.mark.parametrize(
    ("days", "heading"), [(0, "Selasa sore"), (6, "Rabu sore"), (7, "Selasa sore, 10 Nov"), (40, "Kamis sore, 8 Okt")]
)
def test_day_of_another_week_has_its_date(shown, days, heading):
    with time_machine.travel(NOW, tick=False):
        html = shown("{% talk messages %}", messages=[Bubble("other", "Hai", NOW - timedelta(days=days))])

    assert text(html) == f"{heading} Hai 15.00"


def test_talk_marks_sides_and_days(shown):
    messages = [
        Bubble("other", "Hai", NOW - timedelta(days=1), "Kak Melati"),
        Bubble("me", "baris\n<b>dua</b>", NOW, state="terkirim"),
        Bubble("system", "Konselor membaca.", NOW),
    ]
    with time_machine.travel(NOW, tick=False):
        html = shown("{% talk messages %}", messages=messages)

    assert html.count('class="day"') == 2
    assert text(html) == (
        "Senin sore Kak Melati Hai 15.00 Selasa sore Kamu: baris &lt;b&gt;dua&lt;/b&gt; 15.00 · terkirim Konselor membaca."
    )


def test_readers_are_named(shown):
    html = shown('{% readers names "/x/" %}', names=["kamu", "Kak Melati"])

    assert text(html) == "Yang bisa membaca: kamu, Kak Melati Rinci"


def test_current_tab_is_marked(shown):
    items = [
        {"label": "Terbuka", "url": "/a/", "current": True, "count": 4},
        {"label": "Selesai", "url": "/b/", "current": False},
    ]
    html = shown("{% tabs items %}", items=items)

    assert '<a href="/a/" aria-current="page">Terbuka' in html
    assert html.count("aria-current") == 1


def test_pages_show_where_we_are(shown):
    html = shown("{% pages page %}", page=Paginator(range(100), 10).get_page(2))

    assert text(html) == "Sebelumnya Halaman 2 dari 10 Berikutnya"
    assert 'href="?hal=3"' in html


def test_single_page_shows_no_paging(shown):
    assert text(shown("{% pages page %}", page=Paginator(range(3), 10).get_page(1))) == ""


def test_table_names_rows_and_columns(shown):
    html = shown('{% table head rows caption="Kelas" numbers="2" %}', head=["Kelas", "Siswa"], rows=[["VII A", 32]])

    assert '<th scope="col">Kelas</th><th scope="col" class="num">Siswa</th>' in html
    assert '<th scope="row">VII A</th><td class="num">32</td>' in html


def test_confirmation_posts_with_token_and_key(shown):
    html = shown('{% confirm "Akhiri?" "Begini." "Ya" "/batal/" %}', csrf_token="T")

    assert 'method="post"' in html
    assert re.search(r'name="key" value="[\w-]{22}"', html)
    assert '<a class="btn quiet" href="/batal/">Tidak jadi</a>' in html


def test_keys_are_never_the_same(shown):
    assert shown("{% key %}") != shown("{% key %}")


def test_doors_open_or_say_why_not(shown):
    doors = [
        {"url": "/a/", "icon": "chat", "title": "Teman", "text": "Hari ini"},
        {"url": "/b/", "icon": "box", "title": "Kotak", "text": "Tanpa nama", "hand": True},
        {"url": "/c/", "icon": "group", "title": "Kelompok", "text": "", "shut": "Buka 14 Desember"},
    ]
    html = shown('{% include "ui/doors.html" %}', doors=doors)

    assert text(html) == "Teman Hari ini Kotak Tanpa nama Kelompok Buka 14 Desember"
    assert html.count("<a ") == 2


def test_place_lies_inside_the_community(rf):
    request = rf.get("/smp/")
    request.community = SimpleNamespace(slug="smp", name="SMP", language="id")

    html = engines["django"].from_string('{% place "public-help" %}').render({}, request)

    assert html == "/smp/bantuan/"


@pytest.mark.parametrize(("staff", "me"), [(True, "Bapak/Ibu:"), (False, "Kamu:")])
def test_talk_addresses_adults_as_adults(shown, staff, me):
    messages = [Bubble("me", "halo", NOW)]

    assert f'<span class="sr">{me}</span>' in shown(
        "{% talk messages %}", messages=messages, person=SimpleNamespace(staff=staff)
    )


def test_stacked_table_names_the_column_in_every_cell(shown):
    html = shown("{% table head rows stacked=True %}", head=["Butir", "Ibu Ratih"], rows=[["Menyapa", 3]])
    assert '<table class="table stacked">' in html
    assert '<td data-column="Ibu Ratih">3</td>' in html
    assert "data-column" not in shown("{% table head rows %}", head=["Butir", "Ibu Ratih"], rows=[["Menyapa", 3]])
