"""Accounts are opened, entrusted with duties, closed, and set anew."""

from __future__ import annotations

import secrets

from sqlalchemy import delete
from sqlmodel import Session, col, select

from minutes.actions.history import Act, record
from minutes.actions.passwords import hashed
from minutes.domain.access import Duty
from minutes.domain.errors import RuleBroken
from minutes.domain.letters import require_address
from minutes.store.tables import Account, Body, Entrusted, Subject


def _session_mark() -> str:
    """What stands in the sessions of an account; a new one ends them all."""
    return secrets.token_hex(32)


def find_account(session: Session, email: str) -> Account | None:
    """The account that signs in with the address."""
    return session.exec(select(Account).where(Account.email == email.strip().lower())).first()


def open_account(session: Session, act: Act, *, email: str, name: str, password: str) -> Account:
    """Let somebody sign in. Raises RuleBroken for an address or password that will not do."""
    address = email.strip().lower()
    require_address(address)
    if find_account(session, address):
        raise RuleBroken("Det finns redan ett konto för {email}.", email=address)
    account = Account(
        email=address,
        name=name.strip() or address,
        password=hashed(password),
        fs_uniquifier=_session_mark(),
        created_at=act.at,
    )
    record(session, act, "opened", account, {"email": address})
    return account


def entrust(
    session: Session, act: Act, account: Account, duty: Duty, body: Body | None = None
) -> Entrusted:
    """Give the account a duty in a body, or in all; one that it holds already stays as it is."""
    place = col(Entrusted.body_id).is_(None) if body is None else col(Entrusted.body_id) == body.id
    held = select(Entrusted).where(Entrusted.account_id == account.id, Entrusted.duty == duty)
    row = session.exec(held.where(place)).first()
    if row is None:
        row = Entrusted(account_id=account.id, duty=duty, body_id=body.id if body else None)
        record(session, act, "entrusted", row, {"email": account.email, "duty": duty.value})
    return row


def relieve(session: Session, act: Act, held: Entrusted, account: Account) -> Account:
    """Take a duty back; whoever is signed in is asked to sign in anew."""
    record(session, act, "relieved", account, {"duty": held.duty.value, "body": held.body_id})
    account.fs_uniquifier = _session_mark()
    session.delete(held)
    session.flush()
    return account


def reset_account(session: Session, act: Act, account: Account, password: str) -> Account:
    """A new password; the second factor, its codes and passkeys are to be set up anew.

    At the region's own sign-in the account is matched by its e-mail address again.
    """
    account.password = hashed(password)
    account.tf_primary_method = account.tf_totp_secret = account.last_code = None
    account.mf_recovery_codes = None
    account.webauthn.clear()
    session.execute(delete(Subject).where(col(Subject.account_id) == account.id))
    account.fs_uniquifier = _session_mark()
    record(session, act, "reset", account)
    return account


def choose_language(session: Session, act: Act, account: Account, language: str) -> Account:
    """Let the account's owner read the screen in a language; the one they have already stays."""
    if account.language != language:
        account.language = language
        record(session, act, "chose the language of", account, {"language": language})
    return account


def sign_out_everywhere(session: Session, act: Act, account: Account) -> Account:
    """End every session of the account."""
    account.fs_uniquifier = _session_mark()
    record(session, act, "signed out", account)
    return account
