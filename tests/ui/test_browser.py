"""The face in a real browser: accessibility, small screens, big letters."""

import pytest
from tests.ui.conftest import violations

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]

GALLERY = ["/contoh/", "/contoh/siswa/", "/contoh/percakapan/", "/contoh/staf/", "/contoh/yakin/"]
PUBLIC = ["/tentang/", "/kerahasiaan/", "/bantuan/", "/orang-tua/", "/tips-belajar/", "/tidak-ada/"]
NARROW = 320  # WCAG 1.4.10: what 400 % zoom leaves of a laptop
TAP = 44  # style.md
SMALL_TARGETS = """tap => [...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')]
  .filter(e => e.offsetParent && !e.closest('.skip, .prose p, .prose li, .readers p, p, .help, summary'))
  .map(e => [e.outerHTML.slice(0, 90), (e.closest('label') || e).getBoundingClientRect()])
  .filter(([html, box]) => box.width && (box.height < tap - 0.5 || box.width < tap - 0.5))
  .map(([html, box]) => `${html} ${Math.round(box.width)}x${Math.round(box.height)}`)"""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
@pytest.mark.parametrize("path", GALLERY)
def test_component_is_accessible(visit, path, width, theme):
    assert violations(visit(path, width=width, theme=theme)) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", PUBLIC)
def test_public_page_is_accessible(visit, path, theme):
    assert violations(visit(path, theme=theme, language="en")) == []


@pytest.mark.parametrize("width", [NARROW, 360, 768, 1200])
@pytest.mark.parametrize("path", GALLERY + PUBLIC)
def test_nothing_sticks_out_sideways(visit, path, width):
    page = visit(path, width=width)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", GALLERY + PUBLIC)
def test_twice_as_large_letters_fit(visit, path):
    page = visit(path, width=720)
    page.add_init_script("")
    page.evaluate(
        "new CSSStyleSheet().replace('html { font-size: 200% }').then(s => document.adoptedStyleSheets.push(s))"
    )

    assert page.evaluate("document.documentElement.scrollWidth") <= 720


@pytest.mark.parametrize("path", GALLERY + PUBLIC)
def test_targets_are_large_enough(visit, path):
    assert visit(path).evaluate(SMALL_TARGETS, TAP) == []


@pytest.mark.parametrize("path", GALLERY)
def test_page_is_whole_without_script(visit, path):
    page = visit(path, script=False)

    assert page.locator("h1").count() == 1
    assert page.locator("[data-copy] button:visible").count() == 0


def test_menu_opens_and_closes_without_script(visit):
    page = visit("/contoh/staf/", script=False)
    assert not page.locator("#menu").is_visible()

    page.get_by_role("link", name="Menu", exact=True).click()
    assert page.locator("#menu").is_visible()

    page.get_by_role("link", name="Tutup menu").click()
    assert not page.locator("#menu").is_visible()


def test_focus_is_visible(visit):
    page = visit("/contoh/siswa/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")

    outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "3px"


def test_motion_stops_for_who_asks(visit):
    page = visit("/contoh/staf/")
    page.emulate_media(reduced_motion="reduce")

    assert (
        page.evaluate("getComputedStyle(document.querySelector('.loading'), '::before').animationIterationCount") == "1"
    )


def test_paper_has_no_navigation(visit):
    page = visit("/contoh/staf/", width=1200)
    page.emulate_media(media="print")

    assert not page.locator(".stages").is_visible()
    assert not page.locator(".bar").is_visible()
    assert page.locator("h1").is_visible()
