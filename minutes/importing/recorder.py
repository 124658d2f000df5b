"""Whom and what a register knows already, so that each is entered once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from minutes.actions.history import Act
from minutes.actions.items import open_matter
from minutes.actions.motions import raise_motion
from minutes.actions.persons import register_person
from minutes.domain.motions import Raised
from minutes.domain.persons import CHAIR
from minutes.domain.persons import Person as Named
from minutes.store.tables import Matter, Motion, Organisation, Person


@dataclass(slots=True)
class Recorder:
    """Records protocols into an organisation's register.

    With `asks_rules` the actions are told who serves, so that they refuse what the rules
    refuse; a protocol from elsewhere is recorded as it stands.
    """

    session: Session
    act: Act
    organisation: Organisation
    asks_rules: bool = False
    _people: dict[str, Person] = field(default_factory=dict)
    _matters: dict[str, Matter] = field(default_factory=dict)

    def person(self, named: Named) -> Person | None:
        """The person in the register, entered if new; None for groups and "Ordföranden"."""
        if named.name is None or named == CHAIR:
            return None
        if not self._people:
            known = select(Person).where(Person.organisation_id == self.organisation.id)
            self._people = {p.name: p for p in self.session.exec(known)}
        if named.name not in self._people:
            entered = register_person(self.session, self.act, self.organisation, named.name)
            self._people[named.name] = entered
        return self._people[named.name]

    def people(self, named: Iterable[Named]) -> Mapping[Named, Person]:
        """The persons in the register behind those named."""
        return {n: p for n in named if (p := self.person(n)) is not None}

    def matter(self, dnr: str, title: str) -> Matter:
        """The matter of a reference number, opened if new."""
        if not self._matters:
            known = select(Matter).where(Matter.organisation_id == self.organisation.id)
            self._matters = {m.dnr: m for m in self.session.exec(known)}
        if dnr not in self._matters:
            opened = open_matter(self.session, self.act, self.organisation, dnr, title)
            self._matters[dnr] = opened
        return self._matters[dnr]

    def motion(self, number: str | None, title: str, matter: Matter | None) -> Motion:
        """The motion of a number, or the matter's where none is told; entered if new."""
        found = self._known_motion(number, matter)
        if found is not None:
            return found
        raised = Raised(number, title)
        return raise_motion(self.session, self.act, self.organisation, raised, matter=matter)

    def _known_motion(self, number: str | None, matter: Matter | None) -> Motion | None:
        known = select(Motion).where(Motion.organisation_id == self.organisation.id)
        if number is not None:
            return self.session.exec(known.where(Motion.number == number)).first()
        if matter is None:
            return None
        unnumbered = known.where(col(Motion.number).is_(None), Motion.matter_id == matter.id)
        return self.session.exec(unnumbered).first()
