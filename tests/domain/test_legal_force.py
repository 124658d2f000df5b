"""When a § gains legal force, and what an appeal may say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint, Outcome
from minutes.domain.errors import RuleBroken
from minutes.domain.legal_force import (
    Appeal,
    AppealOutcome,
    Force,
    is_appealable,
    legal_force,
    require_appeal,
)
from minutes.domain.notices import notice_of

NOTICE = notice_of(date(2026, 2, 11), "Kansliet", ())
"""The last day to appeal is 4 March 2026."""
LODGED = Appeal(date(2026, 3, 2), "Förvaltningsrätten i Älvmark", "4108-26")
TODAY = date(2026, 12, 1)


def _judged(outcome: AppealOutcome, stands: str | None = None, **other: Any) -> Appeal:
    stands_on = date.fromisoformat(stands) if stands else None
    return replace(
        LODGED, outcome=outcome, outcome_on=date(2026, 5, 4), stands_on=stands_on, **other
    )


HIGHER = Appeal(date(2026, 5, 20), "Kammarrätten", "77-26")
DISMISSED, ANNULLED = AppealOutcome.DISMISSED, AppealOutcome.ANNULLED


@pytest.mark.parametrize(
    ("today", "appeals", "state", "on"),
    [
        pytest.param("2026-03-04", (), Force.APPEAL_PERIOD, "2026-03-04", id="the last day"),
        pytest.param(
            "2026-03-05", (), Force.LEGAL_FORCE, "2026-03-05", id="the day after, KL 13:5"
        ),
        pytest.param("2026-12-01", (LODGED,), Force.APPEALED, None, id="nothing is decided"),
        pytest.param(
            "2026-12-01", (_judged(DISMISSED),), Force.APPEALED, None, id="may go to the next court"
        ),
        pytest.param(
            "2026-12-01",
            (_judged(DISMISSED, "2026-05-26"),),
            Force.LEGAL_FORCE,
            "2026-05-26",
            id="the judgment stands",
        ),
        pytest.param(
            "2026-12-01",
            (_judged(AppealOutcome.WRITTEN_OFF, "2026-05-26"), LODGED),
            Force.APPEALED,
            None,
            id="another appeal is not decided",
        ),
        pytest.param(
            "2026-12-01",
            (_judged(ANNULLED, "2026-05-26"),),
            Force.ANNULLED,
            "2026-05-26",
            id="annulled, KL 13:8",
        ),
        pytest.param(
            "2026-12-01", (_judged(ANNULLED), HIGHER), Force.APPEALED, None, id="in the next court"
        ),
        pytest.param(
            "2026-12-01",
            (
                _judged(ANNULLED),
                replace(
                    HIGHER,
                    outcome=DISMISSED,
                    outcome_on=date(2026, 9, 1),
                    stands_on=date(2026, 9, 30),
                ),
            ),
            Force.LEGAL_FORCE,
            "2026-09-30",
            id="the next court's judgment stands",
        ),
        pytest.param(
            "2026-03-03",
            (
                replace(
                    LODGED,
                    outcome=AppealOutcome.NOT_TRIED,
                    outcome_on=date(2026, 3, 2),
                    stands_on=date(2026, 3, 3),
                ),
            ),
            Force.APPEAL_PERIOD,
            "2026-03-04",
            id="others may still appeal",
        ),
    ],
)
def test_a_paragraph_gains_legal_force_when_nobody_can_change_it(
    today: str, appeals: tuple[Appeal, ...], state: Force, on: str | None
) -> None:
    stands = legal_force(NOTICE, appeals, date.fromisoformat(today))

    assert stands.state is state
    assert stands.on == (date.fromisoformat(on) if on else None)


def test_without_a_notice_that_counts_no_period_runs_out() -> None:
    assert legal_force(None, (), TODAY).state is Force.NOT_ANNOUNCED
    assert legal_force(None, (LODGED,), TODAY).state is Force.APPEALED


@pytest.mark.parametrize(
    ("first", "until", "today", "stayed"),
    [
        pytest.param("2026-03-09", None, "2026-03-08", False, id="before it"),
        pytest.param("2026-03-09", None, "2026-03-09", True, id="from its day"),
        pytest.param("2026-03-09", "2026-05-04", "2026-05-03", True, id="while it lasts"),
        pytest.param("2026-03-09", "2026-05-04", "2026-05-04", False, id="lifted"),
    ],
)
def test_a_stay_lasts_from_day_to_day(
    first: str, until: str | None, today: str, stayed: bool
) -> None:
    lodged = replace(
        LODGED,
        stay_from=date.fromisoformat(first),
        stay_until=date.fromisoformat(until) if until else None,
    )

    assert legal_force(NOTICE, (lodged,), date.fromisoformat(today)).is_stayed is stayed


def _decided(kind: DecisionKind, *points: DecisionKind | None) -> Decision:
    return Decision(kind, tuple(DecisionPoint("x", one) for one in points), "Fullmäktige")


@pytest.mark.parametrize(
    ("decision", "outcome", "can_be"),
    [
        pytest.param(_decided(DecisionKind.DECISION, None), Outcome.DECIDED, True, id="decided"),
        pytest.param(
            _decided(DecisionKind.PROPOSAL, None), Outcome.PROPOSED, False, id="proposed, KL 13:2"
        ),
        pytest.param(
            _decided(DecisionKind.PROPOSAL, None, DecisionKind.DECISION),
            Outcome.PROPOSED,
            True,
            id="proposed, and a point decided",
        ),
        pytest.param(
            _decided(DecisionKind.DECISION, None), Outcome.REFERRED_BACK, False, id="referred back"
        ),
        pytest.param(_decided(DecisionKind.DECISION, None), Outcome.TABLED, False, id="tabled"),
        pytest.param(None, Outcome.NONE, False, id="no decision"),
    ],
)
def test_what_only_prepares_cannot_be_appealed_by_itself(
    decision: Decision | None, outcome: Outcome, can_be: bool
) -> None:
    assert is_appealable(decision, outcome) is can_be

    stands = legal_force(NOTICE, (), TODAY, appealable=can_be)
    assert (stands.state is Force.NOT_APPEALABLE) is not can_be


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"court": ""}, "Ange domstolen", id="no court"),
        pytest.param({"court": "x" * 300}, "högst 200", id="too long a court"),
        pytest.param({"case_number": "4108\n26"}, "en rad", id="a number of two lines"),
        pytest.param({"note": "a\x00b"}, "styrtecken", id="a sign that nobody sees"),
        pytest.param({"lodged_on": date(2027, 1, 1)}, "inte varit än", id="to come"),
        pytest.param({"outcome": DISMISSED}, "både utgången", id="an outcome without a day"),
        pytest.param({"outcome_on": date(2026, 5, 4)}, "både utgången", id="a day without outcome"),
        pytest.param({"stay_from": date(2026, 3, 1)}, "efter att målet", id="a stay before it"),
        pytest.param({"stay_until": date(2026, 3, 9)}, "slutar efter", id="a stay without a start"),
        pytest.param({"stands_on": date(2026, 5, 9)}, "vinner laga kraft", id="nothing to stand"),
    ],
)
def test_an_appeal_that_cannot_be_is_refused(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(RuleBroken, match=said):
        require_appeal(replace(LODGED, **changes), TODAY)


def test_an_appeal_in_order_is_taken() -> None:
    require_appeal(LODGED, TODAY)
    require_appeal(_judged(DISMISSED, "2026-05-26", stay_from=date(2026, 3, 2)), TODAY)
