"""Stretches of the way that many journeys share."""

from collections.abc import Callable

from tests.journeys.conftest import PHONE, Visitor

Come = Callable[..., Visitor]


def asked(visit: Come, key: str, text: str, topic: str = "") -> Visitor:
    """Someone who has asked and is back in their conversation."""
    seeker = visit().sign_in(key).open("cerita/").write(text)
    if topic and seeker.page.locator(f"[name=topics][value={topic}]").count() == 0:
        seeker.tap("Topik lain")
    if topic:
        seeker.page.locator(f"[value={topic}]").check(force=True)
    return seeker.tap("Lanjut").tap("Kirim").tap("Aku aman").sees(text)


def alias_of(seeker: Visitor) -> str:
    """The display name of their newest conversation; they stand at home after this."""
    return seeker.open().page.locator(".rows .what").first.inner_text().split("\n")[0]


def accepted(visit: Come, key: str, alias: str, size: dict[str, int] = PHONE) -> Visitor:
    """The supporter who takes the offer of this conversation."""
    supporter = visit(size).here(key).open("pendukung/")
    return row(supporter, alias).tap("Aku mau menemani")


def row(visitor: Visitor, words: str) -> Visitor:
    """Presses what the row with these words offers."""
    visitor.taps += 1
    visitor.page.locator("main .row", has_text=words).first.locator("a, button").first.click()
    return visitor.settle()
