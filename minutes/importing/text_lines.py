"""The lines of a text file, whatever its encoding."""

from __future__ import annotations

import codecs
import re

from minutes.importing.lines import Line, from_text
from minutes.importing.problems import Refused

_LONE_SIGN = re.compile(r"^[ \t]*§[ \t]*\n\s*(?P<number>\d{1,4})[ \t]*$", re.MULTILINE)
"""A § sign whose number has slipped to the next line, as text extraction leaves it."""
_LONE_BULLET = re.compile(r"^[ \t]*•[ \t]*(?P<gap>(?:\n[ \t]*)+)(?=[^\s•])", re.MULTILINE)
"""A list's mark whose entry has slipped to a line below: the lines keep their numbers."""
_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",  # before the mark of UTF-16, which is its beginning
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_CANDIDATES = ["cp1252", "mac_roman", "cp850"]
"""Encodings that Swedish office systems have written, likeliest first."""


def _swedishness(text: str) -> int:
    """How much the text looks Swedish: its own letters count for, oddities against."""
    own = sum(text.count(letter) for letter in "åäöÅÄÖé§–”")
    odd = sum(
        1 for c in text if (c > "\u02ff" and c not in "–—‘’“”•…€\uf0b7") or "\x80" <= c < "\xa0"
    )
    return own - 20 * odd


def _guess(content: bytes) -> str | None:
    readings = []
    for encoding in _CANDIDATES:
        try:
            readings.append(content.decode(encoding))
        except UnicodeDecodeError:
            continue
    best = max(readings, key=_swedishness, default=None)
    if best is not None and _swedishness(best) >= 0:
        return best
    from charset_normalizer import from_bytes

    found = from_bytes(content).best()
    return str(found) if found is not None else None


def _of_two_bytes(content: bytes) -> str | None:
    """The encoding of two bytes a letter that zeros in every other place give away, if any.

    Raises Refused where zeros stand anywhere: no text has them.
    """
    if b"\x00" not in content:
        return None
    even, odd = content[::2].count(0), content[1::2].count(0)
    if min(even, odd) * 20 > max(even, odd) or 3 * (even + odd) < len(content):
        raise Refused("Filen är varken PDF eller text. Läs in protokollet som PDF eller text.")
    return "utf_16_be" if even > odd else "utf_16_le"


def decode(content: bytes) -> str:
    """The text in the file's own encoding. Raises Refused where none fits."""
    marked = (encoding for mark, encoding in _BOMS.items() if content.startswith(mark))
    if encoding := next(marked, None) or _of_two_bytes(content):
        return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise Refused("Filen är avhuggen mitt i ett tecken. Hämta hela filen.") from error
        text = _guess(content)
    if text is None:
        raise Refused("Filens teckenkodning går inte att känna igen. Spara den som UTF-8.")
    return text


def read_text(content: bytes) -> tuple[Line, ...]:
    """The file's lines; form feeds part its pages."""
    lines: list[Line] = []
    text = _LONE_SIGN.sub(r"§ \g<number>", decode(content))
    text = _LONE_BULLET.sub(r"\g<gap>• ", text)
    for page, part in enumerate(text.split("\f"), start=1):
        for text in part.splitlines():
            lines.append(from_text(len(lines) + 1, page, text))
    return tuple(lines)
