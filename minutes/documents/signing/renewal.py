"""What can be checked only for a while is timestamped anew before that ends (PAdES B-LTA)."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from datetime import UTC, datetime

from asn1crypto import x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.signers import PdfTimeStamper
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.pdf_embedded import (
    async_validate_pdf_signature,
    async_validate_pdf_timestamp,
)
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.path import ValidationPath

from minutes.documents.signing.check import check, is_timestamp, known_in
from minutes.documents.signing.receiving import require_sound
from minutes.documents.signing.signature import BEFORE, told_as_rules
from minutes.documents.signing.trust import Trust, context
from minutes.domain.errors import RuleBroken


def _uncovered(reader: PdfFileReader) -> list[EmbeddedPdfSignature]:
    """The last timestamp over the file and the signatures after it, which none covers."""
    found: list[EmbeddedPdfSignature] = []
    for one in reversed(list(reader.embedded_signatures)):
        found.append(one)
        if is_timestamp(one):
            break
    return found


def _end(certificate: x509.Certificate) -> datetime:
    end: datetime = certificate["tbs_certificate"]["validity"]["not_after"].native
    return end.astimezone(UTC)


def ends_at(pdf: bytes) -> datetime | None:
    """When the first certificate ends by which alone its last signatures are checked.

    After that its issuer need not tell any more whether it was revoked. None where nothing is
    signed.
    """
    uncovered = _uncovered(PdfFileReader(io.BytesIO(pdf)))
    return min((_end(one.signer_cert) for one in uncovered), default=None)


async def _paths(
    embedded: list[EmbeddedPdfSignature], by: ValidationContext
) -> AsyncIterator[ValidationPath | None]:
    """The chains of what no timestamp covers; what they were checked by is noted in `by`."""
    for one in embedded:
        if is_timestamp(one):
            yield (await async_validate_pdf_timestamp(one, by, skip_diff=True)).validation_path
            continue
        status = await async_validate_pdf_signature(one, by, skip_diff=True)
        yield status.validation_path
        if status.timestamp_validity is not None:
            yield status.timestamp_validity.validation_path


async def _stamp(pdf: bytes, trust: Trust, server: TimeStamper) -> bytes:
    """The file with what checks its last signatures, and a new timestamp over all of it."""
    reader, stamped = PdfFileReader(io.BytesIO(pdf)), io.BytesIO(pdf)
    by = context(trust, known_in(reader))
    paths = [path async for path in _paths(_uncovered(reader), by) if path is not None]
    await PdfTimeStamper(server).async_timestamp_pdf(
        IncrementalPdfFileWriter(stamped),
        "sha256",
        by,
        validation_paths=paths,
        in_place=True,
        dss_settings=BEFORE,
    )
    return stamped.getvalue()


def renewed(pdf: bytes, trust: Trust, server: TimeStamper) -> bytes:
    """The file with a new timestamp at its end, over all that is needed to check the others.

    Raises RuleBroken where what is there does not stand any more, the server does not answer, or
    its timestamp ends no later than the last.
    """
    before, found = ends_at(pdf), check(pdf, trust)
    require_sound(found, found.found)
    with told_as_rules():
        stamped = asyncio.run(_stamp(pdf, trust, server))
    found, after = check(stamped, trust), ends_at(stamped)
    require_sound(found, found.found)
    if before is None or after is None or after <= before:
        raise RuleBroken("Tidsstämpelserverns certifikat går inte ut senare än det som filen har.")
    return stamped
