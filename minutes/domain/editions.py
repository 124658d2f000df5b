"""Editions: how far the minutes have come in what is printed of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from minutes.domain.adjustment import Signature
from minutes.domain.notices import Notice

_WITH_VERSION = re.compile(r", \d+(?:\.\d+)+$")
"""What an archive of another's prints behind its id."""


class EditionScope(StrEnum):
    """What an edition holds: all §§, chosen ones that are adjusted at once, or secret ones."""

    WHOLE = "whole"
    IMMEDIATE = "immediate"
    SECRET = "secret"  # noqa: S105  # a scope, no password


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a meeting's protocol: what the record of the meeting does not say.

    `document_id` and `version` are printed on every page; the id of minutes that were taken in may
    have a version of its own. It is a draft until the minutes are adjusted. What is sent to be
    adjusted carries fields for the signatures.
    """

    document_id: str
    version: int = 1
    is_draft: bool = True
    is_sent: bool = False
    scope: EditionScope = EditionScope.WHOLE
    signatures: tuple[Signature, ...] = ()
    notice: Notice | None = None

    @property
    def id_and_version(self) -> str:
        """What is printed on every page: the id's own version where it has one, else ours."""
        if _WITH_VERSION.search(self.document_id):
            return self.document_id
        return f"{self.document_id}, version {self.version}"

    @property
    def is_from_elsewhere(self) -> bool:
        """Whether the minutes were adjusted elsewhere: who signed when is not told."""
        return not self.is_draft and not any(one.signed_on for one in self.signatures)
