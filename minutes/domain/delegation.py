"""Decisions that a delegate makes for a body (KL 6:37-40, 7:5-8)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.texts import LONGEST_DNR, require_line, require_readable


@dataclass(frozen=True, slots=True)
class DelegatedDecision:
    """What a delegate decided, on which ground in the body's delegation order.

    The day is missing where the § that reports the decision does not tell it.
    """

    delegate: str
    what: str
    decided_on: date | None = None
    dnr: str | None = None
    ground: str | None = None
    appealable: bool = True


def require_delegated(made: DelegatedDecision, today: date) -> None:
    """Refuse one without delegate or words, or of a day to come. Raises RuleBroken."""
    if not made.delegate:
        raise RuleBroken("Ange vem som har beslutat, som Regiondirektören.")
    if not made.what.strip():
        raise RuleBroken("Skriv vad som har beslutats.")
    if made.decided_on is not None and made.decided_on > today:
        raise RuleBroken("Beslutet kan inte ha fattats efter {today}.", today=today)
    require_line(made.delegate, Phrase("Delegaten"))
    require_line(made.ground or "", Phrase("Grunden"))
    require_line(made.dnr or "", Phrase("Diarienumret"), LONGEST_DNR)
    require_readable(made.what, Phrase("Beslutet"))


def require_announceable(
    decided_on: date | None, posted_on: date, *, appealable: bool, reported: bool
) -> None:
    """Refuse to announce what is reported to the body, or cannot be appealed.

    Only what is not reported is minuted and announced by itself (KL 7:8, 8:10). Raises RuleBroken.
    """
    if reported:
        raise RuleBroken(
            "Beslutet är anmält: överklagandetiden räknas från anslaget om det protokollet."
        )
    if not appealable:
        raise RuleBroken("Beslutet kan inte överklagas och behöver inte tillkännages.")
    if decided_on is None or decided_on > posted_on:
        raise RuleBroken("Ange dagen för beslutet. Den får inte vara efter dagens datum.")


TITLE = "delegationsbeslut"
"""A § whose title holds this reports what delegates have decided."""

_BULLET = re.compile(r"^(?:[-*•]|\d+[.)])\s+(?P<what>.+)$")
_OWN_DELEGATE = re.compile(r"^(?P<delegate>[^\d:,.]{3,60}):\s+(?P<what>.+)$")
_DNR = re.compile(r",?\s*\(?\bdnr\s+(?P<dnr>[^\s,;()]*[^\s,;().])\)?\.?$", re.I)
_GROUND = re.compile(
    r",?\s*\(?(?P<ground>(?:delegations(?:ordningen|bestämmelserna)\s+)?punkt\s+[\w.]*\w)\)?\.?$",
    re.I,
)
_DAY = re.compile(r"^(?P<day>\d{4}-\d{2}-\d{2}):?\s+")


def _split(words: str, end: re.Pattern[str], name: str) -> tuple[str, str | None]:
    """What stands before an end of that kind, and what the end tells."""
    found = end.search(words)
    return (words[: found.start()], found[name]) if found else (words, None)


def _day_first(words: str) -> tuple[str, date | None]:
    """The words behind the day that they begin with."""
    found = _DAY.match(words)
    try:
        return (words[found.end() :], date.fromisoformat(found["day"])) if found else (words, None)
    except ValueError:
        return words, None


def _entry(delegate: str, words: str) -> DelegatedDecision | None:
    words, day = _day_first(words)
    own = None if delegate else _OWN_DELEGATE.match(words)
    delegate, words = (own["delegate"], own["what"]) if own else (delegate, words)
    words, ground = _split(words, _GROUND, "ground")
    words, dnr = _split(words, _DNR, "dnr")
    if ground is None:
        words, ground = _split(words, _GROUND, "ground")
    what = words.strip(" ,")
    return DelegatedDecision(delegate, what, day, dnr, ground) if delegate and what else None


def reported_decisions(text: str) -> Iterator[DelegatedDecision]:
    """The decisions that a § reports, each entry of a list with its day, dnr and ground.

    The delegate's name stands on a line above the list or first in the entry. `text` is the § as
    Markdown. What stands in no list is passed over.
    """
    delegate = ""
    for line in _whole_entries(text.split("\n")):
        bullet = _BULLET.match(line.strip())
        if bullet:
            entry = _entry(delegate, bullet["what"])
            yield from [entry] if entry else []
        elif line.strip():
            name = line.strip().strip("*_#").strip()
            delegate = "" if name.endswith((".", ":")) else name


def _whole_entries(lines: Iterable[str]) -> Iterator[str]:
    """The lines, each entry of a list joined with what is wrapped below it."""
    held = ""
    for line in lines:
        if held and line[:1].isspace() and line.strip() and not _BULLET.match(line.strip()):
            held = f"{held} {line.strip()}"
            continue
        if held:
            yield held
        held = line
    if held:
        yield held
