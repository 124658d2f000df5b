"""Where in the workspace somebody is: a body's meeting, and an item on its agenda."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import url_for
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound

from minutes.domain.access import READS_DRAFTS, Duty, bodies_with_drafts
from minutes.store.queries.bodies import find_slug
from minutes.store.queries.meetings import meeting_at
from minutes.store.records import is_adjusted
from minutes.store.session import session
from minutes.store.tables import Body, Item, Meeting
from minutes.store.visibility import Sight, show
from minutes.web.access import holders, signed_in

SECRETARIES = holders(Duty.SECRETARY)
"""Who writes: those trusted with the minutes of the body."""
REGISTRARS = holders(Duty.SECRETARY, Duty.REGISTRAR)
"""Who registers what comes in, beside those who write."""
READERS = holders(*READS_DRAFTS)
"""Who reads what is being written."""


@dataclass(frozen=True, slots=True)
class Place:
    """A meeting of a body, and one item of it where the address names one."""

    body: Body
    meeting: Meeting
    item: Item | None = None

    @property
    def at(self) -> Item:
        """The item. Raises NotFound where the address names none."""
        if self.item is None:
            raise NotFound
        return self.item

    @property
    def parts(self) -> dict[str, object]:
        """The parts of the address, for `url_for`."""
        own = {"body": self.body.slug, "held_on": self.meeting.held_on}
        return own | ({"item": self.item.id} if self.item else {})

    def address(self, endpoint: str, **more: object) -> str:
        """The address of another page of this place."""
        return url_for(endpoint, **{**self.parts, **more})  # type: ignore[arg-type]  # parts of an address


def look_at_agendas() -> None:
    """Let this request see what has no number yet, in the bodies whose drafts one may read."""
    show(session(), Sight(bodies_with_drafts(signed_in().grants), agenda=True))


def _item(meeting: Meeting, item: int | None) -> Item | None:
    if item is None:
        return None
    row = session().get(Item, item)
    if row is None or row.meeting_id != meeting.id:
        raise NotFound(_("Det finns inget sådant ärende på det här sammanträdet."))
    return row


def place(body: str, held_on: date, item: int | None = None) -> Place:
    """The place at an address. Raises NotFound."""
    look_at_agendas()
    row = find_slug(session(), body)
    meeting = meeting_at(session(), body, held_on) if row else None
    if row is None or meeting is None:
        raise NotFound(_("Organet har inget sammanträde den dagen."))
    return Place(row, meeting, _item(meeting, item))


def may_change(here: Place) -> bool:
    """Whether what is written here may still be changed by the one who has signed in."""
    is_secretary = SECRETARIES.admits(signed_in(), here.body.id)
    is_open = here.meeting.submitted_at is None and here.meeting.cancelled_at is None
    return is_secretary and is_open and not is_adjusted(session(), here.meeting)
