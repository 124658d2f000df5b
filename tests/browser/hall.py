"""The board's meeting as it was prepared: planned, with an agenda of twelve items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from minutes.actions.agenda import Point, put_on_agenda
from minutes.actions.history import Act
from minutes.actions.items import write_section
from minutes.actions.planning import plan_meeting
from minutes.domain.planning import Planned
from minutes.domain.sections import SectionKind
from minutes.store.queries.bodies import find_slug
from minutes.store.session import session, writing
from tests.databases import Register, opened

DAY = date(2026, 12, 2)
MEETING = f"/arbete/regionstyrelsen/{DAY}"
_ACT = Act("Elin Hagströmer", datetime(2026, 11, 20, 9, tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class Prepared:
    """An item as the officials have prepared it; `proposal` is the base proposal's words."""

    title: str
    proposal: str = ""
    is_election: bool = False


PLAN = "\n".join(
    (
        "1. Regiondirektören får i uppdrag att mäta utsläppen senast den 1 mars 2027.",
        "2. Regiondirektören får i uppdrag att byta bussarna senast den 1 juni 2027.",
        "3. Regiondirektören får i uppdrag att redovisa kostnaden senast den 1 september 2027.",
    )
)
AGENDA = (
    Prepared("Val av justerare", "Ylva Brix (HÄ) utses att justera protokollet."),
    Prepared("Fastställande av föredragningslistan", "Föredragningslistan fastställs."),
    Prepared("Budget 2027 för kansliet", "Budgeten fastställs till 12 mnkr."),
    Prepared("Busslinje till Norrvik", "En busslinje till Norrvik öppnas."),
    Prepared("Lokaler för arkivet", "Arkivet stannar i Regionhuset."),
    Prepared("Avgift för parkering", "Avgiften höjs till 40 kronor."),
    Prepared("Val av revisor", "Stina Alm väljs till revisor.", is_election=True),
    Prepared("Taxa för tandvård", "Taxan fastställs."),
    Prepared("Handlingsplan för klimatet", PLAN),
    Prepared("Bidrag till Norrviks idrottsförening", "Föreningen får 50 000 kronor."),
    Prepared("Delårsrapport", "Delårsrapporten godkänns."),
    Prepared("Meddelanden", "Meddelandena läggs till handlingarna."),
)


def prepare(register: Register) -> None:
    """Plan the meeting and draw up its agenda."""
    with opened(register):
        writing()
        board = find_slug(session(), "regionstyrelsen")
        assert board
        planned = Planned(DAY, "09:00", "Sammanträdesrum Forsen, Regionhuset, Sundevik")
        meeting = plan_meeting(session(), _ACT, board, planned, today=date(2026, 11, 20))
        for one in AGENDA:
            point = Point(one.title, is_election=one.is_election)
            item = put_on_agenda(session(), _ACT, meeting, point)
            write_section(
                session(),
                _ACT,
                item,
                kind=SectionKind.BASE_PROPOSAL,
                heading="Förslag till beslut",
                text=one.proposal,
                position=0,
            )
        session().commit()
