"""The deciding block in prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.wording.decisions import decision_text

OWN, PROPOSED = DecisionKind.DECISION, DecisionKind.PROPOSAL
BODY, ASSEMBLY = "Regionstyrelsen", "regionfullmäktige"


def _points(*texts: str) -> tuple[DecisionPoint, ...]:
    return tuple(DecisionPoint(text) for text in texts)


@pytest.mark.parametrize(
    ("decision", "text"),
    [
        pytest.param(
            Decision(OWN, _points("anta planen.")),
            "Regionstyrelsen beslutar att anta planen.",
            id="one clause runs on",
        ),
        pytest.param(
            Decision(OWN, _points("Planen antas.")),
            "Regionstyrelsen fattar följande beslut:\n\nPlanen antas.",
            id="one sentence stands by itself",
        ),
        pytest.param(
            Decision(PROPOSED, _points("anta planen."), ASSEMBLY),
            "Regionstyrelsen föreslår regionfullmäktige besluta att anta planen.",
            id="one clause to the superior body",
        ),
        pytest.param(
            Decision(PROPOSED, _points("Planen antas."), ASSEMBLY),
            "Regionstyrelsen föreslår regionfullmäktige fatta följande beslut:\n\nPlanen antas.",
            id="one sentence to the superior body",
        ),
        pytest.param(
            Decision(OWN, _points("anta planen.", "redovisa den.")),
            "Regionstyrelsen beslutar att:\n\n1. anta planen.\n2. redovisa den.",
            id="several clauses are numbered",
        ),
        pytest.param(
            Decision(OWN, _points("anta planen.", "Regiondirektören får i uppdrag att bygga.")),
            "Regionstyrelsen fattar följande beslut:\n\n"
            "1. anta planen.\n2. Regiondirektören får i uppdrag att bygga.",
            id="one sentence among clauses makes them all sentences",
        ),
    ],
)
def test_the_opening_suits_what_follows(decision: Decision, text: str) -> None:
    assert decision_text(BODY, decision) == text


def test_what_is_proposed_and_what_is_decided_have_openings_of_their_own() -> None:
    mixed = Decision(
        PROPOSED,
        (*_points("anta planen.", "avsätta medel."), DecisionPoint("ta fram en tidsplan.", OWN)),
        ASSEMBLY,
    )

    assert decision_text(BODY, mixed) == (
        "Regionstyrelsen föreslår regionfullmäktige besluta att:\n\n"
        "1. anta planen.\n2. avsätta medel.\n\n"
        "Regionstyrelsen beslutar att:\n\n3. ta fram en tidsplan."
    )


@pytest.mark.parametrize(
    ("further", "ending"),
    [
        pytest.param(
            DecisionPoint("ta fram en tidsplan.", OWN),
            "Regionstyrelsen beslutar att ta fram en tidsplan.",
            id="of a kind of its own",
        ),
        pytest.param(
            DecisionPoint("ta fram en tidsplan."),
            "Regionstyrelsen föreslår regionfullmäktige besluta att ta fram en tidsplan.",
            id="of the decision's kind",
        ),
        pytest.param(
            DecisionPoint("ta fram en tidsplan.", PROPOSED, "årsmötet"),
            "Regionstyrelsen föreslår årsmötet besluta att ta fram en tidsplan.",
            id="to another body",
        ),
    ],
)
def test_what_is_decided_beside_the_list_follows_in_running_text(
    further: DecisionPoint, ending: str
) -> None:
    decision = Decision(PROPOSED, _points("anta planen."), ASSEMBLY, (further,))

    first, second = decision_text(BODY, decision).split("\n\n")

    assert first == "Regionstyrelsen föreslår regionfullmäktige besluta att anta planen."
    assert second == ending


def test_the_bullets_of_a_numbered_point_are_indented_under_it() -> None:
    decision = Decision(OWN, _points("anta:\n• planen\n• budgeten", "redovisa dem."))

    text = decision_text(BODY, decision)

    assert text.endswith("1. anta:\n   - planen\n   - budgeten\n2. redovisa dem.")


clauses = st.lists(st.sampled_from(["anta planen.", "avslå den.", "Medel avsätts."]), min_size=2)
kinds = st.sampled_from([None, OWN, PROPOSED])


@given(texts=clauses, data=st.data())
def test_points_are_numbered_through_whatever_they_are(
    texts: list[str], data: st.DataObject
) -> None:
    points = tuple(DecisionPoint(text, data.draw(kinds), ASSEMBLY) for text in texts)

    text = decision_text(BODY, Decision(OWN, points, ASSEMBLY))

    numbered = [line for line in text.split("\n") if line[:1].isdigit()]
    assert numbered == [f"{n}. {clause}" for n, clause in enumerate(texts, 1)]
