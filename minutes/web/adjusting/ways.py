"""The ways to sign that this register offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import FileField, Form, PasswordField, StringField

from minutes.documents.sending import Signing
from minutes.domain.verdicts import SigningMethod
from minutes.store.queries.adjusting import Sent
from minutes.web.adjusting.files import by_certificate, by_seal, by_token, from_service, settings


@dataclass(frozen=True, slots=True)
class Way:
    """One way: what its form asks for, and how the signed file is made of what was answered.

    `words` gives its name on the page, in the reader's language, `hint` what one has to do.
    `signing` is called with the edition (whose `mine` signs it), the form, and the § where one is
    signed after all.
    """

    method: SigningMethod
    words: Callable[[], str]
    hint: Callable[[], str]
    form: type[Form]
    signing: Callable[[Sent, Any, int | None], Signing]
    on_token: bool = False
    """Whether the key lies on a token at the server."""

    @property
    def name(self) -> str:
        """What it is called in addresses and on the page."""
        return "token" if self.on_token else self.method.value

    @property
    def is_offered(self) -> bool:
        """Whether the settings allow it."""
        signing = settings().signing
        reached = signing.tokens is not None or not self.on_token
        return reached and self.method.value in signing.methods


class CertificateForm(Form):
    """One's certificate with its key, and the passphrase that opens it."""

    certificate = FileField(lazy_gettext("Ditt certifikat med nyckel (.p12 eller .pfx)"))
    password = PasswordField(lazy_gettext("Lösenfras till certifikatet"))


class TokenForm(Form):
    """The PIN of one's token, which finds it by the certificate on it."""

    password = PasswordField(lazy_gettext("PIN-kod till kortet"))


class SealForm(Form):
    """The code of an authenticator; left empty by one who has just used a passkey."""

    token = StringField(lazy_gettext("Engångskod (tom om du just har använt en nyckel)"))


class ServiceForm(Form):
    """The file that comes back, signed."""

    signed = FileField(lazy_gettext("Den undertecknade filen"))


WAYS = (
    Way(
        SigningMethod.SEAL,
        lambda: _("med organisationens stämpel"),
        lambda: _("Stämpeln bär ditt namn. Visa att det är du med en ny kod eller din nyckel."),
        SealForm,
        by_seal,
    ),
    Way(
        SigningMethod.CERTIFICATE,
        lambda: _("med eget certifikat"),
        lambda: _("Varken certifikatet eller lösenfrasen sparas."),
        CertificateForm,
        by_certificate,
    ),
    Way(
        SigningMethod.CERTIFICATE,
        lambda: _("med eget kort vid servern"),
        lambda: _("Ditt kort sitter i en läsare vid servern. PIN-koden sparas inte."),
        TokenForm,
        by_token,
        on_token=True,
    ),
    Way(
        SigningMethod.SERVICE,
        lambda: _("i en extern tjänst"),
        lambda: _(
            "Hämta filen, skriv under just den i tjänsten och lämna in det som kommer tillbaka."
        ),
        ServiceForm,
        from_service,
    ),
)


def offered() -> tuple[Way, ...]:
    """The ways that the settings allow."""
    return tuple(way for way in WAYS if way.is_offered)
