"""Attendance from the front page: who served, for whom and over which §§."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes.domain.attendance import Attendance, Interval, Role
from minutes.domain.persons import Person
from minutes.domain.record import Item
from minutes.domain.wording.attendance import ROLE_NAMES
from minutes.importing.names import NAME, PARTY, bare_name, persons, spread

_PERSON = re.compile(rf"(?P<name>{NAME}) ?{PARTY}")
_ROLES = (
    (re.compile(r"\b(?:2:[ae]|andre) vice ordförande", re.IGNORECASE), Role.SECOND_VICE_CHAIR),
    (re.compile(r"\bvice ordförande", re.IGNORECASE), Role.VICE_CHAIR),
    (re.compile(r"\bordförande", re.IGNORECASE), Role.CHAIR),
    (re.compile(r"\bsekreterare", re.IGNORECASE), Role.SECRETARY),
)
_FOR = re.compile(
    rf"\b(?:ersätter|ersättare (?:för|istf)|tj(?:änst)?g(?:örande|ör)?\.? (?:ersättare )?för"
    rf"|för|ers:?) "
    rf"(?P<name>{NAME}|[Vv]akant) ?{PARTY}"
)
_INTERVAL = re.compile(r"§§? ?(?P<first>\d{1,4})(?: ?[-–] ?(?:§ ?)?(?P<last>\d{1,4}))?")
_MORE = re.compile(r"(?:, | och )(?P<first>\d{1,4})(?: ?[-–] ?(?P<last>\d{1,4}))?")
_UNTIL = re.compile(r"\b(?:t\. ?o\. ?m\.|tom|till och med) §? ?(?P<last>\d{1,4})")
_FROM = re.compile(r"\b(?:fr\. ?o\. ?m\.|from|från och med) §? ?(?P<first>\d{1,4})")
_WANTS_MORE = re.compile(r"(?:,|§|\d[-–]| (?:för|och|på)| ersätter(?: [^()]+)?)$")
"""The end of a line whose words go on on the next."""
_REMOTE = re.compile(r"\b(?:på distans|distans|digitalt|via (?:Teams|Skype|länk))\b", re.IGNORECASE)
_ALTERNATE = re.compile(
    r"\bmed [^.]{2,60}? som ersättare\b|\b(?:som|till|med) ersättare\b.*", re.IGNORECASE | re.S
)
_OFFICIAL = re.compile(
    rf"^(?P<before>[A-ZÅÄÖ]?[a-zåäö]+(?:direktör|chef|sekreterare|jurist|strateg)\w* )?"
    rf"(?P<name>{NAME})"
    r"(?:,? \(?(?P<title>[^§()]{3,80}?)\)?)?(?:,? ?\(?§.*)?$"
)


def _closed(text: str) -> Iterator[Interval]:
    for match in _INTERVAL.finditer(text):
        yield Interval(int(match["first"]), int(match["last"] or match["first"]))
        at = match.end()
        while (more := _MORE.match(text, at)) is not None:
            yield Interval(int(more["first"]), int(more["last"] or more["first"]))
            at = more.end()


def intervals(text: str) -> tuple[Interval, ...]:
    """The §§ that a line gives; none is the whole meeting."""
    until = [Interval(None, int(m["last"])) for m in _UNTIL.finditer(text)]
    after = [Interval(int(m["first"]), None) for m in _FROM.finditer(text)]
    rest = _FROM.sub("", _UNTIL.sub("", text))
    return (*until, *_closed(rest), *after)


def role_of(text: str, default: Role) -> Role:
    """The role that a line names."""
    return next((role for pattern, role in _ROLES if pattern.search(text)), default)


def _member(text: str, *, serves: bool) -> Attendance | None:
    first = _PERSON.search(text)
    if first is None:
        return None
    rest = text[first.end() :]
    instead = _FOR.search(rest)
    serves_for = Person(instead["name"], instead["party"]) if instead else None
    default = Role.SUBSTITUTE if instead or not serves else Role.MEMBER
    return Attendance(
        bare_name(first["name"]),
        first["party"],
        role_of(_FOR.sub("", rest), default),
        serves,
        serves_for,
        intervals(rest),
        bool(_REMOTE.search(rest)),
    )


def _members(texts: Sequence[str], *, serves: bool) -> Iterator[Attendance]:
    """The members on the lines; several on a line are parted at their commas."""
    for text in _whole_lines(texts):
        spread_out = spread(text)
        alone = len(persons(spread_out)) < 2 or _FOR.search(spread_out)
        parts = [spread_out] if alone else re.split(r"(?<=\)),? (?=[A-ZÅÄÖ])", spread_out)
        for part in parts:
            found = _member(part, serves=serves)
            if found is not None:
                yield found


def _whole_lines(texts: Sequence[str]) -> Iterator[str]:
    """Lines, with one that goes on on the next joined to it."""
    held = ""
    for text in texts:
        goes_on = held and (text[0].islower() or text[0] == "(" or _WANTS_MORE.search(held))
        if held and not goes_on:
            yield held
        held = f"{held} {text}" if goes_on else text
    if held:
        yield held


def _officials(texts: Sequence[str], role: Role) -> Iterator[Attendance]:
    for text in _whole_lines(texts):
        match = _OFFICIAL.match(text)
        if match is None:
            continue
        title = (match["before"] or match["title"] or "").strip() or None
        # Who chairs what else ("revisionens ordförande") is an attendee here.
        writes = role_of(title or "", role) is Role.SECRETARY
        kind = Role.SECRETARY if writes else role
        said = None if (title or "").casefold() == ROLE_NAMES.get(kind) else title
        yield Attendance(match["name"], None, kind, False, None, intervals(text), False, said)


def _chair_and_secretary(
    found: list[Attendance], labels: dict[str, list[str]]
) -> Iterator[Attendance]:
    """Everyone, with the chair marked who signs as such, and the secretary who signs."""
    chair = next(iter(labels.get("chair", [])), "")
    writer = next(iter(labels.get("secretary", [])), "")
    has_chair = any(a.role is Role.CHAIR for a in found)
    for one in found:
        signs = not has_chair and one.name in chair and one.role is Role.MEMBER
        writes = one.name in writer and one.role is Role.ATTENDEE
        role = Role.CHAIR if signs else Role.SECRETARY if writes else one.role
        yield replace(one, role=role)
    named = {a.name for a in found}
    for one in _officials(labels.get("secretary", [])[:1], Role.SECRETARY):
        if one.name not in named:
            yield replace(one, title=None)


def read_attendance(labels: dict[str, list[str]]) -> tuple[Attendance, ...]:
    """Everyone whom the front page names, in its order."""
    found = [
        *_members(labels.get("serving", []), serves=True),
        *_members(labels.get("not_serving", []), serves=False),
        *_officials(labels.get("attending", []), Role.ATTENDEE),
    ]
    return tuple(dict.fromkeys(_chair_and_secretary(found, labels)))


def read_adjusters(
    labels: dict[str, list[str]], attendance: Sequence[Attendance]
) -> tuple[Person, ...]:
    """Who is to adjust, with the party that the list of those present gives them."""
    text = " ".join(labels.get("adjusters", []))
    named = [a.person for a in attendance if a.name and a.name in text]
    return tuple(dict.fromkeys([*persons(text), *named]))


_ELECTED = re.compile(
    r"\b(?:utse[rs]?|utsågs?|utsedd|välj(?:er|s)|valdes?)\b(?P<before>.{0,200}?)\b(?:att|till)\b"
    r".{0,60}?\bjuster(?:a|are)",
    re.IGNORECASE | re.S,
)


def elected_adjusters(items: Sequence[Item]) -> tuple[Person, ...]:
    """Who was elected to adjust, by the first decision that elects somebody to."""
    points = (p.text for item in items if item.decision for p in item.decision.points)
    for text in points:
        if _ELECTED.search(text) and (found := persons(_ALTERNATE.sub("", text))):
            return found
    return ()
