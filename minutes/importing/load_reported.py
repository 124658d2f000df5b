"""What a § reports in lists and tables is entered in columns, too."""

from __future__ import annotations

from contextlib import suppress

from minutes.actions.communications import enter_communication
from minutes.actions.delegation import enter_delegated
from minutes.domain import communications, delegation
from minutes.domain.errors import RuleBroken
from minutes.domain.record import Item as Record
from minutes.importing.recorder import Recorder
from minutes.store.tables import Body, Item, Meeting


def _decisions(recorder: Recorder, meeting: Meeting, item: Item, text: str) -> None:
    body = recorder.session.get_one(Body, meeting.body_id)
    for one in delegation.reported_decisions(text):
        with suppress(RuleBroken):
            enter_delegated(
                recorder.session, recorder.act, body, one, today=meeting.held_on, reported_in=item
            )


def _communications(recorder: Recorder, meeting: Meeting, item: Item, text: str) -> None:
    for one in communications.reported_communications(text):
        with suppress(RuleBroken):
            enter_communication(recorder.session, recorder.act, item, one, today=meeting.held_on)


def enter_reported(recorder: Recorder, meeting: Meeting, item: Item, record: Record) -> None:
    """Enter the delegated decisions, or the communications, that a § reports.

    What no rule lets in stands in the words of the § all the same.
    """
    title = record.title.casefold()
    is_of_delegates = delegation.TITLE in title
    if is_of_delegates or title.startswith(communications.TITLE):
        enter = _decisions if is_of_delegates else _communications
        for section in record.sections:
            enter(recorder, meeting, item, section.text)
