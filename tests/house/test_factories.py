"""The tests' own foundations hold."""

import socket
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.conftest import NetworkUsed
from tests.factories import PASSWORD, keyring_for, make_person

from sebaya.accounts.passwords import check
from sebaya.communities import clock
from sebaya.programmes.duty import on_duty, peer_door_open
from sebaya.training.queries import through_the_gate


def test_person_without_password_has_no_key(community):
    assert not make_person(community, "Budi").activated


@pytest.mark.parametrize("who", ["counsellor", "duty_adult", "second_key", "supporter", "member"])
def test_everybody_is_activated_with_a_password_that_the_programme_accepts(request, who):
    person = request.getfixturevalue(who)

    check(PASSWORD, person)

    assert keyring_for(person).holder_id == person.keyholder.pk


def test_adults_are_staff_and_students_are_not(counsellor, duty_adult, second_key, supporter, member):
    assert [person.staff for person in (counsellor, duty_adult, second_key, supporter, member)] == [True] * 3 + [
        False
    ] * 2


def test_supporter_is_through_the_gate(supporter):
    assert through_the_gate([supporter.pk]) == {supporter.pk}


def test_clock_stands_inside_the_peer_window(frozen, community, duty_adult):
    assert clock.in_peer_window(community)
    assert on_duty(community) == [duty_adult]
    assert peer_door_open(community)


def test_clock_moves_only_when_told(frozen):
    begin = timezone.now()

    frozen.shift(timedelta(minutes=5))

    assert timezone.now() - begin == timedelta(minutes=5)


@pytest.mark.parametrize("address", ["192.0.2.1", "8.8.8.8", "2001:db8::1"])
def test_network_beyond_loopback_is_refused(address):
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as outside, pytest.raises(NetworkUsed):
        outside.connect((address, 80))


def test_names_are_not_looked_up():
    with pytest.raises(NetworkUsed):
        socket.getaddrinfo("example.org", 80)


def test_loopback_stays_open():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername()[0] == "127.0.0.1"
