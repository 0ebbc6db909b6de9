"""Logs that hold nothing of anyone: no query string, no body, no values of local variables."""

import logging
import traceback


class BareRecords(logging.Filter):
    """Keeps where an error happened and its type; drops its text, the request and everything it carried."""

    def filter(self, record: logging.LogRecord) -> bool:
        if hasattr(record, "request"):
            record.msg, record.args = "%s while answering a %s", (record.levelname, record.request.method)
            del record.request
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = _frames(record.exc_info[1])
            record.exc_info = None
        return True


def _frames(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join([*places, f"{type(error).__module__}.{type(error).__qualname__}"])
