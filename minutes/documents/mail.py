"""Mail: a letter as a message, and the server that it is handed in to. The only door to SMTP."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from minutes.domain.letters import Letter
from minutes.settings import Mail

_SECONDS = 30
_POLICY = SMTP.clone(max_line_length=300)
"""So long that no address in a head is broken; RFC 5322 2.1.1 lets a line have 998 signs."""


class NotTaken(Exception):
    """The server did not take a letter; `for_good` where another try would be in vain."""

    def __init__(self, answer: str, *, for_good: bool = False) -> None:
        super().__init__(answer)
        self.for_good = for_good


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with a letter."""

    name: str
    media_type: str
    content: bytes


def message_of(
    letter: Letter, sender: str, about: str, written_at: datetime, enclosed: Enclosure | None = None
) -> EmailMessage:
    """The letter as a message; one that is sent twice has the same id, and shows as one."""
    message = EmailMessage(policy=_POLICY)
    user, _, domain = letter.to.rpartition("@")
    message["From"] = sender
    message["To"] = Address(letter.name, user, domain)
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(written_at)
    message["Message-ID"] = f"<{about}@{sender.rpartition('@')[2].rstrip('>')}>"
    message["Auto-Submitted"] = "auto-generated"  # so that no machine answers (RFC 3834)
    if letter.unsubscribe:
        message["List-Unsubscribe"] = f"<{letter.unsubscribe}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(letter.words)
    if letter.html:
        message.add_alternative(letter.html, subtype="html")
    if enclosed:
        kind, _, sort = enclosed.media_type.partition("/")
        message.add_attachment(
            enclosed.content, maintype=kind, subtype=sort, filename=enclosed.name
        )
    return message


class Server:
    """A server that takes letters, for as long as it is open."""

    def __init__(self, open_smtp: smtplib.SMTP) -> None:
        self._smtp = open_smtp

    def take(self, message: EmailMessage) -> None:
        """Hand in a message. Raises NotTaken."""
        try:
            self._smtp.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            ((code, answer),) = error.recipients.values()
            raise _not_taken(code, answer) from error
        except smtplib.SMTPResponseException as error:
            raise _not_taken(error.smtp_code, error.smtp_error) from error
        except (smtplib.SMTPException, OSError, ValueError) as error:
            raise NotTaken(f"{type(error).__name__}: {error}") from error


def _not_taken(code: int, answer: bytes | str) -> NotTaken:
    """What a server's answer means: from 500 it will not be another one later (RFC 5321 4.2.1)."""
    words = answer.decode(errors="replace") if isinstance(answer, bytes) else answer
    return NotTaken(f"{code} {words}", for_good=code >= 500)


def _connected(mail: Mail, trust: ssl.SSLContext) -> smtplib.SMTP:
    if mail.security == "tls":
        return smtplib.SMTP_SSL(mail.host, mail.port, timeout=_SECONDS, context=trust)
    return smtplib.SMTP(mail.host, mail.port, timeout=_SECONDS)


@contextmanager
def server(mail: Mail, trust: ssl.SSLContext | None = None) -> Iterator[Server]:
    """The server of these settings, signed in to. Raises NotTaken where it cannot be reached."""
    trust = trust or ssl.create_default_context()
    try:
        smtp = _connected(mail, trust)
    except (smtplib.SMTPException, OSError) as error:
        raise NotTaken(f"{type(error).__name__}: {error}") from error
    with smtp:
        try:
            if mail.security == "starttls":
                smtp.starttls(context=trust)
            if mail.user:
                smtp.login(mail.user, mail.password)
        except (smtplib.SMTPException, OSError) as error:
            raise NotTaken(f"{type(error).__name__}: {error}") from error
        yield Server(smtp)
