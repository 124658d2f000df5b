"""What can be put and found, as the forms say it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask_babel import gettext as _
from wtforms import BooleanField, Field, Form, IntegerField, StringField, ValidationError
from wtforms.validators import Length, Optional

from minutes.actions.decisions import postpone
from minutes.domain import record
from minutes.domain.procedure import postponed_anew
from minutes.domain.questions import Option, OptionKind, Question, QuestionKind
from minutes.domain.texts import upper_first
from minutes.domain.wording.questions import option_text
from minutes.store.session import session
from minutes.web.access import act
from minutes.web.workspace.place import Place
from minutes.web.workspace.room import record_at

FALLS = "-"
"""The finding that nothing carried."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: how the form says it, and how it is said on the screen."""

    code: str
    words: str


class ChosenField(Field):
    """Several things of a list, in its order."""

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Take what was sent."""
        self.data = [str(value) for value in valuelist]


class QuestionForm(Form):
    """What is put, and what the chair found; `asked` is how many questions stood before it."""

    option = ChosenField(default=())
    found = StringField(validators=[Length(max=300)])
    each = BooleanField()
    asked = IntegerField(validators=[Optional()])
    revision = IntegerField(validators=[Optional()])

    def validate_found(self, field: StringField) -> None:
        """What the chair found is told."""
        if not field.data:
            raise ValidationError(_("Ange vad ordföranden fann."))


def code_of(option: Option) -> str:
    """An option as forms say it."""
    return f"{option.kind.value}:{option.by or ''}"


def _option(code: str) -> Option:
    kind, __, by = code.partition(":")
    known = kind in {one.value for one in OptionKind}
    return Option(by or None, OptionKind(kind) if known else OptionKind.PROPOSAL)


def words_of(option: Option) -> str:
    """An option as it begins a line."""
    return upper_first(option_text(option, by_chair=False))


def choices(options: Iterable[Option]) -> Sequence[Choice]:
    """Options to choose among."""
    return [Choice(code_of(option), words_of(option)) for option in options]


def findings(question: Question) -> Sequence[Choice]:
    """What the chair can find: one that is put alone may fall."""
    if question.kind is QuestionKind.SINGLE:
        yes = Choice(code_of(question.options[0]), _("Bifall"))
        return [yes, Choice(FALLS, _("Avslag"))]
    return choices(question.options)


def question_in(form: QuestionForm) -> Question:
    """The question that a form tells."""
    options = tuple(dict.fromkeys(map(_option, form.option.data)))
    kinds = {0: QuestionKind.SINGLE, 1: QuestionKind.SINGLE, 2: QuestionKind.AGAINST}
    kind = kinds.get(len(options), QuestionKind.EACH)
    if len(options) > 1 and form.each.data:
        kind = QuestionKind.EACH
    put = Question(kind, options)
    if form.found.data == FALLS:
        return put
    found = _option(form.found.data or "")
    return replace(put, carried=options.index(found) if found in options else len(options))


def form_of(question: Question) -> QuestionForm:
    """The form that tells a question."""
    carried = question.carried
    return QuestionForm(
        option=[code_of(option) for option in question.options],
        found=FALLS if carried is None else code_of(question.options[carried]),
        each=question.kind is QuestionKind.EACH,
    )


def let_item_follow(here: Place, before: record.Item) -> None:
    """Mark the item as referred back or tabled as the chair finds now."""
    found = postponed_anew(before, record_at(here))
    if found is not None:
        postpone(session(), act(), here.at, referred_back=found[0], tabled=found[1])
