"""The decision register of a year as a table."""

from __future__ import annotations

from datetime import date

from minutes.documents.tables import Cell, Column, Say, Table
from minutes.domain.decisions import Outcome
from minutes.domain.register import Against
from minutes.domain.texts import lower_first
from minutes.domain.wording.names import person
from minutes.store.queries.items import ItemEntry
from minutes.store.queries.register import Register, RegisterEntry

_COLUMNS = (
    Column("Organ", 20),
    Column("§", 5),
    Column("Datum", 12),
    Column("Diarienummer", 15),
    Column("Rubrik", 44),
    Column("Utfall", 20),
    Column("Emot", 32),
    Column("Reservationer", 32),
)


def _outcome(item: ItemEntry, say: Say) -> str:
    """How a § ended, and to whom a proposal goes; of a secret one the ground."""
    if item.secrecy:
        return f"Sekretess: {item.secrecy}"
    if item.outcome is Outcome.PROPOSED and item.to_body:
        return f"Förslag till {lower_first(item.to_body)}"
    return say(item.outcome)


def _against(one: Against) -> str:
    named = ", ".join(map(person, one.people))
    return f"{one.votes_for} mot {one.votes_against}{f': {named}' if named else ''}"


def _row(entry: RegisterEntry, say: Say) -> tuple[Cell, ...]:
    at, outcome = entry.item.address, _outcome(entry.item, say)
    return (
        at.body,
        at.number,
        at.held_on,
        ", ".join(entry.item.dnr),
        entry.item.title,
        f"{outcome} (ej justerat)" if entry.is_draft else outcome,
        "; ".join(map(_against, entry.against)),
        ", ".join(map(person, entry.reserved)),
    )


def register_table(register: Register, body: str, made_on: date, say: Say) -> Table:
    """The register as a table; that of one body, by its name, has no column for it."""
    named = f"{register.search.year} {body}".strip()
    first = 1 if body else 0
    return Table(
        f"Beslutsregister {named}",
        register.organisation,
        "Årets paragrafer i tidsordning: vad de ledde till, rösterna för och emot med namnen på "
        "dem som röstade emot, och vilka som reserverade sig.",
        made_on,
        _COLUMNS[first:],
        tuple(_row(entry, say)[first:] for entry in register.entries),
    )
