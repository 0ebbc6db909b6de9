"""What the small scripts promise: nothing written is lost, nothing is sent twice, leaving leaves nothing."""

import pytest

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]
TALK = "/contoh/percakapan/"
BOX = "textarea[name=text]"
TOPIC = "AAAAAAAAAAAAAAAA"


def stored(page):
    return page.evaluate("Object.keys(sessionStorage).filter(name => name.startsWith('draft:'))")


def test_message_appears_in_place_and_box_is_empty(visit):
    page = visit(TALK)
    before = page.locator(".msg.me").count()

    page.fill(BOX, "halo kak")
    page.get_by_role("button", name="Kirim").click()

    page.wait_for_function("n => document.querySelectorAll('.msg.me').length > n", arg=before)
    assert page.locator(".msg.me p").last.inner_text() == "halo kak"
    assert page.input_value(BOX) == ""
    assert stored(page) == []


def test_second_message_has_a_new_key(visit):
    page = visit(TALK)
    first = page.input_value("[name=key]")

    page.fill(BOX, "satu")
    page.get_by_role("button", name="Kirim").click()
    page.wait_for_function("first => document.querySelector('[name=key]').value !== first", arg=first)

    assert len(page.input_value("[name=key]")) == 22


def test_lost_connection_keeps_text_and_sends_again_with_the_same_key(visit):
    page = visit(TALK)
    key = page.input_value("[name=key]")
    page.fill(BOX, "jangan hilang")
    page.context.set_offline(True)

    page.get_by_role("button", name="Kirim").click()
    page.get_by_text("Belum terkirim. Tulisanmu aman di sini.").wait_for()
    assert page.input_value(BOX) == "jangan hilang"

    page.context.set_offline(False)
    page.get_by_role("button", name="Coba kirim lagi").click()
    page.get_by_text("jangan hilang").last.wait_for()
    assert page.locator(".msg.me small").last.inner_text().endswith(key)
    assert page.locator(".unsent").count() == 0


def test_broken_server_keeps_text(visit):
    page = visit(TALK)
    page.route(
        "**" + TALK,
        lambda route: route.fulfill(status=502) if route.request.method == "POST" else route.fallback(),
    )
    page.fill(BOX, "jangan hilang")

    page.get_by_role("button", name="Kirim").click()

    page.get_by_text("Belum terkirim. Tulisanmu aman di sini.").wait_for()
    assert page.input_value(BOX) == "jangan hilang"


def test_draft_comes_back_after_reload(visit):
    page = visit(TALK)
    page.fill(BOX, "belum selesai")

    page.reload()

    assert page.input_value(BOX) == "belum selesai"


def test_old_draft_does_not_come_back(visit):
    page = visit(TALK)
    page.evaluate(
        "sessionStorage.setItem('draft::talk-contoh', JSON.stringify({text: 'lama', at: Date.now() - 31 * 60000}))"
    )

    page.reload()

    assert page.input_value(BOX) == ""


def test_draft_of_another_person_is_removed(visit):
    page = visit(TALK)
    page.evaluate(
        "sessionStorage.setItem('draft:oranglain:talk-contoh', JSON.stringify({text: 'rahasia', at: Date.now()}))"
    )
    page.route("**" + TALK, lambda route: owned(route))

    page.reload()

    assert page.input_value(BOX) == ""
    assert stored(page) == []


def owned(route):
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace('data-owner=""', 'data-owner="saya"'))


def test_draft_waits_when_the_sign_in_ran_out(visit):
    page = visit(TALK)
    page.route(
        "**" + TALK,
        lambda route: (
            route.fulfill(status=204, headers={"HX-Redirect": "/contoh/masuk/"})
            if route.request.method == "POST"
            else route.fallback()
        ),
    )
    page.fill(BOX, "tunggu aku")

    with page.expect_navigation():
        page.get_by_role("button", name="Kirim").click()

    assert page.input_value(BOX) == "tunggu aku"


def test_enter_makes_a_new_line(visit):
    page = visit(TALK)
    page.click(BOX)

    page.keyboard.type("satu")
    page.keyboard.press("Enter")
    page.keyboard.type("dua")

    assert page.input_value(BOX) == "satu\ndua"


