"""What was printed and signed by hand: the scan is kept, and who signed is entered, or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pikepdf
import pytest
from sqlmodel import select

from minutes.actions.enclosures import path_of
from minutes.domain.verdicts import SigningMethod
from minutes.store.adjusted import adjusted_of
from minutes.store.session import session
from minutes.store.tables import Document, DocumentKind, Meeting
from tests.databases import opened
from tests.importing.test_attached import made
from tests.web.desk import Desk
from tests.web.pages import Visitor
from tests.web.papered import BOARD, Paper, printed, scan_of

ADJUSTER = "Henrik Tornéus"
SIGNED_ON, LAST = "2026-11-23", "2026-11-24"


@pytest.fixture
def paper(desk: Desk) -> Paper:
    return printed(desk)


def test_the_minutes_are_adjusted_when_all_have_signed_the_original(paper: Paper) -> None:
    scan = paper.scan()

    page = paper.hand_in(scan, Marie=LAST, Henrik=SIGNED_ON)

    assert "Justerat 24 november 2026" in page.words
    assert f"{ADJUSTER}: Undertecknade (på papper)" in page.words
    assert "Läs det skannade originalet" in page.words
    link = next(one for one in page.links() if "/papper/" in one)
    with paper.desk.visitor.client.get(link) as answer:
        assert answer.data == scan
        assert "sandbox" in answer.headers["Content-Security-Policy"]
    paper.desk.open("/kontrollera")
    found = paper.desk.send("kontroll", fil=scan_of(scan))
    assert "Filen är orörd och finns i registret" in found.words


def test_the_scan_is_kept_beside_the_file_that_was_sent(paper: Paper) -> None:
    scan = paper.scan()
    paper.hand_in(scan, Marie=SIGNED_ON, Henrik=SIGNED_ON)

    with opened(paper.desk.register):
        document = session().exec(select(Document).where(Document.kind == DocumentKind.SCAN)).one()
        meeting = session().get_one(Meeting, document.meeting_id)
        adjusted = adjusted_of(session(), meeting)
    assert document.sha256 == hashlib.sha256(scan).hexdigest()
    assert path_of(paper.desk.register.settings.exports, document.sha256).read_bytes() == scan
    assert adjusted is not None
    assert (adjusted.signed, adjusted.scans) == (None, (document,))
    assert {one.method for one in adjusted.signatures} == {SigningMethod.PAPER}


def test_each_may_sign_an_original_of_their_own(paper: Paper) -> None:
    page = paper.hand_in(paper.scan(), Henrik=SIGNED_ON)
    assert "Justerat 2" not in page.words
    assert page.words.count("Har undertecknat") == 1

    page = paper.hand_in(paper.scan(paper.pages + 1), Marie=LAST)

    assert "Justerat 24 november 2026" in page.words
    assert page.words.count("Läs det skannade originalet") == 2


def test_whoever_signed_on_paper_is_not_asked_again(paper: Paper) -> None:
    first = paper.desk.first_form("papper-")
    again = paper.desk.form(first, **{f"day-{paper.keys()[ADJUSTER]}": SIGNED_ON})
    paper.hand_in(paper.scan(), Henrik=SIGNED_ON)

    names = [field.get("name") for field in paper.desk.element(first).iter()]
    assert f"day-{paper.keys()[ADJUSTER]}" not in names
    form_key = {"form_key": "another", "scan": scan_of(paper.scan())}
    page = paper.desk.post((again[0], {**again[1], **form_key, "compared": "y"}), expect=422)
    assert "Ange dagen för var och en som har undertecknat" in page.words


def _script(pdf: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    pdf.Root.OpenAction = action


@pytest.mark.parametrize(
    ("scan", "day", "why"),
    [
        pytest.param(lambda p: b"\xff\xd8\xff bild", SIGNED_ON, "är ingen PDF", id="a picture"),
        pytest.param(
            lambda p: made(_script, pages=p.pages), SIGNED_ON, "skannat.pdf", id="with a script"
        ),
        pytest.param(lambda p: p.scan(1), SIGNED_ON, "har 1 sidor men", id="a page of many"),
        pytest.param(lambda p: p.original, SIGNED_ON, "", id="the file that was sent"),
        pytest.param(lambda p: p.scan(), "2026-11-25", "har inte kommit än", id="tomorrow"),
    ],
)
def test_what_is_not_accepted_leaves_an_entry_and_nothing_else(
    scan: Callable[[Paper], bytes], day: str, why: str, paper: Paper
) -> None:
    before = paper.kept()

    page = paper.hand_in(scan(paper), expect=422, Henrik=day)

    assert why in page.words
    verdicts, files, told = paper.kept()
    assert (verdicts, files) == before[:2]
    assert len(told) == 1
    assert ADJUSTER in told[0]
    assert why in told[0]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        pytest.param({}, "Ange dagen", id="nobody signed"),
        pytest.param({"Henrik": "igår"}, "är ingen dag", id="no day"),
        pytest.param({"Henrik": SIGNED_ON, "compared": ""}, "Jämför skanningen", id="unseen"),
    ],
)
def test_a_form_that_is_not_whole_keeps_what_was_written(
    fields: dict[str, str], why: str, paper: Paper
) -> None:
    page = paper.hand_in(paper.scan(), expect=422, **fields)

    assert why in page.words
    form = paper.desk.first_form("papper-")
    name = f"day-{paper.keys()[ADJUSTER]}"
    assert paper.desk.value(form, name) == fields.get("Henrik", "")


def test_only_those_who_keep_the_papers_hand_in_a_scan(paper: Paper) -> None:
    address = paper.desk.element(paper.desk.first_form("papper-")).get("action") or ""
    adjuster = Visitor(paper.desk.app, "justerare@sundevik.example")

    assert "Undertecknat på papper" not in adjuster.get(f"{BOARD}/justering").words
    assert adjuster.post(address).status_code == 404
    registrar = Visitor(paper.desk.app, "registrator@sundevik.example")
    assert "Undertecknat på papper" in registrar.get(f"{BOARD}/justering").words


def test_a_scan_is_read_at_its_own_version_only(paper: Paper) -> None:
    paper.hand_in(paper.scan(), Henrik=SIGNED_ON)
    link = next(one for one in paper.desk.page.links() if "/papper/" in one)

    assert paper.desk.visitor.client.get(link.replace(".pdf", "0.pdf")).status_code == 404
    assert Visitor(paper.desk.app).client.get(link).status_code == 404
