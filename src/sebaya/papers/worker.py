"""The child process: JSON on standard input, a PDF on standard output. Imports nothing of Sebaya.

In: {"template": name, "data": anything, "inputs": {name: text}}. Out: the PDF, tagged (PDF/UA-1).
On failure: exit code 1 and the kind of error on standard error, without data.
"""

import json
import sys
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).resolve().parent
TEMPLATES = HERE / "templates"
NO_GLYPH = "could not be displayed"


def compile_job(job: dict[str, Any]) -> bytes:
    """The PDF of one job. Raises typst.TypstError, or ValueError for a template that is not ours."""
    template = TEMPLATES / f"{Path(job['template']).name}.typ"
    if not template.is_file():
        raise ValueError("no such template")
    inputs = {**job["inputs"], "data": json.dumps(job["data"])}
    try:
        return _compile(template, inputs, ["ua-1"])
    except typst.TypstError as error:
        if NO_GLYPH not in error.message:
            raise
    return _compile(template, inputs, [])  # a box in place of a sign we have no font for; tagged all the same


def _compile(template: Path, inputs: dict[str, str], standards: list[Any]) -> bytes:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(HERE / "fonts")])
    made = typst.compile(
        str(template),
        root=str(TEMPLATES),
        font_paths=fonts,
        format="pdf",
        sys_inputs=inputs,
        pdf_standards=standards,
        timestamp=0,  # the same data gives the same bytes, and no paper tells when it was made
    )
    if not isinstance(made, bytes):
        raise ValueError("no single document")
    return made


def forbid_files() -> None:
    """From here on the system itself refuses to write a file or a memory dump (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(raw: bytes) -> tuple[bytes, str]:
    """(PDF, "") or (nothing, what kind of error)."""
    try:
        return compile_job(json.loads(raw)), ""
    except typst.TypstError as error:
        return b"", f"typst: {error.message.splitlines()[0]}"
    except Exception as error:  # whatever it is, its text may hold data
        return b"", type(error).__name__


def main() -> int:
    forbid_files()
    made, error = answer(sys.stdin.buffer.read())
    sys.stdout.buffer.write(made)
    sys.stderr.write(error)
    return 1 if error else 0


if __name__ == "__main__":
    sys.exit(main())
