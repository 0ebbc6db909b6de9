"""Input of the staff pages of this room."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sebaya.detection import Author
from sebaya.flags.models import Level
from sebaya.support.choices import TOPICS, CloseReason, RequestState
from sebaya.support.forms import KeyedForm, MessageForm, OfferForm


class ReplyForm(MessageForm):
    """An adult's answer; contact details are theirs to give."""

    def __init__(self, *args: Any, request_id: str, **kwargs: Any) -> None:
        super().__init__(*args, author=Author.COUNSELLOR, draft=f"staff-{request_id}", **kwargs)


class NoteForm(MessageForm):
    """A note for the counsellors of this conversation alone."""

    def __init__(self, *args: Any, request_id: str, **kwargs: Any) -> None:
        super().__init__(*args, author=Author.COUNSELLOR, draft=f"note-{request_id}", **kwargs)
        self.fields["text"].label = gettext_lazy("Catatan")
        self.fields["text"].widget.attrs.update(rows=4, placeholder="")


class KeyedOfferForm(OfferForm, KeyedForm):
    """Choosing a supporter counts once, with its reason."""


class EndForm(forms.Form):
    """An adult ends a conversation."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Kenapa selesai?"),
        choices=[(code, label) for code, label in CloseReason.choices if code != CloseReason.SILENT],
        widget=forms.RadioSelect,
    )


class TalksForm(forms.Form):
    """Search among conversations; what does not fit is left out."""

    q = forms.CharField(label=gettext_lazy("Nama samaran"), required=False, max_length=40)
    topik = forms.ChoiceField(label=gettext_lazy("Topik"), required=False)
    tanda = forms.ChoiceField(label=gettext_lazy("Tanda"), required=False)
    keadaan = forms.ChoiceField(required=False, widget=forms.HiddenInput, choices=[("", ""), *RequestState.choices])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everything = [("", _("Semua"))]
        self.fields["topik"].choices = everything + list(TOPICS.items())  # type: ignore[attr-defined]
        self.fields["tanda"].choices = everything + list(Level.choices)  # type: ignore[attr-defined]
