"""Rows that an archive was given come back under their own keys: a row of every table."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, col, select

from minutes.actions.history import Act
from minutes.actions.secrecy import keep_secret
from minutes.actions.unpacking import Whence, unpack
from minutes.actions.verifying import chain, database, records
from minutes.domain.archiving import BadPackage
from minutes.store.dumping import dump_of, rows_of
from minutes.store.linked import tables
from minutes.store.tables import Item, Section, TextRevision
from minutes.store.trails import trail_of
from tests.databases import migrated
from tests.store.registered import ACT, ADJUSTED_DAY, OPEN_DAY, Registered

Rows = dict[str, Any]
NOT_NAMED = {"delegated_decision", "letter"}
"""What the register has of these belongs to no meeting."""
KEPT = [str(day).encode() for day in (ADJUSTED_DAY, OPEN_DAY)]


@pytest.fixture
def empty(run_folder: Path, tmp_path: Path) -> Iterator[Session]:
    """A register that holds nothing."""
    with migrated("sqlite", run_folder, tmp_path) as engine, Session(engine) as session:
        yield session


def _dumped(session: Session, *meetings: int, secret: bool = False) -> tuple[Rows, list[int]]:
    dump = dump_of(session, meetings, secret=secret)
    rows = {**rows_of(session, dump), "history": trail_of(session, dump)}
    return json.loads(json.dumps(rows)), sorted(dump.masked)


def _both(registered: Registered) -> tuple[int, int]:
    return registered.adjusted.id, registered.open.id


def _unpacked(
    registered: Registered, empty: Session, rows: Rows, folder: Path, masked: list[int]
) -> None:
    kept = {hashlib.sha256(one).hexdigest(): one for one in KEPT}
    whence = Whence("paket", masked)
    unpack(empty, Act(ACT.by, ACT.at), rows, kept.__getitem__, package=whence, exports=folder)


def test_every_table_of_the_dump_comes_back_as_it_was(
    registered: Registered, empty: Session, tmp_path: Path
) -> None:
    meetings = _both(registered)
    rows, masked = _dumped(registered.session, *meetings, secret=True)
    assert tables().keys() - rows.keys() <= NOT_NAMED

    _unpacked(registered, empty, rows, tmp_path, masked)

    assert _dumped(empty, *meetings, secret=True) == (rows, masked)


def test_a_register_that_holds_a_row_takes_none(registered: Registered, tmp_path: Path) -> None:
    rows, masked = _dumped(registered.session, registered.adjusted.id)

    with pytest.raises(BadPackage, match="Registret är inte tomt"):
        _unpacked(registered, registered.session, rows, tmp_path, masked)


@pytest.fixture
def secret(registered: Registered) -> Item:
    """A § of the meeting that is not adjusted, kept secret."""
    of_meeting = select(Item).where(Item.meeting_id == registered.open.id)
    item = registered.session.exec(of_meeting.order_by(col(Item.position))).first()
    assert item is not None
    return keep_secret(registered.session, Act(ACT.by, ACT.at), item, "OSL 21 kap. 1 §")


def _words(session: Session, item: Item) -> set[str]:
    of_item = select(TextRevision.text).join(Section, col(Section.id) == TextRevision.section_id)
    return set(session.exec(of_item.where(Section.item_id == item.id)))


def test_no_word_of_a_secret_item_is_in_the_dump_unless_asked_for(
    registered: Registered, secret: Item
) -> None:
    (told, masked), (whole, none) = (
        _dumped(registered.session, registered.open.id, secret=asked) for asked in (False, True)
    )

    hidden = {*_words(registered.session, secret), secret.title}
    open_words = {one["text"] for one in told.get("text_revision", ())}
    assert masked == [secret.id]
    assert not none
    assert hidden - {secret.title} <= {one["text"] for one in whole["text_revision"]}
    assert not (hidden & open_words)
    assert secret.id not in {one["item_id"] for one in told.get("section", ())}
    (row,) = (one for one in told["item"] if one["id"] == secret.id)
    assert (row["number"], row["secrecy"]) == (secret.number, "OSL 21 kap. 1 §")
    assert row["title"] != secret.title
    about = {(one["subject"], one["subject_id"]) for one in told["history"]}
    assert ("item", secret.id) not in about


def test_the_open_part_comes_back_and_is_as_it_was(
    registered: Registered, secret: Item, empty: Session, tmp_path: Path
) -> None:
    rows, masked = _dumped(registered.session, registered.open.id)

    _unpacked(registered, empty, rows, tmp_path, masked)

    faults = [one for walk in (database, chain, records) for one in walk.walk(empty) if one]
    assert faults == []
