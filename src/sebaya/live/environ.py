"""From an ASGI scope to a WSGI environment.

What could be used to pretend is left out: header names with an underscore
(they would collide with their dashed twins), `Proxy`, and everything a proxy
says about the client unless the proxy is one we were told to trust.
"""

import io
import sys
from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Any
from urllib.parse import unquote_to_bytes

Scope = MutableMapping[str, Any]
Headers = Iterable[tuple[bytes, bytes]]

TOKEN = frozenset(b"!#$%&'*+-.^`|~0123456789abcdefghijklmnopqrstuvwxyz")  # RFC 9110, without "_"
PROXY_SAYS = frozenset({"HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_PROXY"})
ONLY_ONCE = frozenset({"HTTP_HOST", "CONTENT_LENGTH", "CONTENT_TYPE"})


class Malformed(ValueError):
    """Headers that two servers could understand in two ways."""


@dataclass(frozen=True)
class Trust:
    """The proxies whose word about client and scheme is taken."""

    networks: tuple[IPv4Network | IPv6Network, ...] = ()

    @classmethod
    def of(cls, addresses: Iterable[str]) -> "Trust":
        return cls(tuple(ip_network(address) for address in addresses))

    def holds(self, address: str) -> bool:
        try:
            parsed = ip_address(address.strip())
        except ValueError:
            return False
        return any(parsed in network for network in self.networks)


NOBODY = Trust()


def environment(scope: Scope, body: io.BytesIO, trust: Trust = NOBODY) -> dict[str, Any]:
    """The PEP 3333 environment of one request; `body` holds all of it."""
    server, client = scope.get("server") or ("localhost", None), scope.get("client") or ("", 0)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": path_of(scope).decode("latin-1"),
        "QUERY_STRING": scope.get("query_string", b"").decode("latin-1"),
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1] or 80),
        "SERVER_PROTOCOL": f"HTTP/{scope.get('http_version', '1.1')}",
        "REMOTE_ADDR": client[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    said = _headers(scope["headers"])
    _believe_proxy(environ, said, trust)
    said["CONTENT_LENGTH"] = str(body.getbuffer().nbytes)
    environ.update(said)
    return environ


def path_of(scope: Scope) -> bytes:
    """The decoded path as bytes; the scope's text has lost what was not UTF-8."""
    raw = scope.get("raw_path")
    if raw is None:
        return str(scope["path"]).encode()
    return unquote_to_bytes(raw)


def declared_length(headers: Headers) -> int | None:
    """The Content-Length, None without one; Malformed if it is not exactly one number."""
    values = {value.strip() for name, value in headers if name == b"content-length"}
    if not values:
        return None
    value = values.pop()
    if values or not value.isdigit():
        raise Malformed("content-length")
    return int(value)


def _headers(headers: Headers) -> dict[str, str]:
    said: dict[str, str] = {}
    for name, value in headers:
        key = _key(name)
        if key is None:
            continue
        text = value.decode("latin-1").strip(" \t")
        if key not in said:
            said[key] = text
        elif key in ONLY_ONCE:
            raise Malformed(key)
        else:
            said[key] += ("; " if key == "HTTP_COOKIE" else ",") + text
    return said


@lru_cache(maxsize=512)
def _key(name: bytes) -> str | None:
    """The environment's name of a header, None for one that is left out."""
    lower = name.lower()
    if not lower or not TOKEN.issuperset(lower):
        return None
    key = lower.decode("ascii").upper().replace("-", "_")
    return key if key in {"CONTENT_TYPE", "CONTENT_LENGTH"} else f"HTTP_{key}"


def _believe_proxy(environ: dict[str, Any], said: dict[str, str], trust: Trust) -> None:
    """Take scheme and address from a trusted proxy; drop what proxies say in any case."""
    claims = {key: said.pop(key) for key in list(said) if _is_claim(key)}
    if not trust.networks or not trust.holds(environ["REMOTE_ADDR"]):
        return
    scheme = claims.get("HTTP_X_FORWARDED_PROTO", "").rpartition(",")[2].strip().lower()
    if scheme in {"http", "https"}:
        environ["wsgi.url_scheme"] = scheme
    for hop in reversed(claims.get("HTTP_X_FORWARDED_FOR", "").split(",")):
        if hop.strip() and not trust.holds(hop):
            environ["REMOTE_ADDR"] = hop.strip()
            return


def _is_claim(key: str) -> bool:
    return key in PROXY_SAYS or key.startswith("HTTP_X_FORWARDED_")
