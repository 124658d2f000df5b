"""A certificate that was revoked or has run out signs nothing, in any way; it leaves an entry."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography.x509 import Certificate

from minutes.documents.signing.signature import Clock, sign
from tests.documents.authority import PASSPHRASE
from tests.documents.signed import credentials, wanted
from tests.web.desk import Desk
from tests.web.signers import NAME, Signers, as_file, signers_at


@pytest.fixture
def signers(desk: Desk, tmp_path: Path) -> Iterator[Signers]:
    yield from signers_at(desk, tmp_path)


def _revoked(signers: Signers) -> Certificate:
    """One that was good until the list was fetched anew."""
    certificate = signers.authority.issue(NAME)
    signers.send("certificate", expect=422, certificate=signers.certificate(), password="fel")
    signers.authority.revoke(certificate)
    signers.fetch_list()
    return certificate


@pytest.mark.parametrize("way", ["certificate", "service"])
@pytest.mark.parametrize(
    ("make", "why"),
    [
        pytest.param(_revoked, "certifikatet är spärrat", id="revoked"),
        pytest.param(
            lambda s: s.authority.issue(NAME, days=(-30, -1)), "certifikatet gäller inte",
            id="expired",
        ),
    ],
)  # fmt: skip
def test_a_certificate_that_does_not_hold_any_more_signs_nothing(
    make: Callable[[Signers], Certificate], why: str, way: str, signers: Signers
) -> None:
    certificate = make(signers)
    before, pdf = signers.kept(), signers.file()
    sent: dict[str, object] = {
        "certificate": as_file(signers.authority, certificate), "password": PASSPHRASE
    }  # fmt: skip
    if way == "service":
        own = credentials(signers.authority, certificate)
        signed = sign(pdf, wanted(NAME, NAME), own, signers.authority.trust, Clock())
        sent = {"signed": (io.BytesIO(signed), "åter.pdf")}

    assert why in signers.send(way, expect=422, **sent).words

    verdicts, files, told = signers.kept()
    assert (verdicts, files) == before[:2]
    assert why in told[-1]
    assert signers.file() == pdf
