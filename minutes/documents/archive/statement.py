"""The statement of signatures: a page in words, for an archive that takes no signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from minutes.documents.finalize import Facts
from minutes.documents.letterhead import SAMPLE, Running
from minutes.documents.press import Sheet
from minutes.documents.templates import written
from minutes.domain.notices import Notice
from minutes.domain.persons import Person
from minutes.domain.wording.days import day
from minutes.domain.wording.names import person
from minutes.store.adjusted import Adjusted, Refused, Signed

_ROLES = {"secretary": "Sekreterare", "chair": "Ordförande", "adjuster": "Justerare"}
_METHODS = {
    "certificate": "med eget certifikat",
    "seal": "med organisationens stämpel, efter en ny kontroll av vem det är",
    "service": "i en tjänst för underskrifter",
    "paper": "på papper",
}
_Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What the page says; `files` are the checksums of the protocol with and without signatures."""

    organisation: str
    body: str
    held_on: date
    document_id: str
    adjusted_on: str
    files: _Facts
    signatures: _Facts
    refusals: tuple[str, ...]
    notice: _Facts


def _signature(one: Signed) -> tuple[str, str]:
    when = f"den {day(one.signed_on)}" if one.signed_on else "okänd dag"
    how = f", {_METHODS[one.method.value]}" if one.method else ""
    role = _ROLES.get(one.role, "Underskrift")
    return role, f"{person(Person(one.name, one.party))}, {when}{how}"


def _refusal(one: Refused) -> str:
    return f"§ {one.number}: {one.name}, {one.said_on}. {one.reason}"


def _notice(notice: Notice | None) -> Iterator[tuple[str, str]]:
    if notice is not None:
        yield "Anslaget sattes upp", notice.posted_on.isoformat()
        yield "Sista dag att överklaga", notice.appeal_ends_on.isoformat()
        if notice.removed_on:
            yield "Anslaget togs ned", notice.removed_on.isoformat()
        else:
            yield "Anslaget tas ned tidigast", notice.taken_down_on.isoformat()
        yield "Förvaringsplats för protokollet", notice.kept_in


def _sums(adjusted: Adjusted) -> Iterator[tuple[str, str]]:
    if adjusted.base:
        yield "Filen som sändes till justering, SHA-256", adjusted.base.sha256
    if adjusted.signed:
        yield "Filen med underskrifter, SHA-256", adjusted.signed.sha256
    for scan in adjusted.scans:
        yield "Skannat original, undertecknat på papper, SHA-256", scan.sha256


def statement_of(
    adjusted: Adjusted, notice: Notice | None, where: Sequence[str], held_on: date
) -> Statement:
    """The page's words; `where` is the organisation, the body and the protocol's id."""
    organisation, body, document_id = where
    return Statement(
        organisation,
        body,
        held_on,
        document_id,
        adjusted.adjusted_on.isoformat() if adjusted.adjusted_on else "dagen framgår inte",
        tuple(_sums(adjusted)),
        tuple(map(_signature, adjusted.signatures)),
        tuple(map(_refusal, adjusted.refusals)),
        tuple(_notice(notice)),
    )


def statement_sheet(statement: Statement, variant: str) -> Sheet:
    """The page ready for the press."""
    running = f"{statement.body} {day(statement.held_on)}"
    head = Running(
        f"Underskrifter och anslag {running}", running, statement.document_id, is_draft=False
    )
    facts = Facts(
        title=head.title,
        author=statement.organisation,
        subject=f"Underskrifter under protokollet och bevis om anslag, {running}",
        created=f"{statement.held_on}T00:00:00Z",
        variant=variant,
    )
    words = {"statement": statement, "document": head, "facts": facts}
    return Sheet(
        html=written("statement", styles="protocol", **words),
        letterhead=written("letterhead", document=head, sample=SAMPLE, kind="UNDERSKRIFTER"),
        facts=facts,
    )
