"""What is pasted from another program becomes the Markdown of the register.

Reading HTML takes time that grows with the square of what a hostile page nests or repeats, in
every reader there is. It is done in a process of its own, whose time and memory have an end.
"""

from __future__ import annotations

import subprocess
import sys

from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.texts import LONGEST_TEXT, clean, require_readable

_LONGEST_HTML = 4_000_000
"""Characters; text is a tenth of what Word lays on the clipboard."""
_SECONDS = 8
"""Of the clock; the process has fewer of its own (see `pasted_markdown`)."""
_MODULE = "minutes.importing.pasted_markdown"


def _too_long() -> RuleBroken:
    return RuleBroken(
        "Det inklistrade är längre än {longest} tecken. Klistra in en del i taget, eller lägg "
        "det som bilaga.",
        longest=LONGEST_TEXT,
    )


def _read(html: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603  # our own interpreter and module
            [sys.executable, "-m", _MODULE],
            input=html.encode("utf-8", "replace"),
            capture_output=True,
            check=True,
            timeout=_SECONDS,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise RuleBroken(
            "Det inklistrade är för invecklat för att läsas med formatering. Klistra in det som "
            "ren text (Ctrl+Skift+V), eller en del i taget."
        ) from error
    return done.stdout.decode()


def markdown_of(html: str) -> str:
    """The headings, lists, tables and words of HTML from the clipboard, as Markdown.

    Raises RuleBroken for more than a text may hold, and for what cannot be read in seconds.
    """
    if len(html) > _LONGEST_HTML:
        raise _too_long()
    text = clean(_read(html))
    if len(text) > LONGEST_TEXT:
        raise _too_long()
    require_readable(text, Phrase("Det inklistrade"))
    return text
