"""Plans and goals: entered at the director's office, told to meetings, and seen by everybody."""

from __future__ import annotations

import pytest

from tests.web.desk import Desk
from tests.web.pages import Visitor

OFFICE = "kansliet@sundevik.example"
TOLD = "/arbete/regionstyrelsen/2026-12-16/mal"
REPORT = "/arbete/regionstyrelsen/2026-12-16/uppdrag"
ADOPTS, PROGRAMME = "/regionfullmaktige/2025/41", "/regionfullmaktige/2025/48"
PLAN = {"name": "Miljöplan", "from_year": "2026", "to_year": "2027", "cited": "RF 2025 § 48"}


@pytest.fixture
def office(desk: Desk) -> Desk:
    """The office at the § that adopted the plan with goals."""
    one = Desk(desk.register, OFFICE)
    one.open(ADOPTS)
    return one


def _go(office: Desk, begins: str) -> str:
    """Follow the page's first link that begins so."""
    address = next(link for link in office.page.links() if link.startswith(begins))
    office.open(address)
    return address


def test_a_plan_is_entered_from_its_paragraph_with_goals_and_assignments(office: Desk) -> None:
    office.open(PROGRAMME)
    _go(office, "/arbete/planer?beslut=RF")
    assert office.value("plan-ny", "cited") == PLAN["cited"]
    office.send("plan-ny", **PLAN)
    office.send("mal-nytt", name="Rent vatten", perspective="Samhälle")
    office.send(office.first_form("mal-"), name="Vatten", stands_from="2026-06-16")
    office.send("uppdrag-nytt", text="mäta vattnet i sjön")

    assert "Vatten" in office.page.words
    assert "Mäta vattnet i sjön" in office.open("/arbete/uppdrag?ord=vattnet+sjön").words
    office.open(PROGRAMME)
    _go(office, "/planer/")
    assert "Rent vatten" in office.page.words
    assert "mäta vattnet i sjön" in Visitor(office.app).get("/sok?q=vattnet+sjön").words


@pytest.mark.parametrize(
    ("form_id", "fields", "sentence"),
    [
        pytest.param("plan-ny", {**PLAN, "to_year": "2025"}, "Ange ett senare", id="ends early"),
        pytest.param("plan-ny", {**PLAN, "cited": "RF 2025 § 4444"}, "ingen justerad", id="no §"),
        pytest.param("plan-ny", {**PLAN, "cited": ""}, "eller dagen", id="decided by nothing"),
        pytest.param("mal-nytt", {"number": "1", "name": "Vård"}, "har redan", id="a number again"),
        pytest.param("mal-nytt", {"name": ""}, "Skriv hur målet", id="a goal without words"),
        pytest.param(
            "uppdrag-nytt", {"text": "mäta", "deadline": "2025-11-24"}, "före beslutet",
            id="an assignment due before the plan",
        ),
        pytest.param("uppdrag-nytt", {"text": ""}, "vad som ska göras", id="one without words"),
    ],
)  # fmt: skip
def test_what_cannot_be_entered_is_told_and_kept(
    office: Desk, form_id: str, fields: dict[str, str], sentence: str
) -> None:
    office.open("/arbete/planer") if form_id == "plan-ny" else _go(office, "/arbete/planer/")

    page = office.send(form_id, **fields, expect=422)

    assert sentence in page.words


def test_how_far_a_goal_is_reached_is_told_once_mended_and_seen_in_the_report(
    office: Desk,
) -> None:
    office.open(TOLD)
    form_id = office.last_form("mal-")
    office.send(form_id, text="", expect=422)
    stale = office.form(form_id, text="En annans ord.")
    office.send(form_id, fulfilment="partly", direction="declining", text="Det <b>går</b> sämre.")
    assert "Någon annan har ändrat" in office.post(stale, expect=409).words

    report = office.open(REPORT).words

    assert "Det <b>går</b> sämre." in report
    assert "Delvis uppnått" in report
    plan = next(link for link in office.open(ADOPTS).links() if link.startswith("/planer/"))
    public = Visitor(office.app).get(plan).words
    assert "går sämre" not in public
    assert "Prognosen är för första gången" in public


def test_an_assignment_is_given_the_goal_that_it_serves(office: Desk) -> None:
    office.open("/arbete/uppdrag?ord=driften+byggtiden")
    address = _go(office, "/arbete/regionstyrelsen/uppdrag/")
    number = office.element("handlaggning").findall(".//{*}select[@name='goal']/{*}option")[4]
    office.send("handlaggning", goal=number.get("value"))

    assert "4. En robust verksamhet" in office.page.words
    public = Visitor(office.app).get(f"/uppdrag/{address.rpartition('/')[2]}")
    assert "4. En robust verksamhet" in public.words
    office.open(address)
    office.send("handlaggning", goal="100000", expect=404)


def test_nobody_else_enters_plans(desk: Desk) -> None:
    for who in ("", "ledamot@sundevik.example"):
        visitor = Visitor(desk.app, who)
        assert visitor.get("/arbete/planer", status=404)
        assert visitor.get(TOLD, status=404)
        assert "/arbete/planer" not in str(visitor.get(ADOPTS).links())
