"""Asking when something is different: wishes, nobody left, a bad network, a sign-in that ran out, too much text."""

from collections.abc import Callable

from tests.journeys.conftest import LAPTOP, PHONE, School, Visitor

Come = Callable[..., Visitor]
LIMIT = 8000  # characters of one text, flags.fields
PASTED = "teks yang ditempel dari mana-mana. " * 6000  # about 200 KB


def unfold(seeker: Visitor, title: str) -> Visitor:
    """One part of the list of who must not read."""
    seeker.page.locator("[data-away] details > summary").filter(has_text=title).click()
    return seeker


def test_wishes_are_kept_to(visit: Come, school: School) -> None:
    """Not this counsellor, not that class, this peer: the reader list and every desk show that it was heard."""
    seeker = (
        visit().sign_in("seeker0").open("cerita/").write("aku bertengkar dengan sahabatku").choose("teman", "topics")
    )
    seeker.tap("Lanjut").clean().tap("Ada yang tidak boleh baca?")
    unfold(seeker, "Konselor").page.get_by_label("Wayan Suarta").check(force=True)
    unfold(seeker, "Kelas").page.get_by_label("IX-2").check(force=True)
    seeker.sees("2 dipilih")
    seeker.page.get_by_label("Kak Dito").first.check(force=True)
    seeker.clean().tap("Kirim").sees("Sudah terkirim")
    alias = seeker.page.locator("main strong").inner_text()
    seeker.tap("Aku aman").sees("aku bertengkar").tap("Rinci")
    seeker.sees("Ratih Kumala").sees("Kak Dito").sees_not("Wayan Suarta").sees_not("Kak Arya").clean()
    visit(LAPTOP).here("counsellor").open("percakapan/").sees(alias).clean()
    visit(LAPTOP).here("counsellor2").open("percakapan/").sees_not(alias).clean()
    visit().sign_in("supporter2").open("pendukung/").sees(alias)
    visit().sign_in("supporter1").open("pendukung/").sees_not(alias)


def test_nobody_left_sends_nothing_and_keeps_the_story(visit: Come) -> None:
    seeker = (
        visit()
        .sign_in("seeker1")
        .open("cerita/")
        .write("tentang guru BK")
        .tap("Lanjut")
        .tap("Ada yang tidak boleh baca?")
    )
    counsellors = ("Ratih Kumala", "Wayan Suarta")
    unfold(seeker, "Konselor")
    for name in counsellors:
        seeker.page.get_by_label(name).check(force=True)
    seeker.tap("Kirim").sees("Belum terkirim").sees("Puskesmas Contoh, ruang 3").clean()
    seeker.tap("Ubah pilihanku").sees("Mau ngobrol dengan siapa?").clean()
    assert [seeker.page.get_by_label(name).is_checked() for name in counsellors] == [True, True]
    seeker.page.get_by_label(counsellors[0]).uncheck(force=True)
    seeker.tap("Kembali").sees("Mau cerita apa?")
    assert seeker.value() == "tentang guru BK"
    seeker.clean().tap("Lanjut")
    assert [seeker.page.get_by_label(name).is_checked() for name in counsellors] == [False, True]
    seeker.tap("Kirim").sees("Sudah terkirim")
    assert seeker.open().page.locator("main .rows .row").count() == 1


def test_a_name_is_found_without_scrolling(visit: Come) -> None:
    """On a phone: the list stays as short as it was, Enter finds and never sends, what was chosen stays chosen."""
    seeker = visit().sign_in("seeker2").open("teman/").write("temanku murung terus").tap("Ada yang tidak boleh baca?")
    box = seeker.page.get_by_label("Cari nama")
    box.fill("wayan")
    assert seeker.page.locator("[data-away] label:visible").all_inner_texts() == ["Cari nama", "Wayan Suarta"]
    seeker.page.get_by_label("Wayan Suarta").check(force=True)
    box.fill("tidak ada yang bernama begini")
    seeker.sees("Tidak ada nama itu di daftar.").clean()
    box.press("Enter")
    box.fill("")
    seeker.sees("1 dipilih")
    assert seeker.page.get_by_label("Wayan Suarta").is_checked()
    assert seeker.page.get_by_role("button", name="Kirim").bounding_box()["y"] < 2 * PHONE["height"]  # type: ignore[index]
    assert seeker.page.url.endswith("/teman/")


