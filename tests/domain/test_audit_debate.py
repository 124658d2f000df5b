"""The audit on proposals, the chair's questions, and votes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from minutes.domain.bodies import BodyKind
from minutes.domain.disqualifications import Disqualification
from minutes.domain.notes import Note, NoteKind
from minutes.domain.persons import CHAIR, Person
from minutes.domain.proposals import Proposal
from minutes.domain.questions import Option, OptionKind, Question, QuestionKind
from tests.domain.audited import (
    BALLOTS,
    CLOSED,
    COUNTER,
    QUESTION,
    REFER,
    REFERRED,
    STRANGER,
    TIE,
    VOTE,
    C,
    Changes,
    K,
    ballots,
    case,
    found_in,
    of_rule,
)
from tests.domain.people import BO, EVA, LI, MAX

_BARE = {"votes": (), "reservations": ()}
_ADD = Proposal((LI,), K.ADD, text="redovisa följderna.")
_ADDED = Question(QuestionKind.SINGLE, (Option("Li Öst", OptionKind.ADD),), 0)
_FELL = replace(REFERRED, carried=None)
_ELECTION = {"elections": [12]}
_ASSEMBLY = {"kind": BodyKind.ASSEMBLY}
_LOT = replace(CLOSED, yes=2, no=2, abstain=1, lot=True)
_BACK = {"proposals": (REFER,), "questions": (REFERRED,), "referred_back": True}


def _voted(**told: Any) -> Changes:
    return {"votes": (replace(VOTE, **told),)}


def _on(yes: int, no: int, **told: Any) -> Changes:
    """A vote on referring back, with ballots that agree."""
    everybody = [EVA, LI, BO, MAX, Person("Ann Dahl", "S")]
    cast = (*ballots(C.YES, *everybody[:yes]), *ballots(C.NO, *everybody[yes : yes + no]))
    return {**_BACK, "votes": (replace(VOTE, yes=yes, no=no, ballots=cast, **told),)}


PROPOSALS = (
    case("proposal_has_a_mover", "gap", "KL 5:67",
         {"proposals": (replace(COUNTER, by=()),)},
         {"proposals": (replace(COUNTER, by=(CHAIR,)),)}),
    case("answered_proposal_stands", "gap", "KL 5:67: what is seconded was never put",
         {"proposals": (COUNTER, Proposal((LI,), K.COUNTER, supports="Max Ruiz"))},
         {"proposals": (COUNTER, Proposal((LI,), K.COUNTER, supports="Bo Alm"))}),
    case("answered_proposal_stands", "gap", "KL 5:67: what is opposed was withdrawn",
         {"proposals": (replace(COUNTER, withdrawn=True),
                        Proposal((LI,), K.REJECT, against="Bo Alm"))},
         {"proposals": (COUNTER, Proposal((LI,), K.REJECT, against="Bo Alm"))}),
    case("proposal_has_words", "gap", "KL 5:67",
         {"proposals": (replace(COUNTER, text=" "),)}, {"proposals": (Proposal((BO,), K.REJECT),)}),
    case("proposal_is_put", "gap", "KL 5:67 point 2: an addition is left out",
         {"proposals": (COUNTER, _ADD)},
         {"proposals": (COUNTER, _ADD), "questions": (QUESTION, _ADDED)}),
    case("proposal_is_put", "gap", "KL 5:67 point 2: an addition falls with what it is added to",
         {**_BARE, "proposals": (COUNTER, _ADD)},
         {**_BARE, "proposals": (COUNTER, _ADD), "questions": (replace(QUESTION, carried=1),)}),
    case("proposal_is_put", "gap", "KL 5:53: the matter waits where it is postponed",
         {"proposals": (REFER, COUNTER), "questions": (_FELL,)},
         {**_BACK, "proposals": (REFER, COUNTER)}),
    case("proposal_is_put", "gap", "KL 5:53: what is in the second place waits for the first",
         {"proposals": (COUNTER, Proposal((MAX,), K.ADD, text="x"))},
         {"proposals": (COUNTER, Proposal((MAX,), K.ADD, 2, text="x"))}),
    case("order_of_questions_is_told", "gap", "KL 5:67 point 2",
         {**_BARE, "questions": ()},
         {**_BARE, "questions": (), "proposals": (Proposal((EVA,), K.APPROVE, supports="X"),)}),
    case("order_of_questions_is_told", "hint", "practice: a nominee alone",
         {**_BARE, "questions": (), "dnr": (), "proposals": (replace(COUNTER, kind=K.OTHER),)},
         {**_BARE, "questions": (), "proposals": ()}),
    case("order_of_questions_is_told", "hint", "KL 5:54: elections are by ballot papers",
         {**_BARE, "questions": (), "context": _ELECTION},
         {**_BARE, "questions": (), "context": _ELECTION, "votes": (CLOSED,)}),
    case("loser_reserves", "hint", "practice", {"reservations": ()}, {}),
    case("loser_reserves", "hint", "practice: the vote says who lost",
         _voted(carried=False) | {"questions": (replace(QUESTION, carried=1),), "reservations": (),
                                  "votes": (VOTE,)},
         {"reservations": (), "questions": (replace(QUESTION, carried=1),), "votes": ()}),
    case("finding_is_told", "gap", "KL 5:53",
         {"questions": (replace(QUESTION, carried=None),)},
         {"questions": (_FELL,), "proposals": (REFER,)}),
    case("question_is_about_what_was_moved", "gap", "KL 5:67 point 1",
         {"proposals": ()}, {"proposals": (COUNTER,)}),
    case("formal_questions_come_first", "hint", "practice",
         {"proposals": (COUNTER, REFER), "questions": (QUESTION, _FELL)},
         {"proposals": (COUNTER, REFER), "questions": (_FELL, QUESTION)}),
    case("additions_come_last", "hint", "practice",
         {"proposals": (COUNTER, _ADD), "questions": (_ADDED, QUESTION)},
         {"proposals": (COUNTER, _ADD), "questions": (QUESTION, _ADDED)}),
    case("item_ends_as_was_found", "gap", "KL 5:67: found to go back, but decided",
         {**_BACK, **_BARE, "referred_back": False}, {**_BACK, **_BARE}),
    case("item_ends_as_was_found", "gap", "KL 5:67: goes back though that fell",
         {**_BACK, **_BARE, "questions": (_FELL,)},
         {**_BACK, **_BARE, "questions": (_FELL,), "referred_back": False}),
    case("referral_has_a_reason", "hint", "practice",
         {**_BACK, "proposals": (replace(REFER, text=""),)}, _BACK),
    case("referral_has_a_reason", "gap", "KL 5:50: a minority must say why",
         {**_BACK, "proposals": (replace(REFER, text=""),),
          "context": {**_ASSEMBLY, "minority_requests": [12]}},
         {**_BACK, "context": {**_ASSEMBLY, "minority_requests": [12]}}),
)  # fmt: skip

VOTES = (
    case("voter_serves", "gap", "KL 5:67 point 5: absent",
         _voted(ballots=(*BALLOTS, *ballots(C.NO, STRANGER))),
         _voted(ballots=(*BALLOTS, *ballots(C.ABSENT, STRANGER)))),
    case("voter_serves", "gap", "KL 5:67 point 5: stood aside",
         {"stands_aside": (LI,)}, {"stands_aside": (STRANGER,)}),
    case("voter_has_one_vote", "gap", "KL 4:24",
         _voted(ballots=(*BALLOTS, *ballots(C.NO, LI))), _voted()),
    case("everybody_who_decides_votes", "gap", "KL 5:67 point 5",
         _voted(ballots=BALLOTS[:4]), {**_voted(ballots=BALLOTS[:4]), "stands_aside": (MAX,)}),
    case("ballots_add_up", "gap", "KL 5:67 point 3", _voted(yes=4), _voted()),
    case("votes_are_no_more_than_those_deciding", "gap", "KL 4:24",
         {"votes": (replace(CLOSED, yes=4),)}, {"votes": (CLOSED,)}),
    case("votes_are_no_more_than_those_deciding", "hint", "practice: papers that are not valid",
         {"votes": (replace(CLOSED, no=1),)}, {"votes": (replace(CLOSED, no=1, abstain=1),)}),
    case("open_vote_tells_who_voted_how", "gap", "KL 5:67 point 5",
         _voted(ballots=()), {**_voted(ballots=()), "annexes": ("Omröstningslista",)}),
    case("closed_vote_is_for_elections", "gap", "KL 5:54: not in any matter",
         {"votes": (CLOSED,)}, {"votes": (CLOSED,), "context": _ELECTION}),
    case("closed_vote_is_for_elections", "gap", "KL 5:54: an election by its title",
         {"votes": (CLOSED,), "title": "Valfrihet i vården"},
         {"votes": (CLOSED,), "title": "Val av ersättare i arbetsutskottet"}),
    case("closed_vote_names_nobody", "gap", "KL 5:54", _voted(closed=True), {"votes": (CLOSED,)}),
    case("vote_settles_a_question", "hint", "KL 5:67 point 2", _voted(question=1), _voted()),
    case("vote_tells_what_yes_means", "hint", "practice", _voted(no_means=""), _voted()),
    case("nobody_abstains_in_public_authority", "gap", "KL 4:26: in the vote",
         {"votes": (TIE,), "context": {"public_authority": [12]}},
         {"votes": (TIE,), "context": {"public_authority": [12], **_ASSEMBLY}}),
    case("nobody_abstains_in_public_authority", "gap", "KL 4:26: in the decision",
         {"stands_aside": (LI,), "context": {"public_authority": [12]}},
         {"stands_aside": (LI,), "context": {"public_authority": [13]}}),
    case("explanation_keeps_the_secret", "hint", "KL 5:54",
         {"votes": (CLOSED,), "notes": (Note("X", (LI,), kind=NoteKind.EXPLANATION_OF_VOTE),)},
         {"votes": (VOTE,), "notes": (Note("X", (LI,), kind=NoteKind.EXPLANATION_OF_VOTE),)}),
    case("tie_is_settled", "gap", "KL 5:56",
         {"votes": (replace(TIE, casting_vote=None),)}, {"votes": (TIE,)}),
    case("only_a_tie_is_settled", "gap", "KL 5:55", _voted(casting_vote=EVA), {"votes": (TIE,)}),
    case("lot_is_for_elections", "gap", "KL 5:56: the lot in any matter",
         {"votes": (_LOT,)}, {"votes": (_LOT,), "context": _ELECTION}),
    case("lot_is_for_elections", "gap", "KL 5:56: the chair in a closed vote",
         {"votes": (replace(_LOT, lot=False, casting_vote=EVA),), "context": _ELECTION},
         {"votes": (TIE,)}),
    case("casting_vote_is_the_chairs", "gap", "KL 5:56: of who led the §",
         {"votes": (replace(TIE, casting_vote=BO),)},
         {"votes": (replace(TIE, casting_vote=BO),),
          "disqualified": (Disqualification("Eva Ek", "S", chaired_by=BO),)}),
    case("chair_votes_in_a_tie", "gap", "KL 4:25: the chair must vote",
         {"votes": (replace(TIE, ballots=(*ballots(C.ABSTAIN, EVA), *TIE.ballots[1:])),)},
         {"votes": (TIE,)}),
    case("chair_votes_in_a_tie", "gap", "KL 5:56: the outcome is the chair's",
         {"votes": (replace(TIE, carried=False),)}, {"votes": (TIE,)}),
    case("majority_decides", "gap", "KL 5:55", _voted(carried=False), _voted()),
    case("majority_decides", "gap", "KL 6:33: 2 of 5 refer nothing back in a board",
         _on(2, 3), {**_on(2, 3), "context": _ASSEMBLY}),
    case("majority_decides", "gap", "KL 5:50: 1 of 5 are no third of an assembly",
         {**_on(1, 4), "context": _ASSEMBLY}, {**_on(2, 3), "context": _ASSEMBLY}),
    case("majority_decides", "gap", "KL 5:50: no may stand for the minority",
         {**_on(3, 2, carried=False)}, {**_on(3, 2, carried=False), "context": _ASSEMBLY}),
    case("minority_refers_back_in_assemblies", "gap", "KL 6:33",
         {**_BACK, "context": {"minority_requests": [12]}},
         {**_BACK, "context": {"minority_requests": [12], **_ASSEMBLY}}),
    case("vote_tells_its_outcome", "hint", "practice", _voted(carried=None), _voted()),
    case("finding_is_what_was_voted", "hint", "practice",
         {"questions": (replace(QUESTION, carried=1),)}, {}),
    case("finding_is_what_was_voted", "hint", "practice: one proposal alone fell in the vote",
         {**_on(2, 3, carried=False, yes_means="återremiss", no_means="avgörande i dag")},
         {**_on(3, 2, yes_means="återremiss", no_means="avgörande i dag")}),
)  # fmt: skip

CASES = (*PROPOSALS, *VOTES)


@pytest.mark.parametrize(("rule", "weight", "broken", "sound"), CASES)
def test_a_rule_on_the_debate_is_broken_by_this_and_not_by_that(
    rule: str, weight: str, broken: Changes, sound: Changes
) -> None:
    assert of_rule(found_in(broken), rule) == {weight}
    assert of_rule(found_in(sound), rule) == set()
