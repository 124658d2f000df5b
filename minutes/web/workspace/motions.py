"""The answer to a motion: one outcome for the whole of it, or one for each clause."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound

from minutes.actions.motion_answers import (
    UNANSWERED,
    known_motion,
    put_answer_back,
    revise_answer,
    take_answer_out,
)
from minutes.domain.motions import MOST_CLAUSES, ClauseOutcome, MotionAnswer, claims_of
from minutes.importing.motions import read_motion
from minutes.importing.section_lines import read_section
from minutes.store.motions import (
    answer_at,
    clauses_beside,
    clauses_of,
    matters_at,
    motion_at,
    motions_about,
)
from minutes.store.session import session
from minutes.store.tables import History, Motion, Organisation
from minutes.web.access import act
from minutes.web.languages import marked
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.clauses import Ended, MotionForm
from minutes.web.workspace.entries import NoWords, shown
from minutes.web.workspace.place import Place
from minutes.web.workspace.screen import Screen
from minutes.web.workspace.undoing import offer_back

NAME, KEYS, TEMPLATE = "motion", "m", "workspace/motion.html"
TITLE = marked("Svar på motion")
blueprint = Blueprint("motion_answers", __name__)
_AT = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>/motion"
_SPARE = 3
"""How many clauses can be told at once of a motion whose clauses nobody has written down."""


@dataclass(frozen=True, slots=True)
class Panel:
    """The answer of the § with its form; `texts` are the words of the clauses.

    `waits` where the decision's words tell an answer that is not entered yet.
    """

    entries: Sequence[ClauseOutcome]
    number: str | None
    title: str
    texts: Sequence[str]
    form: MotionForm
    seen: str
    waits: bool
    prefix: str = "motion"


def _motion(here: Place) -> Motion | None:
    """The motion that the § answers, or that its matter is about."""
    about = motions_about(session(), matters_at(session(), here.at))
    return motion_at(session(), here.at) or next(iter(about), None)


def _in_words(screen: Screen) -> MotionAnswer:
    """The answer that the words of the § tell."""
    told = screen.record
    read = read_motion(told.title, told.decision, [read_section(s) for s in told.sections])
    return read or MotionAnswer(None)


def _form(answer: MotionAnswer, number: str | None, rows: int) -> MotionForm:
    """The form of an answer, with a row for each clause that it may tell of."""
    whole = answer.claims[0] if len(answer.claims) == 1 else ""
    claims = () if whole else answer.claims
    each = [Ended(one) for one in claims] + [Ended.NOT_HERE] * (rows - len(claims))
    return MotionForm(number=number or answer.number or "", whole=Ended(whole), each=each)


def _seen(answer: MotionAnswer) -> str:
    return f"{' '.join(answer.claims)}|{answer.number or ''}"


def panel(screen: Screen, refused: Refused | None) -> Panel:
    """What the screen shows of the answer to a motion."""
    answer, motion = answer_at(session(), screen.place.at), _motion(screen.place)
    offered = answer if answer.claims else _in_words(screen)
    texts = [one.text or "" for one in clauses_of(session(), motion)] if motion else []
    rows = max(len(texts), len(offered.claims)) + (0 if any(texts) else _SPARE)
    form = _form(offered, motion.number if motion else None, min(rows, MOST_CLAUSES))
    return Panel(
        answer.claims,
        motion.number if motion else None,
        motion.title if motion else "",
        texts + [""] * rows,
        shown(form, "motion", refused),
        _seen(answer),
        bool(offered.claims) and not answer.claims and screen.may_change,
    )


def _organisation(here: Place) -> Organisation:
    return session().get_one(Organisation, here.body.organisation_id)


@takes(blueprint, _AT, MotionForm)
def answer(here: Place, form: MotionForm) -> None:
    """Answer a motion, or answer it otherwise."""
    organisation, number = _organisation(here), form.number.data or None
    motion = known_motion(session(), organisation, here.at, number)
    clauses = clauses_beside(session(), motion, here.at) if motion else 0
    claims = claims_of(form.whole.data.outcome, form.told, clauses)
    made = MotionAnswer(number, claims)
    revise_answer(session(), act(), organisation, here.at, made, seen=form.answer_seen)


@takes(blueprint, f"{_AT}/borttagning", MotionForm)
def take_out(here: Place, form: MotionForm) -> None:
    """Take the answer out."""
    _motion, entry = take_answer_out(session(), act(), here.at, seen=form.answer_seen)
    offer_back(here, entry, _("Svaret på motionen"), by="motion_answers.put_back")


@takes(blueprint, f"{_AT}/angra/<number:entry>", NoWords)
def put_back(here: Place, form: NoWords, entry: int) -> None:
    """Put back the answer that was taken out."""
    row = session().get(History, entry)
    if row is None or row.verb != UNANSWERED or json.loads(row.details)["item"] != here.at.id:
        raise NotFound
    put_answer_back(session(), act(), _organisation(here), here.at, row)
