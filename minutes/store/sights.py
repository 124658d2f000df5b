"""What a row of each table must meet to be seen: drafts, secrets, and what is on the web."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select, true

from minutes.store.copies import standing_copies
from minutes.store.in_sight import columns, covered, delegated
from minutes.store.readable import (
    Sight,
    is_held,
    is_published,
    is_readable,
    is_there,
    there,
)
from minutes.store.tables import (
    Adjustment,
    Assignment,
    Base,
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


def _in_sight(sight: Sight, item: Any) -> ColumnElement[bool]:
    """Which items may be seen."""
    is_open = item.secrecy.is_(None)
    rules = [] if sight.agenda else [item.number.is_not(None), is_open]
    if sight.bodies is not None:
        rules.append(is_held(item.meeting_id, item.body_id, sight.bodies))
        rules.append(is_published(sight, item.meeting_id, item.body_id))
    if sight.bodies is not None and sight.agenda:
        rules.append(or_(is_open, item.body_id.in_(sight.bodies)))
    return and_(true(), *rules)


def _is_visible_item(sight: Sight, key: Any) -> ColumnElement[bool]:
    """Whether the item of that key may be seen."""
    seen = there(Item, "seen_item")
    return is_there(seen, seen.c.id == key, _in_sight(sight, seen.c))


def _visible_origins(sight: Sight) -> ColumnElement[bool]:
    """An assignment of a plan, or of a decision point that may be seen."""
    point, decision = there(DecisionPoint, "seen_point"), there(Decision, "seen_decision")
    decided = is_there(
        decision,
        decision.c.id == point.c.decision_id,
        _is_visible_item(sight, decision.c.item_id),
    )
    origin = columns(Assignment).decision_point_id
    return or_(origin.is_(None), is_there(point, point.c.id == origin, decided))


def _of_editions(
    sight: Sight, bodies: frozenset[int]
) -> Iterator[tuple[type[Base], ColumnElement[bool]]]:
    """What hangs by an edition; a verdict without a § is of all of them."""
    edition, signer = columns(Edition), columns(EditionSigner)
    seen = is_readable(sight, bodies, edition.meeting_id)
    editions = select(edition.id).where(seen)
    signers = select(signer.id).where(signer.edition_id.in_(editions))
    yield EditionSigner, columns(EditionSigner).edition_id.in_(editions)
    yield ImmediateAdjustment, columns(ImmediateAdjustment).edition_id.in_(editions)
    yield Renewal, columns(Renewal).edition_id.in_(editions)
    verdict = columns(Verdict)
    of_item = or_(verdict.item_id.is_(None), _is_visible_item(sight, verdict.item_id))
    yield Verdict, and_(verdict.edition_signer_id.in_(signers), of_item)


def _visible_matters(sight: Sight) -> ColumnElement[bool]:
    """A matter that no § treats which may be seen has a title that nobody may read."""
    treats = there(ItemMatter, "seen_treats")
    of_matter = treats.c.matter_id == columns(Matter).id
    return is_there(treats, of_matter, _is_visible_item(sight, treats.c.item_id))


_OF_THE_MEETING = (Adjustment, Notice)
"""What is told of a meeting whose minutes nobody has approved for the web."""


def _of_meetings(
    sight: Sight, bodies: frozenset[int]
) -> Iterator[tuple[type[Base], ColumnElement[bool]]]:
    meeting = columns(Meeting)
    yield Meeting, is_held(meeting.id, meeting.body_id, bodies)
    for mapper in Base._sa_registry.mappers:
        own = mapper.local_table.c
        if "meeting_id" in own and mapper.class_ not in {*_OF_THE_MEETING, Item, Mask}:
            of_none = own.meeting_id.is_(None)
            told = _proofs(bodies) if mapper.class_ is Document else false()
            readable = is_readable(sight, bodies, own.meeting_id)
            yield mapper.class_, or_(readable, of_none, told)


def _proofs(bodies: frozenset[int]) -> ColumnElement[bool]:
    """What proves that a notice stood its time is as public as the notice."""
    document = columns(Document)
    proves = document.kind == DocumentKind.PROOF
    seen = there(Meeting, "seen_meeting")
    held = is_held(seen.c.id, seen.c.body_id, bodies)
    return and_(proves, is_there(seen, seen.c.id == document.meeting_id, held))


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
    yield Item, _in_sight(sight, columns(Item))
    yield DelegatedDecision, delegated(partial(_is_visible_item, sight), sight.bodies)
    yield Assignment, _visible_origins(sight)
    if not sight.agenda:
        yield Matter, _visible_matters(sight)
    apart = dict(_of_copies(sight))
    for mapper in Base._sa_registry.mappers:
        if "item_id" in mapper.local_table.c and mapper.class_ not in {Verdict, Mask}:
            of_item = _is_visible_item(sight, mapper.local_table.c.item_id)
            yield mapper.class_, and_(of_item, apart.pop(mapper.class_, true()))
    yield from apart.items()
