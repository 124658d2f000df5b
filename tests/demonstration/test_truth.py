"""The demonstration does not contradict itself: who is said to act in a § serves there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import pytest
from sqlmodel import Session

from minutes.demonstration.meetings import meetings
from minutes.domain.attendance import Role, serving
from minutes.domain.persons import CHAIR, Person
from minutes.domain.record import Item, Protocol
from minutes.store.queries.persons import person_list, person_page

Acting = Callable[[Item], Iterable[Person | None]]


def _items() -> Iterator[tuple[Protocol, Item]]:
    for held in meetings():
        for item in held.protocol.items:
            yield held.protocol, item


def _serving(protocol: Protocol, item: Item) -> set[Person]:
    return {a.person for a in serving(protocol.attendance, item.number)}


def _at(protocol: Protocol, item: Item) -> str:
    return f"{protocol.body} {protocol.date} § {item.number}"


def _strangers(acting: Acting, there: Callable[[Protocol, Item], set[Person]]) -> Iterator[str]:
    """Those who act in a § though they are not among those there."""
    for protocol, item in _items():
        for who in acting(item):
            if who and who.name and who != CHAIR and who not in there(protocol, item):
                yield f"{_at(protocol, item)}: {who.name}"


@pytest.mark.parametrize(
    "acting",
    [
        pytest.param(lambda i: [p for one in i.proposals for p in one.by], id="moves"),
        pytest.param(lambda i: [b.person for v in i.votes for b in v.ballots], id="votes"),
        pytest.param(lambda i: [v.casting_vote for v in i.votes], id="casts the deciding vote"),
        pytest.param(lambda i: [r.person for r in i.reservations], id="reserves themselves"),
        pytest.param(lambda i: [d.chaired_by for d in i.disqualified], id="chairs"),
        pytest.param(lambda i: [d.replaced_by for d in i.disqualified], id="stands in"),
        pytest.param(lambda i: i.stands_aside, id="takes no part in the decision"),
    ],
)
def test_nobody_acts_in_a_paragraph_without_serving_there(acting: Acting) -> None:
    assert any(who for _, item in _items() for who in acting(item))
    assert list(_strangers(acting, _serving)) == []


def test_a_note_is_by_one_who_serves_or_by_a_substitute_in_the_room() -> None:
    """The regulations of 2025 let a substitute have an opinion recorded (KL 6:17)."""

    def in_the_room(protocol: Protocol, item: Item) -> set[Person]:
        roles = {Role.SECRETARY, Role.ATTENDEE}
        present = [a for a in protocol.attendance if a.role not in roles]
        return {a.person for a in present if a.covers(item.number)}

    def authors(item: Item) -> list[Person]:
        return [p for note in item.notes for p in note.by]

    assert list(_strangers(authors, in_the_room)) == []


def test_a_party_that_acts_as_a_group_has_somebody_serving() -> None:
    for protocol, item in _items():
        groups = {r.party for r in item.reservations if r.name is None}
        groups |= {note.group for note in item.notes if note.group}

        assert groups <= {p.party for p in _serving(protocol, item)}, _at(protocol, item)


def test_who_is_disqualified_does_not_serve() -> None:
    away = [
        (protocol, item, one.person) for protocol, item in _items() for one in item.disqualified
    ]

    assert away
    assert not [_at(p, i) for p, i, who in away if who in _serving(p, i)]


def test_a_substitute_for_the_disqualified_serves_only_there() -> None:
    for protocol, item in _items():
        for one in item.disqualified:
            instead = [
                a
                for a in protocol.attendance
                if (a.person, a.serves_for) == (one.replaced_by, one.person)
            ]
            covered = {i.number for i in protocol.items for a in instead if a.covers(i.number)}
            gone = {i.number for i in protocol.items if one.person in _persons(i)}

            assert covered <= gone, _at(protocol, item)
            assert (item.number in covered) is (one.replaced_by is not None), _at(protocol, item)


def _persons(item: Item) -> set[Person]:
    return {one.person for one in item.disqualified}


def test_everyone_stands_once_for_each_paragraph() -> None:
    for protocol, item in _items():
        there = Counter(a.name for a in protocol.attendance if a.covers(item.number))

        assert max(there.values()) == 1, _at(protocol, item)


def test_a_meeting_counts_once_for_one_who_stands_twice_in_its_list(entered: Session) -> None:
    (entry,) = person_list(entered, "Sten-Åke Norlin").persons
    page = person_page(entered, entry.slug)

    assert page is not None
    assert entry.meetings == sum(one.meetings for one in page.presence)


def test_no_matter_bears_the_name_of_one_of_its_meetings() -> None:
    """A matter is called what its first § is called, also where later §§ treat it."""
    dated = [
        _at(protocol, item)
        for protocol, item in _items()
        if item.dnr and str(protocol.date) in item.title
    ]

    assert dated == []


def test_a_budget_is_a_matter_of_its_own() -> None:
    titles: dict[str, set[str]] = {}
    for _, item in _items():
        for dnr in item.dnr:
            titles.setdefault(dnr, set()).add(item.title)

    budgets = [found for found in titles.values() if any(t.startswith("Budget 202") for t in found)]

    assert len(budgets) >= 2
    assert all(len(found) == 1 for found in budgets)
