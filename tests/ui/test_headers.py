import pytest
from django.http import HttpResponse

from sebaya.ui.headers import leave

pytestmark = pytest.mark.django_db


def test_page_allows_only_this_site(client):
    policy = client.get("/tentang/")["Content-Security-Policy"]

    assert policy == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Referrer-Policy", "same-origin"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Cache-Control", "no-store"),
    ],
)
@pytest.mark.parametrize("path", ["/tentang/", "/tidak-ada/"])
def test_page_and_error_carry_every_header(client, path, name, value):
    assert client.get(path)[name] == value


def test_permissions_policy_refuses_camera_microphone_and_place(client):
    policy = client.get("/tentang/")["Permissions-Policy"]

    assert {"camera=()", "microphone=()", "geolocation=()"} <= set(policy.split(", "))


def test_static_file_may_be_kept(rf, settings):
    from sebaya.ui.headers import SecurityHeaders

    def serve(request):
        return HttpResponse("css", headers={"Cache-Control": "max-age=31536000"})

    response = SecurityHeaders(serve)(rf.get(settings.STATIC_URL + "ui/sebaya.css"))

    assert response["Cache-Control"] == "max-age=31536000"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_public_page_sets_no_cookie(client):
    response = client.get("/kerahasiaan/")

    assert response.status_code == 200
    assert not response.cookies


def test_leaving_empties_cache_and_storage():
    assert leave(HttpResponse())["Clear-Site-Data"] == '"cache", "storage"'
