"""What a signature tells within the file that is signed: whose it is, of what, when and how."""

from __future__ import annotations

from datetime import datetime

BY_CODE = "engångskod"
BY_KEY = "nyckel"
"""With what somebody has just shown who they are."""


def stamp_line(at: datetime, how: str) -> str:
    """What the stamp shows beside the name; `at` is the time in Sweden."""
    return f"Underskrivet elektroniskt {at:%Y-%m-%d} kl. {at:%H.%M} {how}"


def reason_line(name: str, item: int | None, how: str) -> str:
    """Why it was signed: to adjust the minutes, or a § of them."""
    what = f"§ {item}" if item else "protokollet"
    return f"{name} justerar {what}, {how}"


def by_certificate_of(issuer: str) -> str:
    """How it was signed: with a certificate that the issuer gave."""
    return f"med certifikat från {issuer}"
