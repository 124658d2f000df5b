"""The region's own sign-in: whose account it opens, and what its groups entrust."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sqlmodel import Session, col, select

from minutes.actions.accounts import find_account
from minutes.actions.history import Act, record
from minutes.domain.access import Duty
from minutes.domain.errors import RuleBroken
from minutes.store.tables import Account, Body, Entrusted, Subject


@dataclass(frozen=True, slots=True)
class Told:
    """What a provider says of who has signed in; `email` only where it may be believed."""

    issuer: str
    subject: str
    email: str | None
    name: str
    groups: Collection[str] = ()


def stranger() -> RuleBroken:
    """What somebody is told who has no account: the same whatever the reason."""
    return RuleBroken(
        "Det finns inget konto i Paragraf som hör ihop med den inloggningen, eller så är det "
        "stängt. Den som är administratör kan öppna ett åt dig."
    )


def account_of(session: Session, told: Told) -> Account | None:
    """The account that the provider's own name for somebody opens."""
    found = select(Account).join(Subject, col(Subject.account_id) == Account.id)
    return session.exec(
        found.where(Subject.issuer == told.issuer, Subject.subject == told.subject)
    ).first()


def recognise(session: Session, act: Act, told: Told) -> Subject:
    """Remember to whom an account belongs at the provider, found by its e-mail address.

    Raises RuleBroken where there is no account, or it belongs to somebody else there.
    """
    account = find_account(session, told.email) if told.email else None
    if account is None:
        raise stranger()
    known = select(Subject).where(Subject.account_id == account.id, Subject.issuer == told.issuer)
    if session.exec(known).first():
        raise stranger()
    row = Subject(
        account_id=account.id, issuer=told.issuer, subject=told.subject, known_since=act.at
    )
    record(session, act, "recognised", row, {"email": account.email})
    return row


def _held(session: Session, account: Account, duty: Duty, body: Body | None) -> Entrusted | None:
    place = col(Entrusted.body_id).is_(None) if body is None else col(Entrusted.body_id) == body.id
    held = select(Entrusted).where(Entrusted.account_id == account.id, Entrusted.duty == duty)
    return session.exec(held.where(place)).first()


@dataclass(frozen=True, slots=True)
class Owed:
    """A duty that the provider's groups give or do not give, as `held` now where it is."""

    duty: Duty
    body: Body | None
    is_given: bool
    held: Entrusted | None


def owed(
    session: Session,
    account: Account,
    groups: Collection[str],
    table: Iterable[tuple[str, str, str]],
) -> Iterator[Owed]:
    """What the groups say of each duty in the table; a body that is not known is passed by.

    A row is a group, a duty, and a body's slug or "" for all bodies.
    """
    rows = list(table)
    given = {(duty, slug) for group, duty, slug in rows if group in groups}
    for duty, slug in sorted({(duty, slug) for _, duty, slug in rows}):
        body = session.exec(select(Body).where(Body.slug == slug)).first() if slug else None
        if body or not slug:
            held = _held(session, account, Duty(duty), body)
            yield Owed(Duty(duty), body, (duty, slug) in given, held)
