"""The first way in, with a code from paper; the same page takes codes for a forgotten password."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from sebaya.accounts import actions, entrance, throttle
from sebaya.accounts.actions import slips
from sebaya.accounts.errors import SlipSpent
from sebaya.accounts.forms import NewPasswordForm, SlipForm
from sebaya.accounts.models import Person, Slip
from sebaya.accounts.views.entrance import too_soon
from sebaya.communities.middleware import community_or_404
from sebaya.communities.models import Community


@sensitive_post_parameters()
def activate(request: HttpRequest, slug: str) -> HttpResponse:
    """Step 1: the code. Step 2: the user name is shown, a password is chosen."""
    community = community_or_404(request)
    if request.method != "POST":
        return _ask_code(request, SlipForm())
    form = SlipForm(request.POST)
    if not form.is_valid():
        return _ask_code(request, form)
    where = ("slip", throttle.address(request))
    if wait := throttle.slips.enter(*where):
        return _ask_code(request, form, too_soon(wait), status=429)
    try:
        slip = slips.find(community, form.cleaned_data["code"])
    except SlipSpent:
        return _ask_code(request, form, _spent())
    throttle.slips.give_back(*where)
    return _choose_password(request, community, slip)


def _choose_password(request: HttpRequest, community: Community, slip: Slip) -> HttpResponse:
    person = slip.person
    if "password" not in request.POST:
        return _ask_password(request, person, NewPasswordForm(person, initial={"code": request.POST["code"]}))
    form = NewPasswordForm(person, request.POST)
    if not form.is_valid():
        return _ask_password(request, person, form)
    try:
        person, private = actions.redeem(
            community=community, code=form.cleaned_data["code"], password=form.cleaned_data["password"]
        )
    except SlipSpent:
        return _ask_code(request, SlipForm(request.POST), _("Kode ini sudah dipakai. Silakan masuk."))
    return entrance.enter(request, person, private, _next(request, person))


def _next(request: HttpRequest, person: Person) -> str:
    home = f"/{person.community.slug}/"
    if person.staff:
        return f"{home}akun-saya/kunci/"
    return f"{home}akun-saya/hp/" if entrance.offers_phone(request, person) else home


def _spent() -> str:
    return _(
        "Kode ini tidak bisa dipakai: mungkin salah ketik, sudah dipakai, atau sudah lewat waktunya. "
        "Kalau sudah punya kata sandi, silakan masuk. Kalau belum, minta kode baru ke BK atau wali kelas."
    )


def _ask_code(request: HttpRequest, form: SlipForm, wrong: str = "", status: int = 200) -> HttpResponse:
    if wrong:
        form.add_error(None, wrong)
    return render(request, "accounts/activate_code.html", {"form": form}, status=status)


def _ask_password(request: HttpRequest, person: Person, form: NewPasswordForm) -> HttpResponse:
    return render(request, "accounts/activate_password.html", {"form": form, "owner": person})
