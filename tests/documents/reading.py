"""A made PDF read back as a reader would: its pages as text, by poppler."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

from minutes.domain.record import Protocol

_NOTICE = re.compile(
    r"anslag|Överklagandetiden|^Förvaringsplats|^Underskrift$|^Justeringens plats", re.IGNORECASE
)


def pages(file: Path) -> list[list[str]]:
    """The filled lines of each page, as pdftotext gives them."""
    command = ["pdftotext", "-enc", "UTF-8", str(file), "-"]
    text = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout
    return [[x.strip() for x in p.split("\n") if x.strip()] for p in text.split("\f")[:-1]]


def words(file: Path) -> str:
    """The whole text with single spaces, as one copies it out."""
    return " ".join(" ".join(line for page in pages(file) for line in page).split())


def without_notice(read: Protocol) -> Protocol:
    """What was read but for the notice, and the place of adjustment, which no field holds."""
    return replace(read, unread=tuple(u for u in read.unread if not _NOTICE.search(u.text)))
