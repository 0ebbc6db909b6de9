"""The main job: someone asks, a peer answers, an adult stands behind."""

from collections.abc import Callable

from tests.journeys.conftest import LAPTOP, Visitor
from tests.journeys.steps import accepted, alias_of, asked, row

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
    seeker = asked(visit, "seeker1", "grup kelas tidak mengajak aku lagi", "teman").clean()
    supporter = visit().sign_in("supporter0").open("pendukung/").clean().sees_not("grup kelas")
    row(supporter, alias_of(seeker)).sees("Aku mau menemani").clean().sees_not("grup kelas")
    assert supporter.words() <= 40  # one card, 40 words
    supporter.taps = 0
    supporter.tap("Aku mau menemani").sees("grup kelas tidak mengajak aku lagi").clean()
    assert supporter.taps <= 2
    supporter.write("Hai, makasih sudah cerita.").tap("Kirim").sees("Hai, makasih sudah cerita.")
    seeker.tap("Buka").sees("Hai, makasih sudah cerita.")
    supporter.write("Aku di sini ya.").tap("Kirim").sees("Aku di sini ya.")
    seeker.sees("Aku di sini ya.")  # without reloading: the live channel brought it
    seeker.write("iya kak").tap("Kirim").sees("iya kak")
    supporter.sees("iya kak")
    seeker.tap("Rinci").sees("Kak Melati").clean()


def test_red_gives_the_supporter_one_screen_and_an_adult_comes(visit: Come) -> None:
    seeker = asked(visit, "seeker2", "aku capek sama tugas", "teman")
    alias = alias_of(seeker)
    supporter = accepted(visit, "supporter1", alias).sees("aku capek sama tugas")
    seeker.tap("Buka").write(RED).tap("Kirim").sees("Orang dewasa sedang dipanggil")
    supporter.sees("Sekarang giliran orang dewasa").sees_not("bunuh diri").clean()  # the open page went by itself
    assert supporter.page.locator("main button").count() == 1
    supporter.tap("Serahkan sekarang").sees("Terima kasih sudah menemani").clean()
    duty = visit(LAPTOP).sign_in("duty").open("hari-ini/").clean()
    row(duty.sees_not("bunuh diri"), alias).sees("bunuh diri").clean()
    seeker.page.reload()
    seeker.sees("Baso Palloge sekarang di sini").clean()


def test_adult_button_calls_and_offers_to_give_the_name(visit: Come) -> None:
    seeker = visit().sign_in("seeker3").open("cerita/").write("aku takut pulang").tap("Lanjut").tap("Kirim")
    seeker.tap("Aku butuh orang dewasa sekarang").sees("Orang dewasa sedang dipanggil").clean()
    seeker.tap("Kasih tahu namaku").clean().tap("Ya, kasih tahu namaku").sees("sekarang tahu namamu")


def test_worried_friend_reaches_a_counsellor_only(visit: Come) -> None:
    friend = (
        visit().sign_in("seeker4").open("teman/").clean().write("temanku jarang makan dan sering pingsan").tap("Kirim")
    )
    friend.sees("Sudah terkirim").clean().tap("Temanku aman").sees("Kamu sudah benar memberi tahu").clean()
    counsellor = visit(LAPTOP).sign_in("counsellor").open("hari-ini/")
    counsellor.clean().sees_not("temanku jarang makan")


def test_whole_journey_without_javascript(visit: Come) -> None:
    seeker = (
        visit(script=False)
        .sign_in("seeker5")
        .open("cerita/")
        .write("nilai matematikaku turun")
        .choose("teman", "topics")
    )
    seeker.tap("Lanjut").tap("Kirim")
    seeker.sees("Sudah terkirim").tap("Aku aman").sees("nilai matematikaku turun")
    where = seeker.page.url
    supporter = visit(script=False).sign_in("supporter2").open("pendukung/")
    row(supporter, alias_of(seeker)).tap("Aku mau menemani").sees("nilai matematikaku turun").write(
        "Bagian mana yang susah?"
    ).tap("Kirim").sees("Bagian mana yang susah?")
    seeker.page.goto(where)
    seeker.sees("Bagian mana yang susah?").write("pecahan kak").tap("Kirim").sees("pecahan kak")
    seeker.tap("Pilihan lain").tap("Selesai")
    seeker.page.check("[name=reason][value=membaik]")
    seeker.page.locator("main form button").first.click()
    seeker.sees("Bagaimana tadi?")
