"""The two secrets beside the database."""

import stat

import pytest

from sebaya.vault import files
from sebaya.vault.errors import SecretFileDamaged, Tampered


@pytest.fixture
def empty(settings, tmp_path):
    """An installation before set-up."""
    settings.PEPPER_FILE = tmp_path / "keys" / "pepper.key"
    settings.SECRET_FILE = tmp_path / "keys" / "server.key"
    return tmp_path / "keys"


def test_secrets_are_made_for_the_owner_alone(empty):
    files.make_secrets()

    assert {path.name: stat.S_IMODE(path.stat().st_mode) for path in empty.iterdir()} == {
        "pepper.key": 0o600,
        "server.key": 0o600,
    }
    assert stat.S_IMODE(empty.stat().st_mode) == 0o700
    assert len(files.pepper()) == len(files.server_key()) == 32
    assert files.pepper() != files.server_key()


def test_secrets_are_never_replaced(empty):
    files.make_secrets()
    before = {path: path.read_bytes() for path in empty.iterdir()}

    files.make_secrets()

    assert {path: path.read_bytes() for path in empty.iterdir()} == before


def test_only_the_missing_one_is_made(empty):
    files.make_secrets()
    pepper = (empty / "pepper.key").read_bytes()
    (empty / "server.key").unlink()

    files.make_secrets()

    assert (empty / "pepper.key").read_bytes() == pepper
    assert (empty / "server.key").exists()


def test_write_refuses_an_existing_file(empty):
    files.make_secrets()
    with pytest.raises(FileExistsError):
        files.write_secret(empty / "pepper.key", b"other")


@pytest.mark.parametrize("content", [b"", b"short", bytes(33)])
def test_damaged_secret_is_not_used(empty, content):
    empty.mkdir()
    (empty / "pepper.key").write_bytes(content)
    with pytest.raises(SecretFileDamaged):
        files.pepper()


def test_missing_secret_is_not_made_up(empty):
    with pytest.raises(FileNotFoundError):
        files.server_key()


def test_server_seal_opens_in_its_place_only():
    blob = files.server_seal(b"secret", "totp", 1)

    assert files.server_unseal(blob, "totp", 1) == b"secret"
    with pytest.raises(Tampered):
        files.server_unseal(blob, "totp", 2)


def test_server_seal_opens_on_this_server_only(empty):
    files.make_secrets()
    blob = files.server_seal(b"secret", "totp")
    (empty / "server.key").write_bytes(bytes(32))
    files._read.cache_clear()
    with pytest.raises(Tampered):
        files.server_unseal(blob, "totp")


def test_server_token_is_stable_and_says_nothing():
    token = files.server_token("bucket", "siti")

    assert token == files.server_token("bucket", "siti")
    assert token != files.server_token("bucket", "budi")
    assert len(token) == 24
