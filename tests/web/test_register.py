"""The decision register of a year: by body, for all, and to take along."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.documents.reading import words
from tests.documents.vera import verdicts
from tests.web.desk import Desk
from tests.web.pages import Visitor

SMALL = "ar=2026&organ=regionala-utvecklingsnamnden"


def _rows(visitor: Visitor, query: str) -> list[dict[str, str]]:
    answer = visitor.client.get(f"/beslutsregister.csv?{query}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))


def test_the_latest_year_is_shown_first_and_all_bodies(citizen: Visitor) -> None:
    page = citizen.data("/beslutsregister.json")

    assert page["search"] == {"year": 2026, "body": ""}
    assert page["paging"]["total"] == len(_rows(citizen, ""))
    assert {row["Organ"] for row in _rows(citizen, "")} >= {"Regionstyrelsen", "Regionfullmäktige"}


def test_the_numbers_of_a_body_follow_each_other(citizen: Visitor) -> None:
    numbers = [int(row["§"]) for row in _rows(citizen, "ar=2025&organ=regionstyrelsen")]

    assert numbers == list(range(1, len(numbers) + 1))


def test_a_row_tells_what_the_item_came_to_and_who_was_against(citizen: Visitor) -> None:
    item = citizen.data("/regionstyrelsen/2026/28.json")["item"]
    [row] = [r for r in _rows(citizen, "ar=2026&organ=regionstyrelsen") if r["§"] == "28"]

    [vote] = [one for one in item["votes"] if not one["preliminary"]]
    lost = "no" if vote["carried"] or vote["yes"] > vote["no"] else "yes"
    for ballot in vote["ballots"]:
        assert (f"{ballot['name']} (" in row["Emot"]) == (ballot["ballot"] == lost)
    assert (row["Rubrik"], row["Diarienummer"]) == (item["title"], ", ".join(item["dnr"]))
    assert all(one["name"] in row["Reservationer"] for one in item["reservations"])


def test_the_page_links_to_each_item_and_to_the_files_of_the_same_year(citizen: Visitor) -> None:
    page = citizen.get(f"/beslutsregister?{SMALL}")

    assert page.heading == "Beslutsregister 2026 Regionala utvecklingsnämnden"
    assert "/regionala-utvecklingsnamnden/2026/1" in page.links()
    files = [link for link in page.links() if link.startswith("/beslutsregister.")][:3]
    assert [link.partition("?")[0][-4:] for link in files] == [".pdf", "xlsx", ".csv"]
    assert all("ar=2026" in link and "organ=regionala" in link for link in files)


def test_drafts_are_listed_for_those_who_work_with_them_and_marked(
    citizen: Visitor, visitor: Visitor
) -> None:
    drafts = [row for row in _rows(visitor, "ar=2026") if "(ej justerat)" in row["Utfall"]]

    assert drafts
    assert len(_rows(citizen, "ar=2026")) == len(_rows(visitor, "ar=2026")) - len(drafts)


def test_a_secret_item_is_a_number_and_a_ground(desk: Desk) -> None:
    at = f"/arbete/regionstyrelsen/2026-10-28/punkt/{desk.item_of('regionstyrelsen', 2026, 88)}"
    desk.open(at)
    desk.send("sekretess", ground="OSL 21 kap. 1 §")

    registrar = Visitor(desk.app, "registrator@sundevik.example")
    [row] = [r for r in _rows(registrar, "ar=2026&organ=regionstyrelsen") if r["§"] == "88"]

    assert (row["Rubrik"], row["Utfall"]) == ("Sekretess", "Sekretess: OSL 21 kap. 1 §")
    assert (row["Diarienummer"], row["Emot"], row["Reservationer"]) == ("", "", "")


def test_the_workbook_has_the_rows_of_the_page(citizen: Visitor) -> None:
    answer = citizen.client.get(f"/beslutsregister.xlsx?{SMALL}")
    [sheet] = load_workbook(io.BytesIO(answer.data)).worksheets

    assert sheet.max_row - 1 == citizen.data(f"/beslutsregister.json?{SMALL}")["paging"]["total"]
    assert "beslutsregister-2026-regionala" in answer.headers["Content-Disposition"]


def test_the_pdf_tells_the_same_and_is_fit_for_the_archive_and_for_everybody(
    citizen: Visitor, tmp_path: Path
) -> None:
    file = tmp_path / "register.pdf"
    with citizen.client.get(f"/beslutsregister.pdf?{SMALL}") as answer:
        file.write_bytes(answer.data)

    told = words(file)
    assert "Beslutsregister 2026 Regionala utvecklingsnämnden" in told
    assert all(row["§"] in told for row in _rows(citizen, SMALL))
    assert verdicts((file, "3a"), (file, "ua1")).count("PASS") == 2


def test_an_empty_register_says_what_to_do(first_visitor: Visitor) -> None:
    assert "Välj ett annat år" in first_visitor.get("/beslutsregister").words


@pytest.mark.parametrize("kind", ["", ".json", ".pdf", ".xlsx", ".csv"])
def test_a_year_that_cannot_be_chosen_is_refused(citizen: Visitor, kind: str) -> None:
    assert citizen.client.get(f"/beslutsregister{kind}?ar=1066").status_code == 400
