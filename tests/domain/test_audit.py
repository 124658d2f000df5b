"""The audit as a whole: what it finds, how it is told, and what it stops."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from minutes.domain.audit import (
    ITEM_RULES,
    MEETING_RULES,
    audit,
    audit_item,
    require_no_gap,
)
from minutes.domain.bodies import BodyKind
from minutes.domain.findings import Context, Finding, Place, Weight
from minutes.domain.record import Item
from tests.domain.audited import (
    CONTEXT,
    ITEM,
    PROTOCOL,
    STRANGER,
    Changes,
    found_in,
    found_in_meeting,
)
from tests.domain.refusals import ALLOWED, refusal
from tests.domain.test_audit_debate import CASES as DEBATE
from tests.domain.test_audit_decisions import CASES as DECISIONS
from tests.domain.test_audit_decisions import MEETINGS
from tests.domain.test_audit_people import CASES as PEOPLE
from tests.records.items import items

_CASES = (*DEBATE, *DECISIONS, *PEOPLE)
_OF_MEETINGS = {case.values[0] for case in MEETINGS}
_GAP = Finding(Weight.GAP, "voter_serves", "{name} har röstat.", Place.VOTES, 12, {"name": "Bo"})
_HINT = replace(_GAP, weight=Weight.HINT)


def test_sound_minutes_pass() -> None:
    assert audit(PROTOCOL, CONTEXT) == ()


@pytest.mark.parametrize("rule", [rule.__name__ for rule in (*ITEM_RULES, *MEETING_RULES)])
def test_each_rule_has_a_case(rule: str) -> None:
    assert rule in {case.values[0] for case in _CASES}


@pytest.mark.parametrize(("rule", "weight", "broken", "sound"), _CASES)
def test_what_is_found_says_how_to_mend_it_and_a_gap_names_its_statute(
    rule: str, weight: str, broken: Changes, sound: Changes
) -> None:
    found = found_in_meeting(broken) if rule in _OF_MEETINGS else found_in(broken)

    told = [one.text for one in found if one.rule == rule]

    assert broken != sound
    assert all("{" not in text and text.endswith(".") for text in told)
    assert weight == Weight.HINT or all(re.search(r"\(KL \d{1,2}:\d+", text) for text in told)


def test_a_finding_tells_its_place_and_its_item() -> None:
    [found] = [f for f in found_in({"title": ""}) if f.rule == "item_has_a_title"]

    assert (found.place, found.item_number) == (Place.TEXT, 12)
    assert found.text == "Paragrafen saknar rubrik. Ange vilket ärende den gäller (KL 5:66)."


def test_the_meeting_comes_before_its_items() -> None:
    spoilt = replace(PROTOCOL, place=None, items=(replace(ITEM, title=""), PROTOCOL.items[1]))

    assert [one.item_number for one in audit(spoilt, CONTEXT)] == [None, 12]


def test_the_attendance_of_the_protocol_is_asked_and_no_other() -> None:
    elsewhere = replace(CONTEXT, attendance=())

    assert audit(PROTOCOL, elsewhere) == ()


@pytest.mark.parametrize(
    ("found", "answer"),
    [
        pytest.param([], ALLOWED, id="nothing is found"),
        pytest.param([_HINT], ALLOWED, id="a hint stops nothing"),
        pytest.param(
            [_HINT, _GAP, _GAP],
            "Protokollet kan inte gå till justering förrän alla brister är åtgärdade (2). "
            "Den första gäller § 12: Bo har röstat.",
            id="a gap stops it",
        ),
        pytest.param(
            [replace(_GAP, item_number=None)],
            "Protokollet kan inte gå till justering förrän alla brister är åtgärdade (1). "
            "Den första gäller sammanträdet: Bo har röstat.",
            id="a gap of the meeting, too",
        ),
    ],
)
def test_minutes_with_a_gap_do_not_go_to_adjustment(found: list[Finding], answer: str) -> None:
    assert refusal(require_no_gap, found) == answer


@settings(max_examples=50)
@given(item=items())
def test_any_record_can_be_audited(item: Item) -> None:
    for kind in BodyKind:
        known = replace(CONTEXT, kind=kind, base_points={item.number: ["höja avgiften."]})
        for context in (known, Context(kind)):
            assert all(one.text for one in audit_item(item, context))


def test_nobody_is_missed_where_it_is_not_known_who_served() -> None:
    unknown = replace(ITEM, reservations=(), votes=())
    strangers = replace(unknown, proposals=(replace(ITEM.proposals[0], by=(STRANGER,)),))

    found = audit_item(strangers, Context(BodyKind.BOARD, 5))

    assert "mover_serves" not in {one.rule for one in found}
