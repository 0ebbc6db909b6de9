"""System checks that are the project's own: what policy/*.yaml promises is what the code does.

Every field of every table has a class and a retention in data.yaml; every clock and every retention that
names a length is the length that the code works with.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Any

import yaml
from django.apps import AppConfig, apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.db import models

from sebaya.config.paths import shipped

CLASSES = ("sealed", "protected", "open", "public")
READ_BY_MANY = {"open", "public"}
FREE = (models.TextField, models.BinaryField)  # room for anybody's words: never open, never public
UNITS = ("minutes", "hours", "days")
LANGUAGES = {"id", "en"}

Models = Mapping[str, type[models.Model]]


def policy(name: str) -> dict[str, Any]:
    """A policy file as data: `policy("data")`, `policy("safeguarding")`."""
    content: dict[str, Any] = yaml.safe_load((shipped("policy") / f"{name}.yaml").read_text(encoding="utf-8"))
    return content


@register("policy")
def data_policy(app_configs: Iterable[AppConfig] | None, **_kwargs: Any) -> list[CheckMessage]:
    data = policy("data")
    lengths = check_lengths("data.yaml, retention", data["retention"], retention_of_the_code())
    return [*check_data(data, our_models()), *lengths]


@register("policy")
def clock_policy(app_configs: Iterable[AppConfig] | None, **_kwargs: Any) -> list[CheckMessage]:
    return [*check_lengths("safeguarding.yaml, clocks", policy("safeguarding")["clocks"], clocks_of_the_code())]


def our_models() -> dict[str, type[models.Model]]:
    """Every concrete model of the rooms, by its label."""
    rooms = [room for room in apps.get_app_configs() if room.name.startswith("sebaya.")]
    return {model._meta.label: model for room in rooms for model in room.get_models(include_auto_created=True)}


def check_data(data: dict[str, Any], tables: Models) -> Iterator[Error]:
    """Compares the classes and retention written in data.yaml with the tables there are."""
    written = data["models"]
    for label in sorted(tables.keys() - written.keys()):
        yield Error(f"{label} is not in policy/data.yaml: give every field a class and a retention", id="sebaya.E001")
    for label in sorted(written.keys() - tables.keys()):
        yield Error(f"policy/data.yaml names {label}, which does not exist", id="sebaya.E002")
    for label in sorted(written.keys() & tables.keys()):
        yield from _check_table(label, written[label], tables[label], data["retention"])


def _check_table(
    label: str, entry: dict[str, Any], model: type[models.Model], retention: Mapping[str, Any]
) -> Iterator[Error]:
    fields = {field.name: field for field in model._meta.concrete_fields}
    named = [(name, code) for code, names in entry["fields"].items() for name in names]
    yield from _check_names(label, [name for name, _code in named], fields)
    for name, code in named:
        if name in fields:
            yield from _check_class(f"{label}.{name}", fields[name], code)
    for name, kept in {"": entry["kept"], **entry.get("kept_otherwise", {})}.items():
        if kept not in retention or (name and name not in fields):
            yield Error(f"{label}.{name}: no such field or retention: {kept}", id="sebaya.E006")
    if set(entry.get("why", {})) != LANGUAGES:
        yield Error(f"{label}: say why it is kept, in both languages", id="sebaya.E007")


def _check_names(label: str, named: list[str], fields: Mapping[str, Any]) -> Iterator[Error]:
    for name in sorted(fields.keys() - set(named)):
        yield Error(f"{label}.{name} has no class in policy/data.yaml", id="sebaya.E001")
    for name in sorted(set(named) - fields.keys()):
        yield Error(f"policy/data.yaml names {label}.{name}, which does not exist", id="sebaya.E002")
    for name in sorted({name for name in named if named.count(name) > 1}):
        yield Error(f"{label}.{name} has two classes in policy/data.yaml", id="sebaya.E003")


def _check_class(name: str, field: Any, code: str) -> Iterator[Error]:
    if code not in CLASSES:
        yield Error(f"{name}: no such class: {code}", id="sebaya.E004")
    if isinstance(field, FREE) and code in READ_BY_MANY:
        yield Error(f"{name} has room for anybody's words and is classed {code}", id="sebaya.E005")
    if field.name.startswith("sealed") and code != "sealed":
        yield Error(f"{name} is called sealed and is classed {code}", id="sebaya.E005")


def check_lengths(
    where: str, written: Mapping[str, Mapping[str, Any]], kept: Mapping[str, timedelta]
) -> Iterator[Error]:
    """Compares lengths of time that a policy names with those the code works with."""
    lengths = {name: length for name, entry in written.items() if (length := length_of(entry)) is not None}
    for name in sorted(lengths.keys() ^ kept.keys()):
        side = "not in the code" if name in lengths else "not written there"
        yield Error(f"{where}: {name} is {side}", id="sebaya.E010")
    for name in sorted(lengths.keys() & kept.keys()):
        if lengths[name] != kept[name]:
            yield Error(f"{where}: {name} says {lengths[name]}, the code works with {kept[name]}", id="sebaya.E011")
    for name, entry in written.items():
        if not entry.keys() >= LANGUAGES:
            yield Error(f"{where}: {name} is not said in both languages", id="sebaya.E007")


def length_of(entry: Mapping[str, Any]) -> timedelta | None:
    """`{minutes: 5}` → five minutes; None for what ends by something else than time."""
    units = {unit: entry[unit] for unit in UNITS if unit in entry}
    return timedelta(**units) if units else None


def clocks_of_the_code() -> dict[str, timedelta]:
    """The promise of orange is not here: it ends with the school's own day (communities.clock)."""
    from sebaya.communities import defaults
    from sebaya.flags import actions as flags
    from sebaya.safeguarding import actions as safeguarding
    from sebaya.support import sweeps
    from sebaya.support.actions import sending

    return {
        "red": flags.RED_CLOCK,
        "orange_next": flags.ORANGE_STEP,
        "yellow": flags.YELLOW_CLOCK,
        "offer": defaults.OFFER_OPEN,
        "reply": defaults.REPLY_DUE,
        "consult": sending.CONSULT_DUE,
        "session": defaults.SESSION_LENGTH,
        "duty_key": defaults.DUTY_KEY,
        "reveal_lapses": safeguarding.APPROVAL_LAPSES,
        "silent": sweeps.SILENT,
    }


def retention_of_the_code() -> dict[str, timedelta]:
    from sebaya.accounts.actions import slips
    from sebaya.communities import defaults
    from sebaya.flags import actions as flags
    from sebaya.safeguarding import actions as safeguarding
    from sebaya.support.actions import after
    from sebaya.vault import devices

    return {
        "talk": defaults.TALK_KEPT,
        "unanswered": defaults.UNANSWERED_KEPT,
        "supporter_key": defaults.SUPPORTER_KEY_AFTER_CLOSE,
        "duty_key": defaults.DUTY_KEY,
        "reveal": safeguarding.APPROVAL_LAPSES,
        "reentry": after.REENTRY_OPEN,
        "flag": flags.FLAG_KEPT,
        "notice": defaults.NOTICES_KEPT,
        "activation_slip": slips.KEPT[slips.SlipKind.ACTIVATE],
        "reset_slip": slips.KEPT[slips.SlipKind.RESET],
        "sign_in": timedelta(seconds=settings.SESSION_COOKIE_AGE),
        "device": timedelta(days=devices.DEVICE_DAYS),
    }
