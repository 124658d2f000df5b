"""The parts of which readable addresses are made."""

from __future__ import annotations

from datetime import date

from flask import Flask
from werkzeug.routing import BaseConverter, ValidationError


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


def attach(app: Flask) -> None:
    """Make the parts known to the routes."""
    app.url_map.converters.update(slug=Slug, number=Number, year=Year, day=Day)
