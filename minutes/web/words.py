"""The words of the screen for what the register holds as data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

from flask import Flask, url_for
from flask_babel import format_date, format_decimal, ngettext
from flask_babel import gettext as _
from jinja2 import StrictUndefined
from markupsafe import Markup

from minutes.documents.prose import to_html
from minutes.documents.templates import FILTERS
from minutes.domain.access import Duty
from minutes.domain.attendance import Role
from minutes.domain.bodies import BodyKind
from minutes.domain.decisions import Outcome
from minutes.domain.motions import ClauseOutcome, MotionState
from minutes.domain.notes import NoteKind
from minutes.domain.wording.attendance import attendance_line
from minutes.domain.wording.questions import option_text
from minutes.store.queries.addresses import Address
from minutes.web import (
    assignment_words,
    board_words,
    decision_words,
    deed_words,
    follow_words,
    publishing_words,
    search_words,
    verdicts,
)
from minutes.web.languages import marked

LABELS: Mapping[type[Enum], Mapping[Any, str]] = {
    **verdicts.LABELS,
    **assignment_words.LABELS,
    **board_words.LABELS,
    **decision_words.LABELS,
    **deed_words.LABELS,
    **follow_words.LABELS,
    **search_words.LABELS,
    **publishing_words.LABELS,
    Duty: {
        Duty.SECRETARY: marked("Sekreterare"),
        Duty.CHAIR: marked("Ordförande"),
        Duty.ADJUSTER: marked("Justerare"),
        Duty.MEMBER: marked("Ledamot"),
        Duty.DIRECTORS_OFFICE: marked("Regiondirektörens kansli"),
        Duty.REGISTRAR: marked("Registrator"),
        Duty.ARCHIVIST: marked("Arkivarie"),
        Duty.ADMINISTRATOR: marked("Administratör"),
    },
    Role: {
        Role.CHAIR: marked("Ordförande"),
        Role.VICE_CHAIR: marked("1:e vice ordförande"),
        Role.SECOND_VICE_CHAIR: marked("2:e vice ordförande"),
        Role.MEMBER: marked("Ledamot"),
        Role.SUBSTITUTE: marked("Ersättare"),
        Role.SECRETARY: marked("Sekreterare"),
        Role.ATTENDEE: marked("Övrig närvarande"),
    },
    BodyKind: {
        BodyKind.ASSEMBLY: marked("Fullmäktige"),
        BodyKind.BOARD: marked("Styrelse"),
        BodyKind.COMMITTEE: marked("Nämnd"),
    },
    ClauseOutcome: {
        ClauseOutcome.APPROVED: marked("Bifallen"),
        ClauseOutcome.REJECTED: marked("Avslagen"),
        ClauseOutcome.ANSWERED: marked("Besvarad"),
    },
    MotionState: {
        MotionState.PENDING: marked("Väntar på beslut"),
        MotionState.APPROVED: marked("Bifallen"),
        MotionState.CARRIED_OUT: marked("Genomförd"),
        MotionState.REJECTED: marked("Avslagen"),
        MotionState.ANSWERED: marked("Besvarad"),
        MotionState.WRITTEN_OFF: marked("Avskriven"),
    },
    NoteKind: {
        NoteKind.NOTE: marked("Protokollsanteckning"),
        NoteKind.SEPARATE_STATEMENT: marked("Särskilt yttrande"),
        NoteKind.EXPLANATION_OF_VOTE: marked("Röstförklaring"),
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
    MotionState: {
        MotionState.APPROVED: "ochre",
        MotionState.CARRIED_OUT: "accent",
    },
    **assignment_words.COLORS,
    **deed_words.COLORS,
    **board_words.COLORS,
}
"""The colour of a value's tag; the word beside it says the same."""

_DAYS_A_YEAR = 365.25


def label(value: Enum) -> str:
    """What the screen calls a value."""
    return str(_(LABELS[type(value)][value]))


def color(value: Enum) -> str:
    """The colour of a value's tag."""
    return COLORS.get(type(value), {}).get(value, "neutral")


def age(days: int) -> str:
    """An age in the unit that one would say it in: days, months or years."""
    if days < 60:
        return str(ngettext("%(num)s dag", "%(num)s dagar", days))
    if days < 730:
        return str(_("%(count)s månader", count=round(days / _DAYS_A_YEAR * 12)))
    return str(_("%(count)s år", count=format_decimal(days / _DAYS_A_YEAR, "0.0")))


def decimal(value: float) -> str:
    """A number with two decimals in the language of this answer."""
    return str(format_decimal(value, "0.00"))


def day(date: date) -> str:
    """A day in the language of this answer: 8 november 2026, 8 November 2026."""
    return str(format_date(date, "long"))


def prose(text: str, key: str = "text", pictures: str = "/bild/") -> Markup:
    """The text as HTML, its tables in frames that scroll sideways on a small screen."""
    opened = f'<div class="tabell" role="group" aria-label="{_("Tabell")}" tabindex="0"><table>'
    plain = str(to_html(text, key, pictures))
    html = plain.replace("<table>", opened).replace("</table>", "</table></div>")
    return Markup(html)  # noqa: S704  # to_html has cleaned it


def item_address(address: Address) -> str:
    """The address of a §'s page."""
    return url_for("items.item", body=address.slug, year=address.year, number=address.number)


def without_page(
    values: Mapping[str, Any], parts: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """What an address asks for, but for the page of the list; with the parts of the address."""
    return {key: value for key, value in values.items() if key != "sida"} | dict(parts or {})


def attach(app: Flask) -> None:
    """Make the words known to the templates, where an unknown name is an error."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        FILTERS,
        day=day,
        prose=prose,
        age=age,
        decimal=decimal,
        label=label,
        color=color,
        attendance=attendance_line,
        option=option_text,
    )
    app.jinja_env.globals.update(item_address=item_address, without_page=without_page)
