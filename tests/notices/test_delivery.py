"""Notices go out, are tried again, and give up where it shows."""

import inspect
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from django.utils.translation import override
from tests.factories import make_person

from sebaya.jobs import worker
from sebaya.notices import actions, delivery, kinds
from sebaya.notices.models import ChannelKind, Notice, NoticeState

WAITS = [timedelta(seconds=seconds) for seconds in (60, 120, 240, 480)]  # after each failed try


@pytest.fixture
def by_mail(frozen, proved, counsellor):
    return proved(counsellor)


@pytest.fixture
def by_webhook(frozen, proved, duty_adult, receiver):
    return proved(duty_adult, receiver.url, ChannelKind.WEBHOOK)


def deliver() -> int:
    return delivery.deliver_due(timezone.now())


def states():
    return list(Notice.objects.values_list("state", "tries"))


def test_mail_says_its_kind_and_that_it_says_nothing_more(by_mail, counsellor):
    actions.notify("flag.orange", to=[counsellor])
    assert deliver() == 1

    [message] = mail.outbox
    assert message.to == ["ratih@contoh.invalid"]
    assert message.subject == "Sebaya: perlu hari ini"
    assert (
        message.body
        == "Ada tanda jingga untuk hari ini. Buka Sebaya.\n\nPesan otomatis. Tidak ada isi percakapan di sini."
    )
    assert states() == [(NoticeState.SENT, 1)]


def test_webhook_gets_the_same_as_json(by_webhook, duty_adult, receiver):
    actions.notify("flag.red", to=[duty_adult])
    assert deliver() == 1

    kind = kinds.kind("flag.red")
    assert receiver.posts == [
        (
            "/kirim?kunci=rahasia",
            "application/json",
            {"kind": "flag.red", "subject": str(kind.subject), "text": str(kind.body)},
        )
    ]


@pytest.mark.parametrize("language", ["id", "en"])
def test_notice_speaks_the_language_of_its_reader(by_mail, counsellor, language):
    counsellor.language = language
    counsellor.save()
    actions.notify("flag.orange", to=[counsellor])
    deliver()

    with override(language):
        assert mail.outbox[0].subject == str(kinds.kind("flag.orange").subject)


def test_only_proved_channels_of_the_named_and_present_count(by_mail, counsellor, duty_adult, proved, frozen):
    gone = make_person(counsellor.community, roles=["counsellor"])
    proved(gone)
    gone.is_active = False
    gone.save()
    proved(duty_adult)
    actions.add_channel(by=counsellor, kind=ChannelKind.MAIL, target="unproved@contoh.invalid")
    Notice.objects.all().delete()

    assert actions.notify("flag.orange", to=iter([counsellor, gone])) == 1
    assert Notice.objects.get().channel == by_mail


def test_every_channel_of_a_person_is_used(by_mail, counsellor, proved):
    proved(counsellor, "dua@contoh.invalid")

    assert actions.notify("flag.orange", to=[counsellor]) == 2
    assert deliver() == 2
    assert {message.to[0] for message in mail.outbox} == {"ratih@contoh.invalid", "dua@contoh.invalid"}


def test_notice_is_sent_once(by_mail, counsellor):
    actions.notify("flag.orange", to=[counsellor])

    assert [deliver(), deliver()] == [1, 0]


def test_notice_waits_for_its_time(by_mail, counsellor):
    actions.notify("flag.orange", to=[counsellor], now=timezone.now() + timedelta(minutes=1))

    assert deliver() == 0


def test_urgent_goes_first(by_mail, counsellor):
    for code in ("flag.orange", "flag.red", "flag.orange"):
        actions.notify(code, to=[counsellor])
    deliver()

    assert [message.subject for message in mail.outbox][0] == str(kinds.kind("flag.red").subject)
    assert len(mail.outbox) == 3


@pytest.mark.parametrize(("code", "wakes"), [("flag.red", True), ("flag.orange", False)])
def test_only_urgent_wakes_the_worker_and_after_commit(
    by_mail, counsellor, code, wakes, django_capture_on_commit_callbacks
):
    worker._wake.clear()
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        actions.notify(code, to=[counsellor])
        assert not worker._wake.is_set()

    assert (len(callbacks), worker._wake.is_set()) == (int(wakes), wakes)
    worker._wake.clear()


@pytest.mark.parametrize("status", [200, 201, 204])
def test_answers_that_accept(by_webhook, duty_adult, receiver, status):
    receiver.answers = [status]
    actions.notify("flag.red", to=[duty_adult])

    assert (deliver(), states()) == (1, [(NoticeState.SENT, 1)])


@pytest.mark.parametrize("status", [301, 302, 307, 308, 400, 401, 404, 500, 503])
def test_answers_that_do_not(by_webhook, duty_adult, receiver, status):
    receiver.answers = [status, 200]
    actions.notify("flag.red", to=[duty_adult])

    assert (deliver(), states()) == (0, [(NoticeState.WAITING, 1)])
    assert [path for path, *_rest in receiver.posts] == ["/kirim?kunci=rahasia"]  # no redirect is followed


def test_receiver_that_never_answers(by_webhook, duty_adult, receiver, monkeypatch):
    monkeypatch.setattr(delivery, "TIMEOUT", 0.05)
    receiver.answers = [0]
    actions.notify("flag.red", to=[duty_adult])

    assert (deliver(), states()) == (0, [(NoticeState.WAITING, 1)])


