"""The actions that send extracts out, at work once."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from minutes.actions import adjustments, agenda, enclosures, extracts
from minutes.store import tables as t
from tests.actions.accounts import Call
from tests.actions.world import DAY, LATER, World, meeting_on


def _kept(world: World, meeting: t.Meeting, content: bytes, folder: Path) -> t.Document:
    file = enclosures.File(content, t.DocumentKind.EXTRACT, "u.pdf", "application/pdf")
    return enclosures.keep_document(world.session, LATER, file, exports=folder, meeting=meeting)


def sent_out(world: World, folder: Path) -> dict[str, Call]:
    """What happens to a § that is adjusted."""
    here = (world.session, LATER)
    meeting = meeting_on(world.session, world.board, DAY.replace(day=25))
    meeting.opened_at = "09:00"
    item = agenda.put_on_agenda(*here, meeting, agenda.Point("Budget"))
    agenda.close_item(*here, meeting, item)
    adjustments.adjust(*here, meeting, told_on=DAY)
    file, other = (_kept(world, meeting, one, folder) for one in (b"%PDF-1", b"%PDF-2"))
    extract = extracts.certify(*here, item, file, "Åsa Lind")
    extracts.know_address(*here, world.board, "Ekonomichefen", "ek@region.example")
    to = extracts.Sending("Ekonomichefen", t.Channel.POST)
    known = partial(extracts.know_address, *here, world.board)
    return {
        "certified extract": partial(extracts.certify, *here, item, other, "Åsa Lind"),
        "dispatched dispatch": partial(extracts.dispatch, *here, extract, to),
        "entered addressee": partial(known, "Regiondirektören", "rd@region.example"),
        "moved addressee": partial(known, "Ekonomichefen", "ny@region.example"),
    }
