"""Who writes holds up others no longer than the write takes."""

from __future__ import annotations

import io
import sqlite3
from contextlib import closing
from typing import Any
from urllib.parse import urlencode

from tests.web.desk import Desk

BOARD = "/arbete/regionstyrelsen/2026-10-28"


class Trickle(io.RawIOBase):
    """What somebody sends slowly; meanwhile another writes."""

    def __init__(self, words: bytes, file: str) -> None:
        self.words = io.BytesIO(words)
        self.file = file
        self.others_wrote = 0

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        """To a place in it; the client measures what it sends."""
        return self.words.seek(offset, whence)

    def readinto(self, buffer: Any) -> int:
        """A piece of it, after the other has written."""
        with closing(sqlite3.connect(self.file, timeout=0)) as other:
            other.execute("BEGIN IMMEDIATE")
            other.rollback()
        self.others_wrote += 1
        return self.words.readinto(buffer)


def test_others_write_while_somebody_sends_slowly(desk: Desk) -> None:
    desk.open(f"{BOARD}/punkt/{desk.item_of('regionstyrelsen', 2026, 88)}")
    address, fields = desk.form("yrkande-ny", who="elfv", kind="add", text="i lugn och ro.")
    words = urlencode(fields).encode()
    slow = Trickle(words, desk.register.settings.database_url.removeprefix("sqlite:///"))

    answer = desk.visitor.client.post(
        address,
        input_stream=slow,
        content_length=len(words),
        content_type="application/x-www-form-urlencoded",
    )

    assert answer.status_code == 303
    assert slow.others_wrote
