"""Motions as a table: when they are due, how each clause was answered, what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from minutes.documents.tables import Cell, Column, Say, Table
from minutes.domain.persons import Person
from minutes.domain.wording.names import person
from minutes.store.queries.addresses import Address
from minutes.store.queries.assignments import AssignmentEntry
from minutes.store.queries.motions import ClauseAnswer, ClausePage, MotionEntry

UNPREPARED = "Motioner som inte är färdigberedda"
"""What the annex is called that reports those that wait to the assembly."""
_COLUMNS = (
    Column("Nummer", 9),
    Column("Motion", 28),
    Column("Motionärer", 22),
    Column("Väckt", 12),
    Column("Ettårsfrist", 12),
    Column("Diarienummer", 15),
    Column("Läge", 16),
    Column("Att-satser", 48),
    Column("Uppdrag", 36),
)


def _at(address: Address) -> str:
    return f"{address.body} § {address.number}/{address.year}"


def _answer(one: ClauseAnswer, say: Say) -> str:
    outcome = say(one.outcome)
    return f"{f'Föreslås {outcome.lower()}' if one.is_proposal else outcome}: {_at(one.address)}"


def _clause(one: ClausePage, say: Say) -> str:
    answers = "; ".join(_answer(answer, say) for answer in one.answers)
    words = f"{one.position}. {one.text}" if one.text else f"{one.position}."
    return f"{words} ({answers})" if answers else words


def _task(one: AssignmentEntry, say: Say) -> str:
    until = f", senast {one.deadline}" if one.deadline else ""
    return f"{one.assignee}: {one.text} ({say(one.status)}{until})"


def _state(entry: MotionEntry, say: Say) -> str:
    if entry.motion.written_off:
        return f"{say(entry.state)}: {_at(entry.motion.written_off)}"
    late = entry.days_left is not None and entry.days_left < 0
    return f"{say(entry.state)}, fristen har gått ut" if late else say(entry.state)


def _row(entry: MotionEntry, say: Say) -> tuple[Cell, ...]:
    motion = entry.motion
    return (
        motion.number,
        motion.title,
        ", ".join(person(Person(one.name, one.party)) for one in motion.movers),
        motion.raised_on,
        entry.due_on,
        entry.dnr,
        _state(entry, say),
        "\n".join(_clause(clause, say) for clause in motion.clauses),
        "\n".join(_task(task, say) for task in entry.assignments),
    )


def motions_table(
    title: str, organisation: str, entries: Sequence[MotionEntry], made_on: date, say: Say
) -> Table:
    """The motions as a table."""
    return Table(
        title,
        organisation,
        "En motion ska beredas så att fullmäktige kan besluta inom ett år från att den väcktes. "
        "Går det inte ska det, och vad som har kommit fram, redovisas för fullmäktige inom samma "
        "tid (5 kap. 35 § kommunallagen).",
        made_on,
        _COLUMNS,
        tuple(_row(entry, say) for entry in entries),
    )
