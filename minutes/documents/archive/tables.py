"""What an archive reads without Paragraf: ballots and delegates' decisions, reservations."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from minutes.domain.record import Item, Protocol
from minutes.domain.voting import BallotChoice
from minutes.store.tables import DelegatedDecision

_CHOICES = {
    BallotChoice.YES: "Ja",
    BallotChoice.NO: "Nej",
    BallotChoice.ABSTAIN: "Avstår",
    BallotChoice.ABSENT: "Frånvarande",
}
_DELEGATED = ("dag", "beslutsfattare", "diarienummer", "grund", "beslut", "kan överklagas")
_HEADER = ("paragraf", "omröstning", "namn", "parti", "röst")


def _ballots(item: Item) -> Iterator[tuple[str, ...]]:
    for number, vote in enumerate(item.votes, 1):
        for one in vote.ballots:
            choice = _CHOICES[one.ballot]
            yield str(item.number), str(number), one.name, one.party or "", choice


def ballots_of(protocol: Protocol) -> str:
    """Each member's answer in each vote, as CSV; empty where nothing was voted on by name."""
    rows = [row for item in protocol.items for row in _ballots(item)]
    if not rows:
        return ""
    return _written([_HEADER, *rows])


def _written(rows: Iterable[Iterable[str]]) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    return file.getvalue()


def delegated_as_table(decisions: Sequence[DelegatedDecision]) -> str:
    """Each decision of a delegate, as CSV; empty where there are none."""
    rows = [
        (
            str(one.decided_on or ""),
            one.delegate,
            one.dnr or "",
            one.ground or "",
            one.what,
            "ja" if one.appealable else "nej",
        )
        for one in decisions
    ]
    return _written([_DELEGATED, *rows]) if rows else ""


def _reservations(item: Item) -> Iterator[str]:
    for one in item.reservations:
        if one.motivation:
            who = ", ".join(filter(None, (one.name, one.party)))
            yield f"§ {item.number} {item.title}\n{who}\n\n{one.motivation}\n"


def reservations_of(protocol: Protocol) -> str:
    """The reservations that were given in writing, § by §; empty where there are none."""
    return "\n---\n\n".join(text for item in protocol.items for text in _reservations(item))
