"""Paths of a package stay in its folder, and its names are the same for the same content."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.archiving import (
    Finished,
    Packed,
    file_name,
    is_within,
    missing,
    package_name,
    packed_in,
)

_DAY = date(2026, 12, 4)


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("../METS.xml", id="up"),
        pytest.param("data/../../x", id="up from below"),
        pytest.param("/etc/passwd", id="absolute"),
        pytest.param("data//x", id="an empty part"),
        pytest.param("./x", id="the folder itself"),
        pytest.param("", id="nothing"),
        pytest.param("data\\x", id="another system's separator"),
        pytest.param("C:x", id="a drive"),
        pytest.param("file:///x", id="an address"),
        pytest.param("data/%2e%2e/x", id="up, written in percent"),
        pytest.param("data/CON", id="a device"),
        pytest.param("data/nul.txt", id="a device with an ending"),
        pytest.param("data/x.", id="a dot that Windows leaves out"),
        pytest.param("data/x\x00.pdf", id="a zero byte"),
        pytest.param("data/x\n", id="a line break"),
        pytest.param("data/.dold", id="a hidden file"),
        pytest.param("data/\u202efdp.x", id="a sign that turns the writing"),
    ],
)
def test_a_path_that_could_leave_its_folder_is_none(path: str) -> None:
    assert not is_within(path)


def test_a_path_that_goes_down_is_one() -> None:
    assert is_within("representations/rep1/data/2026-10-28/protokoll.pdf")


@given(st.text(max_size=300))
def test_every_name_becomes_one_that_a_package_may_hold(name: str) -> None:
    assert is_within(file_name(name))


def test_a_name_stays_as_like_itself_as_can_be() -> None:
    assert file_name("Bilaga 3 – Karta över Älvmark.pdf") == "Bilaga-3-Karta-over-Alvmark.pdf"


def test_a_package_with_secrets_is_named_so() -> None:
    assert package_name("styrelsen", "2026", "ab" * 32) == f"paragraf-styrelsen-2026-{'ab' * 8}"
    assert "-sekretess-" in package_name("styrelsen", "2026", "ab" * 32, secret=True)


@pytest.mark.parametrize("secret", [False, True], ids=["open", "secret"])
@pytest.mark.parametrize("period", ["2026", "2026-10-28"])
def test_a_package_s_name_tells_what_it_holds(period: str, secret: bool) -> None:
    name = package_name("bygg-2-namnden", period, "ab" * 32, secret=secret)

    assert packed_in(name) == Packed("bygg-2-namnden", period, secret)


@pytest.mark.parametrize("name", ["", "paragraf-x-2026", "x-2026-abababababababab", "paket.zip"])
def test_another_name_is_no_package_s(name: str) -> None:
    assert packed_in(name) is None


@pytest.mark.parametrize(
    ("of", "told"),
    [
        pytest.param(Finished(is_adjusted=False, unannounced=1), ["adjustment"], id="a draft"),
        pytest.param(Finished(True, unannounced=1), ["notice"], id="not announced"),
        pytest.param(Finished(True, removed=[None]), ["removal"], id="on the board"),
        pytest.param(Finished(True, removed=[_DAY, None]), ["removal"], id="one of two stands"),
        pytest.param(Finished(True, removed=[_DAY]), [], id="taken down"),
        pytest.param(Finished(True), [], id="announced elsewhere"),
        pytest.param(Finished(True, open_appeals=1), ["judgment"], id="appealed"),
        pytest.param(Finished(True, open_corrections=2), ["certification"], id="to be corrected"),
        pytest.param(
            Finished(True, 1, [None], 1, 1),
            ["notice", "removal", "judgment", "certification"],
            id="everything",
        ),
    ],
)
def test_minutes_are_ready_when_nothing_more_is_to_happen(of: Finished, told: list[str]) -> None:
    assert [one.value for one in missing(of)] == told
