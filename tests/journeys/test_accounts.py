"""Getting in, staying in, coming back: slips, PIN, second factor, printed key, quick exit."""

from collections.abc import Callable

from tests.journeys.conftest import LAPTOP, School, Visitor, totp

Come = Callable[..., Visitor]
PIN = "739160"
WRONG_PINS = 5  # then the copy on this phone is gone
SECRET = "sepeda-kuning-9"
STAFF_SECRET = "lemari-tua-di-beranda"


def activated(visit: Come, code: str, password: str = SECRET, **how: object) -> Visitor:
    """A student with a slip, up to the question whether the phone is their own."""
    student = visit(**how).open("aktivasi/").write(code, "code").send().sees("Pilih kata sandi")
    return student.write(password, "password").write(password, "again").send()


def test_a_slip_forgives_spelling_but_not_being_wrong_or_used(visit: Come, school: School) -> None:
    code = school.who["slips"][0]
    student = visit(mobile=True).open("aktivasi/").clean().write("AAAA-BBBB-CCCC-DDDD", "code").send()
    student.sees("Kode ini tidak bisa dipakai").clean()
    spelled = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    student.write(f" {spelled} ", "code").send().sees("Pilih kata sandi").sees("anak.baru").clean()
    student.write("pendek", "password").write("pendek", "again").send().sees("Pilih kata sandi").clean()
    student.write("katasandi", "password").write("katasandi", "again").send().sees("Pilih kata sandi")
    student.write(SECRET, "password").write("lain-lagi-99", "again").send().sees("belum sama").clean()
    student.write(SECRET, "password").write(SECRET, "again").send().sees("Ini HP-ku sendiri?").clean()
    student.tap("Bukan, HP ini dipakai bersama").sees("Ada teman yang mau mendengarkan").clean()
    late = visit(mobile=True).open("aktivasi/").write(code, "code").send().sees("Kode ini tidak bisa dipakai")
    late.tap("Silakan masuk").write("anak.baru", "username").write(SECRET, "password").send()
    late.sees("Ini HP-ku sendiri?")


def test_a_pin_on_ones_own_phone(visit: Come, school: School) -> None:
    student = activated(visit, school.who["slips"][1], mobile=True).sees("Ini HP-ku sendiri?")
    student.write("111111", "pin").write("111111", "again").send().sees("Ini HP-ku sendiri?").clean()
    student.write(PIN, "pin").write(PIN, "again").send().sees("PIN sudah jadi").clean()
    student.tap("Keluar cepat").page.wait_for_url("**/belajar/")
    student.open("masuk/").sees("Pakai kata sandi saja").clean().write(PIN, "pin").send().sees("mau mendengarkan")
    student.tap("Keluar cepat").page.wait_for_url("**/belajar/")
    student.open("masuk/")
    for left in range(WRONG_PINS - 1, 0, -1):
        student.write("000000", "pin").send().sees(f"Sisa {left} percobaan")
    student.clean().write("000000", "pin").send().sees("PIN di HP ini sudah tidak berlaku").clean()
    student.write("anak.baru2", "username").write(SECRET, "password").send().sees_not("tidak berlaku")


def test_a_shared_computer_is_not_asked_for_a_pin(visit: Come, school: School) -> None:
    student = activated(visit, school.who["slips"][2], size=LAPTOP).sees("mau mendengarkan").clean()
    student.open("akun-saya/").clean().tap("Ganti").sees("Ganti kata sandi").clean()
    student.write("salah-sama-sekali", "old").write("gunung-biru-7", "password").write("gunung-biru-7", "again").send()
    student.sees("Kata sandi sekarang belum cocok").clean()
    student.write(SECRET, "old").write("gunung-biru-7", "password").write("gunung-biru-7", "again").send()
    student.sees("Kata sandi sudah diganti").clean()


def test_a_class_activates_on_its_phones(visit: Come, school: School) -> None:
    """What one student does from the slip to the first page: three screens."""
    student = visit(mobile=True).open("aktivasi/").write(school.who["slips"][3], "code")
    screens = 1
    for fields in (["password", "again"], []):
        student.send()
        screens += 1
        for field in fields:
            student.write(SECRET, field)
    assert screens <= 3
    student.tap("Bukan, HP ini dipakai bersama").sees("mau mendengarkan")


