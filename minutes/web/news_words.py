"""What is told of news in a line: in feeds, in letters and in the list of what one follows."""

from __future__ import annotations

from flask_babel import gettext as _

from minutes.domain.texts import lower_first
from minutes.store.queries.deed_kinds import DeedKind
from minutes.store.queries.deeds import Deed
from minutes.store.queries.news import News
from minutes.web.languages import marked
from minutes.web.words import label

_DEEDS = {
    DeedKind.RESERVATION: marked("Reservation"),
    DeedKind.PROPOSAL: marked("Yrkande"),
    DeedKind.BALLOT: marked("Röst"),
    DeedKind.DISQUALIFICATION: marked("Jäv"),
    DeedKind.STAND_ASIDE: marked("Deltog inte i beslutet"),
    DeedKind.MOTION: marked("Motion"),
}
"""What a person did once; of a note, its sort says it."""


def where(one: News) -> str:
    """The § of the news: Regionstyrelsen § 12/2026."""
    at = one.address
    return f"{at.body} § {at.number}/{at.year}"


def ended(one: News) -> str:
    """How the § ended, and to whom a proposal goes."""
    if one.to_body:
        return str(_("Förslag till %(body)s", body=lower_first(one.to_body)))
    return label(one.outcome)


def _did(kind: DeedKind, deed: Deed) -> str:
    sort = label(deed.sort) if deed.sort else ""
    if kind not in _DEEDS:
        return sort
    did = str(_(_DEEDS[kind]))
    return f"{did}: {lower_first(sort)}" if sort else did


def told(one: News) -> str:
    """What a person did at the §, or what was found there; else nothing."""
    did = dict.fromkeys(_did(kind, deed) for kind, deed in one.deeds)
    return "; ".join(did) or one.words
