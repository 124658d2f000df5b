"""Feeds of a person and of a search: what everybody may read, whoever fetches it."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

import pytest

from tests.web.pages import Visitor

ATOM = "{http://www.w3.org/2005/Atom}"
SEARCH = "/sok.atom?q=hälsocentral&visa=reservationer"


def _feed(of: Visitor, address: str) -> Element:
    answer = of.client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, "application/atom+xml")
    return fromstring(answer.data)


def _entries(of: Visitor, address: str) -> list[Element]:
    return _feed(of, address).findall(f"{ATOM}entry")


def _somebody(of: Visitor) -> str:
    """The address of somebody who has entered a reservation."""
    page = of.get("/reservationer")
    return next(link for link in page.links() if link.startswith("/personer/"))


def test_a_person_is_followed_by_what_they_did(citizen: Visitor) -> None:
    entries = _entries(citizen, f"{_somebody(citizen)}.atom")

    told = " ".join(one.findtext(f"{ATOM}summary", "") for one in entries)
    assert "Reservation" in told
    assert "Yrkande: " in told


def test_a_search_is_followed_by_what_it_finds(citizen: Visitor) -> None:
    entries = _entries(citizen, SEARCH)

    assert entries
    words = [one.findtext(f"{ATOM}summary", "") for one in entries]
    assert all("hälsocentral" in one.lower() for one in words)


def test_the_latest_adjusted_come_first_and_no_more_than_fifty(citizen: Visitor) -> None:
    days = [e.findtext(f"{ATOM}updated", "") for e in _entries(citizen, "/sok.atom?ar=2025")]

    assert len(days) == 50
    assert days == sorted(days, reverse=True)


def test_a_feed_is_the_same_whenever_it_is_fetched_and_whoever_does(
    citizen: Visitor, visitor: Visitor
) -> None:
    one, other = (of.client.get("/sok.atom?q=prognos").data for of in (citizen, visitor))

    assert one == other


@pytest.mark.parametrize("page", ["/sok?q=prognos&ordning=nyast&sida=2", None])
def test_a_page_leads_to_its_feed(citizen: Visitor, page: str | None) -> None:
    shown = citizen.get(page or _somebody(citizen))

    [own] = [e.get("href") for e in shown.all("link") if e.get("type") == "application/atom+xml"]
    assert own in shown.links()
    assert own is not None
    assert _feed(citizen, own).find(f"{ATOM}title") is not None


def test_two_searches_have_entries_of_their_own(citizen: Visitor) -> None:
    first, second = (
        {one.findtext(f"{ATOM}id") for one in _entries(citizen, f"/sok.atom?q={word}")}
        for word in ("prognos", "prognosen")
    )

    assert first
    assert not first & second


@pytest.mark.parametrize("address", ["/sok.atom", "/sok.atom?q=%01%00", "/sok.atom?q=zzzqqq"])
def test_a_search_that_finds_nothing_has_an_empty_feed(citizen: Visitor, address: str) -> None:
    assert _entries(citizen, address) == []


def test_a_choice_that_there_is_not_has_no_feed(citizen: Visitor) -> None:
    assert citizen.client.get("/sok.atom?utfall=bra").status_code == 400


def test_somebody_whom_the_register_has_not_has_no_feed(citizen: Visitor) -> None:
    assert citizen.client.get("/personer/ingen-alls.atom").status_code == 404