def test_staff_set_up_a_second_factor_and_print_their_key(visit: Come, school: School) -> None:
    """First activation, then the printed key brings the account back after a forgotten password."""
    adult = activated(visit, school.who["staff_slip"], STAFF_SECRET, size=LAPTOP).sees("Pasang kode kedua").clean()
    secret = adult.page.locator(".copy code").inner_text().replace(" ", "")
    adult.write("000000", "code").send().sees("Pasang kode kedua").clean()
    assert adult.page.locator(".copy code").inner_text().replace(" ", "") == secret
    adult.write(totp(secret), "code").send().sees("Kode cadangan").clean()
    spare = adult.page.locator("main li code").all_inner_texts()
    adult.tap("Sudah disimpan").sees("Kunci pemulihan di kertas").clean().tap("Buat dan tampilkan sekali").clean()
    key = adult.page.locator(".copy code").inner_text()
    adult.write("0000", "group").send().sees("Belum cocok").clean().write(key.replace("-", "")[-4:], "group").send()
    adult.sees("Cocok. Simpan kertas itu").clean()
    adult.open("hari-ini/").clean()
    again = visit().open("masuk/").tap("pakai kunci pemulihan").clean().write("guru.baru", "username")
    again.write("XXXX-" * 12 + "XXXX", "code").write("rumah-panggung-tua", "password").write(
        "rumah-panggung-tua", "again"
    ).send()
    again.sees("tidak cocok").clean()
    again.write(key.lower(), "code").write("rumah-panggung-tua", "password").write("rumah-panggung-tua", "again").send()
    again.sees("Kode kedua").clean().write(spare[0], "code").send().sees("Siapa yang membutuhkan").clean()
    old = visit(LAPTOP).open("masuk/").write("guru.baru", "username").write(STAFF_SECRET, "password").send()
    old.sees("belum cocok").clean()


def test_quick_exit_leaves_nothing_behind(visit: Come) -> None:
    student = visit().sign_in("seeker0").open("cerita/").write("yang tidak boleh terlihat")
    student.tap("Keluar cepat").page.wait_for_url("**/belajar/")
    student.sees("Jadwal pelajaran").clean()
    assert student.page.title() == "Jadwal pelajaran"
    assert student.page.evaluate("sessionStorage.length + localStorage.length") == 0
    student.page.go_back()
    student.page.wait_for_load_state()
    student.sees_not("yang tidak boleh terlihat")
    assert student.page.locator("textarea").count() == 0
    student.page.go_back()
    student.sees_not("yang tidak boleh terlihat")


def test_words_wait_for_their_writer_after_a_quick_exit(visit: Come) -> None:
    student = visit().sign_in("seeker0").open("cerita/").write("yang belum selesai kutulis")
    student.tap("Keluar cepat").page.wait_for_url("**/belajar/")
    student.sign_in("seeker0").open("cerita/")
    student.page.wait_for_function("document.querySelector('textarea').value === 'yang belum selesai kutulis'")


def test_quick_exit_without_javascript(visit: Come) -> None:
    student = visit(script=False).sign_in("seeker1").open("cerita/")
    student.tap("Keluar cepat").sees("Jadwal pelajaran").open("cerita/").sees("Masuk")
    assert "/masuk/" in student.page.url
    answer = student.context.request.post(student.school.base + "keluar-cepat/", max_redirects=0)
    assert answer.headers["clear-site-data"] == '"cache", "storage"'


def test_emergency_contacts_are_sealed_and_the_language_is_ones_own(visit: Come) -> None:
    student = (
        visit()
        .sign_in("seeker2")
        .open("akun-saya/")
        .clean()
        .open("akun-saya/kontak/")
        .clean()
        .send()
        .sees("paling sedikit satu kotak")
    )
    student.write("Bibi Marni", "trusted").write("0812 0000 1111", "trusted_phone").write("paman", "never").send()
    student.sees("Tersimpan dan terkunci").clean().open("akun-saya/kontak/").sees("Sudah tersimpan").sees_not(
        "Bibi Marni"
    ).clean()
    student.open("akun-saya/").page.locator("input[name=language][value=en]").check(force=True)
    student.tap("Simpan")
    student.sees("The language has been changed").clean()
