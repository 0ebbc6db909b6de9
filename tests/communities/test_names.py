"""Addresses and clocks that a community may have."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import URLPattern, get_resolver

from sebaya.communities import names
from sebaya.communities.defaults import Kind
from sebaya.communities.models import Community


def first_parts() -> set[str]:
    """What stands first in every address of the installation."""
    patterns = (str(each.pattern) for each in get_resolver().url_patterns)
    nested = [
        str(inner.pattern)
        for each in get_resolver().url_patterns
        if not str(each.pattern) and not isinstance(each, URLPattern)
        for inner in each.url_patterns
    ]
    return {pattern.split("/")[0] for pattern in [*patterns, *nested] if not pattern.startswith("<")}


def test_every_address_of_the_installation_is_reserved() -> None:
    assert first_parts() - {""} == names.GLOBAL - {"", "static"}


@pytest.mark.parametrize(
    "slug", ["", "SMP", "smp melati", "smp_melati", "-smp", *sorted(names.GLOBAL | names.KEPT_FREE)]
)
def test_slug_that_collides_is_refused(slug: str) -> None:
    with pytest.raises(ValidationError):
        names.check_slug(slug)


@pytest.mark.parametrize("slug", ["smp", "smpn-8", "sd-1-a", "tentang-kita"])
def test_slug_of_a_school_is_taken(slug: str) -> None:
    names.check_slug(slug)


@pytest.mark.parametrize(
    ("said", "name"),
    [("WIB", "Asia/Jakarta"), ("wita", "Asia/Makassar"), (" WIT ", "Asia/Jayapura"), ("Asia/Dili", "Asia/Dili")],
)
def test_zone_is_known_by_its_short_name(said: str, name: str) -> None:
    assert names.zone_named(said) == name
    names.check_zone(name)


@pytest.mark.parametrize("zone", ["", "WIB", "Asia/Jakarta2", "../etc/passwd", "Asia", "GMT+7 "])
def test_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(ValidationError):
        names.check_zone(zone)


@pytest.mark.parametrize("wrong", [{"slug": "kebijakan"}, {"timezone": "Bulan/Purnama"}])
def test_community_is_refused_with_them(db: None, wrong: dict[str, str]) -> None:
    values = {"slug": "smp", "name": "SMP", "kind": Kind.SMP} | wrong
    with pytest.raises(ValidationError):
        Community.objects.create(**values)
    Community.objects.create(**(values | {"slug": "smp", "timezone": "Asia/Dili"}))
