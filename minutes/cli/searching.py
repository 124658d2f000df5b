"""The command that makes the index of the search anew."""

from __future__ import annotations

import click

from minutes.cli.console import progress, register, say
from minutes.cli.swedish import Command


@click.command(cls=Command)
def search() -> None:
    """Gör sökregistret på nytt av protokollen."""
    from minutes.store.searching.index import index_all
    from minutes.store.session import writing

    with register():
        session = writing()
        with progress(index_all(session), "Läser paragrafer") as bar:
            count = max(bar, default=0)
        session.commit()
    say(f"{count} paragrafer är lästa.")
