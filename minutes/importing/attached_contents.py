"""What a PDF holds beside its pages: scripts, actions, films, forms and other files."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.pictures import file_name
from minutes.domain.record_json import RECORD_NAME, loads

_SCRIPT = Phrase("skript (JavaScript)")
_FILM = Phrase("film, ljud eller en modell i tre dimensioner")
_SENDS = Phrase("ett formulär som skickar eller hämtar uppgifter")
_STARTS = Phrase("en länk som startar ett program")
_OTHERS = Phrase("en länk som öppnar en annan fil")
_BY_ITSELF = Phrase("något som händer av sig självt när den öppnas")
_LIVING_FORM = Phrase("ett formulär i XFA")
_FILES = Phrase("en annan fil inuti")

_ACTIONS = {
    "/JavaScript": _SCRIPT,
    "/Launch": _STARTS,
    "/SubmitForm": _SENDS,
    "/ImportData": _SENDS,
    "/GoToR": _OTHERS,
    "/GoToE": _OTHERS,
    "/GoTo3DView": _FILM,
    "/Movie": _FILM,
    "/Sound": _FILM,
    "/Rendition": _FILM,
    "/RichMediaExecute": _FILM,
}
_SHOWS = {"/RichMedia", "/Movie", "/Screen", "/3D", "/Sound"}
_MOST_OBJECTS = 300_000
"""A report of a thousand pages has fewer; each takes its time to look at."""
_KEYS = {"/JS": _SCRIPT, "/JavaScript": _SCRIPT, "/XFA": _LIVING_FORM}
_TELLING = {"/S", "/Subtype", "/URI", "/OpenAction", "/AA", *_KEYS}


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of the file, used or not, those of streams too."""
    for whole in pdf.objects:
        waiting = [whole]
        while waiting:
            one = waiting.pop()
            if isinstance(one, pikepdf.Array):
                inner = list(one)
            elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
                yield one
                inner = [value for _, value in one.items()]
            else:
                continue
            held = (x for x in inner if isinstance(x, pikepdf.Object) and not x.is_indirect)
            waiting += held


def _is_action(value: object) -> bool:
    return isinstance(value, pikepdf.Dictionary) and "/S" in value


def _acts_by_itself(one: pikepdf.Object) -> bool:
    """Whether something happens unasked: at the opening only a place to go to is let through."""
    opens = one.get("/OpenAction")
    if isinstance(opens, pikepdf.Dictionary) and str(opens.get("/S")) != "/GoTo":
        return True
    more = one.get("/AA")
    return isinstance(more, pikepdf.Dictionary) and any(_is_action(x) for _, x in more.items())


def _found_in(one: pikepdf.Object) -> Phrase | None:
    """What in a dictionary acts, if anything does."""
    if _TELLING.isdisjoint(one.keys()):
        return None
    action = _ACTIONS.get(str(one.get("/S")))
    if action is None and str(one.get("/Subtype")) in _SHOWS:
        action = _FILM
    if action is None and str(one.get("/URI")).lstrip().lower().startswith("javascript:"):
        action = _SCRIPT
    keyed = (phrase for key, phrase in _KEYS.items() if key in one)
    action = action or next(keyed, None)
    return action or (_BY_ITSELF if _acts_by_itself(one) else None)


def _is_ours(name: str, content: bytes) -> bool:
    """Whether a file is one that our own protocols carry: the record, or a picture it shows."""
    if name != RECORD_NAME:
        return name == file_name(content)
    try:
        loads(content)
    except RuleBroken:
        return False
    return True


def _hides_files(pdf: pikepdf.Pdf, embedded: int) -> bool:
    """Whether files lie in it that are not ours; `embedded` is how many lie in it at all.

    Nobody sees them on paper or in a browser, and what they are is not known.
    """
    files = pdf.attachments
    known = all(_is_ours(name, spec.get_file().read_bytes()) for name, spec in files.items())
    return embedded > len(files) or not known


def _refusal(name: str, what: Phrase) -> RuleBroken:
    return RuleBroken(
        "Filen {name} innehåller {what}, och en bilaga ska bara gå att läsa. Skriv ut den till "
        "PDF på nytt, så blir bara sidorna kvar.",
        name=name,
        what=what,
    )


def require_quiet(pdf: pikepdf.Pdf, name: str) -> None:
    """Raise RuleBroken for a file, called `name`, with anything in it that acts or hides."""
    if len(pdf.objects) > _MOST_OBJECTS:
        raise RuleBroken(
            "Filen {name} är för invecklad för att granskas. Skriv ut den till PDF på nytt, eller "
            "dela den i två bilagor.",
            name=name,
        )
    embedded = 0
    for one in _dictionaries(pdf):
        found = _found_in(one)
        if found is not None:
            raise _refusal(name, found)
        embedded += "/EF" in one and ("/F" in one or "/UF" in one)
    if _hides_files(pdf, embedded):
        raise _refusal(name, _FILES)
