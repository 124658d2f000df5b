"""Who is in the room for a §, who leads it, and whether they are enough."""

from __future__ import annotations

import pytest

from minutes.domain.attendance import Attendance, Interval, Role
from minutes.domain.bodies import BodyKind
from minutes.domain.persons import Person
from minutes.domain.quorum import Quorum
from minutes.domain.seated import InRoom
from tests.domain.people import BO, EVA, GROUP, LI, MAX

KAJ = Person("Kaj Lind", "KD")


def _is(who: Person, role: Role, *intervals: Interval, serves: bool = True) -> Attendance:
    return Attendance(who.name or "", who.party, role, serves, intervals=intervals)


def _room(*people: Attendance, **known: object) -> InRoom:
    return InRoom(4, BodyKind.BOARD, 5, people, **known)  # type: ignore[arg-type]  # as each test tells


def test_who_serves_and_who_is_only_there_are_told_apart() -> None:
    room = _room(
        _is(EVA, Role.CHAIR),
        _is(BO, Role.MEMBER, Interval(None, 3)),
        _is(LI, Role.SUBSTITUTE, serves=False),
        _is(MAX, Role.SUBSTITUTE, Interval(5, None), serves=False),
    )

    assert room.members == (EVA,)
    assert [a.person for a in room.present] == [LI]


def test_who_is_disqualified_is_in_no_list() -> None:
    away = _is(LI, Role.SUBSTITUTE, serves=False)
    room = _room(_is(EVA, Role.CHAIR), _is(BO, Role.MEMBER), away, disqualified=(BO, LI))

    assert (room.members, room.present) == ((EVA,), ())


@pytest.mark.parametrize(
    ("people", "told", "leads"),
    [
        pytest.param([_is(BO, Role.VICE_CHAIR), _is(EVA, Role.CHAIR)], None, EVA, id="the chair"),
        pytest.param(
            [_is(LI, Role.SECOND_VICE_CHAIR), _is(BO, Role.VICE_CHAIR)],
            None,
            BO,
            id="then the vice",
        ),
        pytest.param(
            [_is(MAX, Role.MEMBER), _is(LI, Role.SECOND_VICE_CHAIR)], None, LI, id="second"
        ),
        pytest.param([_is(MAX, Role.MEMBER)], None, None, id="nobody who may"),
        pytest.param([_is(MAX, Role.CHAIR, Interval(4, 4))], None, MAX, id="chosen for the §"),
        pytest.param([_is(EVA, Role.CHAIR), _is(BO, Role.MEMBER)], BO, BO, id="as the § tells"),
    ],
)
def test_the_highest_who_serves_leads(
    people: list[Attendance], told: Person | None, leads: Person | None
) -> None:
    assert _room(*people, chaired_by=told).chair == leads


def test_a_group_that_stands_aside_is_told_by_its_members() -> None:
    room = _room(_is(EVA, Role.CHAIR), _is(KAJ, Role.MEMBER), aside=(GROUP, LI))

    assert room.stood_aside == (KAJ,)


@pytest.mark.parametrize(
    ("quorum", "told", "margin"),
    [
        pytest.param(
            Quorum(15, 12, BodyKind.BOARD), "12 av 15 tjänstgör, beslutför", 4, id="with a margin"
        ),
        pytest.param(
            Quorum(15, 8, BodyKind.BOARD), "8 av 15 tjänstgör, beslutför", 0, id="nobody may leave"
        ),
        pytest.param(
            Quorum(15, 7, BodyKind.BOARD, 1),
            "7 av 15 tjänstgör, inte beslutför",
            -1,
            id="board: the disqualified do not count, KL 6:27",
        ),
        pytest.param(
            Quorum(15, 7, BodyKind.ASSEMBLY, 1),
            "7 av 15 tjänstgör, beslutför",
            0,
            id="assembly: the disqualified count, KL 5:46",
        ),
    ],
)
def test_the_state_of_the_quorum_is_told(quorum: Quorum, told: str, margin: int) -> None:
    assert str(quorum.told) == told
    assert quorum.margin == margin
    assert (quorum.advice is None) is (margin >= 0)


def test_a_lost_quorum_tells_what_it_means_and_what_to_do() -> None:
    said = str(Quorum(15, 7, BodyKind.BOARD).advice)

    assert said.startswith("Det behövs 8: paragrafen får inte beslutas (KL 6:27).")
    assert "bordlägg" in said


def test_without_known_seats_nobody_says_that_they_are_too_few() -> None:
    quorum = Quorum(None, 3, BodyKind.BOARD)

    assert (quorum.is_held, str(quorum.told)) == (True, "3 tjänstgör")
