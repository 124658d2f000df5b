"""A file that contradicts itself on the day of its meeting is told so, with both lines."""

from __future__ import annotations

import pytest

from minutes.importing.parse import parse_lines
from minutes.importing.read import read_content
from tests.importing.written import HEAD, item, line_of

_HEADER = "Regionstyrelsen {day} Sida {page} (4)\n\n"
_FRONT = HEAD.replace("Regionstyrelsen\n2026-03-11\n\n", "")
DAYS = ("11 mars 2026",) * 4


def _paged(days: tuple[str, ...] = DAYS, front: str = _FRONT) -> str:
    """Four pages with a running header each, whose days are these."""
    heads = [_HEADER.format(day=day, page=n) for n, day in enumerate(days, start=1)]
    texts = (front, item(12), item(13), item(14))
    return "\f".join(head + text for head, text in zip(heads, texts, strict=True))


def _told(text: str) -> list[str]:
    return [str(one) for one in parse_lines(read_content("a.txt", text.encode())).problems]


@pytest.mark.parametrize("other", ["12 mars 2026", "11 april 2026", "11 mars 2025"])
def test_a_header_of_another_day_is_told_with_both_lines(other: str) -> None:
    text = _paged((*DAYS[:2], other, DAYS[3]))

    assert _told(text) == [
        f"Filen motsäger sig själv om sammanträdets dag: rad {_line(text, other)} säger {other}, "
        "rad 1 11 mars 2026. Rätta filen."
    ]


def _line(text: str, words: str) -> int:
    return line_of(text.replace("\f", ""), words)


def test_a_front_page_of_another_day_than_the_headers_is_told() -> None:
    text = _paged(front=f"Sammanträdesdatum 2026-03-10\n\n{_FRONT}")

    assert _told(text) == [
        "Filen motsäger sig själv om sammanträdets dag: rad 3 säger 10 mars 2026, rad 1 "
        "11 mars 2026. Rätta filen, eller ange dagen med --date."
    ]


@pytest.mark.parametrize(
    ("days", "front"),
    [
        pytest.param(DAYS, "Sammanträdesdatum 2026-03-11\n\n", id="the same day"),
        pytest.param(DAYS, "Tid: 11 mars 2026 och 12 mars 2026\n\n", id="a second day"),
        pytest.param(("10–11 mars 2026",) * 4, "Tid: 10 mars 2026\n\n", id="two days"),
        pytest.param(
            (*DAYS[:2], *("12 mars 2026",) * 2),
            "Sammanträdesdatum 2026-03-11--12\n\n",
            id="each of two days in its headers",
        ),
        pytest.param(
            DAYS, "Justeringens\nplats och tid 2026-03-18\n\nDatum för anslag 2026-03-19\n\n",
            id="adjustment and notice",
        ),
    ],
)  # fmt: skip
def test_other_days_than_the_meetings_contradict_nothing(days: tuple[str, ...], front: str) -> None:
    assert _told(_paged(days, f"{front}{_FRONT}")) == []


def test_a_day_under_other_words_than_the_headers_is_no_header() -> None:
    text = _paged().replace("Kostnaderna för", "Regionstyrelsen 4 mars 2026 § 3\n\nKostnaderna för")

    assert _told(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(_paged(("31 september 2026", *DAYS[1:])), 1, id="in a header"),
        pytest.param(
            _paged(front=f"Sammanträdesdatum 31 september 2026\n\n{_FRONT}"), 3, id="by its label"
        ),
    ],
)
def test_a_day_that_the_calendar_does_not_have_is_told(text: str, line: int) -> None:
    assert _told(text) == [
        f"Rad {line}: ”31 september 2026” är ingen dag. Rätta filen, eller ange dagen med --date."
    ]
