"""The ways to sign that this register offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from wtforms import Form

from minutes.documents.sending import Signing
from minutes.domain.verdicts import SigningMethod
from minutes.store.queries.adjusting import Sent


@dataclass(frozen=True, slots=True)
class Way:
    """One way: what its form asks for, and how the signed file is made of what was answered.

    `words` gives its name on the page, in the reader's language. `signing` is called with the
    edition (whose `mine` signs it), the form, and the § where one is signed after all.
    """

    method: SigningMethod
    words: Callable[[], str]
    form: type[Form]
    signing: Callable[[Sent, Any, int | None], Signing]


WAYS: tuple[Way, ...] = ()
