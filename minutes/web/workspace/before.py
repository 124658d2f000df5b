"""The pages before a meeting: the year's plan, the agenda, the papers, the summons."""

from __future__ import annotations

from minutes.web.workspace import (
    agendas,
    desk,
    enclosures,
    lists,
    papers,
    planning,
    reports,
    standing,
    summoning,
)

PARTS = (desk, planning, standing, agendas, papers, enclosures, lists, reports, summoning)
