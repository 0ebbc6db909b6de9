"""page_ratio and queries: what the three busiest pages cost, against a page that is only the base template.

Runs itself once more inside an installation (`inside`), where the same people look at one and at many rows.
"""

import json
import sys
from typing import Any

from tests.bench import installation
from tests.bench.figures import say

SETTINGS = "tests.bench.settings_pages"
DESK, MESSAGES, HOME = 40, 50, 20  # open things, messages, own requests that one page shows


def main() -> None:
    with installation.demo(SETTINGS) as school:
        found = school.inside("tests.bench.pages", "inside")
    say(**{name: tuple(value) for name, value in found.items()})


def inside() -> dict[str, Any]:
    from tests.bench import inprocess, people

    told = people.adults()
    pair = people.pairs(1)
    slug, request = told["slug"], pair["pairs"][0]["request"]
    counsellor = inprocess.visitor(slug, *_keys(told["counsellor"]))
    seeker = inprocess.visitor(slug, *_keys(pair["pairs"][0]["seeker"]))
    supporter = inprocess.visitor(slug, *_keys(pair["pairs"][0]["supporter"]))
    looks = {
        "desk": (counsellor, f"/{slug}/hari-ini/"),
        "conversation": (seeker, f"/{slug}/ruang/{request}/"),
        "home": (seeker, f"/{slug}/"),
        "supporter": (supporter, f"/{slug}/teman-bicara/{request}/"),
        "staff": (counsellor, f"/{slug}/meja/{request}/"),
    }
    few = {name: inprocess.queries(_look(*look)) for name, look in looks.items()}
    _fill(slug, request, pair["pairs"][0]["seeker"]["id"])
    many = {name: inprocess.queries(_look(*look)) for name, look in looks.items()}
    figures: dict[str, Any] = {}
    for name, (who, path) in looks.items():
        base, page = inprocess.cpu_ms(_look(who, f"/{slug}/uji-dasar/"), _look(who, path))
        more = len(many[name]) - len(few[name])
        figures[f"page_ratio_{name}"] = (page / base, f"{page:.2f} ms against {base:.2f} ms of processor time")
        figures[f"queries_{name}"] = (len(many[name]), f"{len(few[name])} with few rows")
        figures[f"queries_{name}_more"] = (more, _difference(few[name], many[name]))
    figures["message_cpu_ms"] = _message(seeker, slug, request)
    return figures


def _keys(told: dict[str, str]) -> tuple[str, str, str]:
    return told["username"], told["password"], told.get("second", "")


def _look(who: Any, path: str) -> Any:
    def look() -> None:
        status = who.get(path)
        assert status == 200, (path, status)

    return look


def _difference(few: list[str], many: list[str]) -> str:
    rest = list(many)
    for sql in few:
        if sql in rest:
            rest.remove(sql)
    return f"more: {rest[0][:200]}" if rest else "the same statements"


def _fill(slug: str, request_id: str, seeker_id: str) -> None:
    """40 things on the desk, 50 messages in the conversation, 20 own requests at home."""
    from django.utils import timezone
    from tests.bench import people

    from sebaya.accounts.backend import everyone
    from sebaya.detection import Author, detect
    from sebaya.support.actions import talking
    from sebaya.support.models import Request
    from sebaya.vault import holders
    from sebaya.vault.keyring import keyring_of

    people.waiting(DESK)
    Request.objects.filter(alias__in=_aliases(DESK)).update(reply_due=timezone.now())
    person = everyone().get(pk=seeker_id)
    here = people.Here(person, keyring_of(person.keyholder, holders.unlock(person.keyholder, people.PASSWORD)))
    for number in range(MESSAGES):
        request = Request.objects.select_related("community", "mailbox", "supporter").get(pk=request_id)
        text = f"pesan ke {number}, tadi rame banget di kelas terus aku pulang duluan naik angkot"
        finding = detect(text, Author.SEEKER)
        talking.seeker_says(keyring=here.ring, request=request, text=text, key=f"m{number}", finding=finding)
    for _ in range(HOME - 1):
        made = people.asks(here)
        talking.close(request=made, side="seeker", by=None, reason="cukup")


def _aliases(count: int) -> list[str]:
    from sebaya.support.models import Request

    return list(Request.objects.filter(state="menunggu").values_list("alias", flat=True)[:count])


def _message(seeker: Any, slug: str, request: str) -> tuple[float, str]:
    """What one message costs the server: sending it, and the other side fetching the fragment."""
    import re
    import secrets

    from django.middleware.csrf import _get_new_csrf_string
    from tests.bench import inprocess

    token = _get_new_csrf_string()
    sender = inprocess.Visitor(f"{re.sub(r'(^|; )c=[^;]*', '', seeker.cookies)}; c={token}")
    path = f"/{slug}/ruang/{request}/"

    def send() -> None:
        status = sender.post(
            path,
            {"text": "terus gimana dong", "key": secrets.token_hex(8), "csrfmiddlewaretoken": token},
            HTTP_HX_REQUEST="true",
        )
        assert status in {200, 302}, status

    def fetch() -> None:
        assert seeker.get(path, HTTP_HX_REQUEST="true") == 200

    sent, fetched = inprocess.cpu_ms(send, fetch)
    asked = len(inprocess.queries(send)), len(inprocess.queries(fetch))
    return (
        sent + fetched,
        f"sending {sent:.2f} ms with {asked[0]} statements, a fragment of 50 messages {fetched:.2f} ms with {asked[1]}",
    )


if __name__ == "__main__":
    if sys.argv[1:] == ["inside"]:
        import django

        django.setup()
        print(json.dumps(inside()))
    else:
        main()
