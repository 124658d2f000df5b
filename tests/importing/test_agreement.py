"""Edited words and the record: where they agree nothing is said, where not it is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from minutes.demonstration.meetings import meetings
from minutes.domain.persons import Person
from minutes.domain.proposals import Proposal, ProposalKind, standing
from minutes.domain.record import Item, Protocol
from minutes.domain.sections import Section, SectionKind
from minutes.domain.wording.items import worded
from minutes.importing.agreement import TOLD_IN, disagreements, read_back, taken_over
from minutes.importing.differences import MOST
from tests.importing.debated import BODY, DEBATED
from tests.importing.edits import CHANGES
from tests.records.items import items

_HELD = [held.protocol for held in meetings()]
_LETTERS = "Eva Ek(S)12.:|-#*”\\\n jaej"
_KINDS = [k for k in TOLD_IN if k not in {SectionKind.DECISION_PROCEDURE, SectionKind.VOTE}]


def _section(item: Item, kind: SectionKind) -> Section:
    return next(s for s in worded(BODY, item).sections if s.kind is kind)


def _edited(kind: SectionKind, old: str, new: str) -> list[str]:
    """What is told where the secretary writes something else in a section."""
    written = _section(DEBATED, kind)
    assert old in written.text

    edited = replace(written, text=written.text.replace(old, new))

    return [str(one) for one in disagreements(BODY, DEBATED, edited)]


@pytest.mark.parametrize("protocol", _HELD, ids=lambda p: f"{p.body} {p.date}")
def test_the_prose_of_invented_minutes_agrees_with_their_record(protocol: Protocol) -> None:
    body = protocol.body or ""
    touched = [
        (item, replace(s, text=f"{s.text}\n")) for item in protocol.items for s in item.sections
    ]

    found = [(i.number, s.kind, str(d)) for i, s in touched for d in disagreements(body, i, s)]

    assert found == []


@settings(max_examples=25)
@given(item=items())
def test_prose_that_is_only_spaced_otherwise_agrees_with_its_record(item: Item) -> None:
    # Of notes that nobody signed only the heading tells which is which.
    unsigned = [note.heading for note in item.notes if not (note.by or note.group)]
    assume(len(unsigned) == len({*unsigned}))
    for section in item.sections:
        spaced = replace(section, text="\n" + section.text.replace("\n\n", "\n\n\n") + "\n")
        assert disagreements(BODY, item, spaced) == ()


@settings(max_examples=40)
@given(item=items())
def test_the_words_alone_give_the_record_back(item: Item) -> None:
    empty = Item(item.number, item.title, item.dnr, motion=item.motion)

    read = read_back(BODY, empty, item.sections)

    assert read == replace(item, proposals=standing(item.proposals))


@settings(max_examples=25)
@given(item=items(), other=items())
def test_words_about_something_else_are_told(item: Item, other: Item) -> None:
    for kind in _KINDS:
        parts = TOLD_IN[kind]
        theirs = [s for s in other.sections if s.kind is kind]
        mine = [s for s in item.sections if s.kind is kind]
        differ = any(getattr(item, n) != getattr(other, n) for n in parts)
        if len(theirs) == 1 and len(mine) == 1 and differ and theirs[0].text != mine[0].text:
            assert disagreements(BODY, item, theirs[0])


@pytest.mark.parametrize(("kind", "old", "new", "told"), CHANGES)
def test_a_change_in_the_words_is_told(kind: SectionKind, old: str, new: str, told: str) -> None:
    assert told in _edited(kind, old, new)


@pytest.mark.parametrize(("kind", "old", "new", "told"), CHANGES)
def test_what_the_words_say_can_be_taken_over(
    kind: SectionKind, old: str, new: str, told: str
) -> None:
    sections = tuple(
        replace(s, text=s.text.replace(old, new)) if s.kind is kind else s
        for s in worded(BODY, DEBATED).sections
    )

    taken = read_back(BODY, DEBATED, sections)

    assert told
    assert taken.sections == sections
    assert all(disagreements(BODY, taken, s) == () for s in sections)
    assert worded(BODY, taken).sections == sections


def test_a_total_that_names_contradict_is_told_and_loses_nobodys_vote() -> None:
    kind, old, new = SectionKind.DECISION_PROCEDURE, "med 3 ja-röster", "med 2 ja-röster"

    written = _section(DEBATED, kind)
    edited = replace(written, text=written.text.replace(old, new))
    [vote] = read_back(BODY, DEBATED, [edited]).votes

    assert _edited(kind, old, new) == [
        "Texten säger 2 ja-röster, uppgifterna säger 3.",
        "Namnen i texten är inte så många som rösterna.",
    ]
    assert (vote.yes, vote.ballots) == (2, DEBATED.votes[0].ballots)


def test_not_more_differences_are_told_than_anybody_reads() -> None:
    pasted = Section(SectionKind.RECIPIENTS, "Skickas till", "\n\n".join(map(str, range(500))))

    told = disagreements(BODY, DEBATED, pasted)

    assert len(told) == MOST + 1
    assert str(told[-1]) == "Skillnader som inte visas: 482."


@settings(max_examples=60)
@given(kind=st.sampled_from(list(TOLD_IN)), text=st.text(alphabet=_LETTERS, max_size=80))
def test_any_words_can_be_held_against_the_record(kind: SectionKind, text: str) -> None:
    edited = Section(kind, "Rubrik", text)

    taken = taken_over(BODY, DEBATED, edited)

    assert disagreements(BODY, DEBATED, edited) == () or taken != DEBATED


def test_words_that_people_write_are_held_against_nothing() -> None:
    written = Section(SectionKind.BACKGROUND, "Ärendet", "Rösterna är 99 ja och 0 nej.")

    assert disagreements(BODY, DEBATED, written) == ()


def test_a_section_that_is_taken_out_leaves_the_record_without_it() -> None:
    kept = [s for s in worded(BODY, DEBATED).sections if s.kind is not SectionKind.RESERVATION]

    assert read_back(BODY, DEBATED, kept).reservations == ()


def test_what_was_withdrawn_stays_where_the_words_are_taken_over() -> None:
    withdrawn = Proposal((Person("Eva Ek", "S"),), ProposalKind.REJECT, withdrawn=True)
    item = replace(DEBATED, proposals=(*DEBATED.proposals, withdrawn))
    told = [s for s in worded(BODY, item).sections if s.kind is not SectionKind.DELIBERATION]

    assert read_back(BODY, item, told).proposals == (withdrawn,)


def test_one_section_can_be_taken_over_without_the_others() -> None:
    made = worded(BODY, DEBATED).sections
    texts = {SectionKind.RESERVATION: "Per By (M) reserverar sig mot beslutet.",
             SectionKind.RECIPIENTS: "Kanslichef"}  # fmt: skip
    edited = tuple(replace(s, text=texts.get(s.kind, s.text)) for s in made)
    item = replace(DEBATED, sections=edited)

    taken = taken_over(BODY, item, next(s for s in edited if s.kind is SectionKind.RECIPIENTS))

    assert taken == replace(item, recipients=("Kanslichef",))


def test_an_added_section_is_told_where_the_record_has_nothing_of_it() -> None:
    added = Section(SectionKind.STANDS_ASIDE, "Deltar inte", "Eva Ek (S) deltar inte i beslutet.")

    assert [str(one) for one in disagreements(BODY, DEBATED, added)] == [
        "Att Eva Ek (S) inte deltar i beslutet finns i texten men inte i uppgifterna."
    ]


@settings(max_examples=15)
@given(item=items(), body=st.sampled_from(["Regionstyrelsen", "Kommunstyrelsen"]))
def test_taking_over_unedited_words_changes_nothing(item: Item, body: str) -> None:
    made = worded(body, item)

    assert read_back(body, made, made.sections) == made
