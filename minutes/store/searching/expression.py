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
from itertools import combinations

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
    """Stems to be found: each group by one of its stems, each phrase as it stands.

    Where it is loose, one of them may be missing.
    """

    groups: Groups
    phrases: tuple[tuple[str, ...], ...]
    in_head: bool = False
    is_loose: bool = False

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


def _joined(of: Expression, parts: Sequence[str], both: str, either: str) -> str:
    """All of the parts, or all but any one of them."""
    if not of.is_loose:
        return both.join(parts)
    ways = combinations(parts, len(parts) - 1)
    return "(" + either.join(f"({both.join(way)})" for way in ways) + ")"


def _for_sqlite(of: Expression, marks: Groups) -> str:
    def either(group: Sequence[str]) -> str:
        return "(" + " OR ".join(f'"{one}"' for one in group) + ")"

    groups, phrases = of.parts()
    parts = [*map(either, groups), *('"' + " ".join(phrase) + '"' for phrase in phrases)]
    told = [_joined(of, parts, " AND ", " OR ")] if parts else []
    return " AND ".join([*told, *map(either, marks)])


def _for_postgresql(of: Expression, marks: Groups) -> str:
    def quoted(words: Sequence[str], between: str) -> str:
        return "(" + between.join(f"'{one}'" for one in words) + ")"

    groups, phrases = of.parts()
    parts = [*(quoted(one, " | ") for one in groups), *(quoted(one, " <-> ") for one in phrases)]
    told = [_joined(of, parts, " & ", " | ")] if parts else []
    return " & ".join([*told, *(quoted(one, " | ") for one in marks)])


WRITTEN: dict[str, Callable[[Expression, Groups], str]] = {
    "sqlite": _for_sqlite,
    "postgresql": _for_postgresql,
}
"""How each database is asked: what is looked for, narrowed by one mark of each group."""
