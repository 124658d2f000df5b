"""What lasts is timestamped anew before the last timestamp's certificate ends (PAdES B-LTA)."""

from __future__ import annotations

import asyncio
import io
from datetime import UTC, datetime

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.signers import PdfTimeStamper
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.pdf_embedded import async_validate_pdf_timestamp

from minutes.documents.signing.check import check, known_in
from minutes.documents.signing.receiving import require_sound
from minutes.documents.signing.signature import BEFORE, told_as_rules
from minutes.documents.signing.trust import Trust, context
from minutes.domain.errors import RuleBroken


def _last(reader: PdfFileReader) -> EmbeddedPdfSignature | None:
    embedded = list(reader.embedded_signatures)
    stamped = embedded and embedded[-1].sig_object_type == "/DocTimeStamp"
    return embedded[-1] if stamped else None


def ends_at(pdf: bytes) -> datetime | None:
    """When the certificate of its last timestamp ends; None where it does not end with one."""
    last = _last(PdfFileReader(io.BytesIO(pdf)))
    if last is None:
        return None
    end: datetime = last.signer_cert["tbs_certificate"]["validity"]["not_after"].native
    return end.astimezone(UTC)


async def _stamp(pdf: bytes, trust: Trust, server: TimeStamper) -> bytes:
    """The file with what checks its last timestamp, and a new one over all of it."""
    reader, stamped = PdfFileReader(io.BytesIO(pdf)), io.BytesIO(pdf)
    by, last = context(trust, known_in(reader)), _last(reader)
    status = await async_validate_pdf_timestamp(last, by, skip_diff=True) if last else None
    path = status.validation_path if status else None
    await PdfTimeStamper(server).async_timestamp_pdf(
        IncrementalPdfFileWriter(stamped),
        "sha256",
        by,
        validation_paths=[path] if path else [],
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
        raise RuleBroken(
            "Tidsstämpelserverns certifikat går inte ut senare än den stämpel som filen har."
        )
    return stamped
