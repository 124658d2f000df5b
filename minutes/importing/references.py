"""Reference numbers (diarienummer) in whatever pattern a registry uses."""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"^(?:Dnr|Diarienummer|Diarienr|Ärendenummer|Ärendenr|Ärende nr|Ärende-?id|Reg\.? ?nr)\.?:? ?",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"^[A-ZÅÄÖ]{0,6}[a-zåäö]{0,2}[\d/.:_-]*[A-ZÅÄÖ]{0,6}[\d/.:_-]*$")
_PARTED = re.compile(r"\d[-/.:]|[-/.:]\d|[A-Z]\d{4}|\d[A-ZÅÄÖ]{2,}\d")
_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_PRINTED = re.compile(r"^(?:SOU|Ds|Prop\.?|prop\.?|SFS|EU|KOM|COM) ?\d")
_YEARS = re.compile(r"^(?:19|20)\d\d[-–](?:19|20)?\d\d$")
_MOST_TOKENS = 5


def _digits(text: str) -> int:
    return sum(c.isdigit() for c in text)


def is_reference(text: str) -> bool:
    """Whether the text has the look of a reference number: "KS 2018/124", "1317/22"."""
    tokens = text.replace(",", " ").split()
    if not tokens or len(tokens) > _MOST_TOKENS:
        return False
    if any(pattern.match(text) for pattern in (_DATE, _YEARS, _PRINTED)):
        return False
    parted = any(_digits(t) and _PARTED.search(t) for t in tokens)
    return parted and _digits(text) >= 3 and all(_TOKEN.match(t) for t in tokens)


def split(text: str) -> tuple[str, ...]:
    """The references of a line, without their label; commas and "och" part them."""
    bare = _LABEL.sub("", text).strip().rstrip(".,;")
    parts = re.split(r",\s*|;\s*|\s+och\s+|\s+samt\s+", bare)
    return tuple(p for p in (_LABEL.sub("", part).strip() for part in parts) if _digits(p))


def leading(text: str) -> tuple[str, str]:
    """A reference at the start of the text and what follows it; ("", text) where there is none."""
    labelled = _LABEL.match(text)
    tokens = text[labelled.end() :].split() if labelled else text.split()
    for size in range(min(len(tokens), _MOST_TOKENS), 0, -1):
        candidate = " ".join(tokens[:size])
        if is_reference(candidate) or (labelled and size == 1 and _digits(candidate)):
            return candidate, " ".join(tokens[size:])
    return "", text
