"""Whom signatures are trusted by: the anchors and revocation lists that an installation keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from asn1crypto import crl, pem, x509
from asn1crypto.ocsp import OCSPResponse
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.fetchers.requests_fetchers import RequestsFetcherBackend
from pyhanko_certvalidator.revinfo.archival import OCSPContainer

from minutes.clock import now

_CERTIFICATES = {".pem", ".crt", ".cer", ".der"}
_LISTS = {".crl"}
_SECONDS = 10
_CLOCKS_DIFFER_BY = timedelta(minutes=5)


class BadCertificate(ValueError):
    """A file of the anchors' folder holds no certificate or revocation list."""


@dataclass(frozen=True, slots=True)
class Trust:
    """Anchors and revocation lists (DER), and how revocation is asked for.

    `fetches` lets revocation be fetched where the certificates say; never for a file that
    anybody may hand in. `requires_revocation` refuses a certificate of which nothing is known.
    """

    anchors: tuple[bytes, ...] = ()
    lists: tuple[bytes, ...] = ()
    fetches: bool = False
    requires_revocation: bool = False

    def also(self, *anchors: bytes) -> Trust:
        """The same with further anchors."""
        return replace(self, anchors=(*self.anchors, *anchors))

    @property
    def alone(self) -> Trust:
        """The same without asking anybody else."""
        return replace(self, fetches=False)


def _is_fresh(until: Any, at: datetime) -> bool:
    return until.native is None or at <= until.native + _CLOCKS_DIFFER_BY


def _counts(answer: OCSPResponse, at: datetime) -> bool:
    told = OCSPContainer(answer).extract_single_response()
    revoked = told is not None and told["cert_status"].name == "revoked"
    return revoked or (told is not None and _is_fresh(told["next_update"], at))


@dataclass(frozen=True, slots=True)
class Known:
    """What the file itself brings of certificates and revocation."""

    certificates: Sequence[x509.Certificate] = ()
    lists: Sequence[crl.CertificateList] = ()
    answers: Sequence[Any] = field(default=())

    def fresh_at(self, at: datetime) -> Known:
        """The same without what was to be replaced before a moment, and so tells nothing of it.

        An answer that says no says it for ever; a list that does is read apart (see `chains`).
        """
        lists = [one for one in self.lists if _is_fresh(one["tbs_cert_list"]["next_update"], at)]
        answers = [one for one in self.answers if _counts(one, at)]
        return replace(self, lists=lists, answers=answers)


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a file's signatures are judged by: what it brings, and whom one trusts."""

    known: Known
    trust: Trust

    def context_at(self, at: datetime | None) -> ValidationContext:
        """What its chains are judged by at a moment."""
        return context(self.trust, self.known, at)

    @property
    def as_far_as_kept(self) -> Evidence:
        """The same without asking: for what is known to have stood until it was taken back.

        The library does not take "revoked, later" for an answer about a moment before.
        """
        return replace(self, trust=replace(self.trust.alone, requires_revocation=False))

    @property
    def lists(self) -> list[bytes]:
        """The revocation lists (DER), kept or brought."""
        return [*self.trust.lists, *(one.dump() for one in self.known.lists)]


def context(trust: Trust, known: Known, at: datetime | None = None) -> ValidationContext:
    """What pyHanko judges a chain by, at a moment (now where none is given)."""
    told = known if trust.requires_revocation else known.fresh_at(at or now())
    return ValidationContext(
        trust_roots=[x509.Certificate.load(der) for der in trust.anchors],
        other_certs=list(known.certificates),
        crls=[*map(crl.CertificateList.load, trust.lists), *told.lists],
        ocsps=list(told.answers),
        moment=at,
        allow_fetching=trust.fetches,
        fetcher_backend=RequestsFetcherBackend(per_request_timeout=_SECONDS),
        revocation_mode="require" if trust.requires_revocation else "soft-fail",
        retroactive_revinfo=at is not None,
        time_tolerance=_CLOCKS_DIFFER_BY,
    )


def _ders(file: Path) -> Iterator[bytes]:
    content = file.read_bytes()
    if pem.detect(content):
        yield from (der for _, _, der in pem.unarmor(content, multiple=True))
    else:
        yield content


def read_as(kind: Any, file: Path) -> Iterator[bytes]:
    """What a file holds, one or many, as PEM or DER. Raises BadCertificate and OSError."""
    for der in _ders(file):
        try:
            _ = kind.load(der, strict=True).native
        except ValueError as error:
            raise BadCertificate(f"{file.name}: {error}") from error
        yield der


def _all(folder: Path, suffixes: set[str], kind: Any) -> Iterator[bytes]:
    for file in sorted(folder.iterdir()):
        if file.suffix.lower() not in suffixes:
            continue
        yield from read_as(kind, file)


def trust_of(folder: Path) -> Trust:
    """The anchors and lists that lie in a folder. Raises BadCertificate and OSError."""
    return Trust(
        tuple(_all(folder, _CERTIFICATES, x509.Certificate)),
        tuple(_all(folder, _LISTS, crl.CertificateList)),
    )
