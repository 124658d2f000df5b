"""The command that goes through everything that is kept: verify."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from minutes.cli.console import progress, register, say
from minutes.cli.signatures import signing_means
from minutes.cli.swedish import Command

if TYPE_CHECKING:
    from minutes.settings import Settings

NOT_AS_IT_WAS = 1
"""Exit code where something kept is not as it was."""
_SHOWN = 20


def _steps(settings: Settings) -> tuple[int, Iterator[str | None]]:
    """How many things there are to go through, and what is wrong with each."""
    from minutes.actions.verifying import steps, walk
    from minutes.documents import kept_signatures
    from minutes.store.session import session

    by = kept_signatures.Expectation(signing_means(settings).trust, settings.signing.match)
    number = steps(session()) + kept_signatures.count(session())

    def all_of_it() -> Iterator[str | None]:
        yield from walk(session(), settings.exports)
        yield from kept_signatures.walk(session(), settings.exports, by)

    return number, all_of_it()


@click.command(cls=Command)
def verify() -> None:
    """Pröva att allt som bevaras är som det var: filer, historik, protokoll, underskrifter."""
    from minutes.actions.enclosures import sweep
    from minutes.store.session import session, writing

    with register() as settings:
        sweep(writing, settings.exports)
        session().rollback()
        number, walked = _steps(settings)
        with progress(walked, "Prövar", number) as bar:
            faults = [fault for fault in bar if fault]
    if not faults:
        say(
            f"Allt är som det var: {number} filer, händelser, protokoll och underskrivna "
            "versioner är prövade."
        )
        return
    say(f"Inte som det var: {faults[0]}")
    for fault in faults[1:_SHOWN]:
        say(fault)
    if len(faults) > _SHOWN:
        say(f"… och {len(faults) - _SHOWN} till.")
    raise click.exceptions.Exit(NOT_AS_IT_WAS)
