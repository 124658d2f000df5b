"""A page asks few questions of the database, however much the register holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.kinds import Example, examples, without_example
from benchmarks.multiplied import multiply
from benchmarks.pages import QUERIES, Desk
from tests.databases import Register, close, demonstration_in

_MORE: dict[str, int] = {
    "delegated.decisions": 506,
    "desk.desk": 74,
    "workspace.item": 37,
    "meetings.meeting": 36,
    "publishing.review": 33,
    "items.item": 31,
    "board.notice": 29,
    "overview.overview": 28,
    "register.register": 26,
    "feeds.person": 23,
    "reading.edition": 23,
    "assignment_report.preview": 22,
    "submission.audit": 21,
    "workspace.person": 20,
    "waiting.waiting": 19,
    "roll_call.roll": 18,
    "raised_motions.motions": 18,
    "fulfilment.goals": 17,
    "start.start": 16,
    "agendas.agenda": 16,
    "wordings.wordings": 16,
    "notices.notices": 16,
    "corrections.corrections": 15,
    "reporting.assignment": 15,
    "plans.plan": 15,
    "papers.papers": 14,
    "goals.plan": 14,
    "assignment_board.assignment_board": 14,
    "board.past": 13,
    "motion_lists.motions": 13,
    "reservations.reservations": 13,
    "appeals.appeals": 13,
}
"""The kinds of pages that ask more than a page should, with how much: no more than that."""


@pytest.fixture(scope="module")
def asked(run_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[Example, int]:
    """What each kind of page asks where the register holds the demonstration four times."""
    folder = tmp_path_factory.mktemp("multiplied") / "register"
    register = demonstration_in(run_folder, folder)
    close(register)
    multiply(folder / "minutes.sqlite3", 1600)
    desk = Desk(register)
    with desk.counting():
        found = {
            one: desk.ask(one.reader, one.address)[0]
            for one in examples(register.app)
            if not one.endpoint.endswith("_json")
        }
    close(register)
    return found


def test_every_kind_of_page_has_an_example(demo_register: Register) -> None:
    assert without_example(demo_register.app) == set()


def test_a_page_asks_few_questions_however_much_there_is(asked: dict[Example, int]) -> None:
    many = {
        f"{one.endpoint} ({one.address}): {count}"
        for one, count in asked.items()
        if count > _MORE.get(one.endpoint, QUERIES)
    }

    assert not many, "let it ask for several rows at once"
