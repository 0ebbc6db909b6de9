"""The catalogues: msgids are the Indonesian words of the code, Indonesian and English are complete at all times.

`make messages` brings `locale/*/LC_MESSAGES/django.{po,mo}` up to date: what is new is added, what is gone
goes, and English comes from the catalogue itself or from a `messages_en.json` ({msgid: English}, or
{msgid: [one, many]}) that a room carries until it is merged. `make check` compares and writes nothing.

Neither needs gettext's programs. No dates and no places stand in the files, so a diff shows words only.
"""

import ast
import json
import re
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "sebaya"
LOCALE = ROOT / "locale"
PLURALS = {"id": "nplurals=1; plural=0;", "en": "nplurals=2; plural=(n != 1);"}
NAMES = {"id": "Bahasa Indonesia", "en": "English"}

ONE = {"_", "gettext", "gettext_lazy", "gettext_noop"}
MANY = {"ngettext", "ngettext_lazy"}
CONTEXT = {"pgettext", "pgettext_lazy"}
MANY_CONTEXT = {"npgettext", "npgettext_lazy"}
_STRING = r"u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
_CALL = re.compile(rf"\b(_|n?p?gettext)\(((?:\s*{_STRING}\s*,?)+)", re.DOTALL)
_LITERAL = re.compile(_STRING, re.DOTALL)
_HOLE = re.compile(r"%\(\w+\)[sd]|%[sd]")


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What the code asks for. `many` is empty where nothing is counted."""

    one: str
    many: str = ""
    context: str = ""


# Sentences of Django that a student meets, said in our own words: Indonesian, then English.
BORROWED: dict[Key, tuple[str, str]] = {
    Key("This field is required."): ("Bagian ini belum diisi.", "This part is still empty."),
    Key("Enter a valid value."): ("Isinya belum cocok. Periksa lagi.", "That does not fit yet. Please check it."),
    Key("Enter a whole number."): ("Tulis angka bulat.", "Write a whole number."),
    Key("Enter a valid date."): ("Tulis tanggal yang benar.", "Write a real date."),
    Key("Enter a valid time."): ("Tulis jam yang benar, misalnya 15.30.", "Write a real time, such as 15:30."),
    Key("Enter a valid email address."): ("Tulis alamat surel yang benar.", "Write a real e-mail address."),
    Key("Select a valid choice. %(value)s is not one of the available choices."): (
        "“%(value)s” tidak ada dalam pilihan. Pilih yang lain.",
        "“%(value)s” is not one of the choices. Choose another one.",
    ),
    Key("Select a valid choice. That choice is not one of the available choices."): (
        "Pilihan itu tidak ada lagi. Pilih yang lain.",
        "That choice is no longer there. Choose another one.",
    ),
    Key(
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
    ): (
        "Terlalu panjang: %(show_value)d huruf, paling banyak %(limit_value)d.",
        "Too long: %(show_value)d characters, at most %(limit_value)d.",
    ),
    Key(
        "Ensure this value has at least %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at least %(limit_value)d characters (it has %(show_value)d).",
    ): (
        "Terlalu pendek: %(show_value)d huruf, paling sedikit %(limit_value)d.",
        "Too short: %(show_value)d characters, at least %(limit_value)d.",
    ),
    Key("Ensure this value is less than or equal to %(limit_value)s."): (
        "Paling besar %(limit_value)s.",
        "At most %(limit_value)s.",
    ),
    Key("Ensure this value is greater than or equal to %(limit_value)s."): (
        "Paling kecil %(limit_value)s.",
        "At least %(limit_value)s.",
    ),
    Key("The submitted file is empty."): ("Berkas itu kosong.", "That file is empty."),
    Key("No file was submitted. Check the encoding type on the form."): (
        "Berkasnya belum sampai. Pilih lagi.",
        "The file has not arrived. Choose it again.",
    ),
    Key("Null characters are not allowed."): (
        "Ada huruf yang tidak bisa disimpan. Tulis ulang bagian ini.",
        "There is a sign in it that cannot be kept. Please write this part again.",
    ),
}


@dataclass(slots=True)
class Catalogue:
    language: str
    texts: dict[Key, list[str]] = field(default_factory=dict)

    @property
    def po(self) -> Path:
        return LOCALE / self.language / "LC_MESSAGES" / "django.po"

    @property
    def mo(self) -> Path:
        return self.po.with_suffix(".mo")


# What the code says


def in_source() -> set[Key]:
    """Every string that the code asks to have translated."""
    keys: set[Key] = set()
    for path in sorted(SOURCE.rglob("*.py")):
        keys |= set(in_python(path.read_text("utf-8")))
    for path in sorted(SOURCE.rglob("templates/**/*.*")):
        if path.suffix in {".html", ".txt"}:
            keys |= set(in_template(path.read_text("utf-8"), str(path.relative_to(ROOT))))
    return keys


def in_python(text: str) -> Iterator[Key]:
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        strings = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        yield from _key(name, strings)


def in_template(text: str, origin: str) -> Iterator[Key]:
    """Django's own translator turns tags into calls of gettext; these are read here."""
    for call in _CALL.finditer(templatize(text, origin=origin)):
        strings = [str(ast.literal_eval(each)) for each in _LITERAL.findall(call[2])]
        yield from _key(call[1], strings)


