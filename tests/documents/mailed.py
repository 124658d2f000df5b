"""A real server for letters, and what it was handed."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope
from aiosmtpd.smtp import Session as Spoken

from minutes.settings import Mail, read_settings


class Box:
    """What a server was handed, and what it answers."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.answers: list[str] = []

    async def handle_DATA(self, _server: SMTP, _spoken: Spoken, envelope: Envelope) -> str:  # noqa: N802  # the server's name for it
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer.startswith("250"):
            assert isinstance(envelope.content, bytes)
            message = message_from_bytes(envelope.content, policy=default)
            self.messages.append(message)
        return answer


@contextmanager
def served(box: Box) -> Iterator[Mail]:
    """A server that fills the box, and how it is reached."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    running = Controller(box, hostname="127.0.0.1", port=port)
    running.start()
    environment = {
        "MINUTES_SMTP_HOST": "127.0.0.1",
        "MINUTES_SMTP_PORT": str(port),
        "MINUTES_SMTP_SECURITY": "none",
        "MINUTES_SMTP_FROM": "protokoll@region.example",
        "MINUTES_ADDRESS": "https://protokoll.example",
    }
    try:
        yield read_settings(environment).mail
    finally:
        running.stop()
