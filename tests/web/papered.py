"""The secretary at the adjustment of minutes that were printed, with the scan of the original."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime

import pikepdf

from tests.importing.test_attached import made
from tests.web.desk import Desk
from tests.web.editions import BOARD, file, kept, signers
from tests.web.pages import Shown


def scan_of(content: bytes) -> tuple[io.BytesIO, str]:
    """The file as it is handed in."""
    return io.BytesIO(content), "skannat.pdf"


@dataclass(frozen=True)
class Paper:
    """The secretary at the adjustment of what was printed."""

    desk: Desk
    pages: int
    original: bytes

    def scan(self, pages: int | None = None) -> bytes:
        """A scan with as many pages as the original."""
        return made(pages=self.pages if pages is None else pages)

    def keys(self) -> dict[str, int]:
        """Who is asked to sign, by name."""
        return signers(self.desk.register)

    def hand_in(self, scan: bytes, *, expect: int = 200, compared: str = "y", **days: str) -> Shown:
        """Hand in a scan, with the days by first name."""
        keys = {name.split()[0]: key for name, key in self.keys().items()}
        fields: dict[str, object] = {f"day-{keys[name]}": day for name, day in days.items()}
        fields |= {"scan": scan_of(scan)} | ({"compared": compared} if compared else {})
        form = self.desk.first_form("papper-")
        return self.desk.send(form, expect=expect, **fields)

    def kept(self) -> tuple[int, int, list[str]]:
        """How many verdicts and files there are, and why scans were turned away."""
        return kept(self.desk.register)


def printed(desk: Desk) -> Paper:
    """The board's draft is sent on 22 November and signed until the 24th, at noon."""
    desk.open(f"{BOARD}/granskning")
    desk.send("till-justering")
    original = file(desk.register)
    with pikepdf.open(io.BytesIO(original)) as pdf:
        pages = len(pdf.pages)
    desk.app.config["CLOCK"] = lambda: datetime(2026, 11, 24, 12, tzinfo=UTC)
    other = Desk(desk.register)
    other.open(f"{BOARD}/justering")
    return Paper(other, pages, original)
