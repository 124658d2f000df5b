"""What a compound may be put together of."""

from __future__ import annotations

from minutes.domain.compounds import ways_apart


def test_a_compound_is_parted_everywhere_with_and_without_an_s_between() -> None:
    ways = ways_apart("vårdplan")

    assert ways[0] == ("vård", "plan")
    assert ("vår", "dplan") in ways
    assert ("beslut", "fattare") in ways_apart("beslutsfattare")
    assert ("besluts", "fattare") in ways_apart("beslutsfattare")


def test_a_short_word_has_no_parts() -> None:
    assert ways_apart("vård") == ()
