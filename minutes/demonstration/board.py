"""What came after the invented meetings: notices taken down, an outage, appeals, delegates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from sqlmodel import Session, col, select

from minutes.actions.appeals import enter_appeal, revise_appeal
from minutes.actions.calendar import swedish_holidays
from minutes.actions.delegation import enter_delegated
from minutes.actions.history import Act
from minutes.actions.motion_revisions import write_off
from minutes.actions.notices import announce, announce_decision, interrupt, take_down
from minutes.demonstration.region import Misdescribed, description
from minutes.domain.delegation import DelegatedDecision
from minutes.domain.legal_force import Appeal, AppealOutcome
from minutes.domain.notices import Notice, notice_of
from minutes.store.records import meeting_of
from minutes.store.tables import Body, Item, Meeting, Motion
from minutes.store.tables import Notice as Row

KEPT_IN = "Regionens kansli, Regionhuset i Sundevik"
_REFERENCE = re.compile(r"^(?P<body>.+) (?P<year>\d{4}) § (?P<number>\d+)$")
_SECRETARY, _REGISTRAR = "Elin Hagströmer", "Registratorn"


def _on(day: date, by: str = _SECRETARY) -> Act:
    return Act(by, datetime.combine(day, time(15), UTC))


def posted(day: date) -> Notice:
    """A notice of the region, posted on a day."""
    court = description("board.toml")["court"]
    return notice_of(day, KEPT_IN, swedish_holidays(), appeal_to=court, posted_by=_SECRETARY)


def item_named(session: Session, reference: str) -> Item:
    """The § that is named as "Regionstyrelsen 2026 § 58". Raises Misdescribed."""
    match = _REFERENCE.match(reference)
    rows = select(Item).join(Body, col(Body.id) == Item.body_id)
    if match:
        rows = rows.where(
            Body.name == match["body"],
            Item.year == int(match["year"]),
            Item.number == int(match["number"]),
        )
    found = session.exec(rows).first() if match else None
    if found is None:
        raise Misdescribed(f"{reference} is no §")
    return found


def _interrupt(session: Session, bodies: Mapping[str, Body], one: Mapping[str, Any]) -> None:
    meeting = meeting_of(session, bodies[one["body"]], one["held_on"])
    if meeting is None:
        raise Misdescribed(f"{one['body']} did not meet on {one['held_on']}")
    row = session.exec(select(Row).where(Row.meeting_id == meeting.id)).one()
    day, again = one["interrupted_on"], one["posted_on"]
    interrupt(session, _on(again), row, day, what=one["what"], today=again)
    announce(session, _on(again), meeting, posted(again))


def _appeal(session: Session, one: dict[str, Any]) -> None:
    item = item_named(session, one.pop("item"))
    outcome = one.pop("outcome", None)
    whole = Appeal(**one, outcome=AppealOutcome(outcome) if outcome else None)
    lodged = Appeal(whole.lodged_on, whole.court, whole.case_number)
    first = _on(whole.lodged_on, _REGISTRAR)
    row = enter_appeal(session, first, item, lodged, today=whole.lodged_on)
    last = whole.stands_on or whole.stay_from or whole.lodged_on
    revise_appeal(session, _on(last, _REGISTRAR), row, whole, today=last)


def _delegate(session: Session, bodies: Mapping[str, Body], one: dict[str, Any]) -> None:
    body, posted_on = bodies[one.pop("body")], one.pop("posted_on", None)
    made = DelegatedDecision(**one)
    day = made.decided_on or date.min
    row = enter_delegated(session, _on(day), body, made, today=day)
    if posted_on is not None:
        announce_decision(session, _on(posted_on), row, posted(posted_on))


def _write_off(session: Session, one: Mapping[str, Any]) -> None:
    item = item_named(session, one["item"])
    motion = session.exec(select(Motion).where(Motion.number == one["motion"])).one()
    write_off(session, _on(session.get_one(Meeting, item.meeting_id).held_on), motion, item)


def _take_down(session: Session) -> None:
    """Those whose time was over when the last meeting was held."""
    last = max(session.exec(select(col(Meeting.held_on))).all())
    counts = col(Row.interrupted_on).is_(None)
    for row in session.exec(select(Row).where(counts, col(Row.taken_down_on) <= last)).all():
        take_down(session, _on(row.taken_down_on), row, row.taken_down_on)


def follow_up(session: Session, bodies: Mapping[str, Body]) -> None:
    """Enter what came after the meetings."""
    described = description("board.toml")
    for one in described["interruption"]:
        _interrupt(session, bodies, one)
    for one in described["appeal"]:
        _appeal(session, one)
    for one in described["written_off"]:
        _write_off(session, one)
    for one in described["delegated"]:
        _delegate(session, bodies, one)
    _take_down(session)
