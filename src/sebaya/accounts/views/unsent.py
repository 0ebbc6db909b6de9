"""Posting after one's sign-in had ended: the words are not lost."""

from http import HTTPStatus
from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render

from sebaya.accounts import phones, second_factor, unsent
from sebaya.accounts.forms import PinForm, SignInForm
from sebaya.accounts.models import Person
from sebaya.accounts.unsent import Unsent


def too_late(request: Any, left: Unsent, person: Person | None) -> HttpResponse:
    """Shows the words to whoever has just sent them, and how to sign in again."""
    carried = unsent.pack(left, person.pk) if person and not second_factor.is_set_up(person) else ""
    context = {"left": left, "carried": carried, "form": _form(request, carried)}
    return render(request, "accounts/unsent.html", context, status=HTTPStatus.FORBIDDEN)


def _form(request: Any, carried: str) -> Form:
    kind = PinForm if phones.of(request, request.community) else SignInForm
    return kind(initial={"unsent": carried, "next": ""})


def again(request: Any, left: Unsent, person: Person, welcome: HttpResponse) -> HttpResponse:
    """Signed in again: the same form once more, to look over and send. Brings the cookies of the sign-in."""
    request.person = person
    layout = "ui/staff.html" if person.staff else "ui/seeker.html"
    response = render(request, "accounts/unsent_again.html", {"left": left, "layout": layout})
    response.cookies.update(welcome.cookies)
    return response
