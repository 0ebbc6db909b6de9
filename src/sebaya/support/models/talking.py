from django.conf import settings
from django.db import models
from django.db.models import Q

from sebaya.communities.ids import RandomIdModel
from sebaya.support.choices import ReportReason, ReportState, Side, ThreadKind
from sebaya.support.models.requests import Request
from sebaya.vault.models import Safe

PERSON = settings.AUTH_USER_MODEL


class Thread(RandomIdModel):
    """Messages that the same readers read: the talk, one consult a supporter, the counsellors' notes."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="threads")
    kind = models.CharField(max_length=8, choices=ThreadKind.choices)
    safe = models.ForeignKey(Safe, on_delete=models.PROTECT, related_name="+")
    supporter = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    last_seq = models.PositiveIntegerField(default=0)
    answer_due = models.DateTimeField(null=True)  # consult: when an adult answers at the latest

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "kind", "supporter"], name="thread_once"),
        ]
        indexes = [models.Index(fields=["answer_due"], condition=Q(answer_due__isnull=False), name="thread_to_answer")]


class Message(RandomIdModel):
    """One sealed text. `once` comes from the sender's key: a retry or a second tab adds nothing."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="messages")
    seq = models.PositiveIntegerField()
    side = models.CharField(max_length=10, choices=Side.choices)
    person = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    event = models.CharField(max_length=16, blank=True)  # code of a line the system writes: joined, left …
    sealed = models.BinaryField(null=True)
    once = models.BinaryField(max_length=32)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["thread", "seq"], name="message_seq_once"),
            models.UniqueConstraint(fields=["thread", "once"], name="message_once"),
        ]


class ReadingEvent(RandomIdModel):
    """Staff opened a conversation: shown to the seeker by part of day, once a part."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="readings")
    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=12)
    day = models.DateField()
    part = models.CharField(max_length=8)  # ui.moments.Part

    class Meta:
        constraints = [models.UniqueConstraint(fields=["request", "person", "day", "part"], name="reading_once_a_part")]


class Report(RandomIdModel):
    """Somebody says the other side misused the conversation; a counsellor decides."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="reports")
    side = models.CharField(max_length=10, choices=Side.choices)  # who reports
    about = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(max_length=12, choices=ReportReason.choices)
    state = models.CharField(max_length=10, choices=ReportState.choices, default=ReportState.OPEN)
    at = models.DateTimeField()
    decided_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["state", "request"])]  # few are open, of many


class Feedback(RandomIdModel):
    """How it was, in three taps; no words."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="feedback")
    side = models.CharField(max_length=10, choices=Side.choices)
    heard = models.PositiveSmallIntegerField()  # 1 not at all … 4 very much
    lighter = models.PositiveSmallIntegerField(null=True)  # supporter: how heavy it was for them
    again = models.BooleanField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["request", "side"], name="feedback_once_a_side")]
