"""Attendance in prose: a line a person, as the front page has it."""

from __future__ import annotations

from collections.abc import Sequence

from minutes.domain.attendance import Attendance, Interval, Role
from minutes.domain.persons import Person
from minutes.domain.wording.names import listed, person

ROLE_NAMES = {
    Role.CHAIR: "ordförande",
    Role.VICE_CHAIR: "1:e vice ordförande",
    Role.SECOND_VICE_CHAIR: "2:e vice ordförande",
    Role.SECRETARY: "sekreterare",
}


def _closed(intervals: Sequence[Interval]) -> str:
    parts = [str(i.first) if i.first == i.last else f"{i.first}–{i.last}" for i in intervals]
    several = len(parts) > 1 or any("–" in part for part in parts)
    return f"{'§§' if several else '§'} {listed(parts)}"


def interval_text(intervals: Sequence[Interval]) -> str:
    """As "§ 54", "§§ 54–56 och 58–59" or "t.o.m. § 54"; empty for the whole meeting."""
    closed = [i for i in intervals if i.first is not None and i.last is not None]
    parts = [f"t.o.m. § {i.last}" for i in intervals if i.first is None and i.last is not None]
    parts += [_closed(closed)] if closed else []
    parts += [f"fr.o.m. § {i.first}" for i in intervals if i.first is not None and i.last is None]
    return listed(parts)


def _instead(serves_for: Person) -> str:
    return f"ersätter {person(serves_for)}"


def _role_name(one: Attendance) -> str:
    """A member who does not serve is told from the substitutes who do not."""
    waits = one.role is Role.MEMBER and not one.serves
    return "ledamot" if waits else ROLE_NAMES.get(one.role, "")


def attendance_line(one: Attendance) -> str:
    """As "Eva Ek (S), ordförande" or "Bo Al (M), ersätter Ann By (L), §§ 54–59"."""
    parts = [
        person(one.person),
        one.title or _role_name(one),
        _instead(one.serves_for) if one.serves_for else "",
        "på distans" if one.remote else "",
        interval_text(one.intervals),
    ]
    return ", ".join(part for part in parts if part)
