"""What becomes of a request's headers, and whose word about the client is taken."""

import asyncio

import pytest

from sebaya.live.environ import Trust


class Seen:
    """Keeps the environments it was called with."""

    def __init__(self):
        self.environs = []

    def __call__(self, environ, start_response):
        self.environs.append(environ)
        start_response("200 OK", [])
        return [b"ok"]


def ask(request, app):
    return asyncio.run(request.to(app))


def seen_with(make_bridge, call, headers, **more):
    seen = Seen()
    status = ask(call(headers=headers), make_bridge(seen, **more)).status
    return status, seen.environs[0] if seen.environs else None


def test_headers_with_underscores_are_dropped(make_bridge, call):
    headers = [(b"x_forwarded_proto", b"https"), (b"content_length", b"99"), (b"x-real", b"1")]
    _, environ = seen_with(make_bridge, call, headers)
    assert {key for key in environ if key.startswith("HTTP_")} == {"HTTP_X_REAL"}
    assert environ["CONTENT_LENGTH"] == "0"


def test_values_lose_outer_whitespace_only(make_bridge, call):
    _, environ = seen_with(make_bridge, call, [(b"x-a", b" \t a b \t")])
    assert environ["HTTP_X_A"] == "a b"


def test_repeated_headers_are_joined_and_cookies_by_semicolon(make_bridge, call):
    headers = [(b"accept", b"a"), (b"cookie", b"x=1"), (b"accept", b"b"), (b"cookie", b"y=2")]
    _, environ = seen_with(make_bridge, call, headers)
    assert (environ["HTTP_ACCEPT"], environ["HTTP_COOKIE"]) == ("a,b", "x=1; y=2")


@pytest.mark.parametrize(
    "headers",
    [
        [(b"host", b"a"), (b"host", b"b")],
        [(b"content-type", b"a"), (b"content-type", b"b")],
        [(b"content-length", b"1"), (b"content-length", b"2")],
        [(b"content-length", b"-1")],
        [(b"content-length", b"1, 1")],
        [(b"content-length", b"")],
    ],
)
def test_ambiguous_headers_are_a_400(make_bridge, call, headers):
    assert seen_with(make_bridge, call, headers) == (400, None)


def test_body_length_is_what_was_read_not_what_was_said(make_bridge, call):
    seen = Seen()
    ask(call("POST", body=[b"abc"], headers=[(b"transfer-encoding", b"chunked")]), make_bridge(seen))
    assert seen.environs[0]["CONTENT_LENGTH"] == "3"


FORWARDED = [
    (b"x-forwarded-proto", b"https"),
    (b"x-forwarded-for", b"6.6.6.6, 198.51.100.9, 192.0.2.7"),
    (b"x-forwarded-host", b"evil"),
    (b"forwarded", b"proto=https"),
    (b"x-real-ip", b"6.6.6.6"),
    (b"proxy", b"http://evil"),
]


@pytest.mark.parametrize("client", ["192.0.2.7", "", "unix"])
@pytest.mark.parametrize("trusted", [(), ("198.51.100.0/24",)])
def test_words_of_an_unknown_proxy_are_dropped(make_bridge, call, trusted, client):
    seen = Seen()
    ask(call(headers=FORWARDED, client=(client, 1)), make_bridge(seen, trust=Trust.of(trusted)))
    environ = seen.environs[0]
    assert (environ["wsgi.url_scheme"], environ["REMOTE_ADDR"]) == ("http", client)
    assert [key for key in environ if key.startswith("HTTP_")] == []


def test_trusted_proxy_gives_scheme_and_the_last_address_it_did_not_make(make_bridge, call):
    _, environ = seen_with(make_bridge, call, FORWARDED, trust=Trust.of(["192.0.2.7"]))
    assert (environ["wsgi.url_scheme"], environ["REMOTE_ADDR"]) == ("https", "198.51.100.9")
    assert [key for key in environ if key.startswith("HTTP_")] == []


def test_nonsense_from_a_trusted_proxy_is_ignored(make_bridge, call):
    headers = [(b"x-forwarded-proto", b"gopher"), (b"x-forwarded-for", b",")]
    _, environ = seen_with(make_bridge, call, headers, trust=Trust.of(["192.0.2.7"]))
    assert (environ["wsgi.url_scheme"], environ["REMOTE_ADDR"]) == ("http", "192.0.2.7")
