"""All input of this room. Free text goes through DetectedField, so detection always runs first."""

import secrets
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sebaya.accounts.models import Person
from sebaya.detection import Author, Level
from sebaya.flags.fields import DetectedField
from sebaya.flags.models import Outcome
from sebaya.support.away_forms import AwayForm
from sebaya.support.choices import HEAVY, OTHER_TOPIC, TOPICS, CloseReason, DeclineReason, report_reasons, topics_for
from sebaya.support.models import SupporterProfile
from sebaya.support.rules import contacts

ANYONE = "siapa"  # no particular peer
FIRST_TOPICS = ("belajar", "teman", "diganggu", "rumah", "perasaan", "cinta", "tubuh", "lain")  # shown at once
TOPICS_ON_A_CARD = 2  # on one line of a phone
KEY_MOST = 64  # signs of a form's key


class KeyedForm(forms.Form):
    """A form that counts once: every page of it carries a fresh hidden key."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=KEY_MOST, initial=lambda: secrets.token_urlsafe(16))


class StoryForm(KeyedForm):
    """Screen one of asking: one box, topics may be skipped."""

    text = DetectedField(
        author=Author.SEEKER,
        label=gettext_lazy("Ceritamu"),
        error_messages={"required": gettext_lazy("Tulis sedikit dulu, satu kalimat juga cukup.")},
        widget=forms.Textarea(
            attrs={
                "rows": 5,
                "data-draft": "cerita",
                "placeholder": gettext_lazy("Tulis sepanjang atau sependek yang kamu mau"),
            }
        ),
    )
    topics = forms.MultipleChoiceField(
        choices=[(code, TOPICS[code]) for code in FIRST_TOPICS],
        required=False,
        label=gettext_lazy("Tentang apa?"),
        widget=forms.CheckboxSelectMultiple,
    )
    more = forms.MultipleChoiceField(
        required=False,
        label=gettext_lazy("Topik lain"),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        """`kind` is the community's."""
        super().__init__(*args, **kwargs)
        more = [(code, label) for code, label in topics_for(kind).items() if code not in FIRST_TOPICS]
        self.fields["more"].choices = more  # type: ignore[attr-defined]

    def clean_text(self) -> Any:
        """Peers read it first."""
        return without_contacts(self.cleaned_data["text"])

    def chosen_topics(self) -> list[str]:
        """Both lists together, in the order of the page."""
        return [*self.cleaned_data["topics"], *self.cleaned_data["more"]]


class FriendForm(KeyedForm, AwayForm):
    """Khawatir sama teman: one box, straight to a counsellor, and who must not read."""

    text = DetectedField(
        author=Author.SEEKER,
        label=gettext_lazy("Apa yang kamu lihat atau dengar?"),
        error_messages={"required": gettext_lazy("Tulis sedikit dulu, satu kalimat juga cukup.")},
        widget=forms.Textarea(attrs={"rows": 5, "data-draft": "khawatir"}),
    )


class WishesForm(AwayForm):
    """Screen two: which peer, and who must not read."""

    peer = forms.ChoiceField(label=gettext_lazy("Mau ngobrol dengan siapa?"), initial=ANYONE, widget=forms.RadioSelect)

    def __init__(self, *args: Any, peers: list[Person], topics: list[str], kind: str, **kwargs: Any) -> None:
        """`peers` may be chosen, shown with what they share of `topics` first; each supporter of `away`, also those who are not shown, may be kept away."""
        super().__init__(*args, **kwargs)
        self.fields["peer"].choices = [(ANYONE, _("Siapa saja, bukan dari kelasku"))] + [  # type: ignore[attr-defined]
            (each.pk, self.nicknames[each.pk]) for each in peers
        ]
        self.fields["peer"].widget.hints = {each.pk: _topics_of(each.profile, topics, kind) for each in peers}


def _topics_of(profile: SupporterProfile, wanted: list[str], kind: str) -> str:
    """What they have in common first, in the order in which it was ticked."""
    known = topics_for(kind)
    shared = [code for code in wanted if code in profile.topics]
    codes = [*shared, *(code for code in profile.topics if code not in shared)]
    shown = [str(known[code]) for code in codes if code in known and code != OTHER_TOPIC]
    return ", ".join(shown[:TOPICS_ON_A_CARD])


