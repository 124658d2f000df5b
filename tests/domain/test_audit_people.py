"""The audit on who was there, who stepped aside, who dissents."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from minutes.domain.attendance import Interval, Role
from minutes.domain.bodies import BodyKind
from minutes.domain.disqualifications import Disqualification
from minutes.domain.notes import Note
from minutes.domain.persons import Person
from minutes.domain.proposals import Proposal
from minutes.domain.reservations import Reservation
from minutes.domain.sections import Section, SectionKind
from tests.domain.audited import (
    ANN,
    BALLOTS,
    COUNTER,
    PER,
    RUT,
    SERVING,
    STRANGER,
    VOTE,
    C,
    Changes,
    K,
    ballots,
    case,
    found_in,
    of_rule,
    present,
    with_seats,
)
from tests.domain.people import BO, EVA, LI, MAX

_FOUR = {"votes": (), "reservations": ()}
_RUT_SITS = present(RUT, Role.SUBSTITUTE, serves_for=ANN)
_BACK = {"proposals": (), "questions": (), "votes": (), "reservations": ()}


def _aside(who: Person, **told: Any) -> Changes:
    return {**_BACK, "disqualified": (Disqualification(who.name or "", who.party, **told),)}


def _noted(**told: Any) -> Changes:
    words: dict[str, Any] = {"by": (LI,), "text": "Ja.", **told}
    return {"notes": (Note("Protokollsanteckning", **words),)}


def _written(text: str) -> Changes:
    return {"sections": (Section(SectionKind.BACKGROUND, "Ärendet", text),)}


_AWAY = (SERVING[0], SERVING[1], SERVING[2])
_BO_AWAY = with_seats(SERVING[0], *SERVING[2:])
_REPLACED = with_seats(*SERVING, present(PER, Role.SUBSTITUTE))

CASES = (
    case("item_is_quorate", "gap", "KL 6:27: 2 of 5 are too few",
         {**_FOUR, "context": with_seats(*SERVING[:2])}, {"context": with_seats(*_AWAY)}),
    case("item_is_quorate", "gap", "KL 6:27: the disqualified do not count in a board",
         {**_aside(LI), "context": with_seats(*_AWAY)},
         {**_aside(LI), "context": {**with_seats(*_AWAY), "kind": BodyKind.ASSEMBLY}}),
    case("item_is_quorate", "gap", "KL 5:45: nor do 2 of 5 in an assembly",
         {**_FOUR, "context": {**with_seats(*SERVING[:2]), "kind": BodyKind.ASSEMBLY}},
         {"context": {**with_seats(*_AWAY), "kind": BodyKind.ASSEMBLY}}),
    case("no_more_serve_than_there_are_seats", "gap", "KL 5:66: 6 on 5 seats",
         {"context": with_seats(*SERVING, present(STRANGER))}, {}),
    case("somebody_leads_the_item", "gap", "KL 5:65: neither chair nor vice chair",
         {"context": with_seats(*SERVING[2:])}, {"context": with_seats(*SERVING[1:])}),
    case("person_sits_in_one_seat", "gap", "KL 4:24: the same name twice",
         {"context": with_seats(*SERVING, present(LI))},
         {"context": with_seats(*SERVING[:2], *SERVING[3:], present(LI))}),
    case("seat_has_one_holder", "gap", "KL 4:24: the member serves, and a substitute for them",
         {"context": with_seats(*SERVING, _RUT_SITS)},
         {"context": with_seats(*SERVING[:4], _RUT_SITS)}),
    case("seat_has_one_holder", "gap", "KL 4:24: two substitutes for one; a vacancy is no one",
         {"context": with_seats(*SERVING[:3], *(
             present(p, Role.SUBSTITUTE, serves_for=ANN) for p in (RUT, PER)))},
         {"context": with_seats(*SERVING[:3], *(
             present(p, Role.SUBSTITUTE, serves_for=Person("Vakant")) for p in (RUT, PER)))}),
    case("substitute_tells_whose_seat", "hint", "practice",
         {"context": with_seats(*SERVING[:4], present(RUT, Role.SUBSTITUTE))},
         {"context": with_seats(*SERVING[:4], _RUT_SITS)}),
    case("who_stands_aside_serves", "hint", "KL 4:25",
         {"stands_aside": (STRANGER,)}, {"stands_aside": (LI,)}),
    case("disqualified_does_not_vote", "gap", "KL 6:30",
         {**_aside(LI), "votes": (VOTE,)},
         {**_aside(LI), "votes": (replace(VOTE, ballots=ballots(C.ABSENT, LI)),)}),
    case("disqualified_does_not_move", "gap", "KL 6:30",
         {**_aside(BO), "proposals": (COUNTER,)}, {**_aside(LI), "proposals": (COUNTER,)}),
    case("disqualified_does_not_reserve", "gap", "KL 4:27, 6:30",
         {**_aside(BO), "reservations": (Reservation("Bo Alm", "M"),)},
         {**_aside(LI), "reservations": (Reservation("Bo Alm", "M"),)}),
    case("disqualified_chair_is_replaced", "gap", "KL 6:30, JO 2571-1999",
         _aside(EVA), _aside(EVA, chaired_by=BO)),
    case("replacing_chair_serves", "gap", "KL 5:66",
         _aside(EVA, chaired_by=PER), _aside(EVA, chaired_by=BO)),
    case("replacing_substitute_serves", "gap", "KL 5:66",
         _aside(LI, replaced_by=PER), {**_aside(LI, replaced_by=PER), "context": _REPLACED}),
    case("disqualification_tells_its_ground", "hint", "practice",
         _aside(LI), _aside(LI, ground="ledamotskap i Älvbuss AB")),
    case("disqualified_has_a_seat", "hint", "practice", _aside(STRANGER), _aside(LI)),
    case("mover_serves", "gap", "KL 4:20: absent", {"context": _BO_AWAY}, {}),
    case("mover_serves", "gap", "KL 4:22: a substitute moves when serving",
         {"proposals": (Proposal((PER,), K.APPROVE),)},
         {"proposals": (Proposal((PER,), K.APPROVE),), "context": _REPLACED}),
    case("mover_serves", "gap", "KL 4:20: a party's group without anybody there",
         {"proposals": (Proposal((Person(None, "KD"),), K.APPROVE),)},
         {"proposals": (Proposal((Person(None, "V"),), K.APPROVE),)}),
    case("mover_serves", "gap", "KL 4:20: gone since the § before",
         {"context": with_seats(SERVING[0], present(BO, intervals=(Interval(None, 11),)))},
         {"context": with_seats(SERVING[0], present(BO, intervals=(Interval(None, 12),)))}),
    case("reserver_serves", "gap", "KL 4:27: absent", {"context": _BO_AWAY}, {}),
    case("reserver_serves", "gap", "KL 4:27: a substitute who does not serve",
         {"reservations": (Reservation("Per By", "M"),)},
         {"reservations": (Reservation("Per By", "M"),), "context": _REPLACED}),
    case("reserver_took_part", "gap", "KL 4:27: stood aside",
         {"stands_aside": (BO,)}, {"stands_aside": (LI,)}),
    case("reserver_took_part", "gap", "KL 4:27: stood aside with the group",
         {"stands_aside": (Person(None, "M"),)}, {"stands_aside": (Person(None, "C"),)}),
    case("reserver_did_not_abstain", "gap", "KL 4:25, 4:27",
         {"votes": (replace(VOTE, ballots=(*BALLOTS[:3], *ballots(C.ABSTAIN, BO, MAX))),)},
         {"votes": (replace(VOTE, ballots=(*BALLOTS[:3], *ballots(C.ABSTAIN, BO, MAX))), VOTE)}),
    case("reservation_is_against_a_point", "gap", "KL 5:67",
         {"reservations": (Reservation("Bo Alm", "M", 3),)},
         {"reservations": (Reservation("Bo Alm", "M", 2),)}),
    case("reserver_lost", "hint", "practice",
         {"reservations": (Reservation("Eva Ek", "S"),)},
         {"reservations": (Reservation("Bo Alm", "M"),)}),
    case("note_names_its_author", "hint", "practice", _noted(by=()), _noted(by=(), group="C")),
    case("note_has_words", "hint", "practice", _noted(text=" "), _noted()),
    case("author_was_there", "hint", "KL 6:17", _noted(by=(STRANGER,)), _noted(by=(PER,))),
    case("text_is_finished", "hint", "practice",
         _written("Kostnaden är XX kronor."), _written("Kostnaden är XL Bygg AB:s.")),
    case("text_names_no_personal_number", "hint", "SFS 2018:218 3:10",
         _written("Sökanden, 19121212-1212, bor kvar."), _written("Dnr 912345-1212, 0868-2025.")),
    case("section_has_words", "hint", "practice", _written(" "), _written("Ja.")),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "weight", "broken", "sound"), CASES)
def test_a_rule_on_people_is_broken_by_this_and_not_by_that(
    rule: str, weight: str, broken: Changes, sound: Changes
) -> None:
    assert of_rule(found_in(broken), rule) == {weight}
    assert of_rule(found_in(sound), rule) == set()
