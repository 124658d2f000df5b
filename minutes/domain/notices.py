"""The notice board: when notice is given and how long the appeal period runs (KL 8:12, 13:5)."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from minutes.domain.errors import RuleBroken
from minutes.domain.fields import LEFT_OUT

NOTICE_DAYS = 2
APPEAL_DAYS = 21
_SATURDAY, _FRIDAY = 5, 4


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice of an adjustment: its days, and where the minutes are kept.

    `taken_down_on` is the first day on which it may come down, `removed_on` the day on which
    it did, None while it stands. `appeal_to` is the court with its address, `remark` says why it
    was posted late, and `interruption` what happened where it was down before its time.
    """

    posted_on: date
    appeal_ends_on: date
    taken_down_on: date
    kept_in: str
    removed_on: date | None = None
    appeal_to: str | None = field(default=None, metadata=LEFT_OUT)
    remark: str | None = field(default=None, metadata=LEFT_OUT)
    posted_by: str | None = field(default=None, metadata=LEFT_OUT)
    interrupted_on: date | None = field(default=None, metadata=LEFT_OUT)
    interruption: str | None = field(default=None, metadata=LEFT_OUT)


class NoticeState(StrEnum):
    """Whether a notice stands on the board."""

    POSTED = "posted"
    TAKEN_DOWN = "taken_down"
    INTERRUPTED = "interrupted"


def state_on(notice: Notice, today: date) -> NoticeState:
    """Whether the notice stands on the board that day; it comes down by itself when it is due."""
    if notice.interrupted_on is not None:
        return NoticeState.INTERRUPTED
    last = notice.removed_on or notice.taken_down_on
    return NoticeState.POSTED if today < last else NoticeState.TAKEN_DOWN


def is_due_down(notice: Notice, today: date) -> bool:
    """Whether the notice has come down, and nobody has entered that."""
    is_down = state_on(notice, today) is NoticeState.TAKEN_DOWN
    return is_down and notice.removed_on is None


def notice_due_on(adjusted_on: date) -> date:
    """The last day to announce the adjustment: the second day after it (KL 8:12)."""
    return adjusted_on + timedelta(days=NOTICE_DAYS)


def is_equal_to_holiday(day: date) -> bool:
    """Midsummer, Christmas and New Year's Eve count as holidays (SFS 1930:173 2 §)."""
    midsummer_eve = day.month == 6 and 19 <= day.day <= 25 and day.weekday() == _FRIDAY
    return midsummer_eve or (day.month == 12 and day.day in {24, 31})


def next_working_day(day: date, holidays: Container[date]) -> date:
    """The day itself or the first after it that is no weekend, holiday or holiday's eve.

    `holidays` are Sweden's public holidays (SFS 1989:253), handed in.
    """
    while day.weekday() >= _SATURDAY or day in holidays or is_equal_to_holiday(day):
        day += timedelta(days=1)
    return day


def appeal_ends_on(posted_on: date, holidays: Container[date]) -> date:
    """The last day to appeal: three weeks after posting, moved off holidays (SFS 1930:173)."""
    return next_working_day(posted_on + timedelta(days=APPEAL_DAYS), holidays)


def taken_down_on(posted_on: date, holidays: Container[date]) -> date:
    """The first day on which the notice may come down: the day after the last for appeal."""
    return appeal_ends_on(posted_on, holidays) + timedelta(days=1)


def notice_of(
    posted_on: date,
    kept_in: str,
    holidays: Container[date],
    *,
    appeal_to: str | None = None,
    remark: str | None = None,
    posted_by: str | None = None,
) -> Notice:
    """The notice that is posted on a day, with the days that follow from it by law."""
    return Notice(
        posted_on,
        appeal_ends_on(posted_on, holidays),
        taken_down_on(posted_on, holidays),
        kept_in,
        appeal_to=appeal_to,
        remark=remark,
        posted_by=posted_by,
    )


def is_late(posted_on: date, adjusted_on: date | None) -> bool:
    """Whether a notice comes after the second day, where the day of adjustment is known."""
    return adjusted_on is not None and posted_on > notice_due_on(adjusted_on)


def require_may_post(notice: Notice, adjusted_on: date | None) -> None:
    """Raise RuleBroken for a notice before the adjustment, or a late one without a remark."""
    if adjusted_on is not None and notice.posted_on < adjusted_on:
        raise RuleBroken(
            "Protokollet justerades {adjusted_on}: anslaget kan inte sättas upp före det.",
            adjusted_on=adjusted_on,
        )
    if adjusted_on is not None and is_late(notice.posted_on, adjusted_on) and not notice.remark:
        raise RuleBroken(
            "Anslaget skulle ha suttit uppe senast {due}, andra dagen efter justeringen (KL 8:12). "
            "Det sätts upp ändå, med en anmärkning: skriv varför det dröjde.",
            due=notice_due_on(adjusted_on),
        )


def require_interruption(notice: Notice, interrupted_on: date, today: date) -> None:
    """Raise RuleBroken unless the notice was down that day, before its time (KL 13:5)."""
    if notice.interrupted_on is not None:
        raise RuleBroken(
            "Att anslaget var nere {interrupted_on} är redan infört.",
            interrupted_on=notice.interrupted_on,
        )
    last = min(notice.appeal_ends_on, today)
    if not notice.posted_on <= interrupted_on <= last:
        raise RuleBroken(
            "Ange en dag från {posted_on} till {last}: ett avbrott därefter rör inte "
            "överklagandetiden.",
            posted_on=notice.posted_on,
            last=last,
        )


def require_whole_period(notice: Notice) -> None:
    """Raise RuleBroken where a notice gives less than the law's three weeks (KL 8:12, 13:5)."""
    shortest = notice.posted_on + timedelta(days=APPEAL_DAYS)
    if notice.appeal_ends_on < shortest or notice.taken_down_on <= notice.appeal_ends_on:
        raise RuleBroken(
            "Anslaget från {posted_on} ska sitta uppe tills tre veckor har gått: "
            "överklagandetiden går ut tidigast {shortest} och anslaget tas ned därefter (KL 13:5).",
            posted_on=notice.posted_on,
            shortest=shortest,
        )
    if notice.removed_on is not None and notice.removed_on < notice.taken_down_on:
        raise RuleBroken(
            "Anslaget får tas ned tidigast {taken_down_on}, inte {removed_on}. "
            "Togs det ned tidigare, så sätt upp ett nytt (KL 8:12).",
            taken_down_on=notice.taken_down_on,
            removed_on=notice.removed_on,
        )
