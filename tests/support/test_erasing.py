"""What becomes of requests and conversations when somebody is erased."""

import pytest
from django.test import Client
from tests.accounts.helpers import sign_in
from tests.factories import PASSWORD, fresh
from tests.support.helpers import accept, ask, seeker_says, supporter_says

from sebaya.accounts import actions as accounts
from sebaya.audit import erased
from sebaya.flags import actions as flags
from sebaya.flags.models import Flag, State
from sebaya.safeguarding import actions as reveals
from sebaya.support.choices import Lead, RequestState
from sebaya.support.models import Block, Message, Offer, Request
from sebaya.vault.models import Mailbox, Safe, SafeKey

RED = "aku mau bunuh diri malam ini, obatnya udah aku siapin"


@pytest.fixture(autouse=True)
def beside(settings, tmp_path):
    settings.DATA = tmp_path
    return tmp_path


def erase_through_the_page(person):
    path = f"/{person.community.slug}/akun-saya/hapus/"
    response = sign_in(Client(), person).post(path, {"password": PASSWORD})
    assert "Sudah dihapus." in response.content.decode()


def erase_after_leaving(person, by=None):
    accounts.leave(by=by, person=person)
    accounts.erase(by=by, person=fresh(person))


def test_seeker_takes_everything_along(school, django_capture_on_commit_callbacks):
    talk = accept(school, ask(school))
    ask(school, "boleh cerita soal ujian")
    Block.objects.create(supporter=school.supporter, lookup=talk.mailbox.lookup)
    ids = {talk.pk, talk.mailbox_id, talk.talk_id, talk.file_id, talk.match_id}

    with django_capture_on_commit_callbacks(execute=True):
        erase_through_the_page(school.seeker)

    for model in (Request, Message, Offer, Mailbox, Safe, SafeKey, Block):
        assert model.objects.count() == 0, model
    assert set(map(erased.mark, ids)) <= erased.read(erased.path())


def test_others_keep_theirs(school):
    from tests.factories import make_person

    other = make_person(school.community, "Siswa Lain", password=PASSWORD, klass="VII-C")
    kept = ask(school, "boleh cerita soal rumah", seeker=other)
    ask(school)

    erase_through_the_page(school.seeker)

    assert Request.objects.get() == kept


def test_nobody_is_called_to_what_is_gone(school):
    talk = accept(school, ask(school))
    seeker_says(school, talk, RED)
    flag = Flag.objects.get(subject=talk.pk)
    assert flag.state == State.OPEN

    erase_through_the_page(school.seeker)

    flag.refresh_from_db()
    assert (flag.state, flag.outcome) == (State.CLOSED, "")
    assert flags.call_overdue(flag.due) == 0
    desk = sign_in(Client(), school.counsellor)
    assert desk.get(f"/{school.community.slug}/hari-ini/").status_code == 200


def test_supporter_s_conversations_go_to_an_adult(school):
    talk = accept(school, ask(school))
    supporter_says(school, talk, "aku dengerin ya")

    erase_through_the_page(school.supporter)

    talk = Request.objects.get(pk=talk.pk)
    assert (talk.state, talk.lead, talk.supporter, talk.adult_asked) == (RequestState.TALKING, Lead.ADULT, None, True)
    assert SafeKey.objects.filter(safe=talk.talk_id, mailbox__isnull=False).exists()


def test_seeker_still_reads_what_the_supporter_wrote(school):
    talk = accept(school, ask(school))
    supporter_says(school, talk, "aku dengerin ya")
    erase_through_the_page(school.supporter)

    text = sign_in(Client(), school.seeker).get(f"/{school.community.slug}/ruang/{talk.pk}/").content.decode()

    assert "aku dengerin ya" in text
    assert "Kak Melati" not in text
    assert "Seseorang berhenti di sini" in text


def test_counsellor_s_page_of_it_opens(school):
    talk = accept(school, ask(school))
    supporter_says(school, talk, "aku dengerin ya")
    erase_through_the_page(school.supporter)

    assert sign_in(Client(), school.counsellor).get(f"/{school.community.slug}/meja/{talk.pk}/").status_code == 200


def test_without_their_key_requests_stay_until_retention(school):
    talk = ask(school)

    erase_after_leaving(school.seeker)

    assert Request.objects.get() == talk


def test_reveal_then_answers_deleted(school):
    talk = ask(school)
    ring = school.ring(school.counsellor)
    reveal = reveals.ask(by=school.counsellor, keyring=ring, request=talk, reason="diri", words="x")
    erase_after_leaving(school.seeker)
    reveal = reveals.approve(by=school.second, keyring=school.ring(school.second), reveal=reveal)

    named = reveals.open_name(by=school.counsellor, keyring=ring, reveal=reveal)

    assert (named.person, named.contacts) == (None, [])


def test_name_that_was_approved_before_is_gone_with_its_contacts(school):
    from sebaya.accounts import contacts

    contacts.seal_contact(school.seeker, contacts.OWN, {"my_phone": "0812"})
    talk = ask(school)
    ring = school.ring(school.counsellor)
    reveal = reveals.ask(by=school.counsellor, keyring=ring, request=talk, reason="diri", words="x")
    reveal = reveals.approve(by=school.second, keyring=school.ring(school.second), reveal=reveal)
    assert reveals.open_name(by=school.counsellor, keyring=ring, reveal=reveal).contacts
    erase_after_leaving(school.seeker)

    named = reveals.open_name(by=school.counsellor, keyring=ring, reveal=reveal)

    assert (named.person, named.contacts) == (None, [])
