"""An installation with rows moves on to the present tables."""

from datetime import date

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from tests.factories import make_community

from sebaya.accounts.models import SignIn
from sebaya.vault.models import DeviceCopy, Keyholder

NAMED_HOLDERS = [("vault", "0001_initial"), ("accounts", "0002_initial")]


@pytest.fixture
def installation(transactional_db):
    """Tables as they were when copies for phones named their holder; the present ones afterwards."""
    executor = MigrationExecutor(connection)
    newest = executor.loader.graph.leaf_nodes()
    then = executor.migrate(NAMED_HOLDERS).apps
    try:
        yield then, lambda: MigrationExecutor(connection).migrate(newest)
    finally:
        MigrationExecutor(connection).migrate(newest)


def test_phones_and_sign_ins_begin_anew_and_keys_stay(installation):
    then, move_on = installation
    community = make_community()
    old_holders, old_copies = (then.get_model("vault", name).objects for name in ("Keyholder", "DeviceCopy"))
    kept = [
        old_holders.create(community_id=community.pk, kind="recovery", public=bytes([number]) * 32)
        for number in range(3)
    ]
    old_copies.create(holder=kept[0], mark=b"m" * 32, salt=b"s" * 16, wrapped=b"w", ends=date(2026, 9, 3))
    then.get_model("accounts", "SignIn").objects.create(mark="m" * 64, content=b"c", ends=timezone.now())

    move_on()

    assert {holder.pk: bytes(holder.public) for holder in Keyholder.objects.all()} == {
        holder.pk: holder.public for holder in kept
    }
    epochs = {bytes(holder.device_epoch) for holder in Keyholder.objects.all()}
    assert ({len(epoch) for epoch in epochs}, len(epochs)) == ({16}, 3)
    assert (DeviceCopy.objects.count(), SignIn.objects.count()) == (0, 0)
