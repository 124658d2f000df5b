"""Reservations and notes are entered; members step aside."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlmodel import col, select

from minutes.actions.columns import Present
from minutes.actions.dissent import (
    disqualify,
    enter_note,
    enter_reservation,
    receive_motivation,
    stand_aside,
)
from minutes.domain.disqualifications import Disqualification
from minutes.domain.errors import RuleBroken
from minutes.domain.notes import Note, NoteKind
from minutes.domain.persons import Person
from minutes.domain.reservations import Reservation
from minutes.store import tables as t
from tests.actions.world import ACT, LATER, World
from tests.domain.people import BO, EVA, GROUP, LI

AGAINST = Reservation("Bo Alm", "M", 2, "eget förslag", "Kostnaden borde redovisas.")


def _reserve(world: World, entered: Reservation, present: Present) -> t.Reservation:
    return enter_reservation(world.session, ACT, world.item, entered, present=present, position=0)


def test_a_reservation_is_kept_with_its_point_and_motivation(world: World) -> None:
    row = _reserve(world, AGAINST, world.present)

    assert (row.name, row.party, row.person_id) == ("Bo Alm", "M", world.people[BO].id)
    assert (row.point, row.in_favour_of) == (2, "eget förslag")
    assert row.motivation == "Kostnaden borde redovisas."
    assert (row.notified_at, row.received_at) == (ACT.at, ACT.at)


def test_a_motivation_may_come_after_the_reservation_once(world: World) -> None:
    row = _reserve(world, replace(AGAINST, motivation=""), world.present)
    assert (row.notified_at, row.received_at) == (ACT.at, None)

    receive_motivation(world.session, LATER, row, "Kostnaden borde redovisas.\n")

    assert (row.motivation, row.received_at) == ("Kostnaden borde redovisas.", LATER.at)
    assert row.notified_at == ACT.at
    with pytest.raises(RuleBroken, match="har redan en motivering"):
        receive_motivation(world.session, LATER, row, "En annan.")


def test_when_an_imported_reservation_was_notified_is_not_known(world: World) -> None:
    assert _reserve(world, AGAINST, Present(world.people)).notified_at is None


def test_a_group_may_reserve_itself(world: World) -> None:
    row = _reserve(world, Reservation(None, "KD"), world.present)

    assert (row.name, row.party, row.person_id) == (None, "KD", None)


@pytest.mark.parametrize(
    ("stood_aside", "who", "says"),
    [
        pytest.param(
            (), LI, "Li Öst tjänstgör inte i den här paragrafen", id="one who does not serve"
        ),
        pytest.param((BO,), BO, "Bo Alm deltog inte i beslutet", id="one who stood aside"),
    ],
)
def test_only_one_who_took_part_reserves(
    world: World, stood_aside: tuple[Person, ...], who: Person, says: str
) -> None:
    present = Present(world.people, (EVA, BO), stood_aside)
    before = len(world.history())

    with pytest.raises(RuleBroken) as refused:
        _reserve(world, Reservation(who.name, who.party), present)

    assert refused.value.sentence.startswith(says)
    assert len(world.history()) == before


@pytest.mark.parametrize("kind", NoteKind)
def test_a_note_is_kept_with_its_kind_and_authors(world: World, kind: NoteKind) -> None:
    entered = Note("Särskilt yttrande", (LI, EVA), None, "Vi ville mer.", kind)

    row = enter_note(world.session, ACT, world.item, entered, people=world.people, position=0)

    of_it = select(t.NoteAuthor).where(t.NoteAuthor.note_id == row.id)
    authors = world.session.exec(of_it.order_by(col(t.NoteAuthor.position))).all()
    assert (row.kind, row.heading, row.text) == (kind, "Särskilt yttrande", "Vi ville mer.")
    assert [(a.name, a.party) for a in authors] == [("Li Öst", "C"), ("Eva Ek", "S")]
    assert [a.person_id for a in authors] == [world.people[LI].id, world.people[EVA].id]


def test_a_note_of_a_group_has_no_authors(world: World) -> None:
    entered = Note("Protokollsanteckning", (), "KD", "Vi hade deltagit.")

    row = enter_note(world.session, ACT, world.item, entered, people={}, position=0)

    assert row.group_party == "KD"
    of_it = select(t.NoteAuthor).where(t.NoteAuthor.note_id == row.id)
    assert world.session.exec(of_it).all() == []


def test_who_is_disqualified_stands_with_who_came_instead(world: World) -> None:
    who = Disqualification("Eva Ek", "S", "närstående", replaced_by=LI, chaired_by=BO)

    row = disqualify(world.session, ACT, world.item, who, people=world.people, position=0)

    assert (row.name, row.party, row.ground) == ("Eva Ek", "S", "närstående")
    assert (row.replaced_by_name, row.replaced_by_party) == ("Li Öst", "C")
    assert (row.chaired_by_name, row.chaired_by_party) == ("Bo Alm", "M")


def test_a_member_or_a_whole_group_stands_aside(world: World) -> None:
    one, group = (
        stand_aside(world.session, ACT, world.item, who, people=world.people, position=n)
        for n, who in enumerate([BO, GROUP])
    )

    assert (one.name, one.party, one.person_id) == ("Bo Alm", "M", world.people[BO].id)
    assert (group.name, group.party, group.person_id) == (None, "KD", None)


def test_one_who_voted_for_neither_does_not_reserve_themselves(world: World) -> None:
    present = replace(world.present, abstained=(BO,))

    with pytest.raises(RuleBroken, match="Bo Alm deltog inte i beslutet"):
        _reserve(world, AGAINST, present)
