"""The actions that send minutes to adjustment and adjust them, at work once."""

from __future__ import annotations

from functools import partial

from sqlmodel import select

from minutes.actions import renewing, submitting, turning_away, verdicts
from minutes.actions.adjustments import elect_adjuster
from minutes.actions.history import add_all
from minutes.actions.items import take_up_item
from minutes.actions.meetings import enter_attendance
from minutes.domain.attendance import Attendance, Role
from minutes.domain.verdicts import SigningMethod
from minutes.store.tables import Document, DocumentKind, Edition, EditionSigner, Item, Meeting
from tests.actions.accounts import Call
from tests.actions.world import ACT, DAY, LATER, World, meeting_on
from tests.domain.people import BO, EVA

SEAL = SigningMethod.SEAL


def staffed(world: World, meeting: Meeting) -> Meeting:
    """The meeting is opened, Eva Ek leads it, and Bo Alm is to adjust its minutes."""
    meeting.opened_at = "09:00"
    here = (world.session, ACT, meeting)
    for place, (who, role) in enumerate(((EVA, Role.CHAIR), (BO, Role.MEMBER))):
        there = Attendance(who.name or "", who.party, role)
        enter_attendance(*here, there, people=world.people, position=place)
    elect_adjuster(*here, BO, people=world.people, position=0)
    return meeting


def printed(world: World, meeting: Meeting, sha256: str = "0" * 64) -> Document:
    """A file, as if the minutes were printed."""
    kept = {"sha256": sha256, "size": 1, "kept_at": ACT.at, "media_type": "application/pdf"}
    file = Document(meeting_id=meeting.id, kind=DocumentKind.PROTOCOL, name="protokoll.pdf", **kept)
    add_all(world.session, file)
    return file


def send(world: World, meeting: Meeting) -> Edition:
    """The minutes are sent."""
    file = printed(world, meeting, f"{len(world.history()):064d}")
    return submitting.submit_minutes(world.session, LATER, meeting, found=[], document=file)


def asked(world: World, edition: Edition) -> dict[str, EditionSigner]:
    """Who is to sign, by name."""
    of_edition = select(EditionSigner).where(EditionSigner.edition_id == edition.id)
    return {row.name: row for row in world.session.exec(of_edition).all()}


def sent_on(world: World, day: int) -> tuple[Edition, Item]:
    """Minutes of one § that were sent."""
    meeting = staffed(world, meeting_on(world.session, world.board, DAY.replace(day=day)))
    item = take_up_item(world.session, ACT, meeting, "Val", number=100 + day)
    return send(world, meeting), item


def _sent(world: World) -> dict[str, Call]:
    """What is sent and taken back."""
    here = (world.session, LATER)
    free = staffed(world, meeting_on(world.session, world.board, DAY.replace(day=20)))
    at_once = take_up_item(world.session, ACT, free, "Val", number=91)
    (back, _), (hidden, behind) = (sent_on(world, day) for day in (12, 16))
    behind.secrecy = "OSL 21 kap. 1 §"
    hid = world.session.get_one(Meeting, hidden.meeting_id)
    file = printed(world, free)
    sending = {"found": [], "document": file}
    return {
        "sent edition": partial(submitting.submit_minutes, *here, free, **sending),
        "sent at once edition": partial(submitting.send_at_once, *here, free, [at_once], **sending),
        "sent in secret edition": partial(submitting.submit_secret, *here, hid, document=file),
        "taken back edition": partial(submitting.withdraw_edition, *here, back),
    }


def _signed_at_once(world: World) -> Edition:
    """A § that all have signed at its meeting, and that is to be adjusted."""
    meeting = staffed(world, meeting_on(world.session, world.board, DAY.replace(day=21)))
    item = take_up_item(world.session, ACT, meeting, "Val", number=93)
    here = (world.session, ACT)
    file = printed(world, meeting, "b" * 64)
    edition = submitting.send_at_once(*here, meeting, [item], found=[], document=file)
    for one in asked(world, edition).values():
        file = printed(world, meeting, f"a{one.id:063d}")
        verdicts.sign_edition(*here, one, document=file, on=DAY, method=SEAL)
    return edition


def submitted(world: World) -> dict[str, Call]:
    """What happens to minutes until they are adjusted."""
    here = (world.session, LATER)
    (open_, item), (refused, no), (later, approves) = (sent_on(world, day) for day in (13, 14, 17))
    eva, bo = asked(world, open_)["Eva Ek"], asked(world, refused)["Bo Alm"]
    verdicts.refuse_item(world.session, ACT, bo, no, on=DAY, reason="Fel.")
    file = printed(world, world.session.get_one(Meeting, later.meeting_id), "d" * 64)
    signing = {"on": DAY, "method": SEAL, "document": file}
    return {
        **_sent(world),
        "signed verdict": partial(verdicts.sign_edition, *here, eva, **signing),
        "refused verdict": partial(verdicts.refuse_item, *here, eva, item, on=DAY, reason="Fel."),
        "turned away edition_signer": partial(
            turning_away.turn_away, *here, bo, "Koden stämmer inte."
        ),
        "retracted verdict": partial(verdicts.retract_refusal, *here, bo, no, on=DAY),
        "settled settlement": partial(verdicts.settle_item, *here, refused, no, by_item=approves),
        "renewed renewal": partial(renewing.renew_edition, *here, open_, file),
        "adjusted immediate_adjustment": partial(verdicts.conclude, *here, _signed_at_once(world)),
    }
