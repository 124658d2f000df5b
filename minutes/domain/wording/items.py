"""A whole § in prose: every section that its record calls for, in the order of the house."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from minutes.domain.notes import Note
from minutes.domain.record import Item
from minutes.domain.sections import Section, SectionKind
from minutes.domain.wording import corrections
from minutes.domain.wording.decisions import decision_text
from minutes.domain.wording.dissent import (
    NOTE_HEADINGS,
    disqualifications_text,
    note_text,
    reservations_text,
    stands_aside_text,
)
from minutes.domain.wording.names import genitive
from minutes.domain.wording.proposals import proposals_text
from minutes.domain.wording.questions import question_text
from minutes.domain.wording.votes import vote_text

_K = SectionKind
HEADINGS = {
    _K.DISQUALIFICATION: "Jäv",
    _K.STANDS_ASIDE: "Deltar inte i beslutet",
    _K.STATEMENT: "Yttrande till beslutsförslaget",
    _K.SUMMARY: "Sammanfattning",
    _K.DELIBERATION: "Ärendets behandling under sammanträdet",
    _K.DECISION_PROCEDURE: "Beslutsgång",
    _K.BACKGROUND: "Ärendet",
    _K.EARLIER_HANDLING: "Tidigare behandling",
    _K.BASE_PROPOSAL: "Förslag till beslut",
    _K.INFORMATION: "Information",
    _K.IMPACT: "Beslutsförslagets påverkan avseende jämställdhet",
    _K.ANNEXES: "Bilagor",
    _K.DECISION_BASIS: "Beslutsunderlag",
    _K.REFERENCES: "Referenser",
    _K.RECIPIENTS: "Protokollsutdrag skickas till",
    _K.CORRECTION: corrections.HEADING,
}
"""Our heading for each kind that has one of its own."""

ORDER = tuple(SectionKind)
"""The order of the sections in a §."""


def _decision(body: str, item: Item) -> Iterator[Section]:
    if item.decision is not None:
        heading = f"{genitive(body)} beslut"
        yield Section(_K.DECISION, heading, decision_text(body, item.decision))


def _dissent(item: Item) -> Iterator[Section]:
    if item.reservations:
        several = len(item.reservations) > 1 or item.reservations[0].name is None
        heading = "Reservationer" if several else "Reservation"
        yield Section(_K.RESERVATION, heading, reservations_text(item.reservations))
    for heading, notes in groupby(item.notes, _heading):
        text = "\n\n".join(note_text(note) for note in notes)
        yield Section(_K.NOTE, heading, text)


def _heading(note: Note) -> str:
    """What stands over a note: its own heading, else ours for its kind."""
    return note.heading or NOTE_HEADINGS[note.kind]


def _aside(item: Item) -> Iterator[Section]:
    if item.disqualified:
        text = disqualifications_text(item.disqualified)
        yield Section(_K.DISQUALIFICATION, HEADINGS[_K.DISQUALIFICATION], text)
    if item.stands_aside:
        text = stands_aside_text(item.stands_aside)
        yield Section(_K.STANDS_ASIDE, HEADINGS[_K.STANDS_ASIDE], text)


def procedure_text(body: str, item: Item) -> str:
    """The questions in their order, each followed by the votes that settled it.

    Votes on none of them stand last: every vote is to be told of (KL 5:67 point 3).
    """
    parts = []
    for index, question in enumerate(item.questions):
        parts += [vote_text(body, v) for v in item.votes if v.question == index and v.preliminary]
        parts.append(question_text(body, question))
        parts += [
            vote_text(body, v) for v in item.votes if v.question == index and not v.preliminary
        ]
    asked = range(len(item.questions))
    parts += [vote_text(body, vote) for vote in item.votes if vote.question not in asked]
    return "\n\n".join(parts)


def _debate(body: str, item: Item) -> Iterator[Section]:
    proposals = proposals_text(item.proposals)
    if proposals:
        yield Section(_K.DELIBERATION, HEADINGS[_K.DELIBERATION], proposals)
    procedure = procedure_text(body, item)
    if procedure:
        yield Section(_K.DECISION_PROCEDURE, HEADINGS[_K.DECISION_PROCEDURE], procedure)


def _lists(item: Item) -> Iterator[Section]:
    for kind, entries in (
        (_K.ANNEXES, item.annexes),
        (_K.DECISION_BASIS, item.decision_basis),
        (_K.REFERENCES, item.references),
        (_K.RECIPIENTS, item.recipients),
    ):
        if entries:
            yield Section(kind, HEADINGS[kind], "\n\n".join(entries))


GENERATED = frozenset(ORDER) - {
    _K.STATEMENT, _K.SUMMARY, _K.BACKGROUND, _K.IMPACT, _K.EARLIER_HANDLING, _K.BASE_PROPOSAL,
    _K.INFORMATION, _K.CORRECTION, _K.OTHER,
}  # fmt: skip
"""The kinds whose text is written from the record; the others are written by people."""

PAPERS = tuple(kind for kind in ORDER if kind not in GENERATED and kind is not _K.CORRECTION)
"""The kinds that are written before the meeting, in the order of the house."""

PAPER_HEADINGS = {
    _K.BASE_PROPOSAL: "Förslag till beslut",
    _K.EARLIER_HANDLING: "Tidigare behandling",
    _K.INFORMATION: "Information",
}
"""Our heading for each kind of paper that has none in `HEADINGS`."""


def worded(body: str, item: Item) -> Item:
    """The § with the prose of its record in place; sections written by people stay as they are."""
    written = [s for s in item.sections if s.kind not in GENERATED]
    made = [
        *_decision(body, item),
        *_dissent(item),
        *_aside(item),
        *_debate(body, item),
        *_lists(item),
    ]
    sections = sorted([*made, *written], key=lambda s: ORDER.index(s.kind))
    return replace(item, sections=tuple(sections))
