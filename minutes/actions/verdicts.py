"""Those who adjust the minutes sign or refuse; with the last signature they are adjusted."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlmodel import Session

from minutes.actions.adjustments import adjust
from minutes.actions.history import Act, record
from minutes.domain.adjustment import Signature
from minutes.domain.editions import EditionScope
from minutes.domain.errors import RuleBroken
from minutes.domain.verdicts import (
    SigningMethod,
    Tally,
    VerdictKind,
    may_refuse,
    may_retract,
    may_sign,
    require_settles,
)
from minutes.store.tables import (
    Adjustment,
    Document,
    Edition,
    EditionSigner,
    ImmediateAdjustment,
    Item,
    Meeting,
    Settlement,
    Verdict,
)
from minutes.store.tallies import conclusion_of, standing_edition, tally_of


def hold_edition(session: Session, edition: Edition) -> Tally:
    """What was said of an edition, which nobody else adds to until the commit.

    Raises RuleBroken where it takes no verdict any more.
    """
    session.refresh(edition, with_for_update=True)
    if edition.withdrawn_at is not None:
        raise RuleBroken(
            "Version {number} är återtagen och justeras inte. Läs den version som sänds härnäst.",
            number=edition.number,
        )
    if conclusion_of(session, edition) is not None:
        raise RuleBroken("Den här versionen är redan justerad.")
    return tally_of(session, edition)


def _edition_of(session: Session, signer: EditionSigner) -> Edition:
    return session.get_one(Edition, signer.edition_id)


def _said(session: Session, act: Act, signer: EditionSigner, verb: str, **columns: Any) -> Verdict:
    verdict = Verdict(edition_signer_id=signer.id, at=act.at, said_by=act.by, **columns)
    told = {"name": signer.name, "method": verdict.method, "item_id": verdict.item_id}
    record(session, act, verb, verdict, {k: v for k, v in told.items() if v})
    return verdict


def sign_edition(
    session: Session,
    act: Act,
    signer: EditionSigner,
    *,
    on: date,
    method: SigningMethod,
    document: Document | None = None,
    item: Item | None = None,
) -> Verdict | None:
    """Somebody signs all that they have not refused, or the § that they had; None if they had.

    `document` is the file with the signature, `on` the day in Sweden. Only on paper may somebody
    sign without one. Raises RuleBroken.
    """
    if document is None and method is not SigningMethod.PAPER:
        raise RuleBroken("Filen med underskriften saknas.")
    tally = hold_edition(session, _edition_of(session, signer))
    if not may_sign(tally, signer.id, item.number if item else None):
        return None
    said = {"kind": VerdictKind.SIGNED, "signed_on": on, "method": method}
    keys = {"item_id": item.id if item else None, "document_id": document.id if document else None}
    return _said(session, act, signer, "signed", **said, **keys)


def refuse_item(
    session: Session, act: Act, signer: EditionSigner, item: Item, *, on: date, reason: str
) -> Verdict | None:
    """Somebody refuses a §, with the reason; None where they had said just that.

    Raises RuleBroken.
    """
    tally = hold_edition(session, _edition_of(session, signer))
    if not may_refuse(tally, signer.id, item.number or 0, reason):
        return None
    columns = {"kind": VerdictKind.REFUSED, "signed_on": on, "reason": reason.strip()}
    return _said(session, act, signer, "refused", item_id=item.id, **columns)


def retract_refusal(
    session: Session, act: Act, signer: EditionSigner, item: Item, *, on: date
) -> Verdict | None:
    """Somebody takes a refusal back before they sign; None where there is none.

    Raises RuleBroken.
    """
    tally = hold_edition(session, _edition_of(session, signer))
    if not may_retract(tally, signer.id, item.number or 0):
        return None
    columns = {"kind": VerdictKind.RETRACTED, "signed_on": on}
    return _said(session, act, signer, "retracted", item_id=item.id, **columns)


def settle_item(
    session: Session, act: Act, edition: Edition, item: Item, *, by_item: Item
) -> Settlement:
    """A refused § is approved by a later § of the body. Raises RuleBroken."""
    tally = hold_edition(session, edition)
    if by_item.number is None or by_item.body_id != item.body_id:
        raise RuleBroken("Ange en avslutad paragraf av samma organ.")
    later = session.get_one(Meeting, by_item.meeting_id).held_on
    held_on = session.get_one(Meeting, edition.meeting_id).held_on
    require_settles(tally, item.number or 0, held_on=held_on, settled_on=later)
    if (item.number or 0) in dict(tally.settled):
        raise RuleBroken("§ {number} är redan godkänd.", number=item.number)
    settlement = Settlement(
        edition_id=edition.id, item_id=item.id, settled_by_item_id=by_item.id, settled_on=later
    )
    record(session, act, "settled", settlement)
    return settlement


def _signatures(tally: Tally) -> list[Signature]:
    """Who signed and when, as the minutes print it."""
    days = {one.signer: one.on for one in tally.said if one.kind is VerdictKind.SIGNED}
    return [
        Signature(one.person.name or "", one.person.party, days[one.key])
        for one in tally.asked
        if one.key in days
    ]


def _waits_for_secret(session: Session, meeting: Meeting) -> bool:
    """Whether the secret protocol is not adjusted yet, which the whole is adjusted with."""
    secret = standing_edition(session, meeting, EditionScope.SECRET)
    return secret is not None and conclusion_of(session, secret) is None


def conclude(
    session: Session, act: Act, edition: Edition
) -> Adjustment | ImmediateAdjustment | None:
    """Adjust what an edition holds, if the last signature stands; None while it is waited for."""
    tally = hold_edition(session, edition)
    day = tally.adjusted_on
    meeting = session.get_one(Meeting, edition.meeting_id)
    if day is None or (edition.scope is EditionScope.WHOLE and _waits_for_secret(session, meeting)):
        return None
    if edition.scope is EditionScope.WHOLE:
        signed = _signatures(tally)
        return adjust(session, act, meeting, signed=signed, told_on=day, edition=edition)
    adjustment = ImmediateAdjustment(edition_id=edition.id, adjusted_on=day)
    record(session, act, "adjusted", adjustment)
    return adjustment
