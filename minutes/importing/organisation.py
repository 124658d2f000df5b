"""Which one of the register's regions and municipalities a file is of."""

from __future__ import annotations

from sqlmodel import Session, col, select

from minutes.store.tables import Body, Organisation

_NAMELESS = {"regionen", "kommunen", "staden"}
"""What an organisation is called before anybody has named it; the setting's own default."""


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
