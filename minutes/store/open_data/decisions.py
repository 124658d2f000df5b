"""Decisions and papers of §§ as open data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_
from sqlmodel import Session, col

from minutes.domain.decisions import DecisionKind
from minutes.store import tables as t
from minutes.store.open_data.kinds import Filter, Kind
from minutes.store.open_data.places import (
    OF_ITEMS,
    POSITION,
    OfItem,
    is_item,
    of_items,
    parts_of,
    placed,
)
from minutes.store.rows import grouped


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a decision; what a point says of itself counts before what the decision says."""

    number: int
    text: str
    classification: DecisionKind
    to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(OfItem):
    """What a § decided, or proposed to the superior body."""

    classification: DecisionKind
    to: str | None
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(OfItem):
    """An annex to the minutes, a paper that a decision rests on, or a reference; by its title."""

    classification: t.AnnexKind
    title: str


def _points(row: t.Decision, points: Sequence[t.DecisionPoint]) -> tuple[Point, ...]:
    return tuple(
        Point(
            p.number, p.text, p.kind or row.kind, p.to_body or (row.to_body if not p.kind else None)
        )
        for p in points
    )


def _decisions(session: Session, rows: Sequence[Any]) -> list[Decision]:
    points = grouped(session, t.DecisionPoint, "decision_id", [row[0].id for row in rows])
    return [
        Decision(
            **place,
            classification=row.kind,
            to=row.to_body,
            points=_points(row, points[row.id]),
        )
        for (row, *_), place in zip(rows, placed(session, rows, lambda _row: ""), strict=True)
    ]


def _documents(session: Session, rows: Sequence[Any]) -> list[Document]:
    places = placed(session, rows, lambda row: f"{row.kind.value}.{row.position}")
    return [
        Document(**place, classification=row.kind, title=row.title)
        for (row, *_), place in zip(rows, places, strict=True)
    ]


def _is_document(key: str) -> ColumnElement[bool]:
    kinds = "|".join(t.AnnexKind)
    parts = parts_of(rf"(?P<item>.+)\.(?P<kind>{kinds})\.{POSITION}", key)
    return and_(
        is_item(parts["item"]),
        col(t.Annex.kind) == t.AnnexKind(parts["kind"]),
        col(t.Annex.position) == int(parts["position"]),
    )


DECISIONS = Kind(
    "decisions", Decision, t.Decision, of_items(t.Decision), _decisions, is_item,
    (*OF_ITEMS, Filter("classification", DecisionKind, lambda _, k: col(t.Decision.kind) == k)),
)  # fmt: skip
DOCUMENTS = Kind(
    "documents", Document, t.Annex, of_items(t.Annex), _documents, _is_document,
    (*OF_ITEMS, Filter("classification", t.AnnexKind, lambda _, k: col(t.Annex.kind) == k)),
)  # fmt: skip
