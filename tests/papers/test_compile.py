import json
import os
import subprocess
import sys
import tempfile

import pytest
from tests.papers.pdf_text import pages

from sebaya.papers import compile as paper
from sebaya.papers import worker

PAGE = {
    "title": "Judul", "sign": "", "what": "apa", "code": "AAAA-BBBB", "do": ["x"], "never": ["y"], "lines": []
}  # fmt: skip
DATA = {"community": "SMP Rekaan", "pages": [PAGE], "words": {"do": "Lakukan", "never": "Jangan"}}


def test_data_becomes_a_tagged_pdf():
    made = paper.pdf("sheet", DATA, title="Judul")
    assert made.startswith(b"%PDF")
    assert b"/StructTreeRoot" in made
    assert b"pdfuaid:part" in made
    assert pages(made)[0].startswith("SMP RekaanJudul")


def test_same_data_gives_the_same_bytes():
    assert paper.pdf("sheet", DATA, title="a") == paper.pdf("sheet", DATA, title="a")


@pytest.mark.parametrize(
    "text",
    [
        "#include \"/etc/passwd\"", "$x^2$", "\\u{41}", "*tebal* _miring_ `kode`", "= Judul", "<label> @rujukan", "// komentar",
        "#eval(\"1+1\")", "{{7*7}} %s", "\"; rm -rf /", "\u202eterbalik", "Ñandú Žižek", "a]b[c}d{",
    ],
)  # fmt: skip
def test_text_is_printed_as_it_is(text):
    made = paper.pdf("sheet", {**DATA, "pages": [{**PAGE, "what": text, "do": [text]}]}, title=text)
    visible = text.replace("\u202e", "")
    said = pages(made)[0].replace("\u202e", "")
    assert said.count(visible) == 2 or said.replace(" ", "").count(visible.replace(" ", "")[::-1]) == 2


def test_sign_without_a_glyph_does_not_stop_the_paper():
    made = paper.pdf("sheet", {**DATA, "community": "学校 🙂 \x07"}, title="Judul")
    assert b"/StructTreeRoot" in made
    assert "AAAA" in pages(made)[0]


@pytest.mark.parametrize("template", ["tidak-ada", "../sheet", "/etc/passwd"])
def test_template_that_is_not_ours_is_refused(template):
    with pytest.raises(paper.PaperError):
        paper.pdf(template, {}, title="Judul")


def test_failure_tells_no_data():
    with pytest.raises(paper.PaperError) as caught:
        paper.pdf("sheet", {**DATA, "pages": [{"title": "RAHASIA"}]}, title="Judul")
    assert "RAHASIA" not in str(caught.value) + repr(caught.value.__cause__) + repr(caught.value.__context__)


def test_slow_child_is_ended(monkeypatch):
    monkeypatch.setattr(paper, "TIMEOUT", 0.001)
    with pytest.raises(paper.PaperError, match="slow") as caught:
        paper.pdf("sheet", DATA, title="Judul")
    assert caught.value.__suppress_context__


def test_parent_makes_no_temporary_file(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a temporary file")

    for name in ("NamedTemporaryFile", "TemporaryFile", "mkstemp", "SpooledTemporaryFile", "mkdtemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    assert paper.pdf("sheet", DATA, title="Judul").startswith(b"%PDF")


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_child_cannot_write_files(tmp_path):
    """The limit under which every paper is made: first proof that it bites, then that typst needs no file."""
    script = (
        "import sys\n"
        f"sys.path.insert(0, {str(paper.WORKER.parent)!r})\n"
        "import worker\n"
        "worker.forbid_files()\n"
        "try:\n"
        f"    with open({str(tmp_path / 'x')!r}, 'w') as file: file.write('x')\n"
        "except OSError:\n"
        "    print('refused')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stdout == "refused\n"


def test_child_leaves_nothing_behind(tmp_path):
    job = {"template": "sheet", "data": DATA, "inputs": {"language": "id", "title": "Judul"}}
    env = {"PATH": os.environ["PATH"], "TMPDIR": str(tmp_path), "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, str(paper.WORKER)],
        input=json.dumps(job).encode(),
        capture_output=True,
        cwd=tmp_path,
        env=env,
        check=True,
    )
    assert done.stdout.startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == []


def test_worker_runs_as_a_module():
    job = {"template": "sheet", "data": DATA, "inputs": {"language": "id", "title": "Judul"}}
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-m", "sebaya.papers.worker"],
        input=json.dumps(job).encode(),
        capture_output=True,
        env=env,
        check=True,
    )
    assert done.stdout == worker.compile_job(job)


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"RAHASIA{", "JSONDecodeError"),
        (b"{}", "KeyError"),
        (json.dumps({"template": "x", "data": 1, "inputs": {}}).encode(), "ValueError"),
        (json.dumps({"template": "sheet", "data": {}, "inputs": {}}).encode(), "typst: "),
    ],
)
def test_worker_answers_nonsense_with_a_kind_of_error(raw, error):
    made, said = worker.answer(raw)
    assert (made, said[: len(error)]) == (b"", error)
    assert "RAHASIA" not in said


def test_worker_ends_with_one_after_an_error():
    done = subprocess.run([sys.executable, str(paper.WORKER)], input=b"{", capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr[:15]) == (1, b"", b"JSONDecodeError")
