"""The votes of a § on the screen, each a sheet of ballots, and the sheet for the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import request

from minutes.domain.balloting import Voters
from minutes.domain.voting import Vote as Counted
from minutes.domain.wording.questions import asked_text
from minutes.domain.wording.votes import vote_text
from minutes.store.tables import Vote
from minutes.web.workspace.acts import Refused
from minutes.web.workspace.balloting import VoteForm, form_of, vote_in, voters_in
from minutes.web.workspace.entries import entries_at, shown
from minutes.web.workspace.screen import Screen
from minutes.web.workspace.targets import COUNTER, targets

NEW = "omrostning-ny"
"""The form for the next vote."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A question to vote on: how the form says it, its words, and what yes and no mean in it."""

    code: str
    words: str
    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form with how the ballots in it stand."""

    form: VoteForm
    form_id: str
    counted: Counted
    missing: int
    chosen: Choice | None


@dataclass(frozen=True, slots=True)
class Entered:
    """A vote on the screen: its row, its words as they will stand, and its form."""

    row: Vote
    words: str
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class Panel:
    """The votes of the § and the form for the next."""

    entries: Sequence[Entered]
    new: Sheet
    choices: Sequence[Choice]
    voters: Voters
    is_election: bool
    waits: bool
    prefix: str = "omrostning-"


def _choices(screen: Screen) -> Sequence[Choice]:
    told = screen.record
    return [
        Choice(one.code, asked_text(one.asked), *one.means(told.votes))
        for one in targets(screen.place, told)
        if one.asked is not None
    ]


def _sheet(form: VoteForm, form_id: str, voters: Voters, choices: Sequence[Choice]) -> Sheet:
    counted = vote_in(form, voters)
    chosen = next((one for one in choices if one.code == form.question.data), None)
    return Sheet(form, form_id, counted, len(voters.people) - len(counted.ballots), chosen)


def _first(choices: Sequence[Choice]) -> str:
    """The question that the form is on: the one that the address names, else the last."""
    named = request.args.get("fraga", "")
    codes = [one.code for one in choices]
    return named if named in codes else next((c for c in codes if c != COUNTER), "")


def panel_of(screen: Screen, refused: Refused | None) -> Panel:
    """What the screen shows of the votes."""
    told, voters, choices = screen.record, voters_in(screen.room), _choices(screen)
    entries = []
    for row, held in zip(entries_at(Vote, screen.place), told.votes, strict=True):
        form_id = f"omrostning-{row.id}"
        form = shown(form_of(held, row.question_id), form_id, refused)
        words = vote_text(screen.place.body.name, held).partition("\n\n")[0]
        entries.append(Entered(row, words, _sheet(form, form_id, voters, choices)))
    new = shown(VoteForm(question=_first(choices)), NEW, refused)
    waits = screen.may_change and "fraga" in request.args
    sheet = _sheet(new, NEW, voters, choices)
    return Panel(entries, sheet, choices, voters, screen.place.at.is_election, waits)
