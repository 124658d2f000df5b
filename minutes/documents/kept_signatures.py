"""The signatures of all that is signed and kept: they stand, and are those that were asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlmodel import Session, col, select

from minutes.documents.signing.apart import examine
from minutes.documents.signing.checked import Found
from minutes.documents.signing.examining import Examined
from minutes.documents.signing.receiving import WHY, Expected
from minutes.documents.signing.trust import Trust
from minutes.domain.errors import RuleBroken
from minutes.domain.verdicts import SigningMethod
from minutes.store.files import path_of
from minutes.store.tables import Document, Edition, EditionSigner, Verdict
from minutes.store.tallies import signed_files, verdicts_on


@dataclass(frozen=True, slots=True)
class Expectation:
    """Whom signatures are trusted by, and by what a certificate is known to be a signer's."""

    trust: Trust
    match: str

    @property
    def kept(self) -> Trust:
        """By what a file is judged that was accepted once: nobody is asked anew."""
        return replace(self.trust.alone, requires_revocation=False)

    def is_signed_by(self, found: Found, signer: EditionSigner, said: Verdict) -> bool:
        """Whether a signature is that of a signer: their own, or the seal that names them."""
        if said.method is SigningMethod.SEAL:
            seals = {hashlib.sha256(one).hexdigest() for one in self.trust.anchors}
            return found.holder.mark in seals and found.said_name == signer.name
        return Expected(signer.name, said.said_by, self.match).is_held_by(found.holder)


@dataclass(frozen=True, slots=True)
class _Chain:
    """The files of an edition, each the one before with something at its end."""

    documents: Sequence[Document]
    contents: Sequence[bytes]

    @property
    def latest(self) -> Document:
        return self.documents[-1]

    @property
    def which(self) -> str:
        return f"Den undertecknade filen ”{self.latest.name}” ({self.latest.sha256})"

    def added(self, document_id: int, found: Sequence[Found]) -> list[Found]:
        """The signatures that came with one of the files."""
        place = [one.id for one in self.documents].index(document_id)
        sizes = [len(one) for one in self.contents]
        within = [one for one in found if sizes[place - 1] < one.ends_at <= sizes[place]]
        return [one for one in within if not one.is_timestamp]


def _signed(session: Session) -> Iterator[Edition]:
    """The editions that have a file with signatures, in their order."""
    for edition in session.exec(select(Edition).order_by(col(Edition.id))):
        if signed_files(session, edition):
            yield edition


def count(session: Session) -> int:
    """How many editions have signed files."""
    return sum(1 for _ in _signed(session))


def _chain(session: Session, edition: Edition, exports: Path) -> _Chain | None:
    """Its files; None where one is lost, which is found otherwise."""
    sent = session.get_one(Document, edition.document_id)
    documents = [sent, *signed_files(session, edition)]
    paths = [path_of(exports, one.sha256) for one in documents]
    if not all(one.is_file() for one in paths):
        return None
    return _Chain(documents, [one.read_bytes() for one in paths])


def _name(found: Found) -> str:
    return found.said_name or found.holder.name


def _flaws(chain: _Chain, examined: Examined) -> Iterator[str]:
    checked = examined.checked
    for flaw in checked.flaws:
        yield f"{chain.which}: {WHY[flaw]}."
    for one in checked.found:
        for flaw in one.flaws:
            yield f"{chain.which}, {_name(one)}: {WHY[flaw]}."
    if not examined.extends:
        yield f"{chain.which} är inte den som sändes till justering, undertecknad och inget mer."


def _broken(chain: _Chain) -> Iterator[str]:
    for before, after in zip(chain.contents, chain.contents[1:], strict=False):
        if not after.startswith(before):
            yield f"{chain.which} börjar inte med filen före den sista underskriften."


def _others(
    session: Session, edition: Edition, chain: _Chain, found: Sequence[Found], by: Expectation
) -> Iterator[str]:
    """Signatures that are missing, somebody else's, or of nobody who was asked."""
    verdicts = {one.document_id: one for one in verdicts_on(session, edition)}
    for document in chain.documents[1:]:
        added, said = chain.added(document.id, found), verdicts.get(document.id)
        if said is None:
            yield from (f"{chain.which} är undertecknad av {_name(one)} oombedd." for one in added)
            continue
        signer = session.get_one(EditionSigner, said.edition_signer_id)
        if not added or not all(by.is_signed_by(one, signer, said) for one in added):
            others = ", ".join(map(_name, added)) or "ingen"
            yield f"{chain.which} är undertecknad av {others} i stället för av {signer.name}."


def _faults(session: Session, edition: Edition, chain: _Chain, by: Expectation) -> Iterator[str]:
    sent, latest = chain.contents[0], chain.contents[-1]
    try:
        examined = examine(latest, by.kept, chain.latest.kept_at, len(sent))
    except RuleBroken as no:
        yield f"{chain.which} kan inte prövas: {no}"
        return
    yield from _broken(chain)
    yield from _flaws(chain, examined)
    if examined.checked.found:
        yield from _others(session, edition, chain, examined.checked.found, by)


def walk(session: Session, exports: Path, by: Expectation) -> Iterator[str | None]:
    """What is wrong with the signatures of each edition: a sentence for each fault, or None."""
    for edition in list(_signed(session)):
        chain = _chain(session, edition, exports)
        faults = list(_faults(session, edition, chain, by)) if chain else []
        yield from faults
        if not faults:
            yield None