def test_who_must_not_read_needs_no_script(visit: Come) -> None:
    seeker = visit(script=False).sign_in("seeker3").open("cerita/").write("satu cerita").tap("Lanjut")
    seeker.tap("Ada yang tidak boleh baca?")
    assert not seeker.page.get_by_label("Cari nama").is_visible()
    assert seeker.page.locator("[data-away] input:visible").count() == 0
    assert seeker.page.get_by_role("button", name="Kirim").bounding_box()["y"] < 2 * PHONE["height"]  # type: ignore[index]
    unfold(seeker, "Konselor").page.get_by_label("Wayan Suarta").check(force=True)
    seeker.tap("Kembali").tap("Lanjut").sees("1 dipilih")
    assert seeker.page.get_by_label("Wayan Suarta").is_checked()


def test_sending_twice_is_one_request(visit: Come) -> None:
    """Two presses, then back and forth."""
    seeker = visit().sign_in("seeker2").open("cerita/").write("cukup sekali saja").tap("Lanjut")
    seeker.page.get_by_role("button", name="Kirim").dblclick()
    seeker.sees("Sudah terkirim").page.go_back()
    seeker.sees("Mau cerita apa?").clean()  # never a form that would be sent again
    assert seeker.value() == ""
    seeker.page.go_forward()
    seeker.sees("Sudah terkirim").open()
    assert seeker.page.locator("main .rows .row").count() == 1
    seeker.tap("Buka").sees("cukup sekali saja")
    assert seeker.page.get_by_text("cukup sekali saja").count() == 1


def test_the_story_survives_a_reload_and_is_gone_once_sent(visit: Come) -> None:
    seeker = visit().sign_in("seeker3").open("cerita/").write("setengah cerita")
    seeker.page.reload()
    assert seeker.value() == "setengah cerita"
    seeker.tap("Lanjut").tap("Kembali").sees("Mau cerita apa?")
    assert seeker.value() == "setengah cerita"
    seeker.tap("Lanjut").tap("Kirim").sees("Sudah terkirim").open("cerita/")
    assert seeker.value() == ""


def test_a_lost_network_keeps_the_story_and_sends_once(visit: Come) -> None:
    seeker = visit().sign_in("seeker4").open("cerita/").write("sinyalnya hilang terus")
    seeker.expected.append("ERR_INTERNET_DISCONNECTED")
    seeker.context.set_offline(True)
    seeker.tap("Lanjut").sees("Belum terkirim").clean()
    assert seeker.value() == "sinyalnya hilang terus"
    seeker.context.set_offline(False)
    seeker.tap("Coba kirim lagi").sees("Mau ngobrol dengan siapa?")
    seeker.context.set_offline(True)
    seeker.tap("Kirim").sees("Belum terkirim").clean()
    seeker.context.set_offline(False)
    seeker.tap("Coba kirim lagi").sees("Sudah terkirim").open()
    assert seeker.page.locator("main .rows .row").count() == 1


def test_too_much_text_is_said_and_stays(visit: Come) -> None:
    seeker = visit().sign_in("seeker5").open("cerita/").write(PASTED).tap("Lanjut").sees("Terlalu panjang").clean()
    assert len(seeker.value()) == len(PASTED)
    seeker.write("x" * (LIMIT + 1)).tap("Lanjut").sees("Terlalu panjang")
    seeker.write("kata " * (LIMIT // 5)).tap("Lanjut").tap("Kirim").sees("Sudah terkirim")


def test_a_sign_in_that_ran_out_loses_nothing(visit: Come) -> None:
    """The page was open too long; after signing in again the text is where it was."""
    seeker = visit().sign_in("seeker6").open("cerita/").write("tulisan yang panjang sekali")
    seeker.context.clear_cookies(name="i")
    seeker.tap("Lanjut").sees("lama tidak dipakai").clean()
    seeker.page.fill("[name=username]", seeker.school.user("seeker6"))
    seeker.page.fill("[name=password]", str(seeker.school.who["password"]))
    seeker.send().sees("Mau cerita apa?")
    assert seeker.value() == "tulisan yang panjang sekali"
    seeker.tap("Lanjut").tap("Kirim").sees("Sudah terkirim")


def test_another_person_at_the_same_computer_finds_no_draft(visit: Come) -> None:
    seeker = visit(LAPTOP).sign_in("seeker7").open("cerita/").write("punya orang lain")
    seeker.context.clear_cookies()
    seeker.sign_in("seeker8").open("cerita/")
    assert seeker.value() == ""
    assert "punya orang lain" not in str(seeker.page.evaluate("JSON.stringify(sessionStorage)"))


def test_the_friend_door_keeps_text_in_a_bad_network(visit: Come) -> None:
    friend = visit().sign_in("seeker9").open("teman/").write("temanku menangis di kelas")
    friend.expected.append("ERR_INTERNET_DISCONNECTED")
    friend.context.set_offline(True)
    friend.tap("Kirim").sees("Belum terkirim").clean()
    friend.context.set_offline(False)
    friend.tap("Coba kirim lagi").sees("Sudah terkirim").open("teman/")
    assert friend.value() == ""
