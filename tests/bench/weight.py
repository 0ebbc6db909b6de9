"""public_page_kb and any_page_kb: a page with everything it needs, compressed, fetched from the real server."""

import asyncio
import re
from typing import Any

import brotli
from tests.bench import installation
from tests.bench.client import Browser, sign_in
from tests.bench.figures import say
from tests.bench.measuring import stop_on_signal

KB = 1024
ENCODINGS = {"Accept-Encoding": "br, gzip"}
PUBLIC = ("", "tentang/", "kerahasiaan/", "bantuan/", "orang-tua/", "belajar/", "masuk/", "aktivasi/")
SEEKER = ("", "cerita/", "teman/", "akun-saya/", "akun-saya/kontak/", "ruang/{request}/", "ruang/{request}/pembaca/")
SUPPORTER = ("pendukung/", "pendukung/profil/", "teman-bicara/{request}/")
STAFF = ("hari-ini/", "meja/{request}/", "percakapan/", "tim/", "orang/", "akun-saya/")
_NEEDS = re.compile(r'<(?:link|script|img|source)\b[^>]*?\b(?:href|src)="(/static/[^"]+)"')


def main() -> None:
    stop_on_signal()
    with installation.demo(installation.FAST) as school:
        told = school.inside("tests.bench.people", "adults", "0") | school.inside("tests.bench.people", "pairs", "1")
        with school.serving() as server:
            asyncio.run(_measure(server.port, told))


async def _measure(port: int, told: dict[str, Any]) -> None:
    slug, pair = told["slug"], told["pairs"][0]
    public = await _weigh(Browser(port), slug, PUBLIC, pair)
    rest = dict(public)
    for pages, who in ((SEEKER, pair["seeker"]), (SUPPORTER, pair["supporter"]), (STAFF, told["counsellor"])):
        browser = await sign_in(Browser(port), slug, who["username"], who["password"], who.get("second", ""))
        rest |= await _weigh(browser, slug, pages, pair)
    say(
        public_page_kb=_worst(public),
        any_page_kb=_worst(rest),
        public_page_wire_kb=_worst({page: (wire, wire, how) for page, (_, wire, how) in public.items()}),
    )


def _worst(pages: dict[str, tuple[float, float, str]]) -> tuple[float, str]:
    page, (size, wire, how) = max(pages.items(), key=lambda item: item[1][0])
    return size / KB, f"{page}: {wire / KB:.1f} KB on the wire, its HTML {how}"


async def _weigh(
    browser: Browser, slug: str, pages: tuple[str, ...], pair: dict[str, Any]
) -> dict[str, tuple[float, float, str]]:
    """page → bytes with brotli throughout, bytes as they really travel, how the HTML travels."""
    weighed = {}
    for page in pages:
        path = f"/{slug}/" + page.format(request=pair["request"])
        answer = (await browser.get(path, ENCODINGS)).expect(200)
        encoding = answer.header("content-encoding")
        html = (
            brotli.decompress(answer.body) if encoding == "br" else _gunzipped(answer.body) if encoding else answer.body
        )
        files = [
            (await browser.get(name, ENCODINGS)).expect(200) for name in dict.fromkeys(_NEEDS.findall(html.decode()))
        ]
        static = sum(len(file.body) for file in files)
        plain = [name for name in files if not name.header("content-encoding")]
        how = f"{encoding or 'not compressed'} {len(answer.body)} of {len(html)} bytes, {len(files)} files ({len(plain)} of them not compressed)"
        weighed[path] = (len(brotli.compress(html)) + static, len(answer.body) + static, how)
    return weighed


def _gunzipped(body: bytes) -> bytes:
    import gzip

    return gzip.decompress(body)


if __name__ == "__main__":
    main()
