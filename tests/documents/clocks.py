"""Servers that answer while a test runs: of timestamps (RFC 3161), and on revocation (OCSP)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

from asn1crypto import tsp
from pyhanko.sign.timestamps import DummyTimeStamper


@contextmanager
def answering(answer: Callable[[bytes], bytes], media_type: str) -> Iterator[str]:
    """The address of one that answers each request."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            """Answer a request."""
            told = answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        def log_message(self, *_: object) -> None:
            """Nothing is written down."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def server_of(clock: DummyTimeStamper) -> Iterator[str]:
    """The address of a timestamp server."""

    def answer(asked: bytes) -> bytes:
        return bytes(clock.request_tsa_response(tsp.TimeStampReq.load(asked)).dump())

    with answering(answer, "application/timestamp-reply") as address:
        yield address
