"""What was sent after a session had ended is kept until its writer has signed in again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Session, col, select

from minutes.store.tables import Account, KeptForm

KEPT = timedelta(days=7)
LONGEST = 2_000_000
"""Signs of all fields together; more is no form that somebody wrote."""

Field = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as it came: from which browser, whose session it was, to where, with what."""

    browser: str
    account: int
    address: str
    fields: Sequence[Field]


def keep(session: Session, sent: Sent, at: datetime) -> KeptForm | None:
    """Keep a form, once however often it is sent; nothing of an account that is closed."""
    session.execute(delete(KeptForm).where(col(KeptForm.kept_at) < at - KEPT))
    account = session.get(Account, sent.account)
    fields = json.dumps(list(sent.fields), ensure_ascii=False)
    if account is None or not account.active or len(fields) > LONGEST:
        return None
    forget(session, sent.browser, sent.address, fields)
    row = KeptForm(
        account_id=account.id,
        browser=sent.browser,
        address=sent.address,
        fields=fields,
        kept_at=at,
    )
    session.add(row)
    session.flush()
    return row


def kept_forms(session: Session, browser: str, account: int) -> Sequence[KeptForm]:
    """What an account sent too late from a browser, the oldest first."""
    wanted = select(KeptForm).where(KeptForm.browser == browser, KeptForm.account_id == account)
    return session.exec(wanted.order_by(col(KeptForm.id))).all()


def forget(session: Session, browser: str, address: str, fields: str | None = None) -> None:
    """What was saved or thrown away is kept no longer: all that was sent to the address, or one."""
    gone = delete(KeptForm).where(
        col(KeptForm.browser) == browser, col(KeptForm.address) == address
    )
    session.execute(gone if fields is None else gone.where(col(KeptForm.fields) == fields))


def fields_of(row: KeptForm) -> Iterable[Field]:
    """The names and values of a form's fields."""
    return ((name, value) for name, value in json.loads(row.fields))
