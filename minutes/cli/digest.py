"""The command that tells followers what is new; a timer runs it."""

from __future__ import annotations

from datetime import date

import click

from minutes.cli.console import Day, register, say
from minutes.cli.swedish import Command


@click.command(cls=Command)
@click.option("--on", "day", type=Day(), help="Den dag det är, när det inte är i dag.")
def digest(day: date | None) -> None:
    """Skriv till dem som följer något om det som är nytt, och skicka de brev som väntar."""
    from minutes.actions.history import Act
    from minutes.cli.mail import send_waiting
    from minutes.clock import now, swedish_day
    from minutes.documents.mailing import BY
    from minutes.store.session import writing
    from minutes.web.following.digests import write_digests

    with register() as settings:
        session, at = writing(), now()
        written = write_digests(session, Act(BY, at), day or swedish_day(at))
        session.commit()
        say(f"{written} sammandrag är skrivna.")
        if settings.mail.is_set_up:
            send_waiting(settings)
        else:
            say("Inga brev kan skickas: ange MINUTES_SMTP_HOST. Det som är nytt står på sidan.")
