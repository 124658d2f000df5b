"""What passages are found by, and what is looked for, as each database's full text search has it.

Only letters and numbers ever reach it, each between quotation marks: nothing that somebody types is
read as syntax. Beside its stems a passage has marks: the stems of its §'s title once more, and what
it can be narrowed by. They begin with a character of private use that no word has, so that the
index of the words answers all of a search alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sqlalchemy import Connection

from minutes.domain.searching import Query
from minutes.store.searching.swedish import stem
from minutes.store.searching.vocabulary import compounds

_HEAD, _MARK = "\ue000", "\ue001"
_MOST_TOKENS = 60_000
"""So much of a passage is read: PostgreSQL takes no more than a megabyte."""

Groups = tuple[tuple[str, ...], ...]


def mark(kind: str, value: object) -> str:
    """What a passage is narrowed by."""
    return f"{_MARK}{kind}" + "".join(sign for sign in str(value).lower() if sign.isalnum())


def tokens(head: Sequence[str], marks: Iterable[str], words: Sequence[str]) -> list[str]:
    """What a passage is found by; marks part the stems of the title from those of the text."""
    told = [*(f"{_HEAD}{one}" for one in head), *head, *marks, *words]
    return told[:_MOST_TOKENS]


def _as_vector(told: Sequence[str]) -> str:
    places: dict[str, list[str]] = defaultdict(list)
    for place, one in enumerate(told, 1):
        places[one].append(str(place))
    return " ".join(f"'{one}':{','.join(at)}" for one, at in places.items())


KEPT: dict[str, Callable[[Sequence[str]], str]] = {
    "sqlite": " ".join,
    "postgresql": _as_vector,
}
"""How each database is told what a passage is found by."""


@dataclass(frozen=True)
class Expression:
    """Stems to be found: each group by one of its stems, each phrase as it stands."""

    groups: Groups
    phrases: tuple[tuple[str, ...], ...]
    in_head: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for."""
        return not self.groups and not self.phrases

    @property
    def exact(self) -> Expression:
        """The same without compounds."""
        return replace(self, groups=tuple(group[:1] for group in self.groups))

    @property
    def of_head(self) -> Expression:
        """The same, in the titles of §§."""
        return replace(self, in_head=True)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Every stem that is looked for."""
        return frozenset(one for part in (*self.groups, *self.phrases) for one in part)

    def parts(self) -> tuple[Groups, tuple[tuple[str, ...], ...]]:
        """The groups and the phrases as they stand in the index."""
        before = _HEAD if self.in_head else ""

        def told(of: Groups) -> Groups:
            return tuple(tuple(f"{before}{one}" for one in part) for part in of)

        return told(self.groups), told(self.phrases)


def expression_of(connection: Connection, query: Query, *, begun: bool = False) -> Expression:
    """The stems of what is looked for, with the compounds that hold them."""
    groups = []
    for word in query.words:
        own = stem(word)
        goes_on = begun and word == query.begun
        others = compounds(connection, word if goes_on else own, begun=goes_on)
        groups.append((own, *(one for one in others if one != own)))
    phrases = tuple(tuple(stem(word) for word in phrase) for phrase in query.phrases)
    return Expression(tuple(groups), phrases)


def _for_sqlite(of: Expression, marks: Groups) -> str:
    groups, phrases = of.parts()
    either = ["(" + " OR ".join(f'"{one}"' for one in group) + ")" for group in (*groups, *marks)]
    return " AND ".join([*either, *('"' + " ".join(phrase) + '"' for phrase in phrases)])


def _for_postgresql(of: Expression, marks: Groups) -> str:
    def quoted(words: Sequence[str], between: str) -> str:
        return "(" + between.join(f"'{one}'" for one in words) + ")"

    groups, phrases = of.parts()
    either = [quoted(group, " | ") for group in (*groups, *marks)]
    return " & ".join([*either, *(quoted(phrase, " <-> ") for phrase in phrases)])


WRITTEN: dict[str, Callable[[Expression, Groups], str]] = {
    "sqlite": _for_sqlite,
    "postgresql": _for_postgresql,
}
"""How each database is asked: what is looked for, narrowed by one mark of each group."""
