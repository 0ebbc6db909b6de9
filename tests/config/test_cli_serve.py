"""`sebaya serve` and `sebaya tls`: safe or not at all, and why, in words."""

import http.client
import socket
import sqlite3
import ssl
import stat
import subprocess
import sys
import time

import pytest
from cryptography import x509
from tests.bench.figures import ROOT
from tests.bench.installation import free_port

pytestmark = pytest.mark.slow
PATIENCE = 60.0  # seconds until the server must answer on a busy machine


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.10"])
def test_network_without_tls_is_refused_before_anything_is_promised(installed, host):
    done = installed.command("serve", "--host", host, "--port", str(free_port()))

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Tanpa TLS, semua orang di jaringan itu bisa membaca")


def test_waiver_of_one_school_of_two_is_not_enough(installed):
    installed.command("setup", "--name", "SMP Dua", "--slug", "smp-dua", "--coordinator", "Bu Ani")
    waived = installed.command("tls", "--waive", "smp-satu", "--leader", "Bu Kepala")
    assert waived.returncode == 0
    assert "PENGECUALIAN TANPA TLS, SMP Satu" in waived.stdout

    assert installed.command("serve", "--host", "192.168.1.10").returncode == 2


def test_waiver_lets_the_server_try(installed):
    """The address is not of this machine, so that it does not really begin."""
    installed.command("tls", "--waive", "smp-satu", "--leader", "Bu Kepala")
    done = installed.command("serve", "--host", "192.0.2.1")

    assert (done.returncode, done.stderr) == (2, "Alamat 192.0.2.1 tidak ada di komputer ini.\n")


def test_waiver_needs_a_school_and_a_name(installed):
    assert installed.command("tls", "--waive", "smp-satu").returncode == 2
    assert installed.command("tls", "--waive", "tidak-ada", "--leader", "Bu Kepala").returncode == 2


def test_revoked_waiver_is_over(installed):
    installed.command("tls", "--waive", "smp-satu", "--leader", "Bu Kepala")
    done = installed.command("tls", "--revoke-waiver", "smp-satu")
    assert done.returncode == 0
    assert done.stdout.startswith("Pengecualian SMP Satu dicabut. Hentikan server")

    refused = installed.command("serve", "--host", "192.0.2.1")
    assert (refused.returncode, refused.stderr.startswith("Tanpa TLS, semua orang")) == (2, True)
    with sqlite3.connect(installed.data / "sebaya.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM audit_event WHERE kind = 'tls.waiver-revoked'").fetchone() == (1,)


def test_paper_of_the_waiver_says_how_it_ends(installed):
    done = installed.command("tls", "--waive", "smp-satu", "--leader", "Bu Kepala")
    assert "sampai dicabut (sebaya tls --revoke-waiver smp-satu)" in done.stdout


def test_waiver_that_is_not_there_is_not_revoked(installed):
    assert "tidak punya pengecualian" in installed.command("tls", "--revoke-waiver", "smp-satu").stdout
    assert installed.command("tls", "--revoke-waiver", "tidak-ada").returncode == 2


def test_several_processes_need_postgresql(installed):
    done = installed.command("serve", "--processes", "2")

    assert (done.returncode, done.stdout) == (2, "")
    assert "SQLite" in done.stderr


def test_port_in_use_is_said(installed):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = installed.command("serve", "--port", str(port))

    assert done.returncode == 2
    assert done.stderr.startswith(f"Port {port} sudah dipakai.")


def test_certificate_that_is_none_is_said(installed):
    done = installed.command("serve", "--cert", str(installed.data / "tidak-ada"))

    assert done.returncode == 2
    assert done.stderr.startswith("Sertifikat atau kuncinya tidak bisa dipakai.")


def test_nothing_installed_is_not_served(bare):
    done = bare.command("serve")

    assert (done.returncode, bare.data.exists()) == (2, False)


def test_tls_needs_a_name(installed):
    assert installed.command("tls").returncode == 2


def test_certificate_is_never_replaced(installed):
    assert installed.command("tls", "127.0.0.1").returncode == 0
    before = (installed.data / "tls" / "key.pem").read_bytes()
    done = installed.command("tls", "127.0.0.1")

    assert done.returncode == 2
    assert "Sertifikat sudah ada" in done.stderr
    assert (installed.data / "tls" / "key.pem").read_bytes() == before


def test_certificate_names_what_it_was_made_for(installed):
    assert installed.command("tls", "192.168.1.10", "sebaya.lan").returncode == 0
    folder = installed.data / "tls"
    found = x509.load_pem_x509_certificate((folder / "cert.pem").read_bytes())
    names = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value

    assert [str(name.value) for name in names] == ["192.168.1.10", "sebaya.lan"]
    assert stat.S_IMODE((folder / "key.pem").stat().st_mode) == 0o600
    assert (found.not_valid_after_utc - found.not_valid_before_utc).days <= 398


def test_page_comes_over_tls_with_cookies_bound_to_it(installed):
    assert installed.command("tls", "127.0.0.1", "localhost").returncode == 0
    port, folder = free_port(), installed.data / "tls"
    command = [sys.executable, "-m", "sebaya.config.cli", "serve", "--port", str(port)]
    command += ["--cert", str(folder / "cert.pem"), "--key", str(folder / "key.pem")]
    with (installed.data / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=installed.environment, stdout=log, stderr=log)
        try:
            answer = fetch(port, ssl.create_default_context(cafile=folder / "cert.pem"))
        finally:
            server.terminate()
            server.wait(PATIENCE)

    assert answer.status == 200
    assert "__Host-c=" in answer.getheader("Set-Cookie", "")
    assert "Secure" in answer.getheader("Set-Cookie", "")


def fetch(port: int, trust: ssl.SSLContext) -> http.client.HTTPResponse:
    """The sign-in page, once the server is there; the certificate is checked as a phone does it."""
    until = time.monotonic() + PATIENCE
    while True:
        connection = http.client.HTTPSConnection("127.0.0.1", port, context=trust, timeout=PATIENCE)
        try:
            connection.request("GET", "/smp-satu/masuk/")
            return connection.getresponse()
        except ConnectionRefusedError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
