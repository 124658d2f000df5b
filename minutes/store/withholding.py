"""What is secret is taken out of what an archive is given, unless it is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import ForeignKey, Table, select
from sqlmodel import Session

from minutes.domain.editions import EditionScope
from minutes.domain.pictures import shown_in
from minutes.domain.record import withheld
from minutes.store.linked import found_by, single, tables, target
from minutes.store.tables import Base, DocumentKind

_TELLS_OF = {"edition_item": "item_id", "item": "from_item_id"}
"""Columns that may point at a secret §, since its number is no secret."""
_Found = dict[str, set[int]]


def told_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """What a secret §'s row says in place of its own words."""
    told = withheld(row["number"] or 0, row["secrecy"], row["open_title"])
    return {"title": told.title, "presenter": None, "from_item_id": None}


def _secret(session: Session, found: _Found) -> tuple[set[int], set[int]]:
    """The secret §§ and the editions of them, among what was found."""
    t = Base.metadata.tables
    items = select(t["item"].c.id).where(t["item"].c.secrecy.is_not(None))
    editions = select(t["edition"].c.id).where(t["edition"].c.scope == EditionScope.SECRET)
    return (
        {key for (key,) in found_by(session, items, t["item"].c.id, found["item"])},
        {key for (key,) in found_by(session, editions, t["edition"].c.id, found["edition"])},
    )


def _links(table: Table) -> list[ForeignKey]:
    told = _TELLS_OF.get(table.name)
    return [key for key in single(table) if key.parent.name != told]


def _hanging(session: Session, found: _Found, gone: _Found) -> Iterator[tuple[str, int]]:
    """The rows that point at something secret, table by table."""
    for name, table in tables().items():
        links = [key.parent for key in _links(table)]
        if not links or not found[name] or name == "document":
            continue
        rows = found_by(session, select(table.c.id, *links), table.c.id, found[name])
        for key, *pointed in rows:
            pairs = zip(links, pointed, strict=True)
            if any(other in gone[target(link)] for link, other in pairs):
                yield name, key


def _documents(session: Session, rows: Mapping[str, set[int]]) -> set[int]:
    """The files that rows name."""
    found = set()
    for name, table in tables().items():
        links = [key.parent for key in single(table) if target(key.parent) == "document"]
        for row in found_by(session, select(*links), table.c.id, rows[name]) if links else ():
            found |= {key for key in row if key is not None}
    return found


def withhold(session: Session, found: _Found) -> frozenset[int]:
    """Take out what is secret, with its files; gives the §§ of which number and ground stay."""
    items, editions = _secret(session, found)
    gone: _Found = defaultdict(set, {"item": set(items), "edition": editions})
    size = -1
    while size != (size := sum(map(len, gone.values()))):
        for name, key in _hanging(session, found, gone):
            gone[name].add(key)
    taken: _Found = defaultdict(set, {**gone, "item": set()})
    for name, keys in taken.items():
        found[name] -= keys
    found["document"] -= _documents(session, taken) - _documents(session, found)
    return frozenset(items)


def pictures_in(session: Session, found: _Found) -> set[int]:
    """The pictures that the texts show, in any wording of them."""
    t = Base.metadata.tables
    wording = t["text_revision"].c
    texts = found_by(session, select(wording.text), wording.id, found["text_revision"])
    shown = shown_in(text for (text,) in texts)
    document = t["document"].c
    of_none = document.kind == DocumentKind.PICTURE, document.meeting_id.is_(None)
    kept = select(document.id).where(document.sha256.in_(shown), *of_none)
    return {key for (key,) in session.connection().execute(kept)} if shown else set()
