"""Going for good: a member erases everything of theirs; a coordinator erases a member who has left."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from sebaya.accounts import access, actions, cookies, known, passwords, phones, throttle
from sebaya.accounts.errors import Refused
from sebaya.accounts.forms import EraseForm
from sebaya.accounts.middleware import end
from sebaya.accounts.models import Person
from sebaya.accounts.views.entrance import too_soon
from sebaya.ui.headers import leave as empty_browser
from sebaya.ui.nav import place
from sebaya.vault import holders
from sebaya.vault.errors import WrongSecret


@sensitive_post_parameters()
def mine(request: HttpRequest, slug: str) -> HttpResponse:
    """What goes and what stays, the password once more, then a goodbye."""
    person = access.member(request)
    form = EraseForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _ask(request, person, form)
    where = known.bucket(request, person.login)
    if wait := throttle.passwords.enter(*where):
        form.add_error(None, too_soon(wait))
        return _ask(request, person, form, status=429)
    try:
        holders.unlock(person.keyholder, passwords.normal(form.cleaned_data["password"]))
    except WrongSecret:
        form.add_error("password", _("Kata sandi belum cocok. Belum ada yang dihapus."))
        return _ask(request, person, form)
    throttle.passwords.succeeded(*where)
    actions.erase(by=person, person=person, keyring=access.keyring(request))
    return _goodbye(request)


def _ask(request: HttpRequest, person: Person, form: EraseForm, status: int = 200) -> HttpResponse:
    return render(request, "accounts/erase_mine.html", {"form": form, "owner": person}, status=status)


def _goodbye(request: HttpRequest) -> HttpResponse:
    end(request)
    actions.forget_phone(by=None, secret=phones.secret_of(request))
    response = empty_browser(render(request, "accounts/goodbye.html"))
    cookies.drop(response, cookies.PHONE)
    return response


def person(request: HttpRequest, slug: str, person_id: str) -> HttpResponse:
    """Without the member's own key: account, private key and name go, conversations by retention."""
    viewer = access.staff(request, "coordinator")
    found = access.person_or_404(request, person_id)
    if request.method != "POST":
        may = not found.staff and not found.is_active
        return render(request, "accounts/erase.html", {"found": found, "may": may})
    try:
        actions.erase(by=viewer, person=found)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(place(request, "accounts:person", person_id=person_id))
    messages.success(request, _("Data orang ini sudah dihapus."))
    return HttpResponseRedirect(place(request, "accounts:people"))
