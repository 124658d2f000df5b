"""Minutes are adjusted, corrected and announced."""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import date
from itertools import zip_longest

from sqlmodel import Session

from minutes.actions.columns import People, named, person_in
from minutes.actions.history import Act, add_all, record
from minutes.domain import corrections, notices
from minutes.domain.persons import Person as Named
from minutes.store.tables import (
    Adjuster,
    Adjustment,
    Correction,
    CorrectionSigner,
    Item,
    Meeting,
    Notice,
    Signature,
)


def elect_adjuster(
    session: Session, act: Act, meeting: Meeting, who: Named, *, people: People, position: int
) -> Adjuster:
    """Enter who was elected to adjust the minutes beside the chair."""
    adjuster = Adjuster(meeting_id=meeting.id, position=position, **person_in(people, who))
    record(session, act, "elected", adjuster)
    return adjuster


def adjust(
    session: Session,
    act: Act,
    meeting: Meeting,
    *,
    adjusted_on: date | None,
    signers: Sequence[Named] = (),
) -> Adjustment:
    """Approve the minutes: from here on the database refuses to change the meeting's record.

    `adjusted_on` is None where a protocol from elsewhere does not tell the day.
    """
    adjustment = Adjustment(meeting_id=meeting.id, adjusted_on=adjusted_on)
    record(session, act, "adjusted", adjustment)
    signatures = [
        Signature(adjustment_id=adjustment.id, position=n, signed_on=adjusted_on, **named(p))
        for n, p in enumerate(signers)
    ]
    add_all(session, *signatures)
    return adjustment


def correct(
    session: Session, act: Act, item: Item, made: corrections.Correction, *, position: int
) -> Correction:
    """Enter a certified correction beside the text, which stays as it was adjusted."""
    correction = Correction(
        item_id=item.id,
        position=position,
        after_words=made.after,
        old_words=made.old,
        new_words=made.new,
        reason=made.reason,
    )
    record(session, act, "corrected", correction)
    signers = [
        CorrectionSigner(correction_id=correction.id, position=n, certified_on=day, **named(person))
        for n, (person, day) in enumerate(zip_longest(made.certified_by, made.certified_on))
    ]
    add_all(session, *signers)
    return correction


def announce(
    session: Session,
    act: Act,
    meeting: Meeting,
    *,
    posted_on: date,
    kept_at: str,
    holidays: Container[date],
) -> Notice:
    """Announce the adjustment on the notice board; the appeal period follows by law."""
    notice = Notice(
        meeting_id=meeting.id,
        posted_on=posted_on,
        appeal_ends_on=notices.appeal_ends_on(posted_on, holidays),
        taken_down_on=notices.taken_down_on(posted_on, holidays),
        kept_at=kept_at,
    )
    record(session, act, "announced", notice)
    return notice
