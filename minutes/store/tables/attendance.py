"""Attendance: who was there, for whom and over which §§; names are those of the day."""

from sqlalchemy import CheckConstraint, UniqueConstraint

from minutes.domain.attendance import Role
from minutes.store.tables.base import Base, choice, key, link, maybe, revised


class Attendance(Base, table=True):
    """One person's presence at a meeting; without intervals over the whole of it."""

    __table_args__ = (
        UniqueConstraint("meeting_id", "position", name="attendance_has_a_place_in_the_list"),
        CheckConstraint("for_name IS NULL OR serves", name="who_serves_for_another_serves"),
    )

    id: int = key()
    meeting_id: int = link("meeting")
    person_id: int | None = maybe("person")
    position: int
    name: str
    party: str | None = None
    role: Role = choice(Role, "attendance_role_is_known")
    serves: bool
    for_name: str | None = None
    for_party: str | None = None
    remote: bool = False
    title: str | None = None
    revision: int = revised()


class AttendanceInterval(Base, table=True):
    """From § to §, both included; NULL is the meeting's own first or last."""

    __tablename__ = "attendance_interval"
    __table_args__ = (
        UniqueConstraint("attendance_id", "position", name="interval_has_a_place"),
        CheckConstraint("last_number >= first_number", name="interval_ends_after_it_begins"),
    )

    id: int = key()
    attendance_id: int = link("attendance")
    position: int
    first_number: int | None = None
    last_number: int | None = None
