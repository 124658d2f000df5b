"""Strategies for whole §§, worded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from minutes.domain.persons import Person
from minutes.domain.record import Item
from minutes.domain.wording.items import worded
from tests.records.debate import proposals, questions
from tests.records.decisions import decisions
from tests.records.dissent import disqualified, notes, reservations, stands_aside
from tests.records.motions import answers
from tests.records.prose import papers, recipients, sections
from tests.records.votes import votes
from tests.records.words import people, titles

BODY = "Regionstyrelsen"
BODIES = [
    BODY, BODY, "Regionala utvecklingsnämnden", "Kommunstyrelsen",
    "Hälso- och sjukvårdsnämnden", "Regionfullmäktige", "Arbetsutskottet",
]  # fmt: skip
_PATTERNS = [
    "{n:04}-{year}", "RS {year}-{n:05}", "RS/{n}/{year}", "{year}/KS {n:04} 001",
    "KS-{year}-{n:05}", "{year}.{n} KS",
]  # fmt: skip
_dnr = st.builds(
    lambda pattern, n, year: pattern.format(n=n, year=year),
    st.sampled_from(_PATTERNS),
    st.integers(100, 9999),
    st.integers(2020, 2027),
)
"""Reference numbers as registries write them."""


@st.composite
def _bare(draw: st.DrawFn, number: int) -> Item:
    """A § with its decision, and the motion that it answers if it does."""
    title, dnr = draw(titles), tuple(draw(st.lists(_dnr, unique=True, max_size=2)))
    if draw(st.sampled_from([False, False, False, True])):
        answered, written = draw(answers()), draw(sections)
        called = f" {answered.answer.number}" if answered.answer.number else ""
        title = f"Motion{called} om {title[:1].lower()}{title[1:]}"
        kinds = {section.kind for section in answered.sections}
        written = (*answered.sections, *(s for s in written if s.kind not in kinds))
        made, answer = answered.made, answered.answer
        return Item(number, title, dnr, made.decision, motion=answer, sections=written)
    made = draw(decisions)
    return Item(
        number,
        title,
        dnr,
        made.decision,
        made.referred_back,
        made.tabled,
        assignments=made.assignments,
        sections=draw(sections),
    )


@st.composite
def _debated(draw: st.DrawFn, item: Item, present: Sequence[Person]) -> Item:
    moved = draw(proposals(present, formal=not item.dnr))
    asked = draw(questions(moved))
    return replace(item, proposals=moved, questions=asked, votes=draw(votes(present, len(asked))))


@st.composite
def _dissented(draw: st.DrawFn, item: Item, present: Sequence[Person]) -> Item:
    points = len(item.decision.points) if item.decision else 1
    return replace(
        item,
        reservations=draw(reservations(present, points)),
        notes=draw(notes(present)),
        disqualified=draw(disqualified(present)),
        stands_aside=draw(stands_aside(present)),
    )


bodies = st.sampled_from(BODIES)


@st.composite
def items(draw: st.DrawFn, number: int = 12, body: str = BODY) -> Item:
    """Any § of a body, worded."""
    present = draw(people)
    item = draw(_debated(draw(_bare(number)), present))
    item = draw(_dissented(item, present))
    listed = replace(
        item,
        annexes=draw(papers),
        decision_basis=draw(papers),
        references=draw(papers),
        recipients=draw(recipients),
    )
    return worded(body, listed)


@st.composite
def several_items(draw: st.DrawFn) -> tuple[Item, ...]:
    """The §§ of a meeting, numbered one after the other."""
    first, body = draw(st.integers(1, 300)), draw(bodies)
    return tuple(draw(items(first + n, body)) for n in range(draw(st.integers(2, 5))))


items_of_any_body = bodies.flatmap(lambda body: items(body=body))
