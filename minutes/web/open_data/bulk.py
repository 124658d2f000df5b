"""All of a kind at once, as JSON lines and as CSV: told while it is read, never held as a whole."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from flask import Response, stream_with_context, url_for

from minutes.documents.separated import harmless
from minutes.store.open_data import KINDS
from minutes.store.open_data.kinds import Kind, all_of, counts_of
from minutes.store.session import session
from minutes.store.visibility import Sight, sight_of
from minutes.web.open_data.lists import JSON, KEPT_FOR, answered, kind_of, require_form
from minutes.web.open_data.telling import beside, told

LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
JSON_LINES, CSV = "application/jsonl", "text/csv"


def columns(kind: Kind) -> tuple[str, ...]:
    """The fields of a thing in their order."""
    return (*(one.name for one in fields(kind.shape)), *beside(kind))


def _cell(value: Any) -> str:
    """A value as a cell holds it: what has parts as JSON, what is missing as nothing."""
    if isinstance(value, str):
        return harmless(value)
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def _row(cells: Any) -> str:
    file = io.StringIO(newline="")
    csv.writer(file).writerow(cells)
    return file.getvalue()


def _lines(kind: Kind, sight: Sight) -> Iterator[str]:
    for thing in all_of(session(), kind, sight):
        yield json.dumps(told(kind, thing), ensure_ascii=False) + "\n"


def _rows(kind: Kind, sight: Sight) -> Iterator[str]:
    """As RFC 4180 has it: a head, commas, quotes where needed, lines that end in CR LF."""
    names = columns(kind)
    yield _row(names)
    for thing in all_of(session(), kind, sight):
        data = told(kind, thing)
        yield _row(_cell(data[name]) for name in names)


FORMS: Mapping[str, tuple[str, Callable[[Kind, Sight], Iterator[str]]]] = {
    "jsonl": (JSON_LINES, _lines),
    "csv": (CSV, _rows),
}
"""The forms that all of a kind is given in, by the ending of the address."""


def _given(kind: str, form: str) -> Response:
    media_type, tell = FORMS[form]
    of = kind_of(kind)
    require_form(media_type)
    answer = Response(stream_with_context(tell(of, sight_of(session()))), mimetype=media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{kind}.{form}"'
    answer.cache_control.public, answer.cache_control.max_age = True, KEPT_FOR
    return answer


def lines(kind: str) -> Response:
    """All of a kind, a JSON object a line."""
    return _given(kind, "jsonl")


def rows(kind: str) -> Response:
    """All of a kind as CSV."""
    return _given(kind, "csv")


def manifest() -> Response:
    """What can be fetched whole: how many of each kind there are, and where."""
    require_form(JSON)
    counts = counts_of(session(), KINDS.values())
    data = [
        {
            "kind": name,
            "count": counts[name],
            "jsonl_url": url_for("open_data.lines", kind=name, _external=True),
            "csv_url": url_for("open_data.rows", kind=name, _external=True),
        }
        for name in KINDS
    ]
    return answered({"license": LICENCE, "data": data}, {"license": LICENCE})
