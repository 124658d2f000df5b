"""What a row of each table must meet to be seen: drafts, secrets, and what is on the web."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, and_, false, or_, select, true

from minutes.domain.publishing import Publishing
from minutes.store.copies import standing_copies
from minutes.store.in_sight import columns, covered, delegated
from minutes.store.tables import (
    Adjustment,
    Assignment,
    Base,
    Body,
    Correction,
    Decision,
    DecisionPoint,
    DelegatedDecision,
    Document,
    DocumentKind,
    Edition,
    EditionSigner,
    ImmediateAdjustment,
    Item,
    ItemMatter,
    Mask,
    MaskedText,
    Matter,
    Meeting,
    Notice,
    Person,
    Renewal,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen: drafts of these bodies (None: of all), and of agendas what has no number yet.

    On the web, `public_on` that day, only what somebody approved is read: that the meeting was
    held and its minutes adjusted is seen all the same.

    Only the workspace sees an item before it is closed: the register's pages tell of §§. A secret
    § is seen in the workspace of its body, and nowhere on the register's pages, whoever reads.
    """

    bodies: frozenset[int] | None
    agenda: bool = False
    public_on: date | None = None


def _visible_meetings(bodies: frozenset[int]) -> Select[Any]:
    meeting = columns(Meeting)
    adjusted = meeting.id.in_(select(columns(Adjustment).meeting_id))
    return select(meeting.id).where(or_(adjusted, meeting.body_id.in_(bodies)))


def readable_meetings(sight: Sight, bodies: frozenset[int]) -> Select[Any]:
    """The meetings whose minutes may be read."""
    seen, meeting, body = _visible_meetings(bodies), columns(Meeting), columns(Body)
    if sight.public_on is None:
        return seen
    unreviewed = select(body.id).where(body.publishing == Publishing.UNREVIEWED)
    copied = meeting.id.in_(standing_copies(sight.public_on, "meeting_id"))
    return seen.where(or_(meeting.body_id.in_(unreviewed), copied))


def _in_sight(sight: Sight) -> ColumnElement[bool]:
    """Which items may be seen."""
    item = columns(Item)
    is_open = item.secrecy.is_(None)
    rules = [] if sight.agenda else [item.number.is_not(None), is_open]
    if sight.bodies is not None:
        rules.append(item.meeting_id.in_(readable_meetings(sight, sight.bodies)))
    if sight.bodies is not None and sight.agenda:
        rules.append(or_(is_open, item.body_id.in_(sight.bodies)))
    return and_(*rules)


def _visible_items(sight: Sight) -> Select[Any]:
    return select(columns(Item).id).where(_in_sight(sight))


def _visible_origins(sight: Sight) -> ColumnElement[bool]:
    """An assignment of a plan, or of a decision point that may be seen."""
    point, decision = columns(DecisionPoint), columns(Decision)
    decisions = select(decision.id).where(decision.item_id.in_(_visible_items(sight)))
    points = select(point.id).where(point.decision_id.in_(decisions))
    origin = columns(Assignment).decision_point_id
    return or_(origin.is_(None), origin.in_(points))


def _of_editions(
    sight: Sight, bodies: frozenset[int]
) -> Iterator[tuple[type[Base], ColumnElement[bool]]]:
    """What hangs by an edition; a verdict without a § is of all of them."""
    edition, signer = columns(Edition), columns(EditionSigner)
    seen = edition.meeting_id.in_(readable_meetings(sight, bodies))
    editions = select(edition.id).where(seen)
    signers = select(signer.id).where(signer.edition_id.in_(editions))
    yield EditionSigner, columns(EditionSigner).edition_id.in_(editions)
    yield ImmediateAdjustment, columns(ImmediateAdjustment).edition_id.in_(editions)
    yield Renewal, columns(Renewal).edition_id.in_(editions)
    verdict = columns(Verdict)
    of_item = or_(verdict.item_id.is_(None), verdict.item_id.in_(_visible_items(sight)))
    yield Verdict, and_(verdict.edition_signer_id.in_(signers), of_item)


def _visible_matters(sight: Sight) -> ColumnElement[bool]:
    """A matter that no § treats which may be seen has a title that nobody may read."""
    treats = columns(ItemMatter)
    seen = select(treats.matter_id).where(treats.item_id.in_(_visible_items(sight)))
    return cast("ColumnElement[bool]", columns(Matter).id.in_(seen))


_OF_THE_MEETING = (Adjustment, Notice)
"""What is told of a meeting whose minutes nobody has approved for the web."""


def _of_meetings(
    sight: Sight, bodies: frozenset[int]
) -> Iterator[tuple[type[Base], ColumnElement[bool]]]:
    yield Meeting, columns(Meeting).id.in_(_visible_meetings(bodies))
    readable = readable_meetings(sight, bodies)
    for mapper in Base._sa_registry.mappers:
        held = mapper.local_table.c
        if "meeting_id" in held and mapper.class_ not in {*_OF_THE_MEETING, Item, Mask}:
            of_none = held.meeting_id.is_(None)
            told = _proofs(bodies) if mapper.class_ is Document else false()
            yield mapper.class_, or_(held.meeting_id.in_(readable), of_none, told)


def _proofs(bodies: frozenset[int]) -> ColumnElement[bool]:
    """What proves that a notice stood its time is as public as the notice."""
    document = columns(Document)
    proves = document.kind == DocumentKind.PROOF
    return and_(proves, document.meeting_id.in_(_visible_meetings(bodies)))


def _of_copies(sight: Sight) -> Iterator[tuple[type[Base], ColumnElement[bool]]]:
    """Masks are seen where they are made; what they take out is known only where they hold."""
    masked = columns(MaskedText)
    if sight.public_on is None:
        yield MaskedText, false()
    else:
        held = masked.copy_id.in_(standing_copies(sight.public_on, "id"))
        yield MaskedText, held
        hidden = select(masked.original).where(held)
        yield Person, columns(Person).name.not_in(hidden)
        yield Correction, covered(sight.public_on)
    if not sight.agenda:
        yield Mask, false()
    elif sight.bodies is not None:
        meeting = columns(Meeting)
        own = select(meeting.id).where(meeting.body_id.in_(sight.bodies))
        yield Mask, columns(Mask).meeting_id.in_(own)


def criteria(sight: Sight) -> Iterator[tuple[type[Base], ColumnElement[bool]]]:
    """What a row of each table must meet to be seen."""
    if sight.bodies is not None:
        yield from _of_meetings(sight, sight.bodies)
        yield from _of_editions(sight, sight.bodies)
    yield Item, _in_sight(sight)
    yield DelegatedDecision, delegated(_visible_items(sight), sight.bodies)
    yield Assignment, _visible_origins(sight)
    if not sight.agenda:
        yield Matter, _visible_matters(sight)
    apart = dict(_of_copies(sight))
    for mapper in Base._sa_registry.mappers:
        if "item_id" in mapper.local_table.c and mapper.class_ not in {Verdict, Mask}:
            of_item = mapper.local_table.c.item_id.in_(_visible_items(sight))
            yield mapper.class_, and_(of_item, apart.pop(mapper.class_, true()))
    yield from apart.items()
