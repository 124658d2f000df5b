"""Acts that come after the adjustment, each with the record and the files as they are before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlmodel import Session

from minutes.actions.calendar import swedish_holidays
from minutes.actions.certifying import say
from minutes.actions.correcting import Wanted, propose_words
from minutes.actions.enclosures import keep_document
from minutes.actions.extracts import Sending, certify, dispatch, know_address
from minutes.actions.notices import announce
from minutes.actions.publishing import approve_copy, publish_as_it_is
from minutes.documents.taking_down import proof_of, take_down_when_due
from minutes.domain.notices import notice_of
from minutes.domain.publishing import Publishing
from minutes.store import tables as t
from tests.actions.corrected import certified
from tests.actions.world import LATER
from tests.documents.underway import Underway, Work, file_of
from tests.domain.people import BO, EVA

_POSTED = notice_of(date(2026, 3, 3), "Kansliet", swedish_holidays())
_TO = Sending("Ekonomichefen", t.Channel.EMAIL, "ekonomi@region.example")


def announced(at: Underway) -> Work:
    """The notice is posted."""
    key = at.adjusted().meeting.id

    def work(session: Session, exports: Path) -> None:
        announce(session, LATER, session.get_one(t.Meeting, key), _POSTED)

    return work


def taken_down(at: Underway) -> Work:
    """The notice comes down, and its proof is kept; the proof is printed already."""
    session = at.world.session
    notice = announce(session, LATER, at.adjusted().meeting, _POSTED)
    proof_of(session, notice, LATER.by, at.exports)
    key = notice.id

    def work(session: Session, exports: Path) -> None:
        row = session.get_one(t.Notice, key)
        take_down_when_due(session, LATER, row, LATER.by, exports)

    return work


def corrected(at: Underway) -> Work:
    """The second who certifies a correction: it takes effect."""
    session, made = at.world.session, at.adjusted()
    wanted = Wanted("Skrivfel.")
    proposal = propose_words(session, LATER, made.item, "8 år", "9 år", wanted)
    say(session, LATER, proposal, certified(EVA))
    key = proposal.id

    def work(session: Session, exports: Path) -> None:
        say(session, LATER, session.get_one(t.CorrectionProposal, key), certified(BO))

    return work


def sent_out(at: Underway) -> Work:
    """An extract is certified and sent by e-mail to somebody who is remembered."""
    key = at.adjusted().item.id

    def work(session: Session, exports: Path) -> None:
        item = session.get_one(t.Item, key)
        meeting = session.get_one(t.Meeting, item.meeting_id)
        file = file_of("utdrag", t.DocumentKind.EXTRACT)
        kept = keep_document(session, LATER, file, exports=exports, meeting=meeting)
        extract = certify(session, LATER, item, kept, LATER.by)
        dispatch(session, LATER, extract, _TO)
        body = session.get_one(t.Body, meeting.body_id)
        know_address(session, LATER, body, _TO.recipient, _TO.email)

    return work


def published(at: Underway) -> Work:
    """A public copy is approved in the place of the one before."""
    board, session = at.world.board, at.world.session
    board.publishing, board.publishing_decision = Publishing.REVIEWED, "2025-06-17 § 45"
    meeting = at.adjusted().meeting
    publish_as_it_is(session, LATER, meeting)
    key = meeting.id

    def work(session: Session, exports: Path) -> None:
        row = session.get_one(t.Meeting, key)
        file = file_of("kopia", t.DocumentKind.PUBLIC_COPY)
        kept = keep_document(session, LATER, file, exports=exports, meeting=row)
        texts = {"Avtalet sägs upp.": "[…] sägs upp.", "Bo Alm": "[…]"}
        approve_copy(session, LATER, row, document=kept, texts=texts)

    return work


AFTERWARDS = {
    "a notice is posted": announced,
    "a notice is taken down": taken_down,
    "a correction is certified": corrected,
    "an extract is certified and sent": sent_out,
    "a public copy is approved": published,
}
"""What happens, and its way there."""
