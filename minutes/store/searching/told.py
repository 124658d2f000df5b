"""What §§ tell, in one query, read as whoever asks may read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Select,
    bindparam,
    literal,
    null,
    select,
    type_coerce,
    union_all,
)

from minutes.store.searching.tables import Part
from minutes.store.tables import Base
from minutes.store.tables.base import Words

T = Base.metadata.tables
_NOBODY = type_coerce(null(), Words())
_FIRST = literal(0)
_DNR = "dnr"


@dataclass(slots=True)
class Told:
    """The texts of a passage, and who is named in it by name and party."""

    texts: list[str] = field(default_factory=list)
    named: list[tuple[str | None, str | None]] = field(default_factory=list)

    def add(self, text: str, name: str | None, party: str | None) -> None:
        """Take in a text, a name, or both."""
        if text:
            self.texts.append(text)
        if name or party:
            self.named.append((name, party))

    def words(self) -> list[str]:
        """Everything that is told, names with their parties."""
        names = (" ".join(filter(None, pair)) for pair in dict.fromkeys(self.named))
        return [*self.texts, *names]


Passages = Mapping[tuple[Part, int], Told]


def _rows(
    order: int,
    part: str,
    item: Any,
    row: Any,
    text: Any,
    name: Any = _NOBODY,
    party: Any = _NOBODY,
    at: Any = _FIRST,
) -> Select[Any]:
    """What a table tells of the passage whose key is `row`, `at` that place among its texts."""
    labels = ("item_id", "row_id", "text", "name", "party", "at")
    columns = (item, row, text, name, party, at)
    told = (one.label(label) for one, label in zip(columns, labels, strict=True))
    return select(*told, literal(part).label("part"), literal(order).label("place"))


def _of_debate() -> Iterator[Select[Any]]:
    """Proposals with their movers, and notes with their authors."""
    for order, part, parent, people, link in (
        (5, Part.PROPOSAL, T["proposal"], T["proposal_mover"], "proposal_id"),
        (7, Part.NOTE, T["note"], T["note_author"], "note_id"),
    ):
        named = parent.join(people, people.c[link] == parent.c.id)
        who = people.c.name, people.c.party
        party = parent.c.get("group_party", _NOBODY)
        yield _rows(order, part, parent.c.item_id, parent.c.id, parent.c.text, _NOBODY, party)
        empty = type_coerce(literal(""), Words())
        yield _rows(order, part, parent.c.item_id, parent.c.id, empty, *who).select_from(named)


def _of_decisions() -> Iterator[Select[Any]]:
    decision, point, assignment = T["decision"].c, T["decision_point"].c, T["assignment"].c
    points = T["decision_point"].join(T["decision"], decision.id == point.decision_id)
    item = decision.item_id
    decided = _rows(4, Part.DECISION, item, item, point.text, at=point.number)
    yield decided.select_from(points)
    handed = points.join(T["assignment"], assignment.decision_point_id == point.id)
    for text in (assignment.assignee, assignment.text):
        yield _rows(8, Part.ASSIGNMENT, item, assignment.id, text).select_from(handed)


def _of_plans() -> Iterator[Select[Any]]:
    """What stands in a plan is told by the § that adopted it: its assignments, and its goals."""
    plan, assignment, wording = T["plan"].c, T["assignment"].c, T["goal_wording"].c
    is_of = (assignment.plan == plan.name) & (assignment.organisation_id == plan.organisation_id)
    item, given = plan.decided_by_id, T["plan"].join(T["assignment"], is_of)
    for text in (assignment.assignee, assignment.text):
        yield _rows(8, Part.ASSIGNMENT, item, assignment.id, text).select_from(given)
    goals = T["plan"].join(T["goal"], T["goal"].c.plan_id == plan.id)
    worded = goals.join(T["goal_wording"], wording.goal_id == T["goal"].c.id)
    yield _rows(10, Part.ITEM, item, item, wording.name).select_from(worded)


def _of_item() -> Iterator[Select[Any]]:
    item, matter, treats = T["item"].c, T["matter"].c, T["item_matter"].c
    section, wording = T["section"].c, T["text_revision"].c
    current = (wording.section_id == section.id) & (wording.number == section.revision)
    reservation, annex = T["reservation"].c, T["annex"].c
    yield _rows(0, "title", item.id, item.id, item.title)
    matters = T["item_matter"].join(T["matter"], matter.id == treats.matter_id)
    yield _rows(1, _DNR, treats.item_id, matter.id, matter.dnr).select_from(matters)
    texts = T["section"].join(T["text_revision"], current)
    told = _rows(3, Part.ITEM, section.item_id, section.item_id, wording.text, at=section.position)
    yield told.select_from(texts)
    who = reservation.name, reservation.party
    for text in (reservation.in_favour_of, reservation.motivation):
        yield _rows(6, Part.RESERVATION, reservation.item_id, reservation.id, text, *who)
    yield _rows(9, Part.ANNEX, annex.item_id, annex.id, annex.title)
    measure, assessment = T["measure"].c, T["assessment"].c
    for one in (measure, assessment):
        yield _rows(11, Part.ITEM, one.item_id, one.item_id, one.text)


@cache
def _query() -> Any:
    """What is asked at every commit is put together once; `items` are the §§."""
    parts = [*_of_item(), *_of_decisions(), *_of_plans(), *_of_debate()]
    items: BindParameter[int] = bindparam("items", expanding=True)
    narrowed = [one.where(next(iter(one.selected_columns)).in_(items)) for one in parts]
    return union_all(*narrowed)


@dataclass(slots=True)
class ItemTold:
    """What a § tells: its title, its case numbers, and its passages."""

    title: str = ""
    dnr: list[str] = field(default_factory=list)
    passages: dict[tuple[Part, int], Told] = field(default_factory=lambda: defaultdict(Told))

    def take(self, row: Any) -> None:
        """Take in what a row tells."""
        if row.part == "title":
            self.title = row.text
        elif row.part == _DNR:
            self.dnr.append(row.text)
        else:
            told = row.text or "", row.name, row.party
            self.passages[Part(row.part), row.row_id].add(*told)
            if row.part != Part.ITEM:
                self.passages[Part.ITEM, row.item_id].add(*told)


def told_of(connection: Connection, items: Collection[int]) -> dict[int, ItemTold]:
    """What these §§ tell, by their keys; who may see them is asked before."""
    found: dict[int, ItemTold] = {key: ItemTold() for key in items}
    rows = connection.execute(_query(), {"items": list(items)}).all() if items else []
    for row in sorted(rows, key=lambda one: (one.place, one.row_id, one.at)):
        found[row.item_id].take(row)
    return found
