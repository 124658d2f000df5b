"""Disqualification: one who is disqualified takes no part in the item (KL 6:28-30)."""

from __future__ import annotations

import pytest

from minutes.domain.attendance import Attendance, Role, is_quorate, may_serve_again, serving
from minutes.domain.bodies import BodyKind
from minutes.domain.disqualifications import Disqualification
from minutes.domain.persons import Person
from minutes.domain.proposals import Proposal, ProposalKind, require_movers_serve
from minutes.domain.reservations import require_may_reserve
from minutes.domain.voting import Ballot, BallotChoice, require_sum
from tests.domain.people import BO, EVA, LI, MAX
from tests.domain.refusals import ALLOWED, refusal

PRESENT = [
    Attendance("Eva Ek", "S", Role.CHAIR),
    Attendance("Bo Alm", "M", Role.VICE_CHAIR),
    Attendance("Li Öst", "C", Role.MEMBER),
]
CHAIR_ASIDE = Disqualification("Eva Ek", "S", "ledamotskap i bolaget", MAX, BO)


def _seated(*disqualified: Disqualification) -> list[Person]:
    away = [one.person for one in disqualified]
    return [a.person for a in serving(PRESENT, 54, away)]


def test_one_who_is_disqualified_takes_no_part_in_deciding() -> None:
    assert _seated() == [EVA, BO, LI]
    assert _seated(CHAIR_ASIDE) == [BO, LI]


def test_the_record_says_on_which_ground_and_who_served_and_chaired_instead() -> None:
    assert CHAIR_ASIDE.person == EVA
    assert CHAIR_ASIDE.ground == "ledamotskap i bolaget"
    assert (CHAIR_ASIDE.replaced_by, CHAIR_ASIDE.chaired_by) == (MAX, BO)


def test_one_who_is_disqualified_puts_no_proposal() -> None:
    proposal = Proposal((EVA,), ProposalKind.REJECT)

    assert refusal(require_movers_serve, proposal, _seated()) == ALLOWED
    assert "Eva Ek tjänstgör inte" in refusal(require_movers_serve, proposal, _seated(CHAIR_ASIDE))


def test_one_who_is_disqualified_does_not_vote() -> None:
    ballots = [Ballot(p.name or "", p.party, BallotChoice.YES) for p in (EVA, BO, LI)]

    assert refusal(require_sum, ballots, _seated()) == ALLOWED
    assert "Eva Ek tjänstgör inte här" in refusal(require_sum, ballots, _seated(CHAIR_ASIDE))


def test_one_who_is_disqualified_makes_no_reservation() -> None:
    seated = _seated(CHAIR_ASIDE)

    assert refusal(require_may_reserve, EVA, serving=_seated()) == ALLOWED
    assert "Eva Ek tjänstgör inte" in refusal(require_may_reserve, EVA, serving=seated)


@pytest.mark.parametrize(
    ("kind", "quorate"),
    [
        pytest.param(BodyKind.BOARD, False, id="a board falls short without them, KL 6:27"),
        pytest.param(BodyKind.COMMITTEE, False, id="so does a committee, KL 6:27"),
        pytest.param(BodyKind.ASSEMBLY, True, id="the assembly may go on, KL 5:46"),
    ],
)
def test_disqualification_breaks_the_quorum_of_all_but_the_assembly(
    kind: BodyKind, quorate: bool
) -> None:
    seats, seated = 5, _seated(CHAIR_ASIDE)

    assert is_quorate(seats, len(seated), kind, disqualified=1) is quorate


def test_one_who_stepped_aside_for_disqualification_is_back_in_the_next_paragraph() -> None:
    aside = {54: [CHAIR_ASIDE.person]}

    next_seated = [a.person for a in serving(PRESENT, 55, aside.get(55, []))]

    assert next_seated == [EVA, BO, LI]
    assert may_serve_again(left_for_disqualification=True)
