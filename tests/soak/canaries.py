"""canary_hits: a whole journey with a word of its own in every sealed field, a forced error 500 and a killed
process in it; then every file is searched. First the search has to find a word that lies open.

`inside` prints the hits in the rows of the database.
"""

import asyncio
import base64
import contextlib
import json
import re
import secrets
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import django
from tests.bench import installation
from tests.bench.client import FRAGMENT, Answer, Browser, Unexpected, sign_in
from tests.bench.figures import say
from tests.bench.installation import Installation, Server
from tests.bench.measuring import stop_on_signal
from tests.soak.canary import Cage, Hit, Searcher, all_values

SETTINGS = "tests.soak.settings_mishaps"
RED = "aku udah ga mau hidup lagi, malam ini aku mau akhiri semuanya"
OPEN = "nickname"  # a supporter's nickname may lie open: the search must find it
PROOF_FILE = "proof.txt"


class Blind(AssertionError):
    """The search does not find what lies open, so finding nothing means nothing."""


@dataclass
class Journey:
    """Everybody who takes part, and their words."""

    server: Server
    told: dict[str, Any]
    cage: Cage

    @property
    def slug(self) -> str:
        return str(self.told["slug"])

    async def enter(self, who: dict[str, str]) -> Browser:
        self.cage.keep(f"password of {who['username']}", who["password"])
        if "second" in who:
            self.cage.keep("second factor", who["second"])
        return await sign_in(
            Browser(self.server.port), self.slug, who["username"], who["password"], who.get("second", "")
        )

    def path(self, place: str) -> str:
        return f"/{self.slug}/{place}"

    def says(self, name: str, sentence: str = "terus gimana dong") -> dict[str, object]:
        return {"text": f"{sentence} {self.cage.word(name)}", "key": secrets.token_urlsafe(12)}

    async def post(self, browser: Browser, place: str, data: dict[str, object], *statuses: int) -> Answer:
        """Looks at the page, fills it in, sends it."""
        await browser.get(self.path(place))
        return (await browser.post(self.path(place), data)).expect(*(statuses or (302, 303)))


async def walk(journey: Journey) -> None:
    student = await _comes_in(journey)
    counsellor = await journey.enter(journey.told["counsellor"])
    supporter = await journey.enter(journey.told["pairs"][0]["supporter"])
    await _shows_nickname(journey, supporter)
    request = await _asks(journey, student, counsellor)
    peer = await _offered_and_taken(journey, counsellor, supporter, request)
    await _talk(journey, student, peer, request)
    await _mistakes(journey, student, request)
    await _red(journey, student, counsellor, request)
    await _friend(journey, student)
    await _wrong_words(journey)
    await _killed(journey, student, request)


async def _comes_in(journey: Journey) -> Browser:
    """Activates with a slip; names the adults to call and not to call."""
    browser = Browser(journey.server.port)
    code = journey.cage.keep("slip", journey.told["slips"][0])
    password = journey.cage.word("password of the student")
    await journey.post(browser, "aktivasi/", {"code": code}, 200)
    (await browser.post(journey.path("aktivasi/"), {"code": code, "password": password, "again": password})).expect(302)
    contact = {
        "trusted": f"Tante {journey.cage.word('trusted adult')}",
        "never": journey.cage.word("never call"),
        "trusted_phone": "",
        "my_phone": "",
    }
    contact["my_phone"] = journey.cage.keep("own phone", f"0800{secrets.randbelow(10**9):09}")
    await journey.post(browser, "akun-saya/kontak/", {**contact})
    return browser


async def _shows_nickname(journey: Journey, supporter: Browser) -> None:
    """Open on purpose: the proof that the search sees."""
    await journey.post(
        supporter, "pendukung/profil/", {"nickname": f"Kak {journey.cage.word(OPEN)}", "topics": "teman"}
    )


async def _asks(journey: Journey, student: Browser, counsellor: Browser) -> str:
    """Back and forth between the two screens first; the draft travels sealed."""
    story = journey.says("story", "grup kelas ga ngajak aku lagi")
    page = (await journey.post(student, "cerita/", {**story, "topics": "teman"}, 200)).text
    steps = _hidden(page, "steps")
    (await student.post(journey.path("cerita/lanjut/"), {"steps": steps, "back": "1"})).expect(200)
    sent = (await student.post(journey.path("cerita/lanjut/"), {"steps": steps, "peer": "siapa"})).expect(302)
    await student.follow(sent)
    return sent.location.rstrip("/").split("/")[-2]


