"""Who is in the room, as the actions on a § ask for it."""

from __future__ import annotations

from collections.abc import Collection

from minutes.actions.columns import Present, Room
from minutes.domain.persons import Person as Named
from minutes.store.seated import Seated


def present_in(room: Seated, abstained: Collection[Named] = ()) -> Present:
    """Who may act in the §; `serving` is None where the attendance tells nobody at all."""
    serving = room.members if room.attendance else None
    return Present(room.people or {}, serving, room.stood_aside, abstained)


def room_of(room: Seated) -> Room | None:
    """How many seats are filled in the §; None where that is not known."""
    if room.seats is None or not room.attendance:
        return None
    return Room(room.seats, room.kind, len(room.members), len(room.disqualified))
