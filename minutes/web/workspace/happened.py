"""The words of the screen for what has happened to a §."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask_babel import gettext as _

from minutes.domain.decisions import DecisionKind
from minutes.domain.notes import NoteKind
from minutes.domain.proposals import ProposalKind
from minutes.store.queries.happened import Happened
from minutes.web.languages import marked
from minutes.web.words import LABELS
from minutes.web.workspace.deeds import DEEDS

_OTHERWISE = marked("ändrade något i paragrafen")
_COLUMNS = {
    "yes": marked("ja"),
    "no": marked("nej"),
    "abstain": marked("avstår"),
    "absent": marked("frånvarande"),
    "yes_means": marked("ja-röst innebär"),
    "no_means": marked("nej-röst innebär"),
    "casting_name": marked("utslagsröst"),
    "text": marked("lydelsen"),
    "motivation": marked("motiveringen"),
    "title": marked("rubriken"),
    "heading": marked("rubriken"),
    "in_favour_of": marked("till förmån för"),
    "point": marked("beslutspunkt"),
    "kind": marked("slag"),
    "to_body": marked("till"),
    "assignee": marked("ansvarig"),
    "deadline": marked("senast"),
    "event": marked("händelse"),
    "presenter": marked("föredragande"),
    "name": marked("namn"),
    "party": marked("parti"),
    "group_party": marked("partigrupp"),
    "secrecy": marked("lagrum"),
    "open_title": marked("öppen rubrik"),
}
"""What the columns are called whose change is told."""

_KINDS = {"proposal": ProposalKind, "note": NoteKind, "decision": DecisionKind}
_LISTS = ("names", "titles", "dnr")
_SHORT = 60
"""So many characters of a value are shown where it stands; what is longer is named only."""


def deed(one: Happened) -> str:
    """What somebody did, in a few words."""
    return str(_(DEEDS.get(one.subject, {}).get(one.verb, _OTHERWISE)))


def _shown(one: Happened, column: str, value: Any) -> str:
    if column == "kind" and value and one.subject in _KINDS:
        return str(_(LABELS[_KINDS[one.subject]].get(value, value)))
    return "–" if value in {None, ""} else str(value)


def _changed(one: Happened) -> Iterator[str]:
    """What was changed: the short from what to what, the long by its name."""
    after = one.details.get("after", {})
    for column, label in _COLUMNS.items():
        if column in after:
            sides = [_shown(one, column, one.details[side][column]) for side in ("before", "after")]
            is_short = max(map(len, sides)) <= _SHORT
            yield f"{_(label)} {' → '.join(sides)}" if is_short else str(_(label))


def _told(one: Happened) -> Iterator[str]:
    """What the entry holds beside the change."""
    if one.heading:
        yield one.heading
    for name in _LISTS:
        yield from one.details.get(name, ())
    if one.verb == "voted":
        yield from (f"{_(_COLUMNS[side])} {one.details[side]}" for side in ("yes", "no"))
    if one.verb == "struck":
        words = one.details.get("text") or one.details.get("title") or one.details.get("name") or ""
        yield words if len(words) <= _SHORT else f"{words[:_SHORT]}…"


def changes(one: Happened) -> str:
    """What the deed changed, or what it was about; nothing where its words say all."""
    return ", ".join(words for words in (*_told(one), *_changed(one)) if words)
