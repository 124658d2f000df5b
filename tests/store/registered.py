"""Registers with whole meetings in them: a row in every table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from sqlmodel import Session, select

from minutes.actions.accounts import entrust, open_account
from minutes.actions.adjustments import adjust
from minutes.actions.bodies import establish_body, found_organisation, name_party
from minutes.actions.calendar import swedish_holidays
from minutes.actions.enclosures import File, keep_document
from minutes.actions.following_up import report_measure
from minutes.actions.history import Act, add_all
from minutes.actions.motions import Raised, raise_motion
from minutes.actions.notices import announce
from minutes.actions.persons import Seat, give_mandate
from minutes.actions.renewing import renew_edition
from minutes.demonstration.assignments import assignment_of, item_of
from minutes.domain.access import Duty
from minutes.domain.adjustment import Signature, SignerRole
from minutes.domain.agenda import StandingKind
from minutes.domain.attendance import Role
from minutes.domain.bodies import BodyKind
from minutes.domain.editions import EditionScope
from minutes.domain.notices import notice_of
from minutes.domain.verdicts import SigningMethod, VerdictKind
from minutes.importing.load import record_meeting
from minutes.importing.recorder import Recorder
from minutes.store.tables import (
    Account,
    Attempt,
    Body,
    Document,
    DocumentKind,
    Edition,
    EditionItem,
    EditionSigner,
    ImmediateAdjustment,
    Item,
    KeptForm,
    Meeting,
    Passkey,
    Settlement,
    StandingItem,
    Subject,
    Submission,
    Verdict,
)
from tests.domain.people import BO, EVA
from tests.store.afterwards import go_on
from tests.store.assessed import assess_at
from tests.store.corrected import propose_correction
from tests.store.delivered import deliver
from tests.store.published import publish_once
from tests.store.whole import ASSEMBLY, BOARD, ORGANISATION, whole_protocol

ACT = Act("Sekreteraren", datetime(2026, 2, 11, 15, 30, tzinfo=UTC))
ADJUSTED_DAY, OPEN_DAY = date(2026, 2, 11), date(2026, 4, 8)


@dataclass(frozen=True, slots=True)
class Registered:
    """A register with one meeting adjusted and one that is not."""

    session: Session
    recorder: Recorder
    board: Body
    adjusted: Meeting
    open: Meeting


def _board(session: Session, recorder: Recorder) -> Body:
    """The board, below the assembly, with a member and a motion to answer."""
    organisation = recorder.organisation
    name_party(session, ACT, organisation, "S", "Socialdemokraterna")
    above = establish_body(session, ACT, organisation, ASSEMBLY, kind=BodyKind.ASSEMBLY, seats=41)
    board = establish_body(
        session, ACT, organisation, BOARD, kind=BodyKind.BOARD, seats=15, superior=above
    )
    eva, seat = recorder.people([EVA]), Seat(Role.CHAIR, "S", date(2022, 10, 15))
    give_mandate(session, ACT, eva[EVA], board, seat=seat)
    demands = ("Att mottagningarna öppnas.", "Att taxan sänks.")
    raised = Raised("7-2025", "Motion om öppna mottagningar", (EVA,), date(2025, 4, 29), demands)
    raise_motion(session, ACT, organisation, raised, people=eva)
    return board


def hold_whole(recorder: Recorder, board: Body, day: date, exports: Path, first: int) -> Meeting:
    """Record a whole meeting with what is beside its protocol, not yet adjusted."""
    session = recorder.session
    meeting = record_meeting(recorder, board, whole_protocol(day, first))
    given, item = f"{BOARD} {day.year} § {first} p. 2", item_of(session, meeting, first + 1)
    report_measure(session, ACT, assignment_of(session, given), item, "Avtalet är prövat.")
    assess_at(session, ACT, item)
    source = File(str(day).encode(), DocumentKind.SOURCE, "protokoll.txt", "text/plain")
    keep_document(session, ACT, source, exports=exports, meeting=meeting)
    return meeting


def finish(session: Session, meeting: Meeting) -> None:
    """Adjust a meeting's minutes and announce it."""
    day = meeting.held_on
    signed = [Signature(who.name or "", who.party, day) for who in (EVA, BO)]
    adjust(session, ACT, meeting, signed=signed)
    announce(session, ACT, meeting, notice_of(day, "Kansliet", swedish_holidays()))