def _key(name: str, strings: list[str]) -> Iterator[Key]:
    if name in ONE and len(strings) == 1 and strings[0]:
        yield Key(strings[0])
    elif name in MANY and len(strings) >= 2:
        yield Key(strings[0], strings[1])
    elif name in CONTEXT and len(strings) == 2:
        yield Key(strings[1], context=strings[0])
    elif name in MANY_CONTEXT and len(strings) >= 3:
        yield Key(strings[1], strings[2], strings[0])


# What the catalogues say


def carried() -> dict[str, list[str]]:
    """English that rooms brought along in `messages_en.json`."""
    found: dict[str, list[str]] = {}
    for path in sorted(SOURCE.rglob("messages_en.json")):
        for msgid, english in json.loads(path.read_text("utf-8")).items():
            found[msgid] = [english] if isinstance(english, str) else list(english)
    return found


def indonesian(keys: set[Key]) -> Catalogue:
    """Says what the code says."""
    texts = {key: [key.many or key.one] for key in keys}
    return Catalogue("id", texts | {key: [words[0]] for key, words in BORROWED.items()})


def english(keys: set[Key]) -> Catalogue:
    """What was translated stays; what is new comes from a room's file or stays empty."""
    known, brought = read(LOCALE / "en" / "LC_MESSAGES" / "django.po"), carried()
    texts = {key: _translated(key, known, brought) for key in keys}
    return Catalogue("en", texts | {key: [words[1]] * _forms(key) for key, words in BORROWED.items()})


def _translated(key: Key, known: dict[Key, list[str]], brought: dict[str, list[str]]) -> list[str]:
    words = known.get(key, [])
    if not words or not all(words):
        words = brought.get(key.one, [""])
    return (words + words[-1:] * _forms(key))[: _forms(key)]


def _forms(key: Key) -> int:
    """How many English forms it has."""
    return 2 if key.many else 1


def missing(catalogue: Catalogue) -> list[Key]:
    return sorted(key for key, words in catalogue.texts.items() if not all(words))


def bent(catalogue: Catalogue) -> list[Key]:
    """Translations whose holes, like %(name)s, are not the holes of the original."""
    rows = [(key, words) for key, words in catalogue.texts.items() if all(words)]
    return sorted(key for key, words in rows if {_holes(text) for text in words} != {_holes(key.many or key.one)})


def _holes(text: str) -> frozenset[str]:
    return frozenset(match[0] for match in _HOLE.finditer(text))


# Files


def read(path: Path) -> dict[Key, list[str]]:
    """A .po file as this module writes it, or as an editor of such files would."""
    if not path.exists():
        return {}
    found: dict[Key, list[str]] = {}
    for block in path.read_text("utf-8").split("\n\n"):
        parts = _parts(block)
        if parts.get("msgid"):
            words = [text for name, text in parts.items() if name.startswith("msgstr")]
            found[Key(parts["msgid"], parts.get("msgid_plural", ""), parts.get("msgctxt", ""))] = words
    return found


