"""Commands that read protocols: parse, import."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes.cli.console import FILE, Day, act, give_up, progress, register, say
from minutes.cli.swedish import Command

if TYPE_CHECKING:
    from minutes.domain.record import Unread
    from minutes.importing.intake import Taken
    from minutes.importing.load import Order


def not_read(unread: Unread) -> str:
    """A line that was kept as text, and why."""
    return f"rad {unread.line}: {unread.reason} Kvar som text: {unread.text}"


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
        say(f"{file.name}: {not_read(unread)}")
    if reading.doubt:
        say(f"{file.name}: {reading.doubt}")
    if reading.problems:
        give_up(*(f"{file.name}: {problem}" for problem in reading.problems))


def _parties(_context: object, _parameter: object, values: tuple[str, ...]) -> dict[str, str]:
    """The parties named on the command line, as {abbreviation: name}."""
    pairs = [value.partition("=") for value in values]
    if not all(abbreviation and name for abbreviation, _, name in pairs):
        give_up("Skriv ett parti som --party 'LP=Lokala partiet'.")
    return {abbreviation.strip(): name.strip() for abbreviation, _, name in pairs}


def _name(_context: object, parameter: click.Parameter, value: str | None) -> str | None:
    """A name on the command line. Leaves with exit code 2 where it is empty."""
    if value is not None and not value.strip():
        option = parameter.opts[0]
        give_up(f"{option} är tomt. Ange ett namn efter {option}, eller utelämna {option}.")
    return value


@dataclass(slots=True)
class Tally:
    """What became of the files: sentences on each, and how many were new, known and refused."""

    told: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    new: int = 0
    known: int = 0
    refused: int = 0

    def take(self, file: Path, order: Order, exports: Path) -> None:
        """Take one file in, in a transaction of its own."""
        from minutes.importing.intake import take_in
        from minutes.importing.problems import Faulty, Refused
        from minutes.store.session import writing

        session = writing()
        try:
            taken = take_in(session, act(), file, order, exports)
            session.commit()
        except (Refused, Faulty) as no:
            session.rollback()
            self._refuse(file, no.args)
        else:
            self._enter(file, taken)

    def _refuse(self, file: Path, reasons: tuple[object, ...]) -> None:
        self.refused += 1
        self.faults += [f"{file.name}: {reason}" for reason in reasons]
        if any(getattr(reason, "is_cut", False) for reason in reasons):
            self.faults.append(f"{file.name}: Är filen ändå hel, ange --whole.")

    def _enter(self, file: Path, taken: Taken) -> None:
        held = f"{taken.protocol.body} {taken.protocol.date}"
        if taken.is_new:
            self.new += 1
            count = len(taken.protocol.items)
            remarks = [f"{held}, {count} paragrafer, är inlagt i registret.", *taken.remarks]
            remarks += [not_read(unread) for unread in taken.protocol.unread]
        else:
            self.known += 1
            remarks = [f"{held} fanns redan i registret. Ingenting ändrades.", *taken.remarks]
        self.told += [f"{file.name}: {remark}" for remark in remarks]

    def __str__(self) -> str:
        count = self.new + self.known + self.refused
        return (
            f"{count} filer: {self.new} inlagda, {self.known} fanns redan, {self.refused} avvisade."
        )


@click.command("import", cls=Command)
@click.argument("files", metavar="FIL...", nargs=-1, required=True, type=FILE)
@click.option(
    "--body", metavar="NAMN", callback=_name, help="Organets namn, när filen inte säger det."
)
@click.option("--date", "day", type=Day(), help="Sammanträdets dag, när filen inte säger den.")
@click.option(
    "--party",
    "parties",
    metavar="PARTI",
    multiple=True,
    callback=_parties,
    help="Ett parti som registret inte känner, som 'LP=Lokala partiet'. Kan ges flera gånger.",
)
@click.option(
    "--organisation",
    metavar="NAMN",
    callback=_name,
    help="Vems organ det är, när filen inte säger det.",
)
@click.option("--whole", is_flag=True, help="Filen är hel, även om den ser avhuggen ut.")
def import_(
    files: tuple[Path, ...],
    body: str | None,
    day: date | None,
    parties: dict[str, str],
    whole: bool,
    organisation: str | None,
) -> None:
    """Lägg in justerade protokoll (PDF eller text) i registret."""
    from minutes.importing.load import Order

    tally = Tally()
    with register() as settings:
        order = Order(settings.organisation, body, day, parties, whole, organisation)
        try:
            with progress(files, "Läser in") as bar:
                for file in bar:
                    tally.take(file, order, settings.exports)
        finally:
            for sentence in tally.told:
                say(sentence)
    summary = [str(tally)] if len(files) > 1 else []
    if tally.refused:
        give_up(*tally.faults, "Ingenting lades in av de filer som nämns ovan.", *summary)
    for sentence in summary:
        say(sentence)
