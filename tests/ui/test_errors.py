import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation

from sebaya.ui import errors

pytestmark = pytest.mark.django_db


def test_refused_and_missing_are_the_same_page(rf):
    missing = errors.not_found(rf.get("/rahasia/"))
    refused = errors.forbidden(rf.get("/rahasia/"), PermissionDenied("nama konselor"))

    assert missing.status_code == refused.status_code == 404
    assert missing.content == refused.content


def test_missing_page_does_not_repeat_the_address(client):
    response = client.get("/rusa-biru-rahasia/")

    assert response.status_code == 404
    assert "Halaman ini tidak ada" in response.content.decode()
    assert "rusa-biru" not in response.content.decode().replace('name="next" value="/rusa-biru-rahasia/"', "")


@pytest.mark.parametrize(
    ("answer", "status", "title"),
    [
        (
            lambda request: errors.bad_request(request, SuspiciousOperation()),
            400,
            "Permintaan ini tidak bisa dibaca",
        ),
        (lambda request: errors.bad_request(request, RequestDataTooBig()), 413, "Yang dikirim terlalu besar"),
        (
            lambda request: errors.csrf_failure(request, "no cookie"),
            403,
            "Halaman ini sudah terlalu lama terbuka",
        ),
    ],
)
def test_mishap_says_what_is_safe_and_what_next(rf, answer, status, title):
    response = answer(rf.post("/kirim/", {"text": "rusa-biru"}))
    html = response.content.decode()

    assert response.status_code == status
    assert f"<h1>{title}</h1>" in html
    assert "Tidak ada yang" in html
    assert "Ke halaman depan" in html
    assert "rusa-biru" not in html


def test_too_large_post_gets_a_clear_answer(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100

    response = client.post("/bahasa/", {"language": "a" * 200})

    assert response.status_code == 413


def test_server_error_prints_nothing_of_the_request(rf):
    response = errors.server_error(rf.get("/rusa-biru/?kode=4821"))

    assert response.status_code == 500
    assert "rusa-biru" not in response.content.decode()
    assert "4821" not in response.content.decode()
    assert 'lang="en"' in response.content.decode()
