"""Role × object × action, generated from the addresses: refused is the same 404 as missing."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from tests.security.policy import POLICY, Rule
from tests.security.world import World, build, clients

MISSING = "a" * 16


def addresses() -> Iterator[tuple[str, list[str]]]:
    """(name, parameters besides the slug) of every address under a community."""
    for pattern in get_resolver().url_patterns:
        if str(pattern.pattern).startswith("<slug:slug>/"):
            yield from _below(pattern, "")


def _below(resolver: Any, namespace: str) -> Iterator[tuple[str, list[str]]]:
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from _below(pattern, pattern.namespace or namespace)
            continue
        name = f"{namespace}:{pattern.name}" if namespace else pattern.name
        yield name, [each for each in pattern.pattern.converters if each != "slug"]


def test_every_address_has_a_rule_and_every_rule_an_address() -> None:
    assert {name for name, _parameters in addresses()} == set(POLICY)


@pytest.fixture
def two_schools(db: None, frozen: Any) -> tuple[World, World, dict[str, Client]]:
    here, there = build(), build()
    return here, there, clients(here)


def url_of(name: str, rule: Rule, world: World, parameters: list[str], missing: bool = False) -> str:
    values = dict(world.objects.get(rule.kind, {}))
    values |= {each: {"part": "kini", "kind": "wali"}.get(each, MISSING) for each in parameters if each not in values}
    if missing:
        values = {each: MISSING if each != "part" else values[each] for each in parameters}
    return reverse(name, kwargs={"slug": world.school.community.slug, **{each: values[each] for each in parameters}})


def outcome(client: Client, url: str) -> str:
    """open, 404 or sign-in. A page that only takes POST is asked by POST without any field."""
    response = client.get(url)
    if response.status_code == 405:
        response = client.post(url, {})
    if response.status_code == 404:
        return "404"
    if response.status_code == 302 and "/masuk/" in response["Location"]:
        return "sign-in"
    assert response.status_code < 500, (url, response.status_code)
    return "open"


def same_answer(response: Any) -> tuple[int, str]:
    """What a visitor can compare, without the masked form token and the address they asked for themselves."""
    body = response.content.decode().replace(response.request["PATH_INFO"], "")
    return response.status_code, re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", body)


READS = [name for name in POLICY if name not in {"accounts:sign_out", "accounts:leave", "accounts:end_others"}]
LAST = [
    "support:hand_over",
    "support:adult",
    "support:handle",
    "support:join",
    "programmes:remove_duty",
    "notices:remove",
]


def in_order() -> list[tuple[str, list[str]]]:
    """What changes the world comes last, so that it does not take away what others are tested on."""
    found = [(name, parameters) for name, parameters in addresses() if name in READS]
    return sorted(found, key=lambda each: LAST.index(each[0]) if each[0] in LAST else -1)


def test_matrix_own_school(two_schools: tuple[World, World, dict[str, Client]]) -> None:
    """Everyone not listed gets 404 (a visitor the sign-in page); everyone listed gets through."""
    here, _there, browsers = two_schools
    wrong = []
    for name, parameters in in_order():
        if name in LAST:
            continue
        rule = POLICY[name]
        for role, client in browsers.items():
            got = outcome(client, url_of(name, rule, here, parameters))
            wanted = "open" if role in rule.may else "sign-in" if role == "visitor" else "404"
            if got != wanted and not (wanted == "open" and rule.kind == "newcomer"):
                wrong.append((name, role, wanted, got))
    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.slow
def test_refused_is_the_same_answer_as_missing(two_schools: tuple[World, World, dict[str, Client]]) -> None:
    """First there is something to refuse: the owner sees it. Then nobody can tell it from nothing."""
    here, _there, browsers = two_schools
    told_apart = []
    for name, parameters in in_order():
        rule = POLICY[name]
        if not rule.kind or name in LAST:
            continue
        for role in set(browsers) - rule.may - {"visitor"}:
            refused = browsers[role].get(url_of(name, rule, here, parameters))
            missing = browsers[role].get(url_of(name, rule, here, parameters, missing=True))
            if same_answer(refused) != same_answer(missing):
                told_apart.append((name, role, refused.status_code, missing.status_code))
    assert not told_apart, "\n".join(map(str, told_apart[:40]))


@pytest.mark.slow
def test_matrix_foreign_school(two_schools: tuple[World, World, dict[str, Client]]) -> None:
    """Signed in here is nobody there: no page of the other school but its public ones opens."""
    _here, there, browsers = two_schools
    leaks = []
    for name, parameters in in_order():
        rule = POLICY[name]
        if "visitor" in rule.may:
            continue
        url = url_of(name, rule, there, parameters)
        leaks += [(name, role) for role, client in browsers.items() if outcome(client, url) == "open"]
    assert leaks == []


@pytest.mark.slow
def test_foreign_objects_under_ones_own_slug(two_schools: tuple[World, World, dict[str, Client]]) -> None:
    """An id of the other school under one's own address is missing."""
    here, there, browsers = two_schools
    leaks = []
    for name, parameters in in_order():
        rule = POLICY[name]
        if not rule.kind:
            continue
        url = url_of(name, rule, there, parameters).replace(
            f"/{there.school.community.slug}/", f"/{here.school.community.slug}/"
        )
        leaks += [(name, role) for role, client in browsers.items() if outcome(client, url) == "open"]
    assert leaks == []
