"""Adjusted minutes with a vote, and the actions that correct them, at work once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from minutes.actions import certifying, correcting
from minutes.actions.adjustments import adjust, elect_adjuster
from minutes.actions.attendance_rows import keep_rows
from minutes.actions.certifying import Certified, say
from minutes.actions.correcting import Wanted, propose_words
from minutes.actions.items import take_up_item, write_section
from minutes.actions.votes import hold_vote
from minutes.domain.adjustment import Signature
from minutes.domain.attendance import Attendance, Role
from minutes.domain.correcting import CertificationKind, CertificationMethod
from minutes.domain.persons import Person
from minutes.domain.sections import SectionKind
from minutes.domain.voting import Ballot, BallotChoice, Vote
from minutes.store import tables as t
from tests.actions.accounts import Call
from tests.actions.world import LATER, World, meeting_on
from tests.domain.people import BO, EVA

HELD, CERTIFIED = date(2026, 2, 24), date(2026, 3, 2)
TEXTS = {
    SectionKind.DECISION: "Avtalet sägs upp.",
    SectionKind.VOTE: "Omröstningen utfaller med 2 ja-röster och 0 nej-röster.",
    SectionKind.SUMMARY: "Avtalet är på 8 år, och dyrt, mycket dyrt.",
}
CAST = Vote(
    2,
    0,
    ballots=(Ballot("Eva Ek", "S", BallotChoice.YES), Ballot("Bo Alm", "M", BallotChoice.YES)),
    carried=True,
)
RECOUNTED = replace(
    CAST,
    yes=1,
    abstain=1,
    ballots=(CAST.ballots[0], replace(CAST.ballots[1], ballot=BallotChoice.ABSTAIN)),
)
SLIP = Wanted("Skrivfel.", is_slip=True)


@dataclass(frozen=True, slots=True)
class Minutes:
    """Minutes that are adjusted: the meeting, its §, the vote."""

    meeting: t.Meeting
    item: t.Item
    vote: t.Vote


def adjusted_minutes(world: World, held: date = HELD) -> Minutes:
    """Minutes of a meeting that Eva Ek led and Bo Alm adjusted, with a vote in its §."""
    session = world.session
    meeting = meeting_on(session, world.board, held)
    there = [Attendance("Eva Ek", "S", Role.CHAIR), Attendance("Bo Alm", "M", Role.MEMBER)]
    keep_rows(session, meeting, there, world.people)
    elect_adjuster(session, LATER, meeting, BO, people=world.people, position=0)
    item = take_up_item(session, LATER, meeting, "Avtalet", matters=[world.matter])
    for place, (kind, text) in enumerate(TEXTS.items()):
        heading = kind.value.capitalize()
        write_section(session, LATER, item, kind=kind, heading=heading, text=text, position=place)
    vote = hold_vote(session, LATER, item, CAST, questions=(), present=world.present, position=0)
    adjust(session, LATER, meeting, signed=(Signature("Eva Ek", "S", CERTIFIED),))
    return Minutes(meeting, item, vote)


def certified(who: Person, *, is_slip: bool = False) -> Certified:
    """That somebody certifies, on the day of these tests."""
    method = CertificationMethod.CODE
    return Certified(who, CertificationKind.CERTIFIED, CERTIFIED, method, is_slip)


def refused(who: Person, reason: str = "Jag minns inte.") -> Certified:
    """That somebody declines, and why."""
    return Certified(who, CertificationKind.REFUSED, CERTIFIED, reason=reason)


def retracted(who: Person) -> Certified:
    """That somebody takes back what they said."""
    return Certified(who, CertificationKind.RETRACTED, CERTIFIED)


def corrected(world: World) -> dict[str, Call]:
    """What happens when minutes are corrected."""
    here, made = (world.session, LATER), adjusted_minutes(world)
    words = propose_words(*here, made.item, "8 år", "9 år", Wanted("Skrivfel."))
    answered = propose_words(*here, made.item, "på 8", "om 8", Wanted("Skrivfel."))
    say(*here, answered, refused(BO))
    return {
        "proposed correction_proposal": partial(
            correcting.propose_words, *here, made.item, "dyrt, mycket", "dyrt och", SLIP
        ),
        "proposed figures of correction_proposal": partial(
            correcting.propose_vote, *here, made.item, made.vote, RECOUNTED, SLIP
        ),
        "withdrawn correction_proposal": partial(correcting.withdraw, *here, words),
        "certified correction_certification": partial(certifying.say, *here, words, certified(EVA)),
        "refused correction_certification": partial(certifying.say, *here, words, refused(EVA)),
        "retracted correction_certification": partial(
            certifying.say, *here, answered, retracted(BO)
        ),
    }
