"""Commands that read protocols: parse, import."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes.cli.console import FILE, Day, act, give_up, progress, register, say
from minutes.cli.swedish import Command

if TYPE_CHECKING:
    from minutes.importing.load import Order


@click.command(cls=Command)
@click.argument("file", metavar="FIL", type=FILE)
@click.option("--text", is_flag=True, help="Läs texten, även om filen bär sitt protokoll som data.")
def parse(file: Path, text: bool) -> None:
    """Läs ett protokoll (PDF eller text) och skriv ut det som JSON."""
    from minutes.domain.record_json import dumps
    from minutes.importing.parse import parse as read_record
    from minutes.importing.problems import Refused
    from minutes.importing.read import read

    try:
        reading = read_record(read(file, attached=not text))
    except Refused as refusal:
        give_up(f"{file.name}: {refusal.sentence}")
    click.echo(dumps(reading.protocol), nl=False)
    for unread in reading.protocol.unread:
        say(f"{file.name}: rad {unread.line}: {unread.reason} Kvar som text: {unread.text}")
    if reading.problems:
        give_up(*(f"{file.name}: {problem}" for problem in reading.problems))


def _parties(_context: object, _parameter: object, values: tuple[str, ...]) -> dict[str, str]:
    """The parties named on the command line, as {abbreviation: name}."""
    pairs = [value.partition("=") for value in values]
    if not all(abbreviation and name for abbreviation, _, name in pairs):
        give_up("Skriv ett parti som --party 'LP=Lokala partiet'.")
    return {abbreviation.strip(): name.strip() for abbreviation, _, name in pairs}


def _import_one(file: Path, order: Order, exports: Path) -> list[str]:
    """Take one file in, in a transaction of its own; what is wrong with it, if anything."""
    from minutes.importing.intake import take_in
    from minutes.importing.problems import Faulty, Refused
    from minutes.store.session import writing

    session = writing()
    try:
        taken = take_in(session, act(), file, order, exports)
        session.commit()
    except (Refused, Faulty) as no:
        session.rollback()
        return [f"{file.name}: {reason}" for reason in no.args]
    held = f"{taken.protocol.body} {taken.protocol.date}"
    if not taken.is_new:
        say(f"{file.name}: {held} fanns redan i registret. Ingenting ändrades.")
        return []
    say(f"{file.name}: {held}, {len(taken.protocol.items)} paragrafer, är inlagt i registret.")
    for unread in taken.protocol.unread:
        say(f"{file.name}: rad {unread.line}: {unread.reason} Kvar som text: {unread.text}")
    return []


@click.command("import", cls=Command)
@click.argument("files", metavar="FIL...", nargs=-1, required=True, type=FILE)
@click.option("--body", metavar="NAMN", help="Organets namn, när filen inte säger det.")
@click.option("--date", "day", type=Day(), help="Sammanträdets dag, när filen inte säger den.")
@click.option(
    "--party",
    "parties",
    metavar="PARTI",
    multiple=True,
    callback=_parties,
    help="Ett parti som registret inte känner, som 'LP=Lokala partiet'. Kan ges flera gånger.",
)
def import_(
    files: tuple[Path, ...], body: str | None, day: date | None, parties: dict[str, str]
) -> None:
    """Lägg in justerade protokoll (PDF eller text) i registret."""
    from minutes.importing.load import Order

    faults: list[str] = []
    with register() as settings:
        order = Order(settings.organisation, body, day, parties)
        with progress(files, "Läser in") as bar:
            for file in bar:
                faults += _import_one(file, order, settings.exports)
    if faults:
        give_up(*faults, "Ingenting lades in av de filer som nämns ovan.")
