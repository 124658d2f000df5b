"""What becomes of an assignment: reports, handling, and the § that ends it."""

from __future__ import annotations

from datetime import date

import pytest

from minutes.domain.assignments import AssignmentStatus, is_director
from minutes.domain.ending import Ending, require_ending
from minutes.domain.following_up import (
    Handling,
    require_handling,
    require_measure,
    require_open,
    require_supplement,
    status_of,
)
from tests.domain.refusals import ALLOWED, refusal

DECIDED, EARLIER, LATER = date(2026, 3, 10), date(2026, 3, 9), date(2026, 4, 8)
S = AssignmentStatus
SAYS = ("avsluta uppdraget.",)


@pytest.mark.parametrize(
    ("is_closed", "proposals", "status"),
    [
        pytest.param(False, (), S.OPEN, id="nothing is reported"),
        pytest.param(False, (False,), S.REPORTED, id="it is reported on"),
        pytest.param(False, (False, True), S.PROPOSED_FOR_CLOSING, id="the last report proposes"),
        pytest.param(False, (True, False), S.REPORTED, id="a later report takes it back"),
        pytest.param(True, (True,), S.CLOSED, id="a § has closed it"),
        pytest.param(True, (), S.CLOSED, id="a § has closed it unreported"),
    ],
)
def test_the_status_follows_from_reports_and_the_paragraph(
    is_closed: bool, proposals: tuple[bool, ...], status: S
) -> None:
    assert status_of(is_closed=is_closed, proposals=proposals) is status


@pytest.mark.parametrize("status", S)
def test_only_a_closed_assignment_takes_no_more(status: S) -> None:
    assert (refusal(require_open, status) == ALLOWED) is (status is not S.CLOSED)


@pytest.mark.parametrize(
    ("text", "held_on", "said"),
    [
        pytest.param("Påbörjat.", DECIDED, ALLOWED, id="at the meeting itself"),
        pytest.param(" \n", LATER, "Skriv vad som har gjorts", id="no words"),
        pytest.param("a\x00", LATER, "osynligt styrtecken", id="what cannot be printed"),
        pytest.param("Klart.", EARLIER, "Redovisa till ett senare", id="before it was given"),
    ],
)
def test_a_report_tells_something_after_the_decision(text: str, held_on: date, said: str) -> None:
    assert said in refusal(require_measure, text, DECIDED, held_on)


@pytest.mark.parametrize(
    ("handling", "said"),
    [
        pytest.param(Handling(), ALLOWED, id="nobody yet"),
        pytest.param(Handling("Vårdchefen", "Vården", LATER), ALLOWED, id="all told"),
        pytest.param(Handling("a" * 501), "Handläggaren ska vara en rad", id="a long name"),
        pytest.param(Handling(division="a\nb"), "Divisionen ska vara en rad", id="two lines"),
        pytest.param(Handling(report_on=EARLIER), "före beslutet 2026-03-10", id="a day before"),
    ],
)
def test_handling_is_told_in_lines_and_days_to_come(handling: Handling, said: str) -> None:
    assert said in refusal(require_handling, handling, DECIDED)


@pytest.mark.parametrize(
    ("own", "other", "allowed"),
    [
        pytest.param((2, LATER), (1, DECIDED), True, id="an earlier one"),
        pytest.param((2, DECIDED), (1, DECIDED), True, id="one of the same day"),
        pytest.param((2, DECIDED), (1, LATER), False, id="a later one"),
        pytest.param((2, LATER), (2, LATER), False, id="itself"),
    ],
)
def test_a_supplement_belongs_to_an_earlier_assignment(
    own: tuple[int, date], other: tuple[int, date], allowed: bool
) -> None:
    assert (refusal(require_supplement, own, other) == ALLOWED) is allowed


@pytest.mark.parametrize(
    ("ending", "said"),
    [
        pytest.param(Ending(LATER, SAYS, True), ALLOWED, id="a point of a later meeting"),
        pytest.param(Ending(DECIDED, SAYS, True), "ett senare sammanträde", id="the same meeting"),
        pytest.param(Ending(LATER, (), True), "avslutas genom beslut", id="nothing is decided"),
        pytest.param(Ending(LATER, SAYS, False), "det organ som gav det", id="another body"),
    ],
)
def test_a_later_paragraph_of_the_body_that_decides_closes_it(ending: Ending, said: str) -> None:
    assert said in refusal(require_ending, DECIDED, ending)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        pytest.param("Regiondirektören", True, id="as minutes write it"),
        pytest.param("regiondirektör", True, id="without its ending"),
        pytest.param("Ekonomidirektören", False, id="another director"),
        pytest.param("Kansliet och regiondirektören", True, id="with others"),
    ],
)
def test_the_director_is_known_by_either_form(name: str, says: bool) -> None:
    assert is_director(name) is says


@pytest.mark.parametrize(
    ("points", "proposed", "said"),
    [
        pytest.param(("avsluta uppdraget.",), False, ALLOWED, id="it says so"),
        pytest.param(("Uppdragen förklaras slutförda.",), False, ALLOWED, id="in other words"),
        pytest.param(("godkänna redovisningen.",), True, ALLOWED, id="it approves it"),
        pytest.param(("godkänna redovisningen.",), False, "säger inte", id="it approves a report"),
        pytest.param(("avsluta avtalet.",), True, "säger inte", id="it ends something else"),
        pytest.param(("lägga den till handlingarna.",), True, "säger inte", id="it files it"),
    ],
)
def test_an_adjusted_paragraph_closes_what_it_says_that_it_closes(
    points: tuple[str, ...], proposed: bool, said: str
) -> None:
    ending = Ending(LATER, points, True, is_written=True, proposed=proposed)

    assert said in refusal(require_ending, DECIDED, ending)


def test_what_was_reported_later_is_not_closed_before_that() -> None:
    ending = Ending(LATER, SAYS, True, reported_on=date(2026, 5, 6))

    assert "redovisat till sammanträdet 2026-05-06" in refusal(require_ending, DECIDED, ending)
