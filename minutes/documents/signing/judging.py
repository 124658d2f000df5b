"""One signature is judged: by mathematics, by its chain at its moment, by what came after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import x509
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult, ModificationLevel
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    PdfSignatureStatus,
    SignatureCoverageLevel,
)
from pyhanko.sign.validation.pdf_embedded import (
    async_validate_pdf_signature,
    async_validate_pdf_timestamp,
)
from pyhanko.sign.validation.status import SignatureStatus, TimestampSignatureStatus

from minutes.documents.signing.chains import are_genuine, taken_back_at
from minutes.documents.signing.checked import Flaw
from minutes.documents.signing.holders import Holder, holder_of
from minutes.documents.signing.trust import Evidence

_SIGNED_FURTHER = ModificationLevel.FORM_FILLING
"""What may come after a signature: other signatures, in the fields that wait for them."""
_WHOLE = {SignatureCoverageLevel.ENTIRE_FILE, SignatureCoverageLevel.ENTIRE_REVISION}
_PAST = {"EXPIRED", "NOT_YET_VALID", "OUT_OF_BOUNDS_NO_POE", "OUT_OF_BOUNDS_NOT_REVOKED"}


@dataclass(frozen=True, slots=True)
class Judged:
    """What is found of one signature: whose, when, by which anchor, and its flaws.

    `brought` are the certificates that it carries.
    """

    holder: Holder
    anchor: str
    at: datetime | None
    is_timed: bool
    flaws: tuple[Flaw, ...]
    brought: tuple[x509.Certificate, ...]

    def brings_genuine(self, anchors: Iterable[bytes]) -> bool:
        """Whether the certificates that it brings are what their issuers made."""
        return are_genuine(self.brought, anchors)


def _anchor(status: SignatureStatus) -> str:
    path = status.validation_path
    return holder_of(path.first).name if path is not None and status.trusted else ""


def _taken_back(status: SignatureStatus, evidence: Evidence, then: datetime | None) -> Flaw | None:
    """Whether a list that is kept or brought has a certificate of the chain; until then it stood.

    The library reads lists only where a certificate says that there is one.
    """
    path = status.validation_path
    at = taken_back_at(path.iter_certs(include_root=True), evidence.lists) if path else None
    return Flaw.REVOKED if at is not None and (then is None or at <= then) else None


def _distrust(status: SignatureStatus) -> Flaw | None:
    """Why its chain is not trusted."""
    if status.trusted:
        return None
    if status.revocation_details is not None:
        return Flaw.REVOKED
    told = status.trust_problem_indic
    name = told.standard_name if told is not None else ""
    if name.startswith("REVOKED"):
        return Flaw.REVOKED
    return Flaw.EXPIRED if name in _PAST else Flaw.UNTRUSTED


def changed_after(one: EmbeddedPdfSignature) -> Flaw | None:
    """Whether something else than signatures was added after it, which takes a while to see."""
    covered: object = one.coverage
    if covered not in _WHOLE:
        return Flaw.UNCOVERED
    found = one.evaluate_modifications(DEFAULT_DIFF_POLICY)
    most = one.docmdp_level.value if one.docmdp_level else _SIGNED_FURTHER.value
    if isinstance(found, DiffResult) and found.modification_level.value <= most:
        return None if found.modification_level <= _SIGNED_FURTHER else Flaw.CHANGED_AFTER
    return Flaw.CHANGED_AFTER


def _made(flaws: Iterable[Flaw | None]) -> tuple[Flaw, ...]:
    return tuple(flaw for flaw in flaws if flaw is not None)


def _broken(status: SignatureStatus) -> Flaw | None:
    return None if status.intact and status.valid else Flaw.BROKEN


def _brought(one: EmbeddedPdfSignature) -> Iterator[x509.Certificate]:
    yield one.signer_cert
    yield from one.other_embedded_certs
    for attribute in one.signer_info["unsigned_attrs"]:
        if attribute["type"].native == "signature_time_stamp_token":
            for token in attribute["values"]:
                yield from (choice.chosen for choice in token["content"]["certificates"])


async def judged_timestamp(
    one: EmbeddedPdfSignature, evidence: Evidence, at: datetime | None
) -> Judged:
    """What is found of a timestamp over the whole file."""
    status = await async_validate_pdf_timestamp(one, evidence.context_at(at), skip_diff=True)
    return Judged(
        holder_of(one.signer_cert),
        _anchor(status),
        status.timestamp,
        True,
        _made((
            _broken(status),
            _distrust(status) or _taken_back(status, evidence, at),
        )),
        tuple(_brought(one)),
    )  # fmt: skip


def _time_of(status: PdfSignatureStatus) -> datetime | None:
    """When a trusted server saw the signature."""
    told = status.timestamp_validity
    return told.timestamp if _is_good(told) and told is not None else None


def _is_good(told: TimestampSignatureStatus | None) -> bool:
    return told is not None and told.intact and told.valid and told.trusted


async def _distrust_then(
    one: EmbeddedPdfSignature, status: PdfSignatureStatus, evidence: Evidence
) -> tuple[PdfSignatureStatus, Flaw | None]:
    """The chain as it was when a trusted server saw the signature: what came later is no flaw."""
    then, now = _time_of(status), _distrust(status)
    if then is None or now not in {Flaw.REVOKED, Flaw.EXPIRED}:
        return status, now
    details = status.revocation_details
    if details is not None and details.revocation_date <= then:
        return status, now
    known = evidence if details is None or details.ca_revoked else evidence.as_far_as_kept
    past = await async_validate_pdf_signature(one, known.context_at(then), skip_diff=True)
    return past, _distrust(past)


async def judged_signature(
    one: EmbeddedPdfSignature, evidence: Evidence, at: datetime | None
) -> Judged:
    """What is found of a person's or an organisation's signature."""
    status = await async_validate_pdf_signature(one, evidence.context_at(at), skip_diff=True)
    past, distrust = await _distrust_then(one, status, evidence)
    time = _time_of(status)
    untimely = status.timestamp_validity is not None and time is None
    seeded = None if status.seed_value_ok else Flaw.BROKEN
    return Judged(
        holder_of(one.signer_cert),
        _anchor(past),
        time or status.signer_reported_dt,
        time is not None,
        _made((
            _broken(status), seeded,
            distrust or _taken_back(past, evidence, time),
            Flaw.UNTIMELY if untimely else None,
        )),
        tuple(_brought(one)),
    )  # fmt: skip
