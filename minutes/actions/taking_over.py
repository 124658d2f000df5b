"""What the edited words of a § tell is taken into the record, as one act that can be undone."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlmodel import Session

from minutes.actions import retold_debate, retold_decision, retold_dissent
from minutes.actions.columns import Present, Room
from minutes.actions.history import Act
from minutes.actions.history import record as write_down
from minutes.actions.lists import annexes_in, set_recipients, set_titles
from minutes.actions.retelling import Retelling
from minutes.actions.told_rows import changed_rows, rows_of, undo_changes
from minutes.domain import record
from minutes.domain.errors import RuleBroken
from minutes.domain.reservations import abstainers
from minutes.store.tables import AnnexKind, History, Item, Meeting


def _annexes(of: Retelling) -> None:
    """The annexes; one with a file is more than a title, and stays."""
    filed = [a.title for a in annexes_in(of.session, of.item.id, AnnexKind.ANNEX) if a.document_id]
    for title in filed:
        if title not in of.told.annexes:
            raise RuleBroken("Bilagan {title} har en fil. Ta bort den för sig.", title=title)
    titles = [title for title in of.told.annexes if title not in filed]
    set_titles(of.session, of.act, of.item, AnnexKind.ANNEX, titles)


def _basis(of: Retelling) -> None:
    basis = AnnexKind.DECISION_BASIS
    set_titles(of.session, of.act, of.item, basis, of.told.decision_basis)


def _references(of: Retelling) -> None:
    set_titles(of.session, of.act, of.item, AnnexKind.REFERENCE, of.told.references)


def _recipients(of: Retelling) -> None:
    set_recipients(of.session, of.act, of.item, of.told.recipients)


_STEPS: tuple[tuple[Sequence[str], Callable[[Retelling], None]], ...] = (
    (("disqualified",), retold_dissent.disqualified),
    (("stands_aside",), retold_dissent.stands_aside),
    (("proposals",), retold_debate.proposals),
    (("questions",), retold_debate.questions),
    (("questions", "votes"), retold_debate.votes),
    (("decision", "assignments"), retold_decision.decided),
    (("referred_back", "tabled"), retold_decision.postponed),
    (("motion",), retold_decision.motion),
    (("reservations",), retold_dissent.reservations),
    (("notes",), retold_dissent.notes),
    (("annexes",), _annexes),
    (("decision_basis",), _basis),
    (("references",), _references),
    (("recipients",), _recipients),
)
"""What is done where those parts of the record are told otherwise, in the order of a meeting."""


def take_over(
    session: Session,
    act: Act,
    meeting: Meeting,
    item: Item,
    told: record.Item,
    *,
    now: record.Item,
    present: Present,
    room: Room | None = None,
) -> tuple[Item, History]:
    """Let the record of a § be what its words tell; with the entry, by which it can be undone.

    `now` is what is recorded. Raises RuleBroken where the words tell what cannot be, as each part
    does that is entered by itself.
    """
    if now == told:
        raise RuleBroken("Texten säger inget annat än uppgifterna.")
    before = rows_of(session, item)
    within, there = replace(act, is_part=True), replace(present, abstained=abstainers(told.votes))
    of = Retelling(session, within, meeting, item, now, told, there, room)
    for names, step in _STEPS:
        if any(getattr(now, name) != getattr(told, name) for name in names):
            step(of)
    details = changed_rows(before, rows_of(session, item))
    return item, write_down(session, act, "taken over", item, details)


def give_back(session: Session, act: Act, item: Item, entry: History) -> Item:
    """Undo that the words were taken over. Raises RuleBroken where others have changed since."""
    undo_changes(session, item, json.loads(entry.details))
    write_down(session, act, "given back", item, {"entry": entry.id})
    return item
