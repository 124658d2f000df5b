"""What the invented region's accounts follow, and what was new to them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlmodel import Session, select

from minutes.actions.accounts import find_account
from minutes.actions.follows import Followed, follow, follower_of, note_news
from minutes.domain.follows import Rhythm
from minutes.store.queries.news import matter_news, person_news, public_since
from minutes.store.tables import Matter, Person
from minutes.store.visibility import Sight, show, sight_of

_SINCE, _TODAY = date(2026, 6, 1), date(2026, 11, 20)
_WHO = ("sekreterare@sundevik.example", "ledamot@sundevik.example")
_MATTER, _PERSON = "0765-2026", "henrik-torneus"
_SEARCH, _NAME = "parti=V&visa=reservationer", "Vänsterpartiets reservationer"


def begin_to_follow(session: Session) -> None:
    """Let two accounts follow a matter, a person and a search since the summer."""
    matter = session.exec(select(Matter).where(Matter.slug == _MATTER)).one()
    person = session.exec(select(Person).where(Person.slug == _PERSON)).one()
    before, new = sight_of(session), public_since(_SINCE)
    show(session, Sight(frozenset(), public_on=_TODAY))
    told = {
        Followed(matter_id=matter.id): matter_news(session, matter.id, new),
        Followed(person_id=person.id): person_news(session, person.id, new),
        Followed(search=_SEARCH): (),
    }
    show(session, before)
    for email in _WHO:
        account = find_account(session, email)
        assert account
        for of, news in told.items():
            name = _NAME if of.search else ""
            at = datetime(_SINCE.year, _SINCE.month, _SINCE.day, 9, tzinfo=UTC)
            row = follow(session, follower_of(session, account), of, Rhythm.WEEKLY, at, name)
            note_news(session, row, (one.key for one in news), _TODAY)
