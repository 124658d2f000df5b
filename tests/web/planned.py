"""A meeting to come, planned by the board's secretary, with an agenda."""

from __future__ import annotations

import io
from typing import Any

import pikepdf

from tests.web.desk import Desk
from tests.web.pages import Shown

DAY = "2026-12-09"
PLACE = f"/arbete/regionstyrelsen/{DAY}"
AGENDA = f"{PLACE}/foredragningslista"


def plan(desk: Desk, *titles: str) -> Desk:
    """Plan the meeting and put these on its agenda; the agenda is in front of the secretary."""
    desk.open("/arbete/regionstyrelsen?ar=2026")
    desk.send("plan", days=f"{DAY} 09:00 Sal A")
    desk.open(AGENDA)
    for title in titles:
        desk.send("arende", title=title)
    return desk


def titles(desk: Desk) -> list[str]:
    """The titles on the agenda, in their order."""
    shown = desk.open(AGENDA).all("a", "title")
    return ["".join(link.itertext()) for link in shown]


def key(desk: Desk, title: str) -> str:
    """The key of the item of that title."""
    link = next(e for e in desk.open(AGENDA).all("a", "title") if "".join(e.itertext()) == title)
    return (link.get("href") or "").split("/")[-2]


def paper(title: str = "Karta", pages: int = 1, **root: pikepdf.Object) -> bytes:
    """A PDF that calls itself so, with empty pages, and more in its root."""
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page()
        pdf.docinfo["/Title"] = title
        for name, value in root.items():
            pdf.Root[f"/{name}"] = value
        kept = io.BytesIO()
        pdf.save(kept, deterministic_id=True)
    return kept.getvalue()


def files(*chosen: tuple[bytes, str]) -> dict[str, Any]:
    """Files that a form sends, each with its name."""
    return {"files": [(io.BytesIO(content), name) for content, name in chosen]}


def shown(page: Shown, kind: str) -> str:
    """A section of the papers as it is shown beside its words."""
    place = f"avsnitt-{kind}-visning"
    of_kind = next(e for e in page.all("div", "paragraf") if e.get("id") == place)
    return " ".join("".join(of_kind.itertext()).split())
