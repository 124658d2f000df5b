"""Communications: what they must tell, and how a § reports them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from minutes.domain.communications import (
    Communication,
    reported_communications,
    require_communication,
)
from minutes.domain.errors import RuleBroken

TODAY = date(2026, 3, 2)
TOLD = Communication("Patientnämnden", "Årsrapport", date(2026, 2, 11))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"sender": ""}, "vem som är avsändare", id="nobody"),
        pytest.param({"subject": " "}, "vad meddelandet gäller", id="nothing"),
        pytest.param({"received_on": date(2026, 3, 3)}, "efter 2026-03-02", id="to come"),
        pytest.param({"dnr": "x" * 200}, "högst 100", id="too long a number"),
        pytest.param({"subject": "a\x07"}, "styrtecken", id="a sign that nobody sees"),
    ],
)
def test_a_communication_that_cannot_be_is_refused(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(RuleBroken, match=said):
        require_communication(replace(TOLD, **changes), TODAY)


TABLE = r"""
Följande har kommit in.

| Avsändare | Ämne | Inkom | Dnr |
| --- | :-: | --- | --- |
| **Patientnämnden** | Protokoll \| del 1 | 2026-02-11 | 0077-2026 |
| Vinterfors kommun | Skrivelse | i går | |
| | Utan avsändare | 2026-02-11 | |

| Nämnd | Belopp |
| --- | --- |
| Kulturnämnden | 12 mnkr |
"""


def test_each_row_of_a_table_with_sender_and_subject_is_a_communication() -> None:
    assert list(reported_communications(TABLE)) == [
        Communication("Patientnämnden", "Protokoll | del 1", date(2026, 2, 11), "0077-2026"),
        Communication("Vinterfors kommun", "Skrivelse"),
    ]


def test_a_text_without_such_a_table_reports_none() -> None:
    assert not list(reported_communications("Inget har kommit in.\n\n- Patientnämnden: protokoll"))
