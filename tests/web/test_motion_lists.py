"""Motions that wait with their one-year clock, and those approved that nobody has carried out."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.documents.reading import words
from tests.web.desk import Desk
from tests.web.motioned import go_to
from tests.web.pages import Visitor


def _motions(visitor: Visitor, shown: str = "") -> dict[str, dict[str, Any]]:
    found = visitor.data(f"/motioner.json?visa={shown}")["motions"]
    return {entry["motion"]["number"]: entry for entry in found}


def _rows(visitor: Visitor, shown: str) -> list[dict[str, str]]:
    answer = visitor.client.get(f"/motioner.csv?visa={shown}")
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))


def test_a_motion_that_waits_is_due_a_year_after_it_was_raised(citizen: Visitor) -> None:
    late, in_time = _motions(citizen)["5-2025"], _motions(citizen)["7-2025"]

    assert (late["due_on"], late["days_left"]) == ("2026-06-17", -158)
    assert (in_time["due_on"], in_time["days_left"]) == ("2026-11-25", 3)
    assert citizen.data("/motioner.json")["late"] == 1
    assert "försenad 5 månader" in citizen.get("/motioner").words


def test_a_motion_whose_clauses_all_have_an_answer_waits_no_more(citizen: Visitor) -> None:
    decided = _motions(citizen, "avgjorda")
    answered = [one for one in decided.values() if one["state"] != "written_off"]

    assert answered
    for entry in answered:
        assert entry["days_left"] is None
        for clause in entry["motion"]["clauses"]:
            assert [one for one in clause["answers"] if not one["is_proposal"]]


def test_what_was_approved_stays_listed_until_its_assignments_are_closed(
    citizen: Visitor,
) -> None:
    approved = _motions(citizen, "bifallna")

    assert approved
    for entry in approved.values():
        outcomes = {a["outcome"] for c in entry["motion"]["clauses"] for a in c["answers"]}
        statuses = {task["status"] for task in entry["assignments"]}
        assert "approved" in outcomes
        assert statuses != {"closed"}


def test_a_motion_that_was_written_off_waits_no_more(citizen: Visitor) -> None:
    one = _motions(citizen, "avgjorda")["8-2025"]

    assert (one["state"], one["days_left"]) == ("written_off", None)
    assert one["motion"]["written_off"]["number"] == 16
    [row] = [row for row in _rows(citizen, "avgjorda") if row["Nummer"] == "8-2025"]
    assert row["Läge"] == "Avskriven: Regionfullmäktige § 16/2026"


def test_the_page_of_a_matter_tells_when_the_year_of_its_motion_ends(citizen: Visitor) -> None:
    late = citizen.get(f"/arenden/{_motions(citizen)['5-2025']['slug']}").words

    assert "senast 17 juni 2026" in late
    assert "försenad 5 månader" in late


def test_each_motion_is_in_one_list(citizen: Visitor) -> None:
    lists = [set(_motions(citizen, shown)) for shown in ("", "bifallna", "avgjorda")]

    assert sum(map(len, lists)) == len(_motions(citizen, "alla"))
    assert set().union(*lists) == set(_motions(citizen, "alla"))


def test_the_table_tells_each_clause_with_its_answers_in_each_body(citizen: Visitor) -> None:
    [row] = [one for one in _rows(citizen, "alla") if one["Nummer"] == "3-2025"]

    first, *rest = row["Att-satser"].split("\n")
    assert len(rest) == 2
    assert first.startswith("1. starta mobil provtagning")
    assert "Regionstyrelsen § " in first
    assert "Föreslås bifallen: " in first
    assert "Regionfullmäktige § " in first


def test_the_workbook_has_a_row_for_each_motion(citizen: Visitor) -> None:
    answer = citizen.client.get("/motioner.xlsx?visa=alla")
    [sheet] = load_workbook(io.BytesIO(answer.data)).worksheets

    assert sheet.max_row - 1 == len(_motions(citizen, "alla"))


def test_a_motion_that_only_a_draft_tells_of_is_hidden_with_it(desk: Desk) -> None:
    go_to(desk)
    desk.send("motion", number="9-2026", whole="rejected")

    registrar = Visitor(desk.app, "registrator@sundevik.example")
    assert "9-2026" in _motions(registrar, "alla")
    assert "9-2026" not in _motions(Visitor(desk.app), "alla")


def test_an_empty_list_says_what_to_do(first_visitor: Visitor) -> None:
    assert "Välj något annat att visa" in first_visitor.get("/motioner").words


@pytest.mark.parametrize("kind", ["", ".csv"])
def test_a_list_that_cannot_be_chosen_is_refused(citizen: Visitor, kind: str) -> None:
    assert citizen.client.get(f"/motioner{kind}?visa=alla-andra").status_code == 400


def test_on_paper_days_and_numbers_stand_unbroken_under_whole_headings(
    citizen: Visitor, tmp_path: Path
) -> None:
    file = tmp_path / "motioner.pdf"
    with citizen.client.get("/motioner.pdf") as answer:
        file.write_bytes(answer.data)

    told = words(file)
    assert "Nummer Motion Motionärer Väckt Ettårsfrist Diarienummer Läge" in told
    for row in _rows(citizen, ""):
        assert {row["Nummer"], row["Väckt"], row["Ettårsfrist"], row["Diarienummer"]} <= set(
            told.split()
        )
