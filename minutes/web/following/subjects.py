"""What can be followed, as forms and addresses name it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from flask import url_for
from flask_babel import gettext as _
from sqlmodel import select
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound

from minutes.actions.follows import Followed, found_follow
from minutes.store import tables as t
from minutes.store.queries.follows import FollowEntry, follower_with
from minutes.store.session import session
from minutes.web.access import visitor
from minutes.web.search import SearchForm, chosen_in, search_of

FIELDS = {"matter": "arende", "person": "person", "search": "sok"}
"""By which field a form names what is followed."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is followed; `field` and `value` name it in a form, `page` is where it is read."""

    of: Followed
    kind: str
    title: str
    value: str
    page: str

    @property
    def field(self) -> str:
        """By which field a form names it."""
        return FIELDS[self.kind]


def search_key(asked: Mapping[str, str]) -> str:
    """What an address asks a search for, always written the same way."""
    return urlencode(sorted(chosen_in(asked).items()))


def place_of(entry: FollowEntry) -> tuple[str, dict[str, Any]]:
    """Where something that is followed is read, as a route and its values.

    The route is empty where it is not shown any more; a search shows the newest first.
    """
    if entry.kind == "search":
        return "search.search", {**dict(parse_qsl(entry.search)), "ordning": "nyast"}
    if not entry.slug:
        return "", {}
    if entry.kind == "matter":
        return "matters.matter", {"matter": entry.slug}
    return "persons.person", {"person": entry.slug}


def _search(value: str) -> Subject:
    """Raises BadRequest for a search that cannot be made."""
    asked = MultiDict(parse_qsl(value))
    key = search_key(asked)
    search_of(SearchForm(asked))
    title = ", ".join(value for _name, value in parse_qsl(key))[:200]
    known: dict[str, Any] = dict(parse_qsl(key))
    page = url_for("search.search", **known)
    return Subject(Followed(search=key), "search", title, key, page)


def _row(table: type[Any], slug: str) -> Any:
    row = session().exec(select(table).where(table.slug == slug)).first()
    if row is None:
        raise NotFound(_("Det som skulle följas finns inte."))
    return row


def subject_in(asked: Mapping[str, str]) -> Subject:
    """What a form or an address names. Raises NotFound and BadRequest."""
    if asked.get("arende"):
        row = _row(t.Matter, asked["arende"])
        page = url_for("matters.matter", matter=row.slug)
        return Subject(Followed(matter_id=row.id), "matter", row.title, row.slug, page)
    if asked.get("person"):
        row = _row(t.Person, asked["person"])
        page = url_for("persons.person", person=row.slug)
        return Subject(Followed(person_id=row.id), "person", row.name, row.slug, page)
    return _search(asked.get("sok", ""))


def followed(field: str, value: str) -> int | None:
    """The key of the follow, where the visitor follows it."""
    account = visitor()
    follower = follower_with(session(), account) if account else None
    if follower is None or not value:
        return None
    row = found_follow(session(), follower, subject_in({field: value}).of)
    return row.id if row else None
