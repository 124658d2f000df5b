"""Readable addresses: a name without spaces and accents."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.actions.addresses import free, slug


@pytest.mark.parametrize(
    ("name", "address"),
    [
        pytest.param("Regionstyrelsen", "regionstyrelsen", id="lower case"),
        pytest.param("Regionala utvecklingsnämnden", "regionala-utvecklingsnamnden", id="a space"),
        pytest.param("Åsa Ö. Ek-Lindh", "asa-o-ek-lindh", id="Swedish letters and marks"),
        pytest.param("Zoë Núñez", "zoe-nunez", id="other accents"),
        pytest.param("RS 0012/2026 (del)", "rs-0012-2026-del", id="a reference number"),
        pytest.param("李", "namnlos", id="no letter that addresses have"),
        pytest.param("", "namnlos", id="nothing"),
    ],
)
def test_a_name_has_a_readable_address(name: str, address: str) -> None:
    assert slug(name) == address


@given(st.text())
def test_any_name_has_an_address_of_plain_letters(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(name))


def test_the_second_of_a_name_gets_a_number() -> None:
    assert free("Bo Alm", set()) == "bo-alm"
    assert free("Bo Alm", {"bo-alm"}) == "bo-alm-2"
    assert free("Bo Alm", {"bo-alm", "bo-alm-2", "bo-alm-4"}) == "bo-alm-3"
