"""What is to be sent of a meeting: each § that is adjusted, to whom it goes, and what has gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from minutes.store.agendas import items_on
from minutes.store.extracts import (
    addresses_of,
    adjusted_items,
    dispatches_of,
    extracts_of,
    recipients_of,
)
from minutes.store.session import session
from minutes.store.tables import Channel, Dispatch, Extract, Item, Letter
from minutes.web.languages import marked
from minutes.web.workspace.place import Place

CHANNELS: Mapping[Channel, str] = {
    Channel.EMAIL: marked("E-post"),
    Channel.POST: marked("Post"),
    Channel.HAND: marked("Överlämnat"),
}
"""What the screen calls each way."""


@dataclass(frozen=True, slots=True)
class Gone:
    """One sending of an extract, and how its letter fares."""

    channel: Channel
    to_address: str
    sent_at: datetime
    version: int
    waits: bool = False
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody whom a § is to be sent to, where they are reached, and what they were sent.

    One without a name stands for anybody else.
    """

    name: str
    email: str
    gone: Sequence[Gone]
    form_id: str


@dataclass(frozen=True, slots=True)
class ToSend:
    """A § that may be certified."""

    row: Item
    extract: Extract | None
    recipients: Sequence[Recipient] = field(default_factory=tuple)

    @property
    def concerns(self) -> bool:
        """Whether it is to be sent to somebody, or has been."""
        return any(one.name for one in self.recipients)

    @property
    def waits(self) -> bool:
        """Whether somebody whose address is known has not been sent it."""
        return any(one.email and not one.gone for one in self.recipients)


def _gone(sent: Dispatch, extract: Extract, letter: Letter | None) -> Gone:
    return Gone(
        sent.channel,
        sent.to_address,
        sent.sent_at,
        extract.version,
        waits=letter is not None and letter.sent_at is None,
        answer=letter.answer if letter and letter.given_up_at else "",
    )


def _recipients(
    item: Item, names: Sequence[str], known: Mapping[str, str], gone: Mapping[str, Sequence[Gone]]
) -> tuple[Recipient, ...]:
    """Those of the §, then whoever else was sent it, then anybody."""
    all_names = dict.fromkeys([*names, *gone, ""])
    return tuple(
        Recipient(
            name, known.get(name.casefold(), ""), gone.get(name, ()), f"skicka-{item.id}-{place}"
        )
        for place, name in enumerate(all_names)
    )


def to_send(here: Place) -> Sequence[ToSend]:
    """The adjusted §§ of a meeting, each with its recipients."""
    adjusted = adjusted_items(session(), here.meeting)
    rows = [row for row in items_on(session(), here.meeting) if row.id in adjusted]
    extracts, known = extracts_of(session(), here.meeting), addresses_of(session(), here.body.id)
    names = recipients_of(session(), [row.id for row in rows])
    gone: dict[int, dict[str, list[Gone]]] = {}
    for sent, extract, letter in dispatches_of(session(), here.meeting):
        told = _gone(sent, extract, letter)
        gone.setdefault(extract.item_id, {}).setdefault(sent.recipient, []).append(told)
    return [
        ToSend(
            row,
            extracts.get(row.id),
            _recipients(row, names.get(row.id, ()), known, gone.get(row.id, {})),
        )
        for row in rows
    ]
