"""Reservations, notes and stepping aside in prose."""

from __future__ import annotations

import pytest

from minutes.domain.disqualifications import Disqualification
from minutes.domain.notes import Note, NoteKind
from minutes.domain.persons import Person
from minutes.domain.reservations import Reservation
from minutes.domain.wording.dissent import (
    NOTE_HEADINGS,
    disqualifications_text,
    note_text,
    reservations_text,
    stands_aside_text,
)
from tests.domain.people import BO, EVA, GROUP, LI

EVAS, BOS = Reservation("Eva Ek", "S"), Reservation("Bo Alm", "M")
OWN = "eget förslag"


@pytest.mark.parametrize(
    ("reservations", "text"),
    [
        pytest.param([], "", id="none"),
        pytest.param([EVAS], "Eva Ek (S) reserverar sig mot beslutet.", id="one"),
        pytest.param(
            [EVAS, BOS],
            "Eva Ek (S) och Bo Alm (M) reserverar sig mot beslutet.",
            id="two who say the same",
        ),
        pytest.param(
            [Reservation(None, "KD")],
            "Ledamöterna från KD reserverar sig mot beslutet.",
            id="a party group",
        ),
        pytest.param(
            [Reservation("Eva Ek", "S", 2)],
            "Eva Ek (S) reserverar sig mot beslutspunkt 2.",
            id="against one point",
        ),
        pytest.param(
            [Reservation("Eva Ek", "S", in_favour_of=OWN)],
            "Eva Ek (S) reserverar sig mot beslutet till förmån för eget förslag.",
            id="in favour of another proposal",
        ),
        pytest.param(
            [Reservation("Eva Ek", "S", 1, OWN, "Kostnaden är okänd.")],
            "Eva Ek (S) reserverar sig mot beslutspunkt 1 till förmån för eget förslag "
            "med följande motivering:\n\n”Kostnaden är okänd.”",
            id="with the written reason",
        ),
        pytest.param(
            [EVAS, Reservation("Bo Alm", "M", 2)],
            "Eva Ek (S) reserverar sig mot beslutet.\n\n"
            "Bo Alm (M) reserverar sig mot beslutspunkt 2.",
            id="two who say different things",
        ),
    ],
)
def test_those_who_say_the_same_reserve_in_one_sentence(
    reservations: list[Reservation], text: str
) -> None:
    assert reservations_text(reservations) == text


@pytest.mark.parametrize(
    ("kind", "heading", "says"),
    [
        pytest.param(
            NoteKind.NOTE,
            "Protokollsanteckning",
            "lämnar följande protokollsanteckning",
            id="a note",
        ),
        pytest.param(
            NoteKind.SEPARATE_STATEMENT,
            "Särskilt yttrande",
            "lämnar följande särskilda yttrande",
            id="a separate statement",
        ),
        pytest.param(
            NoteKind.EXPLANATION_OF_VOTE,
            "Röstförklaring",
            "lämnar följande röstförklaring",
            id="an explanation of vote",
        ),
    ],
)
def test_each_kind_of_note_has_its_heading_and_its_words(
    kind: NoteKind, heading: str, says: str
) -> None:
    note = Note(heading, (EVA, BO), text="Det brådskar.", kind=kind)

    assert NOTE_HEADINGS[kind] == heading
    assert note_text(note) == f"Eva Ek (S) och Bo Alm (M) {says}: ”Det brådskar.”"


@pytest.mark.parametrize(
    ("by", "group", "text"),
    [
        pytest.param(
            (),
            "KD",
            "Ledamöterna från KD lämnar följande protokollsanteckning: ”Ja.”",
            id="a party group",
        ),
        pytest.param((), None, "”Ja.”", id="nobody is known: the words alone"),
    ],
)
def test_a_note_names_its_author_where_one_is_known(
    by: tuple[Person, ...], group: str | None, text: str
) -> None:
    assert note_text(Note("Protokollsanteckning", by, group, "Ja.")) == text


STEPS_ASIDE = "Eva Ek (S) anmäler jäv och deltar inte i behandlingen av ärendet."


@pytest.mark.parametrize(
    ("disqualified", "text"),
    [
        pytest.param([Disqualification("Eva Ek", "S")], STEPS_ASIDE, id="who"),
        pytest.param(
            [Disqualification("Eva Ek", "S", "ledamotskap i bolaget")],
            f"{STEPS_ASIDE} Grund för jävet är ledamotskap i bolaget.",
            id="on which ground, KL 6:28",
        ),
        pytest.param(
            [Disqualification("Eva Ek", "S", replaced_by=LI)],
            f"{STEPS_ASIDE} I stället tjänstgör Li Öst (C).",
            id="who serves instead",
        ),
        pytest.param(
            [Disqualification("Eva Ek", "S", chaired_by=BO)],
            f"{STEPS_ASIDE} Sammanträdet leds under paragrafen av Bo Alm (M).",
            id="who takes the chair",
        ),
        pytest.param(
            [Disqualification("Eva Ek", "S"), Disqualification("Li Öst", "C", "")],
            f"{STEPS_ASIDE}\n\n{STEPS_ASIDE.replace('Eva Ek (S)', 'Li Öst (C)')}",
            id="a paragraph each",
        ),
        pytest.param([], "", id="nobody"),
    ],
)
def test_disqualification_tells_who_why_and_who_took_over(
    disqualified: list[Disqualification], text: str
) -> None:
    assert disqualifications_text(disqualified) == text


def test_those_who_take_no_part_in_the_decision_are_named() -> None:
    assert stands_aside_text([BO, LI]) == "Bo Alm (M) och Li Öst (C) deltar inte i beslutet."
    assert stands_aside_text([GROUP]) == "Ledamöterna från KD deltar inte i beslutet."
