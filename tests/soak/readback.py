"""Reads every conversation back with the keys of those who had it, and looks whether the database is whole.

Run inside an installation: `python -m tests.soak.readback told.json`.
"""

import json
import sys
from pathlib import Path
from typing import Any

import django


def read(told: dict[str, Any]) -> dict[str, Any]:
    """The words of every conversation in their order, and what is broken in the database."""
    texts = {pair["request"]: _texts(pair["request"], pair["supporter"]) for pair in told["pairs"]}
    return {"texts": texts, "broken": broken()}


def _texts(request_id: str, reader: dict[str, str]) -> list[str]:
    from sebaya.accounts.backend import everyone
    from sebaya.accounts.passwords import normal
    from sebaya.support.actions import sending
    from sebaya.support.models import Message, Request
    from sebaya.vault import holders
    from sebaya.vault.keyring import keyring_of

    request = Request.objects.filter(pk=request_id).first()
    if request is None:
        return []
    person = everyone().get(pk=reader["id"])
    safe = keyring_of(person.keyholder, holders.unlock(person.keyholder, normal(reader["password"]))).open_safe(
        request.talk_id
    )
    rows = Message.objects.filter(thread__request=request, thread__kind="talk").order_by("seq")
    return [sending.read(safe, row) for row in rows if row.sealed is not None]


def broken() -> list[str]:
    """Whatever the database itself, or its numbering of messages, says is wrong."""
    from django.db import connection
    from django.db.models import Max

    from sebaya.support.models import Thread

    found = []
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            found += [row[0] for row in cursor.fetchall() if row[0] != "ok"]
    connection.check_constraints()
    for thread in Thread.objects.annotate(highest=Max("messages__seq")):
        if (thread.highest or 0) != thread.last_seq:
            found.append(f"a thread counts {thread.last_seq} messages and holds {thread.highest}")
    return found


if __name__ == "__main__":
    django.setup()
    print(json.dumps(read(json.loads(Path(sys.argv[1]).read_text()))))
