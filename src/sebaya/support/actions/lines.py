"""Lines that the system writes into a conversation: a code, never words."""

import secrets
from datetime import datetime

from django.db import connection

from sebaya.accounts.models import Person
from sebaya.support.choices import Side, ThreadKind
from sebaya.support.models import Message, Request, Thread

NEXT = "UPDATE support_thread SET last_seq = last_seq + 1 WHERE id = %s RETURNING last_seq"  # one statement, not two


def write(
    request: Request, event: str, *, person: Person | None = None, thread: Thread | None = None, now: datetime
) -> Message:
    """Adds one system line to the talk (or another `thread`): who joined, left, read on, or closed."""
    thread = thread or Thread.objects.get(request=request, kind=ThreadKind.TALK)
    return Message.objects.create(
        thread=thread,
        seq=next_seq(thread),
        side=Side.SYSTEM,
        person=person,
        event=event,
        once=secrets.token_bytes(32),
        at=now,
    )


def next_seq(thread: Thread) -> int:
    """The next number of a thread; the row stays locked until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [thread.pk])
        (thread.last_seq,) = cursor.fetchone()
    return thread.last_seq
