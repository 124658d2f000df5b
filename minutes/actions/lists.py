"""The lists of an item: to whom it goes, what it rests on, and its annexes in their order."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import count

from sqlmodel import Session, col, select

from minutes.actions.history import Act, record
from minutes.actions.revisions import order_rows, outdated, replace_parts
from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.texts import require_line
from minutes.store.rows import grouped
from minutes.store.tables import Annex, AnnexKind, Item, Recipient

MOST = 100
_GIVEN = {
    AnnexKind.ANNEX: "given annexes",
    AnnexKind.DECISION_BASIS: "given decision basis",
    AnnexKind.REFERENCE: "given references",
}
"""What the history tells of the list of each kind."""


def _require_names(names: Sequence[str]) -> None:
    if len(names) > MOST:
        raise RuleBroken(
            "Listan har {count} rader; den får ha {most}.", count=len(names), most=MOST
        )
    for name in names:
        require_line(name, Phrase("Raden"))


def set_recipients(
    session: Session,
    act: Act,
    item: Item,
    names: Sequence[str],
    *,
    seen: Sequence[str] | None = None,
) -> Item:
    """Let the extract of an item be sent to these and no others.

    `seen` is the list that the writer saw. Raises RuleBroken, and Outdated.
    """
    _require_names(names)
    of_item = select(Recipient).where(Recipient.item_id == item.id)
    rows = session.exec(of_item.order_by(col(Recipient.position))).all()
    there = [row.name for row in rows]
    if seen is not None and there != list(seen):
        raise outdated()
    if there == list(names):
        return item
    record(session, act, "given recipients", item, {"names": list(names)})
    fresh = [Recipient(item_id=item.id, position=n, name=name) for n, name in enumerate(names)]
    replace_parts(session, rows, fresh)
    return item


def annexes_in(session: Session, item_id: int, kind: AnnexKind) -> Sequence[Annex]:
    """The annexes of a kind, in their order."""
    return [
        row for row in grouped(session, Annex, "item_id", [item_id])[item_id] if row.kind is kind
    ]


def listed(session: Session, item_id: int, kind: AnnexKind) -> Sequence[Annex]:
    """Those of a kind that a list of titles tells of; an annex with a file is more than a title."""
    rows = annexes_in(session, item_id, kind)
    return [row for row in rows if kind is not AnnexKind.ANNEX or row.document_id is None]


def _placed(
    titles: Sequence[str], there: Sequence[Annex], taken: Container[int]
) -> Iterator[tuple[str, int | None, int]]:
    """Each title with its file, and its own place where it may keep it; none that is taken."""
    own = {row.title: row for row in reversed(there)}
    last = -1
    for title in titles:
        row = own.get(title)
        free = next(n for n in count(last + 1) if n not in taken)
        last = row.position if row and row.position > last else free
        yield title, row.document_id if row else None, last


def set_titles(
    session: Session,
    act: Act,
    item: Item,
    kind: AnnexKind,
    titles: Sequence[str],
    *,
    seen: Sequence[str] | None = None,
) -> Item:
    """Let an item list these papers of a kind and no others; the file of one that stays is kept.

    Annexes with a file are not in the list: they stay as they are, where they are. `seen` is the
    list that the writer saw. Raises RuleBroken, and Outdated.
    """
    _require_names(titles)
    rows = listed(session, item.id, kind)
    there = [row.title for row in rows]
    if seen is not None and there != list(seen):
        raise outdated()
    if there == list(titles):
        return item
    record(session, act, _GIVEN[kind], item, {"titles": list(titles)})
    taken = {row.position for row in annexes_in(session, item.id, kind) if row not in rows}
    fresh = [
        Annex(item_id=item.id, document_id=file, kind=kind, position=place, title=title)
        for title, file, place in _placed(titles, rows, taken)
    ]
    replace_parts(session, rows, fresh)
    return item


def move_annex(session: Session, act: Act, annex: Annex, steps: int) -> Annex:
    """Move an annex up or down among those of its kind, as far as there is room."""
    rows = list(annexes_in(session, annex.item_id, annex.kind))
    place = rows.index(annex)
    to = min(max(place + steps, 0), len(rows) - 1)
    record(session, act, "moved", annex, {"from": place, "to": to})
    rows.insert(to, rows.pop(place))
    order_rows(session, rows)
    return annex
