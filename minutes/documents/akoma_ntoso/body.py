"""What the XML lets one read: the front page's facts, the §§ with their sections, who signed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from minutes.documents.akoma_ntoso.names import E, Told, item_id, party_id
from minutes.documents.akoma_ntoso.text import blocks
from minutes.documents.archive.markup import clean
from minutes.domain.attendance import Attendance
from minutes.domain.persons import Person
from minutes.domain.record import Item
from minutes.domain.sections import Section
from minutes.domain.wording.days import day


def _person(told: Told, one: Person, **attributes: str) -> list[Any]:
    """A person's name, and the party of that day in brackets."""
    name = E.person(clean(one.name or ""), refersTo=f"#{told.person(one)}", **attributes)
    if not one.party:
        return [name]
    return [name, " (", E.organization(clean(one.party), refersTo=f"#{party_id(one.party)}"), ")"]


def _present(told: Told, one: Attendance) -> Any:
    made = E.p(*_person(told, one.person, **{"as": f"#{one.role}"}))
    if one.title:
        made.append(E.span(clean(f", {one.title}")))
    return made


def front(told: Told) -> Iterator[Any]:
    """The title, the place and the time, and who was there."""
    protocol = told.protocol
    yield E.p(E.docTitle(clean(f"Protokoll {protocol.body} {day(told.held_on)}")))
    yield E.p(
        E.docProponent(clean(protocol.organisation or ""), refersTo=f"#{told.body}"),
        ", ",
        E.docDate(day(told.held_on), date=str(told.held_on)),
    )
    if protocol.place:
        yield E.p(clean(protocol.place))
    for heading, serves in (("Beslutande", True), ("Övriga närvarande", False)):
        present = [one for one in protocol.attendance if one.serves is serves]
        if present:
            yield E.container(
                E.p(E.b(heading)), *(_present(told, one) for one in present), name="attendance"
            )


def _section(told: Told, section: Section, key: str) -> Any:
    heading = [E.heading(clean(section.heading))] if section.heading else []
    content = E.content(*blocks(section.text, told.root))
    return E.hcontainer(*heading, content, name=section.kind.value, eId=key)


def _item(told: Told, item: Item) -> Any:
    key = item_id(item)
    sections = [
        _section(told, one, f"{key}__hcontainer_{n}") for n, one in enumerate(item.sections, 1)
    ]
    return E.section(
        E.num(f"§ {item.number}"),
        E.heading(clean(item.title)),
        *(sections or [E.content(E.p())]),
        eId=key,
    )


def body(told: Told) -> Iterator[Any]:
    """The §§ in their order."""
    if not told.protocol.items:
        yield E.p()
    for item in told.protocol.items:
        yield _item(told, item)


def signatures(told: Told) -> Iterator[Any]:
    """Who signed the minutes, and when; nothing where it is not told."""
    signed = [
        E.p(
            E.signature(*_person(told, Person(one.name, one.party))),
            f" {one.signed_on}" if one.signed_on else "",
        )
        for one in told.edition.signatures
    ]
    if signed:
        yield E.conclusions(*signed)
