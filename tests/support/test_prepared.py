"""A query whose statement is built once answers for whoever asks and whenever."""

from datetime import date, time, timedelta

import pytest
from django.db.models import Count
from django.utils import timezone
from tests.factories import PASSWORD, make_person
from tests.support.helpers import ask, make_school

from sebaya.accounts.models import Person
from sebaya.communities.prepared import Prepared, Rows
from sebaya.programmes import actions as holds
from sebaya.programmes.models import DutySlot, Hold, HoldReason
from sebaya.support.models import Request


def _build(community, since):
    return (
        Request.objects.filter(community=community, opened_at__gte=since).order_by("pk").values_list("pk", "opened_at")
    )


def test_rows_are_those_of_the_query(school):
    ask(school)
    values = {"community": school.community.pk, "since": timezone.now() - timedelta(days=1)}

    assert Prepared(_build).rows(**values) == list(_build(**values))


def test_second_call_takes_its_own_values(school):
    request, prepared, now = ask(school), Prepared(_build), timezone.now()
    other = make_school()

    assert [pk for pk, _at in prepared.rows(community=school.community.pk, since=now)] == [request.pk]
    assert prepared.rows(community=other.community.pk, since=now) == []
    assert prepared.rows(community=school.community.pk, since=now + timedelta(seconds=1)) == []


def test_statement_is_built_once(school):
    built = []
    prepared = Prepared(lambda **values: built.append(1) or _build(**values))

    for _ in range(3):
        prepared.rows(community=school.community.pk, since=timezone.now())

    assert built == [1]


def test_each_call_is_one_query(school, django_assert_num_queries):
    prepared = Prepared(_build)

    with django_assert_num_queries(2):
        prepared.rows(community=school.community.pk, since=timezone.now())
        prepared.rows(community=school.community.pk, since=timezone.now())


def test_one_is_the_model_with_what_hangs_on_it(school, django_assert_num_queries):
    request = ask(school)
    one = Rows(lambda pk: Request.objects.filter(pk=pk), "mailbox", "supporter", "community")

    with django_assert_num_queries(2):
        for _ in range(2):
            found = one.first(pk=request.pk)
            assert (found, found.mailbox, found.supporter, found.community) == (
                request, request.mailbox, None, school.community,
            )  # fmt: skip
            assert bytes(found.mailbox.lookup) == bytes(request.mailbox.lookup)
    assert found.topics == ["teman"]
    assert found.opened_at == request.opened_at
    assert not found._state.adding


def test_one_is_none_where_nothing_is(school):
    one = Rows(lambda pk: Request.objects.filter(pk=pk), "mailbox")

    assert one.first(pk="nobody") is None


def test_one_knows_that_a_relation_from_the_other_side_is_missing(school):
    one = Rows(lambda pk: Person.objects.filter(pk=pk), "roles", "keyholder")

    member, counsellor = one.first(pk=school.seeker.pk), one.first(pk=school.counsellor.pk)

    assert getattr(member, "roles", None) is None
    assert not member.role_set.counsellor
    assert counsellor.roles.counsellor
    assert counsellor.keyholder == school.counsellor.keyholder


def test_one_below_another_that_is_missing_is_passed_over(school):
    request = ask(school)
    one = Rows(lambda pk: Request.objects.filter(pk=pk), "supporter", "supporter__profile")

    assert one.first(pk=request.pk).supporter is None


def test_changed_row_can_be_saved(school):
    one = Rows(lambda pk: Request.objects.filter(pk=pk))
    request = one.first(pk=ask(school).pk)
    request.alias = "Elang"
    request.save()

    assert one.first(pk=request.pk).alias == "Elang"


def _since_or_all(community, since=None):
    rows = Request.objects.filter(community=community)
    return (rows.filter(opened_at__gte=since) if since else rows).values_list("pk")


