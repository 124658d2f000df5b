"""Each action on accounts at work once, as its call and the entry that it leaves."""

from __future__ import annotations

from functools import partial
from typing import Any

from minutes.actions import accounts, subjects
from minutes.domain.access import Duty
from minutes.store import tables as t
from tests.actions.world import LATER, World

Call = partial[Any]
PASSWORD = "ett långt lösenord"


def signed_up(world: World) -> dict[str, Call]:
    """What happens to the accounts of those who sign in."""
    session, act = world.session, (world.session, LATER)
    account = t.Account(
        email="bo@exempel.se", name="Bo Alm", fs_uniquifier="here", created_at=LATER.at
    )
    session.add(account)
    session.flush()
    held = t.Entrusted(account_id=account.id, duty=Duty.ARCHIVIST)
    session.add(held)
    session.flush()
    opened = partial(accounts.open_account, *act, email="eva@exempel.se", name="Eva Ek")
    told = subjects.Told("https://region.example", "47", account.email, account.name)
    return {
        "opened account": partial(opened, password=PASSWORD),
        "entrusted entrusted": partial(accounts.entrust, *act, account, Duty.CHAIR, world.board),
        "relieved account": partial(accounts.relieve, *act, held, account),
        "reset account": partial(accounts.reset_account, *act, account, PASSWORD),
        "signed out account": partial(accounts.sign_out_everywhere, *act, account),
        "chose the language of account": partial(accounts.choose_language, *act, account, "en"),
        "recognised subject": partial(subjects.recognise, *act, told),
    }
