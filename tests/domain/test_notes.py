"""Notes: three kinds, by persons or by a party group."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from minutes.domain.notes import Note, NoteKind
from tests.domain.people import EVA


def test_practice_tells_three_kinds_of_notes_apart() -> None:
    assert [kind.value for kind in NoteKind] == [
        "note",
        "separate_statement",
        "explanation_of_vote",
    ]


def test_a_note_is_a_plain_one_unless_it_says_otherwise() -> None:
    note = Note("Protokollsanteckning", (EVA,), text="Jag hade önskat mer tid.")

    assert note.kind is NoteKind.NOTE
    assert note.group is None


def test_the_words_of_a_note_are_not_changed_afterwards() -> None:
    note = Note("Särskilt yttrande", group="KD", kind=NoteKind.SEPARATE_STATEMENT)

    with pytest.raises(FrozenInstanceError):
        note.text = "Något annat."
    assert note == Note("Särskilt yttrande", group="KD", kind=NoteKind.SEPARATE_STATEMENT)
