"""What waits in this room: names to decide about, names to open, opened envelopes to look at."""

from datetime import datetime

from django.utils.translation import gettext as _

from sebaya.accounts.models import Person
from sebaya.flags.actions import RED_CLOCK
from sebaya.flags.models import Level
from sebaya.flags.todo import Group, Item
from sebaya.safeguarding import actions, queries
from sebaya.safeguarding.models import Reveal
from sebaya.vault import recovery


def todo(person: Person, now: datetime) -> list[Item]:
    roles = person.role_set
    if not (roles.counsellor or roles.duty or roles.second_key):
        return []
    missing = roles.second_key and recovery.emergency_sheet(person.community) is None
    return [_item(person, reveal) for reveal in queries.waiting(person)] + [_no_envelope()] * missing


def _no_envelope() -> Item:
    detail = _("Tanpa amplop, nama tidak bisa dibuka saat tidak ada yang menjawab.")
    return Item(
        Group.TODAY, _("Amplop"), _("Buat amplop darurat baru"), detail, "safeguarding:new_envelope", {}, _("Buat")
    )


def _item(person: Person, reveal: Reveal) -> Item:
    if reveal.asked_by_id == person.pk:
        return _to_open(reveal)
    return _to_review(reveal) if reveal.by_sheet else _to_decide(reveal)


def _to_decide(reveal: Reveal) -> Item:
    detail = _("%(who)s meminta nama. Alasan: %(why)s.") % {
        "who": reveal.asked_by.name,
        "why": reveal.get_reason_display(),
    }
    red = reveal.level == Level.RED  # type: ignore[attr-defined]  # a column of `queries.waiting`
    due = reveal.asked_at + (RED_CLOCK if red else actions.APPROVAL_LAPSES)
    return Item(
        Group.NOW, _("Identitas"), reveal.request.alias, detail, "safeguarding:decide", {"id": reveal.pk},
        _("Putuskan"), Level.RED if red else "", due, ring=True,
    )  # fmt: skip


def _to_open(reveal: Reveal) -> Item:
    due = (reveal.decided_at or reveal.asked_at) + actions.APPROVAL_LAPSES
    detail = _("Permintaan nama disetujui. Bisa dibuka satu hari.")
    return Item(
        Group.NOW,
        _("Identitas"),
        reveal.request.alias,
        detail,
        "safeguarding:reveal",
        {"id": reveal.pk},
        _("Buka"),
        due=due,
    )


def _to_review(reveal: Reveal) -> Item:
    title = _("Amplop darurat nomor %(number)s dibuka") % {"number": reveal.by_sheet}
    detail = _("%(who)s membukanya. Lihat alasannya bersama.") % {"who": reveal.asked_by.name}
    due = actions.review_due(reveal)
    return Item(
        Group.TODAY, _("Amplop"), title, detail, "safeguarding:envelope", {"id": reveal.pk}, _("Tinjau"), due=due
    )
