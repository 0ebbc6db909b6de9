"""Every component on one page, to be looked at. Included in the addresses by tests, and by DEBUG."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sebaya.ui import charts, icons, nav
from sebaya.ui.talk import Bubble

TOPICS = [
    ("study", gettext_lazy("Tugas dan ujian")),
    ("friends", gettext_lazy("Pertemanan")),
    ("bullied", gettext_lazy("Diganggu atau dijauhi")),
    ("home", gettext_lazy("Keluarga")),
    ("feelings", gettext_lazy("Cemas atau sedih")),
    ("other", gettext_lazy("Hal lain")),
]
PEERS = [
    ("any", gettext_lazy("Siapa saja yang cocok, bukan dari kelasku")),
    ("melati", gettext_lazy("Kak Melati")),
    ("dito", gettext_lazy("Kak Dito")),
]


class ExampleForm(forms.Form):
    story = forms.CharField(
        label=gettext_lazy("Mau cerita apa?"),
        widget=forms.Textarea(attrs={"rows": 4, "data-draft": "contoh"}),
        help_text=gettext_lazy("Tulis sepanjang atau sependek yang kamu mau."),
    )
    topics = forms.MultipleChoiceField(
        label=gettext_lazy("Tentang apa?"),
        choices=TOPICS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    peer = forms.ChoiceField(label=gettext_lazy("Mau bicara dengan siapa?"), choices=PEERS, widget=forms.RadioSelect)
    name = forms.CharField(label=gettext_lazy("Nama panggilan"), max_length=40)
    grade = forms.ChoiceField(label=gettext_lazy("Kelas"), choices=[("7", "VII"), ("8", "VIII"), ("9", "IX")])
    day = forms.DateField(label=gettext_lazy("Tanggal"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    roster = forms.FileField(
        label=gettext_lazy("Berkas daftar siswa"),
        required=False,
        help_text=gettext_lazy("Excel atau CSV, paling besar 12 MB."),
    )
    agree = forms.BooleanField(label=gettext_lazy("Saya sudah membaca siapa yang bisa melihat tulisan ini"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["peer"].widget.hints = {
            "melati": _("Tugas, pertemanan. Biasanya membalas sore hari."),
            "dito": _("Pindah sekolah, keluarga."),
        }


class MessageForm(forms.Form):
    text = forms.CharField(label=gettext_lazy("Pesan"), widget=forms.Textarea(attrs={"data-draft": "talk-contoh"}))


def _messages() -> list[Bubble]:
    now = timezone.now()
    then = now - timedelta(days=1)
    lost = _("aku bingung mulai dari mana kak. dari minggu lalu grup kelas ga ngajak aku lagi")
    heard = _("Kayaknya berat ya, tiba-tiba ditinggal begitu. Waktu itu kejadiannya gimana?")
    return [
        Bubble("other", _("Hai, terima kasih sudah mau cerita. Pelan-pelan saja ya."), then, "Kak Melati"),
        Bubble("me", lost, then),
        Bubble("system", _("Konselor membaca percakapan ini, kemarin sore."), then),
        Bubble("other", heard, now, "Kak Melati"),
        Bubble("me", _("mereka bikin grup baru. aku taunya dari story"), now, state=_("terkirim")),
    ]


def _doors() -> list[dict[str, Any]]:
    return [
        {
            "url": "#",
            "icon": "chat",
            "title": _("Ngobrol dengan teman sebaya"),
            "text": _("Pendukung terlatih dari sekolahmu. Biasanya dijawab hari ini."),
        },
        {
            "url": "#",
            "icon": "box",
            "title": _("Kotak anonim"),
            "text": _("Tanpa masuk, tanpa nama. Konselor yang menjawab."),
            "hand": True,
        },
        {
            "url": "#",
            "icon": "person-alert",
            "title": _("Khawatir sama teman?"),
            "text": _("Beri tahu konselor. Ini bukan mengadu."),
        },
        {
            "url": "#",
            "icon": "group",
            "title": _("Kelompok"),
            "text": "",
            "shut": _("Dibuka lagi setelah ujian, 14 Desember."),
        },
    ]


def _charts() -> list[str]:
    months = [_("Jul"), _("Agu"), _("Sep"), _("Okt"), _("Nov")]
    return [
        charts.bar(
            _("Topik yang paling sering"),
            [
                (_("Tugas dan ujian"), 41),
                (_("Pertemanan"), 33),
                (_("Diganggu atau dijauhi"), 12),
                (_("Keluarga"), None),
            ],
            "%",
            100,
        ),
        charts.stacked(
            _("Tahu dan percaya, per kelas"),
            ["VII", "VIII", "IX"],
            [
                charts.Series(_("Tahu dan percaya"), [40, 52, 61]),
                charts.Series(_("Tahu saja"), [35, 30, 25]),
                charts.Series(_("Belum tahu"), [25, 18, 14]),
            ],
            "%",
        ),
        charts.line(
            _("Waktu tunggu sampai dijawab"),
            months,
            [
                charts.Series(_("Tengah"), [5.5, 4, None, 3.5, 3]),
                charts.Series(_("Terlama"), [23, 20, None, 19, 11]),
            ],
            _("jam"),
        ),
    ]


def _stages() -> list[nav.Link]:
    stages = [
        (_("Hari ini"), "4", True),
        (_("Kebutuhan"), _("selesai"), False),
        (_("Rekrutmen"), _("selesai"), False),
        (_("Pelatihan"), _("22 dari 24"), False),
        (_("Sosialisasi"), "", False),
        (_("Dukungan"), "9", False),
        (_("Kelompok"), "", False),
        (_("Supervisi"), _("2 lewat"), False),
        (_("Perlindungan"), "1", True),
        (_("Evaluasi"), "", False),
    ]
    return [nav.Link(label, label, "#", badge, urgent, n == 0) for n, (label, badge, urgent) in enumerate(stages)]


def _words() -> dict[str, Any]:
    now = timezone.now()
    return {
        "nav": _stages(),
        "now": now,
        "due_now": now + timedelta(minutes=4),
        "due_late": now - timedelta(hours=2),
        "due_later": now + timedelta(days=1),
        "doors": _doors(),
        "messages_shown": _messages(),
        "names": [_("kamu"), "Kak Melati", _("3 konselor")],
        "icons": sorted(icons.ICONS),
        "drawings": sorted(icons.SCENES),
        "tabs": [
            {"label": _("Terbuka"), "url": "#", "current": True, "count": 4},
            {"label": _("Menunggu"), "url": "#", "current": False, "count": 0},
            {"label": _("Selesai"), "url": "#", "current": False, "count": 31},
        ],
        "head": [_("Kelas"), _("Siswa"), _("Tahu"), _("Percaya")],
        "rows": [
            ["VII A", 32, "61%", "48%"],
            ["VII B", 31, "58%", "52%"],
            [_("VIII, kelas khusus olahraga"), 28, "–", "–"],
        ],
    }


def seeker(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/gallery/seeker.html", {**_words(), "form": ExampleForm()})


def talk(request: HttpRequest) -> HttpResponse:
    """A message that is sent here comes back as a fragment and is kept nowhere."""
    if request.method == "POST":
        sent = Bubble("me", request.POST["text"], timezone.now(), state=request.POST["key"])
        return render(request, "ui/gallery/sent.html", {"messages_shown": [sent]})
    return render(request, "ui/gallery/talk.html", {**_words(), "form": MessageForm()})


def staff(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/gallery/staff.html", _words())


def parts(request: HttpRequest) -> HttpResponse:
    """The rest: errors in a form, notices, tables, charts, pages, icons."""
    form = ExampleForm({"name": "", "grade": "8"})
    page = Paginator(range(100), 10).get_page(2)
    return render(request, "ui/gallery/parts.html", {**_words(), "form": form, "page": page, "charts": _charts()})


def confirm(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/gallery/confirm.html")


urlpatterns = [
    path("", parts, name="parts"),
    path("siswa/", seeker, name="seeker"),
    path("percakapan/", talk, name="talk"),
    path("staf/", staff, name="staff"),
    path("yakin/", confirm, name="confirm"),
]
