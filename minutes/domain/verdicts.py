"""Verdicts: what those who adjust the minutes say of them, § by §."""

from __future__ import annotations

from enum import StrEnum


class VerdictKind(StrEnum):
    """What somebody said: signed, refused with a reason, or took the refusal back."""

    SIGNED = "signed"
    REFUSED = "refused"
    RETRACTED = "retracted"


class SigningMethod(StrEnum):
    """How somebody signed."""

    CERTIFICATE = "certificate"
    SEAL = "seal"
    SERVICE = "service"
    PAPER = "paper"
