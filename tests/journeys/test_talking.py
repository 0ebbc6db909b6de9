"""The seeker's conversation on its less straight days: refused details, bad network, leaving, coming back, length."""

from collections.abc import Callable

from tests.journeys.conftest import LAPTOP, School, Visitor
from tests.journeys.steps import accepted, alias_of, asked, row

Come = Callable[..., Visitor]
PHONE_SPELLED = "nomorku nol delapan satu dua tiga empat lima enam tujuh delapan ya kak"
IN_VIEW = "each => { const box = each.getBoundingClientRect(); return box.top > 0 && box.bottom < innerHeight; }"
LONG_WORD = "wkwk" * 120
SLOWLY = [("pertama.", "pertama. lanjut", "lanjut"), ("kedua.", "yang lain", "yang lain"), ("ketiga.", "ketiga.", "")]
EMOJI = "👨‍👩‍👧‍👦🫶🏽🇮🇩" * 40


def test_contact_details_are_refused_and_the_text_stays(visit: Come) -> None:
    seeker = asked(visit, "seeker0", "boleh kenalan?").write(PHONE_SPELLED)
    seeker.tap("Kirim").sees("tidak bertukar nomor").clean()
    assert seeker.value() == PHONE_SPELLED
    seeker.write("oke, di sini saja").tap("Kirim").sees("oke, di sini saja")
    seeker.page.reload()
    seeker.sees_not("nol delapan").clean()
    assert seeker.value() == ""


def test_bad_network_and_impatience_make_one_message(visit: Come) -> None:
    seeker = asked(visit, "seeker1", "sinyal di kosan jelek").write("masih di situ?")
    seeker.expected.append("ERR_INTERNET_DISCONNECTED")
    seeker.context.set_offline(True)
    seeker.tap("Kirim").sees("Belum terkirim").clean()
    assert seeker.value() == "masih di situ?"
    seeker.context.set_offline(False)
    seeker.page.get_by_role("button", name="Coba kirim lagi").dblclick()
    seeker.page.locator(".msg", has_text="masih di situ?").wait_for()
    seeker.settle().write("dua kali tekan").page.get_by_role("button", name="Kirim", exact=True).dblclick()
    seeker.settle().page.reload()
    for text in ("masih di situ?", "dua kali tekan"):
        assert seeker.page.locator(".msg", has_text=text).count() == 1


def test_words_typed_while_a_message_is_under_way_stay(visit: Come) -> None:
    """On a slow network somebody writes on before the answer is here."""
    seeker = asked(visit, "seeker1", "sinyal masih lambat", "teman")
    network = seeker.context.new_cdp_session(seeker.page)
    slow = {"offline": False, "latency": 1500, "downloadThroughput": -1, "uploadThroughput": -1}
    for said, typed, rest in SLOWLY:
        network.send("Network.emulateNetworkConditions", slow)
        seeker.write(said).page.get_by_role("button", name="Kirim", exact=True).click()
        seeker.write(typed).page.locator(".msg", has_text=said).wait_for()
        assert seeker.settle().value() == rest
        network.send("Network.emulateNetworkConditions", {**slow, "latency": 0})
        seeker.page.reload()
        assert seeker.value() == rest
        assert seeker.page.locator(".msg", has_text=said).count() == 1


def test_an_answer_that_got_lost_is_not_sent_twice(visit: Come) -> None:
    """The message arrived, the answer did not: trying again adds nothing."""
    seeker = asked(visit, "seeker2", "halo")
    seeker.expected.append("ERR_FAILED")
    lost: list[bool] = []

    def lose_first(route: object) -> None:
        if route.request.method == "POST" and not lost:  # type: ignore[attr-defined]
            lost.append(True)
            route.fetch()  # type: ignore[attr-defined]
            route.abort()  # type: ignore[attr-defined]
            return
        route.continue_()  # type: ignore[attr-defined]

    seeker.page.route("**/ruang/*/", lose_first)
    seeker.write("sampai atau tidak?").tap("Kirim").sees("Belum terkirim").tap("Coba kirim lagi")
    seeker.page.reload()
    assert lost
    assert seeker.page.locator(".msg", has_text="sampai atau tidak?").count() == 1


def test_two_tabs_and_a_new_sign_in(visit: Come) -> None:
    """What one tab sends the other shows; a tab from before the new sign-in loses nothing."""
    seeker = asked(visit, "seeker3", "aku buka dua tab")
    other = Visitor(seeker.context, seeker.school, script=True)
    other.page.goto(seeker.page.url)
    other.write("dari tab kedua").tap("Kirim").sees("dari tab kedua")
    seeker.sees("dari tab kedua").write("ditulis sebelum masuk lagi")
    seeker.context.clear_cookies(name="i")
    other.page.reload()
    other.page.fill("[name=username]", seeker.school.user("seeker3"))
    other.page.fill("[name=password]", str(seeker.school.who["password"]))
    other.send().sees("dari tab kedua")
    seeker.expected.append("403")
    seeker.tap("Kirim")
    if seeker.page.get_by_text("terlalu lama terbuka").count():
        seeker.clean().page.go_back()
        seeker.sees("dari tab kedua")
        assert seeker.value() == "ditulis sebelum masuk lagi"
        seeker.tap("Kirim")
    seeker.sees("ditulis sebelum masuk lagi")
    other.sees("ditulis sebelum masuk lagi").clean()


