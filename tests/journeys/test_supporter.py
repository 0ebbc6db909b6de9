"""The supporter's side: no is fine, asking a counsellor, leaving, being stopped, resting, a shut window."""

from collections.abc import Callable

from tests.journeys.conftest import LAPTOP, School, Visitor
from tests.journeys.steps import accepted, alias_of, asked, row

Come = Callable[..., Visitor]


def test_no_is_fine_with_and_without_knowing_the_writer(visit: Come) -> None:
    seeker = asked(visit, "seeker0", "bingung pilih ekskul", "belajar")
    alias = alias_of(seeker)
    for key, reason in (("supporter0", "sibuk"), ("supporter1", "kenal")):
        supporter = visit().sign_in(key).open("pendukung/").clean()
        offer = row(supporter, alias).sees("Aku mau menemani").page.url
        supporter.tap("Tidak dulu").clean().choose(reason, "reason").send()
        supporter.sees("Tidak apa-apa").sees_not(alias).clean()
        supporter.page.goto(offer)
        supporter.sees("Tawaran ini sudah tidak terbuka").clean()


def test_consult_is_answered_and_the_conversation_can_be_left(visit: Come) -> None:
    seeker = asked(visit, "seeker1", "sering salah paham sama adik", "rumah")
    alias = alias_of(seeker)
    supporter = accepted(visit, "supporter4", alias).sees("salah paham sama adik").clean()
    supporter.tap("Kalimat yang membantu").sees("Yang paling berat bagian mana?").clean()
    supporter.tap("Tanya konselor").clean().write("apa boleh aku tanya soal orang tuanya?").tap("Kirim").sees(
        "soal orang tuanya?"
    )
    counsellor = visit(LAPTOP).here("counsellor").open("hari-ini/").sees("Kak Bagas minta konsultasi")
    row(counsellor, "Kak Bagas minta konsultasi").sees("soal orang tuanya?").clean().write(
        "boleh, pelan-pelan saja"
    ).tap("Kirim").sees("pelan-pelan saja")
    supporter.sees("pelan-pelan saja").clean()  # the live channel brought it
    seeker.tap("Buka").sees_not("soal orang tuanya").sees_not("pelan-pelan saja")
    supporter.page.go_back()
    supporter.sees("salah paham sama adik").tap("Pilihan lain").clean().tap("Lepas percakapan ini").clean().tap(
        "Sepertinya aku kenal"
    )
    supporter.sees("Sudah dilepas").sees_not(alias).clean()
    seeker.sees("berhenti di sini").clean()


def test_one_who_is_stopped_in_the_middle_is_thanked(visit: Come) -> None:
    alias = alias_of(asked(visit, "seeker2", "tidak pede maju ke depan kelas", "perasaan"))
    supporter = accepted(visit, "supporter5", alias).sees("tidak pede")
    written = accepted_again(visit, "supporter5", supporter.page.url).write("aku baca ya")
    counsellor = visit(LAPTOP).here("counsellor").open("tim/").clean()
    row(counsellor, "Kak Intan").sees("Intan Contoh").tap("Hentikan").sees("untuk sementara?").clean().tap(
        "Ya, hentikan"
    ).sees("dihentikan sementara").clean()
    supporter.sees("Terima kasih sudah menemani").sees_not("tidak pede").clean()  # the open page went by itself
    written.tap("Kirim").sees("Terima kasih sudah menemani").sees("aku baca ya").sees_not("tidak pede").clean()
    written.open("pendukung/").sees("tidak mendapat tawaran baru").clean()
    counsellor.open("hari-ini/").sees("Menunggu orang dewasa melanjutkan")


def accepted_again(visit: Come, key: str, url: str) -> Visitor:
    """The same conversation in a window that the live channel does not reach."""
    window = visit().here(key)
    window.page.route("**/events", lambda route: route.abort())
    window.expected.append("ERR_FAILED")
    window.page.goto(url)
    return window


def test_both_end_it_and_say_how_it_was(visit: Come) -> None:
    seeker = asked(visit, "seeker3", "naksir teman sebangku", "cinta")
    supporter = (
        accepted(visit, "supporter6", alias_of(seeker), LAPTOP)
        .write("ceritain dong")
        .tap("Kirim")
        .sees("ceritain dong")
        .clean()
    )
    supporter.tap("Pilihan lain").tap("Selesai bersama").clean().choose("membaik", "reason").send().sees(
        "Bagaimana tadi?"
    ).clean()
    supporter.choose("3", "heard").choose("1", "lighter").send().sees("Istirahat dulu ya").clean()
    supporter.tap("Buka").sees("Kamu masih bisa membacanya sampai 14 hari").clean()
    assert supporter.page.locator("[name=text]").count() == 0
    seeker.open().tap("Buka").sees("Percakapan ini sudah selesai").tap("Bagaimana tadi?").clean()


def test_rest_by_own_wish_stops_offers(visit: Come) -> None:
    supporter = visit().sign_in("supporter7").open("pendukung/").tap("Profil dan istirahat").clean()
    supporter.page.locator("[name=resting]").check(force=True)
    supporter.send().sees("Tersimpan").sees("istirahat").clean()
    seeker = asked(visit, "seeker4", "tinggi badanku paling pendek", "tubuh")
    seeker.tap("Rinci").sees_not("Kak Laras").clean()
    supporter.page.reload()
    supporter.sees_not(alias_of(seeker))
    supporter.tap("Profil dan istirahat").page.locator("[name=resting]").uncheck(force=True)
    supporter.send().sees("Tersimpan").sees_not("sedang istirahat")


def test_misuse_is_reported_and_an_adult_is_one_tap_away(visit: Come) -> None:
    seeker = asked(visit, "seeker5", "mau latihan soal bareng", "belajar")
    supporter = accepted(visit, "supporter2", alias_of(seeker))
    supporter.tap("Pilihan lain").tap("Ada yang tidak beres").clean().choose("naksir", "reason").send().sees(
        "Terima kasih sudah bilang"
    )
    supporter.tap("Panggil orang dewasa").sees("Terima kasih sudah menemani").sees(
        "Ini bukan tanggunganmu lagi"
    ).clean()
    supporter.tap("Kembali").sees_not("mau latihan").clean()


def test_outside_the_window_a_supporter_gets_nothing_new(visit: Come, school: School) -> None:
    """The writer is told when and by whom it is read; the supporter sees what came before the window shut."""
    night, id = school.night, school.night.who["talk"]
    seeker = visit(at=night).sign_in("seeker0").open(f"ruang/{id}/").sees("Teman sebaya membaca lagi").clean()
    seeker.write("ditulis di luar jam").tap("Kirim").sees("ditulis di luar jam").clean()
    supporter = visit(at=night).sign_in("supporter").open("pendukung/").clean()
    supporter.sees("Teman sebaya membaca lagi").tap("Buka").sees("cerita kemarin sore").sees_not("di luar jam").clean()
    supporter.sees("Jendela tutup")
    assert supporter.page.locator("[name=text]").count() == 0
    supporter.open("pendukung/").tap("Lihat").sees("Jendela sedang tutup").sees_not("baru ditawarkan").clean()
    assert supporter.page.get_by_role("button", name="Aku mau menemani").count() == 0
    counsellor = visit(LAPTOP, at=night).sign_in("counsellor").open("percakapan/?keadaan=ngobrol").tap("Buka")
    counsellor.sees("ditulis di luar jam").clean()
    visit(at=night).sign_in("seeker1").sees("Teman sebaya sedang tidak membaca").clean()
