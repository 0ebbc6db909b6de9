"""The policy files as public pages: whole, light, in both languages, without script or cookie."""

import re
from html import unescape
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders

from sebaya.config.checks import policy

pytestmark = pytest.mark.django_db
PUBLIC = 14 * 1024  # quality.md, public_page_kb
PAGES = ["/kebijakan/data/", "/kebijakan/perlindungan/"]


def page(client, path, language="id"):
    client.cookies["lang"] = language
    response = client.get(path)
    assert response.status_code == 200
    return unescape(response.content.decode())


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_table_and_every_field_is_named(client, language):
    text, data = page(client, PAGES[0], language), policy("data")

    for label, entry in data["models"].items():
        assert entry["why"][language] in text, label
        assert data["retention"][entry["kept"]][language] in text, label
        for fields in entry["fields"].values():
            assert ", ".join(fields) in text, label


def test_every_room_stands_under_one_heading():
    data = policy("data")
    under = [room for group in data["groups"].values() for room in group["rooms"]]

    assert sorted(under) == sorted({label.split(".")[0] for label in data["models"]})


@pytest.mark.parametrize("language", ["id", "en"])
def test_levels_clocks_targets_and_signs_are_said(client, language):
    text, content = page(client, PAGES[1], language), policy("safeguarding")
    parts = [content["clocks"], content["never_route"], content["routing"]["targets"], *content["hand_over"].values()]

    missing = [each[language] for part in parts for each in part.values() if each[language] not in text]

    assert missing == []
    assert content["routing"]["default"][language] in text


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("prefix", ["", "/smp-melati"])
def test_page_stands_at_the_root_and_under_a_school(client, community, prefix, path):
    assert "<h1>" in page(client, prefix + path)


@pytest.mark.parametrize("path", PAGES)
def test_page_needs_no_script_and_sets_no_cookie(client, path):
    response = client.get(path)

    assert "<script" not in response.content.decode()
    assert response.cookies == {}


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["id", "en"])
def test_page_fits_one_round_trip(client, settings, path, language):
    text = page(client, path, language)
    files = re.findall(rf'(?:href|src)="{settings.STATIC_URL}([^"]+)"', text)
    parts = [text.encode(), *(Path(finders.find(name)).read_bytes() for name in files)]

    assert sum(len(brotli.compress(part)) for part in parts) <= PUBLIC


def test_confidentiality_page_leads_to_both(client, community):
    text = page(client, "/smp-melati/kerahasiaan/")

    for path in PAGES:
        assert f'href="..{path}"' in text


def test_pages_lead_to_each_other_and_back(client, community):
    for path, other in (PAGES, PAGES[::-1]):
        text = page(client, f"/smp-melati{path}")
        assert f'href="/smp-melati{other}"' in text
        assert 'href="/smp-melati/kerahasiaan/"' in text
