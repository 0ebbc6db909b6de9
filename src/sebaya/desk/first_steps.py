"""The first days of a programme: what is still missing before anybody can ask, in the order in which it is done.

Keys come before students: emergency contacts are sealed to second key holders, and an import without one that is
active leaves them out.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from sebaya.accounts.models import Person
from sebaya.desk.programme_state import KEY_HOLDERS, State, state_of

FEWEST_ADULTS = KEY_HOLDERS + 1  # a second key holder is neither counsellor nor on duty; one adult may be both
MOST_NAMES = 6  # of those who are waited for; a longer list is read in Orang


class Link(NamedTuple):
    url_name: str
    words: str


class Step(NamedTuple):
    title: str
    detail: str  # what is missing, or what it is for
    done: bool
    links: tuple[Link, ...]  # the first as a button, others beside the detail
    who: str = ""  # for those who may not do it


def of(person: Person) -> list[Step]:
    """For a coordinator, and to read for a counsellor, while something is missing; one query."""
    roles = person.role_set
    if not (roles.coordinator or roles.counsellor):
        return []
    have = state_of(person.community_id)
    steps = [step(have) for step in STEPS]
    if all(step.done for step in steps):
        return []
    return steps if roles.coordinator else [_to_read(step, have) for step in steps]


def _to_read(step: Step, have: State) -> Step:
    """Whoever each waits for, without the way that only coordinators have."""
    return step._replace(links=(), who=step.who or _names(have.coordinators) or _("koordinator program"))


def _adults(have: State) -> Step:
    count = len(have.adults)
    missing = _("Baru %(n)s. Perlu paling sedikit %(least)s: pemegang kunci kedua berdiri sendiri.") % {
        "n": count,
        "least": FEWEST_ADULTS,
    }
    return Step(
        _("Masukkan orang dewasa"),
        _("Guru, konselor, dan staf: satu per satu, atau dari berkas.") if count >= FEWEST_ADULTS else missing,
        count >= FEWEST_ADULTS,
        (Link("accounts:add_person", _("Tambah orang")), Link("roster:choose", _("Impor"))),
    )


def _roles(have: State) -> Step:
    lacking = [
        words
        for words, enough in (
            (_("konselor"), have.counsellors),
            (_("petugas jaga"), have.duty),
            (_("dua pemegang kunci kedua"), len(have.second_keys) >= KEY_HOLDERS),
        )
        if not enough
    ]
    return Step(
        _("Beri peran"),
        _lacking(lacking) or _("Konselor, petugas jaga, dan dua pemegang kunci kedua sudah ada."),
        not lacking,
        (Link("accounts:people", _("Daftar orang")),),
    )


def _adult_slips(have: State) -> Step:
    without = [adult.name for adult in have.called if not (adult.awake or adult.slip)]
    return Step(
        _("Cetak slip orang dewasa"),
        _lacking(without) or _("Bagikan langsung, supaya kuncinya ada sebelum siswa menulis."),
        bool(have.called) and not without,
        (Link("accounts:class_slips", _("Cetak slip")),),
    )


def _keys(have: State) -> Step:
    asleep = [adult.name for adult in (*have.second_keys, *have.counsellors) if not adult.awake]
    done = sum(adult.awake for adult in have.second_keys) >= KEY_HOLDERS and any(a.awake for a in have.counsellors)
    return Step(
        _("Kedua pemegang kunci kedua dan konselor masuk"),
        _("Sudah masuk.") if done else _lacking(asleep) or _("Beri perannya dulu."),
        done,
        (Link("accounts:people", _("Daftar orang")),),
        _("masing-masing, dengan slipnya"),
    )


def _students(have: State) -> Step:
    if have.members:
        detail = _("Siswa baru bisa ditambah kapan saja.")
    elif _keys(have).done:
        detail = _("Dari berkas kelas. Kontak darurat ikut tersegel.")
    else:
        detail = _("Setelah kunci kedua aktif. Sebelum itu kontak darurat tidak disimpan.")
    return Step(_("Masukkan siswa"), detail, have.members, (Link("roster:choose", _("Impor")),))


def _student_slips(have: State) -> Step:
    return Step(
        _("Cetak slip siswa"),
        _("Sekelas sekaligus. Bagikan setelah jadwal jaga terisi dan saluran peringatan teruji."),
        have.member_slips,
        (Link("accounts:class_slips", _("Cetak slip")),),
    )


def _duty_list(have: State) -> Step:
    return Step(
        _("Isi jadwal jaga"),
        _("Pintu teman sebaya hanya terbuka bila ada petugas jaga."),
        any(adult.slot for adult in have.duty),
        (Link("programmes:duty", _("Jadwal jaga")),),
    )


def _channels(have: State) -> Step:
    unreached = [adult.name for adult in have.called if not adult.reached]
    return Step(
        _("Uji saluran peringatan"),
        _lacking(unreached) or _("Konselor, petugas jaga, dan pemegang kunci kedua bisa dipanggil."),
        bool(have.called) and not unreached,
        (Link("notices:channels", _("Saluran saya")),),
        _("masing-masing, di Saluran peringatan"),
    )


STEPS: tuple[Callable[[State], Step], ...] = (
    _adults,
    _roles,
    _adult_slips,
    _keys,
    _students,
    _student_slips,
    _duty_list,
    _channels,
)


def _lacking(names: Sequence[str]) -> str:
    return _("Belum: %(names)s") % {"names": _names(names)} if names else ""


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    return _("%(names)s, dan %(n)s lagi") % {"names": shown, "n": more} if more > 0 else shown
