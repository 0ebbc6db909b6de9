"""Adults: the morning on one page, a red sign that wanders on, a name that takes two, sheets for the worst day."""

from collections.abc import Callable

from tests.journeys.conftest import LAPTOP, School, Visitor
from tests.journeys.steps import accepted, alias_of, asked, row

Come = Callable[..., Visitor]
RED = "aku mau bunuh diri malam ini, semuanya udah aku siapin"
MORNING_TAPS = 20  # five minutes at fifteen seconds a press, for four things to do
REASON = "Ia menulis akan menyakiti diri malam ini."


def test_a_red_sign_nobody_answers_reaches_the_next_adult(visit: Come, school: School) -> None:
    """The first was called ten minutes ago; the clock has called the second, who takes it; the first sees by whom."""
    red = school.who["red"]
    second = visit(LAPTOP).here("duty2").open("hari-ini/").sees(red["alias"]).sees_not("bunuh diri").clean()
    first = visit().here("duty").open("hari-ini/").sees(red["alias"]).clean()
    row(second, red["alias"]).sees("bunuh diri").sees("Bapak/Ibu memegang percakapan ini").clean()
    second.write("Saya Bu Endang. Kamu di mana sekarang?").tap("Kirim jawaban").sees("Kamu di mana sekarang?").clean()
    first.open("hari-ini/").sees("Ditangani Endang Puji")
    row(first, red["alias"]).sees("Endang Puji memegang percakapan ini").clean()
    school.who["red_writer"] = red["writer"]
    seeker = (
        visit()
        .sign_in("red_writer")
        .open(f"ruang/{red['id']}/")
        .sees("Kamu di mana sekarang?")
        .sees("Endang Puji")
        .clean()
    )
    seeker.tap("Rinci").sees("petugas jaga, paling lama tiga hari").clean()


def test_the_morning_fits_on_one_page(visit: Come) -> None:
    """Acknowledge red, answer a consult, close a sign, offer to a supporter: counted in presses."""
    talk = asked(visit, "seeker0", "tugasku numpuk semua", "belajar")
    supporter = accepted(visit, "supporter0", alias_of(talk)).tap("Tanya konselor").write("boleh minta contoh jadwal?")
    supporter.tap("Kirim").sees("contoh jadwal?")
    waiting = alias_of(asked(visit, "seeker1", "latihan pidato", "teman"))
    red = (
        visit().sign_in("seeker2").open("cerita/").write(RED).tap("Lanjut").sees("Orang dewasa akan dipanggil").clean()
    )
    red.tap("Kirim").sees("Orang dewasa sedang dipanggil").clean().tap("Ke percakapan").sees(
        "Kamu di mana, sama siapa?"
    ).clean()
    alias = alias_of(red)
    counsellor = visit(LAPTOP).here("counsellor").open("hari-ini/").sees(alias).clean()
    assert counsellor.page.locator("main .row").count() >= 2
    counsellor.taps = 0
    row(counsellor, alias).sees("bunuh diri").clean()
    counsellor.tap("Catat hasil dan tutup tanda").clean().choose("bertindak", "outcome").write("sudah dijemput ibunya")
    counsellor.tap("Tutup tanda").sees("Hasil tercatat").sees_not("Catat hasil dan tutup").tap("Hari ini")
    row(counsellor, "minta konsultasi").sees("contoh jadwal?").write("ada di laci, saya bawakan").tap("Kirim").sees(
        "saya bawakan"
    )
    counsellor.open("percakapan/?keadaan=menunggu").clean()
    row(counsellor, waiting).tap("Tawarkan ke pendukung").clean()
    counsellor.page.locator("[name=supporter]").first.check(force=True)
    counsellor.write("topiknya cocok", "reason").tap("Tawarkan").sees("sudah mendapat tawaran ini").clean()
    assert counsellor.taps <= MORNING_TAPS
    assert (
        "Menunggu jawaban Bapak/Ibu" in counsellor.open("hari-ini/").page.locator(".row", has_text=alias).inner_text()
    )
    counsellor.clean()
    supporter.sees("saya bawakan")


def test_a_name_takes_two_people_and_the_student_sees_it(visit: Come) -> None:
    """Asked by a counsellor, refused once, approved by another key holder; opened with contacts, which the student sees."""
    seeker = (
        visit()
        .sign_in("seeker3")
        .open("akun-saya/kontak/")
        .write("Bibi Marni", "trusted")
        .write("0812 0000 1111", "trusted_phone")
    )
    seeker.write("paman", "never").send().sees("Tersimpan dan terkunci")
    seeker.open("cerita/").write(RED).tap("Lanjut").tap("Kirim").tap("Ke percakapan").sees("Kamu di mana")
    alias = alias_of(seeker)
    counsellor = visit(LAPTOP).here("counsellor2").open("percakapan/")
    row(counsellor, alias).tap("Tulis catatan").clean().write("perlu dijemput").send().sees("perlu dijemput").clean()
    counsellor.tap(alias).sees("bunuh diri").tap("Minta buka identitas").clean().choose("diri", "reason").write(
        REASON, "words"
    )
    counsellor.tap("Minta keputusan").sees("Menunggu pemegang kunci kedua").sees_not("Siswa Uji 3").clean()
    holder = visit().here("second").open("hari-ini/").sees("meminta nama").clean()
    row(holder, alias).sees(REASON).sees_not("Siswa Uji 3").sees_not("bunuh diri").clean()
    holder.tap("Tolak").sees("Ditolak").clean()
    counsellor.page.reload()
    counsellor.sees("Mardiyah Lubisa menolak.").clean().tap("Minta lagi").choose("diri", "reason").write(
        REASON, "words"
    )
    counsellor.tap("Minta keputusan").sees("Menunggu pemegang kunci kedua")
    other = visit(LAPTOP).here("second2").open("hari-ini/")
    row(other, alias).tap("Setujui").sees("Disetujui").sees_not("Siswa Uji 3").clean()
    counsellor.page.reload()
    counsellor.sees("Yosafat Tabuni sudah menyetujui.").clean().tap("Buka nama sekarang").sees("Siswa Uji 3").sees(
        "VII-A"
    )
    counsellor.sees("Bibi Marni").sees("Jangan hubungi: paman").clean()
    seeker.tap("Buka").sees("Wayan Suarta").sees("dengan persetujuan orang kedua").clean()


