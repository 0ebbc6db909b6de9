"""A query whose statement is built once answers for whoever asks and whenever."""

from datetime import timedelta

from django.utils import timezone
from tests.support.helpers import ask, make_school

from sebaya.support.models import Request
from sebaya.support.prepared import Prepared


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
