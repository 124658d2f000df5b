"""The command that goes through everything that is kept: verify."""

from __future__ import annotations

import click

from minutes.cli.console import progress, register, say
from minutes.cli.swedish import Command

NOT_AS_IT_WAS = 1
"""Exit code where something kept is not as it was."""
_SHOWN = 20


@click.command(cls=Command)
def verify() -> None:
    """Pröva att allt som bevaras är som det var: filer, historik, protokoll."""
    from minutes.actions.enclosures import sweep
    from minutes.actions.verifying import steps, walk
    from minutes.store.session import session, writing

    with register() as settings:
        sweep(writing, settings.exports)
        session().rollback()
        number = steps(session())
        with progress(walk(session(), settings.exports), "Prövar", number) as bar:
            faults = [fault for fault in bar if fault]
    if not faults:
        say(f"Allt är som det var: {number} filer, händelser och protokoll är prövade.")
        return
    say(f"Inte som det var: {faults[0]}")
    for fault in faults[1:_SHOWN]:
        say(fault)
    if len(faults) > _SHOWN:
        say(f"… och {len(faults) - _SHOWN} till.")
    raise click.exceptions.Exit(NOT_AS_IT_WAS)
