"""The decision that is offered is what the chair's findings amount to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes.domain.deciding import offered_decision
from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind
from minutes.domain.record import Item
from tests.domain.people import BO, EVA, LI

K, Q = ProposalKind, QuestionKind
BASE_POINTS = ("godkänna rapporten.", "lägga den till handlingarna.")
E = Option("Eva Ek", OptionKind.PROPOSAL)
COUNTER = Proposal((EVA,), K.COUNTER, text="Att begära en ny rapport")
BACK = Proposal((BO,), K.REFER_BACK, text="för att priset ska utredas.")
TABLE = Proposal((BO,), K.TABLE)
ONE, OTHER = (Proposal((LI,), K.ADD, text=text) for text in ("redovisa i mars.", "pröva i maj."))
MET = (Q.AGAINST, (BASE, E))
BASE_WON, OTHER_WON = Question(*MET, 0), Question(*MET, 1)
BASE_ALONE = Question(Q.SINGLE, (BASE,), 0)
ADDED = Question(Q.SINGLE, (Option("Li Öst", OptionKind.ADD),), 0)
NOT_ADDED = replace(ADDED, carried=None)
WENT_BACK = Question(Q.SINGLE, (Option("Bo Alm", OptionKind.REFER_BACK),), 0)
WAITS = Question(Q.SINGLE, (Option("Bo Alm", OptionKind.TABLE),), 0)


@pytest.mark.parametrize(
    ("moved", "asked", "points"),
    [
        pytest.param((), (), None, id="nothing is found yet"),
        pytest.param((), (BASE_ALONE,), BASE_POINTS, id="the base"),
        pytest.param((), (replace(BASE_ALONE, carried=None),), None, id="the base fell"),
        pytest.param((COUNTER,), (BASE_WON,), BASE_POINTS, id="the base against another"),
        pytest.param((COUNTER,), (OTHER_WON,), ("begära en ny rapport.",), id="a counter-proposal"),
        pytest.param(
            (replace(COUNTER, kind=K.AMEND),),
            (OTHER_WON,),
            ("begära en ny rapport.",),
            id="an amendment",
        ),
        pytest.param(
            (Proposal((EVA,), K.REJECT, text="med hänsyn till priset."),),
            (OTHER_WON,),
            ("avslå det liggande förslaget.",),
            id="a no",
        ),
        pytest.param(
            (ONE,), (BASE_ALONE, ADDED), (*BASE_POINTS, "redovisa i mars."), id="an addition"
        ),
        pytest.param((ONE,), (BASE_ALONE, NOT_ADDED), BASE_POINTS, id="an addition that fell"),
        pytest.param(
            (ONE, OTHER),
            (BASE_ALONE, ADDED, ADDED),
            (*BASE_POINTS, "redovisa i mars.", "pröva i maj."),
            id="two additions by the same",
        ),
        pytest.param(
            (BACK, COUNTER),
            (WENT_BACK,),
            ("återremittera ärendet för att priset ska utredas.",),
            id="a referral",
        ),
        pytest.param((TABLE,), (WAITS,), ("bordlägga ärendet.",), id="tabling"),
        pytest.param(
            (BACK, COUNTER), (replace(WENT_BACK, carried=None),), None, id="a referral that fell"
        ),
    ],
)
def test_the_findings_give_the_points(
    moved: tuple[Proposal, ...], asked: tuple[Question, ...], points: tuple[str, ...] | None
) -> None:
    offered = offered_decision(Item(1, "Rapport", proposals=moved, questions=asked), BASE_POINTS)

    assert (offered and tuple(point.text for point in offered.points)) == points


def test_what_goes_to_the_superior_body_still_does() -> None:
    made = Decision(DecisionKind.PROPOSAL, (DecisionPoint("annat."),), "Regionfullmäktige")
    item = Item(1, "Rapport", decision=made, questions=(BASE_ALONE,))

    offered = offered_decision(item, BASE_POINTS)

    assert offered is not None
    assert (offered.kind, offered.to) == (made.kind, made.to)


def test_a_referral_is_the_bodys_own_decision_also_where_the_matter_goes_on() -> None:
    made = Decision(DecisionKind.PROPOSAL, (DecisionPoint("annat."),), "Regionfullmäktige")
    item = Item(1, "Rapport", decision=made, proposals=(BACK,), questions=(WENT_BACK,))

    offered = offered_decision(item, BASE_POINTS)

    assert offered is not None
    assert offered.kind is DecisionKind.DECISION
