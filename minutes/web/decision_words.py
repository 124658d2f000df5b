"""The words of the screen for how a § is decided and how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from minutes.domain.decisions import DecisionKind, Outcome, Postponement
from minutes.domain.turns import Turn
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
    Turn: {
        Turn.FIRST: marked("Första gången"),
        Turn.FORWARDED: marked("Förslag från underställt organ"),
        Turn.AFTER_REFERRAL_BACK: marked("Åter efter återremiss"),
        Turn.AFTER_TABLING: marked("Åter efter bordläggning"),
        Turn.AGAIN: marked("Tas upp igen"),
    },
    Outcome: {
        Outcome.DECIDED: marked("Beslutat"),
        Outcome.PROPOSED: marked("Förslag till beslut"),
        Outcome.REFERRED_BACK: marked("Återremitterat"),
        Outcome.TABLED: marked("Bordlagt"),
        Outcome.NONE: marked("Utan beslut"),
    },
}
