"""The minutes are sent to those who adjust them, and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlmodel import Session

from minutes.actions.history import Act, add_all, record
from minutes.actions.sendable import asked_at, require_sendable, require_sendable_at_once
from minutes.domain.editions import EditionScope
from minutes.domain.errors import RuleBroken
from minutes.domain.findings import Finding
from minutes.store.agendas import items_on
from minutes.store.records import is_adjusted
from minutes.store.rows import grouped
from minutes.store.tables import (
    Adjuster,
    Attendance,
    Document,
    Edition,
    EditionItem,
    EditionSigner,
    Item,
    Meeting,
)
from minutes.store.tallies import (
    conclusion_of,
    next_edition,
    standing_edition,
)

_SENT = {
    EditionScope.WHOLE: "sent",
    EditionScope.IMMEDIATE: "sent at once",
    EditionScope.SECRET: "sent in secret",
}


def _signers(session: Session, meeting: Meeting, edition: Edition) -> list[EditionSigner]:
    """Those who are asked, named as in the minutes, with the persons in the register."""
    there: Sequence[Attendance | Adjuster] = [
        *grouped(session, Attendance, "meeting_id", [meeting.id])[meeting.id],
        *grouped(session, Adjuster, "meeting_id", [meeting.id])[meeting.id],
    ]
    known = {(row.name, row.party): row.person_id for row in there if row.person_id}
    return [
        EditionSigner(
            edition_id=edition.id,
            position=place,
            role=part.role,
            expected=part.is_expected,
            name=part.person.name or "",
            party=part.person.party,
            person_id=known.get((part.person.name or "", part.person.party)),
        )
        for place, part in enumerate(asked_at(session, meeting))
    ]


def _send(
    session: Session,
    act: Act,
    meeting: Meeting,
    items: Sequence[Item],
    document: Document,
    scope: EditionScope = EditionScope.WHOLE,
) -> Edition:
    edition = Edition(
        meeting_id=meeting.id,
        scope=scope,
        number=next_edition(session, meeting, scope),
        document_id=document.id,
        sent_at=act.at,
        sent_by=act.by,
    )
    numbers = [item.number for item in items]
    verb = _SENT[scope]
    record(session, act, verb, edition, {"sha256": document.sha256, "items": numbers})
    add_all(session, *(EditionItem(edition_id=edition.id, item_id=item.id) for item in items))
    add_all(session, *_signers(session, meeting, edition))
    return edition


def submit_minutes(
    session: Session, act: Act, meeting: Meeting, *, found: Iterable[Finding], document: Document
) -> Edition:
    """Send the minutes to adjustment: nothing in them is changed until they are taken back.

    `document` is their text as it stands, printed; `found` is what the audit finds. Raises
    RuleBroken while a gap or an item is open.
    """
    session.refresh(meeting, with_for_update=True)
    require_sendable(session, meeting, found)
    items = items_on(session, meeting)
    edition = _send(session, act, meeting, items, document)
    meeting.submitted_at = act.at
    meeting.version = edition.number
    meeting.revision += 1
    session.flush()
    return edition


def submit_secret(session: Session, act: Act, meeting: Meeting, *, document: Document) -> Edition:
    """Send the secret protocol, which is signed for itself, beside the open one that was sent.

    Raises RuleBroken where no § is secret, or the open one was not sent.
    """
    sent_edition(session, meeting)
    secret = [one for one in items_on(session, meeting) if one.secrecy is not None]
    if not secret:
        raise RuleBroken("Ingen paragraf omfattas av sekretess.")
    return _send(session, act, meeting, secret, document, EditionScope.SECRET)


def send_at_once(
    session: Session,
    act: Act,
    meeting: Meeting,
    items: Sequence[Item],
    *,
    found: Iterable[Finding],
    document: Document,
) -> Edition:
    """Send §§ to immediate adjustment while the meeting goes on. Raises RuleBroken."""
    session.refresh(meeting, with_for_update=True)
    require_sendable_at_once(session, meeting, items, found)
    return _send(session, act, meeting, items, document, EditionScope.IMMEDIATE)


def withdraw_edition(session: Session, act: Act, edition: Edition) -> Edition:
    """Take back what was sent, to change it; what was said of it stays. Raises RuleBroken.

    The text is a later version from here on: those who signed this one sign that one anew.
    """
    meeting = session.get_one(Meeting, edition.meeting_id)
    session.refresh(meeting, with_for_update=True)
    session.refresh(edition, with_for_update=True)
    if conclusion_of(session, edition) is not None:
        raise RuleBroken("Protokollet är justerat och tas inte tillbaka. Rättelser förs in.")
    if edition.withdrawn_at is not None:
        raise RuleBroken("Protokollet är inte sänt till justering.")
    if edition.scope is EditionScope.SECRET:
        raise RuleBroken(
            "Ta tillbaka protokollet i sin helhet. Då följer sekretessprotokollet med."
        )
    edition.withdrawn_at = act.at
    record(session, act, "taken back", edition)
    if edition.scope is EditionScope.WHOLE:
        secret = standing_edition(session, meeting, EditionScope.SECRET)
        if secret is not None:
            secret.withdrawn_at = act.at
        meeting.submitted_at = None
        meeting.version = edition.number + 1
        meeting.revision += 1
        session.flush()
    return edition


def sent_edition(session: Session, meeting: Meeting) -> Edition:
    """The minutes as they wait to be adjusted. Raises RuleBroken where they were not sent."""
    if is_adjusted(session, meeting):
        raise RuleBroken("Protokollet är justerat och tas inte tillbaka. Rättelser förs in.")
    edition = standing_edition(session, meeting)
    if edition is None:
        raise RuleBroken("Protokollet är inte sänt till justering.")
    return edition
