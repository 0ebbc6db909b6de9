"""What policy/*.yaml promises is what the code does, and a difference is named."""

from datetime import timedelta

import pytest
from django.core import checks as django_checks
from django.db import models
from django.test.utils import isolate_apps

from sebaya.config import checks


def messages(found):
    return [message.msg for message in found]


@pytest.fixture
def data():
    """A policy that fits `tables`."""
    return {
        "retention": {"talk": {"days": 365}, "short": {}},
        "models": {
            "support.Note": {
                "why": {"id": "Catatan.", "en": "Notes."},
                "kept": "talk",
                "fields": {"sealed": ["sealed"], "protected": ["words", "mark"], "open": ["id", "level"]},
            }
        },
    }


@pytest.fixture
def tables():
    with isolate_apps("sebaya.support"):

        class Note(models.Model):
            sealed = models.BinaryField()
            mark = models.BinaryField()
            words = models.TextField()
            level = models.CharField(max_length=8)

            class Meta:
                app_label = "support"

        yield {"support.Note": Note}


def note(data):
    return data["models"]["support.Note"]


def test_every_field_of_the_programme_is_classed():
    assert messages(checks.data_policy(None)) == []


def test_every_clock_is_kept():
    assert messages(checks.clock_policy(None)) == []


def test_checks_are_registered():
    assert {checks.data_policy, checks.clock_policy} <= set(django_checks.registry.registry.get_checks())
    assert "policy" in django_checks.registry.registry.tags_available()


def test_policy_that_fits_is_silent(data, tables):
    assert messages(checks.check_data(data, tables)) == []


def test_field_without_a_class_is_named(data, tables):
    note(data)["fields"]["open"].remove("level")

    assert messages(checks.check_data(data, tables)) == ["support.Note.level has no class in policy/data.yaml"]


def test_field_that_does_not_exist_is_named(data, tables):
    note(data)["fields"]["open"].append("gone")

    assert messages(checks.check_data(data, tables)) == [
        "policy/data.yaml names support.Note.gone, which does not exist"
    ]


def test_table_that_is_missing_or_gone_is_named(data, tables):
    data["models"]["support.Gone"] = data["models"].pop("support.Note")

    assert messages(checks.check_data(data, tables)) == [
        "support.Note is not in policy/data.yaml: give every field a class and a retention",
        "policy/data.yaml names support.Gone, which does not exist",
    ]


def test_field_in_two_classes_is_named(data, tables):
    note(data)["fields"]["protected"].append("level")

    assert messages(checks.check_data(data, tables)) == ["support.Note.level has two classes in policy/data.yaml"]


def test_unknown_class_is_named(data, tables):
    note(data)["fields"]["secret"] = [note(data)["fields"]["open"].pop()]

    assert messages(checks.check_data(data, tables)) == ["support.Note.level: no such class: secret"]


@pytest.mark.parametrize("code", ["open", "public"])
@pytest.mark.parametrize("name", ["words", "mark"])
def test_room_for_words_is_never_open(data, tables, name, code):
    note(data)["fields"]["protected"].remove(name)
    note(data)["fields"].setdefault(code, []).append(name)

    assert messages(checks.check_data(data, tables)) == [
        f"support.Note.{name} has room for anybody's words and is classed {code}"
    ]


def test_what_is_called_sealed_is_sealed(data, tables):
    note(data)["fields"] = {"protected": ["sealed", "words", "mark"], "open": ["id", "level"]}

    assert messages(checks.check_data(data, tables)) == [
        "support.Note.sealed is called sealed and is classed protected"
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kept": "forever"}, "support.Note.: no such field or retention: forever"),
        ({"kept_otherwise": {"mark": "forever"}}, "support.Note.mark: no such field or retention: forever"),
        ({"kept_otherwise": {"gone": "short"}}, "support.Note.gone: no such field or retention: short"),
        ({"why": {"id": "Catatan."}}, "support.Note: say why it is kept, in both languages"),
    ],
)
def test_retention_and_reason_are_checked(data, tables, change, message):
    note(data).update(change)

    assert messages(checks.check_data(data, tables)) == [message]


def test_field_may_go_earlier_than_its_row(data, tables):
    note(data)["kept_otherwise"] = {"mark": "short"}

    assert messages(checks.check_data(data, tables)) == []


WORDS = {"id": "…", "en": "…"}


@pytest.mark.parametrize(
    ("written", "kept", "message"),
    [
        ({"minutes": 5}, timedelta(minutes=6), "here: red says 0:05:00, the code works with 0:06:00"),
        ({"minutes": 5}, None, "here: red is not in the code"),
        ({"until": "end_of_school_day"}, timedelta(minutes=5), "here: red is not written there"),
        ({"hours": 24}, timedelta(days=1), None),
        ({"until": "end_of_school_day"}, None, None),
    ],
)
def test_lengths_are_compared(written, kept, message):
    found = checks.check_lengths("here", {"red": written | WORDS}, {} if kept is None else {"red": kept})

    assert messages(found) == ([] if message is None else [message])


def test_length_is_said_in_both_languages():
    found = checks.check_lengths("here", {"red": {"minutes": 5, "id": "…"}}, {"red": timedelta(minutes=5)})

    assert messages(found) == ["here: red is not said in both languages"]


def test_room_s_tables_are_all_seen():
    assert {"support.Message", "safeguarding.Reveal", "vault.SafeKey", "audit.Event"} < set(checks.our_models())
    assert not [label for label in checks.our_models() if label.startswith(("auth.", "mfa.", "contenttypes."))]
