"""Killed at any step of an act, the record is before or after it, and files go with their rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, select

from minutes.actions.adjustments import adjust
from minutes.actions.enclosures import File, keep_document, path_of, sweep
from minutes.actions.verifying import walk
from minutes.domain.adjustment import Signature
from minutes.store.session import db, writing
from minutes.store.tables import (
    Adjustment,
    Document,
    DocumentKind,
    Meeting,
)
from minutes.store.trays import kept_path, pending
from tests.actions.world import ACT, DAY, World, meeting_on, world_in
from tests.databases import KINDS, Register, migrated_register
from tests.store.killed import Work, killed_at

_MOST = 60
"""Steps that no act here comes near."""


@pytest.fixture(params=KINDS)
def register(
    request: pytest.FixtureRequest, run_folder: Path, tmp_path: Path
) -> Iterator[Register]:
    """A register on a database of each kind, committed to."""
    with migrated_register(request.param, run_folder, tmp_path) as register:
        yield register


def _content(step: int) -> bytes:
    return f"signerad {step}".encode()


def _kept(session: Session, exports: Path, step: int, meeting: Meeting) -> None:
    file = File(_content(step), DocumentKind.SIGNED, "protokoll.pdf", "application/pdf")
    keep_document(session, ACT, file, exports=exports, meeting=meeting)


def _adjusting(session: Session, world: World) -> Iterator[Work]:
    """For each step, minutes to be adjusted with the file that was signed."""
    for step in range(1, _MOST):
        meeting = meeting_on(session, world.board, DAY + timedelta(days=step)).id
        session.commit()

        def work(own: Session, exports: Path, step: int = step, key: int = meeting) -> None:
            row = own.get_one(Meeting, key)
            _kept(own, exports, step, row)
            adjust(own, ACT, row, signed=(Signature("Eva Ek", "S", DAY),))

        yield work


def _is_whole(session: Session, exports: Path, step: int, done: int) -> bool:
    """Whether the act was done; asserts that it was done whole or not at all."""
    sha256 = hashlib.sha256(_content(step)).hexdigest()
    row = session.exec(select(Document).where(Document.sha256 == sha256)).first()
    assert (row is not None) is (done == 1), "the record stands between before and after"
    if row is None:
        assert not kept_path(exports, sha256).exists(), "a file without its row"
        return False
    assert path_of(exports, sha256).read_bytes() == _content(step), "a row without its file"
    return True


def test_killed_at_each_step_it_is_before_or_after(register: Register) -> None:
    exports, ended = register.settings.exports, []
    with register.app.app_context():
        session = writing()
        world = world_in(session)
        session.commit()
        for step, work in enumerate(_adjusting(session, world), 1):
            before = len(session.exec(select(Adjustment.id)).all())
            session.rollback()
            db.engine.dispose()
            was_killed = killed_at(step, register, work)
            done = len(session.exec(select(Adjustment.id)).all()) - before
            ended.append(_is_whole(session, exports, step, done))
            session.rollback()
            sweep(writing, exports)
            session.commit()
            assert list(pending(exports).glob("*")) == []
            assert _is_whole(session, exports, step, done) is ended[-1]
            session.rollback()
            if not was_killed:
                break
        assert [fault for fault in walk(session, exports) if fault] == []
    assert ended == sorted(ended), "first the steps before the act, then those after it"
    assert ended.count(False) > 5
    assert ended.count(True) > 3
