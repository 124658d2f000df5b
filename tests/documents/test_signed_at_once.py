"""Two who sign at the same instant both have signed, or one is told to try again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest

from minutes.actions.bodies import establish_body, found_organisation
from minutes.actions.enclosures import File, path_of
from minutes.documents.sending import Signing, send_minutes, sign
from minutes.documents.signing.check import check
from minutes.documents.signing.receiving import Expected, require_received
from minutes.documents.signing.signature import Clock
from minutes.documents.signing.signature import sign as sign_file
from minutes.domain.bodies import BodyKind
from minutes.domain.errors import RuleBroken
from minutes.domain.verdicts import SigningMethod
from minutes.importing.recorder import Recorder
from minutes.store.session import session, writing
from minutes.store.tables import DocumentKind, Edition
from minutes.store.tallies import conclusion_of, file_of, signed_files, signers_of
from tests.databases import KINDS, Register, migrated_register, opened
from tests.documents.authority import Authority
from tests.documents.signed import credentials, wanted
from tests.store.registered import ACT, OPEN_DAY, hold_whole
from tests.store.whole import BOARD, ORGANISATION

NAMES = ("Eva Ek", "Bo Alm")
Make = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Asked:
    """A register with minutes that wait for two signatures."""

    register: Register
    edition: int
    authority: Authority

    def file(self) -> bytes:
        """The file that is signed next."""
        with opened(self.register):
            sha256 = file_of(session(), session().get_one(Edition, self.edition)).sha256
        return path_of(self.register.settings.exports, sha256).read_bytes()

    def signed(self, name: str, latest: bytes) -> bytes:
        """A file with somebody's signature at the end."""
        own = credentials(self.authority, self.authority.issue(name))
        return sign_file(latest, wanted(name, name), own, self.authority.trust, Clock())

    def sign(self, name: str, make: Make, together: Barrier) -> str:
        """Sign as the other does; what is said against it."""
        exports = self.register.settings.exports
        with self.register.app.app_context():
            together.wait(60)
            writing()
            edition = session().get_one(Edition, self.edition)
            (signer,) = (s for s in signers_of(session(), edition) if s.name == name)
            signing = Signing(SigningMethod.CERTIFICATE, lambda latest: _file(make(latest)))
            try:
                sign(session(), ACT, signer, signing, on=OPEN_DAY, exports=exports)
            except RuleBroken as no:
                session().rollback()
                return str(no)
            session().commit()
        return ""

    def at_once(self, make: Callable[[str], Make]) -> list[str]:
        """What is said to each when all sign at the same time."""
        together = Barrier(len(NAMES))
        with ThreadPoolExecutor(len(NAMES)) as pool:
            said = [pool.submit(self.sign, name, make(name), together) for name in NAMES]
            return [one.result(120) for one in said]


def _file(content: bytes) -> File:
    return File(content, DocumentKind.SIGNED, "undertecknat.pdf", "application/pdf")


@pytest.fixture(params=KINDS)
def asked(request: pytest.FixtureRequest, run_folder: Path, tmp_path: Path) -> Iterator[Asked]:
    with migrated_register(request.param, run_folder, tmp_path) as register:
        exports = register.settings.exports
        with opened(register):
            recorder = Recorder(writing(), ACT, found_organisation(session(), ACT, ORGANISATION))
            here = (session(), ACT)
            board = establish_body(
                *here, recorder.organisation, BOARD, kind=BodyKind.BOARD, seats=15
            )
            meeting = hold_whole(recorder, board, OPEN_DAY, exports, 1)
            meeting.opened_at = "09:00"
            edition = send_minutes(*here, meeting, found=(), exports=exports).id
            session().commit()
        yield Asked(register, edition, Authority())


def _signers(asked: Asked, pdf: bytes) -> list[str]:
    checked = check(pdf, asked.authority.trust)
    assert checked.is_sound
    return sorted(one.holder.name for one in checked.signatures)


def test_both_signatures_are_in_the_file(asked: Asked) -> None:
    said = asked.at_once(lambda name: partial(asked.signed, name))

    assert said == ["", ""]
    assert _signers(asked, asked.file()) == sorted(NAMES)
    with opened(asked.register):
        edition = session().get_one(Edition, asked.edition)
        assert conclusion_of(session(), edition)
        assert len(signed_files(session(), edition)) == 2


def test_of_two_files_that_come_back_from_a_service_one_is_to_be_signed_anew(
    asked: Asked,
) -> None:
    handed_out = asked.file()
    back = {name: asked.signed(name, handed_out) for name in NAMES}

    def received(name: str) -> Make:
        def make(latest: bytes) -> bytes:
            require_received(latest, back[name], Expected(name, "", "name"), asked.authority.trust)
            return back[name]

        return make

    said = asked.at_once(received)

    (first,) = (name for name, no in zip(NAMES, said, strict=True) if not no)
    (no,) = (no for no in said if no)
    assert "Hämta filen här igen, skriv under just den" in no
    assert _signers(asked, asked.file()) == [first]
    (second,) = set(NAMES) - {first}
    assert asked.sign(second, partial(asked.signed, second), Barrier(1)) == ""
    assert _signers(asked, asked.file()) == sorted(NAMES)
