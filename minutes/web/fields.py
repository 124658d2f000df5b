"""A field that is chosen from a list, refused in words when the list has it not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from flask_babel import gettext as _
from werkzeug.exceptions import BadRequest
from wtforms import SelectField
from wtforms.fields.choices import (  # type: ignore[attr-defined]  # the stubs are of WTForms 3.2
    SelectChoice,
)


class ChosenField(SelectField):
    """A choice among `offered` pairs of value and label."""

    def __init__(self, label: str, offered: Sequence[tuple[str, str]] = (), **known: Any) -> None:
        super().__init__(label, validate_choice=False, default="", **known)
        self.offer(offered)

    def offer(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Put these in the list."""
        self.offered = dict(pairs)
        self.choices = [SelectChoice(value, label) for value, label in self.offered.items()]

    def chosen(self) -> str:
        """The value that is chosen. Raises BadRequest for one that the list has not."""
        for value in self.offered:
            if value.casefold() == str(self.data).casefold():
                self.data = value
                return value
        raise BadRequest(
            _(
                "%(label)s ”%(wanted)s” finns inte att välja. Välj bland: %(offered)s.",
                label=self.label.text,
                wanted=self.data,
                offered=", ".join(map(str, self.offered.values())),
            )
        )
