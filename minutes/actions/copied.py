"""What is entered beside minutes that are on the web reads there as the minutes do."""

from __future__ import annotations

from sqlmodel import Session, col, func, select

from minutes.actions.history import add_all
from minutes.actions.publishing import standing_copy
from minutes.domain.publishing import Ruling
from minutes.store.masks import elected_of, item_without, masks_of
from minutes.store.tables import Item, MaskedText, Meeting, PublicCopy


def _next_place(session: Session, copy: PublicCopy) -> int:
    of_copy = select(func.max(MaskedText.place)).where(MaskedText.copy_id == copy.id)
    last = session.exec(of_copy).one()
    return 0 if last is None else last + 1


def mask_in_copy(session: Session, item: Item) -> None:
    """Let the standing copy hold the texts of a § without the words that are masked in it.

    Those that were there when the copy was approved it knows already.
    """
    meeting = session.get_one(Meeting, item.meeting_id)
    copy = standing_copy(session, meeting)
    masks = masks_of(session, meeting, Ruling.MASKED) if copy else []
    if copy is None or not masks:
        return
    texts = item_without(session, item, masks, elected_of(session, meeting))
    of_copy = select(col(MaskedText.original)).where(MaskedText.copy_id == copy.id)
    known, first = {*session.exec(of_copy)}, _next_place(session, copy)
    new = sorted((one, told) for one, told in texts.items() if one not in known)
    add_all(
        session,
        *(
            MaskedText(copy_id=copy.id, place=place, original=original, text=told)
            for place, (original, told) in enumerate(new, first)
        ),
    )
