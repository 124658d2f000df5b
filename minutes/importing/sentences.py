"""Paragraphs taken apart into sentences."""

from __future__ import annotations

import re

_BREAK = re.compile(r"(?<=[.!?”\"])\s+(?=[A-ZÅÄÖ”\"(])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:m\.? ?fl|m\.? ?m|bl\.? ?a|t\.? ?ex|kl|nr|dnr|st|ca|s\. ?k|f\. ?d|jfr|resp|exkl|inkl"
    r"|fr\.? ?o\.? ?m|t\.? ?o\.? ?m|d\.? ?v\.? ?s|p\.? ?g\.? ?a|[A-ZÅÄÖ])\.)$"
)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; an abbreviation's full stop does not end one."""
    found: list[str] = []
    for part in _BREAK.split(text):
        if found and _ABBREVIATED.search(found[-1]):
            found[-1] += " " + part
        else:
            found.append(part)
    return tuple(part.strip() for part in found if part.strip())