def test_quick_exit_leaves_nothing_and_cannot_be_undone_by_back(visit):
    page = visit("/bantuan/")
    page.goto(page.url.replace("/bantuan/", TALK))
    page.fill(BOX, "rahasia")

    page.get_by_role("link", name="Keluar cepat").click()
    page.wait_for_url("**/tips-belajar/")

    assert page.evaluate("sessionStorage.length") == 0
    page.go_back()
    assert page.url.endswith("/bantuan/")


def test_quick_exit_works_without_script(visit):
    page = visit(TALK, script=False)

    page.get_by_role("link", name="Keluar cepat").click()

    assert page.url.endswith("/tips-belajar/")


def test_message_can_be_sent_without_script(visit):
    page = visit(TALK, script=False)
    page.fill(BOX, "tanpa skrip")

    with page.expect_navigation():
        page.get_by_role("button", name="Kirim").click()

    assert page.locator(".msg.me p").inner_text() == "tanpa skrip"


def stream(page, *events):
    """Answers the event stream with these events, then lets the browser reconnect."""
    body = "retry: 60000\n\n" + "".join(f"event: {name}\ndata: {data}\n\n" for name, data in events)
    page.route("**/events", lambda route: route.fulfill(content_type="text/event-stream", body=body))


def news(page, change):
    """Answers refetches of the desk with a changed page."""

    def answer(route):
        if route.request.headers.get("hx-request"):
            original = route.fetch()
            route.fulfill(response=original, body=change(original.text()))
        else:
            route.fallback()

    page.route("**/contoh/staf/", answer)


@pytest.mark.parametrize("event", [("changed", TOPIC), ("refresh", "all")])
def test_changed_part_is_fetched_again(visit, event):
    page = visit("/contoh/siswa/", width=1200)
    stream(page, event)
    news(page, lambda html: html.replace("Percakapan Rusa Biru", "Percakapan Tupai Emas"))

    page.goto(page.url.replace("siswa", "staf"))

    page.locator(".what", has_text="Percakapan Tupai Emas").wait_for()


def test_foreign_topic_fetches_nothing(visit):
    page = visit("/contoh/siswa/", width=1200)
    stream(page, ("changed", "BBBBBBBBBBBBBBBB"))
    asked = []
    page.on("request", lambda request: asked.append(request.headers.get("hx-request")))

    page.goto(page.url.replace("siswa", "staf"))
    page.wait_for_timeout(600)

    assert "true" not in asked


def test_bell_is_silent_until_switched_on(visit):
    page = visit("/contoh/staf/", width=1200)
    button = page.locator("[data-sound]")
    assert button.get_attribute("aria-pressed") == "false"

    button.click()

    page.wait_for_function("document.querySelector('[data-sound]').getAttribute('aria-pressed') === 'true'")
    assert button.inner_text() == "Suara menyala"


def idle(route, seconds):
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("<body", f'<body data-idle="{seconds}"', 1))


def test_idle_page_says_so_before_signing_out(visit):
    page = visit("/contoh/siswa/")
    page.route("**/contoh/staf/", lambda route: idle(route, 61))
    page.goto(page.url.replace("siswa", "staf"))

    page.get_by_text("Sebentar lagi kamu keluar sendiri").wait_for()
    with page.expect_request(lambda request: request.method == "HEAD") as told:
        page.get_by_role("button", name="Tetap di sini").click()

    assert "hx-request" not in told.value.headers  # a person, not a page that renews itself: the server waits on
    assert told.value.url == page.url
    page.wait_for_timeout(200)
    assert page.locator(".toast").count() == 0


def test_another_tab_in_use_keeps_this_one(visit):
    page = visit("/contoh/siswa/")
    page.route("**/contoh/staf/", lambda route: idle(route, 61))
    page.goto(page.url.replace("siswa", "staf"))
    page.get_by_text("Sebentar lagi kamu keluar sendiri").wait_for()

    other = page.context.new_page()
    other.route("**/contoh/staf/", lambda route: idle(route, 600))
    other.goto(page.url)

    page.locator(".toast").wait_for(state="detached")


def test_busy_page_says_nothing_about_idleness(visit):
    page = visit("/contoh/staf/")
    page.wait_for_timeout(300)

    assert page.locator(".toast").count() == 0
