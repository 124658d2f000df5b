"""Rows of who follows what: an account, and an address that has confirmed and one that has not."""

from __future__ import annotations

from sqlmodel import Session, select

from minutes.actions.follows import Followed, ask, confirm, follow, follower_of, note_news
from minutes.actions.history import Act
from minutes.domain.follows import Rhythm
from minutes.store.tables import Account, Item, Matter, Meeting, Person


def begin_following(session: Session, act: Act, meeting: Meeting) -> None:
    """Let an account, and an address, follow a matter, a person and a search; a § is new."""
    matter, person = session.exec(select(Matter)).first(), session.exec(select(Person)).first()
    account = session.exec(select(Account)).first()
    item = session.exec(select(Item).where(Item.meeting_id == meeting.id)).first()
    assert matter
    assert person
    assert account
    assert item
    follower = follower_of(session, account)
    things = [
        Followed(matter_id=matter.id),
        Followed(person_id=person.id),
        Followed(search="q=avtal"),
    ]
    for of in things:
        row = follow(session, follower, of, Rhythm.DAILY, act.at, "Avtal" if of.search else "")
        note_news(session, row, [item.id], act.at.date())
        asked = ask(session, "kim@exempel.se", of, Rhythm.WEEKLY, act.at)
        if asked and of.matter_id:
            confirm(session, asked[1], act.at)
