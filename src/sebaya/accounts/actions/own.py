"""What people do with their own account. A member leaves no row in the log."""

from django.db import transaction
from django.utils import timezone

from sebaya.accounts import passwords
from sebaya.accounts.actions.people import end_everywhere
from sebaya.accounts.models import Person
from sebaya.audit.record import record
from sebaya.communities.models import Community
from sebaya.vault import devices, holders
from sebaya.vault.errors import WrongSecret
from sebaya.vault.keyring import Keyring


def change_password(*, by: Person, old: str, new: str) -> None:
    """The same key pair under a new password; all other sign-ins and all PINs end. Raises WrongSecret."""
    private = holders.unlock(by.keyholder, passwords.normal(old))
    stretched = holders.stretched(passwords.normal(new))
    with transaction.atomic():
        holders.change_password(by.keyholder, private, stretched)
        end_everywhere(by)
        _record("password", by)


@transaction.atomic
def recover(*, community: Community, username: str, code: str, password: str) -> tuple[Person, bytes]:
    """Opens an account by its printed recovery key and sets a new password; (person, private key).

    Raises WrongSecret, and ValidationError for a poor password, which is said only to who has the key.
    """
    people = Person.objects.select_related("community", "roles", "keyholder")
    person = people.filter(community=community, username=username.strip().lower(), is_active=True).first()
    if person is None or not person.activated:
        raise WrongSecret
    private = holders.unlock_by_recovery(person.keyholder, code)
    passwords.check(password, person)
    holders.change_password(person.keyholder, private, passwords.normal(password))
    end_everywhere(person)
    _record("recovered", person)
    return person, private


@transaction.atomic
def end_other_signins(*, by: Person) -> None:
    """Every browser but this one; the caller keeps this one with `update_session_auth_hash`."""
    end_everywhere(by)
    _record("signins.ended", by)


def remember_phone(*, by: Person, keyring: Keyring, pin: str) -> bytes:
    """Keeps a copy of the key for this phone; returns the secret for its cookie.

    One row, so no transaction: none waits while the PIN is stretched.
    """
    return devices.remember(by.keyholder, keyring.private, pin, timezone.localdate())


@transaction.atomic
def forget_phone(*, by: Person | None, secret: bytes | None) -> None:
    """Deletes the copy of this phone, whosever it is: its cookie is about to go. `by` is None at the door."""
    if secret is not None:
        devices.forget(secret)


@transaction.atomic
def forget_phones(*, by: Person, secret: bytes | None) -> None:
    """No PIN of theirs opens anything any more. The row of this phone goes at once, others at use or at their day."""
    devices.forget_everywhere(by)
    forget_phone(by=by, secret=secret)


@transaction.atomic
def print_recovery_key(*, by: Person, keyring: Keyring) -> str:
    """The code to print, shown once; the one before it ends."""
    code = holders.print_recovery_key(by.keyholder, keyring.private)
    _record("recovery-key", by)
    return code


@transaction.atomic
def choose_language(*, by: Person, language: str) -> None:
    by.language = language
    by.save(update_fields=["language"])


def _record(kind: str, person: Person) -> None:
    if person.keeps_log:
        record(kind, community=person.community, by=person)
