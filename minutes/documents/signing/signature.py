"""A signature is added to a PDF, after all that is there (PAdES B-B, B-T or B-LTA)."""

from __future__ import annotations

import io
from collections.abc import Callable
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
    """A signature to make: in which field, whose name and why it tells, what is seen."""

    field: str
    name: str
    reason: str
    place: str
    stamp: Stamp


def _size_of(pdf: bytes, name: str) -> tuple[float, float]:
    """Width and height of an empty field, in points. Raises RuleBroken where there is none."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        form = opened.Root.get("/AcroForm", pikepdf.Dictionary())
        for field in form.get("/Fields", pikepdf.Array()).as_list():
            if str(field.get("/T", "")) == name and "/V" not in field:
                left, low, right, high = (float(edge) for edge in field.Rect.as_list())
                return right - left, high - low
    raise RuleBroken("Filen har ingen tom plats för underskriften {name}.", name=name)


def _metadata(wanted: Wanted, trust: Trust, clock: Clock) -> PdfSignatureMetadata:
    lasts = clock.level is Level.LASTING
    return PdfSignatureMetadata(
        field_name=wanted.field,
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


def _added(pdf: bytes, make: Callable[[IncrementalPdfFileWriter], object]) -> bytes:
    """The file with what is made at its end. Raises RuleBroken where it could not be made."""
    signed = io.BytesIO(pdf)
    try:
        make(IncrementalPdfFileWriter(signed))
    except TimestampRequestError as error:
        raise RuleBroken(
            "Tidsstämpelservern svarar inte, så underskriften gjordes inte. Försök om en stund."
        ) from error
    except (SigningError, PathError) as error:
        raise RuleBroken("Underskriften gick inte att göra: {why}.", why=str(error)) from error
    return signed.getvalue()


def sign(pdf: bytes, wanted: Wanted, credentials: Credentials, trust: Trust, clock: Clock) -> bytes:
    """The file with the signature at its end: what was there is its beginning, byte for byte.

    Raises RuleBroken where the field is not there or filled, or the signature cannot be made,
    and BadDocument where the stamp cannot be printed.
    """
    with NamedTemporaryFile(suffix=".pdf") as printed:
        printed.write(printed_stamp(wanted.stamp, *_size_of(pdf, wanted.field)))
        printed.flush()
        style = StaticStampStyle.from_pdf_file(
            printed.name, border_width=0, background_layout=_WHOLE
        )
        signer = PdfSigner(
            _metadata(wanted, trust, clock),
            credentials.signer,
            timestamper=clock.server,
            stamp_style=style,
        )
        return _added(
            pdf, lambda out: signer.sign_pdf(out, existing_fields_only=True, in_place=True)
        )
