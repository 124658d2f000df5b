"""What one signs with, where the key never leaves its token."""

from __future__ import annotations

from pathlib import Path

from asn1crypto import x509

from minutes.documents.signing.credentials import Credentials
from minutes.documents.signing.holders import holder_of
from minutes.documents.signing.receiving import Expected
from minutes.documents.signing.tokens import Held, TokenFault, TokenSigner, held_by
from minutes.documents.signing.trust import BadCertificate, read_as
from minutes.domain.errors import RuleBroken
from minutes.settings.tokens import TokenKey

_SIGNS = "non_repudiation"


def _credentials(signer: TokenSigner) -> Credentials:
    own = signer.signing_cert
    assert own is not None  # it was given
    return Credentials(signer, holder_of(own), own.dump())


def _of_own(fault: TokenFault) -> RuleBroken:
    return RuleBroken(
        "Kortet går inte att använda: {why}. {cure}", why=fault.why, cure=fault.cure
    )  # fmt: skip


def _of_seal(fault: TokenFault) -> RuleBroken:
    """Whoever signs with the seal cannot mend it."""
    return RuleBroken(
        "Kortet med organisationens stämpel går inte att använda: {why}. Säg till den som sköter "
        "registret, eller skriv under på ett annat sätt.",
        why=fault.why,
    )


def seal_on_token(file: Path, key: TokenKey, pin: str) -> Credentials:
    """The organisation's, whose certificate lies in a file, its issuers' after it.

    So it is known to those who check whether the token is in its reader or not. Raises RuleBroken.
    """
    try:
        own, *others = (x509.Certificate.load(der) for der in read_as(x509.Certificate, file))
    except BadCertificate as bad:
        raise RuleBroken("Stämpelns certifikat går inte att läsa: {why}.", why=bad) from bad
    return _credentials(TokenSigner(own, others, key, pin, _of_seal))


def _signs_for(who: Expected, held: Held) -> bool:
    """Whether it is somebody's and made to sign with: cards carry one to sign in with, too."""
    usage = held.certificate.key_usage_value
    return who.is_held_by(holder_of(held.certificate)) and (usage is None or _SIGNS in usage.native)


def own_on_token(library: Path, who: Expected, pin: str) -> Credentials:
    """Somebody's own, found by the certificate, the last to end. Raises RuleBroken.

    A PIN is tried on no other token: too many that are wrong would lock it.
    """
    try:
        found = held_by(library)
    except TokenFault as fault:
        raise _of_own(fault) from fault
    own = [held for held in found if _signs_for(who, held)]
    if not own:
        raise RuleBroken(
            "Inget kort vid servern har ett certifikat för underskrifter i namnet {name}. Sätt i "
            "kortet och försök igen, eller skriv under på ett annat sätt.",
            name=who.name,
        )
    chosen = max(own, key=lambda held: held.certificate.not_valid_after)
    beside = [held.certificate for held in found if held.key.token == chosen.key.token]
    issuers = [one for one in beside if one.ca]
    return _credentials(TokenSigner(chosen.certificate, issuers, chosen.key, pin, _of_own))
