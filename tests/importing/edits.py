"""Edits of the debated §: in which section, what is put for what, and what is to be told."""

from __future__ import annotations

import pytest

from minutes.domain.sections import SectionKind

CHANGES = (
    pytest.param(
        SectionKind.DECISION_PROCEDURE, "Nej röstar Bo Alm (M)", "Nej röstar Rut Ås (M)",
        "Bo Alm (M) röstar ingenting i texten men nej i uppgifterna.", id="a voter",
    ),
    pytest.param(
        SectionKind.DECISION_PROCEDURE, "enligt ja-propositionen", "enligt nej-propositionen",
        "Omröstningens utfall är ett annat i texten än i uppgifterna.", id="what a vote came to",
    ),
    pytest.param(
        SectionKind.DECISION_PROCEDURE,
        "bifaller det liggande förslaget.", "bifaller Bo Alms förslag.",
        "Fråga 1 utfaller med Bo Alms förslag i texten men med det liggande förslaget i "
        "uppgifterna.", id="what the chair found",
    ),
    pytest.param(
        SectionKind.DELIBERATION, "Bo Alm (M) föreslår", "Per By (M) föreslår",
        "Förslaget av Per By (M) finns inte i uppgifterna.", id="a mover",
    ),
    pytest.param(
        SectionKind.DELIBERATION, "till 50 kronor", "till 60 kronor",
        "Förslaget av Bo Alm (M) är ett annat i texten än i uppgifterna.", id="a proposal's words",
    ),
    pytest.param(
        SectionKind.DECISION, "den 1 mars 2027", "den 1 april 2027",
        "Tidsfristen i beslutspunkt 2 är 2027-04-01 i texten men 2027-03-01 i uppgifterna.",
        id="a time limit",
    ),
    pytest.param(
        SectionKind.DECISION, "1. höja avgiften", "1. sänka avgiften",
        "Beslutspunkt 1 lyder ”sänka avgiften.” i texten men ”höja avgiften.” i uppgifterna.",
        id="a point",
    ),
    pytest.param(
        SectionKind.RESERVATION, "Bo Alm (M)", "Per By (M)",
        "Reservationen av Per By (M) finns i texten men inte i uppgifterna.", id="who dissents",
    ),
    pytest.param(
        SectionKind.NOTE, "Vården går före.", "Vården går sist.",
        "Anteckningen av Li Öst (C) är en annan i texten än i uppgifterna.", id="a note's words",
    ),
    pytest.param(
        SectionKind.DISQUALIFICATION, "tjänstgör Per By (M)", "tjänstgör Ann Dahl (M)",
        "Texten och uppgifterna säger olika om vem som tjänstgör i stället för Max Ruiz (V).",
        id="who sits instead",
    ),
    pytest.param(
        SectionKind.RECIPIENTS, "Ekonomidirektör", "HR-direktör",
        "”HR-direktör” finns i texten men inte i uppgifterna.", id="a recipient",
    ),
)  # fmt: skip
