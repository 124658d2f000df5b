"""The meeting of a protocol made ready to be entered again: planned, with agenda and papers.

The file tells neither who was there nor the § before, so that is no filling in of forms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from minutes.actions.history import Act
from minutes.actions.items import take_up_item
from minutes.actions.meetings import enter_attendance, hold_meeting
from minutes.domain.attendance import Attendance, Role
from minutes.domain.persons import Person
from minutes.domain.record import Item, Protocol
from minutes.domain.wording.items import PAPERS
from minutes.store.queries.bodies import find_slug
from minutes.store.queries.meetings import meeting_at
from minutes.store.session import session, writing
from tests.databases import opened
from tests.web.conftest import NOW
from tests.web.desk import Desk

_ACT = Act("Elin Hagströmer", NOW)
BOARD = "regionstyrelsen"


def named_in(protocol: Protocol) -> Iterator[Person]:
    """Everybody whom the §§ name: their file does not tell who was there."""
    for item in protocol.items:
        yield from (p for one in item.proposals for p in one.by)
        yield from (one.person for one in item.reservations)
        yield from (p for one in item.notes for p in one.by)
        yield from (one.person for one in item.disqualified)


def _there(desk: Desk, protocol: Protocol) -> None:
    """Who is there, and the § before: the file tells neither, so no form is filled in with it."""
    with opened(desk.register):
        writing()
        board, day = find_slug(session(), BOARD), protocol.date
        assert board
        assert day
        earlier = hold_meeting(session(), _ACT, board, day.replace(day=1), facts=protocol)
        number = protocol.items[0].number - 1
        take_up_item(session(), _ACT, earlier, "Sammanträdet innan", number=number)
        meeting = meeting_at(session(), BOARD, day)
        assert meeting
        named = [p for p in dict.fromkeys(named_in(protocol)) if p.name and p.party]
        people = [*named, *(Person(f"Tjänstgörande {n}", "X") for n in range(15 - len(named)))]
        for place, who in enumerate(people):
            row = Attendance(who.name or "", who.party, Role.MEMBER, serves=True)
            enter_attendance(session(), _ACT, meeting, row, people={}, position=place)
        session().commit()


def _plan(desk: Desk, day: date) -> None:
    """Plan the meeting, some weeks before it."""
    config = desk.register.app.config
    now = config["CLOCK"]
    config["CLOCK"] = lambda: datetime.combine(day, time(12), UTC) - timedelta(weeks=6)
    early = Desk(desk.register)
    early.open(f"/arbete/{BOARD}?ar={day.year}")
    early.send("plan", days=f"{day} 09:00 Regionhuset")
    config["CLOCK"] = now


def _put(desk: Desk, agenda: str, items: Sequence[Item]) -> list[str]:
    """Put the items on the agenda; the address of the papers of each."""
    desk.open(agenda)
    for item in items:
        desk.send("arende", title=item.title, dnr=", ".join(item.dnr))
    links = (link for link in desk.page.links() if link.endswith("/underlag"))
    return list(dict.fromkeys(links))


def _write(desk: Desk, papers: str, item: Item) -> int:
    """Write what the officials wrote, each section in its place; the key of the item."""
    desk.open(papers)
    for one in item.sections:
        if one.kind in PAPERS:
            form = f"avsnitt-{one.kind.value}"
            if form not in {e.get("id") for e in desk.page.all("form")}:
                desk.send("avsnitt-ny", kind=one.kind.value)
            desk.send(form, text=one.text)
    return int(papers.split("/")[-2])


def prepare(desk: Desk, protocol: Protocol) -> list[int]:
    """The meeting with its agenda and papers, and opened; the keys of its items."""
    assert protocol.date
    place = f"/arbete/{BOARD}/{protocol.date}"
    _plan(desk, protocol.date)
    _there(desk, protocol)
    papers = _put(desk, f"{place}/foredragningslista", protocol.items)
    keys = [_write(desk, *of) for of in zip(papers, protocol.items, strict=True)]
    desk.open(f"{place}/narvaro")
    desk.send("oppnande", at="09:00")
    return keys
