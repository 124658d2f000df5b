"""What may be corrected after adjustment, and who certifies it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes.domain.attendance import Attendance, Role
from minutes.domain.correcting import (
    CertificationKind,
    Proposed,
    certifiers,
    is_certified,
    require_certification,
    require_proposal,
    section_with,
)
from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person
from minutes.domain.sections import Section, SectionKind
from tests.domain.people import BO, EVA, LI

TEXT, DECISION, VOTE = SectionKind.SUMMARY, SectionKind.DECISION, SectionKind.VOTE
SLIP = Proposed(TEXT, "8 år", "9 år", "Skrivfel.")
SECTIONS = (
    Section(DECISION, "Beslut", "Avtalet är på 8 år."),
    Section(TEXT, "Sammanfattning", "Avtalet är dyrt, mycket dyrt."),
)


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        pytest.param(replace(SLIP, new=" "), "vad orden ska rättas till", id="no new words"),
        pytest.param(replace(SLIP, new="8 år"), "desamma", id="the same words"),
        pytest.param(replace(SLIP, reason=""), "varför", id="no reason"),
        pytest.param(replace(SLIP, stands_in=DECISION), "ändrar ett beslut", id="a decision"),
        pytest.param(replace(SLIP, stands_in=VOTE), "ändrar ett beslut", id="a vote"),
    ],
)
def test_what_is_no_correction_is_refused(one: Proposed, sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        require_proposal(one)


@pytest.mark.parametrize(
    "one",
    [
        pytest.param(SLIP, id="text"),
        pytest.param(replace(SLIP, stands_in=DECISION, is_slip=True), id="an obvious slip"),
        pytest.param(replace(SLIP, stands_in=DECISION, decided_anew=True), id="decided anew"),
    ],
)
def test_slips_and_what_is_decided_anew_may_be_corrected(one: Proposed) -> None:
    require_proposal(one)


@pytest.mark.parametrize(
    ("stands_in", "decided_anew", "is_slip", "is_refused"),
    [
        pytest.param(TEXT, False, False, False, id="text"),
        pytest.param(DECISION, False, False, True, id="a decision that is not called a slip"),
        pytest.param(DECISION, False, True, False, id="a decision that is called a slip"),
        pytest.param(DECISION, True, False, False, id="a decision that was made anew"),
    ],
)
def test_each_who_certifies_a_change_of_a_decision_calls_it_a_slip(
    stands_in: SectionKind, decided_anew: bool, is_slip: bool, is_refused: bool
) -> None:
    one = replace(SLIP, stands_in=stands_in, decided_anew=decided_anew, is_slip=True)
    try:
        require_certification(one, is_slip=is_slip)
    except RuleBroken:
        assert is_refused
    else:
        assert not is_refused


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param("", "Skriv de ord", id="none"),
        pytest.param("9 år", "står inte i paragrafen", id="not there"),
        pytest.param("dyrt", "flera ställen", id="twice in a text"),
        pytest.param("Avtalet är", "flera ställen", id="in two texts"),
    ],
)
def test_the_words_to_correct_stand_once_in_the_paragraph(words: str, sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        section_with(SECTIONS, words)


def test_the_words_tell_in_which_section_they_are_corrected() -> None:
    assert section_with(SECTIONS, "8 år").kind is DECISION


def test_the_chair_and_the_adjusters_certify_and_not_the_secretary() -> None:
    there = [
        Attendance("Eva Ek", "S", Role.CHAIR),
        Attendance("Åsa Lind", None, Role.SECRETARY, serves=False),
    ]

    assert certifiers(there, [BO]) == (EVA, BO)


@pytest.mark.parametrize(
    ("said", "is_done"),
    [
        pytest.param({}, False, id="nobody yet"),
        pytest.param({EVA: "certified"}, False, id="one of two"),
        pytest.param({EVA: "certified", BO: "refused"}, False, id="one refuses"),
        pytest.param({EVA: "certified", BO: "retracted"}, False, id="one has taken it back"),
        pytest.param({EVA: "certified", BO: "certified"}, True, id="both"),
        pytest.param({EVA: "certified", LI: "certified"}, False, id="one who is not asked"),
    ],
)
def test_a_correction_is_certified_when_all_have(said: dict[Person, str], is_done: bool) -> None:
    kinds = {who: CertificationKind(kind) for who, kind in said.items()}

    assert is_certified((EVA, BO), kinds) is is_done


def test_a_correction_that_nobody_can_certify_never_is() -> None:
    assert not is_certified((), {})
