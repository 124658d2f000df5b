"""How an item ended, read from its decision: referred back, tabled, approved whole."""

from __future__ import annotations

import re

from minutes.domain.decisions import Decision

_REFERS_BACK = re.compile(r"\båterremi(?:tter\w*|ss)\b", re.IGNORECASE)
_REFUSES = re.compile(r"\b(?:avslå\w*|avslag på|inte) .{0,30}återremi", re.IGNORECASE)
_TABLES = re.compile(r"\bbordl(?:ägg\w*|ades|agt|agd)\b", re.IGNORECASE)
_APPROVES = re.compile(r"\bbif(?:all|öll)", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:avslå|avslag|besvarad)", re.IGNORECASE)


def _decided(decision: Decision | None, what: re.Pattern[str]) -> bool:
    if decision is None:
        return False
    texts = [p.text for p in (*decision.points, *decision.further)]
    return any(what.search(text) and not _REFUSES.search(text) for text in texts)


def refers_back(decision: Decision | None) -> bool:
    """Whether the item was decided to go back."""
    return _decided(decision, _REFERS_BACK)


def tables(decision: Decision | None) -> bool:
    """Whether the item was decided to wait for a later meeting."""
    return _decided(decision, _TABLES)


def approves_whole(decision: Decision | None) -> bool:
    """Whether something is approved and nothing in it denied."""
    return _decided(decision, _APPROVES) and not _decided(decision, _DENIES)
