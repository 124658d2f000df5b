"""Which meetings may be read: asked of each row by its key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, literal, or_, select, true

from minutes.domain.publishing import Publishing
from minutes.store.copies import standing
from minutes.store.in_sight import columns
from minutes.store.tables import Adjustment, Base, Body, Meeting, PublicCopy


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen: drafts of these bodies (None: of all), and of agendas what has no number yet.

    On the web, `public_on` that day, only what somebody approved is read: that the meeting was
    held and its minutes adjusted is seen all the same.

    Only the workspace sees an item before it is closed: the register's pages tell of §§. A secret
    § is seen in the workspace of its body, and nowhere on the register's pages, whoever reads.
    """

    bodies: frozenset[int] | None
    agenda: bool = False
    public_on: date | None = None


def there(of: type[Base], name: str) -> Any:
    """A table by another name, to ask whether a row of it is there.

    Asked so, a row is found by its key; a list of all that may be seen would be made anew for
    every query, and grows with the register.
    """
    return of.__table__.alias(name)  # type: ignore[attr-defined]  # as above


def is_there(table: Any, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a row of that table meets the conditions, on its columns and the row's asked of."""
    return exists(literal(1)).where(*conditions).select_from(table).correlate_except(table)


def is_held(meeting: Any, body: Any, bodies: frozenset[int]) -> ColumnElement[bool]:
    """Whether a meeting is adjusted, or one of these bodies'."""
    adjusted = there(Adjustment, "seen_adjustment")
    return or_(body.in_(bodies), is_there(adjusted, adjusted.c.meeting_id == meeting))


def is_published(sight: Sight, meeting: Any, body: Any) -> ColumnElement[bool]:
    """Whether the minutes of an adjusted meeting may be read."""
    if sight.public_on is None:
        return true()
    copy, bodies = there(PublicCopy, "seen_copy"), columns(Body)
    unreviewed = select(bodies.id).where(bodies.publishing == Publishing.UNREVIEWED)
    stands = is_there(copy, copy.c.meeting_id == meeting, *standing(copy.c, sight.public_on))
    return or_(body.in_(unreviewed), stands)


def readable_meetings(sight: Sight, bodies: frozenset[int]) -> Select[Any]:
    """The meetings whose minutes may be read."""
    meeting = columns(Meeting)
    held = is_held(meeting.id, meeting.body_id, bodies)
    return select(meeting.id).where(held, is_published(sight, meeting.id, meeting.body_id))


def is_readable(sight: Sight, bodies: frozenset[int], meeting: Any) -> ColumnElement[bool]:
    """Whether the minutes of the meeting of that key may be read."""
    seen = there(Meeting, "seen_meeting")
    held = is_held(seen.c.id, seen.c.body_id, bodies)
    published = is_published(sight, seen.c.id, seen.c.body_id)
    return is_there(seen, seen.c.id == meeting, held, published)
