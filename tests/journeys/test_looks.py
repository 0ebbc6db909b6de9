"""Every page in both languages, light and dark, on a phone and on a laptop: no word of the other language, nothing broken."""

import re
from collections.abc import Callable

import pytest
from tests.journeys.conftest import LAPTOP, PHONE, School, Visitor

Come = Callable[..., Visitor]
INDONESIAN = re.compile(
    r"\b(yang|dan|tidak|kamu|untuk|dengan|dari|ini|itu|atau|belum|sudah|bisa|kalau|siapa|hanya|ada|akan|juga|lagi|boleh|jangan"
    r"|kami|oleh|pada|saat|setelah|sampai|selesai|kirim|masuk|keluar|simpan|batal|kembali|buka|tulis)\b", re.I,
)  # fmt: skip
ENGLISH = re.compile(
    r"\b(the|and|you|your|with|not|this|that|of|to|is|are|was|were|be|been|have|has|for|from|who|what|when|where|which|will"
    r"|would|can|could|should|must|only|nobody|someone|sign|back|save|send)\b", re.I,
)  # fmt: skip
READABLE = """() => [document.title, document.body.innerText,
    ...[...document.querySelectorAll("[aria-label], [placeholder], [title]")].filter(each => each.checkVisibility())
        .map(each => [each.ariaLabel, each.placeholder, each.title].join(" "))].join("\\n")"""
LIGHT_PHONE = {"size": PHONE, "language": "id"}
DARK_LAPTOP = {"size": LAPTOP, "language": "en", "dark": True}
BOTH = pytest.mark.parametrize("how", [LIGHT_PHONE, DARK_LAPTOP], ids=["id-phone-light", "en-laptop-dark"])

PUBLIC = [
    "",
    "masuk/",
    "aktivasi/",
    "pulih/",
    "bantuan/",
    "kerahasiaan/",
    "orang-tua/",
    "tentang/",
    "belajar/",
    "tidak-ada/",
]
SEEKER = [
    "", "cerita/", "teman/", "kembali/", "akun-saya/", "akun-saya/sandi/", "akun-saya/hp/", "akun-saya/kontak/",
    "ruang/{id}/", "ruang/{id}/pembaca/", "ruang/{id}/nama/", "ruang/{id}/ganti/", "ruang/{id}/lapor/",
    "ruang/{id}/selesai/", "ruang/{id}/kesan/",
]  # fmt: skip
SUPPORTER = [
    "pendukung/", "pendukung/profil/", "pendukung/lega/", "teman-bicara/{id}/", "teman-bicara/{id}/lepas/",
    "teman-bicara/{id}/selesai/", "teman-bicara/{id}/kesan/", "teman-bicara/{id}/lapor/",
]  # fmt: skip
COUNSELLOR = [
    "hari-ini/", "percakapan/", "percakapan/?keadaan=ngobrol", "tim/", "tim/baru/", "identitas/", "saluran/", "orang/", "pemulihan/",
    "akun-saya/kunci/", "meja/{id}/", "meja/{id}/selesai/", "meja/{id}/catatan/", "meja/{id}/kode/", "identitas/minta/{id}/",
]  # fmt: skip
COORDINATOR = [
    "hari-ini/", "jaga/", "latihan/", "orang/", "orang/tambah/", "orang/kelompok/", "orang/kelompok/tambah/", "orang/kode/",
    "warga/impor/", "pengaturan/",
]  # fmt: skip


def speaks(visitor: Visitor, language: str) -> None:
    """No common word of the other language in anything that can be read."""
    foreign = ENGLISH if language == "id" else INDONESIAN
    visitor.clean()
    text = re.sub(
        r"pesan nomor \d+|Bahasa Indonesia|English|Bimbingan dan Konseling", "", str(visitor.page.evaluate(READABLE))
    )
    found = [line.strip() for line in text.splitlines() if foreign.search(line)]
    assert found == [], visitor.page.url


def walk(visitor: Visitor, school: School, paths: list[str], language: str) -> None:
    for path in paths:
        visitor.open(path.format(id=school.who["long"]["id"]))
        speaks(visitor, language)


@BOTH
def test_pages_for_everybody(visit: Come, school: School, how: dict[str, object]) -> None:
    walk(visit(**how), school, PUBLIC, str(how["language"]))


@BOTH
def test_pages_of_a_student(visit: Come, school: School, how: dict[str, object]) -> None:
    school.who["long_writer"] = school.who["long"]["writer"]
    walk(visit(**how).here("long_writer"), school, SEEKER, str(how["language"]))


@BOTH
def test_asking_and_calling(visit: Come, how: dict[str, object]) -> None:
    language = str(how["language"])
    seeker = visit(**how).sign_in("seeker0" if language == "id" else "seeker1").open("cerita/").write("🙂" * 5)
    for press in ("form button.btn.wide", "form button.btn.wide"):
        seeker.page.locator(f"main {press}").first.click()
        seeker.settle()
        speaks(seeker, language)
    seeker.page.locator("main .btn.hand").click()
    seeker.settle()
    speaks(seeker, language)
    seeker.open().page.locator("main .row a").first.click()
    seeker.settle()
    speaks(seeker, language)


@BOTH
def test_pages_of_a_supporter(visit: Come, school: School, how: dict[str, object]) -> None:
    school.who["long_listener"] = school.who["long"]["listener"]
    supporter = visit(**how).here("long_listener")
    walk(supporter, school, SUPPORTER, str(how["language"]))
    supporter.open(f"teman-bicara/{school.who['long']['id']}/").page.locator("main a[href*='/diskusi/']").click()
    speaks(supporter.settle(), str(how["language"]))


@BOTH
def test_pages_of_a_counsellor(visit: Come, school: School, how: dict[str, object]) -> None:
    walk(visit(**how).here("counsellor"), school, COUNSELLOR, str(how["language"]))


@BOTH
def test_pages_of_a_coordinator(visit: Come, school: School, how: dict[str, object]) -> None:
    walk(visit(**how).here("coordinator"), school, COORDINATOR, str(how["language"]))


def test_dark_phone(visit: Come, school: School) -> None:
    school.who["long_writer"] = school.who["long"]["writer"]
    seeker = visit(dark=True).here("long_writer")
    for path in ("", "cerita/", f"ruang/{school.who['long']['id']}/", "bantuan/"):
        seeker.open(path).clean()
    duty = visit(dark=True).here("duty").open("hari-ini/").clean()
    duty.open(f"meja/{school.who['red']['id']}/").clean()


def test_the_bar_of_a_conversation_fits_a_small_phone(visit: Come, school: School) -> None:
    """Back, name and quick exit stand on one line; the way back has a name for those who hear the page."""
    school.who["long_writer"] = school.who["long"]["writer"]
    seeker = visit().here("long_writer").open(f"ruang/{school.who['long']['id']}/")
    boxes = [each.bounding_box() for each in seeker.page.locator(".bar > .back, .bar > .who, .bar > .end").all()]
    tops = [box["y"] + box["height"] / 2 for box in boxes if box]
    assert len(tops) == 3
    assert max(tops) - min(tops) < 8
    assert seeker.page.get_by_role("link", name="Kembali").count() == 1
