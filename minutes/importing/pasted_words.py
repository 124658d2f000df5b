"""The words of pasted HTML as Markdown: emphasis kept, accidental markup taken literally."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from minutes.importing.clipboard import Node
from minutes.importing.raised import raised

_SPACES = re.compile(r"[ \t\r\n\f\v\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_UNSEEN = {"Cc", "Cs", "Co", "Cn", "Cf"}
_INLINE_MARKUP = re.compile(r"\\|\*|\||(?<![^\W_])_|_(?![^\W_])|\[(?=\^)|(?<=!)\[")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_LINE_MARKUP = re.compile(r"^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|[-:| ]+$)")
_PUNCTUATION = "PS"
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_BOLD = {"b", "strong"}
_ITALIC = {"i", "em"}


@dataclass(frozen=True, slots=True)
class Run:
    """Words set alike; a line feed is where the writer broke the line."""

    text: str
    bold: bool = False
    italic: bool = False


def is_bold(node: Node, before: bool) -> bool:
    """Whether an element sets its words bold; `before` is how those around it are set."""
    weight = node.style.get("font-weight", "")
    if weight:
        return weight.startswith("bold") or (weight.isdecimal() and int(weight) >= 600)
    return before or node.tag in _BOLD


def is_italic(node: Node, before: bool) -> bool:
    """Whether an element sets its words in italics, as `is_bold`."""
    slant = node.style.get("font-style", "")
    return slant in {"italic", "oblique"} if slant else before or node.tag in _ITALIC


def seen(text: str) -> str:
    """The text in one normal form, without characters that show nothing."""
    kept = (c for c in text if c in "\t\n\r" or unicodedata.category(c) not in _UNSEEN)
    return unicodedata.normalize("NFC", "".join(kept))


def _spaced(text: str, *, kept: bool) -> str:
    """The text with one space where there are several; lines are `kept` where they are set."""
    if not kept:
        return _SPACES.sub(" ", text)
    return "\n".join(_SPACES.sub(" ", line) for line in text.split("\n"))


def _set(text: str, tag: str) -> str:
    """Figures above or below the line, for which there are characters."""
    if tag == "sup":
        return raised(text)
    return text.translate(_LOWERED) if tag == "sub" and text.strip().isdecimal() else text


def runs(
    node: Node, *, bold: bool = False, italic: bool = False, pre: bool = False
) -> Iterator[Run]:
    """The words of an element in runs, without the mark of a list's entry."""
    bold, italic = is_bold(node, bold), is_italic(node, italic)
    pre = pre or node.tag == "pre"
    for child in node.children:
        if isinstance(child, str):
            yield Run(_set(_spaced(seen(child), kept=pre), node.tag), bold, italic)
        elif child.tag == "br":
            yield Run("\n")
        else:
            yield from runs(child, bold=bold, italic=italic, pre=pre)


def _lines(found: Sequence[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in found:
        first, *others = run.text.split("\n")
        line.append(Run(first, run.bold, run.italic))
        for text in others:
            yield line
            line = [Run(text, run.bold, run.italic)]
    yield line


def _joined(line: Sequence[Run]) -> list[Run]:
    """Runs set alike made one, with one space where several meet."""
    joined: list[Run] = []
    for (bold, italic), alike in groupby(line, key=lambda run: (run.bold, run.italic)):
        text = _SPACES.sub(" ", "".join(run.text for run in alike))
        if joined and joined[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text.strip() or not joined:
            joined.append(Run(text, bold, italic))
        elif text:
            joined[-1] = Run(joined[-1].text.rstrip(" ") + " ", joined[-1].bold, joined[-1].italic)
    return joined


def _escaped(text: str) -> str:
    return _INLINE_MARKUP.sub(lambda match: "\\" + match.group(), text)


def _is_mark(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in _PUNCTUATION


def _takes_emphasis(words: str, before: str, after: str) -> bool:
    """Whether marks of emphasis are read as such here (CommonMark 0.31, 6.2)."""
    if not words or before == "*" or after == "*":
        return False
    opens = not _is_mark(words[0]) or not before.strip() or _is_mark(before)
    closes = not _is_mark(words[-1]) or not after.strip() or _is_mark(after)
    return opens and closes


def _emphasised(run: Run, before: str, after: str) -> str:
    """A run as Markdown between two characters; marks stand inside its spaces."""
    words = run.text.strip(" ")
    lead = run.text[: len(run.text) - len(run.text.lstrip(" "))]
    tail = run.text[len(run.text.rstrip(" ")) :] if words else ""
    marks = "**" * run.bold + "*" * run.italic
    sides = (" " if lead else before, " " if tail else after)
    if not marks or not _takes_emphasis(words, *sides):
        marks = ""
    return f"{lead}{marks}{_escaped(words)}{marks}{tail}"


def literal(line: str) -> str:
    """A line of Markdown that begins no heading, list, quotation or table by accident."""
    numbered = _NUMBERED.match(line)
    if numbered:
        return f"{numbered[1]}\\{line[len(numbered[1]) :]}"
    return "\\" + line if _LINE_MARKUP.match(line) else line


def _line(found: Sequence[Run], *, plain: bool) -> str:
    parts = _joined(found)
    written = ""
    for at, run in enumerate(parts):
        bare = Run(run.text) if plain else run
        after = parts[at + 1].text[:1] if at + 1 < len(parts) else ""
        written += _emphasised(bare, written[-1:], after)
    return literal(written.strip())


def markdown(found: Sequence[Run], *, plain: bool = False) -> str:
    """Runs as lines of Markdown; without emphasis where they are to stand `plain`."""
    written = [_line(line, plain=plain) for line in _lines(found)]
    return "\n".join(line for line in written if line)
