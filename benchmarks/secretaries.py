"""Secretaries who write at the same meeting, and the server that they write to."""

from __future__ import annotations

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from sqlmodel import col, select

from minutes.actions.accounts import entrust, open_account
from minutes.actions.agenda import Point, put_on_agenda
from minutes.actions.columns import Present
from minutes.actions.debate import put_proposal
from minutes.actions.history import Act
from minutes.clock import now
from minutes.demonstration.accounts import PASSWORD
from minutes.domain.access import Duty
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.store.seated import seated
from minutes.store.session import session, writing
from minutes.store.tables import Body, Meeting
from minutes.store.visibility import Sight, show
from tests.databases import Register, opened
from tests.web.pages import Visitor

_COMMAND = "from minutes.cli import main; main()"
_CSRF = re.compile(r'name="csrf-token" content="([^"]+)"')


@dataclass(slots=True)
class Secretary:
    """One who revises a proposal of their own, over and over, and counts what was acknowledged."""

    number: int
    email: str
    page: str
    proposal: int
    mover: str
    port: int = 0
    cookie: str = ""
    csrf: str = ""
    revision: int = 1
    text: str = ""
    seconds: list[float] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def sit_down(self, register: Register, port: int) -> None:
        """Sign in, and look at the page once."""
        kept = Visitor(register.app, self.email).client.get_cookie("paragraf")
        assert kept
        self.port, self.cookie = port, f"paragraf={kept.value}"
        found = _CSRF.search(self._ask("GET", self.page)[1])
        assert found, "the page has no token"
        self.csrf = found[1]

    def write(self, words: str) -> None:
        """Send the field as the screen does, and wait until it is acknowledged."""
        fields = {
            "csrf_token": self.csrf,
            "form_id": f"yrkande-{self.proposal}",
            "form_key": f"{self.number} {words}",
            "back": self.page,
            "revision": str(self.revision),
            "who": self.mover,
            "kind": "add",
            "text": words,
        }
        begun = time.perf_counter()
        status, answer = self._ask("POST", f"{self.page}/yrkanden/{self.proposal}", fields)
        self.seconds.append(time.perf_counter() - begun)
        if status == 303:
            self.revision, self.text = self.revision + 1, words
        else:
            self.refused.append(f"{status} {'database is locked' in answer} {answer[:80]!r}")

    def _ask(self, method: str, page: str, fields: dict[str, str] | None = None) -> tuple[int, str]:
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        asked.request(method, page, urlencode(fields or {}), headers)
        answer = asked.getresponse()
        self.cookie = (answer.getheader("Set-Cookie") or self.cookie).split(";")[0]
        words = answer.read().decode()
        asked.close()
        return answer.status, words


def _engage(number: int, act: Act, meeting: Meeting) -> Secretary:
    """An account with the duty, an item on the agenda, and a proposal on it to revise."""
    here, email = session(), f"sekreterare{number}@sundevik.example"
    entrust(
        here,
        act,
        open_account(here, act, email=email, name=email, password=PASSWORD),
        Duty.SECRETARY,
    )
    item = put_on_agenda(here, act, meeting, Point(f"Ärende {number}"))
    room = seated(here, meeting, 0)
    mover = room.attendance[0].person
    put = Proposal(by=(mover,), kind=ProposalKind.ADD, text="börja.")
    row = put_proposal(here, act, item, put, present=Present(), position=0, earlier={})
    page = f"/arbete/regionstyrelsen/{meeting.held_on}/punkt/{item.id}"
    return Secretary(number, email, page, row.id, str(mover.name), revision=row.revision)


def engage(register: Register, count: int) -> list[Secretary]:
    """So many secretaries at the meeting of the board that was opened last."""
    with opened(register):
        writing()
        show(session(), Sight(None, agenda=True))
        begun = select(Meeting).join(Body).where(Body.slug == "regionstyrelsen")
        begun = begun.where(col(Meeting.opened_at).is_not(None))
        meeting = session().exec(begun.order_by(col(Meeting.held_on).desc())).first()
        assert meeting
        act = Act("The benchmark", now())
        found = [_engage(number, act, meeting) for number in range(count)]
        session().commit()
    return found


def _environment(register: Register, port: int) -> dict[str, str]:
    settings = register.settings
    return {
        **os.environ,
        "MINUTES_DATABASE_URL": settings.database_url,
        "MINUTES_EXPORTS": str(settings.exports),
        "MINUTES_SECRET": settings.secret,
        "MINUTES_PORT": str(port),
    }


@contextmanager
def served(register: Register, folder: Path) -> Iterator[int]:
    """The register's port, by `minutes serve`."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    command = [sys.executable, "-c", _COMMAND, "serve"]
    with (folder / "served.log").open("wb") as log:
        server = subprocess.Popen(command, env=_environment(register, port), stdout=log, stderr=log)
    try:
        listening(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def listening(port: int) -> None:
    """Wait until a server listens there. Raises TimeoutError where none does."""
    for _ in range(1200):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(port)
