"""A signature that does not last is made to: what checks it, and a timestamp over all of it."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from minutes.clock import now
from minutes.documents.signing.check import check, known_in
from minutes.documents.signing.extension import is_extension_of
from minutes.documents.signing.renewal import ends_at, renewed
from minutes.documents.signing.signature import Clock
from minutes.documents.signing.trust import Trust
from tests.documents.authority import Authority
from tests.documents.signed import ADJUSTER, CHAIR, Signed, signed_by

AUTHORITY = Authority()


@pytest.mark.parametrize(
    ("clock", "stands"),
    [(Clock(), False), (Clock(AUTHORITY.clock()), True)],
    ids=["B-B", "B-T, which stands while the server's certificate does"],
)
def test_a_signature_is_raised_to_last_beyond_its_certificate(
    clock: Clock, stands: bool, signed: Signed
) -> None:
    who = ((CHAIR, "Eva Ek"), (ADJUSTER, "Bo Alm"))
    pdf = signed_by(signed.sent, AUTHORITY, *who, clock=clock)
    end = ends_at(pdf)
    assert end is not None
    assert end < now() + timedelta(days=366)

    raised = renewed(pdf, AUTHORITY.trust, AUTHORITY.clock())

    assert is_extension_of(pdf, raised)
    assert len(known_in(PdfFileReader(io.BytesIO(raised))).lists) == 1
    later, bare = now() + timedelta(days=800), Trust((AUTHORITY.der,))
    assert check(raised, bare, later).is_sound
    assert check(pdf, bare, later).is_sound is stands
    after = ends_at(raised)
    assert after is not None
    assert after > now() + timedelta(days=3000)
