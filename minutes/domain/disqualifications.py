"""Disqualification (jäv): who may not take part in an item (KL 6:28-32, 5:47-49)."""

from __future__ import annotations

from dataclasses import dataclass

from minutes.domain.persons import Person


@dataclass(frozen=True, slots=True)
class Disqualification:
    """Who stepped aside in a §, on which ground, who served and who chaired instead."""

    name: str
    party: str | None
    ground: str = ""
    replaced_by: Person | None = None
    chaired_by: Person | None = None

    @property
    def person(self) -> Person:
        """Name and party of the day."""
        return Person(self.name, self.party)
