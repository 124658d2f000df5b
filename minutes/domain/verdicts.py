"""Verdicts: what those who adjust the minutes say of them, § by § (KL 5:69, JO 4024-1999)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from minutes.domain.adjustment import SignerRole, adjusted_on
from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.persons import Person
from minutes.domain.texts import require_readable


class VerdictKind(StrEnum):
    """What somebody said: signed, refused with a reason, or took the refusal back."""

    SIGNED = "signed"
    REFUSED = "refused"
    RETRACTED = "retracted"


class SigningMethod(StrEnum):
    """How somebody signed."""

    CERTIFICATE = "certificate"
    SEAL = "seal"
    SERVICE = "service"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Asked:
    """Who was asked to sign an edition; `key` tells them apart.

    The minutes wait for those who are `expected`. The secretary may sign what they wrote.
    """

    key: int
    role: SignerRole
    person: Person
    expected: bool = True


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one of them said of the § of that number, or of all that they said nothing else of."""

    signer: int
    item: int | None
    kind: VerdictKind
    on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """What was said of an edition so far, in the order in which it was said.

    `settled` are the refused §§ that a later § of the body approved, each with the day.
    """

    items: tuple[int, ...]
    asked: tuple[Asked, ...]
    said: tuple[Verdict, ...] = ()
    settled: tuple[tuple[int, date], ...] = ()

    @property
    def expected(self) -> tuple[Asked, ...]:
        """Those for whom the minutes wait."""
        return tuple(one for one in self.asked if one.expected)

    def on(self, signer: int, item: int) -> Verdict | None:
        """What somebody's verdict on a § is now: the last one counts, None while it is open.

        A refusal that was taken back leaves the § open to the signature that comes after it.
        """
        own = rest = None
        for one in self.said:
            if one.signer == signer and one.item == item:
                own, rest = one, None if one.kind is VerdictKind.RETRACTED else rest
            elif one.signer == signer and one.item is None:
                rest = one
        return rest if own is None or own.kind is VerdictKind.RETRACTED else own

    def has_signed(self, signer: int) -> bool:
        """Whether somebody has put their name to the edition."""
        return any(one.signer == signer and one.item is None for one in self.said)

    def open_to(self, signer: int) -> tuple[int, ...]:
        """The §§ of which somebody has said nothing yet."""
        return tuple(item for item in self.items if self.on(signer, item) is None)

    @property
    def waiting(self) -> tuple[Asked, ...]:
        """Those who are expected and have not said what they think of every §."""
        return tuple(one for one in self.expected if self.open_to(one.key))

    @property
    def refusals(self) -> tuple[Verdict, ...]:
        """The refusals that stand, by §, the settled ones too."""
        found = (self.on(one.key, item) for item in self.items for one in self.expected)
        return tuple(one for one in found if one and one.kind is VerdictKind.REFUSED)

    @property
    def unsettled(self) -> tuple[Verdict, ...]:
        """The refusals that keep the minutes from being adjusted."""
        settled = dict(self.settled)
        return tuple(one for one in self.refusals if one.item not in settled)

    def _days(self) -> Iterator[date | None]:
        settled = dict(self.settled)
        said = [(item, self.on(one.key, item)) for item in self.items for one in self.expected]
        for item, one in said:
            if one is None or one.kind is VerdictKind.REFUSED:
                yield settled.get(item) if one else None
            else:
                yield one.on

    @property
    def adjusted_on(self) -> date | None:
        """The day of the last signature, or on which the last refused § was approved.

        None while a verdict is missing or a refusal stands.
        """
        return adjusted_on(list(self._days()))


def _require_asked(tally: Tally, signer: int, item: int | None) -> Asked:
    found = next((one for one in tally.asked if one.key == signer), None)
    if found is None:
        raise RuleBroken("Den här versionen är inte sänd till dig för underskrift.")
    if item is not None and item not in tally.items:
        raise RuleBroken("§ {number} hör inte till den här versionen.", number=item)
    return found


def may_sign(tally: Tally, signer: int, item: int | None = None) -> bool:
    """Whether there is something left to sign: all that is not refused, or a § that was.

    Raises RuleBroken for one who was not asked, and a § that they have not refused.
    """
    _require_asked(tally, signer, item)
    if item is None:
        return not tally.has_signed(signer)
    said = tally.on(signer, item)
    if not tally.has_signed(signer):
        raise RuleBroken("Underteckna versionen i sin helhet. Vägran av en paragraf står kvar.")
    return said is None or said.kind is VerdictKind.REFUSED


def may_refuse(tally: Tally, signer: int, item: int, reason: str) -> bool:
    """Whether a refusal says something new. Raises RuleBroken without a reason that can be read."""
    asked = _require_asked(tally, signer, item)
    if not asked.expected:
        raise RuleBroken(
            "Bara ordföranden och justerarna vägrar. Ta tillbaka protokollet i stället."
        )
    if not reason.strip():
        raise RuleBroken("Ange skälet till att du inte justerar § {number}.", number=item)
    require_readable(reason, Phrase("Skälet"))
    said = tally.on(signer, item)
    return said is None or said.kind is not VerdictKind.REFUSED or said.reason != reason.strip()


def may_retract(tally: Tally, signer: int, item: int) -> bool:
    """Whether there is a refusal to take back: once signed, the § must be signed as well."""
    _require_asked(tally, signer, item)
    said = tally.on(signer, item)
    refused = said is not None and said.kind is VerdictKind.REFUSED
    if refused and tally.has_signed(signer):
        raise RuleBroken(
            "Du har undertecknat de andra paragraferna. Underteckna även § {number}.", number=item
        )
    return refused


def require_settles(tally: Tally, item: int, *, held_on: date, settled_on: date) -> None:
    """Raise RuleBroken unless the § is refused, and approved at a later meeting."""
    if not any(one.item == item for one in tally.refusals):
        raise RuleBroken("§ {number} är inte vägrad. Då finns inget att lösa.", number=item)
    if settled_on <= held_on:
        raise RuleBroken("Paragrafen som godkänner måste vara från ett senare sammanträde.")