def _parts(block: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    name = ""
    for line in block.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        word, _space, rest = line.partition(" ")
        if not word.startswith('"'):
            name, line = word, rest
            parts[name] = ""
        parts[name] += ast.literal_eval(line)
    return parts


def po_text(catalogue: Catalogue) -> str:
    return "\n".join(
        _block(key, words) for key, words in [(Key(""), [_header(catalogue)]), *sorted(catalogue.texts.items())]
    )


def _header(catalogue: Catalogue) -> str:
    lines = {
        "Project-Id-Version": "Sebaya",
        "Language": catalogue.language,
        "Language-Team": NAMES[catalogue.language],
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[catalogue.language],
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items())


def _block(key: Key, words: list[str]) -> str:
    lines = ["#, python-format"] if "%(" in key.one + key.many else []
    if key.context:
        lines.append(f"msgctxt {_quoted(key.context)}")
    lines.append(f"msgid {_quoted(key.one)}")
    if key.many:
        lines.append(f"msgid_plural {_quoted(key.many)}")
        lines += [f"msgstr[{number}] {_quoted(text)}" for number, text in enumerate(words)]
    else:
        lines.append(f"msgstr {_quoted(words[0])}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """One line, or one line for each line of the text."""
    escape = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
    pieces = ["".join(escape.get(sign, sign) for sign in line) for line in text.splitlines(keepends=True)] or [""]
    if len(pieces) == 1:
        return f'"{pieces[0]}"'
    return "\n".join(['""', *(f'"{piece}"' for piece in pieces)])


def mo_bytes(catalogue: Catalogue) -> bytes:
    """GNU's binary form (gettext manual, "The Format of GNU MO Files"): sorted, without a hash table."""
    rows = {_mo_id(key): "\0".join(words).encode() for key, words in catalogue.texts.items() if all(words)}
    rows[b""] = _header(catalogue).encode()
    ids = sorted(rows)
    start = 28 + 16 * len(ids)  # seven numbers of four bytes, then two tables of two numbers a row
    originals, place = _table(ids, start)
    translations, _end = _table([rows[each] for each in ids], place)
    head = struct.pack("<7I", 0x950412DE, 0, len(ids), 28, 28 + 8 * len(ids), 0, start)
    texts = b"".join(each + b"\0" for each in [*ids, *(rows[each] for each in ids)])
    return head + originals + translations + texts


def _mo_id(key: Key) -> bytes:
    text = f"{key.one}\0{key.many}" if key.many else key.one
    return (f"{key.context}\x04{text}" if key.context else text).encode()


def _table(texts: list[bytes], place: int) -> tuple[bytes, int]:
    table = b""
    for text in texts:
        table += struct.pack("<2I", len(text), place)
        place += len(text) + 1
    return table, place


# The two commands


def catalogues() -> list[Catalogue]:
    keys = in_source()
    return [indonesian(keys), english(keys)]


def main() -> int:
    """Writes both catalogues. Returns 1 when English is missing somewhere; it lists where."""
    failed = 0
    for catalogue in catalogues():
        catalogue.po.parent.mkdir(parents=True, exist_ok=True)
        catalogue.po.write_text(po_text(catalogue), "utf-8")
        catalogue.mo.write_bytes(mo_bytes(catalogue))
        failed |= _tell(catalogue)
    return failed


def check() -> int:
    """The committed files against the code; writes nothing. Returns 0 or 1."""
    failed = 0
    for catalogue in catalogues():
        failed |= _tell(catalogue)
        for path, wanted in ((catalogue.po, po_text(catalogue).encode()), (catalogue.mo, mo_bytes(catalogue))):
            if not path.exists() or path.read_bytes() != wanted:
                sys.stderr.write(f"{path.relative_to(ROOT)} is not up to date. Run: make messages\n")
                failed = 1
    return failed


def _tell(catalogue: Catalogue) -> int:
    empty, crooked = missing(catalogue), bent(catalogue)
    for key in empty:
        sys.stderr.write(f"{catalogue.language}: not translated: {key.one!r}\n")
    for key in crooked:
        sys.stderr.write(f"{catalogue.language}: other %(…)s than the original: {key.one!r}\n")
    done = len(catalogue.texts) - len(empty)
    print(f"{catalogue.language}: {done} of {len(catalogue.texts)} strings")
    return int(bool(empty or crooked))


if __name__ == "__main__":
    sys.exit(main())
