"""The roll call: a row a mandate, the substitutes below, and the officials."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from wtforms import Form, StringField, TextAreaField
from wtforms.validators import Length

from minutes.domain.arrivals import Arrival
from minutes.domain.attendance import Attendance, Role
from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person
from minutes.domain.roll_call import Roll
from minutes.domain.roster import Mandate, Roster, is_vacancy, vacancy
from minutes.domain.seats import offered, open_seats
from minutes.domain.substitution import Seating
from minutes.domain.wording.attendance import attendance_line
from minutes.domain.wording.names import person
from minutes.importing.attendance import read_attendance

HERE, REMOTE, AWAY = "p", "d", "f"
"""Present, on a distance, absent: what a row says, and the key that says it."""


class RollForm(Form):
    """The roll as it is sent: the fields of a row are named by its mandate's place."""

    secretary = StringField(validators=[Length(max=200)])
    officials = TextAreaField(validators=[Length(max=10_000)])

    def __init__(self, formdata: Any = None, **known: Any) -> None:
        super().__init__(formdata, **known)
        self.posted: Mapping[str, str] = formdata or {}


@dataclass(frozen=True, slots=True)
class Row:
    """A mandate in the roll: whether it answers, for whom it serves and why."""

    key: str
    mandate: Mandate
    said: str
    serves_for: str = ""
    reason: str = ""
    offers: Sequence[str] = ()


def keyed(roster: Roster) -> Iterator[tuple[str, Mandate]]:
    """The mandates, each by the name that its fields end in."""
    for mandate in roster.mandates:
        yield f"{mandate.person.name} {mandate.person.party or ''}".strip(), mandate


def _said(roster: Roster, mandate: Mandate) -> str:
    """How the row stands before anybody touches it: members answer, substitutes do not."""
    row = roster.row_of(mandate.person, roster.start)
    if row is not None:
        return REMOTE if row.remote else HERE
    expected = mandate.role is not Role.SUBSTITUTE and not roster.attendance
    return HERE if expected else AWAY


def _seat_of(roster: Roster, who: Person) -> str:
    row = roster.row_of(who, roster.start)
    return person(row.serves_for) if row and row.serves_for else ""


def _seats(roster: Roster) -> list[str]:
    """The seats that a substitute may be put in: the members', and what is vacant."""
    members = [m.person for m in roster.mandates if m.role is not Role.SUBSTITUTE]
    vacant = [person(vacancy(None))] if (roster.seats or 0) > len(members) else []
    return [*map(person, members), *vacant]


def rows_of(roster: Roster, posted: Mapping[str, str]) -> list[Row]:
    """The rows of the roll, as they were sent or as the roster has them."""
    seats = _seats(roster)
    return [
        Row(
            key,
            one,
            posted.get(f"said {key}", _said(roster, one)),
            posted.get(f"for {key}", _seat_of(roster, one.person)),
            posted.get(f"why {key}", ""),
            seats if one.role is Role.SUBSTITUTE else (),
        )
        for key, one in keyed(roster)
    ]


def officials_of(roster: Roster) -> tuple[str, str]:
    """The secretary, and the attendees a line each, as the minutes have them."""
    names = [one.name for one in roster.attendance if one.role is Role.SECRETARY]
    others = [attendance_line(one) for one in roster.attendance if one.role is Role.ATTENDEE]
    return ", ".join(names), "\n".join(others)


def _official(line: str) -> Attendance:
    found = read_attendance({"attending": [line]})
    if len(found) != 1:
        raise RuleBroken(
            "Raden ”{line}” går inte att läsa. Skriv namn, titel och, om det inte är hela "
            "sammanträdet, §§: ”Ulla Ek, ekonomichef, §§ 3–5”.",
            line=line[:80],
        )
    return found[0]


def _officials(form: RollForm) -> Iterator[Attendance]:
    for line in filter(None, map(str.strip, (form.officials.data or "").splitlines())):
        yield _official(line)
    name = " ".join((form.secretary.data or "").split())
    if name:
        yield Attendance(name, None, Role.SECRETARY, serves=False)


def _seating(row: Row, members: Mapping[str, Person]) -> Seating:
    seat = members.get(row.serves_for, vacancy(row.mandate.person.party))
    if row.serves_for not in members and not is_vacancy(Person(row.serves_for)):
        raise RuleBroken("{name} har ingen plats i organet.", name=row.serves_for[:80])
    return Seating(row.mandate.person, seat, row.reason)


def read_roll(form: RollForm, roster: Roster) -> Roll:
    """What the form says. Raises RuleBroken."""
    rows = rows_of(roster, form.posted)
    answered = [row for row in rows if row.said in {HERE, REMOTE}]
    members = {person(m.person): m.person for m in roster.mandates}
    return Roll(
        [Arrival(row.mandate.person, remote=row.said == REMOTE) for row in answered],
        [_seating(row, members) for row in answered if row.serves_for],
        list(_officials(form)),
    )


def empty_seats(roster: Roster) -> list[str]:
    """The seats that nobody fills at the roll call, each with who is offered it first."""
    told = []
    for seat in open_seats(roster, roster.start):
        first = next(iter(offered(roster, roster.start, seat)), None)
        who = person(first) if first else _("ingen ersättare är på plats")
        told.append(f"{person(seat)}: {who}")
    return told
