"""Whether a certificate was taken back is asked of its issuer's responder."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader

from minutes.clock import now
from minutes.documents.signing.check import check, known_in
from minutes.documents.signing.checked import Flaw
from minutes.documents.signing.signature import Clock, sign
from minutes.documents.signing.trust import Trust
from tests.documents.authority import Authority
from tests.documents.responder import Responder
from tests.documents.signed import CHAIR, Signed, credentials, wanted

NOBODY = "http://127.0.0.1:9/"


@pytest.fixture(params=[False, True], ids=["the issuer answers", "a responder of its own"])
def responder(request: pytest.FixtureRequest) -> Iterator[Responder]:
    found = Responder(Authority(), signs_itself=request.param)
    with found.serving():
        yield found


def _asks(authority: Authority, *, required: bool = True) -> Trust:
    return Trust((authority.der,), fetches=True, requires_revocation=required)


def _signed(
    signed: Signed, certificate: x509.Certificate, authority: Authority, clock: Clock | None = None
) -> bytes:
    own = credentials(authority, certificate)
    return sign(signed.sent, wanted(CHAIR, "Eva Ek"), own, _asks(authority), clock or Clock())


def _flaws(pdf: bytes, trust: Trust, at: datetime | None = None) -> list[tuple[Flaw, ...]]:
    return [one.flaws for one in check(pdf, trust, at).found]


def test_what_the_responder_vouches_for_stands_until_it_is_taken_back(
    responder: Responder, signed: Signed
) -> None:
    authority = responder.authority
    certificate = authority.issue("Eva Ek")
    pdf = _signed(signed, certificate, authority)
    assert _flaws(pdf, _asks(authority)) == [()]

    authority.revoke(certificate)

    assert _flaws(pdf, _asks(authority)) == [(Flaw.REVOKED,)]
    assert _flaws(pdf, _asks(authority).alone) == [(Flaw.UNTRUSTED,)]


@pytest.mark.parametrize(
    ("required", "flaws"), [(True, (Flaw.UNTRUSTED,)), (False, ())], ids=["required", "asked"]
)
def test_a_responder_that_does_not_answer_is_waited_for_where_that_is_required(
    required: bool, flaws: tuple[Flaw, ...], signed: Signed
) -> None:
    authority = Authority(ocsp_url=NOBODY)
    pdf = _signed(signed, authority.issue("Eva Ek"), authority)

    assert _flaws(pdf, _asks(authority, required=required)) == [flaws]


def test_an_answer_of_somebody_else_is_none(signed: Signed) -> None:
    other = Responder(Authority("En annan"))
    with other.serving():
        authority = Authority(ocsp_url=other.authority.ocsp_url)
        pdf = _signed(signed, authority.issue("Eva Ek"), authority)

        assert _flaws(pdf, _asks(authority)) == [(Flaw.UNTRUSTED,)]


def test_what_was_signed_before_it_was_taken_back_stands(
    responder: Responder, signed: Signed
) -> None:
    authority = responder.authority
    clock = Clock(authority.clock(now() - timedelta(days=3)))
    certificate = authority.issue("Eva Ek")
    pdf = _signed(signed, certificate, authority, clock)

    authority.revoke(certificate, now() - timedelta(days=1))
    assert _flaws(pdf, _asks(authority)) == [()]

    authority.revoked.clear()
    authority.revoke(certificate, now() - timedelta(days=5))
    assert _flaws(pdf, _asks(authority)) == [(Flaw.REVOKED,)]


def test_what_lasts_carries_the_answer_though_it_is_old(
    responder: Responder, signed: Signed
) -> None:
    authority = responder.authority
    certificate, lasting = authority.issue("Eva Ek"), Clock(authority.clock(), lasts=True)

    pdf = _signed(signed, certificate, authority, lasting)

    assert len(known_in(PdfFileReader(io.BytesIO(pdf))).answers) == 2
    assert _flaws(pdf, Trust((authority.der,)), now() + timedelta(days=800)) == [(), ()]


def test_what_lasts_carries_the_list_though_it_is_old(signed: Signed) -> None:
    authority = Authority(list_url=NOBODY)
    own = credentials(authority, authority.issue("Eva Ek"))
    lasting = Clock(authority.clock(), lasts=True)

    pdf = sign(signed.sent, wanted(CHAIR, "Eva Ek"), own, authority.trust, lasting)

    assert _flaws(pdf, Trust((authority.der,)), now() + timedelta(days=800)) == [(), ()]
