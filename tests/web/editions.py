"""The board's edition that was sent to adjustment last, and what is kept of its signing."""

from __future__ import annotations

from sqlmodel import col, select

from minutes.actions.enclosures import path_of
from minutes.store.session import session
from minutes.store.tables import Document, Edition, History, Verdict
from minutes.store.tallies import file_of, signers_of
from tests.databases import Register, opened

BOARD = "/arbete/regionstyrelsen/2026-10-28"


def _last() -> Edition:
    edition = session().exec(select(Edition).order_by(col(Edition.id).desc())).first()
    assert edition
    return edition


def number(register: Register) -> int:
    """The number of the edition, as it stands in addresses."""
    with opened(register):
        return _last().id


def signers(register: Register) -> dict[str, int]:
    """Who is asked to sign, by name."""
    with opened(register):
        return {one.name: one.id for one in signers_of(session(), _last())}


def file(register: Register) -> bytes:
    """The file that is signed next."""
    with opened(register):
        sha256 = file_of(session(), _last()).sha256
    return path_of(register.settings.exports, sha256).read_bytes()


def kept(register: Register) -> tuple[int, int, list[str]]:
    """How many verdicts and files there are, and why what was handed in was turned away."""
    with opened(register):
        verdicts = len(session().exec(select(Verdict.id)).all())
        files = len(session().exec(select(Document.id)).all())
        told = session().exec(select(History.details).where(History.verb == "turned away"))
        return verdicts, files, list(told)
