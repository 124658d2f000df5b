"""Matters are opened, items taken up, and their prose written and revised."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from sqlmodel import col, select

from minutes.actions.bodies import establish_body, found_organisation
from minutes.actions.items import open_matter, revise_text, take_up_item, write_section
from minutes.domain.bodies import BodyKind
from minutes.domain.errors import RuleBroken
from minutes.domain.sections import SectionKind
from minutes.domain.texts import LONGEST_TEXT
from minutes.store.tables import ItemMatter, Matter, TextRevision
from tests.actions.world import ACT, LATER, World, meeting_on

FIRST_WORDS = "Resultatet är bättre än väntat."


def _numbers(world: World, day: date, count: int = 1) -> list[int]:
    meeting = meeting_on(world.session, world.board, day)
    return [take_up_item(world.session, ACT, meeting, "Val").number for _ in range(count)]


def test_items_are_numbered_through_the_year_over_meetings(world: World) -> None:
    assert world.item.number == 1
    assert _numbers(world, date(2026, 4, 8), 2) == [2, 3]
    assert _numbers(world, date(2026, 12, 9)) == [4]


def test_numbers_begin_anew_with_the_year(world: World) -> None:
    assert _numbers(world, date(2027, 1, 13)) == [1]
    assert _numbers(world, date(2026, 12, 9)) == [2]


def test_each_body_has_numbers_of_its_own(world: World) -> None:
    kind = BodyKind.COMMITTEE
    other = establish_body(world.session, ACT, world.organisation, "Patientnämnden", kind=kind)
    meeting = meeting_on(world.session, other, world.meeting.held_on)

    assert take_up_item(world.session, ACT, meeting, "Val").number == 1


def test_a_number_that_is_given_is_kept_and_counted_from(world: World) -> None:
    given = take_up_item(world.session, ACT, world.meeting, "Val", number=170)
    after = take_up_item(world.session, ACT, world.meeting, "Val")

    assert (given.number, after.number) == (170, 171)
    assert [world.item.position, given.position, after.position] == [0, 1, 2]


def test_an_item_treats_its_matters_in_order(world: World) -> None:
    other = open_matter(world.session, ACT, world.organisation, "0001-2026", "Budget")

    item = take_up_item(world.session, ACT, world.meeting, "Två", matters=[other, world.matter])

    treated = select(ItemMatter.matter_id).where(ItemMatter.item_id == item.id)
    ids = world.session.exec(treated.order_by(col(ItemMatter.position))).all()
    assert ids == [other.id, world.matter.id]


@pytest.mark.parametrize(
    ("dnr", "slug"),
    [
        pytest.param("0013-2026", "0013-2026", id="a number of its own"),
        pytest.param("RS/2026:17", "rs-2026-17", id="kept as written, its address readable"),
        pytest.param("0012/2026", "0012-2026-2", id="written otherwise than one we have"),
    ],
)
def test_a_matter_keeps_its_reference_number(world: World, dnr: str, slug: str) -> None:
    matter = open_matter(world.session, ACT, world.organisation, dnr, "Ärende")

    assert (matter.dnr, matter.slug) == (dnr, slug)


def test_another_organisation_may_have_the_same_reference_number(world: World) -> None:
    other = found_organisation(world.session, ACT, "Region Fjällmark")

    theirs = open_matter(world.session, ACT, other, "0012-2026", "Ärende")

    slugs = world.session.exec(select(Matter.slug).where(Matter.dnr == "0012-2026")).all()
    assert theirs.slug in slugs
    assert len(set(slugs)) == len(slugs) > 1, "each has an address of its own"


def _texts(world: World) -> list[tuple[int, str, str]]:
    """Every wording of the section, with its number and who wrote it."""
    of_section = select(TextRevision).where(TextRevision.section_id == world.section.id)
    rows = world.session.exec(of_section.order_by(col(TextRevision.number)))
    return [(row.number, row.text, row.written_by) for row in rows]


def test_a_text_is_revised_and_never_overwritten(world: World) -> None:
    revise_text(world.session, LATER, world.section, "Resultatet är sämre.")
    revise_text(world.session, ACT, world.section, FIRST_WORDS)

    assert _texts(world) == [
        (1, FIRST_WORDS, "Åsa Lind"),
        (2, "Resultatet är sämre.", "Örjan Ek"),
        (3, FIRST_WORDS, "Åsa Lind"),
    ]
    assert world.section.revision == 3


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(FIRST_WORDS, id="the same words"),
        pytest.param(f"{FIRST_WORDS}  \n\n", id="but for space at the ends"),
        pytest.param(FIRST_WORDS.replace("ä", "a\u0308"), id="written with other code points"),
    ],
)
def test_the_same_words_make_no_revision(world: World, text: str) -> None:
    before = len(world.history())

    revise_text(world.session, LATER, world.section, text)

    assert len(_texts(world)) == world.section.revision == 1
    assert len(world.history()) == before


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("Noll\x00tecken", "innehåller ett osynligt styrtecken (U+0000)", id="control"),
        pytest.param("a" * (LONGEST_TEXT + 1), "är längre än 200000 tecken", id="too long"),
    ],
)
def test_a_text_that_cannot_be_printed_is_refused(world: World, text: str, why: str) -> None:
    before = len(world.history())

    with pytest.raises(RuleBroken) as revised:
        revise_text(world.session, LATER, world.section, text)
    write = partial(write_section, kind=SectionKind.OTHER, heading="Övrigt", position=1)
    with pytest.raises(RuleBroken) as written:
        write(world.session, ACT, world.item, text=text)

    assert revised.value.sentence.startswith(f"Avsnittet ”Sammanfattning” {why}")
    assert written.value.sentence.startswith(f"Avsnittet ”Övrigt” {why}")
    assert len(world.history()) == before
