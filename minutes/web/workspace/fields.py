"""Fields of the workspace's forms."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from flask_babel import gettext as _
from wtforms import SelectField
from wtforms.fields.choices import (  # type: ignore[attr-defined]  # the stubs are of WTForms 3.2
    SelectChoice,
)

from minutes.web.words import label


class KindField(SelectField):
    """A choice among the kinds of an enumeration, by what the screen calls them."""

    def __init__(self, kinds: type[StrEnum], **known: Any) -> None:
        choices = [SelectChoice(kind.value, label(kind)) for kind in kinds]
        super().__init__("", choices=choices, coerce=kinds, default=next(iter(kinds)), **known)

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Take the kind that was sent. Raises ValueError for one that the list has not."""
        try:
            super().process_formdata(valuelist)  # type: ignore[arg-type]  # any sequence will do
        except ValueError as error:
            raise ValueError(_("Välj något i listan.")) from error
