"""What the actions of this room refuse, and what they leave alone when there is nothing to change."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from tests.accounts.helpers import PASSWORD, activate, fresh, give_second_factor, make_person, slip_for

from sebaya.accounts import access, actions
from sebaya.accounts.access import SignInNeeded
from sebaya.accounts.actions import slips
from sebaya.accounts.errors import Refused, SlipSpent
from sebaya.accounts.models import Person, Roles, Slip
from sebaya.audit.models import Event

pytestmark = pytest.mark.django_db


def request_of(person: Person | None) -> Any:
    request: Any = RequestFactory().get("/")
    request.community, request.person, request.foreign = person and person.community, person, False
    request.user, request.keyring = person or AnonymousUser(), None
    return request


def test_page_that_needs_a_key_sends_to_sign_in_without_one(member: Person) -> None:
    request = request_of(member)
    with pytest.raises(SignInNeeded):
        access.keyring(request)


@pytest.mark.parametrize(
    ("codes", "shown"), [((), True), (("counsellor",), True), (("duty", "counsellor"), True), (("duty",), False)]
)
def test_entry_is_shown_to_adults_of_the_role(counsellor: Person, codes: tuple[str, ...], shown: bool) -> None:
    assert access.shown_to(*codes)(request_of(counsellor)) is shown


def test_entry_of_adults_is_shown_to_nobody_else(member: Person) -> None:
    assert access.shown_to()(request_of(member)) is False
    assert access.shown_to()(request_of(None)) is False


def test_clash_that_only_the_database_knows_is_refused_in_words(
    counsellor: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Roles._meta, "constraints", [])
    with pytest.raises(Refused) as refused:
        actions.set_roles(by=None, person=counsellor, second_key=True)
    assert str(refused.value) == "Peran ini tidak boleh digabung."
    assert fresh(counsellor).roles.codes == ["counsellor"]


def test_same_roles_again_leave_no_row_in_the_log(counsellor: Person) -> None:
    before = Event.objects.count()
    actions.set_roles(by=None, person=counsellor, counsellor=True)
    assert Event.objects.count() == before


def test_role_that_does_not_exist_is_a_fault(counsellor: Person) -> None:
    with pytest.raises(ValueError, match="kepala"):
        actions.set_roles(by=None, person=counsellor, kepala=True)


def test_forgetting_a_second_factor_is_recorded_when_there_was_one(counsellor: Person) -> None:
    actions.forget_second_factor(by=None, person=counsellor)
    assert not Event.objects.filter(kind="second-factor.forgotten").exists()
    give_second_factor(counsellor)
    actions.forget_second_factor(by=None, person=counsellor)
    assert Event.objects.filter(kind="second-factor.forgotten").count() == 1
    assert not Authenticator.objects.filter(user=counsellor).exists()


def test_suspended_account_gets_no_code(member: Person) -> None:
    actions.suspend(by=None, person=member)
    with pytest.raises(Refused, match="dinonaktifkan"):
        slip_for(member, "ulang")
    assert not Slip.objects.filter(person=member, used=False).exists()


def test_nobody_chosen_leaves_no_row_in_the_log(counsellor: Person) -> None:
    before = Event.objects.count()
    assert actions.make_slips(by=counsellor, people=[], kind="aktivasi") == []
    assert Event.objects.count() == before


def test_second_of_two_clicks_finds_the_slip_spent(community: Any) -> None:
    """Both tabs found the slip; only one of them uses it up."""
    person = make_person(community, password=None)
    code = slip_for(person)
    slip = slips.find(community, code)
    activated, _private = actions.redeem(community=community, code=code, password=PASSWORD)
    holder = activated.keyholder.public
    with pytest.raises(SlipSpent):
        slips._redeem(slip, slips.holders.stretched("kata-sandi-kedua-lain"))
    assert bytes(fresh(person).keyholder.public) == bytes(holder)


def test_slip_of_a_suspended_person_is_spent(community: Any) -> None:
    person = make_person(community, password=None)
    code = slip_for(person)
    assert slips.find(community, code).person == person
    actions.suspend(by=None, person=person)
    with pytest.raises(SlipSpent):
        slips.find(community, code)


def test_activating_again_needs_another_slip(community: Any) -> None:
    person = make_person(community, password=None)
    activate(person)
    with pytest.raises(Refused, match="sudah aktif"):
        slip_for(person)


def test_adult_is_no_peer_supporter(counsellor: Person) -> None:
    with pytest.raises(Refused, match="siswa atau anggota"):
        actions.set_roles(by=None, person=counsellor, supporter=True)
    assert fresh(counsellor).roles.codes == ["counsellor"]


def test_user_name_of_somebody_else_is_refused_in_a_correction(coordinator: Person, member: Person) -> None:
    other = make_person(member.community, "Budi", password=None)
    with pytest.raises(Refused, match="sudah dipakai"):
        actions.correct_person(by=coordinator, person=other, groups=[], username=member.username)
    assert fresh(other).username != member.username


def test_correction_that_corrects_nothing_leaves_no_row_in_the_log(coordinator: Person, member: Person) -> None:
    before = Event.objects.count()
    actions.correct_person(by=coordinator, person=member, groups=[], name=member.name)
    assert Event.objects.count() == before


def test_group_is_added_once_for_one_form_and_once_by_name(coordinator: Person) -> None:
    first = actions.add_group(by=coordinator, key="satu", kind="kelas", name="VII-A")
    assert actions.add_group(by=coordinator, key="satu", kind="kelas", name="VII-A") == first
    with pytest.raises(Refused, match="sudah ada"):
        actions.add_group(by=coordinator, key="dua", kind="kelas", name="VII-A")
    other = actions.add_group(by=coordinator, key="tiga", kind="kelas", name="VII-B")
    with pytest.raises(Refused, match="sudah ada"):
        actions.change_group(by=coordinator, group=other, kind="kelas", name="VII-A")
    other.refresh_from_db()
    assert other.name == "VII-B"
