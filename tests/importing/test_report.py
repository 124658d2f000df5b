"""Officials' reports, read as the parts of a § that they fill in beforehand."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from minutes.domain.decisions import DecisionKind, DecisionPoint
from minutes.domain.sections import SectionKind
from minutes.importing.proposed_points import points_of
from minutes.importing.read import read_content
from minutes.importing.report import Report, read_report
from tests.importing.reports import BARE, LABELLED, PLAIN

PROPOSED, DECIDED = DecisionKind.PROPOSAL, DecisionKind.DECISION
ASSEMBLY = "regionfullmäktige"


def read(text: str) -> Report:
    return read_report(read_content("rapport.txt", text.encode()))


def kinds(report: Report) -> list[tuple[SectionKind, str]]:
    return [(section.kind, section.heading) for section in report.sections]


def test_a_report_tells_its_title_reference_day_and_writer() -> None:
    report = read(PLAIN)

    assert report.title == "Månadsrapport februari 2026"
    assert report.dnr == ("0112-2026",)
    assert report.dated_on == date(2026, 3, 2)
    assert report.handler == "Ingrid Almlöf"


def test_a_head_of_labels_is_read() -> None:
    report = read(LABELLED)

    assert report.title == "Svar på remiss om kollektivtrafik i glesbygd"
    assert report.dnr == ("RS 2026/0871",)
    assert report.dated_on == date(2026, 4, 14)
    assert report.handler == "Bo Ekwall, strateg"
    assert report.unread == ()


def test_the_sections_of_a_report_are_those_of_a_paragraph_and_others_keep_their_heading() -> None:
    assert kinds(read(PLAIN)) == [
        (SectionKind.BASE_PROPOSAL, "Förslag till beslut"),
        (SectionKind.SUMMARY, "Sammanfattning"),
        (SectionKind.BACKGROUND, "Ärendet"),
        (SectionKind.OTHER, "Ekonomi"),
        (SectionKind.IMPACT, "Beslutsförslagets påverkan avseende jämställdhet"),
    ]
    assert kinds(read(LABELLED)) == [
        (SectionKind.BASE_PROPOSAL, "Regionkontorets förslag till beslut"),
        (SectionKind.BACKGROUND, "Bakgrund"),
        (SectionKind.OTHER, "Barnkonsekvensanalys"),
    ]


def test_the_lists_of_a_report_are_its_papers_and_who_is_told() -> None:
    plain, labelled = read(PLAIN), read(LABELLED)

    assert plain.annexes == ("Månadsrapport februari 2026", "Åtgärdslista")
    assert plain.recipients == ("Regiondirektören", "Ekonomichefen")
    assert labelled.decision_basis == ("Remiss från Trafikverket", "Förslag till yttrande")
    assert labelled.recipients == ("Trafikverket", "Ekonomichefen")


def test_the_points_of_a_report_say_who_decides_them() -> None:
    assert read(PLAIN).points == (
        DecisionPoint("godkänna månadsrapporten.", PROPOSED, ASSEMBLY),
        DecisionPoint(
            "ge styrelsen i uppdrag att redovisa åtgärder senast den 20 maj 2026.",
            PROPOSED,
            ASSEMBLY,
        ),
    )
    assert read(LABELLED).points == (
        DecisionPoint("lämna yttrandet som sitt eget", DECIDED),
        DecisionPoint("paragrafen justeras omedelbart.", DECIDED),
    )


def test_a_report_without_headings_is_background() -> None:
    report = read(BARE)

    assert report.title == "Överenskommelse om laboratorier mellan regionen och universitetet"
    assert kinds(report) == [(SectionKind.BACKGROUND, "")]
    assert report.sections[0].text.startswith("Regionen och universitetet")
    assert report.sections[0].text.endswith("bör undertecknas.")


def letters(text: str) -> str:
    """The text without what the end of a line, a list or a table puts into it."""
    return re.sub(r"[\W_]+", "", text).casefold()


def told(report: Report) -> str:
    """All that the report still has somewhere."""
    day = report.dated_on or date.min
    parts = [report.title, report.handler, str(day), f"{day.day} april {day.year}", *report.dnr]
    parts += [f"{s.heading} {s.text}" for s in report.sections]
    parts += [*report.decision_basis, *report.annexes, *report.recipients]
    parts += [unread.text for unread in report.unread]
    return letters(" ".join(parts))


LABELS = letters(
    "Datum Diarienummer Handläggare Dnr Ansvarig handläggare Ärende Bilagor 1. 2. Beslutsunderlag "
    "Protokollsutdrag skickas till Beslutet skickas till"
)


@pytest.mark.parametrize("text", [PLAIN, LABELLED, BARE], ids=["plain", "labelled", "bare"])
def test_no_word_of_a_report_is_lost(text: str) -> None:
    kept = told(read(text)) + LABELS

    assert [word for word in text.split() if letters(word) not in kept] == []


@pytest.mark.parametrize("number", ["000", "001", "002", "003"])
def test_no_word_of_a_real_report_is_lost(shared: Path, number: str) -> None:
    file = next((shared / "seeds").glob(f"{number}_*.txt"))
    source = read_content(file.name, file.read_bytes())

    kept = told(read_report(source)) + LABELS

    words = [word for line in source.lines for word in line.text.split()]
    assert [word for word in words if letters(word) not in kept] == []


POINTS = {
    "numbered in running text": (
        "Regionstyrelsen föreslår regionfullmäktige besluta att 1. anta planen. 2. följa den.",
        [("anta planen.", PROPOSED), ("följa den.", PROPOSED)],
    ),
    "one sentence": (
        "Regionstyrelsen beslutar att godkänna rapporten.",
        [("godkänna rapporten.", DECIDED)],
    ),
    "what the board is asked to propose": (
        "Regionstyrelsen föreslås besluta föreslå regionfullmäktige att anta planen.",
        [("anta planen.", PROPOSED)],
    ),
    "officials propose to the board": (
        "Förvaltningen föreslår regionstyrelsen att besluta att anta planen.",
        [("anta planen.", DECIDED)],
    ),
    "some for the assembly and some for the board": (
        "Regionstyrelsen föreslår regionfullmäktige besluta\n1. Anta planen.\n"
        "Regionstyrelsen beslutar för egen del\n2. Ge uppdrag.",
        [("Anta planen.", PROPOSED), ("Ge uppdrag.", DECIDED)],
    ),
    "no lead": (
        "Rapporten läggs till handlingarna.",
        [("Rapporten läggs till handlingarna.", DECIDED)],
    ),
    "figures that number nothing": ("Avsätta 3. Mnkr.", [("Avsätta 3. Mnkr.", DECIDED)]),
    "nothing": ("", []),
}


@pytest.mark.parametrize("name", POINTS)
def test_a_proposal_is_taken_apart_into_its_points(name: str) -> None:
    text, expected = POINTS[name]

    assert [(point.text, point.kind) for point in points_of(text)] == expected
