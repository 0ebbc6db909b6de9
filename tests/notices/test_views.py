"""An adult's own channels: add, test, type the code back, remove."""

import pytest
from tests.desk.helpers import Visitor
from tests.factories import PASSWORD, make_person
from tests.support.conftest import school as school
from tests.support.helpers import School

from sebaya.notices import throttle
from sebaya.notices.models import Channel, Notice
from sebaya.notices.views.own import shortened

MAIL = {"kind": "surel", "target": "ratih@contoh.invalid"}
HOOK = {"kind": "webhook", "target": "http://192.168.1.20:8080/message?key=rahasia"}


@pytest.fixture(autouse=True)
def _fresh_memory() -> None:
    for one in (throttle.CODES, throttle.TESTS):
        one.clear()


@pytest.fixture
def visitor(school: School) -> Visitor:
    return Visitor(school.counsellor)


def test_nothing_yet_says_what_to_do(visitor: Visitor) -> None:
    page = visitor.page("notices:channels")
    assert "Belum ada saluran" in page
    assert "gerbang SMS" in page


CALLED = "Dengan ini Bapak/Ibu dipanggil saat ada tanda"
ASKED = "diminta memutuskan permintaan membuka nama"
NOT_CALLED = "Peran Bapak/Ibu tidak dipanggil saat ada tanda"


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("counsellor", [CALLED, "Tanpa saluran, tanda merah"]),
        ("duty", [CALLED, "Tanpa saluran, tanda merah"]),
        ("second_key", [ASKED, "Tanpa saluran, permintaan membuka nama"]),
        ("coordinator", [NOT_CALLED, "Tambahkan satu bila"]),
        ("leader", [NOT_CALLED, "Tambahkan satu bila"]),
        ("companion", [NOT_CALLED, "Tambahkan satu bila"]),
    ],
)
def test_page_says_what_this_role_is_called_for(school: School, role: str, words: list[str]) -> None:
    page = Visitor(make_person(school.community, roles=[role], password=PASSWORD)).page("notices:channels")
    every = [
        CALLED,
        "Tanpa saluran, tanda merah",
        ASKED,
        "Tanpa saluran, permintaan membuka nama",
        NOT_CALLED,
        "Tambahkan satu bila",
    ]
    assert [each for each in every if each in page] == words


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("counsellor", "Tanda merah hanya terlihat di halaman ini"),
        ("duty", "Tanda merah hanya terlihat di halaman ini"),
        ("second_key", "Permintaan membuka nama hanya terlihat di halaman ini"),
    ],
)
def test_desk_says_what_this_role_would_miss(school: School, role: str, words: str) -> None:
    page = Visitor(make_person(school.community, roles=[role], password=PASSWORD)).page("desk:today")
    assert [each for each in (words, "Tanda merah hanya", "Permintaan membuka nama hanya") if each in page] == [
        words,
        words.split(" terlihat")[0],
    ]


@pytest.mark.parametrize("role", ["coordinator", "leader", "companion"])
def test_desk_asks_no_channel_of_who_is_not_called(school: School, role: str) -> None:
    page = Visitor(make_person(school.community, roles=[role], password=PASSWORD)).page("desk:today")
    assert "Saluran peringatan belum teruji" not in page


@pytest.mark.parametrize("data", [MAIL, HOOK])
def test_channel_counts_after_the_code_is_typed_back(visitor: Visitor, data) -> None:
    visitor.sent("notices:channels", data)
    channel = Channel.objects.get()
    assert channel.proved_on is None
    assert "Kode ini tidak cocok" in visitor.post("notices:channel", {"code": "000"}, id=channel.pk).content.decode()
    page = visitor.sent("notices:channel", {"code": Notice.objects.get().extra}, id=channel.pk)
    assert "Saluran ini teruji" in page
    assert Channel.objects.get().proved_on is not None


@pytest.mark.parametrize(
    "data",
    [
        {"kind": "surel", "target": "bukan surel"},
        {"kind": "webhook", "target": "ftp://contoh.invalid/x"},
        {"kind": "webhook", "target": "http://:99999/x"},
        {"kind": "merpati", "target": "x"},
        {"kind": "surel", "target": ""},
    ],
)
def test_address_that_cannot_be_is_refused(visitor: Visitor, data) -> None:
    assert visitor.post("notices:channels", data).status_code == 422
    assert Channel.objects.count() == 0


def test_new_test_makes_the_old_code_worthless(visitor: Visitor) -> None:
    visitor.sent("notices:channels", MAIL)
    channel, old = Channel.objects.get(), Notice.objects.get().extra
    visitor.sent("notices:test", id=channel.pk)
    codes = set(Notice.objects.values_list("extra", flat=True)) - {old}
    if codes:
        assert visitor.post("notices:channel", {"code": old}, id=channel.pk).status_code == 422


def test_failing_channel_is_shown(visitor: Visitor) -> None:
    visitor.sent("notices:channels", MAIL)
    Channel.objects.update(failing=True)
    assert "Gagal" in visitor.page("notices:channels")
    assert "Saluran peringatan gagal" in visitor.page("desk:today")


def test_removing(visitor: Visitor) -> None:
    visitor.sent("notices:channels", MAIL)
    visitor.sent("notices:remove", id=Channel.objects.get().pk)
    assert Channel.objects.count() == 0


@pytest.mark.parametrize("name", ["channel", "test", "remove"])
def test_channel_of_somebody_else_is_404(school: School, visitor: Visitor, name: str) -> None:
    visitor.sent("notices:channels", MAIL)
    channel = Channel.objects.get()
    assert visitor.get("notices:channel", id=channel.pk).status_code == 200
    assert Visitor(school.other_counsellor).post(f"notices:{name}", id=channel.pk).status_code == 404
    assert Channel.objects.count() == 1


def test_members_get_404_and_strangers_the_sign_in_page(school: School, visitor: Visitor) -> None:
    assert visitor.get("notices:channels").status_code == 200
    assert Visitor(school.seeker).get("notices:channels").status_code == 404
    visitor.client.logout()
    visitor.client.cookies.clear()
    assert visitor.get("notices:channels")["Location"].endswith("/masuk/")


@pytest.mark.parametrize(
    ("target", "shown"),
    [("ratih@contoh.invalid", "ra…@contoh.invalid"), ("http://10.0.0.2/m?key=rahasia", "http://10.0.0.2/m")],
)
def test_secret_of_an_address_is_not_shown(target: str, shown: str) -> None:
    assert shortened(target) == shown


def test_code_is_not_guessed_by_trying_many(visitor: Visitor) -> None:
    visitor.sent("notices:channels", MAIL)
    channel, code = Channel.objects.get(), Notice.objects.get().extra
    wrong = "111111" if code != "111111" else "222222"
    answers = [visitor.post("notices:channel", {"code": wrong}, id=channel.pk) for _n in range(7)]
    assert "Kode ini tidak cocok" in answers[4].content.decode()
    assert "Terlalu cepat" in answers[6].content.decode()
    assert visitor.post("notices:channel", {"code": code}, id=channel.pk).status_code == 422
    assert Channel.objects.get().proved_on is None


def test_tests_are_not_sent_without_end(visitor: Visitor) -> None:
    visitor.sent("notices:channels", MAIL)
    channel = Channel.objects.get()
    pages = [visitor.sent("notices:test", id=channel.pk) for _n in range(8)]
    assert "Terlalu cepat" in pages[-1]
    before = Notice.objects.count()
    assert visitor.post("notices:channels", HOOK).status_code == 422  # nor by writing down another address
    assert (Notice.objects.count(), Channel.objects.count()) == (before, 1)
