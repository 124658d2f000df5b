"""Extracts are certified and sent to those whom they concern."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, col, select

from minutes.actions.history import Act, record
from minutes.actions.letters import write_letter
from minutes.domain.errors import Phrase
from minutes.domain.extracts import require_certifiable, require_unsealed
from minutes.domain.letters import Letter, require_address
from minutes.domain.texts import require_line
from minutes.domain.wording.days import day
from minutes.store.editions import edition_of
from minutes.store.extracts import adjusted_items
from minutes.store.tables import (
    Addressee,
    Body,
    Channel,
    Dispatch,
    Document,
    Extract,
    Item,
    Meeting,
)


def certify(session: Session, act: Act, item: Item, document: Document, by: str) -> Extract:
    """Certify the extract that the document holds; the same one is certified once.

    Raises RuleBroken before the § is adjusted.
    """
    meeting = session.get_one(Meeting, item.meeting_id)
    adjusted = item.id in adjusted_items(session, meeting)
    require_certifiable(item.number, is_adjusted=adjusted)
    same = select(Extract).where(Extract.item_id == item.id, Extract.document_id == document.id)
    found = session.exec(same).first()
    if found is not None:
        return found
    extract = Extract(
        item_id=item.id,
        document_id=document.id,
        version=edition_of(session, meeting).version,
        certified_by=by,
        certified_at=act.at,
    )
    record(session, act, "certified", extract, {"sha256": document.sha256})
    return extract


@dataclass(frozen=True, slots=True)
class Sending:
    """To whom an extract goes and how; `email` is asked for where it goes by e-mail."""

    recipient: str
    channel: Channel
    email: str = ""


def _letter(body: Body, meeting: Meeting, item: Item, to: Sending) -> Letter:
    """The words that go with an extract: what it is, and nothing of what it says."""
    which = f"{body.name} {day(meeting.held_on)}, § {item.number}"
    words = f"Hej!\n\nHär kommer ett protokollsutdrag: {which}. Det är bifogat.\n\n{body.name}\n"
    return Letter(to.email, to.recipient, f"Protokollsutdrag: {which}", words)


def dispatch(session: Session, act: Act, extract: Extract, to: Sending) -> Dispatch:
    """Send an extract to a recipient, and enter it: when, what version, to whom and how.

    By e-mail its letter leaves by itself; by post it is listed to be put in an envelope. The same
    extract goes to a recipient by a channel and address once. Raises RuleBroken, also for a secret
    § that was to go by e-mail.
    """
    require_line(to.recipient, Phrase("Mottagaren"))
    by_mail = to.channel is Channel.EMAIL
    email = to.email.strip() if by_mail else ""
    same = select(Dispatch).where(
        Dispatch.extract_id == extract.id,
        Dispatch.recipient == to.recipient,
        Dispatch.channel == to.channel,
        Dispatch.to_address == email,
    )
    found = session.exec(same).first()
    if found is not None:
        return found
    sent = Dispatch(
        extract_id=extract.id,
        recipient=to.recipient,
        channel=to.channel,
        to_address=email,
        letter_id=_posted(session, act, extract, to) if by_mail else None,
        sent_at=act.at,
        sent_by=act.by,
    )
    told = {"recipient": to.recipient, "channel": to.channel.value, "version": extract.version}
    record(session, act, "dispatched", sent, told)
    return sent


def _posted(session: Session, act: Act, extract: Extract, to: Sending) -> int:
    """The key of the letter that carries the extract. Raises RuleBroken."""
    item = session.get_one(Item, extract.item_id)
    require_unsealed(item.secrecy)
    meeting = session.get_one(Meeting, item.meeting_id)
    words = _letter(session.get_one(Body, meeting.body_id), meeting, item, to)
    about = f"extract {extract.id} to {to.recipient} <{to.email}>"
    file = session.get_one(Document, extract.document_id)
    return write_letter(session, act, words, about=about, enclosed=file).id


def know_address(session: Session, act: Act, body: Body, name: str, email: str) -> Addressee:
    """Remember where a recipient is reached. Raises RuleBroken for what is no address."""
    require_line(name, Phrase("Mottagaren"))
    require_address(email)
    of_body = select(Addressee).where(Addressee.body_id == body.id)
    found = session.exec(of_body.where(col(Addressee.name) == name)).first()
    if found is not None:
        if found.email != email:
            found.email = email
            record(session, act, "moved", found, {"name": name, "email": email})
        return found
    known = Addressee(body_id=body.id, name=name, email=email)
    record(session, act, "entered", known, {"name": name, "email": email})
    return known
