"""A decision with its assignments, and how a motion ended, become what the words of a § tell."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select

from minutes.actions.assigning import revise_assignment, strike_assignment
from minutes.actions.decision_points import points_in, revise_decision
from minutes.actions.decisions import Origin, decide, give_assignment, postpone
from minutes.actions.motions import enter_outcomes
from minutes.actions.retelling import OUT_OF_THE_WAY, Retelling
from minutes.actions.revisions import replace_parts
from minutes.domain.assignments import require_assignment
from minutes.domain.comparing import paired
from minutes.domain.decisions import Decision as Made
from minutes.domain.errors import RuleBroken
from minutes.store.motions import motion_at
from minutes.store.tables import (
    Assignment,
    Body,
    ClauseOutcome,
    Decision,
    DecisionPoint,
    Organisation,
)


def _points(made: Made | None) -> Sequence[str]:
    return [point.text for point in (*made.points, *made.further)] if made else []


def _keys(of: Retelling, row: Decision) -> list[int | None]:
    """The rows that the points continue."""
    rows = [point.id for point in points_in(of.session, row)]
    pairs = paired(_points(of.now.decision), _points(of.told.decision))
    return [None if was is None else rows[was] for was, now in pairs if now is not None]


def _decision(of: Retelling) -> None:
    made, row = of.told.decision, next(iter(of.rows(Decision)), None)
    if made == of.now.decision:
        return
    if row is None and made is not None:
        decide(of.session, of.act, of.item, made, room=of.room)
    elif row is not None and made is None:
        of.take_out(row)
    elif row is not None and made is not None:
        revise_decision(of.session, of.act, row, made, keys=_keys(of, row))


def postponed(of: Retelling) -> None:
    """Whether the item goes back, or waits on the table."""
    back, waits = of.told.referred_back, of.told.tabled
    postpone(of.session, of.act, of.item, referred_back=back, tabled=waits)


def _given(of: Retelling) -> Sequence[Assignment]:
    """The assignments of the §, in the order of the record."""
    points = [p.id for row in of.rows(Decision) for p in points_in(of.session, row)]
    given = select(Assignment).where(col(Assignment.decision_point_id).in_(points))
    rows = of.session.exec(given).all()
    return sorted(rows, key=lambda row: (row.position, points.index(row.decision_point_id or 0)))


def _organisation(of: Retelling) -> Organisation:
    body = of.session.get_one(Body, of.meeting.body_id)
    return of.session.get_one(Organisation, body.organisation_id)


def decided(of: Retelling) -> None:
    """What was decided point by point, and the assignments that the points give."""
    there = _given(of)
    pairs = list(paired(of.now.assignments, of.told.assignments))
    for was, now in pairs:
        if was is not None and now is None:
            strike_assignment(of.session, of.act, there[was])
    _decision(of)
    points = [p for row in of.rows(Decision) for p in points_in(of.session, row)]
    stay = [(now, None if was is None else there[was]) for was, now in pairs if now is not None]
    of.in_order([_assign(of, now, row, points) for now, row in stay])


def _assign(
    of: Retelling, place: int, row: Assignment | None, points: Sequence[DecisionPoint]
) -> Assignment:
    given = of.told.assignments[place]
    if given.point not in range(1, len(points) + 1):
        raise RuleBroken("Beslutet har ingen punkt {point}.", point=given.point)
    point = points[given.point - 1]
    require_assignment(of.meeting.held_on, given)
    if row is None:
        origin = Origin(of.meeting.held_on, point, position=OUT_OF_THE_WAY + place)
        return give_assignment(of.session, of.act, _organisation(of), given, origin)
    if given not in of.now.assignments:
        revise_assignment(of.session, of.act, row, given, point=point)
    return row


def motion(of: Retelling) -> None:
    """How the § answers each clause of its motion; which motion it is, is no matter of words."""
    row, told, now = motion_at(of.session, of.item), of.told.motion, of.now.motion
    if row is None or told is None or now is None or told.number != now.number:
        raise RuleBroken("Texten och ärendet gäller inte samma motion. Ange motionen i dess ruta.")
    replace_parts(of.session, of.rows(ClauseOutcome), ())
    enter_outcomes(of.session, row, of.item, told)
