"""Corrections on the screen: proposed, certified in two browsers, printed, and a version each."""

from __future__ import annotations

from pathlib import Path

from sqlmodel import select

from minutes.demonstration.accounts import PASSWORD
from minutes.store.session import session, writing
from minutes.store.tables import Account, Passkey
from tests.databases import opened
from tests.documents.reading import words
from tests.web.conftest import NOW
from tests.web.correcting import CHAIR, PAGE, WORDS, certify
from tests.web.desk import Desk

PUBLIC = "/regionstyrelsen/2026-04-08"


def test_a_correction_is_proposed_certified_by_both_and_stands_in_the_register(
    proposing: Desk, chair: Desk, adjuster: Desk
) -> None:
    proposing.send("rattelse-ny", **WORDS)
    assert "väntar på att bestyrkas" in proposing.page.words
    assert "Rättelse bestyrks" not in proposing.open("/regionstyrelsen/2026/25").words

    certify(chair)
    certify(adjuster)

    assert "bestyrkt" in proposing.open(PAGE).words
    page = proposing.open("/regionstyrelsen/2026/25").words
    assert "”24,6 mnkr” har rättats till ”24,7 mnkr”. Skrivfel i kalkylen." in page
    assert "Marie Sandelius (S) 2026-11-22, Louise von Bergfelt (M) 2026-11-22" in page
    assert "24,6 mnkr, vilket är" in page, "the frozen text stays"


def _fetched(desk: Desk, address: str) -> bytes | None:
    with desk.visitor.client.get(address) as answer:
        return answer.data if answer.status_code == 200 else None


def _printed(folder: Path, content: bytes | None) -> str:
    assert content is not None
    file = folder / "printed.pdf"
    file.write_bytes(content)
    return words(file)


def test_each_version_is_at_its_address_and_listed(
    proposing: Desk, chair: Desk, adjuster: Desk, tmp_path: Path
) -> None:
    proposing.send("rattelse-ny", **WORDS)
    certify(chair)
    certify(adjuster)

    meeting = proposing.open(PUBLIC)

    versions = [link for link in meeting.links() if "version-" in link]
    assert versions == [f"{PUBLIC}/version-2.pdf", f"{PUBLIC}/version-1.pdf"]
    first, second, now, none = (
        _fetched(proposing, f"{PUBLIC}{which}.pdf")
        for which in ("/version-1", "/version-2", "", "/version-3")
    )
    told = ["Rättelse bestyrks" in _printed(tmp_path, one) for one in (first, second)]
    assert told == [False, True]
    assert now == second
    assert none is None


def test_what_decides_anew_is_asked_of_a_slip_that_is_none_only(proposing: Desk) -> None:
    proposing.send("rattelse-ny", **WORDS, anew="någon")

    assert "väntar på att bestyrkas" in proposing.page.words


def test_without_proof_of_being_there_nothing_is_certified(proposing: Desk, chair: Desk) -> None:
    proposing.send("rattelse-ny", **WORDS)

    certify(chair, 422, proof="fel")

    assert "Lösenordet stämmer inte." in chair.page.words
    assert "har inte svarat" in chair.open(PAGE).words


def test_a_form_that_is_sent_twice_is_carried_out_once(proposing: Desk, chair: Desk) -> None:
    proposing.send("rattelse-ny", **WORDS)
    chair.open(PAGE)
    twice = chair.form(chair.first_form("bestyrk-"), proof=PASSWORD)

    for _ in range(2):
        chair.post(twice)

    assert chair.page.words.count("bestyrker 2") == 1


def test_a_window_from_before_it_was_withdrawn_is_told_so(proposing: Desk, chair: Desk) -> None:
    proposing.send("rattelse-ny", **WORDS)
    chair.open(PAGE)
    old = chair.form(chair.first_form("bestyrk-"), proof=PASSWORD)
    proposing.send(proposing.first_form("aterta-"))
    assert "återtagen" in proposing.page.words

    chair.post(old, expect=422)

    assert "Den föreslagna rättelsen är återtagen." in chair.page.words


def test_one_declines_with_a_reason_and_takes_it_back(proposing: Desk, chair: Desk) -> None:
    proposing.send("rattelse-ny", **WORDS)
    chair.open(PAGE)
    chair.send(chair.first_form("avboj-"), expect=422)
    assert "Skriv varför du inte bestyrker" in chair.page.words

    chair.send(chair.first_form("avboj-"), reason="Kalkylen var rätt.")
    assert "avböjer: Kalkylen var rätt." in chair.page.words

    chair.send(chair.first_form("angra-"))
    assert "avböjer" not in chair.page.words


def test_a_draft_is_changed_and_not_corrected(proposing: Desk) -> None:
    page = proposing.open("/arbete/regionstyrelsen/2026-10-28/rattelser")

    assert "Protokollet är inte justerat" in page.words


def test_what_waits_to_be_certified_is_on_the_page_of_what_waits(
    proposing: Desk, chair: Desk
) -> None:
    proposing.send("rattelse-ny", **WORDS)
    (link,) = [one for one in chair.open("/justering").links() if "/rattelser" in one]
    assert link.startswith(PAGE)
    assert "8 april 2026 § 25" in chair.page.words
    assert "Rättelser att bestyrka" not in proposing.open("/justering").words

    chair.open(PAGE)
    chair.send(chair.first_form("avboj-"), reason="Kalkylen var rätt.")
    assert "Rättelser att bestyrka" not in chair.open("/justering").words
    chair.open(PAGE)
    chair.send(chair.first_form("angra-"))
    assert "Rättelser att bestyrka" in chair.open("/justering").words

    proposing.open(PAGE)
    proposing.send(proposing.first_form("aterta-"))
    assert "Rättelser att bestyrka" not in chair.open("/justering").words


def test_one_with_a_passkey_is_shown_where_to_show_it(proposing: Desk, chair: Desk) -> None:
    proposing.send("rattelse-ny", **WORDS)
    with opened(chair.register):
        writing()
        account = session().exec(select(Account).where(Account.email == CHAIR)).one()
        key = Passkey(
            user_id=account.id,
            name="Telefonen",
            credential_id=b"k",
            public_key=b"k",
            device_type="single_device",
            usage="first",
            lastuse_datetime=NOW,
        )
        session().add(key)
        session().commit()

    page = chair.open(PAGE)

    assert any(link.startswith("/logga-in/igen/nyckel") for link in page.links())
