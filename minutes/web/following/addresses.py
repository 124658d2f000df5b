"""Followers without an account: an address that its owner confirms, changes and stops."""

from __future__ import annotations

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlmodel import select
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from minutes.actions.follows import ask as ask_address
from minutes.actions.follows import choose_rhythm, confirm, leave, unfollow
from minutes.actions.history import Act
from minutes.actions.letters import write_letter
from minutes.documents.digests import Asking, asking_letter
from minutes.documents.mailing import BY
from minutes.domain.errors import RuleBroken
from minutes.domain.follows import Rhythm
from minutes.store.queries.bodies import organisation_of
from minutes.store.queries.follows import follow_entries, follows_of
from minutes.store.session import session
from minutes.store.tables import Follow, Follower
from minutes.web.access import EVERYBODY, may
from minutes.web.following.follows import chosen_rhythm, here, name_of, today
from minutes.web.following.letters import absolute, sends_letters
from minutes.web.following.subjects import Subject, place_of, subject_in
from minutes.web.languages import said
from minutes.web.throttle import remain_counted

blueprint = Blueprint("follow_addresses", __name__)
may(blueprint, EVERYBODY, "asking", "ask", "confirming", "confirmation", "manage", "change", "stop")
may(blueprint, EVERYBODY, "leaving", "leave")
_OFFERED = (Rhythm.EACH, Rhythm.DAILY, Rhythm.WEEKLY)


def _shown(template: str, status: int = 200, **known: object) -> Response:
    """A page with a secret in its address, or somebody's address in it: nobody keeps it."""
    answer = make_response(render_template(template, **known), status)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _subject() -> Subject:
    """What is asked for. Raises NotFound where nobody can be written to."""
    if not sends_letters():
        raise NotFound(_("Härifrån skickas inga brev. Följ i stället nyhetsflödet (Atom)."))
    return subject_in(request.values)


@blueprint.get("/bevakningar/e-post")
def asking() -> Response:
    """Ask for letters."""
    return _shown("follows/ask.html", subject=_subject(), rhythms=_OFFERED, refused="", email="")


def _write(email: str, subject: Subject, row: Follow, follower: Follower) -> None:
    address = absolute("follow_addresses.confirming", token=row.token)
    told = Asking(organisation_of(session()), row.name or subject.title, address)
    letter, act = asking_letter(told, email), Act(BY, here())
    write_letter(session(), act, letter, about=f"follow {row.token}", follower=follower)


@blueprint.post("/bevakningar/e-post")
def ask() -> Response:
    """Write to the address, and ask its owner to confirm."""
    remain_counted()
    subject, email = _subject(), request.form.get("epost", "").strip().lower()
    try:
        rhythm = chosen_rhythm(Rhythm.DAILY)
        asked = ask_address(session(), email, subject.of, rhythm, here(), name_of(subject))
        if asked is not None:
            _write(email, subject, asked[1], asked[0])
    except RuleBroken as no:
        session().rollback()
        return _shown("follows/ask.html", 422, subject=subject, rhythms=_OFFERED, refused=said(no),
                      email=email)  # fmt: skip
    session().commit()
    return _shown("follows/asked.html", subject=subject, email=email)


def _asked(token: str) -> Follow:
    row = session().exec(select(Follow).where(Follow.token == token)).first()
    if row is None:
        raise NotFound(
            _("Länken är avslutad eller felskriven. Be om en ny på sidan för det du vill följa.")
        )
    return row


def _managed(row: Follow) -> Response:
    follower = session().get_one(Follower, row.follower_id)
    return redirect(url_for("follow_addresses.manage", secret=follower.secret), 303)


@blueprint.get("/bevakningar/bekraftelse/<slug:token>")
def confirming(token: str) -> Response:
    """Ask for a press: programs that look through letters open what they find there."""
    row = _asked(token)
    if row.confirmed_at is not None:
        return _managed(row)
    [entry] = follow_entries(session(), [row])
    return _shown("follows/confirm.html", entry=entry, token=token, refused="")


@blueprint.post("/bevakningar/bekraftelse/<slug:token>")
def confirmation(token: str) -> Response:
    """Follow from now on."""
    row = _asked(token)
    try:
        confirm(session(), row, here())
    except RuleBroken as no:
        [entry] = follow_entries(session(), [row])
        return _shown("follows/confirm.html", 422, entry=entry, token=token, refused=said(no))
    answer = _managed(row)
    session().commit()
    return answer


def _follower(secret: str) -> Follower:
    row = session().exec(select(Follower).where(Follower.secret == secret)).first()
    if row is None:
        raise NotFound(_("Adressen är redan raderad, eller så är länken felskriven."))
    return row


@blueprint.get("/bevakningar/adress/<slug:secret>")
def manage(secret: str) -> Response:
    """What an address follows, and how it is stopped."""
    follower = _follower(secret)
    found = follows_of(session(), follower)
    entries = [(one, *place_of(one)) for one in found if not one.is_waiting]
    return _shown("follows/address.html", follower=follower, entries=entries, rhythms=_OFFERED)


def _own(secret: str, key: int) -> Follow:
    row = session().get(Follow, key)
    if row is None or row.follower_id != _follower(secret).id:
        raise NotFound
    return row


@blueprint.post("/bevakningar/adress/<slug:secret>/<number:follow>")
def change(secret: str, follow: int) -> Response:
    """Choose how often letters come."""
    row = _own(secret, follow)
    choose_rhythm(session(), row, chosen_rhythm(row.rhythm), today())
    session().commit()
    return redirect(url_for("follow_addresses.manage", secret=secret), 303)


@blueprint.post("/bevakningar/adress/<slug:secret>/<number:follow>/avslut")
def stop(secret: str, follow: int) -> Response:
    """Follow one thing no more."""
    unfollow(session(), _own(secret, follow))
    session().commit()
    if session().exec(select(Follower.id).where(Follower.secret == secret)).first() is None:
        return _shown("follows/left.html", is_deleted=True)
    return redirect(url_for("follow_addresses.manage", secret=secret), 303)


@blueprint.get("/bevakningar/adress/<slug:secret>/avslut")
def leaving(secret: str) -> Response:
    """Ask for a press, as for the confirmation."""
    return _shown("follows/leave.html", follower=_follower(secret))


@blueprint.post("/bevakningar/adress/<slug:secret>/avslut", endpoint="leave")
def left(secret: str) -> Response:
    """No more letters: by a press here, or by the program that reads letters (RFC 8058)."""
    follower = _follower(secret)
    is_deleted = follower.account_id is None
    leave(session(), follower)
    session().commit()
    return _shown("follows/left.html", is_deleted=is_deleted)
