"""Makes a small school in SEBAYA_DATA and prints who can sign in, as JSON. Run as a script."""

import json
import os
import sys
from datetime import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ["DJANGO_SETTINGS_MODULE"] = "sebaya.config.settings_test"

import django  # noqa: E402

django.setup()

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes  # noqa: E402
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret  # noqa: E402
from tests.factories import PASSWORD, fresh, make_community, make_duty, make_person, make_supporter  # noqa: E402

from sebaya.accounts import actions as accounts  # noqa: E402
from sebaya.config.cli.install import prepare_data  # noqa: E402
from sebaya.support.actions import people  # noqa: E402
from sebaya.vault import recovery  # noqa: E402

STAFF = {
    "counsellor": ("Ratih Kumala", ("counsellor",)),
    "counsellor2": ("Wayan Suarta", ("counsellor",)),
    "duty": ("Baso Palloge", ("duty",)),
    "duty2": ("Endang Puji", ("duty",)),
    "second": ("Mardiyah Lubisa", ("second_key",)),
    "coordinator": ("Nyoman Suartika", ("coordinator",)),
    "leader": ("Sri Handayani", ("leader",)),
}


def make() -> dict[str, object]:
    prepare_data()
    community = make_community(
        slug="smp-uji", name="SMP Uji", school_days="1234567", peer_opens=time(0), peer_closes=time(23, 59), size="penuh"
    )
    a = recovery.make_sheets(community)
    _number, sheet = recovery.make_emergency_sheet(community)
    found: dict[str, object] = {"slug": community.slug, "password": PASSWORD, "sheet": sheet, "a": a.a, "b": a.b, "totp": {}, "spare": {}}
    for key, (name, roles) in STAFF.items():
        person = make_person(community, name, roles=roles, password=PASSWORD)
        found[key] = person.username
        if person.role_set.needs_second_factor:
            secret = generate_totp_secret()
            TOTP.activate(person, secret)
            RecoveryCodes.activate(person)
            found["totp"][key] = secret  # type: ignore[index]
    for number, key in enumerate(("duty", "duty2"), start=1):
        make_duty(fresh(_person(community, STAFF[key][0])), starts=time(0), ends=time(23, 59, 59), place=number)
    for number, name in enumerate(("Melati", "Arya", "Dito")):
        person = make_supporter(community, f"{name} Contoh", klass=f"IX-{number}")
        people.save_profile(by=person, nickname=f"Kak {name}", topics=["teman", "belajar"], experiences=[], resting=False)
        found[f"supporter{number}"] = person.username
    for number in range(8):
        found[f"seeker{number}"] = make_person(community, f"Siswa Uji {number}", password=PASSWORD, klass="VII-A").username
    newcomers = [make_person(community, f"Anak Baru {number}", klass="VII-B") for number in range(4)]
    found["slips"] = [code for _p, code in accounts.make_slips(by=None, people=newcomers, kind="aktivasi")]
    return found


def _person(community: object, name: str) -> object:
    from sebaya.accounts.backend import everyone

    return everyone().get(community=community, name=name)


if __name__ == "__main__":
    print(json.dumps(make()))
