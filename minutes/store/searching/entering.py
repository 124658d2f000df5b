"""Passages are entered in the index: what each is found by, and who is named in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, insert, select

from minutes.store.searching.expression import KEPT, mark, tokens
from minutes.store.searching.swedish import stems_of
from minutes.store.searching.tables import NAMED, PASSAGE, STEMS
from minutes.store.searching.told import ItemTold, Told
from minutes.store.searching.vocabulary import add_terms, inserted

Entry = tuple[dict[str, Any], ItemTold, Told]
"""A passage: its columns, the § that it is of, and what it tells."""
_NARROWED = {"part": "part", "body": "body_id", "year": "year", "outcome": "outcome"}
"""The marks of every passage, each with the column that says which."""


@dataclass(slots=True)
class Known:
    """What the index is known to have: stems, and the keys of who is named."""

    stems: set[str] = field(default_factory=set)
    named: dict[tuple[str, str], int] = field(default_factory=dict)

    def keys_of(self, connection: Connection, told: Iterable[Told]) -> None:
        """Let everybody have a key who is named in these passages."""
        new = {_pair(one) for passage in told for one in passage.named} - self.named.keys()
        if not new:
            return
        rows = [{"name": name, "party": party} for name, party in sorted(new)]
        connection.execute(inserted(connection, NAMED).on_conflict_do_nothing(), rows)
        names = sorted({name for name, _ in new})
        found = connection.execute(select(NAMED).where(NAMED.c.name.in_(names)))
        self.named |= {(row.name, row.party): row.id for row in found}


def _pair(named: tuple[str | None, str | None]) -> tuple[str, str]:
    name, party = named
    return name or "", party or ""


def _marks(row: Mapping[str, Any], told: Told, named: Sequence[int]) -> list[str]:
    parties = dict.fromkeys(party for _, party in told.named if party)
    return [
        *(mark(kind, row[column]) for kind, column in _NARROWED.items()),
        *(mark("party", party) for party in parties),
        *(mark("named", key) for key in named),
    ]


def enter(connection: Connection, made: Sequence[Entry], known: Known) -> None:
    """Keep passages, their stems and who is named in them."""
    last = connection.execute(select(func.coalesce(func.max(PASSAGE.c.id), 0))).scalar_one()
    kept, seen = KEPT[connection.dialect.name], set[str]()
    passages, found_by = [], []
    known.keys_of(connection, (told for _, _, told in made))
    for key, (row, of, told) in enumerate(made, last + 1):
        head, words = stems_of([of.title, *of.dnr]), stems_of(told.words())
        seen.update(head, words)
        named = [known.named[pair] for pair in dict.fromkeys(map(_pair, told.named))]
        passages.append({"id": key, **row, "named": " ".join(map(str, named))})
        found_by.append({"id": key, "words": kept(tokens(head, _marks(row, told, named), words))})
    for table, rows in ((PASSAGE, passages), (STEMS, found_by)):
        if rows:
            connection.execute(insert(table), rows)
    add_terms(connection, seen - known.stems)
    known.stems |= seen
