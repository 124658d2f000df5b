"""Matters are opened, items taken up, and their prose written and revised."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, select

from minutes.actions.addresses import free, slug
from minutes.actions.history import Act, add_all, record
from minutes.actions.revisions import outdated, require_seen
from minutes.domain.errors import Phrase
from minutes.domain.numbering import next_number
from minutes.domain.sections import SectionKind
from minutes.domain.texts import LONGEST_DNR, clean, require_line, require_readable, require_title
from minutes.store.agendas import numbers_given
from minutes.store.tables import (
    Item,
    ItemMatter,
    Matter,
    Meeting,
    Organisation,
    Section,
    TextRevision,
)


def open_matter(
    session: Session, act: Act, organisation: Organisation, dnr: str, title: str
) -> Matter:
    """Enter a case under its reference number, kept as written.

    Raises RuleBroken for a number of several lines or past 100 characters.
    """
    require_line(dnr, Phrase("Diarienumret"), LONGEST_DNR)
    alike = col(Matter.slug).startswith(slug(dnr), autoescape=True)
    taken = set(session.exec(select(Matter.slug).where(alike)))
    matter = Matter(organisation_id=organisation.id, dnr=dnr, slug=free(dnr, taken), title=title)
    record(session, act, "opened", matter)
    return matter


def _next_position(session: Session, meeting: Meeting) -> int:
    places = session.exec(select(Item.position).where(Item.meeting_id == meeting.id))
    return max(places, default=-1) + 1


def take_up_item(
    session: Session,
    act: Act,
    meeting: Meeting,
    title: str,
    *,
    matters: Sequence[Matter] = (),
    number: int | None = None,
) -> Item:
    """Take up a § at a meeting; without a `number` it gets the next one of the year."""
    item = Item(
        meeting_id=meeting.id,
        body_id=meeting.body_id,
        year=meeting.held_on.year,
        number=number or next_number(numbers_given(session, meeting)),
        position=_next_position(session, meeting),
        title=title,
    )
    record(session, act, "taken up", item, {"number": item.number})
    treated = [
        ItemMatter(item_id=item.id, matter_id=m.id, position=n) for n, m in enumerate(matters)
    ]
    add_all(session, *treated)
    return item


def write_section(
    session: Session,
    act: Act,
    item: Item,
    *,
    kind: SectionKind,
    heading: str,
    text: str,
    position: int,
) -> Section:
    """Write a section of a § for the first time. Raises RuleBroken for an unreadable text."""
    require_readable(text, Phrase("Avsnittet ”{heading}”", heading=heading))
    section = Section(item_id=item.id, position=position, kind=kind, heading=heading, revision=1)
    record(session, act, "written", section)
    add_all(session, revision_of(section, 1, text, act))
    return section


def revise_text(
    session: Session, act: Act, section: Section, text: str, *, seen: int | None = None
) -> Section:
    """Give a section a new wording; the old one stays. The same words make no revision.

    `seen` is the revision that the writer began from, None where it does not matter. Raises
    Outdated where somebody else has written since.
    """
    require_seen(session, section, seen)
    require_readable(text, Phrase("Avsnittet ”{heading}”", heading=section.heading))
    current = session.exec(
        select(TextRevision.text)
        .where(TextRevision.section_id == section.id)
        .where(TextRevision.number == section.revision)
    ).first()
    if current == clean(text):
        return section
    section.revision += 1
    record(session, act, "revised", section, {"revision": section.revision})
    add_all(session, revision_of(section, section.revision, text, act))
    return section


def head_section(
    session: Session, act: Act, section: Section, heading: str, *, seen: str | None = None
) -> Section:
    """Let another heading stand over a section; its words stay. The same leaves no entry.

    `seen` is the heading that the writer saw, None where it does not matter. Raises RuleBroken,
    and Outdated.
    """
    require_seen(session, section, None)
    require_title(heading)
    if seen is not None and section.heading != seen:
        raise outdated()
    if section.heading == heading:
        return section
    told = {"before": {"heading": section.heading}, "after": {"heading": heading}}
    section.heading = heading
    record(session, act, "headed", section, told)
    return section


def revision_of(section: Section, number: int, text: str, act: Act) -> TextRevision:
    """A wording of a section, written now."""
    return TextRevision(
        section_id=section.id,
        number=number,
        text=clean(text),
        written_by=act.by,
        written_at=act.at,
    )
