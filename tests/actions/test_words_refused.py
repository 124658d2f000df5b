"""Words that tell what cannot be are refused, and nothing is lost by them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlmodel import col, select

from minutes.actions.enclosures import File, attach, keep_document
from minutes.actions.following_up import report_measure
from minutes.domain import record
from minutes.domain.errors import RuleBroken
from minutes.domain.motions import MotionAnswer
from minutes.domain.persons import Person
from minutes.domain.questions import BASE, Option, OptionKind
from minutes.store import tables as t
from tests.actions.full import ADDED, BALLOTS, GIVEN, HELD, MAIN, MOVED, RESERVED, told_as
from tests.actions.retold import record_of
from tests.actions.world import ACT, World
from tests.domain.people import EVA

STRANGER = Person("Li Öst", "C")
REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "nothing new": ({}, "inget annat"),
    "a mover who does not serve": (
        {"proposals": (MOVED, replace(ADDED, by=(STRANGER,)))},
        "tjänstgör",
    ),
    "a question that nobody moved": (
        {"questions": (replace(MAIN, options=(BASE, Option("Li Öst", OptionKind.PROPOSAL))),)},
        "Li Öst",
    ),
    "a casting vote without a tie": (
        {"votes": (replace(HELD, ballots=(BALLOTS[0],), no=0),)},
        "Utslagsrösten avgör bara",
    ),
    "a reservation against no point": ({"reservations": (replace(RESERVED, point=7),)}, "punkt 7"),
    "a proposal that was put to the question": ({"proposals": (ADDED,)}, "bygger på det"),
    "who stands aside after the decision": ({"stands_aside": (EVA,)}, "innan dess"),
    "an assignment of no point": ({"assignments": (replace(GIVEN, point=9),)}, "punkt 9"),
    "a motion that there is not": (
        {"motion": MotionAnswer("8-2025", ())},
        "samma motion",
    ),
}


@pytest.mark.parametrize(("parts", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_words_that_tell_what_cannot_be_are_refused(
    world: World, full: record.Item, parts: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        told_as(world, **parts)


def test_an_assignment_that_is_reported_on_is_not_taken_out_by_words(
    world: World, full: record.Item
) -> None:
    last = select(t.Assignment).order_by(col(t.Assignment.id).desc())
    given = world.session.exec(last.limit(1)).one()
    report_measure(world.session, ACT, given, world.item, "Gjort.")

    with pytest.raises(RuleBroken, match="redovisat"):
        told_as(world, assignments=())


def test_an_annex_with_a_file_stays(world: World, full: record.Item, tmp_path: Any) -> None:
    act = (world.session, ACT)
    file = File(b"%PDF-", t.DocumentKind.SOURCE, "p.pdf", "application/pdf")
    kept = keep_document(*act, file, exports=tmp_path, meeting=world.meeting)
    attach(*act, world.item, "Avtal", kind=t.AnnexKind.ANNEX, position=7, document=kept)

    told_as(world, annexes=("Ritning", "Avtal"))

    assert sorted(record_of(world, world.item).annexes) == ["Avtal", "Ritning"]
    with pytest.raises(RuleBroken, match="Bilagan Avtal har en fil"):
        told_as(world, annexes=("Ritning",))
