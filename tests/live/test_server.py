"""The server as it is started: refusals, one process, several, and its end."""

import http.client
import json
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import threading

import pytest
from django.db import connection

from sebaya.live import server as servers
from sebaya.live.broker import LocalBroker
from sebaya.live.front import Front, Options
from sebaya.live.server import CannotServe, check, is_loopback, serve

SQLITE = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
PATIENCE = 30

needs_postgres = pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL")


class Site:
    """The little site of these tests, served by a process of its own."""

    def __init__(self, database, **how):
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "DJANGO_SETTINGS_MODULE": "tests.live.settings_live",
            "SEBAYA_TEST_DATABASE": json.dumps(database),
        }
        command = f"from tests.live.mini import main; main(**{dict(port=0, **how)!r})"
        self.process = subprocess.Popen(
            [sys.executable, "-c", command], stderr=subprocess.PIPE, text=True, env=environment
        )
        self.log = []
        self._news = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.port = int(self.logged(r"running on https?://\S+:(\d+)").group(1))

    def _read(self):
        for line in self.process.stderr:
            with self._news:
                self.log.append(line)
                self._news.notify_all()

    def logged(self, pattern, times=1):
        """Wait until a line like this was logged, so many times."""

        def found():
            return list(re.finditer(pattern, "".join(self.log)))

        with self._news:
            assert self._news.wait_for(lambda: len(found()) >= times, PATIENCE), "".join(self.log)
            return found()[-1]

    def get(self, path, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        body = response.read().decode()
        connection.close()
        return response.status, body

    def stream(self, who="anyone"):
        stream = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        stream.sendall(f"GET /events HTTP/1.1\r\nHost: x\r\nCookie: who={who}\r\n\r\n".encode())
        read_until(stream, b"event: refresh\ndata: all\n\n")
        return stream

    def terminate(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        return "".join(self.log)


def read_until(stream, words):
    said = b""
    while words not in said:
        piece = stream.recv(65536)
        assert piece, said
        said += piece
    return said


@pytest.fixture
def site():
    sites = []

    def start(database=SQLITE, **how):
        sites.append(Site(database, **how))
        return sites[-1]

    yield start
    for one in sites:
        if one.process.poll() is None:
            one.terminate()
        one.process.stderr.close()


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "localhost"])
def test_loopback_needs_no_tls(host):
    assert is_loopback(host)
    check(host, 1, tls=False, waiver=False)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "school.example", "", "localhost.example"])
def test_network_needs_tls_or_the_waiver(host):
    with pytest.raises(CannotServe):
        check(host, 1, tls=False, waiver=False)
    check(host, 1, tls=True, waiver=False)
    check(host, 1, tls=False, waiver=True)


def test_sqlite_bears_one_process(monkeypatch):
    monkeypatch.setattr(servers, "connections", {"default": type("C", (), {"vendor": "sqlite"})})
    check("127.0.0.1", 1, tls=False, waiver=False)
    with pytest.raises(CannotServe):
        check("127.0.0.1", 2, tls=False, waiver=False)


def test_postgresql_bears_many_processes(monkeypatch):
    monkeypatch.setattr(servers, "connections", {"default": type("C", (), {"vendor": "postgresql"})})
    check("127.0.0.1", 8, tls=False, waiver=False)


def test_refusal_is_a_message_and_exit_code_two(capsys):
    with pytest.raises(SystemExit) as end:
        serve("0.0.0.0", 0)
    assert end.value.code == 2
    assert "TLS" in capsys.readouterr().err


def test_class_that_signs_in_does_not_stop_messages(run_server):
    release, entered = threading.Event(), threading.Semaphore(0)

    def app(environ, start_response):
        if environ["PATH_INFO"].endswith(("/masuk/", "/aktivasi/")) and environ["REQUEST_METHOD"] == "POST":
            entered.release()
            release.wait(PATIENCE)
        start_response("200 OK", [])
        return [threading.current_thread().name.encode()]

    server = run_server(Front(app, None, LocalBroker(), Options(threads=1)))
    paths = ["/sma1/masuk/", "/sma1/aktivasi/"] * 8
    students = [threading.Thread(target=server.request, args=("POST", path)) for path in paths]
    for student in students:
        student.start()
    assert entered.acquire(timeout=PATIENCE)
    assert entered.acquire(timeout=PATIENCE)
    assert server.request("POST", "/sma1/kirim/").content == b"pages-0"
    assert server.request("GET", "/sma1/masuk/").content == b"pages-0"
    release.set()
    for student in students:
        student.join(PATIENCE)
    assert server.request("POST", "/sma1/m%61suk/").content.startswith(b"sign-in")


