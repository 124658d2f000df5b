"""The command that keeps the notice board."""

from __future__ import annotations

import click

from minutes.cli.console import act, give_up, progress, register, say
from minutes.cli.swedish import Command


@click.command(cls=Command)
def notices() -> None:
    """För in att anslag vars tid är ute har tagits ned, med bevis."""
    from minutes.clock import now, swedish_day
    from minutes.documents.render import BadDocument
    from minutes.documents.taking_down import proof_of, take_down_when_due
    from minutes.store.queries.unannounced import notices_due
    from minutes.store.session import session, writing

    with register() as settings:
        done = act()
        due = notices_due(session(), swedish_day(now()))
        try:
            with progress(due, "Skriver bevis", len(due)) as bar:
                for row in bar:
                    proof_of(session(), row, done.by, settings.exports)
            session().rollback()
            for row in notices_due(writing(), swedish_day(now())):
                take_down_when_due(session(), done, row, done.by, settings.exports)
        except BadDocument as error:
            give_up(f"Beviset kunde inte skrivas som PDF: {error}")
        session().commit()
    say(f"{len(due)} anslag har tagits ned.")
