"""The lists of an item: recipients, decision basis, annexes in their order."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes.actions.enclosures import attach, keep_document
from minutes.actions.lists import annexes_in, move_annex, set_recipients, set_titles
from minutes.domain.errors import Outdated, RuleBroken
from minutes.store.tables import AnnexKind
from tests.actions.planned import SUMMONS
from tests.actions.world import LATER, World

BASIS = AnnexKind.DECISION_BASIS


def test_a_paper_that_stays_in_the_list_keeps_its_file(world: World, tmp_path: Path) -> None:
    file = keep_document(world.session, LATER, SUMMONS, exports=tmp_path, meeting=world.meeting)
    attach(world.session, LATER, world.item, "Kalkyl", kind=BASIS, position=0, document=file)

    set_titles(world.session, LATER, world.item, BASIS, ["Karta", "Kalkyl"])

    rows = annexes_in(world.session, world.item.id, BASIS)
    assert [(row.title, row.document_id) for row in rows] == [("Karta", None), ("Kalkyl", file.id)]


@pytest.mark.parametrize(
    ("titles", "order"),
    [("ac", "aBc"), ("c", "Bc"), ("a", "aB"), ("axc", "aBxc"), ("xc", "xBc"), ("", "B")],
    ids=["the same", "first out", "last out", "one between", "another first", "all out"],
)
def test_an_annex_with_a_file_stays_where_it_is(
    world: World, tmp_path: Path, titles: str, order: str
) -> None:
    file = keep_document(world.session, LATER, SUMMONS, exports=tmp_path, meeting=world.meeting)
    here, kind = (world.session, LATER, world.item), AnnexKind.ANNEX
    for n, title in enumerate("aBc"):
        attach(*here, title, kind=kind, position=n, document=file if title == "B" else None)

    set_titles(*here, kind, list(titles), seen=["a", "c"])

    rows = annexes_in(world.session, world.item.id, kind)
    assert "".join(row.title for row in rows) == order
    assert [row.title for row in rows if row.document_id] == ["B"]


def test_a_list_that_another_has_changed_is_refused(world: World) -> None:
    set_titles(world.session, LATER, world.item, AnnexKind.REFERENCE, ["Budget"])

    with pytest.raises(Outdated):
        set_titles(world.session, LATER, world.item, AnnexKind.REFERENCE, ["Plan"], seen=[])


def test_the_same_file_of_a_meeting_is_kept_once(world: World, tmp_path: Path) -> None:
    kept = [
        keep_document(world.session, LATER, SUMMONS, exports=tmp_path, meeting=world.meeting)
        for _ in range(2)
    ]

    assert kept[0].id == kept[1].id


def test_the_same_list_leaves_no_entry(world: World) -> None:
    set_recipients(world.session, LATER, world.item, ["Kansliet"])
    entries = len(world.history())

    set_recipients(world.session, LATER, world.item, ["Kansliet"])

    assert len(world.history()) == entries


@pytest.mark.parametrize("names", [["a" * 501], ["a\nb"], ["a"] * 101], ids=["long", "two", "many"])
def test_a_list_that_cannot_be_printed_is_refused(world: World, names: list[str]) -> None:
    with pytest.raises(RuleBroken):
        set_recipients(world.session, LATER, world.item, names)


@pytest.mark.parametrize(
    ("steps", "order"), [(-1, "bac"), (1, "acb"), (9, "acb"), (-9, "bac")], ids=str
)
def test_an_annex_is_moved_as_far_as_there_is_room(world: World, steps: int, order: str) -> None:
    here = (world.session, LATER, world.item)
    annexes = [attach(*here, one, kind=BASIS, position=n) for n, one in enumerate("abc")]

    move_annex(world.session, LATER, annexes[1], steps)

    rows = annexes_in(world.session, world.item.id, BASIS)
    assert "".join(row.title for row in rows) == order
