"""The front page: place, times, and who was there for whom over which §§."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.attendance import Attendance, Role
from minutes.domain.persons import Person
from minutes.domain.record import Protocol
from minutes.domain.wording.attendance import attendance_line
from minutes.importing.parse import parse
from minutes.importing.read import read_content
from tests.importing.written import item
from tests.records.attendance import attendance
from tests.records.words import people

COLUMN = 32


def _read(text: str) -> Protocol:
    return parse(read_content("protokoll.txt", text.encode())).protocol


def _under(label: str, lines: Sequence[str]) -> Iterator[str]:
    """A label in the left column, its lines in the right one, the long ones wrapped."""
    wrapped = [part for line in lines for part in textwrap.wrap(line, 50, break_on_hyphens=False)]
    labels = [label, *[""] * len(wrapped)]
    yield from (f"{name:{COLUMN}}{part}" for name, part in zip(labels, wrapped, strict=False))


def _front(there: Sequence[Attendance]) -> str:
    rest = [a for a in there if not a.serves]
    substitutes = [attendance_line(a) for a in rest if a.role is Role.SUBSTITUTE]
    others = [attendance_line(a) for a in rest if a.role is not Role.SUBSTITUTE]
    serving = [attendance_line(a) for a in there if a.serves]
    return "\n".join(
        [
            "Regionstyrelsen",
            "2026-03-11",
            *_under("Beslutande", serving),
            *_under("Ej tjänstgörande ersättare", substitutes),
            *_under("Övriga deltagande", others),
        ]
    )


@given(data=st.data(), present=people)
def test_those_present_are_read_as_the_front_page_lists_them(
    data: st.DataObject, present: list[Person]
) -> None:
    there = data.draw(attendance(present))

    read = _read(f"{_front(there)}\n\n{item(51)}\n{item(52)}")

    assert read.attendance == there
    assert read.unread == ()


PLACES = (
    pytest.param("Plats och tid\nRegionhuset, kl. 09.00–11.30\n", "Regionhuset", id="one line"),
    pytest.param(
        "Plats och tid\nStadshuset, Norrsunda, tisdagen den 3 mars 2026 kl 9:00-11:30\n",
        "Stadshuset, Norrsunda",
        id="weekday and date behind",
    ),
    pytest.param(
        "Tid: Tisdagen den 3 mars 2026, kl. 09:00 – 11:30\nPlats: Sal Tärnan, Regionhuset\n",
        "Sal Tärnan, Regionhuset",
        id="a label each",
    ),
    pytest.param(
        "Plats och tid        Folkets hus, kl. 09.00–11.30\n", "Folkets hus", id="two columns"
    ),
)


@pytest.mark.parametrize(("front", "place"), PLACES)
def test_place_and_times_are_read_in_any_form(front: str, place: str) -> None:
    read = _read(f"Regionstyrelsen\n2026-03-03\n\n{front}\n{item(51)}\n{item(52)}")

    assert (read.place, read.opened_at, read.closed_at) == (place, "09:00", "11:30")
    assert str(read.date) == "2026-03-03"


@pytest.mark.parametrize(
    "heading",
    [
        "Region Norrsunda\nPROTOKOLL          Regionfullmäktige",
        "Regionfullmäktiges protokoll",
        "PROTOKOLL REGIONFULLMÄKTIGE",
        "Protokoll från regionfullmäktige",
    ],
)
def test_the_body_is_read_off_the_head_of_the_page(heading: str) -> None:
    spoken = item(51).replace("Regionstyrelsens beslut", "Beslut").replace("Regionstyrelsen", "Man")

    assert _read(f"{heading}\n2026-03-03\n\n{spoken}").body == "Regionfullmäktige"


OFFICIALS = (
    pytest.param(
        "Ola Nord, ekonomichef (§§ 51–52)", Role.ATTENDEE, "ekonomichef", id="§ in brackets"
    ),
    pytest.param(
        "Ola Nord, fackförbundets ordförande",
        Role.ATTENDEE,
        "fackförbundets ordförande",
        id="a chair of others",
    ),
)


@pytest.mark.parametrize(("line", "role", "title"), OFFICIALS)
def test_officials_have_the_role_that_is_their_title(line: str, role: Role, title: str) -> None:
    [one] = _read(
        f"Regionstyrelsen\n2026-03-03\n\nÖvriga\n{line}\n\n{item(51)}\n{item(52)}"
    ).attendance

    assert (one.name, one.role, one.title, one.serves) == ("Ola Nord", role, title, False)


def test_who_is_elected_to_adjust_is_read_in_the_first_item() -> None:
    elects = item(51).replace(
        "att höja avgiften för färdtjänst.",
        "att utse Bo Alm (M) att justera protokollet med Li Öst (C) som ersättare.",
    )

    read = _read(f"Regionstyrelsen\n2026-03-03\n\n{elects}\n{item(52)}")

    assert read.adjusters == (Person("Bo Alm", "M"),)


def test_the_document_id_is_read_from_the_foot_of_the_page_with_its_version() -> None:
    foot = "DOKUMENT-ID ORDFÖRANDE SIGN JUSTERARE SIGN\nARBGRP12-345678-9, 2.0\n\n"

    assert _read(
        f"Regionstyrelsen\n2026-03-03\n\n{foot}{item(51)}{foot}{item(52)}"
    ).document_id == ("ARBGRP12-345678-9, 2.0")


def test_the_official_who_signs_as_secretary_is_one() -> None:
    front = "Övriga\nOla Nord (kommunsekreterare)\n\nSekreterare\nOla Nord\n\n"

    [one] = _read(f"Regionstyrelsen\n2026-03-03\n\n{front}{item(51)}\n{item(52)}").attendance

    assert (one.role, one.title) == (Role.SECRETARY, "kommunsekreterare")
