import tempfile
import time

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.accounts.helpers import sign_in
from tests.factories import PASSWORD, make_community, make_person
from tests.roster.files import csv, dapodik, student

from sebaya.accounts.models import EmergencyContact, Person
from sebaya.accounts.roster import draft
from sebaya.accounts.roster.actions import export_roster
from sebaya.audit.models import Event
from sebaya.ui import nav

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.urls("tests.roster.urls"),
    pytest.mark.filterwarnings("ignore:No directory at"),  # static files are collected at set-up only
]

CHOOSE, WRITE, EXPORT = "/smp-melati/warga/impor/", "/smp-melati/warga/impor/tulis/", "/smp-melati/warga/ekspor/"
GOOD = dapodik(student(hp="0811000", wali="Ayu"), student(nama="RANI", nisn="18", nipd="1202"))
BAD = csv("nama,nisn,jk,kelas\nBudi,17,L,7A\nRani,18,X,7A")


@pytest.fixture(autouse=True)
def _alone(monkeypatch):
    """No delay left from another test, no navigation of rooms whose addresses are not mounted here."""
    cache.clear()
    monkeypatch.setattr(nav, "_entries", {})


@pytest.fixture
def coordinator(community):
    return make_person(community, "Pak Nyoman", roles=["coordinator"], password=PASSWORD)


@pytest.fixture
def browser(client, coordinator):
    return sign_in(client, coordinator)


def upload(browser, data, name="daftar.xlsx"):
    return browser.post(CHOOSE, {"file": SimpleUploadedFile(name, data)})


def students():
    return list(Person.objects.filter(staff=False).order_by("name").values_list("name", flat=True))


def test_page_says_what_is_kept_before_asking_for_the_file(browser):
    page = browser.get(CHOOSE).content.decode()
    assert "Disegel sebagai kontak darurat" in page
    assert 'enctype="multipart/form-data"' in page
    assert "dikenali dari kolom “peran”" in page
    assert 'href="/smp-melati/orang/tambah/"' in page


def test_preview_shows_columns_people_and_counts_and_writes_nothing(browser):
    response = upload(browser, GOOD)
    page = response.content.decode()

    assert response.status_code == 200
    assert response.context["counts"] == [("Orang baru", 2), ("Data berubah", 0), ("Tetap", 0), ("Perlu diperbaiki", 0)]
    assert response.context["stored"] == ["Nama", "NIPD", "JK", "NISN", "Tanggal Lahir", "Rombel Saat Ini"]
    assert "Budi Santoso" in page
    assert "NIK" in page
    assert "pemegang kunci kedua" in page
    assert students() == []


def test_preview_shows_no_phone_and_no_dropped_value(browser):
    page = upload(browser, GOOD).content.decode()
    assert "Budi Santoso" in page
    assert "0811000" not in page
    assert "buang NIK" not in page


def test_confirmation_writes_what_was_shown(browser, coordinator):
    sealed = upload(browser, GOOD).context["draft"]

    response = browser.post(WRITE, {"draft": sealed}, follow=True)

    assert "Selesai: 2 baru" in response.content.decode()
    assert students() == ["Budi Santoso", "Rani"]
    assert Event.objects.filter(kind="roster.import").count() == 1


def test_second_click_changes_nothing(browser):
    sealed = upload(browser, GOOD).context["draft"]
    browser.post(WRITE, {"draft": sealed}, follow=True)
    response = browser.post(WRITE, {"draft": sealed}, follow=True)
    assert "Selesai: 0 baru, 0 berubah, 2 tetap" in response.content.decode()
    assert students() == ["Budi Santoso", "Rani"]


def test_contacts_are_sealed_on_confirmation(browser, second_key):
    browser.post(WRITE, {"draft": upload(browser, GOOD).context["draft"]})
    assert EmergencyContact.objects.count() == 1


def test_problems_are_listed_and_the_rest_can_be_imported(browser):
    response = upload(browser, BAD, "daftar.csv")
    page = response.content.decode()
    assert "Baris 3, jk" in page
    assert "Impor 1 orang, lewati yang bermasalah" in page

    browser.post(WRITE, {"draft": response.context["draft"], "skip_bad": "1"})
    assert students() == ["Budi"]


def test_problems_without_consent_to_skip_write_nothing(browser):
    sealed = upload(browser, BAD, "daftar.csv").context["draft"]
    page = browser.post(WRITE, {"draft": sealed}, follow=True).content.decode()
    assert "Belum ada yang diimpor: 1 baris" in page
    assert students() == []


def test_staff_list_has_its_own_preview(browser):
    response = upload(browser, b"nama,peran\nRatih,guru BK\n", "staf.csv")
    assert response.context["people_rows"] == [["Ratih", "Konselor", ""]]


@pytest.mark.parametrize(("data", "words"), [(b"%PDF-1.7", "PDF"), (b"", "kosong"), (b"halo\n", "judul kolom")])
def test_unusable_file_is_explained_on_the_page(browser, data, words):
    response = upload(browser, data)
    assert words in str(response.context["form"].errors["file"])


