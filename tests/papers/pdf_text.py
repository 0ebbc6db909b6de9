"""What a PDF by typst says, page by page: enough of a reader for tests, so that no system tool is needed."""

import re
import zlib

OBJECT = re.compile(rb"(\d+) 0 obj(.*?)endobj", re.DOTALL)
NEXT = re.compile(rb"/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|\(", re.DOTALL)
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def pages(pdf: bytes) -> list[str]:
    """The text of each page, without spaces between pieces."""
    objects = {int(number): body for number, body in OBJECT.findall(pdf)}
    found = [body for body in objects.values() if re.search(rb"/Type\s*/Page\b", body)]
    return [_text(body, objects) for body in sorted(found, key=lambda body: _order(body, objects))]


def _order(page: bytes, objects: dict[int, bytes]) -> int:
    tree = next(body for body in objects.values() if re.search(rb"/Type\s*/Pages\b", body) and b"/Kids" in body)
    kids = [int(number) for number in re.findall(rb"(\d+) 0 R", tree[tree.index(b"/Kids") :])]
    return kids.index(next(number for number, body in objects.items() if body is page))


def _text(page: bytes, objects: dict[int, bytes]) -> str:
    fonts = {name: _signs(objects[int(number)], objects) for name, number in _fonts(page, objects)}
    content = b"".join(_stream(objects[int(number)]) for number in re.findall(rb"/Contents (\d+) 0 R", page))
    signs: dict[int, str] = {}
    said, at = [], 0
    while match := NEXT.search(content, at):
        at = match.end()
        if match[1]:
            signs = fonts[match[1]]
            continue
        raw, at = (bytes.fromhex(match[2].decode()), at) if match[2] else _literal(content, at)
        said += [signs.get(int.from_bytes(raw[i : i + 2], "big"), "") for i in range(0, len(raw), 2)]
    return "".join(said)


def _fonts(page: bytes, objects: dict[int, bytes]) -> list[tuple[bytes, bytes]]:
    resources = page
    if match := re.search(rb"/Resources (\d+) 0 R", page):
        resources = objects[int(match[1])]
    names = re.search(rb"/Font\s*<<(.*?)>>", resources, re.DOTALL)
    return re.findall(rb"/(\w+) (\d+) 0 R", names[1]) if names else []


def _signs(font: bytes, objects: dict[int, bytes]) -> dict[int, str]:
    """Glyph number → text, from the font's ToUnicode map."""
    match = re.search(rb"/ToUnicode (\d+) 0 R", font)
    table = _stream(objects[int(match[1])]) if match else b""
    pairs = re.findall(rb"^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>\s*$", table, re.MULTILINE)
    return {int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in pairs}


def _stream(body: bytes) -> bytes:
    begin = body.index(b"stream") + len(b"stream")
    raw = body[begin : body.rindex(b"endstream")].lstrip(b"\r\n")
    return zlib.decompressobj().decompress(raw) if b"/FlateDecode" in body[:begin] else raw


def _literal(content: bytes, at: int) -> tuple[bytes, int]:
    """A string in parentheses from just behind the first one: (its bytes, where it ends). They may be nested."""
    depth, raw = 1, b""
    while depth:
        sign = content[at : at + 1]
        if sign == b"\\":
            match = re.compile(rb"[0-7]{1,3}|.", re.DOTALL).match(content, at + 1)
            assert match is not None
            raw += bytes([int(match[0], 8)]) if match[0].isdigit() else ESCAPES.get(match[0], match[0])
            at = match.end()
            continue
        depth += (sign == b"(") - (sign == b")")
        raw += sign if depth else b""
        at += 1
    return raw, at
