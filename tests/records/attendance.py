"""A strategy for those present: who serves, for whom and when, and the officials."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from minutes.domain.attendance import Attendance, Interval, Role
from minutes.domain.persons import Person

_TITLES = ["regiondirektör", "ekonomichef", "HR-strateg", "chefsjurist"]
_intervals = st.one_of(
    st.just(()),
    st.tuples(st.builds(Interval, st.just(54), st.integers(54, 60))),
    st.just((Interval(51, 53), Interval(58, 58))),
)


@st.composite
def _members(draw: st.DrawFn, people: Sequence[Person]) -> list[Attendance]:
    """A chair, members and one who serves in another's place."""
    roles = [Role.CHAIR, Role.VICE_CHAIR, Role.SECOND_VICE_CHAIR, Role.MEMBER, Role.MEMBER]
    seated = [
        Attendance(p.name or "", p.party, role, True, None, draw(_intervals), draw(st.booleans()))
        for p, role in zip(people, roles, strict=False)
    ]
    who, absent = people[5], people[6]
    instead = Attendance(
        who.name or "", who.party, Role.SUBSTITUTE, True, absent, draw(_intervals), False
    )
    return [*seated, instead]


@st.composite
def attendance(draw: st.DrawFn, people: Sequence[Person]) -> tuple[Attendance, ...]:
    """Members, substitutes who do not serve, officials and the secretary, as they are listed."""
    found = draw(_members(people))
    for person in people[7 : draw(st.integers(7, 9))]:
        remote = draw(st.booleans())
        found.append(
            Attendance(person.name or "", person.party, Role.SUBSTITUTE, False, remote=remote)
        )
    for name, title in zip(["Ulla Trägård", "Per-Ola af Ving"], _TITLES, strict=False):
        part = draw(_intervals)
        found.append(Attendance(name, None, Role.ATTENDEE, False, None, part, False, title))
    found.append(Attendance("Åke Rask", None, Role.SECRETARY, False))
    return tuple(found)
