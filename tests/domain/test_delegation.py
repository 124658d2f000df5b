"""Decisions of delegates: what they must tell, and how a § reports them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from minutes.domain.delegation import (
    DelegatedDecision,
    reported_decisions,
    require_announceable,
    require_delegated,
)
from minutes.domain.errors import RuleBroken

TODAY = date(2026, 3, 2)
MADE = DelegatedDecision("Fastighetschefen", "Hyra ut en lokal.", date(2026, 2, 11))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"delegate": ""}, "vem som har beslutat", id="nobody"),
        pytest.param({"what": " "}, "vad som har beslutats", id="nothing"),
        pytest.param({"decided_on": date(2026, 3, 3)}, "efter 2026-03-02", id="to come"),
        pytest.param({"dnr": "x" * 200}, "högst 100", id="too long a number"),
        pytest.param({"ground": "7\n8"}, "en rad", id="a ground of two lines"),
        pytest.param({"what": "a\x07"}, "styrtecken", id="a sign that nobody sees"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(RuleBroken, match=said):
        require_delegated(replace(MADE, **changes), TODAY)


@pytest.mark.parametrize(
    ("decided_on", "appealable", "reported", "said"),
    [
        pytest.param("2026-02-11", True, True, "anmält", id="reported in a §, KL 7:8"),
        pytest.param("2026-02-11", False, False, "inte överklagas", id="cannot be appealed"),
        pytest.param(None, True, False, "dagen för beslutet", id="of no day"),
    ],
)
def test_only_what_is_not_reported_and_can_be_appealed_is_announced(
    decided_on: str | None, appealable: bool, reported: bool, said: str
) -> None:
    day = date.fromisoformat(decided_on) if decided_on else None

    with pytest.raises(RuleBroken, match=said):
        require_announceable(day, TODAY, appealable=appealable, reported=reported)


GROUPED = """
Beslut som har fattats under perioden redovisas.

### Regiondirektören

- Förordnande av chef till och med 2025-06-30, dnr 0011-2025
- Fullmakt att för regionens räkning
  underteckna ansökningar, dnr 1355-2020

Verksamhetschefer inom Nära vård

1. Tilldelningsbeslut enligt förteckning, 23 upphandlingar
"""


def test_decisions_stand_under_the_name_of_their_delegate() -> None:
    assert list(reported_decisions(GROUPED)) == [
        DelegatedDecision(
            "Regiondirektören", "Förordnande av chef till och med 2025-06-30", dnr="0011-2025"
        ),
        DelegatedDecision(
            "Regiondirektören",
            "Fullmakt att för regionens räkning underteckna ansökningar",
            dnr="1355-2020",
        ),
        DelegatedDecision(
            "Verksamhetschefer inom Nära vård",
            "Tilldelningsbeslut enligt förteckning, 23 upphandlingar",
        ),
    ]


@pytest.mark.parametrize(
    "end",
    [", dnr 1-2026 (punkt 7.3)", " (punkt 7.3), dnr 1-2026.", ", punkt 7.3, dnr 1-2026"],
)
def test_an_entry_may_begin_with_its_day_and_end_with_its_ground(end: str) -> None:
    (one,) = reported_decisions(f"Chefen\n\n- 2026-02-11 Hyra ut till 2027-01-01{end}")

    assert one == DelegatedDecision(
        "Chefen", "Hyra ut till 2027-01-01", date(2026, 2, 11), "1-2026", "punkt 7.3"
    )


def test_a_day_that_is_none_stays_in_the_words() -> None:
    (one,) = reported_decisions("Chefen\n\n- 2026-02-31 Hyra ut")

    assert (one.what, one.decided_on) == ("2026-02-31 Hyra ut", None)


def test_the_name_of_a_delegate_may_stand_first_in_the_entry() -> None:
    text = "Beslut under våren:\n\n- Kulturchefen: tolv beslut om stöd (dnr 0083-2025)."

    (one,) = reported_decisions(text)

    assert (one.delegate, one.what, one.dnr) == ("Kulturchefen", "tolv beslut om stöd", "0083-2025")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Inga beslut har fattats.", id="a sentence"),
        pytest.param("- Ett beslut utan delegat", id="a list under no name"),
        pytest.param("| a | b |\n| --- | --- |", id="a table"),
    ],
)
def test_what_is_no_list_under_a_name_reports_nothing(text: str) -> None:
    assert list(reported_decisions(text)) == []
