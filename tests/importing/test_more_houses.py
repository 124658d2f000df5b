"""More of what houses do otherwise: years behind numbers, names parted by lines, lists of tasks."""

from __future__ import annotations

from minutes.domain.proposals import ProposalKind
from minutes.domain.record import Item
from tests.importing.written import HEAD, read_protocol, read_sections


def _item(text: str) -> Item:
    [item] = read_protocol(f"{HEAD}{text}\n").items
    return item


def test_an_items_number_may_have_its_year_behind_it() -> None:
    item = _item("§ 61/26                    RS-LED26-0412\n\nPlan\n\nBeslut\nPlanen antas.")

    assert (item.number, item.title, item.dnr) == (61, "Plan", ("RS-LED26-0412",))


def test_what_another_body_decided_earlier_is_no_decision_here() -> None:
    item = _item(
        "§ 12 Bokslut\n\nÄrendet\nArbetsutskottet beslutade följande:\n1. Ärendet lämnas över.\n\n"
        "Beslut\n1. Bokslutet godkänns.\n2. Det sänds vidare."
    )

    assert item.decision is not None
    assert [p.text for p in item.decision.points] == ["Bokslutet godkänns.", "Det sänds vidare."]


def test_the_last_persons_name_goes_on_over_two_lines() -> None:
    item = read_sections(
        "Protokollsanteckning\n\nEva Ek (S), Bo Alm (M) och Robert\nSjö Nord (SD) anmäler jäv och "
        "deltar inte i behandlingen av ärendet, som tas upp i dag.\n"
    )

    assert [one.name for one in item.disqualified] == ["Eva Ek", "Bo Alm", "Robert Sjö Nord"]


def test_who_backs_the_motion_to_refer_back_seconds_it() -> None:
    item = read_sections(
        "Yrkanden\n\nBo Alm (M) yrkar återremiss.\nLi Öst (C) yrkar bifall till yrkandet om "
        "återremiss."
    )

    assert [(p.kind, p.supports) for p in item.proposals] == [
        (ProposalKind.REFER_BACK, None),
        (ProposalKind.REFER_BACK, "Bo Alm"),
    ]


def test_who_backs_the_proposal_to_reject_a_motion_approves_it() -> None:
    item = _item(
        "§ 12 Svar på motion om busskort\n\nFörslag till beslut\nMotionen avslås.\n\n"
        "Beslut\nMotionen avslås.\n\n"
        "Yrkanden\nLi Öst (C) yrkar bifall till utskottets förslag om att avslå motionen."
    )

    assert [p.kind for p in item.proposals] == [ProposalKind.APPROVE]


def test_a_list_of_ballots_is_one_of_the_annexes() -> None:
    item = read_sections("Bilagor:\nPlan för bussar\nVoteringslista § 12")

    assert list(item.annexes) == ["Plan för bussar", "Voteringslista § 12"]


def test_tasks_listed_under_an_assignment_are_what_it_says() -> None:
    item = _item(
        "§ 12 Reglemente\n\nBeslut\n1. Reglementet antas.\n2. Regiondirektören får i uppdrag att\n"
        "   a) ändra delegationen,\n   b) informera nämnden."
    )

    [one] = item.assignments
    assert one.text == "a) ändra delegationen,\nb) informera nämnden."
