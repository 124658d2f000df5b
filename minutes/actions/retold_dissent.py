"""Reservations, notes and who stood aside become what the words of a § tell."""

from __future__ import annotations

from minutes.actions.dissent import enter_note, enter_reservation, stand_aside
from minutes.actions.dissent_revisions import revise_note, revise_reservation
from minutes.actions.retelling import OUT_OF_THE_WAY, Retelling
from minutes.actions.revisions import revise
from minutes.actions.stepping_aside import step_aside, step_back
from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person
from minutes.domain.reservations import require_may_stand_aside
from minutes.store.tables import Disqualification, Note, Reservation, StandAside


def _require_points(of: Retelling) -> None:
    made = of.told.decision
    points = len(made.points) + len(made.further) if made else 0
    for one in of.told.reservations:
        if one.point is not None and one.point not in range(1, points + 1):
            raise RuleBroken("Beslutet har ingen punkt {point}.", point=one.point)


def reservations(of: Retelling) -> None:
    """Who reserves, against what and why."""
    _require_points(of)
    is_open = of.meeting.closed_at is None
    brought = of.bring(
        of.rows(Reservation),
        of.now.reservations,
        of.told.reservations,
        lambda one, n: enter_reservation(
            of.session,
            of.act,
            of.item,
            one,
            present=of.present,
            position=n,
            meeting_is_open=is_open,
        ),
        lambda row, one: revise_reservation(of.session, of.act, row, one, present=of.present),
    )
    of.in_order([row for _, row in brought])


def notes(of: Retelling) -> None:
    """The notes of persons and groups."""
    people = of.present.people
    brought = of.bring(
        of.rows(Note),
        of.now.notes,
        of.told.notes,
        lambda one, n: enter_note(of.session, of.act, of.item, one, people=people, position=n),
        lambda row, one: revise_note(of.session, of.act, row, one, people=people),
    )
    of.in_order([row for _, row in brought])


def disqualified(of: Retelling) -> None:
    """Who steps aside: they leave, and others serve and lead instead, in the attendance too."""
    grounds = {(d.person, d.replaced_by, d.chaired_by): d for d in of.told.disqualified}
    for row, one in zip(of.rows(Disqualification), of.now.disqualified, strict=True):
        same = grounds.pop((one.person, one.replaced_by, one.chaired_by), None)
        if same is None:
            step_back(of.session, of.act, of.meeting, row)
        else:
            revise(of.session, of.act, row, {"ground": same.ground})
    for one in grounds.values():
        step_aside(of.session, of.act, of.meeting, of.item, one)


def stands_aside(of: Retelling) -> None:
    """Who does not take part in the decision."""
    if of.present.serving is not None:
        for one in set(of.told.stands_aside) - set(of.now.stands_aside):
            is_decided = of.now.decision is not None
            require_may_stand_aside(one, serving=of.present.serving, is_decided=is_decided)
    rows = dict(zip(of.now.stands_aside, of.rows(StandAside), strict=True))
    for one in rows.keys() - set(of.told.stands_aside):
        of.take_out(rows.pop(one))
    for n, one in enumerate(of.told.stands_aside, OUT_OF_THE_WAY):
        rows[one] = rows.get(one) or _stand_aside(of, one, n)
    of.in_order([rows[one] for one in of.told.stands_aside])


def _stand_aside(of: Retelling, one: Person, place: int) -> StandAside:
    people = of.present.people
    return stand_aside(of.session, of.act, of.item, one, people=people, position=place)
