"""Adjustment on the screen: who is waited for, reading, refusing, and what is taken back."""

from __future__ import annotations

import pytest
from sqlmodel import select

from minutes.actions.enclosures import File
from minutes.actions.history import Act
from minutes.documents.sending import Signing, sign
from minutes.domain.verdicts import SigningMethod
from minutes.store.session import session, writing
from minutes.store.tables import DocumentKind, EditionSigner
from tests.databases import opened
from tests.web.brought import brought
from tests.web.desk import Desk
from tests.web.editions import BOARD, number
from tests.web.pages import Visitor

ADJUSTER, CHAIR = "justerare@sundevik.example", "ordforande@sundevik.example"


@pytest.fixture
@brought
def sent(desk: Desk) -> Desk:
    """The secretary, who has sent the board's draft to adjustment."""
    desk.open(f"{BOARD}/granskning")
    desk.send("till-justering")
    return desk


def _at(desk: Desk, email: str) -> Desk:
    """Somebody else, at the edition that was sent last."""
    other = Desk(desk.register, email)
    other.open(f"{BOARD}/justering/{number(desk.register)}")
    return other


def _sign(desk: Desk, name: str) -> None:
    """Somebody signs, past the screen."""
    now = desk.app.config["CLOCK"]()
    file = File(name.encode(), DocumentKind.SIGNED, "protokoll.pdf", "application/pdf")
    edition = number(desk.register)
    with opened(desk.register):
        writing()
        of_edition = select(EditionSigner).where(EditionSigner.edition_id == edition)
        signer = session().exec(of_edition.where(EditionSigner.name == name)).one()
        signing = Signing(SigningMethod.SEAL, lambda _: file)
        exports = desk.app.config["MINUTES"].exports
        sign(session(), Act("test", now), signer, signing, on=now.date(), exports=exports)
        session().commit()


def test_what_was_sent_waits_for_those_who_adjust(sent: Desk) -> None:
    adjuster = Desk(sent.register, ADJUSTER)
    page = adjuster.open("/justering")

    assert "Regionstyrelsen 28 oktober 2026" in page.words
    assert "11 dagar för sent" in page.words
    assert "Inget väntar på dig" in sent.open("/justering").words
    assert "Skulle ha justerats 11 november 2026" in sent.open("/arbete").words


def test_the_text_is_read_paragraph_by_paragraph_and_as_a_file(sent: Desk) -> None:
    adjuster = _at(sent, ADJUSTER)

    assert "Protokollet, version 1" in adjuster.page.words
    assert len(adjuster.page.all("article", "paragraf")) > 10
    with adjuster.visitor.client.get(f"{BOARD}/justering/{number(sent.register)}.pdf") as pdf:
        assert pdf.data.startswith(b"%PDF")


def test_a_paragraph_is_refused_with_a_reason_that_everybody_sees(sent: Desk) -> None:
    adjuster = _at(sent, ADJUSTER)
    form = adjuster.first_form("vagra-")

    assert "Ange skälet" in adjuster.send(form, reason=" ", expect=422).words
    adjuster.send(form, reason="Beslutet återges inte rätt.")

    assert "Du justerar inte § 79" in adjuster.page.words
    page = sent.open(f"{BOARD}/justering")
    assert "Vägrar § 79" in page.words
    assert "Henrik Tornéus: Vägrade § 79: ”Beslutet återges inte rätt.”" in page.words


def test_a_refusal_is_undone_before_the_signature(sent: Desk) -> None:
    adjuster = _at(sent, ADJUSTER)
    adjuster.send(adjuster.first_form("vagra-"), reason="Beslutet återges inte rätt.")

    adjuster.send(adjuster.first_form("angra-"))

    assert "Du justerar inte" not in adjuster.page.words
    assert "Återtog sin vägran § 79" in sent.open(f"{BOARD}/justering").words


def test_the_last_signature_adjusts_and_the_register_shows_it(sent: Desk) -> None:
    _sign(sent, "Henrik Tornéus")
    page = sent.open(f"{BOARD}/justering")
    assert page.words.count("Har undertecknat") == 1

    _sign(sent, "Marie Sandelius")

    assert "Justerat 22 november 2026" in sent.open(f"{BOARD}/justering").words
    public = Visitor(sent.app).get("/regionstyrelsen/2026-10-28")
    assert "Ej justerat" not in public.words


def test_a_version_taken_back_takes_no_verdict_and_the_next_tells_what_changed(
    sent: Desk,
) -> None:
    adjuster = _at(sent, ADJUSTER)
    stale = adjuster.form(adjuster.first_form("vagra-"), reason="För sent.")
    sent.open(f"{BOARD}/justering")
    sent.send(sent.first_form("tillbaka-"))

    assert "är återtagen" in adjuster.post(stale, expect=422).words
    sent.open(f"{BOARD}/granskning")
    sent.send("till-justering")
    assert "Ändrat sedan version 1" in _at(sent, ADJUSTER).page.words
    assert "Återtaget" in sent.open(f"{BOARD}/justering").words


def test_one_who_was_not_asked_reads_but_says_nothing(sent: Desk) -> None:
    registrar = _at(sent, "registrator@sundevik.example")

    assert not [e for e in registrar.page.all("form") if e.get("method") == "post"]
    address = f"{BOARD}/justering/{number(sent.register)}"
    member = Visitor(sent.app, "ledamot@sundevik.example")
    assert member.client.get(address).status_code == 404


def test_chosen_paragraphs_are_adjusted_immediately_and_are_closed_to_changes(
    desk: Desk,
) -> None:
    item = desk.item_of("regionstyrelsen", 2026, 88)
    desk.open(f"{BOARD}/punkt/{item}")
    stale = desk.form("yrkande-ny", who="elfv", kind="add", text="för sent.")
    desk.open(f"{BOARD}/justering")

    desk.send("omedelbart", chosen=str(item))

    assert "Omedelbar justering § 88" in desk.page.words
    assert "sänd till omedelbar justering" in desk.post(stale, expect=422).words
    for name in ("Henrik Tornéus", "Marie Sandelius"):
        _sign(desk, name)
    assert "§ 88 är omedelbart justerad" in desk.post(stale, expect=422).words


def test_what_was_refused_is_approved_by_a_later_paragraph_only(sent: Desk) -> None:
    adjuster = _at(sent, ADJUSTER)
    adjuster.send(adjuster.first_form("vagra-"), reason="Beslutet återges inte rätt.")
    sent.open(f"{BOARD}/justering")

    page = sent.send(sent.first_form("losning-"), number="1", year="2026", expect=422)

    assert "senare sammanträde" in page.words
    page = sent.send(sent.first_form("losning-"), number="999", year="2026", expect=422)
    assert "ingen sådan paragraf" in page.words


def test_the_version_that_was_signed_is_given_as_it_was_signed(sent: Desk) -> None:
    for name in ("Henrik Tornéus", "Marie Sandelius"):
        _sign(sent, name)

    with sent.visitor.client.get("/regionstyrelsen/2026-10-28/version-1.pdf") as version:
        assert version.data == b"Marie Sandelius", "the file of the last signature"
