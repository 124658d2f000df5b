"""Acts of adjusting, signing and telling, each with the record and the files as they are before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlmodel import Session

from minutes.actions.enclosures import File, keep_document
from minutes.actions.items import take_up_item
from minutes.actions.submitting import send_at_once, submit_minutes, submit_secret
from minutes.actions.verdicts import conclude, refuse_item, settle_item
from minutes.documents.sending import Signing, sign
from minutes.domain.verdicts import SigningMethod
from minutes.store import tables as t
from tests.actions.corrected import Minutes, adjusted_minutes
from tests.actions.submitted import asked, staffed
from tests.actions.world import ACT, DAY, LATER, World, meeting_on
from tests.domain.people import BO, EVA

Work = Callable[[Session, Path], None]
"""What is done in a transaction, with the folder of the files."""
CHAIR, ADJUSTER = EVA.name or "", BO.name or ""


def file_of(words: str, kind: t.DocumentKind) -> File:
    """A file of those words."""
    return File(words.encode(), kind, "fil.pdf", "application/pdf")


def _signs(key: int, method: SigningMethod) -> Work:
    """Somebody signs; the file that comes of it is longer than the one before."""

    def make(latest: bytes) -> File:
        return File(latest + b" signerat", t.DocumentKind.SIGNED, "p.pdf", "application/pdf")

    def work(session: Session, exports: Path) -> None:
        signer = session.get_one(t.EditionSigner, key)
        sign(session, LATER, signer, Signing(method, make), on=DAY, exports=exports)

    return work


@dataclass(slots=True)
class Underway:
    """A register in which much is under way: `days` gives each meeting a day of its own."""

    world: World
    exports: Path
    days: Iterator[date]

    def sent(self, *, secret: bool = False, at_once: bool = False) -> tuple[t.Edition, t.Item]:
        """Minutes of one § that wait to be adjusted."""
        session = self.world.session
        meeting = staffed(self.world, meeting_on(session, self.world.board, next(self.days)))
        item = take_up_item(session, ACT, meeting, "Val")
        item.secrecy = "OSL 21 kap. 1 §" if secret else None
        document = self.printed(meeting)
        here = (session, ACT, meeting)
        if at_once:
            return send_at_once(*here, [item], found=[], document=document), item
        return submit_minutes(*here, found=[], document=document), item

    def printed(self, meeting: t.Meeting, what: str = "protokoll") -> t.Document:
        """The file that is to be signed."""
        file = file_of(f"{what} {meeting.held_on}", t.DocumentKind.PROTOCOL)
        here = (self.world.session, ACT, file)
        return keep_document(*here, exports=self.exports, meeting=meeting)

    def sign(self, edition: t.Edition, *names: str) -> None:
        """They sign, one after the other."""
        for name in names:
            key = asked(self.world, edition)[name].id
            _signs(key, SigningMethod.SEAL)(self.world.session, self.exports)

    def last(self, edition: t.Edition, method: SigningMethod) -> Work:
        """All but the adjuster have signed."""
        self.sign(edition, CHAIR)
        return _signs(asked(self.world, edition)[ADJUSTER].id, method)

    def adjusted(self) -> Minutes:
        """Minutes that are adjusted, with a vote in their §."""
        return adjusted_minutes(self.world, next(self.days))


def first(at: Underway) -> Work:
    """The first who signs, with their own certificate."""
    edition, _ = at.sent()
    return _signs(asked(at.world, edition)[CHAIR].id, SigningMethod.CERTIFICATE)


def last(at: Underway) -> Work:
    """The last who signs, with the seal: the minutes are adjusted."""
    return at.last(at.sent()[0], SigningMethod.SEAL)


def secret(at: Underway) -> Work:
    """The last who signs the secret protocol, which the open one has waited for."""
    session = at.world.session
    edition, _ = at.sent(secret=True)
    meeting = session.get_one(t.Meeting, edition.meeting_id)
    hidden = submit_secret(session, ACT, meeting, document=at.printed(meeting, "hemligt"))
    at.sign(edition, CHAIR, ADJUSTER)
    return at.last(hidden, SigningMethod.CERTIFICATE)


def at_once(at: Underway) -> Work:
    """The last who signs a § that is adjusted immediately."""
    return at.last(at.sent(at_once=True)[0], SigningMethod.SEAL)


def refused(at: Underway) -> Work:
    """A § is refused."""
    edition, item = at.sent()
    signer, key = asked(at.world, edition)[ADJUSTER].id, item.id

    def work(session: Session, exports: Path) -> None:
        who, what = session.get_one(t.EditionSigner, signer), session.get_one(t.Item, key)
        refuse_item(session, LATER, who, what, on=DAY, reason="Fel tal.")

    return work


def settled(at: Underway) -> Work:
    """A later § approves the one that was refused: the minutes are adjusted."""
    edition, item = at.sent()
    refuser = asked(at.world, edition)[ADJUSTER]
    refuse_item(at.world.session, ACT, refuser, item, on=DAY, reason="Fel tal.")
    at.sign(edition, CHAIR, ADJUSTER)
    keys, approves = (edition.id, item.id), at.sent()[1].id

    def work(session: Session, exports: Path) -> None:
        sent, refused = session.get_one(t.Edition, keys[0]), session.get_one(t.Item, keys[1])
        later = session.get_one(t.Item, approves)
        settle_item(session, LATER, sent, refused, by_item=later)
        conclude(session, LATER, sent)

    return work


ADJUSTING = {
    "the first signs, with a certificate": first,
    "the last signs, with the seal": last,
    "the last signs the secret protocol": secret,
    "the last signs what is adjusted at once": at_once,
    "a § is refused": refused,
    "a refused § is settled": settled,
}
"""What happens, and its way there."""
