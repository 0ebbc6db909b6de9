"""The door before all doors, and the address that says that the process answers."""

from django.test import Client
from tests.factories import make_community


def test_one_school_is_its_own_front_door(db):
    make_community(slug="smp-melati")

    assert Client().get("/")["Location"] == "/smp-melati/"


def test_several_schools_are_listed_by_name(db):
    make_community(slug="smp-b", name="SMP Mawar")
    make_community(slug="smp-a", name="SMP Melati")
    page = Client().get("/").content.decode()

    assert page.index("SMP Mawar") < page.index("SMP Melati")
    assert 'href="/smp-b/"' in page


def test_no_school_yet_says_who_makes_one(db):
    assert "Operator menjalankan sebaya setup" in Client().get("/").content.decode()


def test_any_wsgi_server_can_ask_whether_it_answers(db):
    """Not only ours: what `WSGI_APPLICATION` names is an ordinary application."""
    from io import BytesIO

    from sebaya.config.urls import urlpatterns
    from sebaya.config.views import health
    from sebaya.config.wsgi import application

    [path] = [str(each.pattern) for each in urlpatterns if getattr(each, "callback", None) is health]
    said = {}
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": f"/{path}", "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "80",
        "wsgi.input": BytesIO(), "wsgi.url_scheme": "http", "REMOTE_ADDR": "127.0.0.1",
    }  # fmt: skip
    body = application(environ, lambda status, headers: said.update(status=status))

    assert (said["status"], b"".join(body)) == ("200 OK", b"ok")
