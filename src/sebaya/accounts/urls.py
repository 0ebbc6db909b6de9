"""Addresses of this room. `community_patterns` stand under `/<slug>/`, `global_patterns` at the top."""

from django.urls import URLPattern, URLResolver, include, path, register_converter
from django.urls.converters import StringConverter

from sebaya.accounts.views import activation, adding, entrance, erasing, groups, mine, people, recovery, slips
from sebaya.accounts.views import second_factor as factor
from sebaya.communities.ids import LENGTH
from sebaya.ui.context import NEUTRAL


class PersonId(StringConverter):
    """Only what looks like an id, so that the words of other rooms may stand in the same place."""

    regex = f"[a-z0-9]{{{LENGTH}}}"


register_converter(PersonId, "person_id")

_here: list[URLPattern | URLResolver] = [
    path("masuk/", entrance.sign_in, name="sign_in"),
    path("keluar/", entrance.sign_out, name="sign_out"),
    path("keluar-cepat/", entrance.leave, name="leave"),
    path(NEUTRAL, entrance.neutral, name="neutral"),
    path("aktivasi/", activation.activate, name="activate"),
    path("pulih/", recovery.recover, name="recover"),
    path("akun-saya/", mine.home, name="mine"),
    path("akun-saya/sandi/", mine.password, name="password"),
    path("akun-saya/hp/", mine.phone, name="phone"),
    path("akun-saya/keluar-lain/", mine.end_others, name="end_others"),
    path("akun-saya/bahasa/", mine.language, name="language"),
    path("akun-saya/kunci/", mine.recovery_key, name="recovery_key"),
    path("akun-saya/kontak/", mine.contact, name="contact"),
    path("akun-saya/hapus/", erasing.mine, name="erase_mine"),
    path("orang/", people.people, name="people"),
    path("orang/tambah/", adding.add, name="add_person"),
    path("orang/kode/", slips.class_slips, name="class_slips"),
    path("orang/kelompok/", groups.all_groups, name="groups"),
    path("orang/kelompok/tambah/", groups.add, name="add_group"),
    path("orang/kelompok/<person_id:group_id>/", groups.change, name="group"),
    path("orang/<person_id:person_id>/", people.person, name="person"),
    path("orang/<person_id:person_id>/peran/", people.roles, name="roles"),
    path("orang/<person_id:person_id>/ubah/", adding.correct, name="edit_person"),
    path("orang/<person_id:person_id>/kode/", slips.slip, name="slip"),
    path("orang/<person_id:person_id>/kode-kedua/", adding.lost_factor, name="lost_factor"),
    path("orang/<person_id:person_id>/hapus/", erasing.person, name="erase"),
    path("orang/<person_id:person_id>/status/", people.status, name="status"),
]
community_patterns: list[URLPattern | URLResolver] = [path("", include((_here, "accounts")))]

global_patterns: list[URLPattern | URLResolver] = [
    path("akun/masuk/", entrance.installation_sign_in, name="account_login"),
    path("akun/", factor.index, name="mfa_index"),
    path("akun/kode/", factor.authenticate, name="mfa_authenticate"),
    path("akun/kode-lagi/", factor.reauthenticate, name="mfa_reauthenticate"),
    path("akun/kode/pasang/", factor.activate, name="mfa_activate_totp"),
    path("akun/kode/lepas/", factor.deactivate, name="mfa_deactivate_totp"),
    path("akun/kode-cadangan/", factor.codes, name="mfa_view_recovery_codes"),
    path("akun/kode-cadangan/unduh/", factor.download_codes, name="mfa_download_recovery_codes"),
    path("akun/kunci-sandi/", factor.passkeys, name="mfa_list_webauthn"),
    path("akun/kunci-sandi/tambah/", factor.add_passkey, name="mfa_add_webauthn"),
    path("akun/kunci-sandi/lagi/", factor.reauthenticate_passkey, name="mfa_reauthenticate_webauthn"),
    path("akun/kunci-sandi/<int:pk>/lepas/", factor.remove_passkey, name="mfa_remove_webauthn"),
]