class MessageForm(KeyedForm):
    """One message. With `peer` set, contact details stay out; what was typed stays in the box."""

    text = DetectedField(
        author=Author.UNKNOWN,
        label=gettext_lazy("Pesan"),
        error_messages={"required": gettext_lazy("Pesannya masih kosong.")},
        widget=forms.Textarea(attrs={"rows": 1, "placeholder": gettext_lazy("Tulis di sini")}),
    )

    def __init__(self, *args: Any, author: Author, draft: str, guarded: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["text"]
        assert isinstance(field, DetectedField)
        field.author = author
        field.widget.attrs["data-draft"] = draft
        self.guarded = guarded

    def clean_text(self) -> Any:
        detected = self.cleaned_data["text"]
        return without_contacts(detected) if self.guarded else detected


def without_contacts(detected: Any) -> Any:
    """Refuses ways to reach someone outside. A call for help goes out whatever else it holds."""
    found = contacts.find(detected.text) if detected.finding.level != Level.RED else []
    if not found:
        return detected
    shown = ", ".join(f"“{detected.text[each.start : each.end].strip()}”" for each in found[:3])
    raise ValidationError(
        _(
            "Di sini tidak bertukar nomor atau akun, supaya semua tetap aman: %(what)s. Hapus bagian itu, lalu kirim lagi. Tulisanmu belum hilang."
        )
        % {"what": shown},
        code="contact",
    )


class CloseForm(forms.Form):
    reason = forms.ChoiceField(
        label=gettext_lazy("Kenapa berhenti di sini?"),
        choices=[
            (code, label)
            for code, label in CloseReason.choices
            if code in (CloseReason.BETTER, CloseReason.DONE, CloseReason.ADULT, CloseReason.UNFIT)
        ],
        widget=forms.RadioSelect,
    )


class DeclineForm(forms.Form):
    reason = forms.ChoiceField(choices=DeclineReason.choices, widget=forms.RadioSelect, label=gettext_lazy("Alasan"))


class ReportForm(forms.Form):
    reason = forms.ChoiceField(widget=forms.RadioSelect, label=gettext_lazy("Apa yang terjadi?"))

    def __init__(self, *args: Any, side: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = list(report_reasons(side).items())  # type: ignore[attr-defined]


HEARD = [
    ("4", gettext_lazy("Ya, didengarkan")),
    ("3", gettext_lazy("Cukup didengarkan")),
    ("2", gettext_lazy("Kurang")),
    ("1", gettext_lazy("Tidak")),
]


class FeedbackForm(forms.Form):
    """The seeker's: two questions, no words."""

    heard = forms.TypedChoiceField(
        choices=HEARD, coerce=int, widget=forms.RadioSelect, label=gettext_lazy("Apa kamu merasa didengarkan?")
    )
    again = forms.TypedChoiceField(
        choices=[("1", gettext_lazy("Ya")), ("0", gettext_lazy("Tidak"))],
        coerce=lambda value: value == "1",
        required=False,
        empty_value=None,
        widget=forms.RadioSelect,
        label=gettext_lazy("Kalau perlu, kamu mau ke sini lagi?"),
    )


class SupporterFeedbackForm(forms.Form):
    """The supporter's: how it was for them."""

    heard = forms.TypedChoiceField(
        choices=[
            ("4", gettext_lazy("Lancar")),
            ("3", gettext_lazy("Cukup lancar")),
            ("2", gettext_lazy("Agak sulit")),
            ("1", gettext_lazy("Sulit sekali")),
        ],
        coerce=int,
        widget=forms.RadioSelect,
        label=gettext_lazy("Bagaimana percakapannya buatmu?"),
    )
    lighter = forms.TypedChoiceField(
        choices=[
            ("1", gettext_lazy("Ringan")),
            ("2", gettext_lazy("Terbawa sedikit")),
            (str(HEAVY), gettext_lazy("Berat, aku mau ngobrol dengan konselor")),
        ],
        coerce=int,
        required=False,
        empty_value=None,
        widget=forms.RadioSelect,
        label=gettext_lazy("Apa masih terbawa sampai sekarang?"),
    )


class CodeForm(forms.Form):
    code = forms.CharField(max_length=60, label=gettext_lazy("Kode dari konselor"))


class SheetsForm(forms.Form):
    """Both recovery sheets, typed by their two holders."""

    a = forms.CharField(max_length=100, label=gettext_lazy("Lembar A"))
    b = forms.CharField(max_length=100, label=gettext_lazy("Lembar B"))


class OfferForm(forms.Form):
    """A counsellor chooses a supporter, with a reason that only counsellors read."""

    supporter = forms.ChoiceField(label=gettext_lazy("Pendukung"), widget=forms.RadioSelect)
    reason = DetectedField(
        author=Author.COUNSELLOR, label=gettext_lazy("Alasan"), widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, supporters: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["supporter"].choices = supporters  # type: ignore[attr-defined]


class FlagCloseForm(forms.Form):
    outcome = forms.ChoiceField(choices=Outcome.choices, widget=forms.RadioSelect, label=gettext_lazy("Hasil"))
    text = DetectedField(
        author=Author.COUNSELLOR,
        label=gettext_lazy("Apa yang dilakukan"),
        help_text=gettext_lazy("Hanya konselor percakapan ini yang dapat membaca."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ProfileForm(forms.ModelForm):
    """What seekers see of a supporter."""

    topics = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        required=False,
        label=gettext_lazy("Topik yang nyaman buatmu"),
    )
    experiences = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        required=False,
        label=gettext_lazy("Pernah kamu alami dan boleh ditunjukkan"),
    )

    class Meta:
        model = SupporterProfile
        fields = ["nickname", "topics", "experiences", "resting"]
        labels = {
            "nickname": gettext_lazy("Nama panggilan yang dilihat"),
            "resting": gettext_lazy("Aku sedang istirahat, jangan beri tawaran dulu"),
        }

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        """`kind` is the community's."""
        super().__init__(*args, **kwargs)
        for name in ("topics", "experiences"):
            self.fields[name].choices = list(topics_for(kind).items())  # type: ignore[attr-defined]
