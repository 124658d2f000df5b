"""The archivist sees what can be packed, has packages made, and fetches them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from minutes.actions.accounts import entrust, open_account
from minutes.actions.history import Act
from minutes.domain.access import Duty
from minutes.store.session import session, writing
from minutes.web.archiving.packing import Bench, Progress
from tests.web.conftest import NOW
from tests.web.desk import Desk
from tests.web.packed import (
    DAY,
    PACK,
    PACK_YEAR,
    YEAR,
    decide_by_delegate,
    fetched,
    packed,
    restored_in,
    wait,
)
from tests.web.pages import Visitor
from tests.web.sealed import seal


@pytest.fixture
def archivist(desk: Desk) -> Iterator[Desk]:
    """The archivist at a year of the development board; what was begun is over afterwards."""
    other = Desk(desk.register, "arkivarie@sundevik.example")
    other.open(YEAR)
    yield other
    wait(desk)


def test_what_is_still_to_happen_to_the_minutes_is_told(archivist: Desk) -> None:
    words = archivist.page.words

    assert "5 sammanträden, 2 klara" in words
    assert "justerat 25 september 2026 Rättelse väntar på att bestyrkas" in words
    assert "18 november 2026 Inte justerat 4 november 2026" in words
    assert (
        f"{DAY[:4]} justerat 18 november 2026 Anslaget är inte nedtaget (tidigast 11 dec" in words
    )
    board = archivist.open("/arkiv/regionstyrelsen/2026").words
    assert "justerat 29 maj 2026 Överklagande pågår" in board
    assert "Regionala utvecklingsnämnden 5 sammanträden" in archivist.open("/arkiv").words


def test_what_delegates_decided_is_told_with_what_is_to_happen_to_its_notice(
    archivist: Desk,
) -> None:
    words = archivist.open("/arkiv/regionstyrelsen/2026").words

    assert "dnr 1187-2026 Anslaget är inte nedtaget (tidigast 5 december 2026)" in words
    assert "dnr 1201-2026 Inte anslaget" in words


def test_what_is_secret_is_told_of_with_the_command_that_packs_it(archivist: Desk) -> None:
    assert "sekretess" not in archivist.page.words
    seal(archivist, archivist.item_of("regionala-utvecklingsnamnden", 2026, 28))

    words = archivist.open(YEAR).words

    assert "Av 1 paragraf med sekretess följer bara nummer och lagrum med" in words
    assert "minutes archive regionala-utvecklingsnamnden 2026 --secret" in words


def test_the_package_of_a_meeting_is_made_andrestored_in(
    archivist: Desk, run_folder: Path, tmp_path: Path
) -> None:
    package = fetched(archivist, packed(archivist))

    assert restored_in(package, run_folder, tmp_path).rows()["adjustment"] == 1
    name = f"paragraf-regionala-utvecklingsnamnden-{DAY}-"
    assert all(one.startswith(name) for one in package.namelist())
    assert f"{DAY}, Arkivarien 22 november 2026" in archivist.page.words
    assert "1 packat" in archivist.open("/arkiv").words


def test_the_package_of_a_year_holds_what_is_adjusted_and_what_delegates_decided(
    archivist: Desk, run_folder: Path, tmp_path: Path
) -> None:
    decide_by_delegate(archivist)
    meeting, year = (fetched(archivist, packed(archivist, one)) for one in (PACK, PACK_YEAR))

    assert not [one for one in meeting.namelist() if "delegationsbeslut" in one]
    names = {one.partition("/data/")[2]: one for one in year.namelist()}
    table = year.read(names["delegationsbeslut.csv"]).decode()
    assert "2026-11-12,Trafikchefen,,,En ny hållplats.,ja" in table
    days = json.loads(year.read(names["dump.json"]))["meetings"]
    assert sorted(days) == ["2026-03-18", "2026-05-06", "2026-09-16", DAY]
    assert not [one for one in names if one.endswith(".zip")], "no package is part of another"
    assert "4 packade" in archivist.open("/arkiv").words
    restored = restored_in(year, run_folder, tmp_path)
    assert restored.rows()["delegated_decision"] == 13, "twelve that §§ report, one that none does"


def test_what_is_unchanged_is_kept_once(archivist: Desk) -> None:
    packed(archivist)
    packed(archivist)

    assert (
        "Inget var ändrat sedan det senaste paketet när det begärdes igen 2026-11-22"
        in archivist.page.words
    )
    assert len([link for link in archivist.page.links() if link.endswith(".zip")]) == 1


@pytest.mark.parametrize(
    ("period", "expect"),
    [
        pytest.param("2026-11-18", 422, id="not adjusted"),
        pytest.param("2026-11-05", 404, id="no such meeting"),
        pytest.param("2025", 404, id="another year"),
        pytest.param("../../etc", 404, id="a path"),
        pytest.param("", 404, id="nothing"),
    ],
)
def test_what_cannot_be_packed_is_refused(archivist: Desk, period: str, expect: int) -> None:
    address, fields = archivist.form(PACK, period=period)

    answer = archivist.visitor.client.post(address, data=fields)

    assert answer.status_code == expect
    assert not list((archivist.register.settings.exports / "packing").glob("*.json"))


def test_what_is_being_made_is_not_begun_again(archivist: Desk) -> None:
    bench = Bench(archivist.register.settings.exports, YEAR.split("/")[2], DAY)
    lock = bench.take()
    assert lock is not None
    with open(lock, closefd=True):
        page = archivist.send(PACK, expect=422)
        assert "Paketet görs redan" in page.words

        bench.tell(Progress(1, 3))
        assert "Paketet görs" in archivist.open(YEAR).words
        assert PACK not in {e.get("id") for e in archivist.page.all("form")}
        told = archivist.visitor.data(f"{YEAR}/framsteg.json")
        assert (told[DAY]["step"], told[DAY]["steps"]) == (1, 3)
    assert "servern stannade under tiden" in archivist.open(YEAR).words
    assert archivist.visitor.data(f"{YEAR}/framsteg.json") == {}


def test_a_file_that_is_lost_is_told_and_nothing_is_kept(archivist: Desk) -> None:
    for kept in archivist.register.settings.exports.glob("??/*"):
        kept.unlink()
    archivist.send(PACK)
    wait(archivist)

    page = archivist.open(YEAR)

    assert "Paketet kunde inte göras" in page.words
    assert not [link for link in page.links() if link.endswith(".zip")]


def test_a_registrar_reads_and_packs_nothing(archivist: Desk) -> None:
    package = packed(archivist)
    registrar = Desk(archivist.register, "registrator@sundevik.example")

    page = registrar.open(YEAR)

    assert not [e for e in page.all("form") if e.get("id", "").startswith("packa")]
    assert "/arkiv" in page.links()
    assert fetched(registrar, package).namelist()
    address, fields = archivist.form(PACK)
    assert registrar.visitor.client.post(address, data=fields).status_code == 404


def test_no_other_file_is_fetched_as_a_package(archivist: Desk) -> None:
    assert archivist.visitor.client.get("/arkiv/paket/1.zip").status_code == 404


def test_an_empty_register_has_nothing_to_archive(first_visitor: Visitor) -> None:
    with first_visitor.app.app_context():
        writing()
        act = Act("provet", NOW)
        account = open_account(
            session(), act, email="arkiv@region.example", name="Arkivarien", password="tolv " * 4
        )
        entrust(session(), act, account, Duty.ARCHIVIST)
        session().commit()

    page = Visitor(first_visitor.app, "arkiv@region.example").get("/arkiv")

    assert "Inget att arkivera än" in page.words
