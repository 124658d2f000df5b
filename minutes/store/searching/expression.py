"""What is looked for, as each database's full text search is asked for it.

Only letters and numbers ever reach it, each between quotation marks: nothing that somebody types is
read as syntax.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection

from minutes.domain.searching import Query
from minutes.store.searching.swedish import stem
from minutes.store.searching.vocabulary import compounds


@dataclass(frozen=True)
class Expression:
    """Stems to be found: each group by one of its stems, each phrase as it stands."""

    groups: tuple[tuple[str, ...], ...]
    phrases: tuple[tuple[str, ...], ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for."""
        return not self.groups and not self.phrases

    @property
    def exact(self) -> Expression:
        """The same without compounds."""
        return Expression(tuple(group[:1] for group in self.groups), self.phrases)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Every stem that is looked for."""
        return frozenset(one for part in (*self.groups, *self.phrases) for one in part)


def expression_of(connection: Connection, query: Query, *, begun: bool = False) -> Expression:
    """The stems of what is looked for, with the compounds that hold them."""
    groups = []
    for word in query.words:
        own = stem(word)
        goes_on = begun and word == query.begun
        others = compounds(connection, word if goes_on else own, begun=goes_on)
        groups.append((own, *others))
    phrases = tuple(tuple(stem(word) for word in phrase) for phrase in query.phrases)
    return Expression(tuple(groups), phrases)


def _for_sqlite(of: Expression, in_head: bool) -> str:
    groups = ["(" + " OR ".join(f'"{one}"' for one in group) + ")" for group in of.groups]
    phrases = ['"' + " ".join(phrase) + '"' for phrase in of.phrases]
    words = " AND ".join([*groups, *phrases])
    return f"head : ({words})" if in_head else words


def _for_postgresql(of: Expression, in_head: bool) -> str:
    weight = ":A" if in_head else ""

    def quoted(words: Sequence[str], between: str) -> str:
        return "(" + between.join(f"'{one}'{weight}" for one in words) + ")"

    groups = [quoted(group, " | ") for group in of.groups]
    return " & ".join([*groups, *(quoted(phrase, " <-> ") for phrase in of.phrases)])


WRITTEN: dict[str, Callable[[Expression, bool], str]] = {
    "sqlite": _for_sqlite,
    "postgresql": _for_postgresql,
}
