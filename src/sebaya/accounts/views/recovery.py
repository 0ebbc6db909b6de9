"""Staff who lost their password: the printed recovery key."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from sebaya.accounts import actions, entrance, known, throttle, turns
from sebaya.accounts.forms import RecoverForm
from sebaya.accounts.models.people import login_of
from sebaya.accounts.views.entrance import record_failure, too_soon
from sebaya.communities.middleware import community_or_404
from sebaya.vault.errors import WrongSecret


@sensitive_post_parameters()
def recover(request: HttpRequest, slug: str) -> HttpResponse:
    """Sets a new password and keeps the key pair; a second factor is still asked for."""
    community = community_or_404(request)
    form = RecoverForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, form)
    where = known.bucket(request, login_of(slug, form.cleaned_data["username"]))
    if wait := throttle.passwords.enter(*where, browser=turns.of(request)):
        return _page(request, form, too_soon(wait), status=429)
    try:
        person, private = actions.recover(
            community=community,
            username=form.cleaned_data["username"],
            code=form.cleaned_data["code"],
            password=form.cleaned_data["password"],
        )
    except WrongSecret:
        record_failure(community, throttle.passwords.token(*where), throttle.passwords.count(*where))
        return _page(
            request,
            form,
            _("Nama pengguna dan kunci pemulihan ini tidak cocok. Periksa tiap kelompok huruf."),
        )
    except ValidationError as error:
        return _page(request, form, " ".join(error.messages))
    throttle.passwords.succeeded(*where)
    return entrance.enter(request, person, private)


def _page(request: HttpRequest, form: RecoverForm, wrong: str = "", status: int = 200) -> HttpResponse:
    if wrong:
        form.add_error(None, wrong)
    return turns.give(request, render(request, "accounts/recover.html", {"form": form}, status=status))
