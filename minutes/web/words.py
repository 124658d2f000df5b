"""The words of the screen for what the register holds as data."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from flask import Flask, url_for
from jinja2 import StrictUndefined
from markupsafe import Markup

from minutes.documents.prose import to_html
from minutes.documents.templates import FILTERS
from minutes.domain.access import Duty
from minutes.domain.assignments import AssignmentStatus
from minutes.domain.attendance import Role
from minutes.domain.bodies import BodyKind
from minutes.domain.decisions import Outcome
from minutes.domain.motions import ClauseOutcome
from minutes.domain.notes import NoteKind
from minutes.domain.proposals import ProposalKind
from minutes.domain.voting import BallotChoice
from minutes.domain.wording.attendance import attendance_line
from minutes.domain.wording.questions import option_text
from minutes.store.queries.addresses import Address
from minutes.store.queries.deeds import DeedKind

LABELS: Mapping[type[Enum], Mapping[Any, str]] = {
    Duty: {
        Duty.SECRETARY: "Sekreterare",
        Duty.CHAIR: "Ordförande",
        Duty.ADJUSTER: "Justerare",
        Duty.MEMBER: "Ledamot",
        Duty.DIRECTORS_OFFICE: "Regiondirektörens kansli",
        Duty.REGISTRAR: "Registrator",
        Duty.ARCHIVIST: "Arkivarie",
        Duty.ADMINISTRATOR: "Administratör",
    },
    Outcome: {
        Outcome.DECIDED: "Beslutat",
        Outcome.PROPOSED: "Förslag till beslut",
        Outcome.REFERRED_BACK: "Återremitterat",
        Outcome.TABLED: "Bordlagt",
        Outcome.NONE: "Utan beslut",
    },
    AssignmentStatus: {
        AssignmentStatus.OPEN: "Pågår",
        AssignmentStatus.REPORTED: "Delredovisat",
        AssignmentStatus.PROPOSED_FOR_CLOSING: "Föreslås avslutat",
        AssignmentStatus.CLOSED: "Avslutat",
    },
    Role: {
        Role.CHAIR: "Ordförande",
        Role.VICE_CHAIR: "1:e vice ordförande",
        Role.SECOND_VICE_CHAIR: "2:e vice ordförande",
        Role.MEMBER: "Ledamot",
        Role.SUBSTITUTE: "Ersättare",
        Role.SECRETARY: "Sekreterare",
        Role.ATTENDEE: "Övrig närvarande",
    },
    BodyKind: {
        BodyKind.ASSEMBLY: "Fullmäktige",
        BodyKind.BOARD: "Styrelse",
        BodyKind.COMMITTEE: "Nämnd",
    },
    ClauseOutcome: {
        ClauseOutcome.APPROVED: "Bifallen",
        ClauseOutcome.REJECTED: "Avslagen",
        ClauseOutcome.ANSWERED: "Besvarad",
    },
    NoteKind: {
        NoteKind.NOTE: "Protokollsanteckning",
        NoteKind.SEPARATE_STATEMENT: "Särskilt yttrande",
        NoteKind.EXPLANATION_OF_VOTE: "Röstförklaring",
    },
    ProposalKind: {
        ProposalKind.APPROVE: "Bifall",
        ProposalKind.REJECT: "Avslag",
        ProposalKind.AMEND: "Ändring",
        ProposalKind.ADD: "Tillägg",
        ProposalKind.COUNTER: "Motförslag",
        ProposalKind.REFER_BACK: "Återremiss",
        ProposalKind.TABLE: "Bordläggning",
        ProposalKind.OTHER: "Eget förslag",
    },
    BallotChoice: {
        BallotChoice.YES: "Ja",
        BallotChoice.NO: "Nej",
        BallotChoice.ABSTAIN: "Avstår",
        BallotChoice.ABSENT: "Frånvarande",
    },
    DeedKind: {
        DeedKind.RESERVATION: "Reservationer",
        DeedKind.PROPOSAL: "Yrkanden",
        DeedKind.NOTE: "Yttranden och anteckningar",
        DeedKind.BALLOT: "Röster",
        DeedKind.DISQUALIFICATION: "Jäv",
        DeedKind.STAND_ASIDE: "Deltar inte i beslutet",
        DeedKind.MOTION: "Motioner",
    },
}
"""What the screen calls a value of the domain, by its type."""

COLORS: Mapping[type[Enum], Mapping[Any, str]] = {
    Outcome: {
        Outcome.DECIDED: "accent",
        Outcome.PROPOSED: "accent",
        Outcome.REFERRED_BACK: "ochre",
        Outcome.TABLED: "ochre",
    },
    AssignmentStatus: {
        AssignmentStatus.REPORTED: "accent",
        AssignmentStatus.PROPOSED_FOR_CLOSING: "ochre",
    },
    BallotChoice: {
        BallotChoice.YES: "accent",
        BallotChoice.NO: "wax",
    },
}
"""The colour of a value's tag; the word beside it says the same."""

_DAYS_A_YEAR = 365.25


def label(value: Enum) -> str:
    """What the screen calls a value."""
    return LABELS[type(value)][value]


def color(value: Enum) -> str:
    """The colour of a value's tag."""
    return COLORS.get(type(value), {}).get(value, "neutral")


def age(days: int) -> str:
    """An age in the unit that one would say it in: days, months or years."""
    if days < 60:
        return "1 dag" if days == 1 else f"{days} dagar"
    if days < 730:
        return f"{round(days / _DAYS_A_YEAR * 12)} månader"
    return f"{days / _DAYS_A_YEAR:.1f} år".replace(".", ",")


def prose(text: str, key: str = "text", pictures: str = "/bild/") -> Markup:
    """The text as HTML, its tables in frames that scroll sideways on a small screen."""
    opened = '<div class="tabell" role="group" aria-label="Tabell" tabindex="0"><table>'
    plain = str(to_html(text, key, pictures))
    html = plain.replace("<table>", opened).replace("</table>", "</table></div>")
    return Markup(html)  # noqa: S704  # to_html has cleaned it


def item_address(address: Address) -> str:
    """The address of a §'s page."""
    return url_for("items.item", body=address.slug, year=address.year, number=address.number)


def without_page(values: Mapping[str, Any]) -> dict[str, Any]:
    """What an address asks for, but for the page of the list."""
    return {key: value for key, value in values.items() if key != "sida"}


def attach(app: Flask) -> None:
    """Make the words known to the templates, where an unknown name is an error."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        FILTERS,
        prose=prose,
        age=age,
        label=label,
        color=color,
        attendance=attendance_line,
        option=option_text,
    )
    app.jinja_env.globals.update(item_address=item_address, without_page=without_page)
