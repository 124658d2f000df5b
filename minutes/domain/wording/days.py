"""Days as Swedish documents write them."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip


def day(when: date) -> str:
    """As "14 oktober 2020"."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"
