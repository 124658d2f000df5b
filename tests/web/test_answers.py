"""The questions of the benchmark are answered from the first page of hits."""

from __future__ import annotations

from benchmarks.questions import ask, questions
from tests.web.pages import Visitor


def test_there_are_forty_questions() -> None:
    assert [one.number for one in questions()] == [*range(1, 41)]


def test_the_questions_are_answered_from_the_first_page(citizen: Visitor) -> None:
    wrong = [one.number for one in questions() if not ask(citizen.client, one).is_right]

    assert wrong == []
