"""A signature is added to a PDF, after all that is there (PAdES B-B, B-T or B-LTA)."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from tempfile import NamedTemporaryFile

import pikepdf
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_signer import DSSContentSettings, TimestampDSSContentSettings
from pyhanko.sign.timestamps import HTTPTimeStamper, TimeStamper, TimestampRequestError
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.errors import PathError

from minutes.documents.signing.credentials import Credentials
from minutes.documents.signing.stamp import Stamp, printed_stamp
from minutes.documents.signing.trust import Known, Trust, context
from minutes.domain.errors import RuleBroken

_SECONDS = 20
_WHOLE = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID, Margins())
"""The stamp fills its field."""


BEFORE = TimestampDSSContentSettings(include_vri=False, update_before_ts=True)
"""What a later check needs comes before the timestamp, so that it covers all of the file."""


class Level(StrEnum):
    """How long a signature can be checked: ETSI EN 319 142-1, clause 6."""

    PLAIN = "B-B"
    TIMED = "B-T"
    LASTING = "B-LTA"


@dataclass(frozen=True, slots=True)
class Clock:
    """The timestamp server, where there is one, and whether signatures are to last."""

    server: TimeStamper | None = None
    lasts: bool = False

    @property
    def level(self) -> Level:
        """What signatures become."""
        if self.server is None:
            return Level.PLAIN
        return Level.LASTING if self.lasts else Level.TIMED


def server_at(url: str) -> TimeStamper:
    """The timestamp server at an address (RFC 3161)."""
    return HTTPTimeStamper(url, timeout=_SECONDS)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A signature to make: whose, as the minutes print the name, and what it tells.

    `name`, `reason` and `place` go with the signature, `stamp` is seen in its field.
    """

    signer: str
    name: str
    reason: str
    place: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class _Field:
    """Where to sign: an empty field with its size in points, or one that is not seen."""

    name: str
    width: float = 0
    height: float = 0

    @property
    def is_seen(self) -> bool:
        return self.width > 0


def _field_of(pdf: bytes, signer: str) -> _Field:
    """The empty field whose label names the signer.

    Who has signed there already, and signs a § afterwards, does so in one that is not seen: the
    pages are as they were.
    """
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        form = opened.Root.get("/AcroForm", pikepdf.Dictionary())
        fields = form.get("/Fields", pikepdf.Array()).as_list()
        for field in fields:
            if str(field.get("/TU", "")).endswith(f", {signer}") and "/V" not in field:
                left, low, right, high = (float(edge) for edge in field.Rect.as_list())
                return _Field(str(field.T), right - left, high - low)
        return _Field(f"underskrift-{len(fields) + 1}")


def _metadata(wanted: Wanted, field: str, trust: Trust, clock: Clock) -> PdfSignatureMetadata:
    lasts = clock.level is Level.LASTING
    return PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        name=wanted.name,
        reason=wanted.reason,
        location=wanted.place,
        embed_validation_info=lasts,
        use_pades_lta=lasts,
        validation_context=context(trust, Known()) if lasts else None,
        dss_settings=DSSContentSettings(include_vri=False, next_ts_settings=BEFORE),
    )


@contextmanager
def told_as_rules() -> Iterator[None]:
    """Whatever keeps the library from making a signature is a RuleBroken with the reason."""
    try:
        yield
    except TimestampRequestError as error:
        raise RuleBroken(
            "Tidsstämpelservern svarar inte, så underskriften gjordes inte. Försök om en stund."
        ) from error
    except (SigningError, PathError) as error:
        raise RuleBroken("Underskriften gick inte att göra: {why}.", why=str(error)) from error


def _added(pdf: bytes, make: Callable[[IncrementalPdfFileWriter], object]) -> bytes:
    """The file with what is made at its end. Raises RuleBroken where it could not be made."""
    signed = io.BytesIO(pdf)
    with told_as_rules():
        make(IncrementalPdfFileWriter(signed))
    return signed.getvalue()


def sign(pdf: bytes, wanted: Wanted, credentials: Credentials, trust: Trust, clock: Clock) -> bytes:
    """The file with the signature at its end: what was there is its beginning, byte for byte.

    Raises RuleBroken where the signature cannot be made, BadDocument where the stamp cannot.
    """
    field = _field_of(pdf, wanted.signer)
    with NamedTemporaryFile(suffix=".pdf") as printed:
        if field.is_seen:
            printed.write(printed_stamp(wanted.stamp, field.width, field.height))
            printed.flush()
        style = StaticStampStyle.from_pdf_file(
            printed.name, border_width=0, background_layout=_WHOLE
        )
        signer = PdfSigner(
            _metadata(wanted, field.name, trust, clock),
            credentials.signer,
            timestamper=clock.server,
            stamp_style=style,
        )
        return _added(
            pdf,
            lambda out: signer.sign_pdf(out, existing_fields_only=field.is_seen, in_place=True),
        )
