"""Notes to the minutes: of persons or of a party group, in their own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint
from flask_babel import gettext as _
from wtforms import Form, IntegerField, StringField, TextAreaField
from wtforms.validators import Length, Optional

from minutes.actions.dissent import enter_note
from minutes.actions.dissent_revisions import revise_note
from minutes.domain import notes as domain
from minutes.domain.finding import find_people
from minutes.domain.notes import NoteKind
from minutes.domain.persons import Person
from minutes.domain.texts import LONGEST_TEXT, clean, require_title
from minutes.domain.wording.dissent import NOTE_HEADINGS, note_text
from minutes.domain.wording.names import person
from minutes.store.session import session
from minutes.store.tables import Note
from minutes.web.access import act
from minutes.web.languages import marked
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.entries import NoWords, entries_at, entry, next_place, shown
from minutes.web.workspace.fields import KindField, line, words
from minutes.web.workspace.place import Place
from minutes.web.workspace.room import parties_in, people_in, record_at, seated_at
from minutes.web.workspace.screen import Screen
from minutes.web.workspace.undoing import take

NAME, KEYS, TEMPLATE = "notes", "a", "workspace/notes.html"
TITLE = marked("Anteckningar")
blueprint = Blueprint("noting", __name__)
_AT = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>/anteckningar"


class NoteForm(Form):
    """Who notes what; a party's mark is its group."""

    kind = KindField(NoteKind)
    who = StringField(validators=[Length(max=500)])
    heading = StringField(filters=[line])
    text = TextAreaField(validators=[Length(max=LONGEST_TEXT)], filters=[words])
    revision = IntegerField(validators=[Optional()])


@dataclass(frozen=True, slots=True)
class Entered:
    """A note on the screen: its row, its words, and its form."""

    row: Note
    words: str
    form: NoteForm
    form_id: str


@dataclass(frozen=True, slots=True)
class Panel:
    """The notes of the § and the form for the next."""

    entries: Sequence[Entered]
    new: NoteForm
    prefix: str = "anteckning"


def _form_of(told: domain.Note) -> NoteForm:
    who = ", ".join(person(one) for one in told.by) or told.group or ""
    own = "" if told.heading == NOTE_HEADINGS[told.kind] else told.heading
    return NoteForm(kind=told.kind, who=who, heading=own, text=told.text)


def panel(screen: Screen, refused: Refused | None) -> Panel:
    """What the screen shows of the notes."""
    entries = []
    for row, told in zip(entries_at(Note, screen.place), screen.record.notes, strict=True):
        form_id = f"anteckning-{row.id}"
        form = shown(_form_of(told), form_id, refused)
        entries.append(Entered(row, note_text(told), form, form_id))
    return Panel(entries, shown(NoteForm(), "anteckning-ny", refused))


def _read(form: NoteForm, here: Place, known: Sequence[Person] = ()) -> domain.Note:
    """The note of a form; `known` are those whom its row names already."""
    room = seated_at(here)
    people = find_people(form.who.data or "", [*known, *people_in(room)], parties_in(room))
    by, group = domain.author_of(people)
    text, kind = clean(form.text.data or "").strip(), form.kind.data
    heading = form.heading.data or NOTE_HEADINGS[kind]
    require_title(heading)
    told = domain.Note(heading, by, group, text, kind)
    domain.require_note(told)
    return told


@takes(blueprint, _AT, NoteForm)
def note(here: Place, form: NoteForm) -> None:
    """Enter a note."""
    told, place = _read(form, here), next_place(Note, here)
    enter_note(session(), act(), here.at, told, people=seated_at(here).people or {}, position=place)


@takes(blueprint, f"{_AT}/<number:note>", NoteForm)
def mend_note(here: Place, form: NoteForm, note: int) -> None:
    """Mend a note."""
    row = entry(Note, here, note)
    known = [person for one in record_at(here).notes for person in one.by]
    told, people = _read(form, here, known), seated_at(here).people or {}
    revise_note(session(), act(), row, told, people=people, seen=form.revision.data)


@takes(blueprint, f"{_AT}/<number:note>/borttagning", NoWords)
def take_note_out(here: Place, form: NoWords, note: int) -> None:
    """Take out a note."""
    take(here, entry(Note, here, note), _("Anteckningen"), seen=form.revision.data)
