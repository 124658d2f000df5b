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


def interval_text(intervals: Sequence[Interval]) -> str:
    """As "§ 54", "§§ 54–59" or "§§ 54–56 och 58–59"; empty for the whole meeting."""
    parts = [
        str(i.first) if i.first == i.last else f"{i.first or ''}–{i.last or ''}"
        for i in intervals
        if i != Interval()
    ]
    several = len(parts) > 1 or any("–" in part for part in parts)
    return f"{'§§' if several else '§'} {listed(parts)}" if parts else ""


def _instead(serves_for: Person) -> str:
    return f"ersätter {person(serves_for)}"


def attendance_line(one: Attendance) -> str:
    """As "Eva Ek (S), ordförande" or "Bo Al (M), ersätter Ann By (L), §§ 54–59"."""
    parts = [
        person(one.person),
        one.title or ROLE_NAMES.get(one.role, ""),
        _instead(one.serves_for) if one.serves_for else "",
        "på distans" if one.remote else "",
        interval_text(one.intervals),
    ]
    return ", ".join(part for part in parts if part)