async def _offered_and_taken(journey: Journey, counsellor: Browser, supporter: Browser, request: str) -> Browser:
    """The counsellor chooses somebody with a reason; whoever has the offer takes it."""
    page = (await counsellor.get(journey.path(f"meja/{request}/tawarkan/"))).expect(200).text
    chosen = re.findall(r'name="supporter" value="([^"]+)"', page)[-1:]
    reason = {
        "supporter": chosen[0] if chosen else "",
        "reason": journey.says("reason for the offer")["text"],
        "key": secrets.token_hex(8),
    }
    await counsellor.post(journey.path(f"meja/{request}/tawarkan/"), reason)
    offers = re.findall(r"/tawaran/([a-z0-9]+)/", (await supporter.get(journey.path("pendukung/"))).text)
    if not offers:
        raise Unexpected("the supporter sees no offer")
    (await journey.post(supporter, f"tawaran/{offers[0]}/", {})).expect(302)
    return supporter


async def _talk(journey: Journey, student: Browser, supporter: Browser, request: str) -> None:
    """Both write; one message is refused because of a number, one because of its length; a question beside."""
    await journey.post(student, f"ruang/{request}/", journey.says("seeker's message"))
    await journey.post(supporter, f"teman-bicara/{request}/", journey.says("supporter's message"))
    number = {"text": f"wa aku 081234567890 {journey.cage.word('refused for a number')}", "key": "n1"}
    await journey.post(student, f"ruang/{request}/", number, 422)
    long = {"text": f"{journey.cage.word('refused for its length')} " + "a" * 9000, "key": "n2"}
    await journey.post(student, f"ruang/{request}/", long, 422)
    page = (await supporter.get(journey.path(f"teman-bicara/{request}/"))).text
    thread = re.search(r"/diskusi/([a-z0-9]+)/", page)
    if thread is None:
        raise Unexpected("no consult beside the conversation")
    await journey.post(supporter, f"diskusi/{thread[1]}/", journey.says("consult by the supporter"))
    journey.told["thread"] = thread[1]


async def _mistakes(journey: Journey, student: Browser, request: str) -> None:
    """The server fails with the words in hand, with and without JavaScript."""
    for name, headers in (("error 500", {}), ("error 500 of a fragment", FRAGMENT)):
        await student.get(journey.path(f"ruang/{request}/"))
        answer = await student.post(
            journey.path(f"ruang/{request}/"), journey.says(name), {"X-Mishap": "fall", **headers}
        )
        answer.expect(500)


async def _red(journey: Journey, student: Browser, counsellor: Browser, request: str) -> None:
    """An adult handles it, answers, writes notes and what was done; the student tells the name."""
    await journey.post(student, f"ruang/{request}/", journey.says("red words", RED))
    desk = f"meja/{request}/"
    await journey.post(counsellor, f"diskusi/{journey.told['thread']}/", journey.says("consult by the counsellor"))
    for step in ("tangani/", "ikut/"):
        await counsellor.get(journey.path(desk))
        (await counsellor.post(journey.path(desk + step), {})).expect(302)
    await journey.post(counsellor, desk, journey.says("adult's message"))
    await journey.post(counsellor, f"{desk}catatan/", journey.says("note"))
    await journey.post(
        counsellor, f"{desk}tanda/", {"outcome": "bertindak", "text": journey.says("what was done")["text"]}
    )
    await journey.post(student, f"ruang/{request}/nama/", {})
    page = (await journey.post(counsellor, f"{desk}kode/", {}, 200)).text
    for number, code in enumerate(re.findall(r"\b(?:[0-9A-Z]{4}-){3,}[0-9A-Z]{2,4}\b", page)):
        journey.cage.keep(f"way back {number}", code)


async def _friend(journey: Journey, student: Browser) -> None:
    await journey.post(student, "teman/", journey.says("worry about a friend", "temanku sering bolos makan siang"))


async def _wrong_words(journey: Journey) -> None:
    """A wrong password, a wrong code, an address that says too much."""
    browser = Browser(journey.server.port)
    await journey.post(
        browser, "masuk/", {"username": "penulis.0", "password": journey.cage.word("wrong password"), "next": ""}, 200
    )
    await journey.post(browser, "aktivasi/", {"code": journey.cage.word("wrong slip")}, 200)
    (await browser.get(journey.path(f"ruang/{journey.cage.word('address')}/"))).expect(302, 404)
    (await browser.get(journey.path(f"?q={journey.cage.word('question')}"))).expect(200)


