"""A register that keeps a meeting's minutes with real signatures, and whom it trusts."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from sqlmodel import col, select

from minutes.actions.enclosures import File
from minutes.actions.history import Act
from minutes.clock import now
from minutes.documents.scanned import sign_on_paper
from minutes.documents.sending import Signing, send_minutes, sign
from minutes.documents.signing.credentials import Credentials
from minutes.documents.signing.signature import Clock, Wanted
from minutes.documents.signing.signature import sign as sign_file
from minutes.documents.signing.stamp import Stamp
from minutes.domain.verdicts import SigningMethod
from minutes.store.records import find_bodies, meeting_of
from minutes.store.session import session, writing
from minutes.store.tables import DocumentKind, Edition, EditionSigner
from minutes.store.tallies import signers_of
from tests.cli.conftest import Commands
from tests.databases import Register, demonstration_in, in_file, opened
from tests.documents.authority import PASSPHRASE, Authority
from tests.documents.signed import credentials
from tests.once import made_once

BODY, DAY = "regionstyrelsen", date(2026, 10, 28)
CHAIR, ADJUSTER, SEAL = "Marie Sandelius", "Henrik Tornéus", "Region Sundeviks stämpel"
ENDS_IN = 100
"""For so many days the timestamps of lasting signatures are valid."""
SECRETARY = "sekreterare@sundevik.example"


@dataclass(frozen=True, slots=True)
class Kept:
    """A register of one's own, with its files, and what its settings say of signatures."""

    folder: Path

    @property
    def register(self) -> Register:
        """The register."""
        return in_file(self.folder)

    @property
    def anchors(self) -> Path:
        """The folder of certificates whose holders are trusted."""
        return self.folder / "anchors"

    @property
    def settings(self) -> dict[str, str]:
        """What the environment says of signatures."""
        return {
            "MINUTES_SIGNING_ANCHORS": str(self.anchors),
            "MINUTES_SEAL": str(self.folder / "seal.p12"),
            "MINUTES_SEAL_PASSPHRASE": PASSPHRASE,
        }

    @property
    def commands(self) -> Commands:
        """The command line on it."""
        return Commands(self.folder)

    @property
    def exports(self) -> Path:
        """Where its files lie."""
        return self.folder / "exports"


Make = Callable[[bytes], bytes]


def _made_with(own: Credentials, signer: EditionSigner, authority: Authority, clock: Clock) -> Make:
    def make(latest: bytes) -> bytes:
        name = f"{signer.name} ({signer.party})" if signer.party else signer.name
        words = Wanted(name, signer.name, "Justerar", "Sundevik", Stamp(name, "Elektroniskt"))
        return sign_file(latest, words, own, authority.trust, clock)

    return make


def last_edition() -> Edition:
    """The edition that was sent last."""
    found = session().exec(select(Edition).order_by(col(Edition.id).desc())).first()
    assert found is not None
    return found


def send_draft(register: Register, act: Act) -> Edition:
    """Send the board's draft to adjustment."""
    meeting = meeting_of(session(), find_bodies(session(), BODY)[0], DAY)
    assert meeting is not None
    return send_minutes(session(), act, meeting, found=(), exports=register.settings.exports)


def sign_with(
    register: Register, name: str, make: Make, method: SigningMethod, act: Act | None = None
) -> None:
    """Somebody signs the edition that was sent last, past the screen."""
    edition = last_edition()
    (signer,) = (one for one in signers_of(session(), edition) if one.name == name)
    act = act or Act(f"{name.split(maxsplit=1)[0].lower()}@sundevik.example", now())

    def made(latest: bytes) -> File:
        return File(make(latest), DocumentKind.SIGNED, "undertecknat.pdf", "application/pdf")

    exports = register.settings.exports
    signing = Signing(method, made)
    sign(session(), act, signer, signing, on=act.at.date(), exports=exports)


def _keep_signed(folder: Path, run: Path, *, lasts: bool) -> None:
    """The demonstration with its board's draft signed: by a seal, then with a certificate."""
    register = demonstration_in(run, folder)
    authority = Authority()
    clock = Clock(authority.clock(days=(-30, ENDS_IN)), lasts=True) if lasts else Clock()
    certificate = authority.issue(SEAL)
    anchors = folder / "anchors"
    anchors.mkdir()
    (anchors / "authority.cer").write_bytes(authority.der)
    (anchors / "authority.crl").write_bytes(authority.revocations())
    (folder / "seal.p12").write_bytes(authority.pkcs12(certificate))
    with opened(register):
        writing()
        sent = send_draft(register, Act(SECRETARY, datetime(2026, 11, 22, 9, tzinfo=UTC)))
        asked = {one.name: one for one in signers_of(session(), sent)}
        for name, own, method in (
            (ADJUSTER, certificate, SigningMethod.SEAL),
            (CHAIR, authority.issue(CHAIR), SigningMethod.CERTIFICATE),
        ):
            make = _made_with(credentials(authority, own), asked[name], authority, clock)
            sign_with(register, name, make, method)
        session().commit()


def sign_draft_on_paper(folder: Path, run: Path, scan: bytes) -> Kept:
    """The demonstration in a folder, with its board's draft signed on paper by both."""
    register = demonstration_in(run, folder)
    act = Act(SECRETARY, datetime(2026, 11, 22, 9, tzinfo=UTC))
    exports, today = register.settings.exports, date(2026, 11, 24)
    with opened(register):
        writing()
        sent = send_draft(register, act)
        who = [one.id for one in signers_of(session(), sent) if one.expected]
        days = dict.fromkeys(who, today)
        sign_on_paper(
            session(), act, sent, days, scan, pages=1000, today=today, exports=exports
        )  # fmt: skip
        session().commit()
    return Kept(folder)


def keep_signed(run: Path, folder: Path, *, lasts: bool = False) -> Kept:
    """The register, copied into a folder from the one of the run."""
    name = "signed-to-last" if lasts else "signed-register"
    made = made_once(run / name, lambda into: _keep_signed(into, run, lasts=lasts))
    shutil.copytree(made, folder, dirs_exist_ok=True)
    return Kept(folder)
