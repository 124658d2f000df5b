"""The templates of documents, and the filters that they and the pages share."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from minutes.documents.prose import to_html, to_line
from minutes.documents.tables import as_text
from minutes.domain.wording.corrections import with_corrections
from minutes.domain.wording.days import day
from minutes.domain.wording.names import person
from minutes.folders import folder


def css_string(text: str) -> Markup:
    """The text as a CSS string, newlines and all."""
    escaped = (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\A ").replace("<", "\\3C ")
    )
    return Markup(f'"{escaped}"')  # noqa: S704  # every character that could end it is escaped


FILTERS = {
    "prose": to_html,
    "line": to_line,
    "cell": as_text,
    "day": day,
    "named": person,
    "with_corrections": with_corrections,
    "css_string": css_string,
}


@cache
def environment() -> Environment:
    """The environment in which documents are written; an unknown name is an error."""
    made = Environment(
        loader=FileSystemLoader(folder("templates")),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(FILTERS)
    return made


def written(name: str, *, styles: str = "", **known: object) -> str:
    """A document's HTML with a style sheet inside: that of the same name where none is named."""
    made = environment()
    sheet = made.get_template(f"documents/{styles or name}.css").render()
    return made.get_template(f"documents/{name}.html").render(styles=sheet, **known)
