"""How tests fill in the sheet of a vote."""

from __future__ import annotations

from typing import Any

from minutes.store.session import session
from minutes.store.tables import Item
from tests.databases import opened
from tests.web.desk import Desk
from tests.web.pages import X

BOARD = "/arbete/regionstyrelsen/2026-10-28"
NEW = "omrostning-ny"
YES, NO, ABSTAIN = "yes", "no", "abstain"


def go_to(desk: Desk) -> None:
    """Open a § of the board's draft in which nothing was moved."""
    desk.open(f"{BOARD}/punkt/{desk.item_of('regionstyrelsen', 2026, 88)}")


def groups(desk: Desk) -> dict[str, int]:
    """The party groups with how many they are."""
    selects = [s for s in desk.element(NEW).iter(f"{X}select") if s.get("data-ballot")]
    parties = [s.get("data-party") or "" for s in selects if s.get("data-ballot") == "member"]
    return {party: parties.count(party) for party in dict.fromkeys(parties)}


def everybody(desk: Desk, answer: str) -> dict[str, Any]:
    """All party groups answer the same."""
    return {f"parties-{party}": answer for party in groups(desk)}


def against(desk: Desk, *parties: str) -> dict[str, Any]:
    """Some groups answer no, the others yes."""
    return everybody(desk, YES) | {f"parties-{party}": NO for party in parties}


def elect(desk: Desk) -> None:
    """Let the § be about an election."""
    with opened(desk.register):
        item = session().get_one(Item, desk.item_of("regionstyrelsen", 2026, 88))
        item.is_election = True
        session().commit()
    go_to(desk)


def member(desk: Desk, part: str) -> str:
    """The field of the member whose name holds those words."""
    selects = desk.element(NEW).iter(f"{X}select")
    return next(s.get("name") or "" for s in selects if part in (s.get("name") or ""))
