"""What a letter may hold, and when it is tried again."""

from __future__ import annotations

from datetime import timedelta
from itertools import count, takewhile

import pytest

from minutes.domain.errors import RuleBroken
from minutes.domain.letters import Letter, is_address, next_try_after, require_sendable

LETTER = Letter("eva.ek@region.example", "Eva Ek", "Protokoll att justera", "Logga in.\n")


def test_a_letter_with_an_address_and_a_subject_is_sendable() -> None:
    require_sendable(LETTER)


@pytest.mark.parametrize(
    "to",
    [
        "",
        "eva",
        "eva@",
        "@region.example",
        "eva@region",
        "eva ek@region.example",
        "a@b.example, c@d.example",
        "a@b.example\nBcc: c@d.example",
        "<a@b.example>",
        f"{'a' * 250}@b.example",
    ],
)
def test_what_is_no_address_is_refused(to: str) -> None:
    assert not is_address(to)
    with pytest.raises(RuleBroken, match="ingen e-postadress"):
        require_sendable(Letter(to, "", LETTER.subject, LETTER.words))


@pytest.mark.parametrize(
    "address", ["åsa@öregrund.example", "o'hara+rs@a.b.example", "x_y@z.example"]
)
def test_what_looks_odd_and_is_an_address_is_taken(address: str) -> None:
    assert is_address(address)


@pytest.mark.parametrize(
    ("name", "subject"),
    [("Eva Ek", "Ämne\nBcc: c@d.example"), ("Eva\r\nEk", "Ämne")],
)
def test_a_head_of_several_lines_is_refused(name: str, subject: str) -> None:
    with pytest.raises(RuleBroken):
        require_sendable(Letter(LETTER.to, name, subject, LETTER.words))


def test_it_is_tried_less_and_less_often_for_some_days() -> None:
    pauses = list(takewhile(lambda p: p is not None, map(next_try_after, count(1))))
    waits = [p for p in pauses if p is not None]

    assert waits == sorted(waits)
    assert timedelta(days=1) < sum(waits, timedelta()) < timedelta(days=5)
