"""Which region or municipality a file is of, and which one of the register's that is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from sqlmodel import Session, col, select

from minutes.importing.lines import Line
from minutes.store.tables import Body, Organisation

_NAME = re.compile(
    r"^(?:region [\w-]+(?: län)?|[\w-]+(?: [\w-]+)? (?:kommun|stad))$", re.IGNORECASE
)
_SORT = re.compile(r"\b(?:Kommun|Län)$")
_NAMELESS = {"regionen", "kommunen", "staden"}
"""What an organisation is called before anybody has named it; the setting's own default."""


def organisation_of(lines: Iterable[Line]) -> str | None:
    """The organisation that headers and front page name oftenest, alone in a column."""
    cells = (cell.text for line in lines for cell in line.cells)
    found = Counter(text for text in cells if _NAME.match(text)).most_common(1)
    if not found:
        return None
    name = found[0][0]
    return _SORT.sub(lambda sort: sort[0].lower(), name.title()) if name.isupper() else name


def same_organisation(one: str, other: str) -> bool:
    """Whether two names may be of one organisation; one without a name may be any."""
    names = {one.casefold(), other.casefold()}
    return len(names) == 1 or bool(names & _NAMELESS)


def homes(session: Session, body: str) -> list[Organisation]:
    """The organisations that have a body of that name."""
    joined = select(Organisation).join(Body, col(Body.organisation_id) == Organisation.id)
    return list(session.exec(joined.where(Body.name == body).order_by(col(Organisation.id))))


def home_of(session: Session, body: str, named: str | None, default: str) -> str | None:
    """The name of the organisation whose body it is; None where it may be any of several.

    It is the one that the file names, else the only one that has such a body, else the default.
    """
    known = [one.name for one in homes(session, body)]
    if named is not None:
        every = known + list(session.exec(select(Organisation.name)))
        written = (name for name in every if name.casefold() == named.casefold())
        return next(
            (name for name in known if same_organisation(name, named)), next(written, named)
        )
    if len(known) > 1:
        return default if default in known else None
    return known[0] if known else default
