"""Corrections of the invented region's minutes: proposed, certified, and shown on the web."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlmodel import Session

from minutes.actions.certifying import Certified, say
from minutes.actions.correcting import Wanted, propose_words
from minutes.actions.publishing import approve_copy, standing_copy
from minutes.demonstration.board import item_named
from minutes.demonstration.region import Misdescribed
from minutes.demonstration.sent import act_on
from minutes.domain.correcting import CertificationKind, CertificationMethod
from minutes.store.certifying import asked_in
from minutes.store.correction_records import made_in
from minutes.store.tables import CorrectionProposal, Meeting

_SECRETARY = "Elin Hagströmer"


def _certify(
    session: Session, meeting: Meeting, proposal: CorrectionProposal, days: Mapping[str, date]
) -> None:
    asked = {one.who.name: one.who for one in asked_in(session, meeting)}
    for name, day in days.items():
        if name not in asked:
            raise Misdescribed(f"{name} certifies no minutes of {meeting.held_on}")
        told = Certified(asked[name], CertificationKind.CERTIFIED, day, CertificationMethod.PASSKEY)
        say(session, act_on(day, name), proposal, told)


def _correct(session: Session, one: Mapping[str, Any]) -> None:
    """Propose a correction; where all have certified it, a copy with it comes to the web."""
    item = item_named(session, one["item"])
    meeting = session.get_one(Meeting, item.meeting_id)
    act, wanted = act_on(one["proposed_on"], _SECRETARY), Wanted(one["reason"])
    proposal = propose_words(session, act, item, one["old"], one["new"], wanted)
    _certify(session, meeting, proposal, one["certified"])
    before = standing_copy(session, meeting)
    if before is not None and proposal.id in {
        row.proposal_id for row in made_in(session, meeting.id)
    }:
        last = act_on(max(one["certified"].values()), _SECRETARY)
        approve_copy(session, last, meeting, expires_on=before.expires_on)


def correct(session: Session, described: Iterable[Mapping[str, Any]]) -> None:
    """Enter the described corrections."""
    for one in described:
        _correct(session, one)
