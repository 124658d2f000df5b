"""What the screen shows of a §'s sections: their words, their forms, and what disagrees."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from minutes.actions.prose import SectionPlace, generated, section_place
from minutes.domain import sections as domain
from minutes.domain.comparing import Change, Piece, compared
from minutes.domain.errors import Phrase
from minutes.domain.merging import is_unsettled, merged
from minutes.domain.wording.items import GENERATED
from minutes.importing.agreement import disagreements, is_told_otherwise
from minutes.store.item_records import texts_of
from minutes.store.queries.writers import names_of
from minutes.store.rows import grouped
from minutes.store.session import session
from minutes.store.tables import Section, TextRevision
from minutes.web.workspace.acts import Refused
from minutes.web.workspace.entries import shown
from minutes.web.workspace.prose import (
    OWN_HEADINGS,
    HeadingForm,
    NewForm,
    TextForm,
    text_of,
    wording,
)
from minutes.web.workspace.screen import Screen
from minutes.web.workspace.telling import stand_of

NEW = "text-ny"


@dataclass(frozen=True, slots=True)
class Clash:
    """Two wordings of a section: what was typed, and what another wrote meanwhile.

    `is_unsettled` tells that both changed the same words; `number` is the other's wording.
    """

    mine: Sequence[Piece]
    theirs: Sequence[Piece]
    by: str
    written: TextRevision
    is_unsettled: bool

    @property
    def number(self) -> int:
        """The other's wording."""
        return self.written.number


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the § with its form.

    It is by hand where it follows the record no more; `differences` are what it then tells
    otherwise. `heading` is missing where it is changed with the record.
    """

    row: Section
    text: str
    form: TextForm
    by_hand: bool
    differences: Sequence[Phrase]
    clash: Clash | None
    heading: HeadingForm | None

    @property
    def heading_id(self) -> str:
        """The name of the form of its heading."""
        return f"rubrik-{self.row.id}"

    @property
    def form_id(self) -> str:
        """The name of its form on the page."""
        return f"text-{self.row.id}"

    @property
    def lines(self) -> int:
        """How high its field is to begin with."""
        return min(24, 2 + self.text.count("\n") + len(self.text) // 70)


@dataclass(frozen=True, slots=True)
class Pane:
    """The § in prose, and the form for another section."""

    parts: Sequence[Part]
    new: NewForm
    stand: str


def _but(pieces: Sequence[Piece], change: Change) -> Sequence[Piece]:
    return [piece for piece in pieces if piece.change is not change]


def _clash(row: Section, refused: Refused | None) -> Clash | None:
    """The two wordings where the save of this section was refused."""
    if refused is None or not refused.outdated or refused.form_id != f"text-{row.id}":
        return None
    written = wording(row.id, row.revision)
    if written is None or not isinstance(refused.form, TextForm):
        return None
    mine, theirs = refused.form.text.data or "", written.text
    pieces = compared(theirs, mine)
    base = text_of(row.id, refused.form.revision.data or 0)
    return Clash(
        mine=_but(pieces, Change.REMOVED),
        theirs=_but(pieces, Change.ADDED),
        by=names_of(session(), [written.written_by])[written.written_by],
        written=written,
        is_unsettled=is_unsettled(merged(base, mine, theirs)),
    )


def _heading(row: Section, refused: Refused | None) -> HeadingForm | None:
    if row.kind in OWN_HEADINGS:
        return None
    form = HeadingForm(heading=row.heading, seen=row.heading)
    return shown(form, f"rubrik-{row.id}", refused)


def written_of(screen: Screen, refused: Refused | None) -> Iterator[Part]:
    """The sections of the §, without those that say nothing and need not."""
    item, body = screen.place.at, screen.place.body.name
    rows = grouped(session(), Section, "item_id", [item.id])
    texts = texts_of(session(), rows)
    made: Mapping[SectionPlace, domain.Section] = generated(body, screen.record)
    for row in rows[item.id]:
        text, called_for = texts.get(row.id, ""), made.get(section_place(row))
        if not text and row.revision > 1 and called_for is None:
            continue
        by_hand = row.kind in GENERATED and text != (called_for.text if called_for else "")
        section = domain.Section(row.kind, row.heading, text)
        yield Part(
            row,
            text,
            shown(TextForm(text=text), f"text-{row.id}", refused),
            by_hand,
            disagreements(body, screen.record, section) if by_hand else (),
            _clash(row, refused),
            _heading(row, refused),
        )


def pane_of(screen: Screen, refused: Refused | None) -> Pane:
    """The prose pane of the screen."""
    parts = [*written_of(screen, refused)]
    return Pane(parts, shown(NewForm(), NEW, refused), stand_of(screen.record))


def otherwise_at(screen: Screen) -> Collection[int]:
    """The keys of the items on the agenda whose words and record disagree."""
    body = screen.place.body.name
    both = zip(screen.agenda, screen.records, strict=True)
    return {one.item.id for one, told in both if is_told_otherwise(body, told)}
