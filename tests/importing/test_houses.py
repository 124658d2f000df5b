"""What houses do otherwise: where references stand, how lists and votes are laid out."""

from __future__ import annotations

import pytest

from minutes.domain.proposals import ProposalKind
from minutes.domain.questions import BASE, Option, OptionKind
from minutes.domain.record import Item
from tests.importing.written import HEAD, read_protocol, read_sections

_K = ProposalKind


def _item(text: str) -> Item:
    [item] = read_protocol(f"{HEAD}{text}\n").items
    return item


def test_a_reference_at_the_end_of_the_line_with_the_number_is_no_title() -> None:
    item = _item(
        "§ 12  Plan för bussar        2026-POL000114\n      i glesbygd\n\nBeslut\nPlanen antas."
    )

    assert (item.title, item.dnr) == ("Plan för bussar i glesbygd", ("2026-POL000114",))


def test_a_short_last_line_of_text_is_no_part_of_the_title() -> None:
    item = _item(
        "§ 12\nMeddelanden\n\nMeddelanden enligt den utsända förteckningen anmäls av ordföranden "
        "och\nläggs till handlingarna.\n\nBilaga 2"
    )

    assert item.title == "Meddelanden"


def test_lettered_entries_are_points() -> None:
    item = _item(
        "§ 12 Yttrande om bussar\n\nBeslut\nRegionstyrelsen beslutar att\n  a) lämna yttrande\n"
        "  b) ge regiondirektören i uppdrag att följa upp frågan\n  c) sända svaret."
    )

    assert item.decision is not None
    assert len(item.decision.points) == 3
    assert [one.point for one in item.assignments] == [2]


def test_letters_under_a_numbered_point_are_no_points() -> None:
    item = _item(
        "§ 12 Yttrande om bussar\n\nBeslut\nRegionstyrelsen beslutar att\n1. anta planen för\n"
        "a) bussar\nb) tåg\n2. sända den vidare."
    )

    assert item.decision is not None
    assert len(item.decision.points) == 2


def test_what_the_base_proposal_would_decide_is_not_decided() -> None:
    item = _item(
        "§ 12 Plan för bussar\n\nRegiondirektörens förslag\n\nRegionfullmäktige beslutar\n"
        "1. Planen antas.\n\nRegionstyrelsens beslut\n1. Planen avslås."
    )

    assert item.decision is not None
    assert [point.text for point in item.decision.points] == ["Planen avslås."]


_BACK = "Bo Alm (M) yrkar återremiss för att räkna om avgiften.\n"

MOVED = (
    pytest.param(
        _BACK + "Eva Ek (S) och Li Öst (C) instämmer i yrkandet om återremiss.",
        [("Bo Alm", _K.REFER_BACK, None), ("Eva Ek", _K.REFER_BACK, "Bo Alm")],
        id="seconds the sort",
    ),
    pytest.param(
        _BACK + "I yrkandet instämmer Eva Ek (S) och Li Öst (C).",
        [("Bo Alm", _K.REFER_BACK, None), ("Eva Ek", _K.REFER_BACK, "Bo Alm")],
        id="the seconders last",
    ),
    pytest.param(
        "Ordföranden yrkar bifall med ändringen att ordet bör ersätts med ska.\n\n"
        "Li Öst (C) biträder ordförandens yrkande.",
        [("Ordföranden", _K.AMEND, None), ("Li Öst", _K.AMEND, "Ordföranden")],
        id="seconds the chair",
    ),
    pytest.param(
        _BACK + "\nEva Ek (S) yrkar avslag på återremissyrkandet och bifall till förslaget.",
        [
            ("Bo Alm", _K.REFER_BACK, None),
            ("Eva Ek", _K.REJECT, None),
            ("Eva Ek", _K.APPROVE, None),
        ],
        id="denies one and approves another",
    ),
    pytest.param(
        "Valberedningen föreslår Bo Alm (M).\n\nEva Ek (S) yrkar bifall till förslaget.",
        [("Eva Ek", _K.APPROVE, None)],
        id="whom a committee nominates moves nothing",
    ),
    pytest.param(
        "Bo Alm (M) yrkar att avgiften ska vara tio kronor.\n\nBeslutsgång\n\nOrdföranden ställer "
        "förslaget mot Bo Alms ändringsyrkande och finner att förslaget bifalls.",
        [("Bo Alm", _K.AMEND, None)],
        id="called a change",
    ),
    pytest.param(
        "Bo Alm (M) yrkar att första att-satsen bifalls och att andra att-satsen avslås.",
        [("Bo Alm", _K.COUNTER, None)],
        id="another answer to a motion",
    ),
)


