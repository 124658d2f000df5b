"""A description that contradicts itself is refused, with the place where it does."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from minutes.demonstration.meetings import read_meeting
from minutes.demonstration.region import Misdescribed, description, region

_BOARD = "meetings/2025-02-12-regionstyrelsen.toml"
_ASSEMBLY = "meetings/2025-11-25-regionfullmaktige.toml"


def _with_item(name: str, **words: Any) -> dict[str, Any]:
    """A meeting's description with one § only, some of it otherwise."""
    raw = copy.deepcopy(description(name))
    raw["item"] = [{"number": 1, "title": "Prövning", "dnr": "0001-2025"} | words]
    return raw


def _vote(**words: Any) -> dict[str, Any]:
    return {"question": 0, "yes": "S C HÄ V", "no": "M SD", "carried": True} | words


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        pytest.param(
            {"proposals": [{"by": ["Kalle Anka"], "kind": "approve"}]},
            "Kalle Anka is no person of the region",
            id="somebody unknown",
        ),
        pytest.param(
            {"proposals": [{"by": ["Robert Lindros"], "kind": "approve"}]},
            "§ 1: Robert Lindros has no seat there",
            id="a mover who is absent",
        ),
        pytest.param(
            {"reservations": [{"by": ["Sten-Åke Norlin"]}]},
            "§ 1: Sten-Åke Norlin has no seat there",
            id="dissent of a substitute who does not serve",
        ),
        pytest.param(
            {
                "questions": [{"kind": "single", "options": ["base"], "carried": 0}],
                "votes": [_vote(no="M")],
            },
            "§ 1: without a ballot: ",
            id="a party without ballots",
        ),
    ],
)
def test_what_cannot_be_is_refused(words: dict[str, Any], fault: str) -> None:
    with pytest.raises(Misdescribed, match=fault):
        read_meeting(_with_item(_BOARD, **words), region())


def test_nobody_stands_above_the_assembly() -> None:
    raw = _with_item(_ASSEMBLY, proposes=["anta budgeten."])

    with pytest.raises(Misdescribed, match="§ 1: nobody stands above the body"):
        read_meeting(raw, region())


def test_a_party_votes_as_one_but_for_those_who_are_named() -> None:
    questions = [{"kind": "single", "options": ["base"], "carried": 0}]
    votes = [_vote(no_names=["Rolf Zandelin"])]

    held = read_meeting(_with_item(_BOARD, questions=questions, votes=votes), region())

    (vote,) = held.protocol.items[0].votes
    choices = {b.name: b.ballot for b in vote.ballots}
    assert choices["Rolf Zandelin"] == "no"
    assert choices["Ylva Brix"] == "yes"
    assert (vote.yes, vote.no) == (8, 7)
