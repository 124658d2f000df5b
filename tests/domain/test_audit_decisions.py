"""The audit on decisions, assignments and the meeting as a whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes.domain.assignments import Assignment
from minutes.domain.attendance import Interval, Role
from minutes.domain.bodies import BodyKind
from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.motions import ClauseOutcome, MotionAnswer
from minutes.domain.record import Unread
from minutes.domain.sections import Section, SectionKind
from tests.domain.audited import (
    ANN,
    BESIDE,
    CONTEXT,
    ITEM,
    PER,
    POINTS,
    PROTOCOL,
    QUESTION,
    RUT,
    SERVING,
    STRANGER,
    Changes,
    case,
    found_in,
    found_in_meeting,
    of_rule,
    present,
)
from tests.domain.people import BO, EVA, LI

BASE = Section(SectionKind.BASE_PROPOSAL, "Förslag till beslut", "Avgiften höjs.")
_BARE = {"proposals": (), "questions": (), "votes": (), "reservations": ()}
_TASK = Assignment(2, "Regiondirektören", date(2027, 3, 1))
_TO_ASSEMBLY = Decision(DecisionKind.PROPOSAL, POINTS, "regionfullmäktige")


def _decided(*texts: str, **told: object) -> Changes:
    points = tuple(DecisionPoint(text) for text in texts)
    return {"decision": Decision(DecisionKind.DECISION, points), **told}


_CARRIED = {"questions": (replace(QUESTION, carried=1),), "votes": ()}


def _base(*points: str) -> Changes:
    return {"context": {"base_points": {12: points}}}


ITEMS = (
    case("item_has_a_title", "gap", "KL 5:66", {"title": " "}, {"title": "Taxa"}),
    case("decision_is_told", "gap", "KL 5:67 point 4",
         {"decision": None}, {"decision": None, "tabled": True}),
    case("decision_is_told", "gap", "KL 5:67 point 4: a proposal lay before the body",
         {**_BARE, "decision": None, "sections": (BASE,)}, {**_BARE, "sections": (BASE,)}),
    case("decision_is_told", "hint", "practice: information alone",
         {**_BARE, "decision": None}, _BARE),
    case("decision_has_words", "gap", "KL 5:67 point 4: an empty point",
         _decided("höja avgiften.", " "), _decided("höja avgiften.")),
    case("decision_has_words", "gap", "KL 5:67 point 4: no point", _decided(), {"decision": None}),
    case("proposal_names_its_receiver", "gap", "KL 5:26–28",
         {"decision": replace(_TO_ASSEMBLY, to=None)}, {"decision": _TO_ASSEMBLY}),
    case("proposal_names_its_receiver", "gap", "KL 5:26–28: of one point",
         {"decision": Decision(DecisionKind.DECISION, (
             DecisionPoint("höja avgiften.", DecisionKind.PROPOSAL),))},
         {"decision": Decision(DecisionKind.DECISION, (
             DecisionPoint("höja avgiften.", DecisionKind.PROPOSAL, "regionfullmäktige"),))}),
    case("receiver_is_the_superior_body", "hint", "practice",
         {"decision": replace(_TO_ASSEMBLY, to="regionstyrelsen")}, {"decision": _TO_ASSEMBLY}),
    case("item_waits_in_one_way", "gap", "KL 5:67 point 4",
         {"referred_back": True, "tabled": True}, {"referred_back": True}),
    case("decision_was_moved", "hint", "practice: nobody moved it",
         {**_decided("avskaffa avgiften."), **_base("höja avgiften")},
         {**_decided("Att  höja AVGIFTEN."), **_base("höja avgiften")}),
    case("decision_was_moved", "hint", "practice: the words of what was moved",
         {**_decided("sätta avgiften till 60 kronor."), **_base()},
         {**_decided("sätta avgiften till 50 kronor."), **_base()}),
    case("what_carried_is_decided", "hint", "practice: the decision says something else",
         {**_decided("höja avgiften."), **_CARRIED},
         {**_decided("Avgiften sätts till 50 kronor."), **_CARRIED}),
    case("answer_has_each_clause", "hint", "practice",
         {"motion": MotionAnswer("3-2026")},
         {"motion": MotionAnswer("3-2026", (ClauseOutcome.ANSWERED,))}),
    case("assignment_has_a_limit", "hint", "auditors",
         {"assignments": (replace(_TASK, deadline=None),)},
         {"assignments": (replace(_TASK, deadline=None, event="inför budget 2028"),)}),
    case("director_gets_the_extract", "hint", "practice: KL 5:67 asks for no recipients",
         {"recipients": ("Ekonomidirektören",)}, {"recipients": ("Regiondirektör Eva Ros",)}),
    case("assignment_belongs_to_a_point", "hint", "practice",
         {"assignments": (replace(_TASK, point=3),)}, {"assignments": (_TASK,)}),
    case("assignment_is_entered", "hint", "practice",
         {"assignments": ()}, {"assignments": (), "decision": _TO_ASSEMBLY}),
)  # fmt: skip

_LEFT_AGAIN = present(LI, intervals=(Interval(None, 11), Interval(13, None)))
_BREAK = (*SERVING[:2], _LEFT_AGAIN, *SERVING[3:], *BESIDE)
_THREE = (replace(ITEM, number=11), ITEM, replace(ITEM, number=13))
_FOR_ANN = (*SERVING[:4], present(RUT, Role.SUBSTITUTE, serves_for=ANN), BESIDE[0], BESIDE[2])
_PER_FIRST = (*SERVING[:4], present(PER, Role.SUBSTITUTE, serves_for=ANN), *BESIDE[1:])


def _sit(attendance: object, **told: object) -> Changes:
    return {"attendance": attendance, "items": _THREE, **told}


MEETINGS = (
    case("meeting_has_a_body_and_a_day", "gap", "KL 5:65: no day", {"date": None}, {}),
    case("meeting_has_a_body_and_a_day", "gap", "KL 5:65: no body", {"body": None}, {}),
    case("meeting_has_a_place_and_times", "hint", "practice: no place", {"place": None}, {}),
    case("meeting_has_a_place_and_times", "hint", "practice: no end", {"closed_at": None}, {}),
    case("meeting_has_a_place_and_times", "hint", "practice: ends first",
         {"closed_at": "08:59"}, {"closed_at": "09:01"}),
    case("attendance_is_told", "gap", "KL 5:66", {"attendance": BESIDE}, {}),
    case("chair_is_named", "gap", "KL 5:65",
         {"attendance": (*SERVING[2:], *BESIDE)}, {"attendance": (*SERVING[1:], *BESIDE)}),
    case("secretary_is_named", "hint", "practice", {"attendance": SERVING}, {}),
    case("adjusters_are_elected", "gap", "KL 5:69", {"adjusters": ()}, {}),
    case("adjusters_are_elected", "hint", "practice: two in an assembly",
         {"context": {"kind": BodyKind.ASSEMBLY}},
         {"context": {"kind": BodyKind.ASSEMBLY}, "adjusters": (BO, LI)}),
    case("adjuster_served", "hint", "practice: absent", {"adjusters": (STRANGER,)}, {}),
    case("adjuster_served", "hint", "practice: the chair signs anyhow", {"adjusters": (EVA,)}, {}),
    case("every_item_has_its_own_number", "gap", "KL 5:66", {"items": (ITEM, ITEM)}, {}),
    case("numbers_have_no_gaps", "gap", "KL 5:66",
         {"items": (ITEM, replace(ITEM, number=14))}, {}),
    case("numbers_have_no_gaps", "gap", "KL 5:66: since the meeting before",
         {"context": {"number_before": 10}}, {"context": {"number_before": 11}}),
    case("numbers_rise", "hint", "practice", {"items": PROTOCOL.items[::-1]}, {}),
    case("matters_are_told", "gap", "KL 5:66: none", {"items": ()}, {}),
    case("matters_are_told", "gap", "KL 5:66: one is open",
         {"context": {"open_items": ["Budget"]}}, {}),
    case("everything_was_read", "hint", "ours", {"unread": (Unread(3, "Ja", "okänt"),)}, {}),
    case("adjusted_in_time", "hint", "KL 5:69: the 15th day",
         {"adjusted_on": date(2026, 3, 26)}, {"adjusted_on": date(2026, 3, 25)}),
    case("substitutes_serve_in_order", "hint", "KL 5:18: the party's own comes first",
         _sit(_PER_FIRST), _sit(_FOR_ANN)),
    case("who_broke_off_stays_away", "gap", "KL 5:20",
         _sit(_BREAK, context={"kind": BodyKind.ASSEMBLY}),
         _sit((*_BREAK, present(LI, intervals=(Interval(12, 12),))),
              context={"kind": BodyKind.ASSEMBLY})),
    case("who_broke_off_stays_away", "hint", "regulations of boards",
         _sit(_BREAK), _sit(CONTEXT.attendance)),
    case("board_has_no_staff_representatives", "hint", "KL 7:12",
         _sit((*CONTEXT.attendance, present(STRANGER, Role.ATTENDEE, title="facklig företrädare",
                                            serves=False))),
         _sit((*CONTEXT.attendance, present(STRANGER, Role.ATTENDEE, title="jurist",
                                            serves=False)))),
)  # fmt: skip

CASES = (*ITEMS, *MEETINGS)


@pytest.mark.parametrize(("rule", "weight", "broken", "sound"), ITEMS)
def test_a_rule_on_decisions_is_broken_by_this_and_not_by_that(
    rule: str, weight: str, broken: Changes, sound: Changes
) -> None:
    assert of_rule(found_in(broken), rule) == {weight}
    assert of_rule(found_in(sound), rule) == set()


@pytest.mark.parametrize(("rule", "weight", "broken", "sound"), MEETINGS)
def test_a_rule_on_the_meeting_is_broken_by_this_and_not_by_that(
    rule: str, weight: str, broken: Changes, sound: Changes
) -> None:
    assert of_rule(found_in_meeting(broken), rule) == {weight}
    assert of_rule(found_in_meeting(sound), rule) == set()
