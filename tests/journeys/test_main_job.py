"""The main job: someone asks, a peer answers, an adult stands behind."""

from collections.abc import Callable

from tests.journeys.conftest import LAPTOP, Visitor

RED = "aku mau bunuh diri malam ini, semuanya udah aku siapin"
SCREENS, WORDS = 3, 90  # budgets of product.md, first-time seeker
Come = Callable[..., Visitor]


def test_seeker_asks_within_the_budget_of_steps(visit: Come) -> None:
    seeker = visit().sign_in("seeker0").open("cerita/")
    words = seeker.clean().words()
    seeker.write("aku dijauhi teman sekelas").tap("Lanjut")
    words += seeker.clean().words()
    seeker.tap("Kirim").sees("Sudah terkirim")
    words += seeker.clean().words()
    assert seeker.taps == SCREENS - 1
    assert words <= WORDS


def test_whole_journey_seeker_supporter_and_back(visit: Come) -> None:
    seeker = visit().sign_in("seeker1").open("cerita/").write("grup kelas tidak mengajak aku lagi").tap("Lanjut").tap("Kirim")
    seeker.tap("Aku aman").sees("grup kelas tidak mengajak aku lagi").clean()
    supporter = visit().sign_in("supporter0").open("pendukung/").clean()
    supporter.sees_not("grup kelas").tap("Lihat")
    supporter.clean().sees_not("grup kelas")
    assert supporter.words() <= 40  # one card, 40 words
    supporter.taps = 0
    supporter.tap("Aku mau menemani").sees("grup kelas tidak mengajak aku lagi").clean()
    assert supporter.taps <= 2
    supporter.write("Hai, makasih sudah cerita.").tap("Kirim").sees("Hai, makasih sudah cerita.")
    seeker.sees("Hai, makasih sudah cerita.")  # without reloading: the live channel brought it
    seeker.write("iya kak").tap("Kirim").sees("iya kak")
    supporter.sees("iya kak")
    seeker.tap("Rinci").sees("Kak Melati").clean()


def test_red_gives_the_supporter_one_screen_and_an_adult_comes(visit: Come) -> None:
    seeker = visit().sign_in("seeker2").open("cerita/").write("aku capek sama semuanya").tap("Lanjut").tap("Kirim").tap("Aku aman")
    supporter = visit().sign_in("supporter1").open("pendukung/").tap("Lihat").tap("Aku mau menemani")
    supporter.sees("aku capek sama semuanya")
    seeker.write(RED).tap("Kirim").sees("Orang dewasa sedang dipanggil")
    supporter.page.reload()
    supporter.sees("Sekarang giliran orang dewasa").sees_not("bunuh diri").clean()
    assert supporter.page.locator("main button").count() == 1
    supporter.tap("Serahkan sekarang").sees("Terima kasih sudah menemani").clean()
    duty = visit(LAPTOP).sign_in("duty").open("hari-ini/").clean()
    duty.sees_not("bunuh diri").tap("Tangani").sees("bunuh diri").clean()
    seeker.page.reload()
    seeker.sees("Baso Palloge sekarang di sini").clean()


def test_adult_button_calls_and_offers_to_give_the_name(visit: Come) -> None:
    seeker = visit().sign_in("seeker3").open("cerita/").write("aku takut pulang").tap("Lanjut").tap("Kirim")
    seeker.tap("Aku butuh orang dewasa sekarang").sees("Orang dewasa sedang dipanggil").clean()
    seeker.tap("Kasih tahu namaku").clean().tap("Ya, kasih tahu namaku").sees("sekarang tahu namamu")


def test_worried_friend_reaches_a_counsellor_only(visit: Come) -> None:
    friend = visit().sign_in("seeker4").open("teman/").clean().write("temanku jarang makan dan sering pingsan").tap("Kirim")
    friend.sees("Sudah terkirim").clean().tap("Aku aman").sees("Kamu sudah benar memberi tahu").clean()
    counsellor = visit(LAPTOP).sign_in("counsellor").open("hari-ini/")
    counsellor.clean().sees_not("temanku jarang makan")


def test_whole_journey_without_javascript(visit: Come) -> None:
    seeker = visit(script=False).sign_in("seeker5").open("cerita/").write("nilai matematikaku turun").tap("Lanjut").tap("Kirim")
    seeker.sees("Sudah terkirim").tap("Aku aman").sees("nilai matematikaku turun")
    supporter = visit(script=False).sign_in("supporter2").open("pendukung/").tap("Lihat").tap("Aku mau menemani")
    supporter.sees("nilai matematikaku turun").write("Bagian mana yang susah?").tap("Kirim").sees("Bagian mana yang susah?")
    seeker.page.reload()
    seeker.sees("Bagian mana yang susah?").write("pecahan kak").tap("Kirim").sees("pecahan kak")
    seeker.tap("Pilihan lain").tap("Selesai")
    seeker.page.check("[name=reason][value=membaik]")
    seeker.page.locator("main form button").first.click()
    seeker.sees("Bagaimana tadi?")


def test_quick_exit_signs_out_and_shows_something_neutral(visit: Come) -> None:
    seeker = visit().sign_in("seeker6").open("cerita/").write("rahasia yang belum terkirim")
    seeker.tap("Keluar cepat")
    seeker.page.wait_for_timeout(500)
    assert "cerita" not in seeker.page.url
    assert seeker.page.evaluate("Object.keys(sessionStorage).length") == 0
    seeker.open("cerita/")
    assert "/masuk/" in seeker.page.url


def test_english_journey_has_no_indonesian_heading(visit: Come) -> None:
    seeker = visit(language="en").sign_in("seeker7").open("cerita/")
    seeker.clean().sees_not("Mau cerita apa?")
