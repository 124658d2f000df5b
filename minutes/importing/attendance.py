"""Attendance from the front page: who served, for whom and over which §§."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes.domain.attendance import Attendance, Role
from minutes.domain.persons import Person
from minutes.domain.wording.attendance import ROLE_NAMES
from minutes.importing.intervals import intervals, present
from minutes.importing.names import NAME, PARTY, bare_name, persons, spread

_PERSON = re.compile(rf"(?P<name>{NAME}) ?{PARTY}")
_ROLES = (
    (
        re.compile(r"\b(?:2:[ae]|andre) vice ordf(?:örande|\.)", re.IGNORECASE),
        Role.SECOND_VICE_CHAIR,
    ),
    (re.compile(r"\bvice ordf(?:örande|\.)", re.IGNORECASE), Role.VICE_CHAIR),
    (re.compile(r"\bordf(?:örande\b|\.)", re.IGNORECASE), Role.CHAIR),
    (re.compile(r"\bsekreterare", re.IGNORECASE), Role.SECRETARY),
)
_FOR = re.compile(
    rf"\b(?:ersätter|ersättare (?:för|istf)|tj(?:änst)?g(?:örande|ör)?\.? (?:ersättare )?för"
    rf"|för|ers:?) "
    rf"(?P<name>{NAME}|[Vv]akant) ?{PARTY}"
)
_FOR_NAME = re.compile(
    r"\b(?:ersätter|ersättare (?:för|istf)|tj(?:änst)?g(?:örande|ör)?\.? (?:ersättare )?för) "
    rf"(?P<name>{NAME})"
)
_SERVES = re.compile(r"(?<!ej )(?<!inte )(?<!icke )\btj(?:änst)?g(?:örande|ör)?\b", re.IGNORECASE)
_SERVES_NOT = re.compile(r"\b(?:ej|inte|icke) tj(?:änst)?g(?:örande|ör)?\b", re.IGNORECASE)
_SUBSTITUTE = re.compile(r"\bersättare\b", re.IGNORECASE)
_ABSENT = re.compile(r"\b(?:frånvarande|ej närvarande|förhinder|förhindrad)\b", re.IGNORECASE)
_WANTS_MORE = re.compile(
    r"(?:,|§|\d[-–]| (?:för|och|på)"
    r"|\)[^§()]* för [A-ZÅÄÖ][^()]*"
    r"| (?:ersätter|(?:tj(?:änst)?g(?:örande|ör)?\.?|ersättare) för)(?: [^()]+)?)$"
)
"""The end of a line whose words go on on the next."""
_REMOTE = re.compile(r"\b(?:på distans|distans|digitalt|via (?:Teams|Skype|länk))\b", re.IGNORECASE)
_ON_DISTANCE = re.compile(r", på distans\b")
_MEMBER = re.compile(r",? ledamot\b")
_OFFICIAL = re.compile(
    rf"^(?P<before>[A-ZÅÄÖ]?[a-zåäö]+(?:direktör|chef|sekreterare|jurist|strateg)\w* )?"
    rf"(?P<name>(?!Se )(?:{NAME}))(?:,? \((?P<inside>[^§()][^()]{{2,80}}?)(?:,? §[-–§\d, och]*)?\)"
    r"|,? (?P<title>[^§()]{3,80}?))?(?:,? ?\(?(?:t\.o\.m\. |fr\.o\.m\. )?§.*)?$"
)


def role_of(text: str, default: Role) -> Role:
    """The role that a line names."""
    return next((role for pattern, role in _ROLES if pattern.search(text)), default)


def _instead(text: str) -> Person | None:
    """For whom somebody serves; the party may be left out."""
    match = _FOR.search(text)
    if match is not None:
        return Person(match["name"], match["party"])
    match = _FOR_NAME.search(text)
    return Person(match["name"], None) if match else None


def _part(rest: str, role: Role, listed: Attendance) -> Role:
    """The role that the words behind a name give; a member may be there without serving."""
    waits = not listed.serves and _MEMBER.match(rest)
    return role_of(_FOR.sub("", rest), Role.MEMBER if waits else role)


def _member(text: str, listed: Attendance) -> Attendance | None:
    """The member on a line, as one of those `listed` who are like this."""
    first = _PERSON.search(text)
    if first is None or first["name"].startswith("Ersätter "):
        return None
    rest = text[first.end() :]
    instead = _instead(rest)
    during = present(rest) if instead is None else intervals(rest)
    if _ABSENT.search(rest) and not during:
        return None
    is_substitute = instead or _SUBSTITUTE.search(rest) or _SERVES_NOT.search(rest)
    return Attendance(
        bare_name(first["name"]),
        first["party"],
        _part(rest, Role.SUBSTITUTE if is_substitute else listed.role, listed),
        (listed.serves or bool(_SERVES.search(rest))) and not _SERVES_NOT.search(rest),
        instead,
        during,
        bool(_REMOTE.search(rest)),
    )


def _members(texts: Sequence[str], listed: Attendance) -> Iterator[Attendance]:
    """The members on the lines; several on a line are parted at their commas."""
    for text in _whole_lines(texts):
        spread_out = spread(text)
        alone = len(persons(spread_out)) < 2 or _FOR.search(spread_out)
        parts = [spread_out] if alone else re.split(r"(?<=\)),? (?=[A-ZÅÄÖ])", spread_out)
        for part in parts:
            found = _member(part, listed)
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
        match = _OFFICIAL.match(_ON_DISTANCE.sub("", text))
        if match is None:
            continue
        title = (match["before"] or match["inside"] or match["title"] or "").strip() or None
        # Who chairs what else ("revisionens ordförande") is an attendee here.
        writes = role_of(title or "", role) is Role.SECRETARY
        kind = Role.SECRETARY if writes else role
        remote = _ON_DISTANCE.search(text) is not None
        said = None if (title or "").casefold() == ROLE_NAMES.get(kind) else title
        yield Attendance(match["name"], None, kind, False, None, intervals(text), remote, said)


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


_LISTED = (
    ("serving", Attendance("", None, Role.MEMBER, serves=True)),
    ("substituting", Attendance("", None, Role.SUBSTITUTE, serves=True)),
    ("not_serving", Attendance("", None, Role.SUBSTITUTE, serves=False)),
)
"""The labels with members under them, and what those are."""


def read_attendance(labels: dict[str, list[str]]) -> tuple[Attendance, ...]:
    """Everyone whom the front page names, in its order."""
    found = [
        *(one for label, like in _LISTED for one in _members(labels.get(label, []), like)),
        *_officials(labels.get("attending", []), Role.ATTENDEE),
    ]
    return tuple(dict.fromkeys(_chair_and_secretary(found, labels)))
