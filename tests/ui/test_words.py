"""Words live in templates and catalogues, not in scripts. The catalogues themselves: tests/house."""

import re

from sebaya.ui.assets import HERE


def test_scripts_carry_no_words_of_their_own():
    for name in ("app.js", "live.js", "sound.js"):
        code = (HERE / "static" / "ui" / name).read_text("utf-8")
        strings = re.findall(r'"([^"\n]*)"', re.sub(r"//.*", "", code))
        assert not [s for s in strings if re.fullmatch(r"[A-Z][a-z]+( [a-z]+)+.*", s)], name
