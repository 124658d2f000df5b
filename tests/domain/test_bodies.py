"""Bodies: which kind a Swedish name says."""

from __future__ import annotations

import pytest

from minutes.domain.bodies import BodyKind, kind_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        pytest.param("Regionfullmäktige", BodyKind.ASSEMBLY, id="the assembly of a region"),
        pytest.param("kommunfullmäktige", BodyKind.ASSEMBLY, id="lower case, of a municipality"),
        pytest.param("LANDSTINGSFULLMÄKTIGE", BodyKind.ASSEMBLY, id="in capitals, before 2019"),
        pytest.param("Regionstyrelsen", BodyKind.BOARD, id="the board, definite"),
        pytest.param("Regionstyrelse", BodyKind.BOARD, id="the board, indefinite"),
        pytest.param("KOMMUNSTYRELSEN", BodyKind.BOARD, id="the board, in capitals"),
        pytest.param("Patientnämnden", BodyKind.COMMITTEE, id="a committee"),
        pytest.param("Personalstyrelsen", BodyKind.COMMITTEE, id="a committee called styrelse"),
        pytest.param(
            "Regionstyrelsens arbetsutskott", BodyKind.COMMITTEE, id="a committee of the board"
        ),
    ],
)
def test_the_name_of_a_body_says_its_kind(name: str, kind: BodyKind) -> None:
    assert kind_of(name) is kind
