"""Reasons why a supporter gets no offers, and what was agreed to."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from sebaya.accounts.models import Person
from sebaya.audit.models import Event
from sebaya.programmes import actions
from sebaya.programmes.models import Consent, ConsentKind, Evidence, Hold, HoldReason
from sebaya.programmes.queries import live_holds, with_consents

TODAY = date(2026, 8, 4)


@pytest.fixture
def live(frozen, supporter):
    """The reasons that hold the supporter today."""
    return lambda: sorted(live_holds().filter(person=supporter).values_list("reason", flat=True))


@pytest.mark.parametrize("reason", list(HoldReason))
def test_hold_and_lift(live, supporter, counsellor, reason):
    actions.hold(by=counsellor, person=supporter, reason=reason)
    assert live() == [reason]

    actions.lift(by=counsellor, person=supporter, reason=reason)
    assert live() == []


def test_hold_for_the_same_reason_moves_its_end_only(live, supporter, frozen):
    actions.hold(by=None, person=supporter, reason=HoldReason.REST, until=TODAY)
    frozen.shift(timedelta(days=3))

    hold = actions.hold(by=None, person=supporter, reason=HoldReason.REST, until=date(2026, 9, 1))

    assert Hold.objects.get() == hold
    assert (hold.since, hold.until) == (TODAY, date(2026, 9, 1))


def test_reasons_do_not_lift_each_other(live, supporter):
    for reason in (HoldReason.EXAMS, HoldReason.REST):
        actions.hold(by=None, person=supporter, reason=reason)

    actions.lift(by=None, person=supporter, reason=HoldReason.EXAMS)

    assert live() == [HoldReason.REST]


def test_lifted_hold_can_be_set_again(live, supporter):
    for _time in range(2):
        actions.hold(by=None, person=supporter, reason=HoldReason.REST)
        actions.lift(by=None, person=supporter, reason=HoldReason.REST)
    actions.hold(by=None, person=supporter, reason=HoldReason.REST)

    assert live() == [HoldReason.REST]
    assert Hold.objects.count() == 3


def test_unknown_reason_is_refused(supporter):
    with pytest.raises(ValueError, match="malas"):
        actions.hold(by=None, person=supporter, reason="malas")


def test_lifting_nothing_leaves_no_trace(supporter):
    Event.objects.all().delete()
    actions.lift(by=None, person=supporter, reason=HoldReason.REST)

    assert not Event.objects.exists()


@pytest.mark.parametrize(("until", "counts"), [(None, True), (TODAY, True), (TODAY - timedelta(days=1), False)])
def test_hold_counts_until_its_day_is_over(live, supporter, until, counts):
    actions.hold(by=None, person=supporter, reason=HoldReason.EXAMS, until=until)

    assert (live() == [HoldReason.EXAMS]) is counts
    assert live_holds(TODAY).exists() is counts


def test_database_refuses_two_holds_for_one_reason(supporter):
    actions.hold(by=None, person=supporter, reason=HoldReason.REST)
    with pytest.raises(IntegrityError), transaction.atomic():
        Hold.objects.create(person=supporter, reason=HoldReason.REST, since=TODAY)


def complete():
    """Names of those who agreed to everything."""
    people = with_consents(Person.objects.all())
    return list(people.filter(has_parent=True, has_assent=True, has_ethics=True).values_list("name", flat=True))


def test_supporter_has_all_three(supporter, member):
    assert complete() == [supporter.name]


@pytest.mark.parametrize("kind", list(ConsentKind))
def test_withdrawing_any_holds_at_once(live, supporter, counsellor, kind):
    actions.withdraw_consent(by=counsellor, person=supporter, kind=kind)

    assert live() == [HoldReason.CONSENT]
    assert complete() == []
    assert Consent.objects.get(person=supporter, kind=kind).withdrawn_on == TODAY


def test_withdrawing_what_was_not_given_changes_nothing(member, counsellor):
    actions.withdraw_consent(by=counsellor, person=member, kind=ConsentKind.PARENT)

    assert not Hold.objects.exists()


def test_recording_again_corrects(supporter, counsellor):
    actions.record_consent(
        by=counsellor,
        person=supporter,
        kind=ConsentKind.PARENT,
        evidence=Evidence.CODE,
        given_on=TODAY,
        reference="map 2",
    )

    consent = Consent.objects.get(person=supporter, kind=ConsentKind.PARENT)
    assert (consent.evidence, consent.given_on, consent.reference, consent.recorded_by) == (
        Evidence.CODE,
        TODAY,
        "map 2",
        counsellor,
    )


def test_new_consent_after_withdrawing_stands_beside_the_old_and_ends_the_hold(live, supporter, counsellor):
    for kind in (ConsentKind.PARENT, ConsentKind.ASSENT):
        actions.withdraw_consent(by=counsellor, person=supporter, kind=kind)
    given = {"by": counsellor, "person": supporter, "evidence": Evidence.PAPER, "given_on": TODAY}

    actions.record_consent(kind=ConsentKind.PARENT, **given)
    assert live() == [HoldReason.CONSENT]

    actions.record_consent(kind=ConsentKind.ASSENT, **given)
    assert live() == []
    assert complete() == [supporter.name]
    assert Consent.objects.filter(person=supporter).count() == 5


def test_what_was_done_is_recorded_about_a_token(supporter, counsellor):
    Event.objects.all().delete()
    actions.withdraw_consent(by=counsellor, person=supporter, kind=ConsentKind.ETHICS)

    about = supporter.audit_subject.pk
    assert [(row.kind, row.about, row.detail) for row in Event.objects.order_by("pk")] == [
        ("consent.withdrawn", about, {"kind": "etika"}), ("hold.set", about, {"reason": "izin"}),
    ]  # fmt: skip
