"""Files go with their row: no file without a committed row, no row without its file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, event, text
from sqlmodel import Session

from minutes.store.files import path_of, store_file
from minutes.store.session import set_up
from minutes.store.trays import abandoned, kept_path, pending

CONTENT = "Tjänsteskrivelse".encode()
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Engine]:
    """A database that knows nothing of files: what waits follows its transactions all the same."""
    engine = create_engine(f"sqlite:///{tmp_path / 'small.sqlite3'}")
    set_up(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    return tmp_path / "exports"


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_file_waits_until_its_transaction_is_committed(small: Engine, exports: Path) -> None:
    with Session(small) as session:
        assert store_file(session, exports, CONTENT) == SHA256
        (waiting,) = _files(exports)
        session.commit()

    assert waiting.is_relative_to(pending(exports))
    assert _files(exports) == [kept_path(exports, SHA256)]
    assert kept_path(exports, SHA256).read_bytes() == CONTENT


def test_a_file_is_read_where_it_waits_and_where_it_is_kept(small: Engine, exports: Path) -> None:
    with Session(small) as session:
        store_file(session, exports, CONTENT)
        waiting = path_of(exports, SHA256).read_bytes()
        session.commit()

    assert waiting == path_of(exports, SHA256).read_bytes() == CONTENT


def test_a_kept_file_may_only_be_read(small: Engine, exports: Path) -> None:
    with Session(small) as session:
        store_file(session, exports, CONTENT)
        session.commit()

    assert kept_path(exports, SHA256).stat().st_mode & 0o777 == 0o444


@pytest.mark.parametrize("end", ["rollback", "close"])
def test_what_is_not_committed_leaves_nothing(small: Engine, exports: Path, end: str) -> None:
    with Session(small) as session:
        store_file(session, exports, CONTENT)
        getattr(session, end)()

    assert _files(exports) == []
    assert list(pending(exports).iterdir()) == []


def test_a_savepoint_takes_its_files_along(small: Engine, exports: Path) -> None:
    with Session(small) as session:
        store_file(session, exports, b"before")
        with session.begin_nested() as undone:
            with session.begin_nested():
                store_file(session, exports, CONTENT)
            undone.rollback()
        with session.begin_nested():
            store_file(session, exports, b"after")
        session.commit()

    assert {file.read_bytes() for file in _files(exports)} == {b"before", b"after"}


def test_what_a_savepoint_keeps_waits_for_the_whole(small: Engine, exports: Path) -> None:
    with Session(small) as session:
        with session.begin_nested():
            store_file(session, exports, CONTENT)
        assert not kept_path(exports, SHA256).exists()
        session.rollback()

    assert _files(exports) == []


def test_a_file_that_is_kept_is_never_written_again(small: Engine, exports: Path) -> None:
    for _ in range(2):
        with Session(small) as session:
            store_file(session, exports, CONTENT)
            session.commit()
            kept = kept_path(exports, SHA256).stat()

    assert kept.st_nlink == 1
    assert kept.st_ino == kept_path(exports, SHA256).stat().st_ino


def test_two_who_keep_the_same_file_do_not_disturb_each_other(small: Engine, exports: Path) -> None:
    with Session(small) as one, Session(small) as other:
        store_file(one, exports, CONTENT)
        store_file(other, exports, CONTENT)
        one.commit()
        other.rollback()

    assert _files(exports) == [kept_path(exports, SHA256)]


def test_what_another_process_fills_is_left_to_it(small: Engine, exports: Path) -> None:
    with Session(small) as session:
        store_file(session, exports, CONTENT)
        with abandoned(exports) as found:
            assert found == []
        session.commit()

    assert path_of(exports, SHA256).read_bytes() == CONTENT


def _break(connection: object) -> None:
    raise ConnectionError("the answer to COMMIT was lost")


def test_a_commit_whose_end_is_unknown_leaves_the_file_for_the_sweep(
    small: Engine, exports: Path
) -> None:
    event.listen(small, "commit", _break)
    with Session(small) as session:
        session.execute(text("SELECT 1"))
        store_file(session, exports, CONTENT)
        with pytest.raises(ConnectionError):
            session.commit()

    with abandoned(exports) as (tray,):
        assert set(tray.files) == {SHA256}
    assert path_of(exports, SHA256).read_bytes() == CONTENT


def test_a_disk_that_fails_after_the_commit_leaves_the_file_where_it_is_found(
    small: Engine, exports: Path
) -> None:
    with Session(small) as session:
        store_file(session, exports, CONTENT)
        (exports / SHA256[:2]).write_bytes(b"no folder can be made here")
        session.commit()

    assert path_of(exports, SHA256).read_bytes() == CONTENT
