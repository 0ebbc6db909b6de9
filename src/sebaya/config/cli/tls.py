"""`sebaya tls`: a certificate of one's own, or the leader's written waiver."""

import argparse
import ipaddress
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sebaya.config.cli import Stop, need_setup, start_django

if TYPE_CHECKING:
    from cryptography.x509 import GeneralName

HELP = "buat sertifikat TLS sendiri untuk jaringan sekolah, atau catat atau cabut pengecualian dari kepala sekolah"
VALID = timedelta(days=397)  # browsers refuse server certificates that last longer


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("names", nargs="*", help="nama atau alamat IP yang dibuka dari HP, misalnya 192.168.1.10")
    parser.add_argument("--waive", metavar="SLUG", help="tanpa TLS: kepala sekolah menandatangani risikonya")
    parser.add_argument("--leader", help="nama kepala sekolah yang menandatangani")
    parser.add_argument("--revoke-waiver", metavar="SLUG", help="cabut pengecualian itu")


def run(options: argparse.Namespace) -> int:
    start_django(options.bahasa)
    need_setup()
    if options.waive:
        return _waive(options)
    if options.revoke_waiver:
        return _revoke(options.revoke_waiver)
    return _certificate(options)


def _waive(options: argparse.Namespace) -> int:
    from django.utils.translation import gettext as _

    from sebaya.audit.record import record
    from sebaya.communities.models import Community

    community = Community.objects.filter(slug=options.waive).first()
    if community is None or not options.leader:
        raise Stop(_('Sebutkan alamat pendek sekolah dan --leader "Nama kepala sekolah".'))
    community.plain_http_waiver = True
    community.save(update_fields=["plain_http_waiver"])
    record("tls.waived", community=community)
    text = _(
        "PENGECUALIAN TANPA TLS, %(school)s\n\n"
        "Saya tahu bahwa tanpa TLS semua orang di jaringan yang sama dapat membaca yang ditulis siswa. "
        "Peringatan ini tampil di setiap halaman bercerita. Pengecualian ini berlaku sampai dicabut "
        "(sebaya tls --revoke-waiver %(slug)s).\n\n"
        "%(leader)s                         Tanggal, tanda tangan"
    )
    sys.stdout.write(text % {"school": community.name, "leader": options.leader, "slug": community.slug} + "\n")
    return 0


def _revoke(slug: str) -> int:
    """A server that runs goes on as it was started, so it has to be stopped by hand."""
    from django.utils.translation import gettext as _

    from sebaya.audit.record import record
    from sebaya.communities.models import Community

    community = Community.objects.filter(slug=slug).first()
    if community is None:
        raise Stop(_("Tidak ada sekolah dengan alamat pendek %(slug)s.") % {"slug": slug})
    if not community.plain_http_waiver:
        sys.stdout.write(
            _("%(school)s tidak punya pengecualian. Tidak ada yang diubah.") % {"school": community} + "\n"
        )
        return 0
    community.plain_http_waiver = False
    community.save(update_fields=["plain_http_waiver"])
    record("tls.waiver-revoked", community=community)
    words = _(
        "Pengecualian %(school)s dicabut. Hentikan server yang berjalan tanpa TLS sekarang, lalu jalankan dengan "
        "--cert dan --key; tanpa itu sebaya serve hanya mau di 127.0.0.1."
    )
    sys.stdout.write(words % {"school": community.name} + "\n")
    return 0


def _certificate(options: argparse.Namespace) -> int:
    from django.conf import settings
    from django.utils.translation import gettext as _

    if not options.names:
        raise Stop(_("Sebutkan nama atau alamat IP server, misalnya: sebaya tls 192.168.1.10 sebaya.lan"))
    folder = Path(settings.DATA) / "tls"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    certificate, key = folder / "cert.pem", folder / "key.pem"
    if key.exists():
        raise Stop(_("Sertifikat sudah ada di %(folder)s. Hapus dulu bila ingin yang baru.") % {"folder": folder})
    _make(options.names, certificate, key)
    sys.stdout.write(
        _("Sertifikat dibuat. Jalankan: sebaya serve --host 0.0.0.0 --cert %(cert)s --key %(key)s")
        % {"cert": certificate, "key": key}
        + "\n"
        + _("HP akan memperingatkan sekali, karena sertifikat ini buatan sendiri. Panduan ada di docs/operate.")
        + "\n"
    )
    return 0


def _make(names: list[str], certificate: Path, key_file: Path) -> None:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    from sebaya.vault.secretfile import write_secret

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Sebaya")])
    now = datetime.now(UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + VALID)
        .add_extension(x509.SubjectAlternativeName([_alternative(each) for each in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    write_secret(key_file, private)
    certificate.write_bytes(built.public_bytes(serialization.Encoding.PEM))


def _alternative(name: str) -> "GeneralName":
    from cryptography import x509

    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)
