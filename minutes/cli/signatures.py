"""The command on signatures, and what the commands sign with and trust."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

import click

from minutes.cli.console import act, give_up, progress, register, say
from minutes.cli.swedish import Command, Group

if TYPE_CHECKING:
    from minutes.documents.renewing import Ageing
    from minutes.documents.signing.means import Means
    from minutes.settings import Settings

NOT_RENEWED = 1
"""Exit code where a file that nears its end could not be renewed."""


def signing_means(settings: Settings) -> Means:
    """With what one signs and whom one trusts. Leaves with exit code 2 where it cannot be used."""
    from minutes.documents.signing.means import means_of
    from minutes.documents.signing.trust import BadCertificate
    from minutes.domain.errors import RuleBroken

    try:
        return means_of(settings)
    except BadCertificate as bad:
        give_up(f"En fil i MINUTES_SIGNING_ANCHORS går inte att använda. {bad}")
    except RuleBroken as no:
        give_up(f"MINUTES_SEAL går inte att använda. {no}")


@click.group(cls=Group)
def signatures() -> None:
    """Underskrifterna i det som bevaras."""


def _renewed(settings: Settings, files: Sequence[Ageing]) -> Iterator[str | None]:
    """What kept each file from being renewed, None where it was; each is committed for itself."""
    from minutes.documents.renewing import renew
    from minutes.domain.errors import RuleBroken
    from minutes.store.session import writing
    from minutes.store.tables import Edition

    means = signing_means(settings)
    for one in files:
        writer = writing()
        edition = writer.get_one(Edition, one.edition_id)
        try:
            renew(writer, act(), edition, means, settings.exports)
        except RuleBroken as no:
            writer.rollback()
            yield f"{one.name} är inte förnyad; den kan prövas till {one.ends_at:%Y-%m-%d}. {no}"
            continue
        writer.commit()
        yield None


@signatures.command(cls=Command)
@click.option(
    "--within", default=365, metavar="DAGAR", type=click.IntRange(min=1),
    help="Förnya det vars tidsstämpel eller certifikat går ut inom så många dagar (365).",
)  # fmt: skip
def renew(within: int) -> None:
    """Tidsstämpla undertecknade filer på nytt innan det som prövar dem går ut."""
    from minutes.clock import now
    from minutes.documents.renewing import ageing
    from minutes.store.session import session

    with register() as settings:
        if not settings.signing.timestamps:
            give_up("MINUTES_TIMESTAMP_URL saknas: vilken server ska stämpla?")
        files = list(ageing(session(), settings.exports, now() + timedelta(days=within)))
        session().rollback()
        with progress(_renewed(settings, files), "Förnyar", len(files)) as bar:
            faults = [fault for fault in bar if fault]
    for fault in faults:
        say(fault)
    say(f"{len(files) - len(faults)} av {len(files)} filer är förnyade.")
    if faults:
        raise click.exceptions.Exit(NOT_RENEWED)
