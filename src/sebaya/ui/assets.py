"""Joins `styles/*.css` into the one style sheet that is served.

The files are layers by order: tokens, base, layout, forms, parts, pages, print. They are joined without
`@layer`, which browsers on older phones do not know and would answer by dropping everything inside. The
joined file is kept in the repository so that nothing has to be built to run; a test fails when it is stale.
Run `python -m sebaya.ui.assets`.
"""

import re
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "styles"
TARGET = HERE / "static" / "ui" / "sebaya.css"
DARK_BY_SYSTEM = '@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){%s}}'
DARK_BY_CHOICE = ':root[data-theme="dark"]{%s}'


def squeeze(css: str) -> str:
    """The same rules without comments and spare white space."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,>]) ?", r"\1", css)
    css = re.sub(r": (?=[^{}]*[;}])", ":", css)
    return css.replace(";}", "}").strip()


def joined() -> str:
    """The whole style sheet. The dark tokens are written once and used for both ways of asking for dark."""
    dark = squeeze((SOURCES / "dark.css").read_text("utf-8"))
    layers = [squeeze(path.read_text("utf-8")) for path in sorted(SOURCES.glob("[0-9]-*.css"))]
    tokens, *rest = layers
    return "\n".join([tokens, DARK_BY_SYSTEM % dark, DARK_BY_CHOICE % dark, *rest]) + "\n"


def build() -> Path:
    """Writes the style sheet; returns where."""
    TARGET.write_text(joined(), "utf-8")
    return TARGET


if __name__ == "__main__":
    build()
