"""What came after the invented meetings: corrections, an extract and whom it was sent to."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import Session, select

from minutes.actions.publishing import standing_copy
from minutes.demonstration.corrections import correct
from minutes.demonstration.region import Misdescribed, description
from minutes.store import tables as t


def _made_of(session: Session, proposal: t.CorrectionProposal) -> t.Correction | None:
    of_proposal = select(t.Correction).where(t.Correction.proposal_id == proposal.id)
    return session.exec(of_proposal).first()


def test_one_correction_is_on_the_web_and_one_waits_to_be_certified(entered: Session) -> None:
    first, second = entered.exec(select(t.CorrectionProposal)).all()
    meeting = entered.get_one(t.Item, first.item_id).meeting_id
    copy, made = (
        standing_copy(entered, entered.get_one(t.Meeting, meeting)),
        _made_of(entered, first),
    )

    assert copy is not None
    assert made is not None
    assert copy.corrections_to == made.id
    assert (second.withdrawn_at, _made_of(entered, second)) == (None, None)


def test_who_is_not_asked_certifies_no_correction(entered: Session) -> None:
    one = {**description("board.toml")["correction"][0], "old": "högst 90", "new": "högst 60"}

    with pytest.raises(Misdescribed, match="Nobody certifies"):
        correct(entered, [{**one, "certified": {"Nobody": date(2026, 3, 2)}}])


def test_an_extract_of_corrected_minutes_has_gone_by_every_channel(entered: Session) -> None:
    (extract,) = entered.exec(select(t.Extract)).all()

    assert extract.version == 2
    assert {one.channel for one in entered.exec(select(t.Dispatch))} == {*t.Channel}
    assert all(one.sent_at for one in entered.exec(select(t.Letter)))
