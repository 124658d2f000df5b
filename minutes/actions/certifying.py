"""Those who adjusted the minutes certify a correction or refuse it; the last one lets it stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from minutes.actions.adjustments import correct
from minutes.actions.correcting import require_open
from minutes.actions.history import Act, record
from minutes.domain import correcting as rules
from minutes.domain.correcting import CertificationKind, CertificationMethod, Proposed
from minutes.domain.corrections import Correction as Made
from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person
from minutes.store import tables as t
from minutes.store.certifying import asked_in, said_of


@dataclass(frozen=True, slots=True)
class Certified:
    """What a signer says: certified by a proof of being there, refused with a reason, taken back.

    `on` is the day in Sweden.
    """

    who: Person
    kind: CertificationKind
    on: date
    method: CertificationMethod | None = None
    is_slip: bool = False
    reason: str = ""


def _told(proposal: t.CorrectionProposal) -> Proposed:
    return Proposed(
        proposal.stands_in,
        proposal.old_words,
        proposal.new_words,
        proposal.reason,
        proposal.is_slip,
        proposal.decided_anew_id is not None,
    )


def _require_sayable(
    proposal: t.CorrectionProposal, said: Certified, last: CertificationKind | None
) -> None:
    if said.kind is CertificationKind.CERTIFIED:
        rules.require_certification(_told(proposal), is_slip=said.is_slip)
    if said.kind is CertificationKind.REFUSED and not said.reason.strip():
        raise RuleBroken("Skriv varför du inte bestyrker rättelsen.")
    if said.kind is CertificationKind.RETRACTED and last is None:
        raise RuleBroken("Du har inte sagt något om rättelsen, så det finns inget att ta tillbaka.")


def _row(act: Act, proposal: t.CorrectionProposal, said: Certified) -> t.CorrectionCertification:
    return t.CorrectionCertification(
        proposal_id=proposal.id,
        name=said.who.name or "",
        party=said.who.party,
        kind=said.kind,
        is_slip=said.is_slip,
        reason=said.reason.strip(),
        at=act.at,
        certified_on=said.on,
        said_by=act.by,
        method=said.method,
    )


def say(
    session: Session, act: Act, proposal: t.CorrectionProposal, said: Certified
) -> t.CorrectionCertification:
    """Enter what a signer says of a proposed correction; when all have certified it, it stands.

    To say the same again changes nothing. Raises RuleBroken.
    """
    require_open(session, proposal)
    item = session.get_one(t.Item, proposal.item_id)
    asked = [one.who for one in asked_in(session, session.get_one(t.Meeting, item.meeting_id))]
    if said.who not in asked:
        raise RuleBroken("Rättelsen bestyrks av dem som justerade protokollet.")
    known = said_of(session, [proposal.id])[proposal.id]
    last = known[said.who].kind if said.who in known else None
    _require_sayable(proposal, said, last)
    if said.kind is last:
        return known[said.who]
    row = _row(act, proposal, said)
    record(session, act, said.kind.value, row)
    _take_effect(session, act, item, proposal, asked)
    return row


def _take_effect(
    session: Session,
    act: Act,
    item: t.Item,
    proposal: t.CorrectionProposal,
    asked: Sequence[Person],
) -> None:
    """Let the correction stand, where all have certified it."""
    said = said_of(session, [proposal.id])[proposal.id]
    if not rules.is_certified(asked, {who: row.kind for who, row in said.items()}):
        return
    made = Made(
        certified_by=tuple(asked),
        certified_on=tuple(said[who].certified_on.isoformat() for who in asked),
        old=proposal.old_words,
        new=proposal.new_words,
        reason=proposal.reason,
    )
    of_item = select(func.max(col(t.Correction.position))).where(t.Correction.item_id == item.id)
    last = session.exec(of_item).one()
    place = 0 if last is None else last + 1
    correct(session, act, item, made, position=place, proposal=proposal)
