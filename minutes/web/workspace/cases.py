"""The matters that a form names by their reference numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlmodel import select

from minutes.actions.items import open_matter
from minutes.store.session import session
from minutes.store.tables import Body, Matter, Organisation
from minutes.web.access import act

_BETWEEN = re.compile(r"\s*[,;]\s*")


def _under(body: Body, dnr: str, title: str) -> Matter:
    """The case of that number, opened now where the register has none."""
    organisation = session().get_one(Organisation, body.organisation_id)
    given = select(Matter).where(Matter.organisation_id == organisation.id, Matter.dnr == dnr)
    found = session().exec(given).first()
    return found or open_matter(session(), act(), organisation, dnr, title)


def matters_under(body: Body, written: str, title: str) -> Sequence[Matter]:
    """The cases of numbers parted by commas; those that are new get the title. Raises RuleBroken.

    A number has any pattern, and is kept as it is written.
    """
    numbers = [" ".join(one.split()) for one in _BETWEEN.split(written) if one.strip()]
    return [_under(body, dnr, title) for dnr in dict.fromkeys(numbers)]
