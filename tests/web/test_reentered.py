"""A real protocol that is entered at the screen becomes the record that reading it gives."""

from __future__ import annotations

from pathlib import Path

from minutes.importing.parse import parse
from minutes.importing.read import read
from tests.web.desk import Desk
from tests.web.readied import prepare
from tests.web.reentered import comparable, enter, entered


def test_what_is_entered_by_the_forms_is_the_record_that_is_read_in(
    desk: Desk, shared: Path
) -> None:
    protocol = parse(read(shared / "seeds" / "004_8b838460e9bf283a.txt")).protocol
    keys = prepare(desk, protocol)

    for item, key in zip(protocol.items, keys, strict=True):
        enter(desk, protocol, item, key)

        assert comparable(entered(desk, key)) == comparable(item)
