"""PDFs by typst, in a child process over pipes: no file is ever written (vault.md, PDFs).

Data goes in as JSON through typst's `sys.inputs`; nothing of it is pasted into markup, so a name such as
"#include" is a name.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

WORKER = Path(__file__).with_name("worker.py")
TIMEOUT = 60  # seconds; 600 slips take about two
PASSED_ON = ("PATH", "SYSTEMROOT", "LANG", "LD_LIBRARY_PATH")  # the child needs nothing else of ours


class PaperError(Exception):
    """The PDF could not be made. The text names the template's fault, never its data."""


def pdf(template: str, data: Mapping[str, Any], *, title: str, language: str = "id") -> bytes:
    """Compiles `templates/<template>.typ`. Raises PaperError when it fails or takes too long.

    `title` is what a screen reader announces; a tagged PDF must have one.
    """
    job = {"template": template, "data": data, "inputs": {"language": language, "title": title}}
    try:
        done = subprocess.run(  # noqa: S603  our own interpreter and our own script
            [sys.executable, str(WORKER)],
            input=json.dumps(job).encode(),
            capture_output=True,
            timeout=TIMEOUT,
            env={name: os.environ[name] for name in PASSED_ON if name in os.environ},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PaperError("too slow") from None  # its arguments hold what went in
    if done.returncode or not done.stdout.startswith(b"%PDF"):
        raise PaperError(f"{template}: {done.stderr.decode(errors='replace')[:200]}")
    return done.stdout
