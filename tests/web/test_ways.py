"""One signs on the screen in the ways that the settings allow; what is wrong leaves its entry."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from cryptography.x509 import Certificate
from sqlmodel import col, select

from minutes.actions.accounts import find_account
from minutes.actions.enclosures import path_of
from minutes.documents.signing.check import check
from minutes.documents.signing.extension import is_extension_of
from minutes.documents.signing.signature import Clock, sign
from minutes.documents.signing.trust import trust_of
from minutes.domain.verdicts import SigningMethod
from minutes.store.session import db, session, writing
from minutes.store.tables import Document, Edition, History, Verdict
from minutes.store.tallies import file_of
from tests.databases import opened
from tests.documents.authority import PASSPHRASE, Authority
from tests.documents.signed import credentials, signed_by, wanted
from tests.web.desk import Desk
from tests.web.pages import Shown

BOARD = "/arbete/regionstyrelsen/2026-10-28"
ADJUSTER, NAME = "justerare@sundevik.example", "Henrik Tornéus"


@dataclass(frozen=True)
class Signers:
    """The adjuster at the edition that was sent, and who gives out certificates."""

    desk: Desk
    authority: Authority
    anchors: Path

    def file(self) -> bytes:
        """The file that is signed next."""
        with opened(self.desk.register):
            edition = session().exec(select(Edition).order_by(col(Edition.id).desc())).first()
            assert edition is not None
            sha256 = file_of(session(), edition).sha256
        return path_of(self.desk.register.settings.exports, sha256).read_bytes()

    def send(self, way: str, expect: int = 200, **fields: object) -> Shown:
        """Sign in a way."""
        return self.desk.send(f"underteckna-{way}", expect=expect, **fields)

    def certificate(self, name: str = NAME) -> tuple[io.BytesIO, str]:
        """Somebody's certificate, as a file to hand in."""
        return _as_file(self.authority, self.authority.issue(name))

    def fetch_list(self) -> None:
        """Fetch the authority's revocation list anew, over the one that is there."""
        (self.anchors / "authority.crl").write_bytes(self.authority.revocations())


def _as_file(authority: Authority, certificate: Certificate) -> tuple[io.BytesIO, str]:
    return io.BytesIO(authority.pkcs12(certificate)), "mitt.p12"


@pytest.fixture
def signers(desk: Desk, tmp_path: Path) -> Iterator[Signers]:
    authority = Authority()
    (tmp_path / "authority.cer").write_bytes(authority.der)
    (tmp_path / "authority.crl").write_bytes(authority.revocations())
    seal = tmp_path / "seal.p12"
    seal.write_bytes(authority.pkcs12(authority.issue("Region Sundeviks stämpel")))
    before = desk.app.config["MINUTES"]
    signing = replace(
        before.signing,
        anchors=tmp_path,
        seal=seal,
        seal_passphrase=PASSPHRASE,
        methods=frozenset(SigningMethod),
    )
    desk.app.config["MINUTES"] = replace(before, signing=signing)
    desk.open(f"{BOARD}/granskning")
    desk.send("till-justering")
    adjuster = Desk(desk.register, ADJUSTER)
    with opened(desk.register):
        key = session().exec(select(Edition.id).order_by(col(Edition.id).desc())).first()
    adjuster.open(f"{BOARD}/justering/{key}")
    yield Signers(adjuster, authority, tmp_path)
    desk.app.config["MINUTES"] = before


def _kept(signers: Signers) -> tuple[int, int, list[str]]:
    """How many verdicts and files there are, and why signatures were turned away."""
    with opened(signers.desk.register):
        verdicts = len(session().exec(select(Verdict.id)).all())
        files = len(session().exec(select(Document.id)).all())
        told = session().exec(select(History.details).where(History.verb == "turned away"))
        return verdicts, files, list(told)


def test_one_signs_with_a_certificate_of_one_s_own(signers: Signers) -> None:
    before = signers.file()

    page = signers.send("certificate", certificate=signers.certificate(), password=PASSPHRASE)

    assert "Har undertecknat" in page.words
    checked = check(signers.file(), trust_of(signers.anchors))
    assert checked.is_sound
    assert [one.holder.name for one in checked.found] == [NAME]
    assert is_extension_of(before, signers.file())


def test_the_seal_signs_for_whom_has_just_shown_who_they_are(signers: Signers) -> None:
    code = _code_of(signers)

    page = signers.send("seal", token=code)

    assert "Har undertecknat" in page.words
    (found,) = check(signers.file(), trust_of(signers.anchors)).found
    assert found.holder.name == "Region Sundeviks stämpel"
    assert found.said_name == NAME
    assert "identifierad med engångskod" in found.said_reason


def _code_of(signers: Signers) -> str:
    """Give the adjuster an authenticator, and the code that it shows now."""
    app = signers.desk.app
    with opened(signers.desk.register):
        totp = app.extensions["security"].totp_factory
        writing()
        account = find_account(db.session, ADJUSTER)
        assert account is not None
        account.tf_totp_secret = totp.generate_totp_secret()
        secret = account.tf_totp_secret
        session().commit()
        return str(totp.generate_totp_password(secret))


def test_what_another_service_signed_is_taken_back(signers: Signers) -> None:
    pdf = signed_by(signers.file(), signers.authority, (NAME, NAME))

    page = signers.send("service", signed=(io.BytesIO(pdf), "åter.pdf"))

    assert "Har undertecknat" in page.words
    assert signers.file() == pdf


@pytest.mark.parametrize(
    ("way", "fields", "why"),
    [
        pytest.param("seal", {"token": "000000"}, "Koden stämmer inte", id="a wrong code"),
        pytest.param("certificate", {"who": NAME, "password": "fel"}, "öppna", id="a wrong word"),
        pytest.param(
            "certificate", {"who": "Max Ruiz", "password": PASSPHRASE}, "Max Ruiz", id="another's"
        ),
        pytest.param("service", {"by": "Max Ruiz"}, "Max Ruiz", id="signed by another"),
        pytest.param("service", {"by": ""}, "inte underskriven", id="not signed"),
    ],
)
def test_what_is_not_accepted_leaves_an_entry_and_nothing_else(
    way: str, fields: dict[str, str], why: str, signers: Signers
) -> None:
    if "token" in fields:
        _code_of(signers)
    before = _kept(signers)
    sent: dict[str, object] = {k: v for k, v in fields.items() if k in {"token", "password"}}
    if "who" in fields:
        sent["certificate"] = signers.certificate(fields["who"])
    if "by" in fields:
        by = fields["by"]
        pdf = signers.file()
        pdf = signed_by(pdf, signers.authority, (NAME, by)) if by else pdf
        sent["signed"] = (io.BytesIO(pdf), "åter.pdf")

    assert why in signers.send(way, expect=422, **sent).words

    verdicts, files, told = _kept(signers)
    assert (verdicts, files) == before[:2]
    assert len(told) == 1
    assert why in told[0]


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
    before, pdf = _kept(signers), signers.file()
    sent: dict[str, object] = {
        "certificate": _as_file(signers.authority, certificate), "password": PASSPHRASE
    }  # fmt: skip
    if way == "service":
        own = credentials(signers.authority, certificate)
        signed = sign(pdf, wanted(NAME, NAME), own, signers.authority.trust, Clock())
        sent = {"signed": (io.BytesIO(signed), "åter.pdf")}

    assert why in signers.send(way, expect=422, **sent).words

    verdicts, files, told = _kept(signers)
    assert (verdicts, files) == before[:2]
    assert why in told[-1]
    assert signers.file() == pdf
