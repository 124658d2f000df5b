"""How minutes are corrected after adjustment: what may be, and who certifies it (JO 581-2013).

Obvious mistakes are corrected in the open, by those who adjusted the minutes. What changes a
decision needs a new decision.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from minutes.domain.adjustment import signers
from minutes.domain.attendance import Attendance, Role
from minutes.domain.corrections import up_to
from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.persons import Person
from minutes.domain.record import Protocol
from minutes.domain.sections import Section, SectionKind
from minutes.domain.texts import require_line
from minutes.domain.voting import Vote, require_secret, require_tie, require_totals

DECIDES = frozenset({SectionKind.DECISION, SectionKind.VOTE})
"""Sections that tell what was decided: decision points, what they assign, and votes."""


class CertificationKind(StrEnum):
    """What a signer says of a proposed correction, or takes back."""

    CERTIFIED = "certified"
    REFUSED = "refused"
    RETRACTED = "retracted"


class CertificationMethod(StrEnum):
    """How the signer was known to be there: by a code of their app, or a passkey."""

    CODE = "code"
    PASSKEY = "passkey"
    PASSWORD = "password"  # noqa: S105  # a way to prove oneself, no password


@dataclass(frozen=True, slots=True)
class Proposed:
    """A correction that is proposed: these words of a kind of section become those.

    `is_slip` says that it mends an obvious slip, `decided_anew` that a later § decides anew.
    """

    stands_in: SectionKind
    old: str
    new: str
    reason: str
    is_slip: bool = False
    decided_anew: bool = False

    @property
    def touches_decision(self) -> bool:
        """Whether it changes what was decided."""
        return self.stands_in in DECIDES


def certifiers(attendance: Iterable[Attendance], adjusters: Iterable[Person]) -> tuple[Person, ...]:
    """Who certifies: the chair and those elected to adjust."""
    there = list(attendance)
    wrote = {one.person for one in there if one.role is Role.SECRETARY}
    return tuple(one for one in signers(there, adjusters) if one not in wrote)


def section_with(sections: Sequence[Section], words: str) -> Section:
    """The one section in which those words stand, once.

    Raises RuleBroken where none has them, or they stand in several places.
    """
    if not words.strip():
        raise RuleBroken("Skriv de ord som ska rättas, som de står i paragrafen.")
    holding = [one for one in sections if words in one.text]
    if not holding:
        raise RuleBroken(
            "”{words}” står inte i paragrafen. Kopiera orden som de står där.", words=words
        )
    if sum(one.text.count(words) for one in holding) > 1:
        raise RuleBroken(
            "”{words}” står på flera ställen i paragrafen. Ta med fler av orden omkring.",
            words=words,
        )
    return holding[0]


def require_proposal(one: Proposed) -> None:
    """Raise RuleBroken for what is no correction, or changes a decision without a new one."""
    if not one.new.strip():
        raise RuleBroken("Skriv vad orden ska rättas till.")
    if one.old == one.new:
        raise RuleBroken("Orden är desamma före och efter. Skriv vad de ska rättas till.")
    if not one.reason.strip():
        raise RuleBroken("Skriv varför det rättas.")
    require_line(one.reason, Phrase("Skälet"))
    if one.touches_decision and not (one.is_slip or one.decided_anew):
        raise RuleBroken(
            "Det här ändrar ett beslut eller en omröstning. Ange den paragraf som beslutade på "
            "nytt, eller att det är ett uppenbart skrivfel, som alla som bestyrker ska intyga."
        )


def require_certification(one: Proposed, *, is_slip: bool) -> None:
    """Raise RuleBroken for one who certifies a change of a decision without calling it a slip."""
    if one.touches_decision and not one.decided_anew and not is_slip:
        raise RuleBroken(
            "Rättelsen rör ett beslut. Den kan bara bestyrkas som uppenbart skrivfel: intyga "
            "det, eller avböj."
        )


def require_corrected_vote(before: Vote, after: Vote, *, decided_anew: bool) -> None:
    """Raise RuleBroken where the corrected figures do not agree, or turn the outcome round."""
    if before == after:
        raise RuleBroken("Omröstningen är densamma före och efter. Ändra någon röst.")
    require_totals(after)
    require_secret(after)
    require_tie(after)
    won = after.yes > after.no if after.yes != after.no else after.carried
    if after.carried is not None and won is not after.carried and not decided_anew:
        raise RuleBroken(
            "Med {yes} ja och {no} nej hade utfallet blivit ett annat. Det rättas inte: ange den "
            "paragraf som beslutade på nytt.",
            yes=after.yes,
            no=after.no,
        )


Said = Mapping[Person, CertificationKind]
"""What each signer said last."""


def is_certified(asked: Sequence[Person], said: Said) -> bool:
    """Whether all who are asked have certified; a correction that nobody is asked of never is."""
    return bool(asked) and all(said.get(who) is CertificationKind.CERTIFIED for who in asked)


def as_of(protocol: Protocol, version: int) -> Protocol:
    """The minutes as an earlier version of them told."""
    items = []
    for item in protocol.items:
        votes, corrections = up_to(version, item.votes, item.corrections)
        items.append(replace(item, votes=votes, corrections=corrections))
    return replace(protocol, items=tuple(items))
