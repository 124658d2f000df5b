"""The adjuster at minutes that were sent, with an authority for certificates, and a seal."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cryptography.x509 import Certificate

from minutes.domain.verdicts import SigningMethod
from tests.documents.authority import PASSPHRASE, Authority
from tests.web.desk import Desk
from tests.web.editions import BOARD, file, kept, number
from tests.web.pages import Shown

ADJUSTER, NAME = "justerare@sundevik.example", "Henrik Tornéus"


@dataclass(frozen=True)
class Signers:
    """The adjuster at the edition that was sent, and who gives out certificates."""

    desk: Desk
    authority: Authority
    anchors: Path

    def file(self) -> bytes:
        """The file that is signed next."""
        return file(self.desk.register)

    def send(self, way: str, expect: int = 200, **fields: object) -> Shown:
        """Sign in a way."""
        return self.desk.send(f"underteckna-{way}", expect=expect, **fields)

    def certificate(self, name: str = NAME) -> tuple[io.BytesIO, str]:
        """Somebody's certificate, as a file to hand in."""
        return as_file(self.authority, self.authority.issue(name))

    def fetch_list(self) -> None:
        """Fetch the authority's revocation list anew, over the one that is there."""
        (self.anchors / "authority.crl").write_bytes(self.authority.revocations())

    def kept(self) -> tuple[int, int, list[str]]:
        """How many verdicts and files there are, and why signatures were turned away."""
        return kept(self.desk.register)


def as_file(authority: Authority, certificate: Certificate) -> tuple[io.BytesIO, str]:
    """A certificate with its key, as a file to hand in."""
    return io.BytesIO(authority.pkcs12(certificate)), "mitt.p12"


def signers_at(desk: Desk, tmp_path: Path, **more: Any) -> Iterator[Signers]:
    """They sign with what lies in the folder, by settings that say more."""
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
        **more,
    )
    desk.app.config["MINUTES"] = replace(before, signing=signing)
    desk.open(f"{BOARD}/granskning")
    desk.send("till-justering")
    adjuster = Desk(desk.register, ADJUSTER)
    adjuster.open(f"{BOARD}/justering/{number(desk.register)}")
    yield Signers(adjuster, authority, tmp_path)
    desk.app.config["MINUTES"] = before
