"""Fields of the workspace's forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from flask_babel import gettext as _
from wtforms import BooleanField, DateField, Form, SelectField, StringField
from wtforms.fields.choices import (  # type: ignore[attr-defined]  # the stubs are of WTForms 3.2
    SelectChoice,
)
from wtforms.form import BaseForm
from wtforms.validators import Optional, ValidationError

from minutes.web.words import label


class KindField(SelectField):
    """A choice among the kinds of an enumeration, by what the screen calls them.

    `names` are the kinds to choose among and what they are called, where not all are.
    """

    def __init__(
        self, kinds: type[StrEnum], names: Mapping[Any, str] | None = None, **known: Any
    ) -> None:
        called = {kind: _(words) for kind, words in names.items()} if names else {}
        told = called or {kind: label(kind) for kind in kinds}
        choices = [SelectChoice(kind.value, words) for kind, words in told.items()]
        super().__init__("", choices=choices, coerce=kinds, default=next(iter(told)), **known)

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Take the kind that was sent. Raises ValueError for one that the list has not."""
        try:
            super().process_formdata(valuelist)  # type: ignore[arg-type]  # any sequence will do
        except ValueError as error:
            raise ValueError(_("Välj något i listan.")) from error

    def pre_validate(self, form: BaseForm) -> None:
        """Refuse a kind that is none of those to choose among. Raises ValidationError."""
        try:
            super().pre_validate(form)
        except ValidationError as error:
            raise ValidationError(_("Välj något i listan.")) from error


class DayField(DateField):
    """A day, or none."""

    def __init__(self, **known: Any) -> None:
        super().__init__("", validators=[Optional()], **known)

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Take the day that was sent. Raises ValueError for what is none."""
        try:
            super().process_formdata(valuelist if any(valuelist) else [])  # type: ignore[arg-type]  # any sequence will do
        except ValueError as error:
            raise ValueError(_("Skriv dagen som 2026-12-31.")) from error


_CONTROL = {*range(32), *range(127, 160)}


def words(text: str | None) -> str:
    """Words of several lines as they are typed, without signs that nobody sees."""
    signs = (text or "").replace("\r\n", "\n")
    return "".join(c for c in signs if c in "\n\t" or ord(c) not in _CONTROL)


def line(text: str | None) -> str:
    """Words on one line, whatever was pasted."""
    return " ".join(words(text).split())


class ItemForm(Form):
    """What an item is called, its matters, and who presents it."""

    title = StringField(filters=[line])
    dnr = StringField(filters=[line])
    presenter = StringField(filters=[line])
    is_election = BooleanField()
