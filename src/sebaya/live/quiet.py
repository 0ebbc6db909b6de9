"""Logs that hold no content.

An exception's message may quote what a person wrote. So a failure of the server
front is logged as its type and the places in the code, nothing else.
"""

import logging
import traceback
from collections.abc import Iterator
from copy import copy
from types import TracebackType
from typing import Any

LINE = "%(asctime)s %(levelname)s %(message)s"
CAUSES_MAX = 4  # a longer chain of causes repeats itself


class QuietFormatter(logging.Formatter):
    """A formatter that leaves out the messages of exceptions."""

    def format(self, record: logging.LogRecord) -> str:
        quiet = copy(record)
        quiet.exc_text = None  # another formatter may have kept the whole of it here
        return super().format(quiet)

    def formatException(self, ei: Any) -> str:  # noqa: N802  the standard library's name
        return describe(ei[1])


def install() -> None:
    """Give uvicorn's loggers one quiet handler, without touching Django's configuration."""
    logger = logging.getLogger("uvicorn")
    logger.propagate = False
    logger.setLevel(logging.INFO)
    for name in ("uvicorn", "uvicorn.error"):  # settings may have disabled what they do not name
        logging.getLogger(name).disabled = False
    if logger.handlers:
        return
    handler = logging.StreamHandler()
    handler.setFormatter(QuietFormatter(LINE))
    logger.addHandler(handler)


def describe(failure: BaseException | None) -> str:
    """The types and places of a failure and its causes, without messages or values."""
    return "\n".join(line for cause in _chain(failure) for line in _lines(cause))


def _chain(failure: BaseException | None) -> Iterator[BaseException]:
    for _ in range(CAUSES_MAX):
        if failure is None:
            return
        yield failure
        failure = failure.__cause__ or failure.__context__


def _lines(failure: BaseException) -> Iterator[str]:
    yield f"{type(failure).__module__}.{type(failure).__qualname__}"
    yield from _places(failure.__traceback__)


def _places(trace: TracebackType | None) -> Iterator[str]:
    for frame, line in traceback.walk_tb(trace):
        code = frame.f_code
        yield f"  {code.co_filename}:{line} in {code.co_name}"
