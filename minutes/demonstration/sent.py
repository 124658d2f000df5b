"""Minutes of the invented region that are sent to adjustment, signed and refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from sqlmodel import Session, select

from minutes.actions.history import Act
from minutes.actions.verdicts import conclude, refuse_item, settle_item, sign_edition
from minutes.demonstration.assignments import item_of
from minutes.documents.sending import send_minutes
from minutes.domain.verdicts import SigningMethod
from minutes.store.tables import Edition, EditionSigner, Meeting
from minutes.store.tallies import signers_of, standing_edition


@dataclass(frozen=True, slots=True)
class RefusalOf:
    """A § that somebody refuses, with the reason and the day."""

    by: str
    number: int
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class SentOf:
    """When minutes were sent, and what those who were asked said; they sign on paper."""

    on: date
    signed: tuple[tuple[str, date], ...] = ()
    refused: tuple[RefusalOf, ...] = ()


@dataclass(frozen=True, slots=True)
class SettlesOf:
    """The § of an earlier meeting that a § approves."""

    by_number: int
    date: date
    number: int


def read_sent(raw: dict[str, Any]) -> SentOf | None:
    """The sending of a meeting's description."""
    told = raw.get("sent")
    if told is None:
        return None
    refused = tuple(RefusalOf(**one) for one in told.get("refused", []))
    return SentOf(told["on"], tuple(told.get("signed", {}).items()), refused)


def read_settles(raw: dict[str, Any]) -> tuple[SettlesOf, ...]:
    """What the §§ of a meeting's description approve."""
    return tuple(
        SettlesOf(one["number"], **one["settles"]) for one in raw["item"] if "settles" in one
    )


def act_on(day: date, by: str) -> Act:
    """An act in the afternoon of a day."""
    return Act(by, datetime.combine(day, time(15), UTC))


def _asked(session: Session, edition: Edition) -> dict[str, EditionSigner]:
    return {one.name: one for one in signers_of(session, edition)}


def send(session: Session, meeting: Meeting, told: SentOf, by: str, exports: Path) -> None:
    """Send the minutes, let them be signed and refused, and adjust them if all have signed."""
    sent = send_minutes(session, act_on(told.on, by), meeting, found=(), exports=exports)
    asked = _asked(session, sent)
    for one in told.refused:
        item = item_of(session, meeting, one.number)
        act = act_on(one.on, one.by)
        refuse_item(session, act, asked[one.by], item, on=one.on, reason=one.reason)
    for name, day in told.signed:
        act = act_on(day, name)
        sign_edition(session, act, asked[name], on=day, method=SigningMethod.PAPER)
        conclude(session, act, sent)


def settle(session: Session, meeting: Meeting, told: SettlesOf, by: str) -> Meeting:
    """A § of the meeting approves what was refused; gives the meeting that is adjusted by it."""
    of_body = select(Meeting).where(Meeting.body_id == meeting.body_id)
    earlier = session.exec(of_body.where(Meeting.held_on == told.date)).one()
    edition = standing_edition(session, earlier)
    if edition is None:
        raise ValueError(f"the minutes of {told.date} were not sent")
    act = act_on(meeting.held_on, by)
    approves = item_of(session, meeting, told.by_number)
    refused = item_of(session, earlier, told.number)
    settle_item(session, act, edition, refused, by_item=approves)
    conclude(session, act, edition)
    return earlier
