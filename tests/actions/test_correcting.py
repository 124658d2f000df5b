"""Corrections: proposed, certified by those who adjusted, in effect beside the frozen text."""

from __future__ import annotations

import pytest
from sqlmodel import select

from minutes.actions.certifying import Certified, say
from minutes.actions.correcting import Wanted, propose_words, withdraw
from minutes.domain.correcting import CertificationKind, as_of
from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person
from minutes.domain.sections import SectionKind
from minutes.store import tables as t
from minutes.store.certifying import said_of
from minutes.store.correction_records import versions_of
from minutes.store.editions import edition_of
from minutes.store.records import protocol_of
from tests.actions.corrected import (
    CERTIFIED,
    Minutes,
    adjusted_minutes,
    certified,
    refused,
    retracted,
)
from tests.actions.world import LATER, World
from tests.domain.people import BO, EVA, LI

PLAIN = Wanted("Skrivfel.")


@pytest.fixture
def minutes(world: World) -> Minutes:
    """Minutes that are adjusted."""
    return adjusted_minutes(world)


def _words(world: World, minutes: Minutes, old: str = "8 år") -> t.CorrectionProposal:
    return propose_words(world.session, LATER, minutes.item, old, "9 år", PLAIN)


def _say(world: World, proposal: t.CorrectionProposal, *said: Certified) -> None:
    for one in said:
        say(world.session, LATER, proposal, one)


def test_a_correction_stands_when_chair_and_adjuster_have_certified_it(
    world: World, minutes: Minutes
) -> None:
    proposal = _words(world, minutes)
    _say(world, proposal, certified(EVA))
    assert protocol_of(world.session, minutes.meeting).items[0].corrections == ()

    _say(world, proposal, certified(BO))

    (made,) = protocol_of(world.session, minutes.meeting).items[0].corrections
    assert (made.old, made.new, made.reason) == ("8 år", "9 år", "Skrivfel.")
    assert made.certified_by == (EVA, BO)
    assert made.certified_on == (CERTIFIED.isoformat(),) * 2
    assert (made.stands_in, made.version) == (SectionKind.SUMMARY, 2)


def test_the_frozen_text_is_not_changed(world: World, minutes: Minutes) -> None:
    before = protocol_of(world.session, minutes.meeting).items[0].sections

    _say(world, _words(world, minutes), certified(EVA), certified(BO))

    assert protocol_of(world.session, minutes.meeting).items[0].sections == before


def test_a_correction_makes_a_new_version_and_the_old_one_tells_what_it_told(
    world: World, minutes: Minutes
) -> None:
    before = protocol_of(world.session, minutes.meeting)

    _say(world, _words(world, minutes), certified(EVA), certified(BO))

    after = protocol_of(world.session, minutes.meeting)
    versions = versions_of(world.session, minutes.meeting)
    assert [(one.number, one.since) for one in versions] == [(1, CERTIFIED), (2, CERTIFIED)]
    assert edition_of(world.session, minutes.meeting).version == 2
    assert as_of(after, 1) == before
    assert as_of(after, 2) == after


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        pytest.param([refused(BO)], {BO: "refused"}, id="one refuses"),
        pytest.param([certified(EVA), retracted(EVA)], {EVA: "retracted"}, id="taken back"),
        pytest.param([certified(EVA), certified(EVA)], {EVA: "certified"}, id="pressed twice"),
        pytest.param([certified(EVA), refused(EVA)], {EVA: "refused"}, id="changed their mind"),
    ],
)
def test_what_is_said_is_kept_and_the_last_word_counts(
    world: World, minutes: Minutes, said: list[Certified], kinds: dict[Person, str]
) -> None:
    proposal = _words(world, minutes)

    _say(world, proposal, *said)

    told = said_of(world.session, [proposal.id])[proposal.id]
    assert {who: row.kind.value for who, row in told.items()} == kinds
    rows = world.session.exec(
        select(t.CorrectionCertification).where(
            t.CorrectionCertification.proposal_id == proposal.id
        )
    ).all()
    assert len(rows) == len({(one.who, one.kind) for one in said})


def test_one_who_refused_may_certify_after_all(world: World, minutes: Minutes) -> None:
    proposal = _words(world, minutes)

    _say(world, proposal, certified(EVA), refused(BO), certified(BO))

    assert len(protocol_of(world.session, minutes.meeting).items[0].corrections) == 1


def test_a_proposal_is_withdrawn_before_the_last_has_certified(
    world: World, minutes: Minutes
) -> None:
    proposal = _words(world, minutes)
    _say(world, proposal, certified(EVA))

    withdraw(world.session, LATER, proposal)

    with pytest.raises(RuleBroken, match="återtagen"):
        _say(world, proposal, certified(BO))


def test_what_stands_is_neither_withdrawn_nor_taken_back(world: World, minutes: Minutes) -> None:
    proposal = _words(world, minutes)
    _say(world, proposal, certified(EVA), certified(BO))

    with pytest.raises(RuleBroken, match="gäller"):
        withdraw(world.session, LATER, proposal)
    with pytest.raises(RuleBroken, match="gäller"):
        _say(world, proposal, retracted(BO))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        pytest.param(certified(LI), "av dem som justerade", id="one who is not asked"),
        pytest.param(refused(BO, " "), "Skriv varför", id="a refusal without a reason"),
        pytest.param(retracted(BO), "inget att ta tillbaka", id="nothing was said"),
    ],
)
def test_what_cannot_be_said_of_a_correction_is_refused(
    world: World, minutes: Minutes, said: Certified, sentence: str
) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        _say(world, _words(world, minutes), said)


def test_every_kind_of_word_is_tried_here() -> None:
    kinds = {one.kind for one in (certified(EVA), refused(EVA), retracted(EVA))}

    assert kinds == set(CertificationKind)
