"""A query whose statement is built once answers for whoever asks and whenever."""

from datetime import timedelta

from django.utils import timezone
from tests.support.helpers import ask, make_school

from sebaya.accounts.models import Person
from sebaya.communities.prepared import Rows, Prepared
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
