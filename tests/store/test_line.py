"""Writers to a SQLite file are let in in the order in which they came."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, make_url, text

from minutes.store.line import Line, line_at
from minutes.store.session import WRITE, set_up


def _engine(folder: Path) -> Engine:
    engine = create_engine(f"sqlite:///{folder / 'line.sqlite3'}")
    set_up(engine)
    return engine


def _write(engine: Engine, who: int) -> None:
    with engine.connect() as connection:
        writer = connection.execution_options(**{WRITE: True})
        writer.execute(text("INSERT INTO written VALUES (:who)"), {"who": who})
        writer.commit()


def test_many_who_write_at_once_all_get_in(tmp_path: Path) -> None:
    engines = [_engine(tmp_path) for _ in range(2)]  # as in two processes
    with engines[0].connect() as first:
        first.execute(text("CREATE TABLE written (who INTEGER)"))
        first.commit()
    writers = [
        threading.Thread(target=_write, args=(engine, n)) for n in range(10) for engine in engines
    ]

    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    with engines[0].connect() as reader:
        assert len(reader.execute(text("SELECT who FROM written")).all()) == 20
    for engine in engines:
        engine.dispose()


def test_who_waits_is_let_in_when_the_one_before_leaves(tmp_path: Path) -> None:
    lines = [Line(str(tmp_path / "file"), patience=60) for _ in range(2)]
    first: dict[str, Any] = {}
    others: list[dict[str, Any]] = [{}, {}]
    lines[0].enter(first)
    waiting = [
        threading.Thread(target=line.enter, args=(info,))
        for line, info in zip(lines, others, strict=True)
    ]

    for one in waiting:
        one.start()
    assert others[0] == {}
    lines[0].leave(first)
    waiting[0].join()
    lines[0].leave(others[0])
    waiting[1].join()

    assert first == others[0] == {}
    assert others[1]
    lines[1].leave(others[1])


def test_who_has_lost_patience_goes_on(tmp_path: Path) -> None:
    line, other = (Line(str(tmp_path / "file"), patience=0.01) for _ in range(2))
    held: dict[str, Any] = {}
    line.enter(held)

    for late in (line, other):
        info: dict[str, Any] = {}
        late.enter(info)
        late.leave(info)

    line.leave(held)


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "sqlite:///file:x?uri=true"])
def test_a_database_in_memory_has_no_line(url: str) -> None:
    assert line_at(make_url(url), 1.0) is None
