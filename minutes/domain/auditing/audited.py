"""A § and a meeting as they are audited: with those who took part."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from minutes.domain.attendance import Attendance, Role
from minutes.domain.auditing.winners import winner
from minutes.domain.bodies import BodyKind
from minutes.domain.findings import Context
from minutes.domain.persons import CHAIR, Person
from minutes.domain.proposals import Proposal, standing
from minutes.domain.questions import Option
from minutes.domain.record import Item, Protocol
from minutes.domain.seated import InRoom
from minutes.domain.voting import BallotChoice, Vote

_ELECTION = re.compile(
    r"\b(?:\w*val(?:et)? av|välj\w*|valärende|fyllnadsval|utse\w*|anställ\w*|entledig\w*)\b",
    re.IGNORECASE,
)


def among(who: Person, people: Iterable[Person]) -> bool:
    """Whether somebody is one of them; a party that is not told agrees with any."""
    return any(
        who.name == one.name and (who.party == one.party or not (who.party and one.party))
        for one in people
    )


@dataclass(frozen=True)
class AuditedItem:
    """One § and what is known of the meeting; without slots, so that who was there is kept."""

    item: Item
    context: Context

    @property
    def number(self) -> int:
        """The number of the §."""
        return self.item.number

    @property
    def is_of_assembly(self) -> bool:
        """Whether the body is an assembly, for which KL 5 holds in whole."""
        return self.context.kind is BodyKind.ASSEMBLY

    @property
    def knows_who_served(self) -> bool:
        """Whether the minutes tell who served at all."""
        return bool(self.context.attendance)

    def _as_listed(self, people: Iterable[Person]) -> tuple[Person, ...]:
        """The persons as the attendance has them, whose party the § may leave out."""
        known = [a.person for a in self.context.attendance]
        return tuple(next((k for k in known if among(p, [k])), p) for p in people)

    @cached_property
    def disqualified(self) -> tuple[Person, ...]:
        """Those who may not take part, nor in a board or committee be in the room."""
        return self._as_listed(one.person for one in self.item.disqualified)

    @cached_property
    def room(self) -> InRoom:
        """Who is in the room, and in which part."""
        chairs = (d.chaired_by for d in self.item.disqualified if d.chaired_by is not None)
        return InRoom(
            self.number,
            self.context.kind,
            self.context.seats,
            self.context.attendance,
            self.disqualified,
            next(chairs, None),
            self._as_listed(self.item.stands_aside),
        )

    @cached_property
    def seats(self) -> tuple[Attendance, ...]:
        """Who serves in the §, without those who are disqualified."""
        return self.room.serving

    @cached_property
    def seated(self) -> tuple[Person, ...]:
        """Who may speak and move in the §; who stands aside in the decision may, too."""
        return self.room.members

    @cached_property
    def deciding(self) -> tuple[Person, ...]:
        """Who took part in the decision (KL 5:67 point 5)."""
        aside = self.room.stood_aside
        return tuple(p for p in self.seated if p not in aside)

    def stands_aside(self, who: Person) -> bool:
        """Whether somebody took no part, by name or with the whole of the party's group."""
        groups = {p.party for p in self.item.stands_aside if p.is_group}
        return who.party in groups or among(who, self.item.stands_aside)

    def is_seated(self, who: Person) -> bool:
        """Whether a person serves, or some of a party's group do; the chair always."""
        if who == CHAIR:
            return True
        if who.is_group:
            return any(p.party == who.party for p in self.seated)
        return among(who, self.seated)

    def unseated(self, people: Iterable[Person]) -> tuple[Person, ...]:
        """Those who neither serve nor are disqualified, each once; nobody where it is not told."""
        named = dict.fromkeys(people) if self.knows_who_served else ()
        return tuple(p for p in named if not (self.is_seated(p) or among(p, self.disqualified)))

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """Those that stand: what was withdrawn leaves no trace (KL 5:67 point 1)."""
        return standing(self.item.proposals)

    @property
    def carried(self) -> tuple[Option, ...]:
        """What carried, question by question: as was voted where it was, else as was found."""
        won = (winner(q, self.votes_on(n)) for n, q in enumerate(self.item.questions))
        return tuple(option for option in won if option is not None)

    def votes_on(self, question: int) -> tuple[Vote, ...]:
        """The votes that settled a question, by its place."""
        return tuple(v for v in self.final_votes if v.question == question)

    @property
    def is_election(self) -> bool:
        """Whether the matter is an election or an employment, as known or by its words."""
        if self.number in self.context.elections:
            return True
        points = self.item.decision.points if self.item.decision else ()
        return any(_ELECTION.search(text) for text in (self.item.title, *(p.text for p in points)))

    @property
    def final_votes(self) -> tuple[Vote, ...]:
        """The votes that settled something, other than which counter-proposal to put."""
        return tuple(v for v in self.item.votes if not v.preliminary)

    def abstained(self, who: Person) -> bool:
        """Whether somebody voted for neither in every open vote that settled something."""
        told = [v for v in self.final_votes if v.ballots]
        silent = [
            among(who, (b.person for b in v.ballots if b.ballot is BallotChoice.ABSTAIN))
            for v in told
        ]
        return bool(told) and all(silent)


@dataclass(frozen=True)
class AuditedMeeting:
    """A meeting's record and what is known beside it."""

    protocol: Protocol
    context: Context

    @cached_property
    def items(self) -> tuple[AuditedItem, ...]:
        """The §§, each as it is audited."""
        return tuple(AuditedItem(item, self.context) for item in self.protocol.items)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the §§, as they stand."""
        return tuple(item.number for item in self.protocol.items)

    def of_role(self, role: Role) -> list[Attendance]:
        """Who has a part at the meeting."""
        return [a for a in self.protocol.attendance if a.role is role]
