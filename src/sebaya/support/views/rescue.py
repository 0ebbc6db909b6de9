"""The two recovery sheets, for the day on which every counsellor has lost their key."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sebaya.accounts import access
from sebaya.support.actions.rescue import rescue
from sebaya.support.forms import SheetsForm
from sebaya.support.views.page import go, show, told
from sebaya.vault.errors import WrongSecret


@require_http_methods(["GET", "HEAD", "POST"])
def sheets(http: HttpRequest, slug: str) -> HttpResponse:
    """A counsellor and the two holders sit together; each types their own sheet."""
    person = access.staff(http, "counsellor")
    access.keyring(http)
    form = SheetsForm(http.POST or None)
    if http.method == "POST" and form.is_valid():
        try:
            count = rescue(by=person, a=form.cleaned_data["a"], b=form.cleaned_data["b"])
        except WrongSecret:
            form.add_error(
                None, _("Dua lembar ini tidak cocok satu sama lain, atau ada yang salah ketik. Tidak ada yang dibuka.")
            )
        else:
            told(http, _("%(n)s percakapan dibuka. Semua konselor diberi tahu.") % {"n": count})
            return go(http, "support:talks")
    return show(http, "sheets", {"form": form})
