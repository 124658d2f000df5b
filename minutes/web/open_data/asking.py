"""What a program asks for: read from the address, or refused with what is wrong and how to mend."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Annotated, Any, Literal

from flask import request
from flask_babel import force_locale
from flask_babel import gettext as _
from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from minutes.store.open_data.kinds import Kind, Wanted
from minutes.store.open_data.places import DIGITS
from minutes.web.languages import marked
from minutes.web.problems import BadQuestion, spoken

MOST = 200
_PAGING: Mapping[str, Any] = {
    "limit": (Annotated[int, Field(ge=1, le=MOST), DIGITS], 50),
    "after": (Annotated[int, Field(ge=0, le=999_999_999), DIGITS] | None, None),
    "order": (Literal["oldest", "newest"], "oldest"),
}
_SENTENCES = {
    "greater_than_equal": marked("”%(name)s” är %(value)s men ska vara minst %(ge)s."),
    "less_than_equal": marked("”%(name)s” är %(value)s men kan vara högst %(le)s."),
    "literal_error": marked("”%(name)s” är ”%(value)s” men ska vara något av %(expected)s."),
    "enum": marked("”%(name)s” är ”%(value)s” men ska vara något av %(expected)s."),
    "string_too_long": marked("”%(name)s” är för lång: högst %(max_length)s tecken."),
    "string_pattern_mismatch": marked("”%(name)s” är ”%(value)s”, som inte har rätt form."),
}
_TWICE = marked("Parametern ”%(name)s” står flera gånger. Ange den en gång.")
_UNKNOWN = marked("Parametern ”%(name)s” finns inte här.")
_FORMS = {
    "date": marked("”%(name)s” är ”%(value)s” men ska vara en dag, som 2026-10-28."),
    "int": marked("”%(name)s” är ”%(value)s” men ska vara ett heltal."),
    "": marked("”%(name)s” är ”%(value)s”, som inte går att läsa."),
}
_LONGEST = 80


@cache
def question(kind: Kind) -> type[BaseModel]:
    """The form that a list's parameters have."""
    narrowing: dict[str, Any] = {one.name: (one.type | None, None) for one in kind.filters}
    return create_model(
        kind.name,
        __config__=ConfigDict(extra="forbid"),
        **narrowing,
        **_PAGING,
    )


def _nearest(kind: Kind, name: str) -> str:
    """What may have been meant, and what there is."""
    known = sorted(question(kind).model_fields)
    near = get_close_matches(name, known, n=1)
    if near:
        return str(_("Menade du ”%(name)s”?", name=near[0]))
    return str(_("Det som finns är %(names)s.", names=", ".join(known)))


def _form_of(kind: Kind, name: str) -> str:
    """What sort of value a parameter has, for what cannot be read as one."""
    annotation = str(question(kind).model_fields[name].annotation)
    return next((form for form in ("date", "int") if form in annotation), "")


def _sentence(kind: Kind, name: str, error: Any) -> str:
    told = error["input"] if isinstance(error["input"], str | int) else ""
    values = {**error.get("ctx", {}), "name": name, "value": str(told)[:_LONGEST]}
    values["expected"] = ", ".join(re.findall("'([^']*)'", str(values.get("expected"))))
    if error["type"] == "extra_forbidden":
        return f"{_(_UNKNOWN, **values)} {_nearest(kind, name)}"
    said = _SENTENCES.get(error["type"]) or _FORMS[_form_of(kind, name)]
    return str(_(said, **values))


def _problems(kind: Kind, found: ValidationError) -> list[dict[str, str]]:
    errors = {str(one["loc"][0])[:_LONGEST]: one for one in found.errors()}
    return [{"parameter": n, "detail": _sentence(kind, n, one)} for n, one in errors.items()]


def _once(values: Any) -> Mapping[str, str]:
    twice = [name for name in values if len(values.getlist(name)) > 1]
    if twice:
        raise BadQuestion([{"parameter": n, "detail": _(_TWICE, name=n)} for n in twice])
    return dict(values)


def wanted(kind: Kind) -> Wanted:
    """What the address asks for. Raises BadQuestion."""
    with force_locale(spoken()):
        try:
            read = question(kind).model_validate(_once(request.args)).model_dump(exclude_none=True)
        except ValidationError as found:
            raise BadQuestion(_problems(kind, found)) from found
    narrowed = {name: value for name, value in read.items() if name not in _PAGING}
    return Wanted(narrowed, read["limit"], read.get("after"), read["order"] == "newest")
