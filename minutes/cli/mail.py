"""Commands on letters: what waits is sent, listed, and tried anew."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import click

from minutes.cli.console import act, give_up, register, say
from minutes.cli.swedish import Command, Group

if TYPE_CHECKING:
    from minutes.settings import Settings


@click.group(cls=Group)
def mail() -> None:
    """Brev som väntar på att skickas med e-post."""


def _remind(settings: Settings) -> None:
    """Write to those for whom minutes wait."""
    from zoneinfo import ZoneInfo

    from minutes.actions.history import Act
    from minutes.clock import now
    from minutes.documents.mailing import BY
    from minutes.documents.reminding import remind
    from minutes.store.session import writing

    session, at = writing(), now()
    today = at.astimezone(ZoneInfo("Europe/Stockholm")).date()
    remind(session, Act(BY, at), today, settings.mail.address)
    session.commit()


def send_waiting(settings: Settings) -> None:
    """Send the letters whose turn it is, and say how many; those that cannot be sent wait."""
    from minutes.clock import now
    from minutes.documents.mail import NotTaken
    from minutes.documents.mailing import send_due
    from minutes.store.session import session, writing

    try:
        taken, failed = send_due(writing, settings.mail, settings.exports, now)
    except NotTaken as no:
        say(f"Servern {settings.mail.host} nås inte, breven väntar: {no}")
        return
    finally:
        session().rollback()
    if taken or failed:
        say(f"{taken} brev är skickade, {failed} togs inte emot.")


def _send(settings: Settings) -> None:
    _remind(settings)
    send_waiting(settings)


@mail.command(cls=Command)
@click.option(
    "--watch", metavar="SEKUNDER", type=click.IntRange(1, 86400), help="Fortsätt, så här ofta."
)
def send(watch: int | None) -> None:
    """Skriv till dem som ska justera, och skicka de brev som väntar."""
    parent = os.getppid()
    with register() as settings:
        if not settings.mail.is_set_up:
            give_up("Inga brev kan skickas: ange MINUTES_SMTP_HOST.")
        _send(settings)
        while watch and os.getppid() == parent:
            time.sleep(watch)
            _send(settings)


@mail.command("list", cls=Command)
def waiting() -> None:
    """Visa de brev som väntar, och de som är uppgivna."""
    from sqlmodel import col, select

    from minutes.store.session import session
    from minutes.store.tables import Letter

    with register():
        unsent = select(Letter).where(col(Letter.sent_at).is_(None)).order_by(col(Letter.id))
        letters = session().exec(unsent).all()
        for one in letters:
            state = "uppgivet" if one.given_up_at else f"prövas {one.due_at:%Y-%m-%d %H:%M}"
            said = f"  ({one.answer})" if one.answer else ""
            click.echo(f"{one.id}  {state}  {one.to_address}  {one.subject}{said}")
    if not letters:
        say("Inga brev väntar.")


@mail.command(cls=Command)
@click.argument("letter", metavar="NUMMER", type=int)
def again(letter: int) -> None:
    """Pröva ett brev på nytt som är uppgivet."""
    from minutes.actions.letters import send_again
    from minutes.domain.errors import RuleBroken
    from minutes.store.session import writing
    from minutes.store.tables import Letter

    with register():
        session = writing()
        found = session.get(Letter, letter)
        if found is None:
            give_up(f"Det finns inget brev {letter}. Se: minutes mail list")
        try:
            send_again(session, act(), found)
        except RuleBroken as no:
            give_up(no)
        session.commit()
        say(f"Brevet till {found.to_address} prövas på nytt.")