def test_large_bodies_only_where_they_are_expected(run_server):
    def app(environ, start_response):
        start_response("200 OK", [])
        return [environ["CONTENT_LENGTH"].encode()]

    options = Options(threads=1, large_body_endings=(b"/impor/",), body_max=10, large_body_max=100)
    server = run_server(Front(app, None, LocalBroker(), options))
    assert server.request("POST", "/x/impor/", body=b"x" * 100).content == b"100"
    assert server.request("POST", "/x/impor/", body=b"x" * 101).status == 413
    assert server.request("POST", "/x/", body=b"x" * 11).status == 413


def test_websocket_scope_is_closed():
    import asyncio

    sent = []

    async def send(message):
        sent.append(message)

    asyncio.run(Front(None, None, LocalBroker(), Options(threads=1))({"type": "websocket"}, None, send))
    assert sent == [{"type": "websocket.close", "code": 1000}]


@pytest.mark.slow
def test_one_process_serves_pages_and_streams_and_stops_gracefully(site):
    running = site()
    stream = running.stream()
    assert running.get("/change/")[0] == 200
    read_until(stream, b"event: changed")
    slow = []
    client = threading.Thread(target=lambda: slow.append(running.get("/slow/")))
    client.start()
    running.logged("slow begins")
    log = running.terminate()
    client.join(PATIENCE)
    read_until(stream, b"0\r\n\r\n")
    assert slow == [(200, "slow but done")]
    assert ("background started" in log, "background stopped" in log) == (True, True)
    assert "ERROR" not in log
    assert running.process.returncode in (0, -signal.SIGTERM)


@pytest.mark.slow
def test_scheme_is_believed_from_the_configured_proxy(site):
    assert site().get("/process/", **{"X-Forwarded-Proto": "https"})[1].endswith(" https")


@pytest.mark.slow
def test_log_holds_no_addresses_and_no_words(site):
    running = site()
    assert running.get("/broken-rahasia/?kata=sangat-rahasia")[0] == 500
    running.get("/tidak-ada-rahasia/")
    with socket.create_connection(("127.0.0.1", running.port)) as connection:
        connection.sendall(b"GARBAGE rahasia\r\n\r\n")
        connection.recv(1000)
    log = running.terminate()
    assert "running on" in log
    assert ("rahasia" in log, "words of a student" in log) == (False, False)


@pytest.mark.slow
def test_several_processes_on_sqlite_exit_with_a_message():
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "DJANGO_SETTINGS_MODULE": "tests.live.settings_live",
        "SEBAYA_TEST_DATABASE": json.dumps(SQLITE),
    }
    command = [sys.executable, "-c", "from tests.live.mini import main; main(processes=2)"]
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=PATIENCE, check=False)
    assert ended.returncode == 2
    assert "SQLite" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate")
@pytest.mark.slow
def test_tls(site, tmp_path):
    certificate, key = str(tmp_path / "cert.pem"), str(tmp_path / "key.pem")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-out", certificate, "-keyout", key],
        check=True, capture_output=True,
    )  # fmt: skip
    running = site(certfile=certificate, keyfile=key)
    trusting = ssl.create_default_context(cafile=certificate)
    client = http.client.HTTPSConnection("localhost", running.port, timeout=PATIENCE, context=trusting)
    client.request("GET", "/process/")
    assert client.getresponse().read().decode().endswith(" https")
    client.close()


@pytest.fixture
def database(transactional_db):
    wanted = ("ENGINE", "NAME", "HOST", "PORT", "USER", "PASSWORD")
    return {name: connection.settings_dict[name] for name in wanted}


@needs_postgres
def test_changes_and_revocations_cross_processes(site, database):
    running = site(database, processes=2)
    running.logged("background started", times=2)
    streams = [running.stream(who=f"person {number}") for number in range(12)]
    # One publisher suffices: connections spread over both processes, so some streams live elsewhere.
    pids = {running.get("/change/")[1]}
    for stream in streams:
        read_until(stream, b"event: changed")
    for number, stream in enumerate(streams):
        running.get("/keluar/", Cookie=f"who=person {number}")
        read_until(stream, b"0\r\n\r\n")
    pids |= {running.get("/process/")[1].split()[0] for _ in range(200)}
    assert len(pids) == 2


@needs_postgres
def test_process_that_dies_is_replaced_and_the_others_go_on(site, database):
    running = site(database, processes=2)
    running.logged("background started", times=2)
    os.kill(int(running.get("/process/")[1].split()[0]), signal.SIGKILL)
    running.logged("background started", times=3)
    stream = running.stream()
    running.get("/change/")
    read_until(stream, b"event: changed")


@needs_postgres
def test_several_processes_stop_gracefully(site, database):
    running = site(database, processes=2)
    running.logged("background started", times=2)
    streams = [running.stream(who=f"person {number}") for number in range(6)]
    log = running.terminate()
    for stream in streams:
        read_until(stream, b"0\r\n\r\n")
    assert log.count("background stopped") == 2
    assert "timeout graceful shutdown" not in log