def test_a_sign_in_that_ran_out_in_the_conversation_loses_nothing(visit: Come) -> None:
    seeker = asked(visit, "seeker4", "aku ketiduran").write("lanjut yang tadi")
    where = seeker.page.url
    seeker.context.clear_cookies(name="i")
    seeker.tap("Kirim").sees("lama tidak dipakai")
    seeker.page.fill("[name=username]", seeker.school.user("seeker4"))
    seeker.page.fill("[name=password]", str(seeker.school.who["password"]))
    seeker.send().sees("aku ketiduran")
    assert seeker.page.url == where
    assert seeker.value() == "lanjut yang tadi"
    seeker.tap("Kirim").sees("lanjut yang tadi").clean()


def test_changing_the_peer_reporting_and_ending(visit: Come) -> None:
    seeker = asked(visit, "seeker5", "sering diledek soal tinggi badan", "diganggu")
    supporter = accepted(visit, "supporter3", alias_of(seeker)).write("hai, cerita pelan-pelan ya").tap("Kirim")
    supporter.page.locator(".msg", has_text="pelan-pelan").wait_for()
    seeker.tap("Buka").sees("Kak Sekar").tap("Pilihan lain").clean().tap("Ganti teman bicara").clean()
    seeker.tap("Ganti, dan jangan bertemu dia lagi").sees("Kami carikan teman lain").sees(
        "sering diledek soal tinggi badan"
    )
    supporter.open("pendukung/").sees_not("diledek").clean()
    seeker.tap("Rinci").sees_not("Kak Sekar").clean().page.go_back()
    seeker.tap("Pilihan lain").tap("Ada yang tidak beres").clean().choose("kontak", "reason").send().sees(
        "Terima kasih sudah bilang"
    )
    seeker.tap("Pilihan lain").tap("Selesai").clean().choose("membaik", "reason").send().sees("Bagaimana tadi?").clean()
    seeker.choose("4", "heard").choose("1", "again").send().sees("Pintunya selalu terbuka").clean()
    seeker.tap("Buka").sees("Percakapan ini sudah selesai").sees("sering diledek soal tinggi badan").clean()
    assert seeker.page.locator("[name=text]").count() == 0
    visit(LAPTOP).here("counsellor").open("hari-ini/").sees("oleh laporan")


def test_what_is_written_into_a_talk_that_just_ended_is_not_lost(visit: Come) -> None:
    """Without the live channel the page does not know yet; the text becomes the beginning of a new story."""
    seeker = asked(visit, "seeker6", "percakapan pendek")
    late = [visit().here("seeker6"), visit(script=False).here("seeker6")]
    for each in late:
        each.page.route("**/events", lambda route: route.abort())
        each.expected.append("ERR_FAILED")
        each.page.goto(seeker.page.url)
    seeker.tap("Pilihan lain").tap("Selesai").choose("cukup", "reason").send().sees("Percakapan ini sudah selesai")
    for each in late:
        each.write("sedikit terlambat").tap("Kirim").sees("baru saja selesai").sees("Mau cerita apa?").clean()
        assert each.value() == "sedikit terlambat"


def test_a_way_back_after_a_new_slip(visit: Come, school: School) -> None:
    """A reset gives a new key: the old conversation comes back by the counsellor's code alone."""
    seeker = asked(visit, "seeker7", "yang ini jangan sampai hilang")
    alias = alias_of(seeker)
    counsellor = visit(LAPTOP).here("counsellor").open("orang/?q=Siswa+Uji+7")
    counsellor.clean().tap("Buka").clean().tap("Buat kode ulang").clean()
    slip = counsellor.page.locator(".copy code").inner_text()
    again = visit(mobile=True).open("aktivasi/").write(slip.lower().replace("-", " "), "code").send()
    again.write("sepeda-kuning-9", "password").write("sepeda-kuning-9", "again").send()
    again.tap("Bukan, HP ini dipakai bersama").sees("Ada teman yang mau mendengarkan").sees_not(alias).clean()
    row(counsellor.open("percakapan/"), alias).sees("yang ini jangan sampai hilang").tap("Kode kembali").clean().tap(
        "Buat kode"
    ).clean()
    code = counsellor.page.locator(".copy code").inner_text()
    again.tap("Punya kode kembali dari konselor?").clean().write("salah-kode-sama-sekali", "code").send().sees(
        "Kode ini salah"
    ).clean()
    again.write(code.lower(), "code").send().sees("yang ini jangan sampai hilang").clean()
    again.open().sees(alias)


def test_older_messages_come_page_by_page(visit: Come, school: School) -> None:
    school.who["long_writer"] = school.who["long"]["writer"]
    seeker = visit().sign_in("long_writer").open(f"ruang/{school.who['long']['id']}/").sees("pesan nomor 60")
    assert seeker.page.locator(".msg", has_text="pesan nomor 60").evaluate(IN_VIEW)  # it opens at the newest words
    seeker.clean()
    assert seeker.page.locator(".msg", has_text="pesan nomor").count() < 60
    seeker.tap("Lihat pesan sebelumnya").sees("pesan nomor 9").clean()
    seeker.sees_not("pesan nomor 45").tap("Ke pesan terbaru").sees("pesan nomor 45")


def test_long_words_and_emoji_do_not_break_the_page(visit: Come) -> None:
    seeker = asked(visit, "seeker8", "satu kata panjang")
    seeker.write(LONG_WORD).clean().tap("Kirim").sees(LONG_WORD).clean()
    seeker.write(EMOJI).tap("Kirim").sees(EMOJI).clean()
    seeker.write('<b>tebal</b> & "kutip"').tap("Kirim").sees('<b>tebal</b> & "kutip"').clean()
    wide = visit(LAPTOP).here("counsellor").open("percakapan/")
    wide.page.locator(".row").get_by_role("link").first.click()
    wide.clean()
