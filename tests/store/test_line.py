"""Writers to a SQLite file are let in in the order in which they came."""

from __future__ import annotations

import threading
from pathlib import Path
from queue import SimpleQueue
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
    lines = [Line(str(tmp_path / "file"), patience=3600) for _ in range(2)]
    entered: SimpleQueue[tuple[Line, dict[str, Any]]] = SimpleQueue()

    def come(line: Line) -> None:
        info: dict[str, Any] = {}
        line.enter(info)
        entered.put((line, info))

    come(lines[0])
    first, held = entered.get()
    for line in lines:
        threading.Thread(target=come, args=(line,), daemon=True).start()
    assert entered.empty()

    first.leave(held)
    for _ in lines:
        line, info = entered.get(timeout=60)
        assert info
        assert entered.empty(), "one at a time"
        line.leave(info)


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
