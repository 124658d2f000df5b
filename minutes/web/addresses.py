"""The parts of which readable addresses are made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from flask import Flask
from werkzeug.routing import BaseConverter, Rule, ValidationError

_Build = Callable[..., tuple[str, str]]


class Slug(BaseConverter):
    """A name in an address: small letters, figures and hyphens."""

    regex = "[a-z0-9]+(?:-[a-z0-9]+)*"


class Number(BaseConverter):
    """A number that a database can hold."""

    regex = "[1-9][0-9]{0,8}"

    def to_python(self, value: str) -> int:
        """The number."""
        return int(value)


class Year(Number):
    """A year in four figures."""

    regex = "[0-9]{4}"


class Day(BaseConverter):
    """A day as 2026-10-28; a day that the calendar has not is no address."""

    regex = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        """The day."""
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise ValidationError from error

    def to_url(self, value: date) -> str:
        """The day as it stands in the address."""
        return value.isoformat()


class Route(Rule):
    """A route, whose addresses are built by code that is compiled when one is first asked for.

    There are hundreds: to compile them all is nine tenths of what it costs to make the application,
    and a command that is run asks for none.
    """

    def _compile_builder(self, append_unknown: bool = True) -> _Build:
        compiled = cache(super()._compile_builder)

        def build(*known: object, **values: object) -> tuple[str, str]:
            return compiled(append_unknown)(*known, **values)

        return build


def attach(app: Flask) -> None:
    """Make the parts known to the routes that follow."""
    app.url_rule_class = Route
    app.url_map.converters.update(slug=Slug, number=Number, year=Year, day=Day)
