"""The § as it will stand in the minutes: its sections are written, and follow the record."""

from __future__ import annotations

from flask import Blueprint
from sqlmodel import select
from werkzeug.exceptions import NotFound
from wtforms import Form, IntegerField, StringField, TextAreaField
from wtforms.validators import Length, Optional

from minutes.actions.items import head_section, revise_text, write_section
from minutes.actions.prose import generated, section_place
from minutes.domain.errors import RuleBroken
from minutes.domain.merging import merged
from minutes.domain.sections import SectionKind
from minutes.domain.texts import LONGEST_TITLE, require_title
from minutes.domain.wording.items import HEADINGS
from minutes.store.session import session
from minutes.store.tables import Section, TextRevision
from minutes.web.access import act
from minutes.web.languages import marked
from minutes.web.workspace.acts import takes
from minutes.web.workspace.entries import NoWords, entry, next_place
from minutes.web.workspace.fields import KindField, line
from minutes.web.workspace.place import Place
from minutes.web.workspace.room import record_at

blueprint = Blueprint("prose", __name__)
_AT = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>/text"

KINDS = {
    SectionKind.STATEMENT: marked("Yttrande till beslutsförslaget"),
    SectionKind.SUMMARY: marked("Sammanfattning"),
    SectionKind.BACKGROUND: marked("Ärendet"),
    SectionKind.IMPACT: marked("Påverkan på jämställdhet"),
    SectionKind.EARLIER_HANDLING: marked("Tidigare behandling"),
    SectionKind.BASE_PROPOSAL: marked("Förslag till beslut"),
    SectionKind.INFORMATION: marked("Information"),
    SectionKind.OTHER: marked("Egen rubrik"),
}
"""What the screen calls the kinds that people write."""

OWN_HEADINGS = {SectionKind.NOTE, SectionKind.CORRECTION}
"""The kinds whose heading is part of the record: it is changed where the note is."""


class TextForm(Form):
    """A section's words, with the wording that the writer began from.

    `press` tells how a clash is settled: "merge", or "mine-7" and "theirs-7", where 7 is the
    other's wording as it was shown.
    """

    text = TextAreaField()
    revision = IntegerField(validators=[Optional()])
    press = StringField()


class HeadingForm(Form):
    """What stands over a section, and what stood there when the writer began."""

    heading = StringField(filters=[line])
    seen = StringField()


class NewForm(Form):
    """A section that people write: of a kind, or under a heading of its own."""

    kind = KindField(SectionKind, KINDS)
    heading = StringField(validators=[Length(max=LONGEST_TITLE)])
    text = TextAreaField()


def wording(section: int, number: int) -> TextRevision | None:
    """One wording of a section, where it has it."""
    of_section = select(TextRevision).where(TextRevision.section_id == section)
    return session().exec(of_section.where(TextRevision.number == number)).first()


def text_of(section: int, number: int) -> str:
    """The words of one wording; none where there is no such."""
    found = wording(section, number)
    return found.text if found else ""


@takes(blueprint, f"{_AT}/<number:section>", TextForm)
def save(here: Place, form: TextForm, section: int) -> None:
    """Give a section its words, or settle what two have written."""
    row = entry(Section, here, section)
    if not form.text.raw_data:
        raise RuleBroken("Ingen text kom fram. Försök igen.")
    text, (press, _, shown) = form.text.data or "", (form.press.data or "").partition("-")
    seen = form.revision.data or 0
    current = text_of(row.id, row.revision)
    if press == "merge":
        text, seen = merged(text_of(row.id, seen), text, current), row.revision
    elif press and shown.isdecimal():
        seen = int(shown)
    revise_text(session(), act(), row, text, seen=seen)
    if press == "theirs":  # mine stays among the wordings
        revise_text(session(), act(), row, current)


@takes(blueprint, f"{_AT}/<number:section>/efter-uppgifterna", NoWords)
def follow(here: Place, form: NoWords, section: int) -> None:
    """Write a section anew after the record, which it follows from then on."""
    row = entry(Section, here, section)
    made = generated(here.body.name, record_at(here)).get(section_place(row))
    revise_text(session(), act(), row, made.text if made else "", seen=form.revision.data)


@takes(blueprint, f"{_AT}/<number:section>/rubrik", HeadingForm)
def head(here: Place, form: HeadingForm, section: int) -> None:
    """Let another heading stand over a section; without words it is that of the house."""
    row = entry(Section, here, section)
    made = generated(here.body.name, record_at(here)).get(section_place(row))
    usual = made.heading if made else HEADINGS.get(row.kind, "")
    if row.kind in OWN_HEADINGS:
        raise NotFound
    head_section(session(), act(), row, form.heading.data or usual, seen=form.seen.data)


@takes(blueprint, _AT, NewForm)
def add(here: Place, form: NewForm) -> None:
    """Add a section that people write."""
    kind, heading = form.kind.data, (form.heading.data or "").strip()
    text = form.text.data or ""
    if not text.strip():
        raise RuleBroken("Skriv avsnittets text.")
    if kind is SectionKind.OTHER:
        require_title(heading)
    place = next_place(Section, here)
    words = {"heading": heading or HEADINGS[kind], "text": text}
    write_section(session(), act(), here.at, kind=kind, position=place, **words)