def test_failed_notice_is_tried_again_later_and_later(by_webhook, duty_adult, receiver, frozen):
    receiver.answers = [500, 500, 200]
    actions.notify("flag.red", to=[duty_adult])
    sent = []
    for wait in WAITS[:2]:
        sent.append(deliver())
        frozen.shift(wait - timedelta(seconds=1))
        sent.append(deliver())
        frozen.shift(timedelta(seconds=1))
    sent.append(deliver())

    assert sent == [0, 0, 0, 0, 1]
    assert len(receiver.posts) == 3


def fail_to_the_end(frozen):
    for wait in [timedelta(0), *WAITS]:
        frozen.shift(wait)
        deliver()


def test_fifth_failure_gives_up_and_shows(by_webhook, duty_adult, receiver, frozen):
    receiver.answers = [500]
    actions.notify("flag.red", to=[duty_adult])
    fail_to_the_end(frozen)
    by_webhook.refresh_from_db()

    assert states() == [(NoticeState.FAILED, 5)]
    assert by_webhook.failing
    frozen.shift(timedelta(days=1))
    assert (deliver(), len(receiver.posts)) == (0, 5)


def test_next_success_takes_back_failing(by_webhook, duty_adult, receiver, frozen):
    receiver.answers = [500] * 5 + [200]
    for _time in range(2):
        actions.notify("flag.red", to=[duty_adult])
        fail_to_the_end(frozen)
    by_webhook.refresh_from_db()

    assert not by_webhook.failing


@pytest.mark.parametrize("state", [NoticeState.SENT, NoticeState.FAILED])
def test_code_of_a_test_is_gone_with_the_last_try(frozen, counsellor, receiver, state):
    receiver.answers = [200 if state == NoticeState.SENT else 500]
    actions.add_channel(by=counsellor, kind=ChannelKind.WEBHOOK, target=receiver.url)
    assert Notice.objects.get().extra != ""

    fail_to_the_end(frozen)

    assert Notice.objects.values_list("state", "extra").get() == (state, "")


@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.1:1/", "https://127.0.0.1:1/", "http://127.0.0.1:99999/", "http://[::1/", "no address", "", "http://127.0.0.1/a b"],
)  # fmt: skip
def test_address_that_is_none_does_not_stop_the_others(frozen, counsellor, by_mail, proved, duty_adult, target):
    proved(duty_adult, target, ChannelKind.WEBHOOK)
    actions.notify("flag.orange", to=[duty_adult])
    actions.notify("flag.orange", to=[counsellor])

    assert deliver() == 1
    assert len(mail.outbox) == 1


def test_mail_address_with_a_line_break_sends_nothing(frozen, proved, counsellor):
    proved(counsellor, "a@contoh.invalid\nBcc: b@contoh.invalid")
    actions.notify("flag.orange", to=[counsellor])

    assert (deliver(), mail.outbox) == (0, [])


@pytest.mark.parametrize("change", [{"kind": "gone"}, {"extra": ""}], ids=["unknown kind", "moved target"])
def test_broken_row_counts_as_failed_try(by_mail, counsellor, change):
    actions.notify("flag.orange", to=[counsellor])
    Notice.objects.update(**change)
    if "extra" in change:
        by_mail.target = b"\x01" * 80
        by_mail.save()

    assert (deliver(), states()) == (0, [(NoticeState.WAITING, 1)])


def test_look_that_takes_too_long_leaves_the_rest_for_the_next(by_mail, counsellor, monkeypatch):
    for _time in range(3):
        actions.notify("flag.orange", to=[counsellor])
    moments = iter([0, 0, delivery.PATIENCE])
    monkeypatch.setattr(delivery, "monotonic", lambda: next(moments))

    assert deliver() == 1
    assert sorted(states()) == sorted([(NoticeState.SENT, 1), (NoticeState.WAITING, 0), (NoticeState.WAITING, 0)])


def test_https_is_checked_against_known_authorities():
    connection = delivery._connect("https", "127.0.0.1", 1)

    assert connection._context.check_hostname
    assert connection._context.verify_mode.name == "CERT_REQUIRED"


def test_old_notices_are_deleted(by_mail, counsellor):
    for days in (29, 31):
        actions.notify("flag.orange", to=[counsellor], now=timezone.now() - timedelta(days=days))

    assert delivery.purge(timezone.now()) == 1
    assert Notice.objects.count() == 1


def test_nobody_s_words_can_be_passed():
    """The only ways in are a registered code, people, an id and a moment."""
    assert list(inspect.signature(actions.notify).parameters) == ["code", "to", "about", "now"]
    with pytest.raises(KeyError):
        actions.notify("aku takut pulang", to=[])


def test_the_id_of_the_thing_is_not_sent(by_mail, counsellor):
    actions.notify("flag.orange", to=[counsellor], about="canary0canary0cn")
    deliver()

    assert "canary" not in str(mail.outbox[0].message())


def test_registered_kinds_have_no_place_for_anything():
    for kind in kinds._kinds.values():
        text = f"{kind.subject}{kind.body}"
        assert not set("{}%") & set(text), kind.code


def test_columns_hold_no_text():
    longest = {field.name: field.max_length for field in Notice._meta.fields if field.max_length}

    assert longest == {"id": 16, "kind": 24, "about": 16, "extra": 16, "state": 8}
