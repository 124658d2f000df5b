"""The signatures of a PDF: whose, when, trusted by whom, what they cover, what came after."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError

from minutes.documents.signing.checked import Checked, Flaw, Found
from minutes.documents.signing.exactness import covered_until, is_exact
from minutes.documents.signing.judging import (
    Judged,
    changed_after,
    judged_signature,
    judged_timestamp,
)
from minutes.documents.signing.telling import says_the_same
from minutes.documents.signing.trust import Evidence, Known, Trust

for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # what it finds is told as flaws


@dataclass(slots=True)
class _File:
    """A file that is being checked: its bytes, by what it is judged, and at what moment."""

    pdf: bytes
    reader: PdfFileReader
    evidence: Evidence
    at: datetime | None


def known_in(reader: PdfFileReader) -> Known:
    """What the file's security store holds of certificates and revocation."""
    try:
        store = DocumentSecurityStore.read_dss(reader)
    except NoDSSFoundError:
        return Known()
    told = store.as_validation_context({"trust_roots": []})
    return Known(list(store.load_certs()), told.crls, told.ocsps)


def is_timestamp(one: EmbeddedPdfSignature) -> bool:
    """Whether it is a timestamp over the whole file, nobody's signature."""
    return bool(one.sig_object_type == "/DocTimeStamp")


async def _judged(file: _File, one: EmbeddedPdfSignature) -> Judged:
    if is_timestamp(one):
        return await judged_timestamp(one, file.evidence, file.at)
    return await judged_signature(one, file.evidence, file.at)


def _found(file: _File, one: EmbeddedPdfSignature, judged: Judged) -> Found:
    flaws = list(judged.flaws)
    if not is_exact(file.pdf, one.byte_range) or not judged.brings_genuine(
        file.evidence.trust.anchors
    ):
        flaws.append(Flaw.INEXACT)
    said = one.sig_object
    return Found(
        field=str(one.field_name),
        is_timestamp=is_timestamp(one),
        holder=judged.holder,
        anchor=judged.anchor,
        said_name=str(said.get("/Name", "")),
        said_reason=str(said.get("/Reason", "")),
        at=judged.at,
        is_timed=judged.is_timed,
        ends_at=covered_until(one.byte_range),
        flaws=tuple(dict.fromkeys(flaws)),
    )


def _is_covered(pdf: bytes, found: Sequence[Found]) -> bool:
    """Whether the last covers all of the file, and each covers more than the one before it."""
    ends = [one.ends_at for one in found]
    return not ends or (ends[-1] == len(pdf) and ends == sorted(set(ends)))


def _with_changes(pdf: bytes, one: EmbeddedPdfSignature, found: Found) -> Found:
    flaw = changed_after(one)
    if flaw is None and not says_the_same(pdf[: found.ends_at], pdf):
        flaw = Flaw.CHANGED_AFTER
    return found if flaw is None else replace(found, flaws=(*found.flaws, flaw))


async def _all(file: _File) -> Checked:
    """From the newest to the oldest: what a timestamp covers is judged at its moment.

    What came after each is compared only where every byte is vouched for.
    """
    embedded = list(file.reader.embedded_signatures)
    found: list[Found] = []
    for one in reversed(embedded):
        judged = await _judged(file, one)
        found.insert(0, _found(file, one, judged))
        if found[0].is_timestamp and not found[0].flaws:
            file.at = judged.at
    if not _is_covered(file.pdf, found):
        return Checked(tuple(found), (Flaw.UNCOVERED,))
    if any(one.flaws for one in found):
        return Checked(tuple(found))
    changes = zip(embedded, found, strict=True)
    return Checked(tuple(_with_changes(file.pdf, one, told) for one, told in changes))


def check(pdf: bytes, trust: Trust, at: datetime | None = None) -> Checked:
    """What is to be said of its signatures at a moment, now where none is given.

    A file that cannot be read as the standard has it is found unreadable; nothing is raised.
    """
    try:
        reader = PdfFileReader(io.BytesIO(pdf), strict=True)
        file = _File(pdf, reader, Evidence(known_in(reader), trust), at)
        return asyncio.run(_all(file))
    except Exception:  # whatever a hostile file does to the library, it is not sound
        return Checked(flaws=(Flaw.UNREADABLE,))
