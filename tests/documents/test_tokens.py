"""One signs with a key that never leaves its token; what keeps the token from it is told."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from minutes.documents.signing.check import check
from minutes.documents.signing.means import means_of
from minutes.documents.signing.receiving import Expected
from minutes.documents.signing.signature import Clock, sign
from minutes.documents.signing.token_credentials import own_on_token
from minutes.documents.signing.tokens import TokenFault
from minutes.documents.signing.trust import trust_of
from minutes.domain.errors import RuleBroken
from minutes.settings import read_settings
from tests.documents.signed import CHAIR, Signed, wanted
from tests.documents.softhsm import (
    EC_OWNER,
    KEYLESS,
    LIBRARY,
    PIN,
    RSA_OWNER,
    SEAL,
    Readers,
    readers_of,
)

URI = f"pkcs11:token={SEAL};object={SEAL}?module-path={LIBRARY}".replace(" ", "%20")


@pytest.fixture
def readers(run_folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Readers:
    return readers_of(run_folder, monkeypatch, tmp_path)


def _who(name: str) -> Expected:
    return Expected(name, "", "name")


@pytest.mark.parametrize("name", [EC_OWNER, RSA_OWNER], ids=["EC", "RSA, which asks again"])
def test_a_card_signs_for_whom_its_certificate_names(
    name: str, readers: Readers, signed: Signed
) -> None:
    own, trust = own_on_token(LIBRARY, _who(name), PIN), trust_of(readers.folder)

    pdf = sign(signed.sent, wanted(CHAIR, name), own, trust, Clock())

    checked = check(pdf, trust)
    assert checked.is_sound
    assert [one.holder.name for one in checked.found] == [name]


def _sign_with(name: str, pin: str, library: Path = LIBRARY) -> bytes:
    own = own_on_token(library, _who(name), pin)
    return asyncio.run(own.signer.async_sign_raw(b"Protokoll", "sha256"))


@pytest.mark.usefixtures("readers")
@pytest.mark.parametrize(
    ("name", "pin", "sentence"),
    [
        pytest.param(EC_OWNER, "483921", "PIN-koden stämmer inte. Skriv den igen", id="wrong PIN"),
        pytest.param(EC_OWNER, "1", "PIN-koden stämmer inte. Skriv den igen", id="short PIN"),
        pytest.param(KEYLESS, PIN, "nyckeln till certifikatet finns inte på det. Be", id="no key"),
        pytest.param("Max Ruiz", PIN, "i namnet Max Ruiz. Sätt i kortet", id="no card"),
    ],
)
def test_a_card_that_does_not_sign_tells_why_and_how_to_mend_it(
    name: str, pin: str, sentence: str
) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        _sign_with(name, pin)


@pytest.mark.usefixtures("readers")
def test_a_library_that_is_none_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "none.so").write_bytes(b"no library")

    with pytest.raises(RuleBroken, match=r"bibliotek för kort går inte att läsa in\. Be"):
        _sign_with(EC_OWNER, PIN, tmp_path / "none.so")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("PinLocked", "spärrad efter för många fel"),
        ("UserPinNotInitialized", "ingen PIN-kod som gäller"),
        ("DeviceRemoved", "sitter inte i"),
        ("DeviceError", "svarar inte som det ska (DeviceError)"),
        ("TimeoutExpired", "svarar inte som det ska (TimeoutExpired)"),
    ],
)
def test_what_no_software_token_answers_has_its_words(answer: str, why: str) -> None:
    fault = TokenFault(answer)

    assert why in str(fault.why)
    assert str(fault.cure)


def _seal(readers: Readers, **more: str) -> dict[str, str]:
    return {
        "MINUTES_SEAL": str(readers.seal),
        "MINUTES_SEAL_KEY": URI,
        "MINUTES_SEAL_PASSPHRASE": PIN,
        "MINUTES_SIGNING_ANCHORS": str(readers.folder),
        **more,
    }


def test_the_seal_s_key_may_be_on_a_token(readers: Readers, signed: Signed) -> None:
    means = means_of(read_settings(_seal(readers)))
    assert means.seal is not None

    pdf = sign(signed.sent, wanted(CHAIR, EC_OWNER), means.seal, means.trust, means.clock)

    (found,) = check(pdf, means.trust).found
    assert (found.holder.name, found.flaws) == (SEAL, ())


@pytest.mark.parametrize(
    ("told", "why"),
    [
        pytest.param({"MINUTES_SEAL_PASSPHRASE": "fel"}, "PIN-koden stämmer inte", id="PIN"),
        pytest.param(
            {"MINUTES_SEAL_KEY": URI.replace("object=Region", "object=Annan")},
            "nyckeln till certifikatet finns inte på det", id="key",
        ),
        pytest.param(
            {"MINUTES_SEAL_KEY": URI.replace("token=Region", "token=Annan")},
            "sitter inte i någon läsare vid servern", id="token",
        ),
    ],
)  # fmt: skip
def test_a_seal_that_does_not_sign_is_known_all_the_same(
    told: dict[str, str], why: str, readers: Readers
) -> None:
    means = means_of(read_settings(_seal(readers, **told)))

    assert means.seal is not None
    assert means.seal.holder.name == SEAL
    assert means.seal.certificate in means.trust.anchors
    with pytest.raises(RuleBroken, match=f"{why}. Säg till den som sköter registret"):
        asyncio.run(means.seal.signer.async_sign_raw(b"Protokoll", "sha256"))
