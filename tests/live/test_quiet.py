"""What a log line may hold."""

import logging

from sebaya.live import quiet
from sebaya.live.quiet import QuietFormatter, describe


def failing():
    try:
        raise KeyError("inner words")
    except KeyError as inner:
        raise ValueError("outer words") from inner


def caught():
    try:
        failing()
    except ValueError as failure:
        return failure


def record(message, *args, **extra):
    made = logging.makeLogRecord({"msg": message, "args": args, "levelname": "ERROR", **extra})
    return QuietFormatter(quiet.LINE).format(made)


def test_failure_is_its_types_and_places_without_words():
    text = describe(caught())
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "in failing" in text
    assert "words" not in text


def test_endless_chain_of_causes_is_cut():
    failure = ValueError()
    failure.__cause__ = failure
    assert describe(failure).count("ValueError") == quiet.CAUSES_MAX


def test_no_failure_is_nothing():
    assert describe(None) == ""


def test_formatter_drops_words_even_if_another_kept_them():
    failure = caught()
    line = record("it failed", exc_info=(type(failure), failure, failure.__traceback__), exc_text="outer words")
    assert "it failed" in line
    assert "builtins.ValueError" in line
    assert "words" not in line


def test_other_lines_stay_whole():
    assert record("%s of %s", 1, 2).endswith("ERROR 1 of 2")


def test_record_itself_is_not_changed_for_other_handlers():
    made = logging.makeLogRecord({"msg": "it failed", "exc_text": "kept"})
    QuietFormatter().format(made)
    assert made.exc_text == "kept"


def test_uvicorn_s_logger_gets_one_handler_however_often():
    logger = logging.getLogger("uvicorn")
    before = logger.handlers[:], logger.propagate, logger.level
    logger.handlers, logger.disabled = [], True
    quiet.install()
    quiet.install()
    assert not logger.disabled
    assert [type(handler.formatter) for handler in logger.handlers] == [QuietFormatter]
    logger.handlers, logger.propagate = before[0], before[1]
    logger.setLevel(before[2])
