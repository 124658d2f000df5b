"""A real protocol passes the audit but for what its file does not tell."""

from __future__ import annotations

from pathlib import Path

from minutes.domain.audit import audit, gaps_in
from minutes.domain.bodies import BodyKind
from minutes.domain.findings import Context
from minutes.importing.parse import parse
from minutes.importing.read import read


def test_a_real_protocol_lacks_only_what_its_file_leaves_out(shared: Path) -> None:
    protocol = parse(read(shared / "seeds" / "004_8b838460e9bf283a.txt")).protocol

    found = audit(protocol, Context(BodyKind.BOARD, 15, "Regionfullmäktige"))

    assert [(one.item_number, one.rule) for one in gaps_in(found)] == [(None, "attendance_is_told")]
    assert {one.rule for one in found if one.item_number is not None} == {
        "assignment_has_a_limit",
        "director_gets_the_extract",
        "disqualification_tells_its_ground",
    }
