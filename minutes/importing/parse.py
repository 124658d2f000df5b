"""Lines become the record of a protocol, or the reason why they are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutes.domain.errors import RuleBroken
from minutes.domain.record import Item, Protocol, Unread
from minutes.domain.record_json import loads
from minutes.importing.adjusters import elected_adjusters, read_adjusters
from minutes.importing.attendance import read_attendance
from minutes.importing.completeness import doubt_of, problems_of
from minutes.importing.days import problems_of_days
from minutes.importing.feet_of_pages import with_footnotes_at_marks
from minutes.importing.front_labels import by_label
from minutes.importing.front_page import place_of, times_of, unread_front
from minutes.importing.furniture import part
from minutes.importing.item_lines import Opening, chain, cut, openings
from minutes.importing.items import Context, read_item
from minutes.importing.layouts import Layout, choose
from minutes.importing.lines import Line, Source
from minutes.importing.meeting import (
    adjusted_on,
    body_of,
    day_of,
    document_id,
    organisation_of,
)
from minutes.importing.page import page_of
from minutes.importing.problems import Problem, Refused

_NO_PROTOCOL = (
    "Filen är inget protokoll. Sökt: rader som inleder en paragraf (”§ 12”) med ett beslut under. "
    "Funnet: {found}. Kontrollera att rätt fil angavs."
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file was read as: the record, and what is wrong with it.

    `doubt` says what cannot be seen of a file that shows no fault: whether it is whole.
    `organisation` is the one that the file names.
    """

    protocol: Protocol
    problems: tuple[Problem, ...] = ()
    doubt: str | None = None
    organisation: str | None = None


def _require_items(items: Sequence[Item]) -> None:
    """Raise Refused where nothing was decided in any §."""
    if any(item.decision is not None for item in items):
        return
    found = f"{len(items)} sådana rader men inget beslut" if items else "ingen sådan rad"
    raise Refused(_NO_PROTOCOL.format(found=found))


def _meeting(
    page: Sequence[Line], front: Sequence[Line], text: Sequence[Line]
) -> tuple[Protocol, dict[str, list[str]]]:
    """The record without its items, and the front page by its labels."""
    labels = by_label(front)
    attendance = read_attendance(labels)
    opened_at, closed_at = times_of(front)
    meeting = Protocol(
        body=body_of(page, front, text),
        date=day_of(page, front),
        items=(),
        place=place_of(labels),
        opened_at=opened_at,
        closed_at=closed_at,
        attendance=attendance,
        adjusters=read_adjusters(labels, attendance),
        adjusted_on=adjusted_on(front),
        document_id=document_id(page, front),
    )
    return meeting, labels


def _items(
    lines: Sequence[Line], run: Sequence[Opening], layout: Layout, meeting: Protocol
) -> tuple[list[Item], list[Unread]]:
    page = page_of([line for line in lines[run[0].index :] if not line.footnote])
    context = Context(meeting.body, tuple(a.person for a in meeting.attendance))
    items: list[Item] = []
    unread: list[Unread] = []
    for one in cut(lines, run, layout):
        item, left = read_item(one, layout, page, context)
        items.append(item)
        unread += left
    return items, unread


def parse_lines(source: Source) -> Reading:
    """The record that the lines themselves give. Raises Refused where they are no protocol."""
    layout = choose(source.lines)
    text, furniture = part(source.lines, layout)
    lines = with_footnotes_at_marks(text, furniture)
    found = list(openings(lines, layout))
    run = chain(found)
    if not run:
        _require_items(())
    front = lines[: run[0].index]
    meeting, labels = _meeting(furniture, front, lines[run[0].index :])
    items, unread = _items(lines, run, layout, meeting)
    _require_items(items)
    meeting = replace(
        meeting, items=tuple(items), adjusters=meeting.adjusters or elected_adjusters(items)
    )
    named = organisation_of([*furniture, *front])
    unread = [*unread_front(front, labels, replace(meeting, organisation=named)), *unread]
    protocol = replace(meeting, unread=tuple(unread))
    problems = (
        *problems_of_days(source.lines, furniture, lines[run[0].index].number, protocol.date),
        *problems_of(source, lines, found, run, protocol),
    )
    doubt = None if problems else doubt_of(source, lines, run, protocol)
    return Reading(protocol, problems, doubt, named)


def parse(source: Source) -> Reading:
    """The record of a file: the one that a protocol of ours carries, else the one in its text.

    Raises Refused where the file is no protocol.
    """
    if source.attached is None:
        return parse_lines(source)
    try:
        protocol = loads(source.attached)
    except RuleBroken as error:
        raise Refused(
            f"Filen bär ett protokoll som inte går att läsa: {error.sentence} "
            "Läs texten i stället med --text."
        ) from error
    return Reading(protocol, organisation=protocol.organisation)
