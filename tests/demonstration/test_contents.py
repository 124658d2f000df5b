"""What the demonstration shows: every kind of everything that minutes hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from enum import StrEnum

import pytest

from minutes.demonstration.meetings import meetings
from minutes.demonstration.region import region
from minutes.domain.attendance import Attendance, Role
from minutes.domain.decisions import DecisionKind, Outcome, outcome_of
from minutes.domain.motions import ClauseOutcome
from minutes.domain.notes import NoteKind
from minutes.domain.proposals import ProposalKind
from minutes.domain.questions import OptionKind, QuestionKind
from minutes.domain.record import Item, Protocol
from minutes.domain.voting import BallotChoice, Vote

Items = tuple[Item, ...]
Protocols = tuple[Protocol, ...]


def _votes(items: Items) -> list[Vote]:
    return [vote for item in items for vote in item.votes]


def _kinds(items: Items) -> dict[type[StrEnum], set[StrEnum]]:
    """Which members of each enumeration of the record occur."""
    questions = [q for item in items for q in item.questions]
    return {
        ProposalKind: {p.kind for item in items for p in item.proposals},
        QuestionKind: {q.kind for q in questions},
        OptionKind: {o.kind for q in questions for o in q.options},
        BallotChoice: {b.ballot for vote in _votes(items) for b in vote.ballots},
        NoteKind: {note.kind for item in items for note in item.notes},
        ClauseOutcome: {c for item in items if item.motion for c in item.motion.claims},
        DecisionKind: {item.decision.kind for item in items if item.decision},
    }


@pytest.mark.parametrize(
    "kind",
    [
        ProposalKind,
        QuestionKind,
        OptionKind,
        BallotChoice,
        NoteKind,
        ClauseOutcome,
        DecisionKind,
    ],
)
def test_every_kind_occurs(items: Items, kind: type[StrEnum]) -> None:
    assert set(kind) - _kinds(items)[kind] == set()


@pytest.mark.parametrize("role", Role)
def test_every_role_is_there(protocols: Protocols, role: Role) -> None:
    assert any(one.role is role for p in protocols for one in p.attendance)


@pytest.mark.parametrize("outcome", Outcome)
def test_an_item_ends_in_every_way(items: Items, outcome: Outcome) -> None:
    ends = Counter(
        outcome_of(
            item.decision.kind if item.decision else None,
            referred_back=item.referred_back,
            tabled=item.tabled,
        )
        for item in items
    )

    assert (ends[outcome] > 0) is (outcome is not Outcome.NONE)


def test_sixteen_meetings_or_more_are_held_within_two_years(protocols: Protocols) -> None:
    days = [p.date for p in protocols if p.date]

    assert len(protocols) >= 16
    assert days == sorted(days)
    assert max(days) - min(days) < timedelta(days=2 * 365)
    assert {p.body for p in protocols} == {body.name for body in region().bodies}


def test_three_hundred_items_or_more_are_treated(items: Items) -> None:
    assert len(items) >= 300


def test_forty_assignments_or_more_are_given(items: Items) -> None:
    given = [one for item in items for one in item.assignments]

    assert len(given) >= 40
    assert {(a.deadline is not None, bool(a.event)) for a in given} >= {
        (True, False),
        (False, True),
        (False, False),
    }


def test_assignments_are_reported_on_and_closed(items: Items) -> None:
    assert sum(len(held.reports) for held in meetings()) > 5
    assert sum(len(held.closes) for held in meetings()) > 5


@pytest.mark.parametrize(
    "shows",
    [
        pytest.param(lambda v: v.casting_vote is not None, id="a casting vote"),
        pytest.param(lambda v: v.lot, id="a lot"),
        pytest.param(lambda v: v.preliminary, id="a preliminary vote"),
        pytest.param(lambda v: v.closed, id="a closed vote"),
        pytest.param(lambda v: v.abstain > 0, id="somebody abstains"),
        pytest.param(lambda v: v.carried is False, id="no wins"),
        pytest.param(lambda v: v.carried is True, id="yes wins"),
    ],
)
def test_every_sort_of_vote_is_held(items: Items, shows: Callable[[Vote], bool]) -> None:
    assert any(shows(vote) for vote in _votes(items))


@pytest.mark.parametrize(
    "shows",
    [
        pytest.param(lambda i: any(p.rank == 2 for p in i.proposals), id="a second choice"),
        pytest.param(lambda i: any(p.supports for p in i.proposals), id="support"),
        pytest.param(lambda i: any(p.against for p in i.proposals), id="opposition"),
        pytest.param(lambda i: any(p.withdrawn for p in i.proposals), id="taken back"),
        pytest.param(lambda i: any(len(p.by) > 1 for p in i.proposals), id="moved by several"),
        pytest.param(lambda i: any(q.carried is None for q in i.questions), id="one that falls"),
        pytest.param(lambda i: any(r.point for r in i.reservations), id="against one point"),
        pytest.param(lambda i: any(r.motivation for r in i.reservations), id="with motivation"),
        pytest.param(lambda i: any(not r.name for r in i.reservations), id="a group's reservation"),
        pytest.param(lambda i: any(n.group for n in i.notes), id="a group's note"),
        pytest.param(lambda i: any(n.by for n in i.notes), id="a member's note"),
        pytest.param(lambda i: any(d.ground for d in i.disqualified), id="disqualified"),
        pytest.param(lambda i: any(d.chaired_by for d in i.disqualified), id="the chair too"),
        pytest.param(lambda i: any(d.replaced_by for d in i.disqualified), id="one replaced"),
        pytest.param(lambda i: bool(i.stands_aside), id="standing aside"),
        pytest.param(lambda i: bool(i.corrections), id="a correction"),
        pytest.param(lambda i: i.referred_back, id="referred back"),
        pytest.param(lambda i: i.tabled, id="tabled"),
        pytest.param(lambda i: any("| ---" in s.text for s in i.sections), id="a table"),
        pytest.param(lambda i: any("[^1]" in s.text for s in i.sections), id="a footnote"),
        pytest.param(lambda i: any("![" in s.text for s in i.sections), id="a picture"),
        pytest.param(lambda i: any("\n- " in s.text for s in i.sections), id="a list"),
    ],
)
def test_every_turn_that_an_item_can_take_is_shown(
    items: Items, shows: Callable[[Item], bool]
) -> None:
    assert any(shows(item) for item in items)


@pytest.mark.parametrize(
    "shows",
    [
        pytest.param(lambda a: a.serves_for is not None, id="a substitute serves"),
        pytest.param(lambda a: a.role is Role.SUBSTITUTE and not a.serves, id="one does not"),
        pytest.param(lambda a: a.remote, id="one is there remotely"),
        pytest.param(lambda a: a.serves and bool(a.intervals), id="one comes late or leaves early"),
    ],
)
def test_every_way_of_being_there_is_shown(
    protocols: Protocols, shows: Callable[[Attendance], bool]
) -> None:
    assert any(shows(one) for p in protocols for one in p.attendance)


def test_some_matters_pass_from_body_to_body(protocols: Protocols) -> None:
    bodies: dict[str, set[str | None]] = {}
    for protocol in protocols:
        for item in protocol.items:
            for dnr in item.dnr:
                bodies.setdefault(dnr, set()).add(protocol.body)

    assert Counter(map(len, bodies.values()))[3] >= 1
    assert Counter(map(len, bodies.values()))[2] >= 5


def test_only_the_latest_meetings_wait_for_their_adjustment(protocols: Protocols) -> None:
    latest = {p.body: p for p in protocols}
    waiting = [p for p in protocols if p.adjusted_on is None]

    assert [p.body for p in waiting] == ["Regionstyrelsen", "Regionala utvecklingsnämnden"]
    assert all(p is latest[p.body] for p in waiting)
