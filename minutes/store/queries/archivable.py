"""Which minutes an archive can be given, what is still to happen to them, and what was packed.

That a meeting was held, and how far its minutes have come, is no draft: it is asked for by column,
which `store/visibility.py` leaves alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, select

from minutes.domain.archiving import Finished, Missing, missing
from minutes.domain.legal_force import Appeal, is_settled
from minutes.store import tables as t
from minutes.store.queries.kept_packages import KeptPackage, kept_packages

_APPEAL = ("lodged_on", "court", "outcome", "outcome_on", "stands_on")


@dataclass(frozen=True, slots=True)
class ArchiveMeeting:
    """A meeting that was held; `until` is the first day on which its last notice may come down."""

    held_on: date
    is_adjusted: bool
    adjusted_on: date | None
    until: date | None
    missing: tuple[Missing, ...]
    packages: tuple[KeptPackage, ...]


@dataclass(frozen=True, slots=True)
class ArchiveYear:
    """A body's year with its meetings, and the packages of the whole of it."""

    body: str
    slug: str
    year: int
    meetings: tuple[ArchiveMeeting, ...]
    packages: tuple[KeptPackage, ...]

    @property
    def ready(self) -> int:
        """To how many minutes nothing more is to happen."""
        return sum(not one.missing for one in self.meetings)

    @property
    def packed(self) -> int:
        """How many meetings lie in a package."""
        return sum(bool(one.packages) for one in self.meetings)

    @property
    def is_adjusted(self) -> bool:
        """Whether any minutes can be packed."""
        return any(one.is_adjusted for one in self.meetings)


def _columns(of: Any) -> Any:
    return of.__table__.c


def _rows(session: Session, query: Any) -> Sequence[Any]:
    return session.connection().execute(query).all()


def _meetings(session: Session, *of: ColumnElement[bool]) -> Sequence[Any]:
    meeting, adjustment, body = map(_columns, (t.Meeting, t.Adjustment, t.Body))
    held = or_(adjustment.id.is_not(None), meeting.opened_at.is_not(None))
    told: Any = (
        meeting.id,
        meeting.held_on,
        body.name,
        body.slug,
        adjustment.id.label("adjustment"),
        adjustment.adjusted_on,
        adjustment.edition_id,
    )
    return _rows(
        session,
        select(*told)
        .join(t.Body.__table__, body.id == meeting.body_id)  # type: ignore[attr-defined]  # every table class has its table
        .outerjoin(t.Adjustment.__table__, adjustment.meeting_id == meeting.id)  # type: ignore[attr-defined]  # as above
        .where(held, meeting.cancelled_at.is_(None), *of)
        .order_by(body.id, meeting.held_on.desc()),
    )


def _notices(session: Session) -> Mapping[int, Mapping[int | None, Any]]:
    """The notices that count, by meeting and edition."""
    notice = _columns(t.Notice)
    counts = notice.interrupted_on.is_(None), notice.meeting_id.is_not(None)
    found: dict[int, dict[int | None, Any]] = defaultdict(dict)
    for row in _rows(session, select(notice).where(*counts)):
        found[row.meeting_id][row.edition_id] = row
    return found


def _apart(session: Session) -> Mapping[int, set[int]]:
    """The editions that were adjusted by themselves, by meeting."""
    edition, made = _columns(t.Edition), _columns(t.ImmediateAdjustment)
    found: dict[int, set[int]] = defaultdict(set)
    for key, meeting in _rows(
        session, select(edition.id, edition.meeting_id).where(made.edition_id == edition.id)
    ):
        found[meeting].add(key)
    return found


def _appealed(session: Session) -> Mapping[int, int]:
    """In how many §§ an appeal is open, by meeting."""
    appeal, item = _columns(t.Appeal), _columns(t.Item)
    told: Any = [getattr(appeal, name) for name in _APPEAL]
    query: Any = select(item.meeting_id, appeal.item_id, *told).where(appeal.item_id == item.id)
    rows = _rows(session, query.order_by(appeal.item_id, appeal.lodged_on, appeal.id))
    found: dict[int, int] = defaultdict(int)
    for _, some in groupby(rows, key=lambda row: row.item_id):
        lodged = list(some)
        appeals = [Appeal(**{name: getattr(row, name) for name in _APPEAL}) for row in lodged]
        found[lodged[0].meeting_id] += not is_settled(appeals)
    return found


def _correcting(session: Session) -> Mapping[int, int]:
    """How many corrections wait to be certified, by meeting."""
    proposal, made, item = map(_columns, (t.CorrectionProposal, t.Correction, t.Item))
    waits = proposal.withdrawn_at.is_(None), proposal.id.not_in(
        select(made.proposal_id).where(made.proposal_id.is_not(None))
    )  # fmt: skip
    found: dict[int, int] = defaultdict(int)
    for (meeting,) in _rows(
        session, select(item.meeting_id).where(item.id == proposal.item_id, *waits)
    ):
        found[meeting] += 1
    return found


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of all meetings."""

    notices: Mapping[int, Mapping[int | None, Any]]
    apart: Mapping[int, set[int]]
    appealed: Mapping[int, int]
    correcting: Mapping[int, int]
    packages: tuple[KeptPackage, ...]

    def told(self, row: Any) -> ArchiveMeeting:
        """A meeting of its row."""
        notices = self.notices.get(row.id, {})
        expected = self.apart.get(row.id, set()) | ({None} if row.edition_id else set())
        how_far = Finished(
            row.adjustment is not None,
            len(expected - notices.keys()),
            [one.removed_on for one in notices.values()],
            self.appealed.get(row.id, 0),
            self.correcting.get(row.id, 0),
        )
        until = max((one.taken_down_on for one in notices.values()), default=None)
        own = {(row.slug, str(row.held_on)), (row.slug, str(row.held_on.year))}
        packages = [one for one in self.packages if (one.holds.body, one.holds.period) in own]
        adjusted = row.adjustment is not None
        return ArchiveMeeting(
            row.held_on, adjusted, row.adjusted_on, until, tuple(missing(how_far)),
            tuple(one for one in packages if adjusted),
        )  # fmt: skip


def archive_years(session: Session, *of: ColumnElement[bool]) -> Iterator[ArchiveYear]:
    """The years of each body in which it met, the last first."""
    known = _Known(
        _notices(session), _apart(session), _appealed(session), _correcting(session),
        kept_packages(session),
    )  # fmt: skip
    rows = _meetings(session, *of)
    for (slug, year), some in groupby(rows, key=lambda row: (row.slug, row.held_on.year)):
        held = list(some)
        whole = (slug, str(year))
        yield ArchiveYear(
            held[0].name,
            slug,
            year,
            tuple(known.told(row) for row in held),
            tuple(one for one in known.packages if (one.holds.body, one.holds.period) == whole),
        )


def archive_year(session: Session, slug: str, year: int) -> ArchiveYear | None:
    """A body's year; None where it did not meet."""
    within = _columns(t.Meeting).held_on.between(date(year, 1, 1), date(year, 12, 31))
    found = archive_years(session, _columns(t.Body).slug == slug, within)
    return next(found, None)
