"""What a session may see: drafts and secrets are there only for those who work with them.

Minutes that are not adjusted are no public document (Tryckfrihetsförordningen 2 kap.), and a secret
§ is read by those who need it, so neither must show in any list, count or search. That stands here
once, in the session, and not in each query.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, and_, event, or_, select
from sqlalchemy.orm import ORMExecuteState, with_loader_criteria
from sqlalchemy.sql.base import ExecutableOption
from sqlalchemy.sql.visitors import iterate
from sqlmodel import Session

from minutes.store.remembered import forget
from minutes.store.tables import (
    Adjustment,
    Assignment,
    Base,
    Decision,
    DecisionPoint,
    Edition,
    EditionSigner,
    ImmediateAdjustment,
    Item,
    ItemMatter,
    Matter,
    Meeting,
    Notice,
    Verdict,
)

_KEY = "sight"


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen: drafts of these bodies (None: of all), and of agendas what has no number yet.

    Only the workspace sees an item before it is closed: the register's pages tell of §§. A secret
    § is seen in the workspace of its body, and nowhere on the register's pages, whoever reads.
    """

    bodies: frozenset[int] | None
    agenda: bool = False


_EVERYTHING = Sight(None, agenda=True)


def show(session: Session, sight: Sight) -> None:
    """From here on the session finds what is in sight."""
    if session.info.get(_KEY) != sight:
        forget(session)
    session.info[_KEY] = sight


def _columns(of: type[Base]) -> Any:
    """The columns as the database has them, to which no criterion is added."""
    return of.__table__.c  # type: ignore[attr-defined]  # every table class has its table


def _visible_meetings(bodies: frozenset[int]) -> Select[Any]:
    meeting = _columns(Meeting)
    adjusted = meeting.id.in_(select(_columns(Adjustment).meeting_id))
    return select(meeting.id).where(or_(adjusted, meeting.body_id.in_(bodies)))


def _in_sight(sight: Sight) -> ColumnElement[bool]:
    """Which items may be seen."""
    item = _columns(Item)
    is_open = item.secrecy.is_(None)
    rules = [] if sight.agenda else [item.number.is_not(None), is_open]
    if sight.bodies is not None:
        rules.append(item.meeting_id.in_(_visible_meetings(sight.bodies)))
    if sight.bodies is not None and sight.agenda:
        rules.append(or_(is_open, item.body_id.in_(sight.bodies)))
    return and_(*rules)


def _visible_items(sight: Sight) -> Select[Any]:
    return select(_columns(Item).id).where(_in_sight(sight))


def _visible_origins(sight: Sight) -> ColumnElement[bool]:
    """An assignment of a plan, or of a decision point that may be seen."""
    point, decision = _columns(DecisionPoint), _columns(Decision)
    decisions = select(decision.id).where(decision.item_id.in_(_visible_items(sight)))
    points = select(point.id).where(point.decision_id.in_(decisions))
    origin = _columns(Assignment).decision_point_id
    return or_(origin.is_(None), origin.in_(points))


def _of_editions(
    sight: Sight, bodies: frozenset[int]
) -> Iterator[tuple[type[Base], ColumnElement[bool]]]:
    """What hangs by an edition; a verdict without a § is of all of them."""
    edition, signer = _columns(Edition), _columns(EditionSigner)
    seen = edition.meeting_id.in_(_visible_meetings(bodies))
    editions = select(edition.id).where(seen)
    signers = select(signer.id).where(signer.edition_id.in_(editions))
    yield EditionSigner, _columns(EditionSigner).edition_id.in_(editions)
    yield ImmediateAdjustment, _columns(ImmediateAdjustment).edition_id.in_(editions)
    verdict = _columns(Verdict)
    of_item = or_(verdict.item_id.is_(None), verdict.item_id.in_(_visible_items(sight)))
    yield Verdict, and_(verdict.edition_signer_id.in_(signers), of_item)


def _visible_matters(sight: Sight) -> ColumnElement[bool]:
    """A matter that no § treats which may be seen has a title that nobody may read."""
    treats = _columns(ItemMatter)
    seen = select(treats.matter_id).where(treats.item_id.in_(_visible_items(sight)))
    return cast("ColumnElement[bool]", _columns(Matter).id.in_(seen))


def _of_meetings(bodies: frozenset[int]) -> Iterator[tuple[type[Base], ColumnElement[bool]]]:
    yield Meeting, _columns(Meeting).id.in_(_visible_meetings(bodies))
    for mapper in Base._sa_registry.mappers:
        columns = mapper.local_table.c
        if "meeting_id" in columns and mapper.class_ not in {Adjustment, Item, Notice}:
            of_visible = columns.meeting_id.in_(_visible_meetings(bodies))
            of_none = columns.meeting_id.is_(None)
            yield mapper.class_, or_(of_visible, of_none)


def _criteria(sight: Sight) -> Iterator[tuple[type[Base], ColumnElement[bool]]]:
    """What a row of each table must meet to be seen."""
    if sight.bodies is not None:
        yield from _of_meetings(sight.bodies)
        yield from _of_editions(sight, sight.bodies)
    yield Item, _in_sight(sight)
    yield Assignment, _visible_origins(sight)
    if not sight.agenda:
        yield Matter, _visible_matters(sight)
    for mapper in Base._sa_registry.mappers:
        if "item_id" in mapper.local_table.c and mapper.class_ is not Verdict:
            yield mapper.class_, mapper.local_table.c.item_id.in_(_visible_items(sight))


@lru_cache(maxsize=64)
def _options(sight: Sight) -> Mapping[Any, ExecutableOption]:
    """What restricts each table, by table."""
    return {
        of.__table__: with_loader_criteria(of, rule, include_aliases=True)  # type: ignore[attr-defined]  # every table class has its table
        for of, rule in _criteria(sight)
    }


def _restrict(state: ORMExecuteState) -> None:
    """Add the criteria of the tables that a statement names, in its subqueries too."""
    sight = state.session.info.get(_KEY)
    if sight in {None, _EVERYTHING} or not state.is_select or state.is_column_load:
        return
    statement: Any = state.statement
    named = set(iterate(statement))
    needed = [option for table, option in _options(sight).items() if table in named]
    state.statement = statement.options(*needed)


event.listen(Session, "do_orm_execute", _restrict)
