"""policy/*.yaml as public pages: what is kept about people, and how the programme protects."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from sebaya.config.checks import policy

LEVELS = ("red", "orange", "yellow")
_FIRST_WORDS = re.compile(r"[.:]")  # a class is explained as "Sealed. Only those …"

Said = Mapping[str, Any]


class Table(NamedTuple):
    """Why rows are there, how long, and their fields by class."""

    why: str
    kept: list[str]
    fields: list[tuple[str, str]]


class Group(NamedTuple):
    title: str
    tables: list[Table]


class Level(NamedTuple):
    code: str
    text: str
    first: list[str]
    signs: list[str]


@require_safe
def data(request: HttpRequest, slug: str = "") -> HttpResponse:
    """Every field there is: needs no database, no script and no cookie."""
    language = _language()
    classes = [said[language] for said in policy_of("data")["classes"].values()]
    return render(request, "config/policy_data.html", {"classes": classes, "groups": groups(language)})


@require_safe
def safeguarding(request: HttpRequest, slug: str = "") -> HttpResponse:
    language = _language()
    content = policy_of("safeguarding")
    values: dict[str, Any] = {name: texts(content[name], language) for name in ("clocks", "never_route")}
    values |= {
        "levels": levels(language),
        "targets": texts(content["routing"]["targets"], language),
        "route": content["routing"]["default"][language],
        "adults_only": texts(content["hand_over"]["adults_only"], language),
    }
    return render(request, "config/policy_safeguarding.html", values)


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE


@cache
def policy_of(name: str) -> dict[str, Any]:
    """Read once per process."""
    return policy(name)


def texts(entries: Mapping[str, Said], language: str) -> list[str]:
    return [entry[language] for entry in entries.values()]


@cache
def groups(language: str) -> list[Group]:
    """The tables under the headings that data.yaml gives them."""
    content = policy_of("data")
    names = {code: _FIRST_WORDS.split(said[language])[0] for code, said in content["classes"].items()}
    found = []
    for group in content["groups"].values():
        entries = [entry for label, entry in content["models"].items() if label.split(".")[0] in group["rooms"]]
        found.append(
            Group(group[language], [_table(entry, content["retention"], names, language) for entry in entries])
        )
    return found


def _table(entry: Said, retention: Mapping[str, Said], names: Mapping[str, str], language: str) -> Table:
    earlier = [f"{field}: {retention[kept][language]}" for field, kept in entry.get("kept_otherwise", {}).items()]
    fields = [(names[code], ", ".join(fields)) for code, fields in entry["fields"].items()]
    return Table(entry["why"][language], [retention[entry["kept"]][language], *earlier], fields)


def levels(language: str) -> Iterator[Level]:
    """Red, orange, yellow: what it means, who comes first, and the signs that lead there."""
    content = policy_of("safeguarding")
    targets = content["routing"]["targets"]
    for code in LEVELS:
        entry = content["levels"][code]
        first = [targets[target][language] for target in entry["first"]]
        yield Level(code, entry[language], first, texts(content["hand_over"][code], language))
