"""How the signed file is made, in each of the ways, for the one who has signed in."""

from __future__ import annotations

from collections.abc import Callable

from flask import current_app
from flask_babel import gettext as _
from wtforms import Form

from minutes.actions.enclosures import File
from minutes.clock import STOCKHOLM
from minutes.documents.render import BadDocument
from minutes.documents.sending import Signing
from minutes.documents.signing.credentials import Credentials, from_pkcs12
from minutes.documents.signing.means import Means, means_of
from minutes.documents.signing.receiving import (
    Expected,
    require_made,
    require_own,
    require_received,
)
from minutes.documents.signing.signature import Wanted, sign
from minutes.documents.signing.stamp import Stamp
from minutes.documents.signing.token_credentials import own_on_token
from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person
from minutes.domain.verdicts import SigningMethod
from minutes.domain.wording.names import person
from minutes.domain.wording.signatures import by_certificate_of, reason_line, stamp_line
from minutes.importing.attached import check_annex
from minutes.settings import Settings
from minutes.store.queries.adjusting import Sent
from minutes.store.tables import DocumentKind, EditionSigner
from minutes.web.access import moment, signed_in
from minutes.web.adjusting.fresh import require_fresh
from minutes.web.workspace.enclosures import uploaded

_PDF = "application/pdf"


def settings() -> Settings:
    """Those of the installation."""
    found: Settings = current_app.config["MINUTES"]
    return found


def _mine(sent: Sent) -> EditionSigner:
    if sent.mine is None:
        raise RuleBroken("Den här versionen är inte sänd till dig för underskrift.")
    return sent.mine


def _expected(sent: Sent) -> Expected:
    mine = _mine(sent)
    return Expected(mine.name, signed_in().email, settings().signing.match)


def _wanted(sent: Sent, how: str, item: int | None) -> Wanted:
    """What the signature tells. The words are those of the minutes, in Swedish."""
    mine, at = _mine(sent), moment().astimezone(STOCKHOLM)
    name = person(Person(mine.name, mine.party))
    reason, stamp = reason_line(name, item, how), Stamp(name, stamp_line(at, how))
    return Wanted(name, mine.name, reason, settings().organisation, stamp)


def _kept(sent: Sent, content: bytes) -> File:
    name = f"protokoll-{sent.body.slug}-{sent.meeting.held_on}-undertecknat.pdf"
    return File(content, DocumentKind.SIGNED, name, _PDF)


def _signed(sent: Sent, own: Credentials, wanted: Wanted, means: Means) -> Callable[[bytes], File]:
    def make(latest: bytes) -> File:
        try:
            content = sign(latest, wanted, own, means.trust, means.clock)
        except BadDocument as bad:
            raise RuleBroken("Stämpeln kunde inte skrivas ut: {why}.", why=bad) from bad
        require_made(latest, content, means.trust)
        return _kept(sent, content)

    return make


def by_certificate(sent: Sent, form: Form, item: int | None) -> Signing:
    """With one's own certificate, which is not kept, nor its passphrase."""
    (file,) = uploaded("certificate")[:1]
    own = from_pkcs12(file.read(), form["password"].data or "")
    require_own(own.holder, _expected(sent))
    return _by_own(sent, own, item)


def by_token(sent: Sent, form: Form, item: int | None) -> Signing:
    """With one's own certificate on a token at the server, whose PIN is not kept."""
    library, pin = settings().signing.tokens, form["password"].data or ""
    if library is None:
        raise RuleBroken("Servern når inga kort.")
    if not pin:
        raise RuleBroken("Skriv kortets PIN-kod.")
    return _by_own(sent, own_on_token(library, _expected(sent), pin), item)


def _by_own(sent: Sent, own: Credentials, item: int | None) -> Signing:
    wanted = _wanted(sent, by_certificate_of(own.holder.issuer), item)
    return Signing(SigningMethod.CERTIFICATE, _signed(sent, own, wanted, means_of(settings())))


def by_seal(sent: Sent, form: Form, item: int | None) -> Signing:
    """With the organisation's seal, for one who has just shown who they are."""
    means = means_of(settings())
    if means.seal is None:
        raise RuleBroken("Registret har ingen stämpel.")
    how = require_fresh(signed_in(), form["token"].data or "")
    wanted = _wanted(sent, f"identifierad med {how}", item)
    return Signing(SigningMethod.SEAL, _signed(sent, means.seal, wanted, means))


def from_service(sent: Sent, form: Form, item: int | None) -> Signing:
    """In another's service, from which the file is taken back."""
    (file,) = uploaded("signed")[:1]
    content, name = file.read(), (file.filename or "")[:200]
    who = _expected(sent)

    def make(latest: bytes) -> File:
        if not content.startswith(latest):
            check_annex(content, name or str(_("utan namn")))
        require_received(latest, content, who, means_of(settings()).trust)
        return _kept(sent, content)

    return Signing(SigningMethod.SERVICE, make)
