"""The pages before a meeting: the year's plan, the agenda, the papers, the summons; and after."""

from __future__ import annotations

from flask import Flask

from minutes.web.workspace import (
    agendas,
    desk,
    enclosures,
    lists,
    papers,
    planning,
    public_copies,
    publishing,
    publishing_rules,
    reports,
    standing,
    summoning,
)
from minutes.web.workspace.enclosures import LARGEST_UPLOAD

MOST_WORDS = 4_000_000
"""Bytes of a form without its files: a section of the longest, each sign written as three."""


def limit(app: Flask) -> None:
    """Read no more of what is sent than a form of the workspace can hold."""
    app.config.update(MAX_CONTENT_LENGTH=LARGEST_UPLOAD, MAX_FORM_MEMORY_SIZE=MOST_WORDS)


PARTS = (
    desk, planning, standing, agendas, papers, enclosures, lists, reports, summoning,
    publishing, public_copies, publishing_rules,
)  # fmt: skip