@pytest.mark.parametrize(("text", "moved"), MOVED)
def test_proposals_are_read_by_what_they_want(text: str, moved: object) -> None:
    found = read_sections(f"Yrkanden och beslutsgång\n\n{text}").proposals

    assert [(p.mover, p.kind, p.supports) for p in found] == moved


ASKED = (
    pytest.param(
        _BACK,
        "Ordföranden ställde proposition på Bo Alms yrkande och fann att styrelsen avslog det.",
        [((Option("Bo Alm", OptionKind.REFER_BACK),), None)],
        id="the sort is known from what was moved",
    ),
    pytest.param(
        "Bo Alm (M) yrkar bifall med följande ändring: avgiften sänks.\n",
        "Ordföranden ställer förslaget mot Bo Alms ändringsyrkande och finner att förslaget "
        "bifalls.",
        [((BASE, Option("Bo Alm", OptionKind.PROPOSAL)), 0)],
        id="a change put against the base is a whole proposal",
    ),
)


@pytest.mark.parametrize(("moved", "asked", "questions"), ASKED)
def test_options_are_of_the_sort_that_was_put(moved: str, asked: str, questions: object) -> None:
    item = read_sections(f"Yrkanden\n\n{moved}\nBeslutsgång\n\n{asked}")

    assert [(q.options, q.carried) for q in item.questions] == questions


def test_a_vote_without_totals_has_those_of_its_table() -> None:
    item = read_sections(
        "Beslutsgång\n\nOrdföranden ställer förslaget mot avslag och finner det bifallet.\n\n"
        "Omröstning begärs.\n\nOmröstning\n\n"
        "Namn                     Ja     Nej    Avstår\n"
        "Eva Ek (S)               X\n"
        "Bo Alm (M)                      X\n"
        "Li Öst (C)                             X\n"
        "Resultat                 1      1      1\n\nOrdföranden har utslagsröst."
    )

    [vote] = item.votes
    assert (vote.yes, vote.no, vote.abstain, len(vote.ballots)) == (1, 1, 1, 3)


def test_who_is_said_to_abstain_is_counted() -> None:
    item = read_sections(
        "Beslutsgång\n\nVid omröstningen avgavs en ja-röst och en nej-röst.\n\nJa röstade Eva Ek "
        "(S).\n\nNej röstade Bo Alm (M).\n\nLi Öst (C) avstod från att rösta."
    )

    [vote] = item.votes
    assert (vote.yes, vote.no, vote.abstain) == (1, 1, 1)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param(
            "Bo Alm och Li Öst reserverar sig mot beslutet för partigruppen.",
            ["Bo Alm", "Li Öst"],
            id="without their parties",
        ),
        pytest.param(
            "Bo Alm (M) reserverar sig.\n\nLi Öst (C) anmäler att hon inte reserverar sig.",
            ["Bo Alm"],
            id="who does not",
        ),
    ],
)
def test_those_who_dissent_are_read(text: str, who: list[str]) -> None:
    found = read_sections(f"Reservationer\n\n{text}").reservations

    assert [one.name for one in found] == who
    assert all(one.party for one in found)


def test_who_steps_aside_is_read_among_the_background_too() -> None:
    item = read_sections(
        "Ärendet\n\nPå grund av jäv deltar Li Öst (C) inte i handläggningen av ärendet."
    )

    assert [one.name for one in item.disqualified] == ["Li Öst"]
