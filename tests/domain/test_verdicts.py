"""Verdicts: who has signed, who has refused what, and on which day the minutes are adjusted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from minutes.domain.adjustment import SignerRole
from minutes.domain.errors import RuleBroken
from minutes.domain.verdicts import (
    Asked,
    Tally,
    Verdict,
    VerdictKind,
    may_refuse,
    may_retract,
    may_sign,
    require_settles,
)
from tests.domain.people import BO, EVA, LI

MEETING, FIRST, LAST = date(2014, 12, 9), date(2014, 12, 15), date(2014, 12, 16)
WRITER, CHAIR, ADJUSTER = 0, 1, 2
SENT = Tally(
    (228, 229),
    (
        Asked(WRITER, SignerRole.SECRETARY, LI, expected=False),
        Asked(CHAIR, SignerRole.CHAIR, EVA),
        Asked(ADJUSTER, SignerRole.ADJUSTER, BO),
    ),
)


def signed(who: int, on: date = FIRST, item: int | None = None) -> Verdict:
    return Verdict(who, item, VerdictKind.SIGNED, on)


def refused(who: int, item: int, on: date = FIRST) -> Verdict:
    return Verdict(who, item, VerdictKind.REFUSED, on, "Beslutet återges inte rätt.")


def retracted(who: int, item: int) -> Verdict:
    return Verdict(who, item, VerdictKind.RETRACTED, FIRST)


def after(*said: Verdict) -> Tally:
    return replace(SENT, said=said)


@pytest.mark.parametrize(
    ("said", "adjusted"),
    [
        pytest.param([], None, id="nobody has signed"),
        pytest.param([signed(CHAIR)], None, id="one of two has signed"),
        pytest.param([signed(CHAIR), signed(ADJUSTER, LAST)], LAST, id="the last of two, R72"),
        pytest.param([signed(CHAIR, LAST), signed(ADJUSTER)], LAST, id="in whatever order"),
        pytest.param([signed(WRITER), signed(CHAIR)], None, id="the secretary stands for nobody"),
        pytest.param(
            [signed(CHAIR), signed(ADJUSTER), signed(WRITER, LAST)], FIRST, id="nor delays it"
        ),
        pytest.param(
            [signed(CHAIR), refused(ADJUSTER, 229), signed(ADJUSTER)], None, id="a § is refused"
        ),
        pytest.param(
            [signed(CHAIR), signed(ADJUSTER), refused(ADJUSTER, 229)], None, id="refused later"
        ),
        pytest.param(
            [
                *(signed(CHAIR), refused(ADJUSTER, 229), signed(ADJUSTER)),
                signed(ADJUSTER, LAST, 229),
            ],
            LAST,
            id="who refused signs it after all",
        ),
        pytest.param(
            [refused(ADJUSTER, 229), retracted(ADJUSTER, 229), signed(ADJUSTER), signed(CHAIR)],
            FIRST,
            id="the refusal was taken back",
        ),
    ],
)
def test_minutes_are_adjusted_when_the_last_has_signed(
    said: list[Verdict], adjusted: date | None
) -> None:
    assert after(*said).adjusted_on == adjusted


def test_a_later_paragraph_settles_what_was_refused() -> None:
    tally = after(signed(CHAIR), refused(ADJUSTER, 229), signed(ADJUSTER))
    later = LAST + timedelta(days=30)

    settled = replace(tally, settled=((229, later),))

    assert tally.unsettled == (refused(ADJUSTER, 229),)
    assert settled.unsettled == ()
    assert settled.refusals == tally.refusals
    assert settled.adjusted_on == later


def test_a_refusal_does_not_make_the_others_wait_for_one_who_refused() -> None:
    tally = after(refused(ADJUSTER, 228))

    assert tally.open_to(ADJUSTER) == (229,)
    assert [one.person for one in tally.waiting] == [EVA, BO]


def test_all_paragraphs_refused_leave_nothing_to_wait_for() -> None:
    tally = after(signed(CHAIR), refused(ADJUSTER, 228), refused(ADJUSTER, 229))

    assert tally.waiting == ()
    assert tally.adjusted_on is None


def test_pressing_twice_says_nothing_new() -> None:
    tally = after(refused(CHAIR, 228), signed(ADJUSTER))

    assert not may_sign(tally, ADJUSTER)
    assert not may_refuse(tally, CHAIR, 228, "Beslutet återges inte rätt.")
    assert may_refuse(tally, CHAIR, 228, "Reservationen saknas.")
    assert not may_retract(tally, ADJUSTER, 228)


def test_what_was_refused_is_signed_by_itself_afterwards() -> None:
    tally = after(refused(CHAIR, 228), signed(CHAIR))

    assert may_sign(tally, CHAIR, 228)
    assert not may_sign(tally, CHAIR, 229)


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        pytest.param(lambda: may_sign(SENT, 9), "inte sänd till dig", id="who was not asked"),
        pytest.param(
            lambda: may_refuse(SENT, CHAIR, 7, "Fel."), "hör inte till", id="a § of elsewhere"
        ),
        pytest.param(lambda: may_refuse(SENT, CHAIR, 228, " "), "skälet", id="no reason"),
        pytest.param(
            lambda: may_refuse(SENT, WRITER, 228, "Fel."), "Ta tillbaka", id="the secretary refuses"
        ),
        pytest.param(
            lambda: may_retract(after(refused(CHAIR, 228), signed(CHAIR)), CHAIR, 228),
            "Underteckna även § 228",
            id="a refusal is not taken back behind a signature",
        ),
        pytest.param(
            lambda: may_sign(SENT, CHAIR, 228), "i sin helhet", id="one § before the others"
        ),
        pytest.param(
            lambda: require_settles(SENT, 228, held_on=MEETING, settled_on=LAST),
            "inte vägrad",
            id="what nobody refused",
        ),
        pytest.param(
            lambda: require_settles(
                after(refused(CHAIR, 228)), 228, held_on=MEETING, settled_on=MEETING
            ),
            "senare sammanträde",
            id="settled at the same meeting",
        ),
    ],
)
def test_what_cannot_be_said_is_refused(ask: object, words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        ask()  # type: ignore[operator]  # each asks one of the rules
