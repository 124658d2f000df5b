"""The words of the screen for assignments, and for the goals that they serve."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from minutes.domain.assignments import AssignmentStatus
from minutes.domain.goals import Direction, Fulfilment
from minutes.domain.urgency import Age, Due
from minutes.web.languages import marked

LABELS: Mapping[type[Enum], Mapping[Any, str]] = {
    AssignmentStatus: {
        AssignmentStatus.OPEN: marked("Pågår"),
        AssignmentStatus.REPORTED: marked("Delredovisat"),
        AssignmentStatus.PROPOSED_FOR_CLOSING: marked("Föreslås avslutat"),
        AssignmentStatus.CLOSED: marked("Avslutat"),
    },
    Fulfilment: {
        Fulfilment.MET: marked("Uppnått"),
        Fulfilment.PARTLY: marked("Delvis uppnått"),
        Fulfilment.NOT_MET: marked("Inte uppnått"),
    },
    Direction: {
        Direction.IMPROVING: marked("Förbättras"),
        Direction.STEADY: marked("Oförändrat"),
        Direction.DECLINING: marked("Försämras"),
    },
    Due: {
        Due.OVERDUE: marked("Försenade"),
        Due.DATED: marked("Med tidsfrist"),
        Due.EVENT: marked("Inför en händelse"),
        Due.NONE: marked("Utan tidsfrist"),
    },
    Age: {
        Age.TWO_YEARS: marked("Två år och äldre"),
        Age.ONE_YEAR: marked("Ett till två år"),
        Age.HALF_A_YEAR: marked("Ett halvt till ett år"),
        Age.NEW: marked("Yngre än ett halvår"),
    },
}

COLORS: Mapping[type[Enum], Mapping[Any, str]] = {
    AssignmentStatus: {
        AssignmentStatus.REPORTED: "accent",
        AssignmentStatus.PROPOSED_FOR_CLOSING: "ochre",
    },
}