def test_no_file_is_asked_for(browser):
    assert "Pilih berkasnya dulu" in str(browser.post(CHOOSE, {}).context["form"].errors["file"])


def test_changed_draft_is_refused(browser):
    sealed = upload(browser, GOOD).context["draft"]
    for text in (sealed[:-8] + "AAAAAAAA", "!!!", "", sealed[:40]):
        browser.post(WRITE, {"draft": text})
    assert students() == []


def test_draft_of_another_person_or_community_is_refused(browser, community, coordinator):
    report = draft.unpack(upload(browser, GOOD).context["draft"], coordinator)
    other = make_person(community, "Pak Lain", roles=["coordinator"])
    stranger = make_person(make_community(), "Pak Jauh", roles=["coordinator"])
    for owner in (other, stranger):
        browser.post(WRITE, {"draft": draft.pack(report, owner)})
    assert students() == []


def test_draft_lapses_after_an_hour(browser, coordinator):
    sealed = upload(browser, GOOD).context["draft"]
    report = draft.unpack(sealed, coordinator)
    later = time.time() + draft.VALID + 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sebaya.accounts.roster.draft.time.time", lambda: later)
        with pytest.raises(draft.DraftLapsed):
            draft.unpack(sealed, coordinator)
    assert report.people == 2


def test_draft_that_no_page_can_carry_is_refused(browser, monkeypatch):
    monkeypatch.setattr(draft, "LONGEST", 100)
    assert "terlalu panjang" in str(upload(browser, GOOD).context["form"].errors["file"])


def test_nothing_is_written_to_disk_on_the_way(browser, monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a temporary file")

    for name in ("NamedTemporaryFile", "TemporaryFile", "mkstemp", "SpooledTemporaryFile", "mkdtemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    sealed = upload(browser, GOOD).context["draft"]
    browser.post(WRITE, {"draft": sealed})
    assert students() == ["Budi Santoso", "Rani"]


def test_export_is_the_roster_and_recorded(browser, community):
    browser.post(WRITE, {"draft": upload(browser, GOOD).context["draft"]})
    response = browser.post(EXPORT)
    assert response.content == export_roster(community)
    assert response["Content-Disposition"] == 'attachment; filename="daftar-warga.csv"'
    assert Event.objects.filter(kind="roster.export").count() == 1


@pytest.mark.parametrize("address", [CHOOSE, WRITE, EXPORT])
@pytest.mark.parametrize("role", ["leader", "companion", "supporter"])
def test_page_does_not_exist_for_other_roles(client, community, address, role):
    visitor = make_person(community, "Orang Lain", roles=[role], password=PASSWORD)
    assert sign_in(client, visitor).post(address, {}).status_code == 404


@pytest.mark.parametrize("address", [WRITE, EXPORT])
def test_writing_needs_a_post(browser, address):
    assert browser.get(address).status_code == 405


def test_draft_round_trip_keeps_every_value(community, coordinator):
    from tests.roster.files import read

    report = read(csv("nama,nisn,tanggal lahir,kelas,kamar,ekskul,hp\nBudi,17,2012-05-17,7A,M1,A;B,0811\nRani,,,,,,"))
    again = draft.unpack(draft.pack(report, coordinator), coordinator)
    assert (again.entries, again.kind, again.problems) == (report.entries, report.kind, report.problems)


def test_preview_without_second_keys_warns_first_and_says_what_to_do(browser):
    page = upload(browser, GOOD).content.decode()
    assert page.index("Kontak darurat tidak akan disimpan") < page.index("Yang akan terjadi")
    assert 'href="/smp-melati/orang/?role=second_key"' in page
    assert "impor lagi berkas yang sama setelah mereka aktif" in page


def test_preview_with_a_second_key_or_without_contacts_does_not_warn(browser, community):
    assert "Kontak darurat tidak akan disimpan" not in upload(browser, dapodik(student())).content.decode()
    make_person(community, "Bu Mardiyah", roles=["second_key"], password=PASSWORD)
    assert "Kontak darurat tidak akan disimpan" not in upload(browser, GOOD).content.decode()


def test_same_file_after_the_second_key_is_active_adds_the_contacts(browser, community):
    first = browser.post(WRITE, {"draft": upload(browser, GOOD).context["draft"]}, follow=True)
    assert "Kontak darurat tidak disimpan" in first.content.decode()
    assert EmergencyContact.objects.count() == 0
    make_person(community, "Bu Mardiyah", roles=["second_key"], password=PASSWORD)

    again = browser.post(WRITE, {"draft": upload(browser, GOOD).context["draft"]}, follow=True)

    assert "Selesai: 0 baru, 0 berubah, 2 tetap, 0 dilewati, 1 kontak darurat disegel." in again.content.decode()
    assert students() == ["Budi Santoso", "Rani"]
