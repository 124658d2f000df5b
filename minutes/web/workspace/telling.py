"""What the edited words of a § tell is taken into its record, with one press."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from flask import Blueprint
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound
from wtforms import StringField

from minutes.actions.revisions import outdated, require_seen
from minutes.actions.rooms import present_in, room_of
from minutes.actions.taking_over import give_back, take_over
from minutes.domain import record
from minutes.domain import sections as domain
from minutes.domain.record_json import to_data
from minutes.importing.agreement import taken_over
from minutes.store.session import session
from minutes.store.tables import History, Section
from minutes.web.access import act
from minutes.web.workspace.acts import takes
from minutes.web.workspace.entries import NoWords, entry
from minutes.web.workspace.place import Place
from minutes.web.workspace.prose import text_of
from minutes.web.workspace.room import record_at, seated_at
from minutes.web.workspace.undoing import offer

blueprint = Blueprint("telling", __name__)
_AT = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>"


class TellingForm(NoWords):
    """The press, with the record that its presser saw."""

    record = StringField()


def stand_of(item: record.Item) -> str:
    """What tells one state of a record from others; its words count not, they have revisions."""
    told = json.dumps(to_data(replace(item, sections=())), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


@takes(blueprint, f"{_AT}/text/<number:section>/till-uppgifterna", TellingForm)
def tell(here: Place, form: TellingForm, section: int) -> None:
    """Let the record be what a section tells."""
    row, now, room = entry(Section, here, section), record_at(here), seated_at(here)
    require_seen(session(), row, form.revision.data)
    if form.record.data != stand_of(now):
        raise outdated()
    words = domain.Section(row.kind, row.heading, text_of(row.id, row.revision))
    told = taken_over(here.body.name, now, words)
    _item, done = take_over(
        session(),
        act(),
        here.meeting,
        here.at,
        told,
        now=now,
        present=present_in(room),
        room=room_of(room),
    )
    address = here.address("telling.untell", kept=row.id, done=done.id)
    offer(_("Textens uppgifter fördes in."), address)


@takes(blueprint, f"{_AT}/text/<number:kept>/uppgifterna-ater/<number:done>", NoWords)
def untell(here: Place, form: NoWords, kept: int, done: int) -> None:
    """Let the record be as it was before a section was taken over; its words are kept."""
    entry = session().get(History, done)
    if entry is None or entry.verb != "taken over" or entry.subject_id != here.at.id:
        raise NotFound
    give_back(session(), act(), here.at, entry)
