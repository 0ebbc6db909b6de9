"""Nothing of anyone reaches a log: no address, no body, no value, no text of an error."""

import io
import logging

import pytest
from django.conf import settings
from django.test import RequestFactory

from sebaya.audit.logs import BareRecords

CANARY = "kenari-4711"


@pytest.fixture
def log():
    """(logger, what it wrote): a handler with the filter that is served."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(BareRecords())
    logger = logging.Logger("under test")
    logger.addHandler(handler)
    return logger, written


def fail(value):
    raise ValueError(f"cannot read {value}")


def test_search_finds_a_canary_that_is_there(log):
    logger, written = log
    logger.error("text %s", CANARY)

    assert CANARY in written.getvalue()


def test_request_is_reduced_to_its_method(log):
    logger, written = log
    request = RequestFactory().post(f"/smp/{CANARY}/?q={CANARY}", {"text": CANARY})
    logger.error("Internal Server Error: %s", request.path, extra={"request": request, "status_code": 500})

    assert written.getvalue() == "ERROR while answering a POST\n"


def test_error_keeps_where_and_its_type(log):
    logger, written = log
    try:
        fail(CANARY)
    except ValueError:
        logger.exception("failed")

    lines = written.getvalue().splitlines()
    assert lines[0] == "failed"
    assert lines[-1] == "builtins.ValueError"
    assert lines[-2].endswith("in fail")
    assert CANARY not in written.getvalue()


def test_error_behind_an_error_does_not_show(log):
    logger, written = log
    try:
        try:
            fail(CANARY)
        except ValueError as error:
            raise RuntimeError(CANARY) from error
    except RuntimeError:
        logger.error("failed", exc_info=True, extra={"request": RequestFactory().get(f"/?{CANARY}")})

    assert CANARY not in written.getvalue()
    assert written.getvalue().endswith("builtins.RuntimeError\n")


def test_text_that_another_handler_formatted_before_is_replaced(log):
    logger, written = log
    first = logging.StreamHandler(io.StringIO())
    logger.handlers.insert(0, first)
    try:
        fail(CANARY)
    except ValueError:
        logger.exception("failed")

    assert CANARY in first.stream.getvalue()
    assert CANARY not in written.getvalue()


def test_record_without_an_error_passes_as_it_is(log):
    logger, written = log
    logger.warning("sweep %s failed", "notices.purge")
    logger.warning("no error", exc_info=(None, None, None))

    assert written.getvalue().startswith("sweep notices.purge failed\nno error\n")


def test_served_handlers_all_have_the_filter():
    assert settings.LOGGING["filters"]["bare"]["()"] == "sebaya.audit.logs.BareRecords"
    assert {name: handler["filters"] for name, handler in settings.LOGGING["handlers"].items()} == {"stderr": ["bare"]}
