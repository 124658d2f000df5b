"""The commands. Each imports what it needs when it runs, so that starting is fast."""

from __future__ import annotations

import click

from minutes.cli.accounts import user
from minutes.cli.archiving import archive, restore
from minutes.cli.board import notices
from minutes.cli.digest import digest
from minutes.cli.mail import mail
from minutes.cli.reading import import_, parse
from minutes.cli.registry import demo, migrate, protocol, serve
from minutes.cli.searching import search
from minutes.cli.signatures import signatures
from minutes.cli.swedish import Group
from minutes.cli.verifying import verify


@click.group(cls=Group)
@click.version_option(
    package_name="paragraf",
    prog_name="minutes",
    message="%(prog)s %(version)s",
    help="Visa versionen.",
)
def main() -> None:
    """Paragraf: protokoll och beslutsregister."""


for command in (
    parse,
    import_,
    protocol,
    demo,
    migrate,
    serve,
    user,
    mail,
    digest,
    verify,
    archive,
    restore,
    notices,
    signatures,
    search,
):
    main.add_command(command)
