"""The notice board as everybody sees it: what stands, what stood, and the feed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
from sqlmodel import select

from minutes.actions.history import Act
from minutes.actions.items import take_up_item
from minutes.actions.planning import plan_meeting
from minutes.domain.planning import Planned
from minutes.store.session import session, writing
from minutes.store.tables import Body, Meeting
from tests.databases import opened
from tests.web.desk import Desk
from tests.web.pages import Visitor

ATOM = "{http://www.w3.org/2005/Atom}"
ASSEMBLY = "Regionfullmäktige 20 oktober 2026"


def _feed(visitor: Visitor) -> ElementTree.Element:
    answer = visitor.client.get("/anslagstavla.atom")
    assert (answer.status_code, answer.mimetype) == (200, "application/atom+xml")
    return ElementTree.fromstring(answer.data)


def _at(visitor: Visitor, *day: int) -> Visitor:
    visitor.app.config["CLOCK"] = lambda: datetime(*day, 12, tzinfo=UTC)
    return visitor


def _key(visitor: Visitor, words: str, past: str = "/tidigare") -> str:
    """The address of a notice by its words in the list."""
    page = visitor.get(f"/anslagstavla{past}")
    links = [a for a in page.all("a") if words in "".join(a.itertext())]
    return links[0].get("href") or ""


def test_a_notice_tells_what_the_law_asks_of_it(citizen: Visitor) -> None:
    words = citizen.get("/anslagstavla").words

    assert ASSEMBLY in words
    assert "§§ 32–45" in words
    for told in (
        "Justerat 3 november 2026",
        "Anslaget sattes upp 4 november 2026",
        "Sista dag att överklaga 25 november 2026",
        "Anslaget tas ned tidigast 26 november 2026",
        "Protokollet förvaras Regionens kansli, Regionhuset i Sundevik",
        "Överklagandet lämnas till: Förvaltningsrätten i Sundevik",
    ):
        assert told in words


def test_what_is_not_adjusted_is_not_on_the_board(citizen: Visitor) -> None:
    assert "28 oktober 2026" not in citizen.get("/anslagstavla").words
    assert "28 oktober 2026" not in citizen.client.get("/anslagstavla.atom").text


def test_a_notice_comes_down_by_itself_the_day_after_the_last_for_appeal(
    citizen: Visitor,
) -> None:
    assert ASSEMBLY in _at(citizen, 2026, 11, 25).get("/anslagstavla").words

    late = _at(citizen, 2026, 11, 26)

    assert ASSEMBLY not in late.get("/anslagstavla").words
    assert ASSEMBLY in late.get("/anslagstavla/tidigare").words


def test_an_empty_board_says_so(first_visitor: Visitor) -> None:
    words = first_visitor.get("/anslagstavla").words

    assert "Inget protokoll är anslaget" in words
    assert "Inget sammanträde med fullmäktige är utlyst" in words
    assert "Så överklagar du" in words
    assert "Inga tidigare anslag" in first_visitor.get("/anslagstavla/tidigare").words
    assert _feed(first_visitor).findall(f"{ATOM}entry") == []


def test_a_delegated_decision_is_announced_with_what_was_decided(citizen: Visitor) -> None:
    words = citizen.get("/anslagstavla").words

    assert "Uthyrning av lokal på plan 2" in words
    assert "Beslut av Fastighetschefen" in words
    assert "Avbruten upphandling" not in words


def test_a_notice_that_was_down_is_kept_beside_the_one_that_counts(citizen: Visitor) -> None:
    page = citizen.get("/anslagstavla/tidigare")
    addresses = [
        a.get("href") or ""
        for a in page.all("a")
        if "utvecklingsnämnden 6 maj 2026" in "".join(a.itertext())
    ]
    again, first = (citizen.get(address) for address in addresses)

    assert "Anslaget var nere 19 maj 2026 och räknas inte" in first.words
    assert "webbplats låg nere" in first.words
    assert "Det nya anslaget från 20 maj 2026" in first.words
    assert "Sista dag att överklaga 10 juni 2026" in again.words
    assert "Sent uppsatt" not in again.words


def test_a_notice_tells_each_paragraph_and_its_legal_force(citizen: Visitor) -> None:
    words = citizen.get(_key(citizen, "Regionstyrelsen 20 maj 2026")).words

    assert "§ 57 Avtalsfråga Laga kraft 23 juni 2026" in words.replace("\xa0", " ")
    assert "Överklagat Inhibition" in words
    assert "Kan inte överklagas för sig" in words


def test_there_is_no_notice_by_another_number(citizen: Visitor) -> None:
    assert "inget sådant anslag" in citizen.get("/anslagstavla/9999", 404).words
    for address in ("/anslagstavla/9999/bevis.pdf", "/anslagstavla/1/bevis.pdf"):
        assert citizen.client.get(address).status_code == 404


def test_a_paragraph_tells_its_appeal_without_the_appellant(citizen: Visitor) -> None:
    stayed = citizen.get("/regionstyrelsen/2026/58").words
    settled = citizen.get("/regionstyrelsen/2025-09-24").words

    assert "Domstol Förvaltningsrätten i Sundevik Målnummer 2417-26" in stayed
    assert "Inhibition från 24 juni 2026" in stayed
    assert "Överklagandet avslogs 12 mars 2026" in settled
    assert "§ 79 Laga kraft 14 april 2026" in settled.replace("\xa0", " ")


def test_a_proposal_to_the_assembly_is_told_not_to_be_appealable(citizen: Visitor) -> None:
    assert "Kan inte överklagas för sig" in citizen.get("/regionstyrelsen/2026/48").words


def test_a_draft_has_no_legal_force_to_tell(visitor: Visitor) -> None:
    assert "Laga kraft" not in visitor.get("/regionstyrelsen/2026/88").words


def test_the_feed_is_in_order_and_found_from_the_board(citizen: Visitor) -> None:
    page = citizen.get("/anslagstavla")
    [link] = [e for e in page.all("link") if e.get("type") == "application/atom+xml"]
    feed = _feed(citizen)
    entries = feed.findall(f"{ATOM}entry")

    assert link.get("href") == "/anslagstavla.atom"
    for part in ("id", "title", "updated"):
        assert all(one.findtext(f"{ATOM}{part}") for one in (feed, *entries))
    ids = [one.findtext(f"{ATOM}id") or "" for one in entries]
    assert len(set(ids)) == len(ids) > 20
    assert all(one.startswith("urn:uuid:") for one in ids)
    updated = [one.findtext(f"{ATOM}updated") or "" for one in entries]
    assert feed.findtext(f"{ATOM}updated") == max(updated)


def test_the_feed_stays_as_it_is_while_nothing_happens(citizen: Visitor) -> None:
    first = citizen.client.get("/anslagstavla.atom")
    later = _at(citizen, 2026, 11, 23).client.get(
        "/anslagstavla.atom", headers={"If-None-Match": first.headers["ETag"]}
    )

    assert (later.status_code, later.data) == (304, b"")


@pytest.mark.parametrize("address", ["/anslagstavla", "/anslagstavla/tidigare", "/anslagstavla/1"])
def test_a_page_of_the_board_is_also_data_and_not_sent_again(
    citizen: Visitor, address: str
) -> None:
    assert citizen.data(f"{address}.json")
    mark = citizen.get(address).headers["ETag"]

    again = citizen.client.get(address, headers={"If-None-Match": mark})

    assert again.status_code == 304


def test_the_assemblys_meeting_is_announced_when_it_is_called(desk: Desk) -> None:
    at = datetime(2026, 11, 22, 12, tzinfo=UTC)
    planned = Planned(date(2026, 12, 15), "10:00", "Folkets hus")
    with opened(desk.register):
        assembly = writing().exec(select(Body).where(Body.slug == "regionfullmaktige")).one()
        act = Act("Sekreteraren", at)
        key = plan_meeting(session(), act, assembly, planned, today=at.date()).id
        meeting = session().get_one(Meeting, key)
        take_up_item(session(), act, meeting, "Budget 2027", number=None)
        session().commit()
    assert "Budget 2027" not in Visitor(desk.app).get("/anslagstavla").words

    with opened(desk.register):
        writing().get_one(Meeting, key).summoned_at = at
        session().commit()

    words = Visitor(desk.app).get("/anslagstavla").words
    assert "Regionfullmäktige 15 december 2026 kl. 10:00, Folkets hus" in words
    assert "Budget 2027" in words
