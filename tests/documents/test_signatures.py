"""Signatures are added to the protocol, and are found there as they were made."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest

from minutes.clock import now
from minutes.documents.signing.check import check
from minutes.documents.signing.checked import Flaw
from minutes.documents.signing.credentials import from_pkcs12
from minutes.documents.signing.extension import is_extension_of
from minutes.documents.signing.signature import Clock, Level, sign
from minutes.documents.signing.trust import Trust
from minutes.domain.errors import RuleBroken
from tests.documents.authority import PASSPHRASE, Authority
from tests.documents.signed import ADJUSTER, CHAIR, Signed, credentials, signed_by, wanted

NAMES = ["Eva Ek", "Bo Alm"]


def test_each_signer_has_a_field_that_says_whose_it_is(signed_folder: Path) -> None:
    with pikepdf.open(signed_folder / "sent.pdf") as pdf:
        fields = {str(f.T): str(f.TU) for f in pdf.Root.AcroForm.Fields.as_list()}

    assert fields == {
        "underskrift-1": "Underskrift: Sekreterare, Åsa Lind",
        "underskrift-2": "Underskrift: Ordförande, Eva Ek (S)",
        "underskrift-3": "Underskrift: Justerare, Bo Alm (M)",
    }


def test_a_signature_is_added_at_the_end_of_the_file(signed: Signed) -> None:
    assert signed.once.startswith(signed.sent)
    assert signed.whole.startswith(signed.once)
    assert is_extension_of(signed.sent, signed.whole)
    assert not is_extension_of(signed.whole, signed.sent)


def test_what_is_checked_tells_whose_and_why_and_who_vouches_for_it(signed: Signed) -> None:
    checked = check(signed.whole, signed.trust)

    assert checked.is_sound
    assert [one.holder.name for one in checked.signatures] == NAMES
    assert {one.anchor for one in checked.found} == {"Älvmarks utfärdare"}
    assert {one.said_reason for one in checked.found} == {"Justerar protokollet"}
    assert [one.ends_at for one in checked.found] == [len(signed.once), len(signed.whole)]
    assert not any(one.is_timed for one in checked.found)


def test_a_file_without_signatures_is_not_sound(signed: Signed) -> None:
    checked = check(signed.sent, signed.trust)

    assert checked.found == ()
    assert not checked.is_sound


def test_a_signature_that_nobody_trusted_vouches_for_is_found_so(signed: Signed) -> None:
    checked = check(signed.whole, Trust((Authority("En annan").der,)))

    assert [one.flaws for one in checked.found] == [(Flaw.UNTRUSTED,)] * 2
    assert not checked.is_sound


def test_another_validator_finds_the_signatures_valid(signed_folder: Path) -> None:
    said = subprocess.run(
        ["pdfsig", "-nocert", str(signed_folder / "whole.pdf")],
        capture_output=True,
        text=True,
        check=False,
    ).stdout

    assert said.count("Signature Validation: Signature is Valid.") == 2
    assert said.count("- Total document signed") == 1


def test_who_signs_again_does_so_unseen(signed: Signed) -> None:
    authority = Authority()
    pdf = signed_by(signed.once, authority, (CHAIR, "Eva Ek"))

    found = check(pdf, signed.trust.also(authority.der)).found

    assert [one.field for one in found] == ["underskrift-2", "underskrift-4"]
    assert not any(one.flaws for one in found)
    assert is_extension_of(signed.sent, pdf)


def test_a_wrong_passphrase_opens_no_certificate() -> None:
    authority = Authority()
    file = authority.pkcs12(authority.issue("Eva Ek"))
    with pytest.raises(RuleBroken, match="går inte att öppna"):
        from_pkcs12(file, "gissning")


def test_what_is_no_certificate_is_refused() -> None:
    with pytest.raises(RuleBroken, match="går inte att öppna"):
        from_pkcs12(b"%PDF-1.7", PASSPHRASE)


@pytest.mark.parametrize(
    ("clock", "level"),
    [
        pytest.param(Clock(), Level.PLAIN, id="without a server"),
        pytest.param(Clock(Authority().clock()), Level.TIMED, id="with a server"),
        pytest.param(Clock(Authority().clock(), lasts=True), Level.LASTING, id="to last"),
    ],
)
def test_the_level_follows_the_timestamp_server(clock: Clock, level: Level) -> None:
    assert clock.level is level


def test_a_timestamp_tells_when_instead_of_the_signer_s_clock(signed: Signed) -> None:
    authority = Authority()
    then = datetime(2026, 3, 12, 13, 3, tzinfo=UTC)
    pdf = signed_by(signed.sent, authority, (CHAIR, "Eva Ek"), clock=Clock(authority.clock(then)))

    (found,) = check(pdf, authority.trust).found

    assert (found.at, found.is_timed, found.flaws) == (then, True, ())


@pytest.mark.parametrize(
    ("days", "flaw"),
    [
        pytest.param((-30, -1), Flaw.EXPIRED, id="has run out"),
        pytest.param((2, 30), Flaw.UNTRUSTED, id="is not valid yet"),
    ],
)
def test_a_certificate_is_valid_on_its_days(
    days: tuple[int, int], flaw: Flaw, signed: Signed
) -> None:
    authority = Authority()
    own = credentials(authority, authority.issue("Eva Ek", days=days))
    pdf = sign(signed.sent, wanted(CHAIR, "Eva Ek"), own, authority.trust, Clock())

    assert [one.flaws for one in check(pdf, authority.trust).found] == [(flaw,)]


def test_a_certificate_that_was_taken_back_signs_no_more(signed: Signed) -> None:
    authority = Authority()
    certificate = authority.issue("Eva Ek")
    own = credentials(authority, certificate)
    pdf = sign(signed.sent, wanted(CHAIR, "Eva Ek"), own, authority.trust, Clock())
    assert check(pdf, authority.trust).is_sound

    authority.revoke(certificate)

    assert [one.flaws for one in check(pdf, authority.trust).found] == [(Flaw.REVOKED,)]


@pytest.mark.parametrize("lasts", [False, True], ids=["B-T", "B-LTA"])
def test_a_timed_signature_stands_though_the_certificate_has_run_out_since(
    lasts: bool, signed: Signed
) -> None:
    authority = Authority()
    clock = Clock(authority.clock(), lasts=lasts)
    pdf = signed_by(signed.sent, authority, (CHAIR, "Eva Ek"), clock=clock)

    later = now() + timedelta(days=800)

    assert check(pdf, authority.trust, later).is_sound


def test_a_timed_signature_stands_though_the_certificate_was_taken_back_since(
    signed: Signed,
) -> None:
    authority = Authority()
    certificate = authority.issue("Eva Ek")
    clock = Clock(authority.clock(now() - timedelta(days=3)))
    own = credentials(authority, certificate)
    pdf = sign(signed.sent, wanted(CHAIR, "Eva Ek"), own, authority.trust, clock)

    authority.revoke(certificate, now() - timedelta(days=1))
    assert check(pdf, authority.trust).is_sound

    authority.revoked.clear()
    authority.revoke(certificate, now() - timedelta(days=5))
    assert [one.flaws for one in check(pdf, authority.trust).found] == [(Flaw.REVOKED,)]


def test_the_other_signer_may_sign_first(signed: Signed) -> None:
    authority = Authority()
    pdf = signed_by(signed.sent, authority, (ADJUSTER, "Bo Alm"), (CHAIR, "Eva Ek"))

    assert check(pdf, authority.trust).is_sound
    assert is_extension_of(signed.sent, pdf)
