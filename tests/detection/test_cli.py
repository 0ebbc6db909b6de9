import io
import json

from sebaya.detection.cli import run


def answers(text: str) -> tuple[int, list[dict], str]:
    out, err = io.StringIO(), io.StringIO()
    code = run(io.StringIO(text), out, err)
    return code, [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()


def test_run_answers_every_line_in_order():
    lines = [{"id": 1, "text": "halo kak"}, {"id": "b", "text": "malam ini aku mau bunuh diri"}]
    code, found, errors = answers("\n".join(map(json.dumps, lines)) + "\n")
    assert (code, errors) == (0, "")
    assert [(row["id"], row["level"]) for row in found] == [(1, "none"), ("b", "red")]


def test_run_says_why_with_code_and_words():
    _, found, _ = answers(json.dumps({"id": 1, "text": "malam ini aku mau bunuh diri"}))
    assert set(found[0]) == {"id", "level", "category", "why"}
    assert any("bunuh diri" in reason for reason in found[0]["why"])


def test_run_refuses_bad_lines_and_answers_the_others():
    bad = ["{", "[]", '{"text": "x"}', '{"id": 1}', '{"id": 1, "text": 5}']
    good = json.dumps({"id": "ok", "text": "halo"})
    code, found, errors = answers("\n".join([*bad, "", good]))
    assert code == 1
    assert [row["id"] for row in found] == ["ok"]
    assert [line.split(":")[0] for line in errors.splitlines()] == [f"line {n}" for n in range(1, 6)]


def test_run_knows_the_author():
    question = {"id": 1, "text": "apa kamu kepikiran buat bunuh diri?", "author": "supporter"}
    _, found, _ = answers(json.dumps(question))
    assert found == [{"id": 1, "level": "none", "category": None, "why": []}]


def test_run_flushes_every_answer():
    class Flushed(io.StringIO):
        flushes = 0

        def flush(self):
            self.flushes += 1

    out = Flushed()
    run(io.StringIO('{"id": 1, "text": "a"}\n{"id": 2, "text": "b"}\n'), out, io.StringIO())
    assert out.flushes == 2
