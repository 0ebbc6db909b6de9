import re

import brotli

from sebaya.ui import assets


def test_served_style_sheet_is_what_the_sources_say():
    assert assets.TARGET.read_text("utf-8") == assets.joined(), "run python -m sebaya.ui.assets"


def test_squeeze_keeps_rules_and_drops_the_rest():
    css = "/* why */\na:hover > b,\n.c { color: red;  margin: 0 auto; }\n"

    assert assets.squeeze(css) == "a:hover>b,.c{color:red;margin:0 auto}"


def test_dark_is_there_for_the_system_and_for_the_choice():
    css = assets.joined()

    assert '@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){color-scheme:dark' in css
    assert ':root[data-theme="dark"]{color-scheme:dark' in css


def test_dark_changes_every_colour():
    light = set(re.findall(r"(--[a-z0-9-]+):\s*#", (assets.SOURCES / "1-tokens.css").read_text()))
    dark = set(re.findall(r"(--[a-z0-9-]+):\s*#", (assets.SOURCES / "dark.css").read_text()))

    assert light == dark


def test_style_sheet_asks_no_other_file():
    assert "url(" not in assets.joined()
    assert "@import" not in assets.joined()


def test_braces_balance():
    css = assets.joined()

    assert css.count("{") == css.count("}")


def test_style_sheet_leaves_room_for_the_page():
    assert len(brotli.compress(assets.joined().encode())) <= 7 * 1024  # half of what a public page may weigh


def test_build_writes_the_joined_sheet(tmp_path, monkeypatch):
    monkeypatch.setattr(assets, "TARGET", tmp_path / "sebaya.css")

    assert assets.build().read_text("utf-8") == assets.joined()
