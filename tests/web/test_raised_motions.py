"""The assembly's motions are entered, mended, written off and reported to it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlmodel import select

from minutes.actions.agenda import Point, put_on_agenda
from minutes.actions.history import Act
from minutes.actions.planning import plan_meeting
from minutes.domain.planning import Planned
from minutes.store.queries.bodies import find_slug
from minutes.store.session import session, writing
from minutes.store.tables import Annex
from tests.databases import opened
from tests.web.conftest import NOW
from tests.web.desk import Desk
from tests.web.pages import Visitor

PAGE = "/arbete/regionfullmaktige/motioner"
RAISED = {
    "number": "9-2026",
    "title": "Gratis cykelpump",
    "movers": "tornéus, Conny Hessel",
    "raised_on": "2026-10-20",
    "dnr": "0999-2026",
    "clauses": "sätta upp en pump.\nmärka ut den.",
}


@pytest.fixture
def registrar(desk: Desk) -> Desk:
    """Who registers motions."""
    own = Desk(desk.register, "registrator@sundevik.example")
    own.open(PAGE)
    return own


def _entry(desk: Desk, number: str, shown: str = "alla") -> dict[str, Any]:
    found = Visitor(desk.app).data(f"/motioner.json?visa={shown}")["motions"]
    return next(one for one in found if one["motion"]["number"] == number)


def test_a_motion_is_entered_with_movers_clauses_and_its_year(registrar: Desk) -> None:
    registrar.send("motion-ny", **RAISED)

    one = _entry(registrar, "9-2026", "")
    motion = one["motion"]
    assert one["due_on"] == "2027-10-20"
    assert [m["name"] for m in motion["movers"]] == ["Henrik Tornéus", "Conny Hessel"]
    assert [c["text"] for c in motion["clauses"]] == ["sätta upp en pump.", "märka ut den."]


def test_a_motion_is_mended(registrar: Desk) -> None:
    registrar.send("motion-ny", **RAISED)
    form = registrar.form_with("Gratis cykelpump", "motion-")

    registrar.send(form, title="Gratis cykelpumpar", clauses="sätta upp pumpar.")

    motion = _entry(registrar, "9-2026")["motion"]
    assert motion["title"] == "Gratis cykelpumpar"
    assert [c["text"] for c in motion["clauses"]] == ["sätta upp pumpar."]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"movers": "Ingen Alls"}, "Ingen här heter", id="nobody of the assembly"),
        pytest.param({"movers": ""}, "vem som har väckt", id="nobody"),
        pytest.param({"clauses": " "}, "att-satser", id="asks for nothing"),
        pytest.param({"number": "5-2025"}, "finns redan", id="another's number"),
        pytest.param({"raised_on": "2027-01-01"}, "kan inte ha väckts", id="to come"),
    ],
)
def test_what_is_no_motion_is_refused(registrar: Desk, changes: dict[str, str], said: str) -> None:
    page = registrar.send("motion-ny", expect=422, **{**RAISED, **changes})

    assert said in page.words
    assert registrar.value("motion-ny", "title") == "Gratis cykelpump"


def test_an_answered_motion_keeps_its_number_and_its_clauses(registrar: Desk) -> None:
    form = registrar.form_with("Mobil provtagning i glesbygd", "motion-")

    assert "ändras" in registrar.send(form, number="33-2025", expect=422).words
    registrar.open(PAGE)
    assert "besvarade" in registrar.send(form, clauses="en rad.", expect=422).words


def test_a_motion_is_written_off_by_a_paragraph_of_the_assembly(registrar: Desk) -> None:
    form = registrar.form_with("Öppna och webbsända", "motion-").replace("motion-", "avskriv-")
    item = registrar.item_of("regionfullmaktige", 2026, 16)

    registrar.send(form, item=str(item))
    assert _entry(registrar, "5-2025")["state"] == "written_off"

    registrar.send(form, item="")
    assert _entry(registrar, "5-2025")["state"] == "pending"


def test_the_motions_that_wait_are_put_on_the_agenda_as_annex(registrar: Desk) -> None:
    with opened(registrar.register):
        writing()
        body = find_slug(session(), "regionfullmaktige")
        assert body is not None
        act = Act("provet", NOW)
        meeting = plan_meeting(session(), act, body, Planned(date(2026, 12, 9)), today=NOW.date())
        put_on_agenda(session(), act, meeting, Point("Motioner som inte är färdigberedda"))
        session().commit()
    registrar.open(PAGE)

    registrar.send("redovisa")
    registrar.send("redovisa")

    with opened(registrar.register):
        of_title = select(Annex).where(Annex.title == "Motioner som inte är färdigberedda")
        assert session().exec(of_title).one().document_id


def test_another_body_has_no_motions(desk: Desk) -> None:
    desk.open("/arbete/regionstyrelsen/motioner", 404)
