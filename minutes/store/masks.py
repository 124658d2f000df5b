"""What is ruled on for a meeting's next copy, and how its texts read in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlmodel import Session, col, select

from minutes.domain.masking import Mask, masked_words, words_for
from minutes.domain.publishing import Ruling
from minutes.store import tables as t
from minutes.store.told_texts import texts_of_item, texts_of_meeting


def rulings_of(session: Session, meeting: t.Meeting) -> Sequence[t.Mask]:
    """What somebody has said of words in the minutes, in that order."""
    of_meeting = select(t.Mask).where(t.Mask.meeting_id == meeting.id)
    return session.exec(of_meeting.order_by(col(t.Mask.id))).all()


def _numbers(session: Session, meeting: t.Meeting) -> dict[int | None, int | None]:
    of_meeting = select(t.Item.id, t.Item.number).where(t.Item.meeting_id == meeting.id)
    return {None: None, **dict(session.exec(of_meeting).all())}


def masks_of(session: Session, meeting: t.Meeting, ruling: Ruling) -> list[Mask]:
    """The words of a meeting on which somebody has ruled so, by the number of their §."""
    numbers = _numbers(session, meeting)
    rows = [row for row in rulings_of(session, meeting) if row.ruling is ruling]
    return [Mask(row.words, numbers[row.item_id]) for row in rows]


def elected_of(session: Session, meeting: t.Meeting) -> frozenset[str]:
    """The names of those who hold or held a seat: they are public by their office."""
    seated = select(t.Person.name).join(t.Mandate, col(t.Mandate.person_id) == t.Person.id)
    return frozenset(session.exec(seated.distinct()))


def texts_without(
    session: Session, meeting: t.Meeting, masks: Sequence[Mask], elected: frozenset[str]
) -> dict[str, str]:
    """Each text of the meeting that holds masked words, and how it reads without them."""
    items = select(t.Item.id, t.Item.number).where(t.Item.meeting_id == meeting.id)
    rest = [(text, words_for(masks, None)) for text in texts_of_meeting(session, meeting)]
    of_items = [
        (text, words_for(masks, number))
        for key, number in session.exec(items).all()
        for text in texts_of_item(session, key)
    ]
    return _without([*rest, *of_items], elected)


def item_without(
    session: Session, item: t.Item, masks: Sequence[Mask], elected: frozenset[str]
) -> dict[str, str]:
    """Each text of a § that holds masked words, and how it reads without them."""
    words = words_for(masks, item.number)
    return _without([(text, words) for text in texts_of_item(session, item.id)], elected)


def _without(texts: Iterable[tuple[str, Sequence[str]]], elected: frozenset[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for text, words in texts:
        told = masked_words(found.get(text, text), words, elected)
        if told != text:
            found[text] = told
    return found
