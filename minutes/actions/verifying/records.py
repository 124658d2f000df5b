"""The record: texts have all their wordings, and adjusted minutes are what was adjusted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import and_
from sqlmodel import Session, col, func, select

from minutes.store.frozen import changed_tables
from minutes.store.tables import Adjustment, Body, History, Item, Meeting, Section, TextRevision
from minutes.store.trails import UNPACKED


def count(session: Session) -> int:
    """How many meetings are adjusted."""
    return session.exec(select(func.count()).select_from(Adjustment)).one()


def _texts(session: Session) -> Iterator[str]:
    """Sections whose wordings are not 1, 2, 3 … up to the one that stands."""
    last: Any = func.max(TextRevision.number)
    many: Any = func.count(col(TextRevision.id))
    found = (
        select(Section, last, many)
        .join(TextRevision, col(TextRevision.section_id) == Section.id, isouter=True)
        .group_by(col(Section.id))
        .order_by(col(Section.id))
    )
    for section, highest, number in session.exec(found):
        if not section.revision == (highest or 0) == number:
            item = session.get(Item, section.item_id)
            where = f"Avsnittet ”{section.heading}” i ”{item.title if item else ''}”"
            yield (
                f"{where} ska ha {section.revision} lydelser; "
                f"{number} finns, den sista har nummer {highest or 0}."
            )


def _told_in_part(session: Session) -> set[int]:
    """The meetings of which an archive gave all but the words of its secret §§."""
    unpacked = select(History.details).where(History.verb == UNPACKED)
    masked = [key for told in session.exec(unpacked) for key in json.loads(told)["masked"]]
    items = select(Item.meeting_id).where(col(Item.id).in_(masked))
    return {*session.exec(items)} if masked else set()


def _adjusted(session: Session) -> Iterator[str | None]:
    of_row = and_(
        col(History.subject) == "adjustment",
        col(History.subject_id) == Adjustment.id,
        col(History.verb) == "adjusted",
    )
    found = (
        select(Body.name, Meeting, History.details)
        .join(Meeting, col(Meeting.body_id) == Body.id)
        .join(Adjustment, col(Adjustment.meeting_id) == Meeting.id)
        .join(History, of_row)
        .order_by(col(Adjustment.id))
    )
    in_part = _told_in_part(session)
    for body, meeting, details in session.exec(found).all():
        sums = json.loads(details).get("record") if meeting.id not in in_part else None
        changed = list(changed_tables(session, meeting.id, sums)) if sums else []
        which = f"Protokollet {body} {meeting.held_on} är inte det som justerades"
        yield f"{which}: ändrat i {', '.join(changed)}." if changed else None


def walk(session: Session) -> Iterator[str | None]:
    """The texts, then each adjusted meeting's record against its sums."""
    yield from _texts(session)
    yield from _adjusted(session)