def test_the_envelope_when_nobody_answers(visit: Come, school: School) -> None:
    seeker = (
        visit()
        .sign_in("seeker4")
        .open("cerita/")
        .write(RED)
        .tap("Lanjut")
        .tap("Kirim")
        .tap("Ke percakapan")
        .sees("Kamu di mana")
    )
    alias = alias_of(seeker)
    duty = visit().here("duty").open("hari-ini/")
    row(duty, alias).sees("bunuh diri").tap("Minta buka identitas").clean().tap("Buka amplop darurat").clean()
    duty.choose("diri", "reason").write("salah-kode", "code").tap("Buka dengan amplop").sees(
        "tidak membuka amplop"
    ).clean()
    duty.choose("diri", "reason").write(str(school.who["sheet"]).lower(), "code").tap("Buka dengan amplop").sees(
        "Amplop darurat cocok"
    ).clean()
    duty.tap("Buka nama sekarang").sees("Siswa Uji 4").clean()
    holder = visit(LAPTOP).here("second").open("hari-ini/").sees("Amplop darurat nomor")
    row(holder, "Amplop darurat nomor").clean().tap("Sudah ditinjau bersama").sees("Peninjauan tercatat").clean()


def test_a_conversation_goes_back_to_peers(visit: Come) -> None:
    seeker = asked(visit, "seeker5", "ribut soal kelompok tugas", "teman")
    alias = alias_of(seeker)
    counsellor = visit(LAPTOP).here("counsellor").open("percakapan/?keadaan=menunggu")
    row(counsellor, alias).tap("Ikut dan lanjutkan").sees("Bapak/Ibu memegang").write("Halo, saya Bu Ratih.")
    counsellor.tap("Kirim jawaban").sees("Halo, saya Bu Ratih.").clean()
    seeker.tap("Buka").sees("Halo, saya Bu Ratih.").clean()
    counsellor.tap("Kembalikan ke teman sebaya").clean().tap("Ya, kembalikan").sees(
        "menunggu teman sebaya lagi"
    ).clean()
    accepted(visit, "supporter1", alias).sees("ribut soal kelompok tugas").sees("Halo, saya Bu Ratih.").clean()
    counsellor.open("percakapan/?keadaan=ngobrol")
    row(counsellor, alias).tap("Akhiri percakapan").clean().choose("cukup", "reason").send().sees(
        "Percakapan selesai"
    ).clean()


def test_two_sheets_bring_back_what_every_counsellor_lost(visit: Come, school: School) -> None:
    """The operator gives a new slip; the old conversations open only with both sheets."""
    seeker = asked(visit, "seeker6", "sebelum kunci hilang", "teman")
    alias = alias_of(seeker)
    code = school.command("slip", school.user("counsellor2"), "--community", "smp-uji").split(": ")[-1].strip()
    adult = visit(LAPTOP).open("aktivasi/").write(code, "code").send().write("jendela-kayu-merah", "password")
    adult.write("jendela-kayu-merah", "again").send().write(str(school.code("counsellor2")), "code").send()
    adult.page.wait_for_url(
        lambda url: "/akun/kode" not in url and "/aktivasi" not in url
    )  # signed in, before going on
    adult.open("percakapan/").sees_not(alias).clean().open("pemulihan/").clean()
    adult.write(str(school.who["a"]), "a").write(str(school.who["a"]), "b").send().sees("tidak cocok").clean()
    adult.write(str(school.who["a"]).lower(), "a").write(str(school.who["b"]), "b").send().sees("percakapan dibuka")
    adult.sees(alias).clean()
    row(adult, alias).sees("sebelum kunci hilang").clean()


CUT = """() => [...document.querySelectorAll("main td, main th, main select, main legend")]
    .filter(each => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth).map(each => each.innerText)"""


def test_sheet_of_two_raters_fits_a_phone(visit: Come) -> None:
    """Nothing of the second rater is beyond the edge: each item stands above its two levels, each with its rater."""
    coordinator = visit().here("coordinator").open("latihan/?q=Dito").tap("Langkah")
    sheet = f"{coordinator.page.url}lembar/"
    coordinator.page.goto(sheet)
    coordinator.clean().write("2026-08-01", "assessed_on").write("24", "hours")
    coordinator.write("Ratih Kumalasari, S.Pd.", "first_rater").write("Yosafat Tarigana, S.Psi.", "second_rater")
    for box in coordinator.page.locator("main select").all():
        box.select_option("3")
    coordinator.tap("Simpan penilaian").page.goto(sheet)
    coordinator.sees("Penilaian terakhir").clean()
    assert coordinator.page.locator("main td:visible").count() > 2
    assert coordinator.page.evaluate(CUT) == []
    scroll = "() => [...document.querySelectorAll('.scroll')].map(each => each.scrollWidth - each.clientWidth)"
    assert coordinator.page.evaluate(scroll) == [0]
