"""The summons: who is called when and where, the agenda, and the papers of each point.

One file with bookmarks. Our own pages are tagged; the annexes keep their own pages, which may not
be, so a summons claims PDF/A and PDF/UA only where it encloses nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from minutes.documents.enclosing import Enclosed, enclose, page_count
from minutes.documents.finalize import Facts
from minutes.documents.letterhead import SAMPLE, Running
from minutes.documents.press import Sheet, packed, press
from minutes.documents.shelf import Shelf, mark_of
from minutes.documents.templates import written
from minutes.documents.worker import worker
from minutes.domain.persons import Person
from minutes.domain.sections import Section
from minutes.domain.wording.days import day

_MEGABYTES = 1024


@dataclass(frozen=True, slots=True)
class AgendaPoint:
    """A point of the agenda: who reports it, what is written for it, what is enclosed."""

    number: int
    title: str
    dnr: tuple[str, ...] = ()
    presenter: str = ""
    papers: tuple[Section, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()


@dataclass(frozen=True, slots=True)
class Summons:
    """What members and substitutes are sent before a meeting.

    Times are "HH:MM". `message` is Markdown: what those called should know or do. The chair calls
    (KL 5:13, 6:24); `issued_on` is the day it was sent.
    """

    organisation: str
    body: str
    held_on: date
    issued_on: date
    begins_at: str = ""
    ends_at: str = ""
    place: str = ""
    chair: Person | None = None
    secretary: str = ""
    members: tuple[Person, ...] = ()
    substitutes: tuple[Person, ...] = ()
    others: tuple[str, ...] = ()
    message: str = ""
    points: tuple[AgendaPoint, ...] = ()

    @property
    def enclosed(self) -> tuple[Enclosed, ...]:
        """All that is enclosed, in its order."""
        return tuple(one for point in self.points for one in point.enclosed)


@dataclass(frozen=True, slots=True)
class _Leaf:
    """Where an annex goes: its anchor, its title and how many places it needs."""

    anchor: str
    title: str
    places: int


@dataclass(frozen=True, slots=True)
class _Told:
    """A point as its pages tell it."""

    point: AgendaPoint
    leaves: tuple[_Leaf, ...] = field(default_factory=tuple)

    @property
    def anchor(self) -> str:
        """Where its papers begin; empty where it has none."""
        if self.point.papers:
            return f"arende-{self.point.number}"
        return self.leaves[0].anchor if self.leaves else ""


def _told(points: Sequence[AgendaPoint]) -> list[_Told]:
    told, number = [], 0
    for point in points:
        leaves = []
        for one in point.enclosed:
            number += 1
            leaves.append(_Leaf(f"bilaga-{number}", one.title, page_count(one)))
        told.append(_Told(point, tuple(leaves)))
    return told


def _links(told: Sequence[_Told]) -> dict[str, str]:
    links = {leaf.anchor: f"Bilaga: {leaf.title}" for one in told for leaf in one.leaves}
    return links | {one.anchor: f"{one.point.number}. {one.point.title}" for one in told}


def _times(summons: Summons) -> str:
    return "–".join(filter(None, (summons.begins_at, summons.ends_at)))


def summons_sheet(summons: Summons, pictures: Mapping[str, bytes] | None = None) -> Sheet:
    """Our own pages of the summons, with a place kept for each page enclosed. Raises BadDocument.

    `pictures` are by checksum.
    """
    told = _told(summons.points)
    running = f"{summons.body} {day(summons.held_on)}"
    head = Running(f"Kallelse {running}", running, "", is_draft=False)
    facts = Facts(
        title=head.title,
        author=summons.organisation,
        subject=f"Kallelse och föredragningslista, {running}",
        created=f"{summons.issued_on}T00:00:00Z",
        variant="pdf/ua-1" if summons.enclosed else "pdf/a-3a",
        links=_links(told),
    )
    return Sheet(
        html=written(
            "summons", summons=summons, times=_times(summons), told=told, document=head, facts=facts
        ),
        letterhead=written("letterhead", document=head, sample=SAMPLE, kind="KALLELSE"),
        facts=facts,
        pictures=pictures or {},
    )


def summons_file(
    summons: Summons, exports: Path, pictures: Mapping[str, bytes] | None = None
) -> Path:
    """The summons as PDF, made now where it was not made before. Raises BadDocument."""
    sheet = summons_sheet(summons, pictures)
    name = mark_of(packed(sheet), *(one.sha256.encode() for one in summons.enclosed))

    def make() -> bytes:
        return worker().turn(f"summons {name}", name, enclose, press(sheet), summons.enclosed)

    return Shelf(exports / "summons", _MEGABYTES * 1_000_000).kept(f"{name}.pdf", make)
