"""Minutes are adjusted and corrected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

from sqlmodel import Session

from minutes.actions.columns import People, named, person_in, taken
from minutes.actions.history import Act, add_all, record
from minutes.domain import corrections
from minutes.domain.adjustment import Signature as Signed
from minutes.domain.adjustment import adjusted_on
from minutes.domain.persons import Person as Named
from minutes.store.frozen import sums_of
from minutes.store.tables import (
    Adjuster,
    Adjustment,
    Correction,
    CorrectionProposal,
    CorrectionSigner,
    Edition,
    Item,
    Meeting,
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
    signed: Sequence[Signed] = (),
    told_on: date | None = None,
    edition: Edition | None = None,
) -> Adjustment:
    """Approve the minutes: from here on the database refuses to change the meeting's record.

    They are adjusted on the day of the last signature. `told_on` is the day that a protocol
    from elsewhere gives where it does not tell who signed when; it may be missing, too. Of an
    `edition` that was signed here its tally tells the day. The entry holds the sums of the record,
    by which a change past the database is found.
    """
    last = None if edition else adjusted_on([one.signed_on for one in signed])
    sums = sums_of(session, meeting.id)
    adjustment = Adjustment(
        meeting_id=meeting.id,
        adjusted_on=last or told_on,
        edition_id=edition.id if edition else None,
    )
    record(session, act, "adjusted", adjustment, {"record": sums})
    signatures = [
        Signature(adjustment_id=adjustment.id, position=n, **taken(one, "name party signed_on"))
        for n, one in enumerate(signed)
    ]
    add_all(session, *signatures)
    return adjustment


def correct(
    session: Session,
    act: Act,
    item: Item,
    made: corrections.Correction,
    *,
    position: int,
    proposal: CorrectionProposal | None = None,
) -> Correction:
    """Enter a certified correction beside the text, which stays as it was adjusted.

    `proposal` is what was certified, where that was done here.
    """
    correction = Correction(
        item_id=item.id,
        position=position,
        after_words=made.after,
        old_words=made.old,
        new_words=made.new,
        reason=made.reason,
        proposal_id=proposal.id if proposal else None,
    )
    record(session, act, "corrected", correction)
    signers = [
        CorrectionSigner(correction_id=correction.id, position=n, certified_on=day, **named(person))
        for n, (person, day) in enumerate(zip_longest(made.certified_by, made.certified_on))
    ]
    add_all(session, *signers)
    return correction
