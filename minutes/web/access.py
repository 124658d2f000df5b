"""Who may: each route declares it, and what is not public is not there for others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from flask import Blueprint, Flask, current_app, request
from flask import session as session_of_browser
from flask.sansio.app import App
from flask_login import current_user
from werkzeug.exceptions import NotFound, Unauthorized

from minutes.actions.history import Act
from minutes.clock import swedish_day
from minutes.domain.access import Duty, Grant, bodies_with_drafts, holds
from minutes.store.queries.bodies import find_slug
from minutes.store.session import session, writing
from minutes.store.tables import Account
from minutes.store.tables.base import READ_AS
from minutes.store.visibility import Sight, show

_DECLARED = "who may"
FRESH = timedelta(minutes=30)
"""For so long somebody who has shown who they are may do what asks for it."""
_SAFE = {"GET", "HEAD", "OPTIONS"}
WHO = "who"
"""Where the browser's session tells whose it is, also when it has ended."""
F = TypeVar("F", bound=Callable[..., Any])


class SignedOut(Unauthorized):
    """Something was sent by somebody whose session has ended."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who may open a route: everybody, whoever has signed in, or holders of a duty.

    A duty is asked for in the body that the address names, where it names one.
    """

    name: str
    duties: frozenset[Duty] = frozenset()
    signed_in: bool = False

    def admits(self, account: Account | None, body: int | None) -> bool:
        """Whether a visitor with this account may, in that body."""
        if self.duties:
            return account is not None and holds(account.grants, self.duties, body)
        return account is not None or not self.signed_in


EVERYBODY = Who("everybody")
SIGNED_IN = Who("whoever has signed in", signed_in=True)


def holders(*duties: Duty) -> Who:
    """Those who hold one of the duties."""
    return Who(", ".join(sorted(duties)), frozenset(duties), signed_in=True)


def declare(app: App, endpoints: Iterable[str], who: Who) -> None:
    """Say who may open these routes."""
    app.extensions.setdefault(_DECLARED, {}).update(dict.fromkeys(endpoints, who))


def may(blueprint: Blueprint, who: Who, *views: str) -> None:
    """Say who may open these views of the blueprint."""
    blueprint.record(
        lambda state: declare(state.app, [f"{blueprint.name}.{v}" for v in views], who)
    )


def declared(app: App) -> dict[str, Who]:
    """Who may, by endpoint."""
    return dict(app.extensions.get(_DECLARED, {}))


def visitor() -> Account | None:
    """The account that has signed in."""
    return current_user._get_current_object() if current_user.is_authenticated else None


def signed_in() -> Account:
    """The account that has signed in. Raises NotFound."""
    account = visitor()
    if account is None:
        raise NotFound
    return account


def moment() -> datetime:
    """Now, by the application's clock (UTC)."""
    now: datetime = current_app.config["CLOCK"]()
    return now.astimezone(UTC)


def act() -> Act:
    """What the one who has signed in does now."""
    return Act(signed_in().email, moment())


def _body() -> int | None:
    """The body that the address names; 0, which none has, where it is not known."""
    slug = (request.view_args or {}).get("body")
    if slug is None:
        return None
    body = find_slug(session(), slug)
    return body.id if body else 0


def _was_signed_in() -> bool:
    """Whether somebody who had signed in sends something, whose words must not be lost."""
    return request.method not in _SAFE and WHO in session_of_browser


def _grants(account: Account | None) -> tuple[Grant, ...]:
    return account.grants if account else ()


def _admit() -> None:
    """Turn away whoever may not, as if nothing were there."""
    if request.endpoint in {None, "static"}:
        return
    if request.method not in _SAFE:
        request.get_data(parse_form_data=True)  # one who sends slowly must not hold up the writers
        writing()
    account = visitor()
    day = None if account else swedish_day(moment())
    show(session(), Sight(bodies_with_drafts(_grants(account)), public_on=day))
    who = declared(current_app).get(str(request.endpoint))
    if who is not None and who.admits(account, _body()):
        return
    raise SignedOut if account is None and who and _was_signed_in() else NotFound


def _forget(_error: BaseException | None) -> None:
    """Let the next in this thread read everything as it stands."""
    READ_AS.set({})


def is_fresh() -> bool:
    """Whether the one who has signed in has just shown who they are."""
    shown = session_of_browser.get("fs_paa", 0)
    return bool(moment().timestamp() - shown < FRESH.total_seconds())


def attach(app: Flask) -> None:
    """Ask at every route; before anything else touches the session."""
    app.before_request(_admit)
    app.teardown_request(_forget)
    app.jinja_env.globals["visitor"] = visitor