def _sign_up(session: Session, board: Body) -> None:
    """Somebody who signs in, with a duty, a passkey, and a try that failed."""
    account = open_account(
        session, ACT, email="eva@exempel.se", name="Eva Ek", password="ett långt lösenord"
    )
    account.fs_webauthn_user_handle = "handle"
    entrust(session, ACT, account, Duty.CHAIR)
    entrust(session, ACT, account, Duty.CHAIR, board)
    key = Passkey(
        user_id=account.id,
        name="Datorn",
        credential_id=b"one",
        public_key=b"two",
        device_type="single_device",
        usage="first",
        lastuse_datetime=ACT.at,
    )
    sent = Submission(account_id=account.id, form_key="one", at=ACT.at)
    standing = StandingItem(
        body_id=board.id, position=0, kind=StandingKind.ADJUSTERS, title="Val av justerare"
    )
    session.add_all([key, Attempt(key="account eva@exempel.se", at=ACT.at), sent, standing])
    session.add_all(_of_elsewhere(account))
    open_account(session, ACT, email="bo@exempel.se", name="Bo Alm", password="ett annat lösenord")
    session.flush()


def _of_elsewhere(account: Account) -> list[Subject | KeptForm]:
    """Who the region's sign-in says that it is, and what was sent too late."""
    kept = KeptForm(account_id=account.id, browser="one", address="/", fields="[]", kept_at=ACT.at)
    issuer = "https://region.example"
    return [Subject(account_id=account.id, issuer=issuer, subject="1", known_since=ACT.at), kept]


def _file_of(session: Session, meeting: Meeting) -> Document:
    return session.exec(select(Document).where(Document.meeting_id == meeting.id)).one()


def _sent(session: Session, meeting: Meeting, scope: EditionScope) -> EditionSigner:
    """An edition of a meeting's first §, and who is asked to sign it."""
    file = _file_of(session, meeting)
    item = session.exec(select(Item).where(Item.meeting_id == meeting.id)).first()
    known = {"meeting_id": meeting.id, "document_id": file.id, "sent_at": ACT.at, "sent_by": ACT.by}
    edition = Edition(scope=scope, number=1, **known)
    add_all(session, edition)
    signer = EditionSigner(
        edition_id=edition.id, position=0, role=SignerRole.CHAIR, expected=True, name="Eva Ek"
    )
    add_all(session, EditionItem(edition_id=edition.id, item_id=item.id if item else 0), signer)
    return signer


def _send(session: Session, meeting: Meeting, later: Meeting) -> None:
    """A § is adjusted at once and another settled; what was sent last has no verdict yet."""
    at_once = _sent(session, meeting, EditionScope.IMMEDIATE)
    here, there = (
        session.exec(select(Item.id).where(Item.meeting_id == one.id)).first()
        for one in (meeting, later)
    )
    settled = {"item_id": here, "settled_by_item_id": there, "settled_on": OPEN_DAY}
    asked = _sent(session, later, EditionScope.SECRET)
    said = {"at": ACT.at, "signed_on": OPEN_DAY, "said_by": "eva", "method": SigningMethod.SEAL}
    add_all(
        session,
        ImmediateAdjustment(edition_id=at_once.edition_id, adjusted_on=ADJUSTED_DAY),
        Settlement(edition_id=at_once.edition_id, **settled),
        Verdict(edition_signer_id=asked.id, item_id=there, kind=VerdictKind.SIGNED, **said),
    )
    edition = session.get_one(Edition, at_once.edition_id)
    renew_edition(session, ACT, edition, _file_of(session, meeting))
    _sent(session, later, EditionScope.WHOLE)


def register_meetings(session: Session, exports: Path) -> Registered:
    """Enter a region with two whole meetings of its board, and adjust the first."""
    recorder = Recorder(session, ACT, found_organisation(session, ACT, ORGANISATION))
    board = _board(session, recorder)
    _sign_up(session, board)
    adjusted = hold_whole(recorder, board, ADJUSTED_DAY, exports, 1)
    other = hold_whole(recorder, board, OPEN_DAY, exports, 3)
    _send(session, adjusted, other)
    publish_once(session, ACT, other)
    finish(session, adjusted)
    propose_correction(session, adjusted)
    for meeting in (adjusted, other):
        deliver(session, ACT, meeting)
    go_on(session, ACT, board, adjusted)
    return Registered(session, recorder, board, adjusted, other)
