"""Extracts of the invented region's minutes: certified, and sent to those whom they concern."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sqlmodel import Session

from minutes.actions.extracts import Sending, dispatch, know_address
from minutes.actions.letters import hand_in
from minutes.demonstration.board import item_named
from minutes.demonstration.sent import act_on
from minutes.documents.extract import certified_extract
from minutes.domain.extracts import Certification
from minutes.store.tables import Body, Channel, Letter

_SECRETARY = "Elin Hagströmer"


def _send(session: Session, one: Mapping[str, Any], exports: Path) -> None:
    """Certify the extract of a § and send it; its letters have left the same day."""
    item, act = item_named(session, one["item"]), act_on(one["on"], _SECRETARY)
    certification = Certification(_SECRETARY, one["on"])
    extract = certified_extract(session, act, item, certification, exports)
    body = session.get_one(Body, item.body_id)
    for to in one["to"]:
        sending = Sending(to["name"], Channel(to["channel"]), to.get("email", ""))
        sent = dispatch(session, act, extract, sending)
        if sent.letter_id is not None:
            know_address(session, act, body, sending.recipient, sending.email)
            hand_in(session, act, session.get_one(Letter, sent.letter_id))


def send_extracts(session: Session, described: Iterable[Mapping[str, Any]], exports: Path) -> None:
    """Certify and send the described extracts."""
    for one in described:
        _send(session, one, exports)
