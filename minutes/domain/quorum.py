"""Whether enough of a body's seats are filled to handle an item, and what to do where not."""

from __future__ import annotations

from dataclasses import dataclass

from minutes.domain.attendance import is_quorate
from minutes.domain.bodies import BodyKind
from minutes.domain.errors import Phrase


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many of the seats are filled; `seats` is None where nobody has told how many there are.

    `disqualified` are those who stepped aside: they count in the assembly only (KL 5:46).
    """

    seats: int | None
    serving: int
    kind: BodyKind
    disqualified: int = 0

    @property
    def is_held(self) -> bool:
        """Whether the body may handle the item; where the seats are not known, nobody can say."""
        if self.seats is None:
            return True
        return is_quorate(self.seats, self.serving, self.kind, self.disqualified)

    @property
    def needed(self) -> int:
        """How many must be there: more than half of the seats."""
        return (self.seats or 0) // 2 + 1

    @property
    def margin(self) -> int:
        """How many more may leave before the body can no longer decide; below 0 it cannot."""
        counted = self.disqualified if self.kind is BodyKind.ASSEMBLY else 0
        return self.serving + counted - self.needed

    @property
    def told(self) -> Phrase:
        """The state in a line."""
        if self.seats is None:
            return Phrase("{serving} tjänstgör", serving=self.serving)
        serving, seats = self.serving, self.seats
        if self.is_held:
            return Phrase("{serving} av {seats} tjänstgör, beslutför", serving=serving, seats=seats)
        return Phrase(
            "{serving} av {seats} tjänstgör, inte beslutför", serving=serving, seats=seats
        )

    @property
    def advice(self) -> Phrase | None:
        """What it means that the quorum is lost, and what to do; None where it is not."""
        if self.is_held:
            return None
        return Phrase(
            "Det behövs {needed}: paragrafen får inte beslutas ({statute}). Kalla in ersättare, "
            "vänta, eller bordlägg ärendet.",
            needed=self.needed,
            statute="KL 5:45" if self.kind is BodyKind.ASSEMBLY else "KL 6:27",
        )
