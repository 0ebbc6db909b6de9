"""What a backup brings back, and what stays erased."""

from datetime import date

import pytest
from django.utils import timezone
from tests.factories import fresh
from tests.support.conftest import school as school
from tests.support.helpers import accept, ask, seeker_says, supporter_says

from sebaya.accounts import actions as accounts
from sebaya.accounts.models import Person, SignIn
from sebaya.audit import erased
from sebaya.config import backup
from sebaya.support.actions import sending
from sebaya.support.models import Message, Request
from sebaya.support.queries import messages
from sebaya.vault import devices, primitives
from sebaya.vault.models import DeviceCopy, Keyholder


@pytest.fixture
def saved(school, settings, tmp_path):
    """(private key, file) of a backup taken while a conversation runs; erased.log lies beside it."""
    settings.DATA = tmp_path
    talk = accept(school, ask(school))
    seeker_says(school, talk, "halo kak")
    supporter_says(school, talk, "aku dengerin ya")
    public, private = primitives.key_pair()
    with (tmp_path / "cadangan").open("wb") as file:
        backup.write(public, file)
    return private, tmp_path / "cadangan"


def count():
    return {model.__name__: model.objects.count() for model in (Person, Keyholder, Request, Message)}


def test_everything_comes_back(school, saved):
    before = count()
    Message.objects.all().delete()

    backup.restore_rows(*saved, purged=())

    assert count() == before
    talk = Request.objects.get()
    safe = school.ring(school.seeker).open_safe_as_seeker(talk.talk_id, talk.mailbox)
    texts = [sending.read(safe, each) for each in messages(talk.threads.get(kind="talk")) if each.sealed]
    assert texts == ["grup kelas ga ngajak aku lagi", "halo kak", "aku dengerin ya"]


def test_erased_supporter_stays_away_and_the_seeker_keeps_the_conversation(school, saved):
    before = count()

    backup.restore_rows(*saved, purged={erased.mark(school.supporter.pk)})

    after = count()
    assert (after["Person"], after["Keyholder"]) == (before["Person"] - 1, before["Keyholder"] - 1)
    assert (after["Request"], after["Message"]) == (before["Request"], before["Message"])
    assert Request.objects.get().supporter is None


def test_erased_seeker_stays_away_with_everything(school, saved, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        accounts.erase(by=school.seeker, person=fresh(school.seeker), keyring=school.ring(school.seeker))
    gone = erased.read(erased.path())

    backup.restore_rows(*saved, purged=gone)

    assert (Request.objects.count(), Message.objects.count()) == (0, 0)
    assert not Person.objects.filter(pk=school.seeker.pk).exists()


def test_phones_and_sign_ins_are_left_out(school, saved):
    holder = Keyholder.objects.get(person=school.seeker)
    devices.remember(holder, school.ring(school.seeker).private, "418265", date(2026, 8, 4))
    SignIn.objects.create(mark="m" * 64, content=b"c", ends=timezone.now())
    public, private = primitives.key_pair()
    with saved[1].open("wb") as file:
        backup.write(public, file)

    backup.restore_rows(private, saved[1], purged=())

    with saved[1].open("rb") as file:
        named = {content.get("model") for content in backup.read(private, file)}
    assert "vault.Keyholder" in named
    assert not named & {"vault.DeviceCopy", "accounts.SignIn"}
    assert Keyholder.objects.get(pk=holder.pk).device_epoch == holder.device_epoch


def test_phones_in_an_older_backup_are_passed_over(db):
    """They named their holder, which the table cannot say any more."""
    row = {"pk": "p" * 16, "holder": "h" * 16, "mark": {"b": ""}, "ends": "2026-09-03"}

    assert backup._load({"model": "vault.DeviceCopy", "rows": [row]}, backup.Gone(set())) == 0
    assert not DeviceCopy.objects.exists()


def test_holder_in_an_older_backup_gets_an_epoch(school, saved):
    Keyholder.objects.filter(person=school.seeker).delete()
    plain = {"community": school.community.pk, "person": school.seeker.pk, "kind": "person", "public": {"b": "cA=="}}

    assert backup._load({"model": "vault.Keyholder", "rows": [{"pk": "h" * 16, **plain}]}, backup.Gone(set())) == 1
    assert len(bytes(Keyholder.objects.get(person=school.seeker).device_epoch)) == 16


def test_backup_knows_whether_it_fits(db):
    head = backup.head()

    assert backup.fits(head)
    assert backup.fits({**head, "migrations": head["migrations"][:-3]})
    assert not backup.fits({**head, "migrations": [*head["migrations"], "support.9999_later"]})