def test_value_may_be_left_out(school):
    request, prepared = ask(school), Prepared(_since_or_all)
    later = timezone.now() + timedelta(days=1)

    assert prepared.rows(community=school.community.pk) == [(request.pk,)]
    assert prepared.rows(community=school.community.pk, since=later) == []
    assert prepared.rows(community=school.community.pk) == [(request.pk,)]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5])
def test_list_may_have_any_length(school, count):
    people = [make_person(school.community, f"Siswa {n}", password=PASSWORD, klass="VII-C") for n in range(count + 1)]
    [_another, *wanted] = [ask(school, seeker=person).pk for person in people]
    prepared = Prepared(lambda ids: Request.objects.filter(pk__in=ids).order_by("pk").values_list("pk"))

    assert prepared.rows(ids=wanted) == [(pk,) for pk in sorted(wanted)]


def test_lists_of_like_length_share_a_statement(school):
    built = []
    prepared = Prepared(lambda ids: built.append(1) or Request.objects.filter(pk__in=ids).values_list("pk"))

    for count in range(9):
        prepared.rows(ids=["x"] * count)

    assert len(built) == 4  # for 1, 2, 4 and 8


def test_bytes_dates_times_and_numbers_are_values_too(school):
    request = ask(school)
    slot = DutySlot.objects.first()
    hold = holds.hold(by=school.counsellor, person=school.supporter, reason=HoldReason.REST, until=date(2031, 5, 17))
    by_lookup = Prepared(lambda lookups: Request.objects.filter(mailbox__lookup__in=lookups).values_list("pk"))
    by_hour = Prepared(
        lambda weekday, hour: DutySlot.objects.filter(weekday=weekday, starts__lte=hour, ends__gt=hour).values_list(
            "pk"
        )
    )
    by_day = Prepared(lambda day: Hold.objects.filter(until=day).values_list("pk"))

    assert by_lookup.rows(lookups=[bytes(request.mailbox.lookup), b"another"]) == [(request.pk,)]
    assert (slot.pk,) in by_hour.rows(weekday=slot.weekday, hour=slot.starts)
    assert by_hour.rows(weekday=slot.weekday, hour=time.max) == []
    assert by_day.rows(day=date(2031, 5, 17)) == [(hold.pk,)]
    assert by_day.rows(day=date(2031, 5, 18)) == []


def test_all_are_models_in_the_order_of_the_query(school, django_assert_num_queries):
    other = make_person(school.community, "Siswa lain", password=PASSWORD, klass="VII-C")
    asked = [ask(school), ask(school, seeker=other)]
    rows = Rows(lambda community: Request.objects.filter(community=community).order_by("-pk"), "mailbox")

    with django_assert_num_queries(1):
        found = rows.all(community=school.community.pk)
        assert [(each, each.mailbox) for each in found] == [
            (each, each.mailbox) for each in sorted(asked, key=lambda each: each.pk, reverse=True)
        ]


def test_columns_that_are_left_out_wait_until_somebody_asks(school, django_assert_num_queries):
    request = ask(school)
    rows = Rows(lambda pk: Request.objects.filter(pk=pk), "mailbox", only=["id", "alias", "mailbox__id"])

    with django_assert_num_queries(1):
        found = rows.first(pk=request.pk)
        assert (found.alias, found.mailbox.pk) == (request.alias, request.mailbox_id)
    with django_assert_num_queries(2):
        assert (found.topics, bytes(found.mailbox.lookup)) == (request.topics, bytes(request.mailbox.lookup))


def test_annotated_columns_come_along(school):
    request = ask(school)
    rows = Rows(lambda pk: Request.objects.filter(pk=pk).annotate(threads_=Count("threads")), also=["threads_"])

    assert rows.first(pk=request.pk).threads_ == request.threads.count()


def test_one_to_one_is_known_from_both_sides(school, django_assert_num_queries):
    rows = Rows(lambda pk: Request.objects.filter(pk=pk), "mailbox")
    found = rows.first(pk=ask(school).pk)

    with django_assert_num_queries(0):
        assert found.mailbox.request is found
