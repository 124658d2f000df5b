"""The proof of posting: that a notice stood its whole time, as a document of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from minutes.documents.finalize import Facts
from minutes.documents.letterhead import SAMPLE, Running
from minutes.documents.press import Sheet
from minutes.documents.shelf import shelved
from minutes.documents.templates import written
from minutes.domain.wording.days import day
from minutes.store.queries.board import BoardNotice


@dataclass(frozen=True, slots=True)
class Removal:
    """That a notice came down: the day, and who entered it."""

    removed_on: date
    entered_by: str


def _what(one: BoardNotice) -> Sequence[tuple[str, str]]:
    """What was announced."""
    if one.decided is not None:
        return (
            ("Organ", one.body),
            ("Beslut av", one.decided.delegate),
            ("Beslutsdag", one.decided.decided_on.isoformat() if one.decided.decided_on else ""),
            ("Diarienummer", one.decided.dnr or ""),
            ("Beslut", one.decided.what),
        )
    return (
        ("Organ", one.body),
        ("Sammanträdesdatum", one.held_on.isoformat() if one.held_on else ""),
        ("Paragrafer", one.span),
        ("Justerat", one.adjusted_on.isoformat() if one.adjusted_on else ""),
    )


def _days(one: BoardNotice, removal: Removal) -> Sequence[tuple[str, str]]:
    notice = one.notice
    return (
        ("Anslaget sattes upp", notice.posted_on.isoformat()),
        ("Uppsatt av", notice.posted_by or ""),
        ("Sista dag att överklaga", notice.appeal_ends_on.isoformat()),
        ("Anslaget togs ned", removal.removed_on.isoformat()),
        ("Nedtagningen införd av", removal.entered_by),
        ("Förvaringsplats för protokollet", notice.kept_in),
        ("Överklagas till", notice.appeal_to or ""),
        ("Anmärkning", notice.remark or ""),
    )


def _sheet(one: BoardNotice, removal: Removal, earlier: Sequence[BoardNotice]) -> Sheet:
    of_day = f" {day(one.held_on)}" if one.held_on else ""
    running = f"{one.body}{of_day}"
    head = Running(f"Bevis om anslag {running}", running, "", is_draft=False)
    facts = Facts(
        title=head.title,
        author=one.organisation,
        subject=f"Bevis om anslag på den digitala anslagstavlan, {running}",
        created=f"{removal.removed_on}T00:00:00Z",
        variant="pdf/a-3a",
    )
    return Sheet(
        html=written(
            "proof",
            styles="protocol",
            facts=facts,
            notice=one.notice,
            organisation=one.organisation,
            what=[fact for fact in _what(one) if fact[1]],
            days=[fact for fact in _days(one, removal) if fact[1]],
            interrupted=[before.notice for before in earlier],
        ),
        letterhead=written("letterhead", document=head, sample=SAMPLE, kind="BEVIS"),
        facts=facts,
    )


def proof_file(
    one: BoardNotice, removal: Removal, exports: Path, *, earlier: Sequence[BoardNotice] = ()
) -> Path:
    """The proof as PDF; `earlier` are notices of the same whose time was interrupted.

    Raises BadDocument.
    """
    return shelved(_sheet(one, removal, earlier), exports)
