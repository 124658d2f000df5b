"""A § as it is recorded and as its words tell it, and how the rows of the one become the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlmodel import Session

from minutes.actions.columns import Present, Room
from minutes.actions.history import Act
from minutes.actions.revisions import order_rows, strike
from minutes.domain import record
from minutes.domain.comparing import paired
from minutes.store.rows import grouped
from minutes.store.tables import Item, Meeting

V = TypeVar("V")
OUT_OF_THE_WAY = 1000
"""Where new rows stand until all are put in their order."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """What is recorded of a § now and what its words tell, with who was in the room."""

    session: Session
    act: Act
    meeting: Meeting
    item: Item
    now: record.Item
    told: record.Item
    present: Present
    room: Room | None

    def rows(self, table: Any) -> Sequence[Any]:
        """The rows of a table that belong to the §, in their order."""
        return grouped(self.session, table, "item_id", [self.item.id])[self.item.id]

    def take_out(self, row: Any) -> None:
        """Take out what the words tell no more."""
        strike(self.session, self.act, row)

    def bring(
        self,
        rows: Sequence[Any],
        old: Sequence[V],
        new: Sequence[V],
        enter: Callable[[V, int], Any],
        revise: Callable[[Any, V], Any],
        take_out: Callable[[Any], Any] | None = None,
    ) -> Iterator[tuple[V, Any]]:
        """Let the rows of `old` tell `new`; each value with its row as it is done, in order.

        What is told as before keeps its row untouched.
        """
        pairs = list(paired(old, new))
        for place in (was for was, now in pairs if was is not None and now is None):
            (take_out or self.take_out)(rows[place])
        for was, place in ((was, now) for was, now in pairs if now is not None):
            row = enter(new[place], OUT_OF_THE_WAY + place) if was is None else rows[was]
            if was is not None and old[was] != new[place]:
                revise(row, new[place])
            yield new[place], row

    def in_order(self, rows: Sequence[Any]) -> None:
        """Let rows stand in the order in which the words tell of them."""
        order_rows(self.session, rows)
