"""A provider to sign in with, and somebody between it and us who can alter what it says."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import requests
from joserfc import jwt
from joserfc.jwk import RSAKey

ROOT = Path(__file__).resolve().parent.parent.parent
PASSWORD = "ett långt lösenord"
CLIENT, SECRET = "paragraf", "known-to-the-tests"
_APPLICATION = "tests.sso.provider_site:application"
_SERVER = [
    "gunicorn",
    "--no-control-socket",
    "--threads",
    "4",
    "--graceful-timeout",
    "1",
    _APPLICATION,
]
_DROPPED = {"transfer-encoding", "connection", "content-length", "content-encoding"}
PEOPLE = (("vera", "Vera Ek"), ("nils", "Nils Alm"), ("okand", "Ulla Ny"))
Alter = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass
class Provider:
    """The provider's address, its key, and what is altered in the tokens that it gives."""

    issuer: str
    key: RSAKey
    upstream: str
    alter: Alter | None = None
    forge: Callable[[dict[str, Any]], str] | None = None
    asked: list[str] = field(default_factory=list)

    def token(self, answer: bytes) -> bytes:
        """The answer with its ID token altered, signed by the provider's own key or forged."""
        told = json.loads(answer)
        if "id_token" not in told or not (self.alter or self.forge):
            return answer
        claims = jwt.decode(told["id_token"], self.key).claims
        claims = self.alter(claims) if self.alter else claims
        header = {"alg": "RS256", "kid": self.key.kid}
        told["id_token"] = (
            self.forge(claims) if self.forge else jwt.encode(header, claims, self.key)
        )
        return json.dumps(told).encode()


class _Between(BaseHTTPRequestHandler):
    """Passes requests on to the provider, and its answers back."""

    provider: Provider

    def _asked(self) -> requests.Response:
        self.provider.asked.append(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        return requests.request(
            self.command,
            self.provider.upstream + self.path,
            data=body,
            headers=dict(self.headers),
            allow_redirects=False,
            timeout=30,
        )

    def do_GET(self) -> None:  # the library's name
        answer = self._asked()
        is_token = self.path == "/oauth/token" and answer.ok
        content = self.provider.token(answer.content) if is_token else answer.content
        self.send_response(answer.status_code)
        for name, value in answer.raw.headers.items():
            if name.lower() not in _DROPPED:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_POST = do_GET  # noqa: N815  # the library's name

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def _person(name: str, full: str) -> dict[str, Any]:
    return {
        "user_name": name,
        "formatted_name": full,
        "family_name": full.rsplit(maxsplit=1)[-1],
        "emails": [f"{name}@exempel.se"],
        "password": PASSWORD,
    }


def _client(home: str) -> dict[str, Any]:
    return {
        "client_id": CLIENT,
        "client_secret": SECRET,
        "client_name": "Paragraf",
        "client_uri": "http://127.0.0.1/",
        "redirect_uris": [f"{home}/logga-in/region/svar"],
        "post_logout_redirect_uris": [f"{home}/logga-in"],
        "token_endpoint_auth_method": "client_secret_basic",
        "grant_types": ["authorization_code"],
        "response_types": ["code"],
        "scope": ["openid", "profile", "email", "groups"],
    }


@contextmanager
def _served(given: dict[str, Any], listening: socket.socket, folder: Path) -> Iterator[None]:
    """The provider in a process of its own, by gunicorn."""
    server = subprocess.Popen(
        [sys.executable, "-m", *_SERVER, "--bind", f"fd://{listening.fileno()}"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PROVIDER": json.dumps(given)},
        pass_fds=[listening.fileno()],
        stderr=subprocess.DEVNULL,
    )
    yield
    server.terminate()
    server.wait()


@contextmanager
def _listening(between: ThreadingHTTPServer) -> Iterator[None]:
    between.daemon_threads = True
    thread = threading.Thread(target=between.serve_forever)
    thread.start()
    yield
    between.shutdown()
    between.server_close()
    thread.join()


@contextmanager
def running(home: str, folder: Path) -> Iterator[Provider]:
    """The provider with somebody before it, for a register at `home`.

    Its socket listens before it is up: whoever comes early waits in the queue.
    """
    key = RSAKey.generate_key(2048, {"use": "sig", "kid": "one", "alg": "RS256"})
    with socket.create_server(("127.0.0.1", 0)) as listening:
        provider = Provider("", key, f"http://127.0.0.1:{listening.getsockname()[1]}")
        handler = type("Between", (_Between,), {"provider": provider})
        between = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        place = f"localhost:{between.server_address[1]}"
        provider.issuer = f"http://{place}"
        people = [_person(*one) for one in PEOPLE]
        private = key.as_dict(private=True)
        given = {"place": place, "key": private, "people": people, "client": _client(home)}
        with _served(given, listening, folder), _listening(between):
            yield provider
