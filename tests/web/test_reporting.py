"""The director's office reports on its assignments, and sees what the board will see."""

from __future__ import annotations

import pytest

from tests.web.counting import queries
from tests.web.desk import Desk
from tests.web.pages import Visitor

BOARD, OFFICE = "/arbete/uppdrag", "kansliet@sundevik.example"
REPORT = "/arbete/regionstyrelsen/2026-12-16/uppdrag"
TOLD = "Avtalet är <b>omförhandlat</b> 🚌"


@pytest.fixture
def office(desk: Desk) -> Desk:
    """The office at the board of its assignments."""
    one = Desk(desk.register, OFFICE)
    one.open(BOARD)
    return one


def _first(office: Desk) -> str:
    """The address of the most urgent assignment."""
    return next(a for a in office.page.links() if a.startswith("/arbete/regionstyrelsen/uppdrag/"))


def test_the_overdue_come_first_and_those_without_limit_last(office: Desk) -> None:
    headings = ["".join(h.itertext()).split()[0] for h in office.page.all("h2")]

    assert headings == ["Försenade", "Med", "Inför", "Utan"]


def test_the_board_is_ordered_as_one_asks(office: Desk) -> None:
    asked = {"division": "Division Nära", "organ": "Regionstyrelsen", "alder": "Ett till två år"}

    for order, first in asked.items():
        page = office.open(f"{BOARD}?ordna={order}")
        assert "".join(page.all("h2")[0].itertext()).startswith(first)
    assert "Inga uppdrag att visa" in office.open(f"{BOARD}?ord=xyzzy").words


def test_a_measure_is_reported_once_mended_and_seen_in_the_report(office: Desk) -> None:
    office.open(_first(office))
    other = office.form("redovisning", text="En annans ord.")
    office.send("redovisning", text=TOLD, proposes_closing="y")
    assert office.value("redovisning", "text") == TOLD

    page = office.post(other, expect=409)
    assert "Någon annan har ändrat" in page.words
    office.open(REPORT)

    assert TOLD in office.page.words
    assert "Föreslås avslutat" in office.page.words


def test_what_is_reported_is_not_public_before_the_minutes_are(office: Desk) -> None:
    address = _first(office)
    office.open(address)
    office.send("redovisning", text=TOLD, proposes_closing="y")

    page = Visitor(office.app).get(f"/uppdrag/{address.rpartition('/')[2]}")

    assert TOLD not in page.words
    assert "Föreslås avslutat" not in page.words


def test_nothing_is_no_report(office: Desk) -> None:
    office.open(_first(office))

    page = office.send("redovisning", text=" ", proposes_closing="y", expect=422)

    assert "Skriv vad som har gjorts" in page.words


def test_who_handles_it_is_entered_and_the_board_is_grouped_by_it(office: Desk) -> None:
    office.open(_first(office))
    stale = office.form("handlaggning", handler="En annan")
    office.send("handlaggning", handler="HR-direktören", division="Division Stöd")
    assert "HR-direktören, Division Stöd" in office.page.words

    assert "Någon annan har ändrat" in office.post(stale, expect=409).words
    assert "Division Stöd" in office.open(f"{BOARD}?ordna=division").words


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        pytest.param({"report_on": "2020-01-01"}, "före beslutet", id="a day before"),
        pytest.param({"report_on": "snart"}, "Skriv dagen som", id="no day"),
        pytest.param({"division": "a" * 501}, "Divisionen ska vara", id="a long name"),
    ],
)
def test_what_cannot_be_entered_is_told_and_kept(
    office: Desk, fields: dict[str, str], sentence: str
) -> None:
    office.open(_first(office))

    page = office.send("handlaggning", **fields, expect=422)

    assert sentence in page.words


def test_the_report_becomes_the_annex_of_the_standing_item_once(office: Desk, desk: Desk) -> None:
    office.open(REPORT)
    office.send("bilaga")
    office.send("bilaga")
    assert "Ligger som bilaga" in office.page.words

    agenda = desk.open("/arbete/regionstyrelsen/2026-12-16/foredragningslista")
    papers = [a for a in agenda.links() if a.endswith("/underlag")]
    titled = [a for a in papers if "Redovisning av regionstyrelsens" in desk.open(a).words]

    assert len(titled) == 1
    desk.open(titled[0])
    assert sum("/bilaga/" in address for address in desk.page.links()) == 1


def test_the_workbook_is_offered(office: Desk) -> None:
    answer = office.visitor.client.get(f"{REPORT}.xlsx")

    assert answer.status_code == 200
    assert answer.data.startswith(b"PK")


def test_nobody_else_finds_the_board(desk: Desk) -> None:
    for who in ("", "ledamot@sundevik.example", "arkivarie@sundevik.example"):
        assert Visitor(desk.app, who).get(BOARD, status=404)


def test_what_was_told_too_soon_is_taken_back(office: Desk) -> None:
    address = _first(office)
    office.open(address)
    office.send("redovisning", text=TOLD)
    assert TOLD in office.open(REPORT).words

    office.open(address)
    office.send("redovisning", press="/borttagning")

    assert TOLD not in office.open(REPORT).words


@pytest.mark.parametrize(
    ("cited", "sentence"),
    [
        pytest.param("RS 2026 § 67", "säger inte att uppdraget", id="decides another thing"),
        pytest.param("RS 2026 § 4444", "ingen justerad paragraf", id="there is none"),
        pytest.param("RS 2026 § 86", "ingen justerad paragraf", id="it is not adjusted"),
        pytest.param("RUN 2026 § 31", "organ som gav det", id="another body's"),
        pytest.param("", "ingen justerad paragraf", id="none is named"),
    ],
)
def test_only_the_adjusted_paragraph_that_decides_so_closes_one(
    office: Desk, cited: str, sentence: str
) -> None:
    office.open(f"{BOARD}?ord=driften+byggtiden")
    office.open(_first(office))

    assert sentence in office.send("avslut", cited=cited, expect=422).words


def test_an_adjusted_paragraph_closes_what_it_decided_to_close(office: Desk) -> None:
    office.open(f"{BOARD}?ord=driften+byggtiden")
    address = _first(office)
    office.open(address)
    office.send("avslut", cited="RS 2026 § 65")

    page = Visitor(office.app).get(f"/uppdrag/{address.rpartition('/')[2]}")

    assert "Avslutat" in page.words
    assert "Regionstyrelsen § 65/2026" in page.words


def test_the_board_is_narrowed_to_a_division(office: Desk) -> None:
    told = office.open(f"{BOARD}?division=Division+Psykiatri").words

    assert "Säkerhetschefen" in told
    assert "Primärvårdschefen" not in told


def test_the_board_of_all_bodies_asks_few_queries(office: Desk) -> None:
    asked = queries(office.visitor, BOARD)

    assert len([one for one in asked if one != "BEGIN"]) <= 12, "\n".join(asked)