async def _killed(journey: Journey, student: Browser, request: str) -> None:
    """The process dies while a message is written but not committed, then lives again."""
    await student.get(journey.path(f"ruang/{request}/"))
    sending = asyncio.create_task(
        student.post(journey.path(f"ruang/{request}/"), journey.says("killed meanwhile"), {"X-Mishap": "stand"})
    )
    await asyncio.sleep(1.5)
    await asyncio.to_thread(journey.server.kill)
    with contextlib.suppress(OSError, asyncio.IncompleteReadError):
        await sending
    await asyncio.to_thread(journey.server.start)
    await journey.post(student, f"ruang/{request}/", journey.says("after the restart"))


def _hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    if found is None:
        raise Unexpected(f"no field {name}")
    return found[1]


def run() -> tuple[list[Hit], Cage]:
    with installation.empty(SETTINGS) as school:
        place = school.data.parent
        temp = place / "temp"
        temp.mkdir()
        school.more["TMPDIR"] = str(temp)
        told = school.inside("tests.bench.people", "adults", "0")
        told |= school.inside("tests.bench.people", "pairs", "1") | school.inside("tests.bench.people", "slips", "1")
        cage = Cage()
        cage.keep("backup key", told["backup_code"])
        with school.serving(log=place / "server.log") as server:
            asyncio.run(walk(Journey(server, told, cage)))
            backup = school.command("backup", str(place / "cadangan.sebaya"))
            if backup.returncode:
                raise RuntimeError(backup.stderr)
            hits = search(place, school, cage)
        hits += search(place, school, cage)  # and after a stop that folds the WAL into the file
    return hits, cage


def search(place: Path, school: Installation, cage: Cage) -> list[Hit]:
    """Everything below the folder: database, WAL, logs, backup, temporary and static files. Proves itself first."""
    secret = {name: word for name, word in cage.words.items() if name != OPEN}
    _prove(place, school, cage)
    hits = Searcher(secret).in_places([place])
    words = place / "words.json"
    words.write_text(json.dumps(secret))
    try:
        hits += [Hit(*each) for each in school.inside("tests.soak.canaries", "inside", str(words))]
    finally:
        words.unlink()
    return hits


def _prove(place: Path, school: Installation, cage: Cage) -> None:
    """The open nickname is seen in the database, and a word is seen however careless code may have written it."""
    seen = Searcher({OPEN: cage.word(OPEN)}).in_places([place])
    if not any(hit.place.startswith(str(school.data / "sebaya.sqlite3")) for hit in seen):
        raise Blind(f"the nickname is not found in the database: {seen}")
    word = cage.word("story")
    for number, careless in enumerate(_carelessly(f"aku bilang {word} kemarin")):
        file = place / "temp" / PROOF_FILE
        file.write_bytes(b"\x00before" + careless + b"after\xff")
        found = Searcher({"story": word}).in_places([place / "temp"])
        file.unlink()
        if not found:
            raise Blind(f"spelling {number} is not found")


def _carelessly(text: str) -> list[bytes]:
    raw = text.encode()
    in_base64 = [base64.b64encode(b"x" * shift + raw) for shift in range(3)]
    return [
        raw,
        raw.upper(),
        text.encode("utf-16"),
        raw.hex().encode(),
        json.dumps([text]).encode(),
        quote(text).encode(),
        *in_base64,
    ]


def in_rows(words: dict[str, str]) -> list[tuple[str, str, str]]:
    searcher = Searcher(words)
    return [
        (hit.canary, hit.spelling, hit.place)
        for place, value in all_values()
        for hit in searcher.in_bytes(value, place)
    ]


def main() -> None:
    stop_on_signal()
    hits, cage = run()
    note = "; ".join(sorted({str(hit) for hit in hits}))[:1500] or "nothing found"
    say(canary_hits=(len(hits), f"{len(cage.words) - 1} words and secrets, searched while it ran and after; {note}"))


if __name__ == "__main__":
    if sys.argv[1:2] == ["inside"]:
        django.setup()
        print(json.dumps(in_rows(json.loads(Path(sys.argv[2]).read_text()))))
    else:
        main()
