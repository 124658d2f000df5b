"""Those present, in the forms in which houses list them: side by side, as substitutes, absent."""

from __future__ import annotations

import pytest

from minutes.domain.attendance import Attendance, Interval, Role
from minutes.domain.persons import Person
from minutes.domain.record import Protocol
from minutes.importing.parse import parse
from minutes.importing.read import read_content
from tests.importing.written import item


def _read(front: str) -> Protocol:
    text = f"Regionstyrelsen\n2026-03-03\n\n{front}\n\n{item(51)}\n{item(52)}"
    return parse(read_content("protokoll.txt", text.encode())).protocol


_BESIDE = """Närvarande
Ledamöter                             Ersättare
Eva Ek (S), ordförande                Ola Nord (S)
Anna Lind-Berg (M), 1:e vice          Li Öst (C), tjänstgör för Bo
ordförande                            Alm (M) §§ 51-52
Bo Alm (M)
                                      Övriga närvarande
Per Ask (V)                           Åsa Ång, regiondirektör
                                      Ulla Rask, sekreterare
"""


def test_columns_side_by_side_are_read_each_under_its_own_heading() -> None:
    read = _read(_BESIDE)

    assert read.attendance == (
        Attendance("Eva Ek", "S", Role.CHAIR),
        Attendance("Anna Lind-Berg", "M", Role.VICE_CHAIR),
        Attendance("Bo Alm", "M", Role.MEMBER),
        Attendance("Per Ask", "V", Role.MEMBER),
        Attendance("Ola Nord", "S", Role.SUBSTITUTE, serves=False),
        Attendance(
            "Li Öst", "C", Role.SUBSTITUTE, True, Person("Bo Alm", "M"), (Interval(51, 52),)
        ),
        Attendance("Åsa Ång", None, Role.ATTENDEE, False, title="regiondirektör"),
        Attendance("Ulla Rask", None, Role.SECRETARY, False),
    )
    assert read.unread == ()


def test_what_stands_under_the_columns_has_its_own_label() -> None:
    signed = "Sekreterare                Ordförande\nUlla Rask                  Eva Ek (S)\n"

    read = _read(f"{_BESIDE}\nUtses att justera    Per Ask (V)\n\n{signed}")

    assert read.adjusters == (Person("Per Ask", "V"),)
    assert read.unread == ()


def test_two_officials_on_a_line_are_two() -> None:
    [first, second] = _read("Övriga\nÅsa Ång, direktör      Ola Nord, jurist").attendance

    assert (first.name, second.name, second.title) == ("Åsa Ång", "Ola Nord", "jurist")


def test_a_label_may_stand_before_its_text_with_a_single_space() -> None:
    read = _read("Plats Regionhuset\nBeslutande Eva Ek (S), ordförande\nBo Alm (M)\n")

    assert read.place == "Regionhuset"
    assert [one.name for one in read.attendance] == ["Eva Ek", "Bo Alm"]


SUBSTITUTES = (
    pytest.param(
        "Tjänstgörande ersättare\nLi Öst (C) §§ 51-52", True, (Interval(51, 52),), id="a label"
    ),
    pytest.param("Beslutande\nLi Öst (C), tjänstgörande ersättare", True, (), id="in the list"),
    pytest.param(
        "Ersättare\nLi Öst (C), tjänstgör § 52", True, (Interval(52, 52),), id="among the others"
    ),
    pytest.param("Närvarande\nLi Öst (C), ej tjänstgörande ersättare", False, (), id="not serving"),
)


@pytest.mark.parametrize(("front", "serves", "during"), SUBSTITUTES)
def test_a_substitute_serves_where_the_list_says_so(
    front: str, serves: bool, during: tuple[Interval, ...]
) -> None:
    [one] = _read(front).attendance

    assert (one.role, one.serves, one.intervals) == (Role.SUBSTITUTE, serves, during)


def test_for_whom_a_substitute_serves_may_be_told_without_party() -> None:
    [one] = _read("Beslutande\nLi Öst (C) ersätter Bo Alm §§ 51-52").attendance

    assert (one.serves_for, one.intervals) == (Person("Bo Alm", None), (Interval(51, 52),))


def test_whom_somebody_replaces_on_a_line_alone_is_nobody_present() -> None:
    read = _read("Tjänstgörande ersättare\nLi Öst (C)\nErsätter Per Ask (V)")

    assert [one.name for one in read.attendance] == ["Li Öst"]
    assert [one.text for one in read.unread] == ["Ersätter Per Ask (V)"]


ABSENT = (
    pytest.param("Frånvarande\nBo Alm (M)", id="a label"),
    pytest.param("Frånvarande: Bo Alm (M)", id="a label with a colon"),
    pytest.param("Bo Alm (M), frånvarande", id="in the list"),
    pytest.param("Bo Alm (M) (anmält förhinder)", id="prevented"),
)


@pytest.mark.parametrize("line", ABSENT)
def test_who_is_absent_is_not_present_but_listed_as_unread(line: str) -> None:
    read = _read(f"Beslutande\nEva Ek (S), ordförande\n{line}")

    assert [one.name for one in read.attendance] == ["Eva Ek"]
    assert [one.text for one in read.unread] == [line.rpartition("\n")[2]]


PARTLY = (
    pytest.param("frånvarande § 52", (Interval(None, 51), Interval(53, None)), id="absent"),
    pytest.param("ej § 52 på grund av jäv", (Interval(None, 51), Interval(53, None)), id="not at"),
    pytest.param("utom §§ 51-52", (Interval(None, 50), Interval(53, None)), id="but for"),
    pytest.param("frånvarande fr.o.m. § 52", (Interval(None, 51),), id="from"),
    pytest.param("frånvarande t.o.m. § 51", (Interval(52, None),), id="until"),
    pytest.param("§§ 51-60, ej § 55", (Interval(51, 54), Interval(56, 60)), id="within others"),
    pytest.param("§ 52 frånvarande", (Interval(None, 51), Interval(53, None)), id="told after"),
    pytest.param("ej tjänstgörande § 52", (Interval(52, 52),), id="there without serving"),
)


@pytest.mark.parametrize(("words", "during"), PARTLY)
def test_who_was_away_for_some_items_was_there_for_the_others(
    words: str, during: tuple[Interval, ...]
) -> None:
    read = _read(f"Beslutande\nBo Alm (M), {words}")

    assert [one.intervals for one in read.attendance] == [during]


def test_persons_whom_no_field_holds_are_unread_although_their_names_are_told_of_others() -> None:
    read = _read("Beslutande\nEva Ek (S)\nBo Alm (M)\n\nJusterat\nEva Alm (M)")

    assert [one.text for one in read.unread] == ["Eva Alm (M)"]


def test_an_items_line_in_the_list_of_items_is_no_adjusters() -> None:
    read = _read("Utses att justera\nBo Alm (M)\n\n§ 51 Motion av Eva Ek (S)\n§ 52 Avgifter\n")

    assert read.adjusters == (Person("Bo Alm", "M"),)
