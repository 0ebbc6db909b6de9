"""What a first visit costs over the wire: quality.md, public_page_kb."""

import re
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders

from sebaya.ui import pages

pytestmark = pytest.mark.django_db
PUBLIC = 14 * 1024
ANY = 50 * 1024


def weight(client, settings, path):
    """Compressed bytes of a page and every file that it names."""
    html = client.get(path).content
    files = re.findall(rf'(?:href|src)="{settings.STATIC_URL}([^"]+)"', html.decode())
    parts = [html, *(Path(finders.find(name)).read_bytes() for name in files)]
    return sum(len(brotli.compress(part)) for part in parts)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("page", pages.PAGES)
def test_public_page_fits_one_round_trip(client, settings, page, language):
    client.cookies["lang"] = language

    assert weight(client, settings, f"/{page}/") <= PUBLIC


@pytest.mark.parametrize("path", ["/contoh/siswa/", "/contoh/percakapan/", "/contoh/staf/", "/contoh/"])
def test_any_page_stays_light(client, settings, path):
    assert weight(client, settings, path) <= ANY


def test_live_script_is_small():
    from sebaya.ui.assets import HERE

    assert len(brotli.compress((HERE / "static" / "ui" / "live.js").read_bytes())) <= 2 * 1024
