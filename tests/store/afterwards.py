"""What comes after a notice: an appeal, a delegated decision that is announced, an assignment."""

from __future__ import annotations

from sqlmodel import Session, select

from minutes.actions.calendar import swedish_holidays
from minutes.actions.following_up import handle_assignment
from minutes.actions.history import Act, add_all
from minutes.actions.notices import announce_decision
from minutes.domain.following_up import Handling
from minutes.domain.legal_force import AppealOutcome
from minutes.domain.notices import notice_of
from minutes.store.tables import (
    Appeal,
    Assignment,
    Body,
    Communication,
    DelegatedDecision,
    Item,
    Meeting,
)
from tests.store.following import begin_following


def go_on(session: Session, act: Act, board: Body, meeting: Meeting) -> None:
    """What comes after the notice: an appeal, a delegate's decision, an assignment, followers."""
    day = meeting.held_on
    item = session.exec(select(Item).where(Item.meeting_id == meeting.id)).all()[0]
    lodged = Appeal(
        item_id=item.id,
        lodged_on=day,
        court="Förvaltningsrätten",
        outcome=AppealOutcome.DISMISSED,
        outcome_on=day,
    )
    made = DelegatedDecision(
        body_id=board.id, delegate="Fastighetschefen", what="Hyra ut.", decided_on=day
    )
    came = Communication(item_id=item.id, sender="Patientnämnden", subject="Protokoll")
    add_all(session, lodged, made, came)
    for one in session.exec(select(Assignment)).all():
        handle_assignment(session, act, one, Handling("Ekonomichefen", "Vården"))
    posted = notice_of(day, "Kansliet", swedish_holidays())
    announce_decision(session, act, made, posted)
    begin_following(session, act, meeting)
