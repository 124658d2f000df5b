"""What §§ report in lists as tables: delegated decisions and communications."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from minutes.documents.tables import Cell, Column, Table
from minutes.store.queries.addresses import Address
from minutes.store.queries.communications import CommunicationEntry
from minutes.store.queries.delegated_lists import DelegatedListEntry

_DELEGATED = (
    Column("Organ", 18),
    Column("Delegat", 22),
    Column("Datum", 12),
    Column("Diarienummer", 15),
    Column("Beslut", 60),
    Column("Grund", 24),
    Column("Anmält", 18),
)
_COMMUNICATIONS = (
    Column("Organ", 22),
    Column("Avsändare", 30),
    Column("Ämne", 60),
    Column("Inkom", 12),
    Column("Diarienummer", 15),
    Column("Anmält", 22),
)


def _at(address: Address | None) -> str:
    return f"§ {address.number}/{address.year}, {address.held_on}" if address else ""


def _decision(one: DelegatedListEntry) -> tuple[Cell, ...]:
    announced = f"Anslag {one.announced_on}" if one.announced_on else ""
    told = _at(one.reported_in) or announced
    return one.body, one.delegate, one.decided_on, one.dnr, one.what, one.ground, told


def _communication(one: CommunicationEntry) -> tuple[Cell, ...]:
    at = one.reported_in
    return at.body, one.sender, one.subject, one.received_on, one.dnr, _at(at)


def delegated_table(
    title: str, organisation: str, entries: Sequence[DelegatedListEntry], made_on: date
) -> Table:
    """Delegated decisions as a table."""
    about = (
        "Beslut som har fattats på delegation, med den som beslutade, grunden i "
        "delegationsordningen och den paragraf där beslutet är anmält (6 kap. 40 § kommunallagen)."
    )
    rows = tuple(map(_decision, entries))
    return Table(title, organisation, about, made_on, _DELEGATED, rows)


def communications_table(
    title: str, organisation: str, entries: Sequence[CommunicationEntry], made_on: date
) -> Table:
    """Communications as a table."""
    about = "Det som har kommit in och anmälts för kännedom, med avsändare, ämne och paragraf."
    rows = tuple(map(_communication, entries))
    return Table(title, organisation, about, made_on, _COMMUNICATIONS, rows)
