"""The words of the screen for how a § is decided and how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from minutes.domain.decisions import DecisionKind, Outcome, Postponement
from minutes.web.languages import marked

LABELS: Mapping[type[Enum], Mapping[Any, str]] = {
    DecisionKind: {
        DecisionKind.DECISION: marked("beslutar"),
        DecisionKind.PROPOSAL: marked("föreslår"),
    },
    Postponement: {
        Postponement.REFER_BACK: marked("återremitteras"),
        Postponement.TABLE: marked("bordläggs"),
    },
    Outcome: {
        Outcome.DECIDED: marked("Beslutat"),
        Outcome.PROPOSED: marked("Förslag till beslut"),
        Outcome.REFERRED_BACK: marked("Återremitterat"),
        Outcome.TABLED: marked("Bordlagt"),
        Outcome.NONE: marked("Utan beslut"),
    },
}
