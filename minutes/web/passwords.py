"""The forms that ask for a password: it is hashed while others may write."""

from __future__ import annotations

from typing import Any

from flask_security.datastore import FSQLALiteUserDatastore
from flask_security.forms import ChangePasswordForm, LoginForm, VerifyForm

from minutes.store.session import session, writing


class _HashesFirst:
    """A form that is held against the account in a reader's transaction.

    Hashing takes long on purpose, and there is one writer at a time: it begins to write after it,
    and writes then what the hashing left, which is a new hash where the old was too weak.
    """

    user: Any

    def validate(self, **more: Any) -> bool:
        """Whether what was typed signs in."""
        with session().no_autoflush:
            is_right: bool = super().validate(**more)  # type: ignore[misc]  # the form's
        account, renewed = self.user, getattr(self.user, "password", None)
        session().rollback()
        writing()
        if account is not None and account.password != renewed:
            account.password = renewed
        return is_right


class SignIn(_HashesFirst, LoginForm):
    """Signing in."""


class SignInAgain(_HashesFirst, VerifyForm):
    """Signing in again, before what matters most."""


class Change(ChangePasswordForm):
    """Changing one's password: what is right is hashed, and `Accounts` begins to write after it."""

    def validate(self, **more: Any) -> bool:
        """Whether the old password is right and the new one can be taken."""
        session().rollback()
        is_right: bool = super().validate(**more)
        session().rollback()
        return is_right


class Accounts(FSQLALiteUserDatastore):
    """Where accounts are kept."""

    def set_uniquifier(self, user: Any, uniquifier: str | None = None) -> None:
        """End the sessions of an account, which is what a new password does first of all."""
        if not session().in_transaction():
            writing()
        super().set_uniquifier(user, uniquifier)
