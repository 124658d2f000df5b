"""The words of the screen for what has happened to a §."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from flask_babel import gettext as _

from minutes.domain.decisions import DecisionKind
from minutes.domain.notes import NoteKind
from minutes.domain.proposals import ProposalKind
from minutes.store.queries.happened import Happened
from minutes.web.languages import marked
from minutes.web.words import LABELS

DEEDS: Mapping[str, Mapping[str, str]] = {
    "item": {
        "taken up": marked("tog upp ärendet"),
        "put on agenda": marked("satte upp ärendet på föredragningslistan"),
        "put on agenda again": marked("tog upp ärendet på föredragningslistan igen"),
        "moved": marked("flyttade ärendet på föredragningslistan"),
        "withdrawn": marked("lät ärendet utgå"),
        "restored": marked("återtog ärendet"),
        "closed": marked("avslutade paragrafen"),
        "revised": marked("ändrade ärendets uppgifter"),
        "let treat": marked("angav diarienummer"),
        "given recipients": marked("angav mottagare av utdrag"),
        "given decision basis": marked("angav beslutsunderlag"),
        "given references": marked("angav hänvisningar"),
        "given annexes": marked("angav bilagor"),
        "tabled": marked("bordlade ärendet"),
        "referred back": marked("återremitterade ärendet"),
        "taken over": marked("förde in textens uppgifter"),
        "given back": marked("ångrade att textens uppgifter fördes in"),
        "made secret": marked("belade paragrafen med sekretess"),
        "made open": marked("hävde paragrafens sekretess"),
        "not postponed": marked("tog bort bordläggning eller återremiss"),
    },
    "section": {
        "written": marked("skrev ett avsnitt"),
        "revised": marked("ändrade ett avsnitt"),
    },
    "decision": {
        "decided": marked("förde in beslutet"),
        "revised": marked("ändrade beslutet"),
        "struck": marked("tog bort beslutet"),
        "restored": marked("lade tillbaka beslutet"),
    },
    "annex": {
        "attached": marked("lade till en handling"),
        "moved": marked("flyttade en handling"),
        "struck": marked("tog bort en handling"),
        "restored": marked("lade tillbaka en handling"),
    },
    "recipient": {
        "addressed": marked("lade till en mottagare av utdrag"),
    },
    "correction": {
        "corrected": marked("förde in en rättelse"),
    },
    "proposal": {
        "put": marked("förde in ett yrkande"),
        "withdrawn": marked("antecknade att ett yrkande återtogs"),
        "upheld": marked("antecknade att ett yrkande kvarstår"),
        "revised": marked("ändrade ett yrkande"),
        "struck": marked("tog bort ett yrkande"),
        "restored": marked("lade tillbaka ett yrkande"),
    },
    "question": {
        "asked": marked("förde in en proposition"),
        "moved": marked("flyttade en proposition"),
        "revised": marked("ändrade en proposition"),
        "struck": marked("tog bort en proposition"),
        "restored": marked("lade tillbaka en proposition"),
    },
    "vote": {
        "voted": marked("förde in en omröstning"),
        "joined": marked("knöt en omröstning till en proposition"),
        "revised": marked("ändrade en omröstning"),
        "struck": marked("tog bort en omröstning"),
        "restored": marked("lade tillbaka en omröstning"),
    },
    "reservation": {
        "reserved": marked("förde in en reservation"),
        "received": marked("tog emot en reservations motivering"),
        "revised": marked("ändrade en reservation"),
        "struck": marked("tog bort en reservation"),
        "restored": marked("lade tillbaka en reservation"),
    },
    "note": {
        "noted": marked("förde in en anteckning"),
        "revised": marked("ändrade en anteckning"),
        "struck": marked("tog bort en anteckning"),
        "restored": marked("lade tillbaka en anteckning"),
    },
    "disqualification": {
        "disqualified": marked("förde in ett jäv"),
        "stepped aside": marked("antecknade att någon lämnade för jäv"),
        "revised": marked("ändrade ett jäv"),
        "struck": marked("tog bort ett jäv"),
        "restored": marked("lade tillbaka ett jäv"),
    },
    "stand_aside": {
        "stood aside": marked("antecknade vem som inte deltar i beslutet"),
        "struck": marked("tog bort att någon inte deltar i beslutet"),
        "restored": marked("lade tillbaka att någon inte deltar i beslutet"),
    },
    "assignment": {
        "given": marked("förde in ett uppdrag"),
        "proposed for closing": marked("föreslog att ett uppdrag avslutas"),
        "closed": marked("avslutade ett uppdrag"),
        "revised": marked("ändrade ett uppdrag"),
        "struck": marked("tog bort ett uppdrag"),
        "restored": marked("lade tillbaka ett uppdrag"),
    },
    "measure": {
        "reported": marked("redovisade ett uppdrag"),
    },
    "motion": {
        "answered": marked("besvarade en motion"),
        "answered anew": marked("ändrade svaret på en motion"),
        "left unanswered": marked("tog bort svaret på en motion"),
        "answered again": marked("lade tillbaka svaret på en motion"),
    },
}
"""What somebody did, by the kind of row that they did it to and the verb of the entry."""

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
