"""Votes at the meeting: entered by party and by name, and settled as they are saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flask import Blueprint
from flask_babel import gettext as _
from sqlmodel import select

from minutes.actions.questions import put_question, revise_question
from minutes.actions.rooms import present_in
from minutes.actions.votes import hold_vote, join_vote, revise_vote
from minutes.domain import record
from minutes.domain.balloting import settled
from minutes.domain.procedure import procedure_of
from minutes.domain.voting import Vote as Counted
from minutes.store.seated import Seated
from minutes.store.session import session
from minutes.store.tables import Question, Vote
from minutes.web.access import act
from minutes.web.languages import marked
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.balloting import VoteForm, vote_in, voters_in
from minutes.web.workspace.entries import NoWords, entries_at, entry, next_place
from minutes.web.workspace.place import Place
from minutes.web.workspace.putting import let_item_follow
from minutes.web.workspace.room import moved_at, record_at, seated_at
from minutes.web.workspace.screen import Screen
from minutes.web.workspace.sheets import Panel, panel_of
from minutes.web.workspace.targets import Target, target_at
from minutes.web.workspace.undoing import take

NAME, KEYS, TEMPLATE = "votes", "o", "workspace/votes.html"
TITLE = marked("Omröstning")
blueprint = Blueprint("votes", __name__)
_AT = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>/omrostningar"


def panel(screen: Screen, refused: Refused | None) -> Panel:
    """What the screen shows of the votes."""
    return panel_of(screen, refused)


def _minority_used(here: Place) -> bool:
    """Whether a minority had the matter postponed in the § that it came back from."""
    of_earlier = select(Vote).where(Vote.item_id == here.at.from_item_id)
    held = session().exec(of_earlier).all() if here.at.from_item_id else ()
    return any(v.carried and v.yes < v.no for v in held)


def _settled(here: Place, form: VoteForm, target: Target, told: record.Item) -> Counted:
    """The vote of a form, settled. Raises RuleBroken for one that cannot be."""
    voters = voters_in(seated_at(here))
    held = vote_in(form, voters)
    meant = target.means(told.votes)
    words = {"yes_means": held.yes_means or meant[0], "no_means": held.no_means or meant[1]}
    pair = {"preliminary": held.preliminary or target.is_pair, "question": target.place}
    lot = {"yes": True, "no": False}.get(form.lot.data or "")
    return settled(
        replace(held, **words, **pair),  # type: ignore[arg-type]  # fields of a vote
        voters,
        target.asked,
        election=here.at.is_election,
        lot=lot,
        minority_used=_minority_used(here),
    )


def _present(room: Seated) -> dict[str, object]:
    present = present_in(room)
    people = voters_in(room).people if present.serving is not None else None
    return {"present": replace(present, serving=people)}


def _settle_question(here: Place, target: Target, held: Counted, before: record.Item) -> None:
    """Let the chair's finding be what the vote came to."""
    if target.row is None or not target.settles(held):
        return
    found, moved = target.found(held, before.votes), moved_at(here)
    revise_question(session(), act(), target.row, found, moved=moved)


def _go_to_main_vote(here: Place) -> None:
    """Put the main proposal against the counter-proposal, when the last round has chosen it."""
    course = procedure_of(record_at(here))
    if course.preliminary is not None or len(course.counters) != 1:
        return
    final = replace(course.counters[0], carried=0)
    place, moved = next_place(Question, here), moved_at(here)
    row = put_question(session(), act(), here.at, final, position=place, moved=moved)
    for vote in entries_at(Vote, here):
        if vote.preliminary and vote.question_id is None:
            join_vote(session(), act(), vote, row)


def _is_held(held: Counted, votes: Sequence[Counted], target: Target) -> bool:
    """Whether the same vote has been entered: by a double click, or in another window."""
    place = target.place
    return any(replace(v, question=place) == held for v in votes if v.question in {place, None})


@takes(blueprint, _AT, VoteForm)
def hold(here: Place, form: VoteForm) -> None:
    """Enter a vote; the finding of its question follows."""
    before, room = record_at(here), seated_at(here)
    target = target_at(here, form.question.data or "", before)
    held = _settled(here, form, target, before)
    if _is_held(held, before.votes, target):
        return
    rows, place = entries_at(Question, here), next_place(Vote, here)
    there = _present(room)
    hold_vote(session(), act(), here.at, held, position=place, questions=rows, **there)  # type: ignore[arg-type]  # who is there
    _settle_question(here, target, held, before)
    if target.is_pair:
        _go_to_main_vote(here)
    let_item_follow(here, before)


@takes(blueprint, f"{_AT}/<number:vote>", VoteForm)
def mend(here: Place, form: VoteForm, vote: int) -> None:
    """Mend a vote; the finding of its question follows."""
    row, before = entry(Vote, here, vote), record_at(here)
    target = target_at(here, form.question.data or "", before)
    held = _settled(here, form, target, before)
    there, rows = _present(seated_at(here)), entries_at(Question, here)
    revise_vote(session(), act(), row, held, questions=rows, seen=form.revision.data, **there)  # type: ignore[arg-type]  # who is there
    _settle_question(here, target, held, before)
    let_item_follow(here, before)


@takes(blueprint, f"{_AT}/<number:vote>/borttagning", NoWords)
def take_out(here: Place, form: NoWords, vote: int) -> None:
    """Take out what was entered by mistake; the finding stands."""
    before = record_at(here)
    take(here, entry(Vote, here, vote), _("Omröstningen"), seen=form.revision.data)
    let_item_follow(here, before)
