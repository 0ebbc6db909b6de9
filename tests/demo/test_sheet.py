"""The sheet that the demo prints: whom it names is in the state that it says."""

import re
from pathlib import Path
from typing import Any

import pytest

from sebaya.accounts.backend import everyone
from sebaya.accounts.passwords import normal
from sebaya.communities.models import Community
from sebaya.demo import school
from sebaya.flags.models import Flag
from sebaya.support.models import Request, SupporterProfile
from sebaya.support.nicknames import same
from sebaya.vault import holders
from sebaya.vault.keyring import keyring_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def sheet(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> str:
    settings.DATA = tmp_path
    monkeypatch.setattr(school, "STUDENTS", 240)  # enough classes for everybody to find somebody
    school.make()
    return school.sheet(Community.objects.get(), "http://127.0.0.1:8000")


def requests_of(username: str) -> list[Request]:
    """As they see it themselves: signed in, by the lookups of their own key."""
    person = everyone().get(username=username)
    private = holders.unlock(person.keyholder, normal(school.STUDENT_PASSWORD))
    ring = keyring_of(person.keyholder, private)
    return list(Request.objects.filter(mailbox__lookup__in=list(ring.mailbox_secrets)))


def named(sheet: str, label: str) -> list[str]:
    return re.findall(rf"^  {re.escape(label)}: (\S+)$", sheet, re.MULTILINE)


def test_students_are_in_the_state_that_the_sheet_says(sheet: str) -> None:
    live = [requests_of(name) for name in named(sheet, "siswa (percakapan sedang berjalan)")]
    assert [[request.state for request in found] for found in live] == [["ngobrol"], ["ngobrol"]]
    [red] = [requests_of(name) for name in named(sheet, "siswa (percakapan dengan tanda merah)")]
    assert Flag.objects.filter(subject__in=[request.pk for request in red], level="red").exists()
    [closed] = [requests_of(name) for name in named(sheet, "siswa (percakapan sudah selesai)")]
    assert [request.state for request in closed] == ["selesai"]
    quiet = [requests_of(name) for name in named(sheet, "siswa (belum pernah menulis)")]
    assert quiet == [[]]


@pytest.mark.usefixtures("sheet")
def test_supporters_of_the_demo_have_names_of_their_own() -> None:
    names = [same(name) for name in SupporterProfile.objects.values_list("nickname", flat=True)]
    first_names = {row.person.name.split()[0] for row in SupporterProfile.objects.select_related("person")}
    assert len(first_names) < len(set(names)) == len(names)
