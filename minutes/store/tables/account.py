"""Accounts: who signs in, with what, and what they are trusted with."""

from datetime import datetime

from flask_security import AsaList, RoleMixin, UserMixin, WebAuthnMixin
from sqlalchemy import CheckConstraint, Column, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.ext.mutable import MutableList
from sqlmodel import Field, Relationship

from minutes.domain.access import Duty, Grant
from minutes.store.tables.base import Base, choice, key, link, maybe


class Account(Base, UserMixin, table=True):
    """Somebody who signs in; the columns are those that Flask-Security asks for.

    `fs_uniquifier` stands in the session: a new one signs out everywhere. The second factor's
    secret is kept encrypted, the password and the recovery codes as what cannot be undone.
    """

    __table_args__ = (
        UniqueConstraint("email", name="address_signs_in_to_one_account"),
        UniqueConstraint("fs_uniquifier", name="session_belongs_to_one_account"),
        UniqueConstraint("fs_webauthn_user_handle", name="passkeys_belong_to_one_account"),
        CheckConstraint("email = lower(email)", name="address_is_in_lower_case"),
    )

    id: int = key()
    email: str
    name: str
    person_id: int | None = maybe("person")
    language: str = "sv"
    active: bool = True
    password: str | None = None
    fs_uniquifier: str
    created_at: datetime
    tf_primary_method: str | None = None
    tf_totp_secret: str | None = None
    last_code: int | None = None
    mf_recovery_codes: list[str] | None = Field(
        default=None, sa_column=Column(MutableList.as_mutable(AsaList()))
    )
    fs_webauthn_user_handle: str | None = None  # type: ignore[assignment]  # until the first passkey
    roles: list["Entrusted"] = Relationship(cascade_delete=True)  # type: ignore[assignment]  # duties stand for the roles
    webauthn: list["Passkey"] = Relationship(  # type: ignore[assignment]  # the library asks for its mixin
        back_populates="user", cascade_delete=True
    )

    @property
    def grants(self) -> tuple[Grant, ...]:
        """The duties that the account holds."""
        return tuple(Grant(row.duty, row.body_id) for row in self.roles)


class Entrusted(Base, RoleMixin, table=True):
    """A duty that an account holds in a body, or in all of them where there is none."""

    __table_args__ = (
        UniqueConstraint("account_id", "duty", "body_id", name="duty_in_a_body_is_held_once"),
        Index(
            "duty_everywhere_is_held_once",
            "account_id",
            "duty",
            unique=True,
            sqlite_where=text("body_id IS NULL"),
            postgresql_where=text("body_id IS NULL"),
        ),
    )

    id: int = key()
    account_id: int = link("account")
    body_id: int | None = maybe("body", ondelete="CASCADE")
    duty: Duty = choice(Duty, "duty_is_known")

    @property
    def name(self) -> str:  # type: ignore[override]  # it follows from the duty
        """The duty's name, as Flask-Security asks for it."""
        return self.duty.value


class Passkey(Base, WebAuthnMixin, table=True):
    """A key that the account's owner carries (WebAuthn); columns as Flask-Security asks."""

    __table_args__ = (
        UniqueConstraint("credential_id", name="passkey_is_registered_once"),
        UniqueConstraint("user_id", "name", name="passkey_has_a_name_of_its_own"),
    )

    id: int = key()
    user_id: int = link("account")
    name: str
    credential_id: bytes = Field(sa_type=LargeBinary)
    public_key: bytes = Field(sa_type=LargeBinary)
    sign_count: int = 0
    transports: list[str] | None = Field(
        default=None, sa_column=Column(MutableList.as_mutable(AsaList()))
    )
    backup_state: bool = False
    device_type: str
    extensions: str | None = None
    usage: str
    lastuse_datetime: datetime
    create_datetime: datetime | None = None
    user: Account = Relationship(back_populates="webauthn")


class Attempt(Base, table=True):
    """A failed try to sign in, counted against an address and against a network address."""

    id: int = key()
    key: str = Field(index=True)
    at: datetime = Field(index=True)
