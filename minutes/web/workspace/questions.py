"""The chair's questions at the meeting: offered in their order, and entered with one press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint
from flask_babel import gettext as _
from wtforms import IntegerField
from wtforms.validators import InputRequired

from minutes.actions.questions import (
    move_question,
    put_question,
    revise_question,
    strike_question,
)
from minutes.domain.procedure import (
    DecisionProcedure,
    is_put_already,
    options_of,
    procedure_of,
    require_moved,
    require_offered,
)
from minutes.domain.questions import Question as Asked
from minutes.domain.questions import QuestionKind
from minutes.domain.texts import upper_first
from minutes.domain.wording.questions import asked_text, question_text
from minutes.store.session import session
from minutes.store.tables import Question
from minutes.web.access import act
from minutes.web.languages import marked
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.entries import NoWords, entries_at, entry, next_place, shown
from minutes.web.workspace.place import Place
from minutes.web.workspace.putting import (
    Choice,
    QuestionForm,
    choices,
    findings,
    form_of,
    let_item_follow,
    question_in,
)
from minutes.web.workspace.room import moved_at, record_at
from minutes.web.workspace.screen import Screen
from minutes.web.workspace.undoing import offer_back

NAME, KEYS, TEMPLATE = "questions", "f", "workspace/questions.html"
TITLE = marked("Propositionsordning")
blueprint = Blueprint("questions", __name__)
_AT = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>/propositioner"


class MoveForm(NoWords):
    """To which place among the questions one is moved, counted from 0."""

    place = IntegerField(validators=[InputRequired()])


@dataclass(frozen=True, slots=True)
class Offered:
    """A question that the chair may put next, with a press for each finding."""

    form_id: str
    words: str
    options: Sequence[Choice]
    findings: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class Entered:
    """A question on the screen: its row, its words as they will stand, and its form."""

    row: Question
    words: str
    form: QuestionForm
    form_id: str
    options: Sequence[Choice]
    is_voted_on: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """The questions of the § in their order, and those that are left."""

    entries: Sequence[Entered]
    offered: Sequence[Offered]
    counters: Sequence[Offered]
    course: DecisionProcedure
    new: QuestionForm
    options: Sequence[Choice]
    waits: bool
    prefix: str = "fraga-"


def _offer(asked: Sequence[Asked], name: str) -> Sequence[Offered]:
    return [
        Offered(f"fraga-{name}-{n}", upper_first(asked_text(q)), choices(q.options), findings(q))
        for n, q in enumerate(asked, 1)
    ]


def _entered(screen: Screen, refused: Refused | None) -> Sequence[Entered]:
    told = screen.record
    voted = {v.question for v in told.votes if not v.preliminary}
    found = []
    for place, row in enumerate(entries_at(Question, screen.place)):
        put = told.questions[place]
        form_id = f"fraga-{row.id}"
        options = dict.fromkeys([*options_of(told.proposals), *put.options])
        several = put.kind is QuestionKind.EACH and len(put.options) > 2
        found.append(
            Entered(
                row,
                question_text(screen.place.body.name, put),
                shown(form_of(put), form_id, refused),
                form_id,
                choices(options),
                place in voted or several,
            )
        )
    return found


def panel(screen: Screen, refused: Refused | None) -> Panel:
    """What the screen shows of the questions."""
    told = screen.record
    course = procedure_of(told)
    return Panel(
        entries=_entered(screen, refused),
        offered=_offer(course.offered, "pa-tur"),
        counters=_offer(course.counters, "motforslag"),
        course=course,
        new=shown(QuestionForm(), "fraga-ny", refused),
        options=choices(options_of(told.proposals)),
        waits=bool(told.proposals) and screen.may_change,
    )


@takes(blueprint, _AT, QuestionForm)
def put(here: Place, form: QuestionForm) -> None:
    """Enter a question with its finding."""
    asked, before = question_in(form), record_at(here)
    if is_put_already(asked, before.questions, form.asked.data):
        return
    require_moved(asked, before.proposals)
    if form.asked.data is not None:
        require_offered(asked, before)
    place = next_place(Question, here)
    put_question(session(), act(), here.at, asked, position=place, moved=moved_at(here))
    let_item_follow(here, before)


@takes(blueprint, f"{_AT}/<number:question>", QuestionForm)
def mend(here: Place, form: QuestionForm, question: int) -> None:
    """Mend a question or its finding."""
    row = entry(Question, here, question)
    asked, before = question_in(form), record_at(here)
    stood = before.questions[list(entries_at(Question, here)).index(row)]
    if asked.options != stood.options:
        require_moved(asked, before.proposals)
    moved = moved_at(here)
    revise_question(session(), act(), row, asked, moved=moved, seen=form.revision.data)
    let_item_follow(here, before)


@takes(blueprint, f"{_AT}/<number:question>/flytt", MoveForm)
def move(here: Place, form: MoveForm, question: int) -> None:
    """Move a question among the others."""
    row, before = entry(Question, here, question), record_at(here)
    move_question(session(), act(), row, form.place.data or 0, seen=form.revision.data)
    let_item_follow(here, before)


@takes(blueprint, f"{_AT}/<number:question>/borttagning", NoWords)
def take_out(here: Place, form: NoWords, question: int) -> None:
    """Take out what was entered by mistake."""
    row, before = entry(Question, here, question), record_at(here)
    __, gone = strike_question(session(), act(), row, seen=form.revision.data)
    offer_back(here, gone, _("Frågan"))
    let_item_follow(here, before)
