"""Whatever may lawfully happen to an item passes the audit without a gap."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes.domain.attendance import Interval, Role
from minutes.domain.audit import gaps_in
from minutes.domain.disqualifications import Disqualification
from minutes.domain.persons import CHAIR, Person
from minutes.domain.proposals import Proposal
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind
from minutes.domain.reservations import Reservation
from tests.domain.audited import (
    ANN,
    CLOSED,
    COUNTER,
    OF_BO,
    PER,
    QUESTION,
    REFER,
    REFERRED,
    RUT,
    SERVING,
    TIE,
    VOTE,
    C,
    Changes,
    K,
    ballots,
    found_in,
    present,
    with_seats,
)
from tests.domain.people import BO, EVA, LI, MAX

_LIS = Proposal((LI,), K.COUNTER, text="avskaffa avgiften.")
_OF_LI = Option("Li Öst", OptionKind.PROPOSAL)
_THREE = Question(QuestionKind.EACH, (BASE, OF_BO, _OF_LI), 0)
_CHOOSES = replace(
    VOTE, preliminary=True, yes_means="bifall till Bo Alms förslag",
    no_means="bifall till Li Östs förslag",
)  # fmt: skip
_FALLS = replace(
    VOTE, yes=1, no=4, question=0, carried=False,
    ballots=(*ballots(C.YES, MAX), *ballots(C.NO, EVA, BO, LI, ANN)),
    yes_means="återremiss", no_means="att ärendet avgörs i dag",
)  # fmt: skip
_WITHOUT_EVA = replace(VOTE, ballots=(*ballots(C.YES, RUT, ANN, LI), *ballots(C.NO, BO, MAX)))
_NOMINEES = (
    Proposal((BO,), K.OTHER, text="Per By väljs."),
    Proposal((LI,), K.OTHER, text="Rut Ås väljs."),
)
_RUT_FOR_EVA = present(RUT, Role.SUBSTITUTE, serves_for=EVA, intervals=(Interval(12, 12),))

HANDLINGS = (
    pytest.param(
         {"proposals": (COUNTER, _LIS), "questions": (_THREE,), "votes": (_CHOOSES, VOTE)},
         id="three proposals and a preliminary vote, KL 5:53"),
    pytest.param(
         {"proposals": (REFER, COUNTER),
          "questions": (replace(REFERRED, carried=None), QUESTION),
          "votes": (_FALLS, replace(VOTE, question=1))},
         id="a referral back that falls, KL 6:33"),
    pytest.param(
         {"votes": (TIE,), "reservations": (Reservation("Bo Alm", "M"),)},
         id="a tie and a casting vote, KL 5:56"),
    pytest.param(
         {"title": "Val av ombud", "proposals": _NOMINEES, "reservations": (),
          "questions": (Question(QuestionKind.AGAINST, (OF_BO, _OF_LI), 0),),
          "votes": (replace(CLOSED, yes=2, no=2, abstain=1, lot=True),)},
         id="an election by lot, KL 5:56"),
    pytest.param(
         {"disqualified": (Disqualification("Eva Ek", "S", "ägare", RUT, BO),),
          "proposals": (COUNTER, Proposal((RUT,), K.APPROVE)), "votes": (_WITHOUT_EVA,),
          "context": with_seats(*SERVING, _RUT_FOR_EVA)},
         id="a disqualified chair, KL 6:30"),
    pytest.param(
         {"context": with_seats(
             *SERVING[:4],
             present(ANN, intervals=(Interval(12, None),)),
             present(PER, Role.SUBSTITUTE, serves_for=ANN, intervals=(Interval(None, 11),)))},
         id="a late arrival, a substitute until then, KL 5:18"),
    pytest.param(
         {"proposals": (Proposal((CHAIR,), K.COUNTER, text="avvakta."),
                        Proposal((Person(None, "V"),), K.ADD, text="följa upp.")),
          "questions": (
              Question(QuestionKind.AGAINST, (BASE, Option(CHAIR.name, OptionKind.PROPOSAL)), 0),
              Question(QuestionKind.SINGLE, (Option(None, OptionKind.ADD),), 0)),
          "votes": ()},
         id="the chair's own proposal, and a group's, KL 5:67"),
    pytest.param(
         {"reservations": (Reservation(None, "V"),)},
         id="a reservation by a group, KL 4:27"),
)  # fmt: skip


@pytest.mark.parametrize("told", HANDLINGS)
def test_what_may_lawfully_happen_has_no_gap(told: Changes) -> None:
    assert [one.text for one in gaps_in(found_in(told))] == []
