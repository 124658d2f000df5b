"""The assignments of a body as those who report on them work with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from sqlmodel import col, select
from werkzeug.exceptions import NotFound

from minutes.domain.access import Duty
from minutes.domain.errors import RuleBroken
from minutes.store.queries.assignment_reports import (
    Line,
    Reporting,
    lines_by_body,
    report_lines,
    reporting_on,
    reportings,
)
from minutes.store.queries.bodies import find_slug
from minutes.store.session import session
from minutes.store.tables import Body
from minutes.store.visibility import Sight, show
from minutes.web.access import holders, signed_in, visitor
from minutes.web.pages import today

OFFICE = holders(Duty.DIRECTORS_OFFICE, Duty.SECRETARY)
"""Who reports: the director's office, and the secretary who puts the report on the agenda."""


@dataclass(frozen=True, slots=True)
class Office:
    """A body, where it is reported to next (None: on no agenda yet), and its open assignments."""

    body: Body
    at: Reporting | None
    lines: Sequence[Line]


def reports_assignments() -> bool:
    """Whether the visitor reports on assignments."""
    account = visitor()
    return account is not None and OFFICE.admits(account, None)


def look() -> None:
    """See what is adjusted: whoever makes the report, the same stands in it."""
    show(session(), Sight(frozenset()))


def _body(slug: str) -> Body:
    body = find_slug(session(), slug)
    if body is None:
        raise NotFound(_("Registret har inget sådant organ."))
    return body


def office(slug: str) -> Office:
    """The body at an address, as it stands today. Raises NotFound."""
    look()
    return _offices([_body(slug)])[0]


def office_on(slug: str, held_on: date) -> Office:
    """The body as it stands on the day of a meeting. Raises NotFound where none is reported to."""
    look()
    body = _body(slug)
    at = reporting_on(session(), body, held_on)
    if at is None:
        raise NotFound(_("Föredragningslistan den dagen har ingen redovisning av uppdrag."))
    return Office(body, at, report_lines(session(), body, held_on, at))


def _offices(bodies: Sequence[Body]) -> Sequence[Office]:
    ats = reportings(session(), bodies, today())
    lines = lines_by_body(session(), bodies, today(), ats)
    return [Office(one, ats.get(one.id), lines[one.id]) for one in bodies]


def offices() -> Sequence[Office]:
    """Those of the bodies that the visitor reports for, by name."""
    look()
    bodies = session().exec(select(Body).order_by(col(Body.name))).all()
    return _offices([one for one in bodies if OFFICE.admits(signed_in(), one.id)])


def meeting_of(here: Office) -> Reporting:
    """Where it is reported to next. Raises RuleBroken."""
    if here.at is None:
        raise RuleBroken(
            "Ingen kommande föredragningslista har redovisningen av uppdrag. "
            "Be sekreteraren att lägga till den stående punkten."
        )
    return here.at
