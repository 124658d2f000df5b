"""What a PDF holds beside its pages: scripts, actions, films, forms and other files.

It is looked at in a process of its own (see `attached`): a small file can hold what fills any
memory.
"""

from __future__ import annotations

import io
import json
import resource
import sys
from collections.abc import Iterator
from enum import StrEnum

import pikepdf

from minutes.domain.errors import RuleBroken
from minutes.domain.pictures import file_name
from minutes.domain.record_json import RECORD_NAME, loads

_SECONDS, _MEMORY = 20, 2_000_000_000
"""What the process may take: an annex of the largest size needs a third of it."""


class Fault(StrEnum):
    """Why a PDF is no annex."""

    SCRIPT = "script"
    FILM = "film"
    SENDS = "sends"
    STARTS = "starts"
    OTHERS = "others"
    BY_ITSELF = "by itself"
    LIVING_FORM = "living form"
    FILES = "files"
    LOCKED = "locked"
    DAMAGED = "damaged"
    TANGLED = "tangled"
    EMPTY = "empty"


_ACTIONS = {
    "/JavaScript": Fault.SCRIPT,
    "/Launch": Fault.STARTS,
    "/SubmitForm": Fault.SENDS,
    "/ImportData": Fault.SENDS,
    "/GoToR": Fault.OTHERS,
    "/GoToE": Fault.OTHERS,
    "/GoTo3DView": Fault.FILM,
    "/Movie": Fault.FILM,
    "/Sound": Fault.FILM,
    "/Rendition": Fault.FILM,
    "/RichMediaExecute": Fault.FILM,
}
_SHOWS = {"/RichMedia", "/Movie", "/Screen", "/3D", "/Sound"}
_MOST_OBJECTS = 300_000
"""A report of a thousand pages has fewer; each takes its time to look at."""
_KEYS = {"/JS": Fault.SCRIPT, "/JavaScript": Fault.SCRIPT, "/XFA": Fault.LIVING_FORM}
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


def _found_in(one: pikepdf.Object) -> Fault | None:
    """What in a dictionary acts, if anything does."""
    if _TELLING.isdisjoint(one.keys()):
        return None
    action = _ACTIONS.get(str(one.get("/S")))
    if action is None and str(one.get("/Subtype")) in _SHOWS:
        action = Fault.FILM
    if action is None and str(one.get("/URI")).lstrip().lower().startswith("javascript:"):
        action = Fault.SCRIPT
    keyed = (fault for key, fault in _KEYS.items() if key in one)
    action = action or next(keyed, None)
    return action or (Fault.BY_ITSELF if _acts_by_itself(one) else None)


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


def _fault(pdf: pikepdf.Pdf) -> Fault | None:
    """What in a file acts, hides or is too much, if anything does."""
    if len(pdf.objects) > _MOST_OBJECTS:
        return Fault.TANGLED
    embedded = 0
    for one in _dictionaries(pdf):
        found = _found_in(one)
        if found is not None:
            return found
        embedded += "/EF" in one and ("/F" in one or "/UF" in one)
    return Fault.FILES if _hides_files(pdf, embedded) else None


def _seen(content: bytes) -> dict[str, str | int]:
    """The pages and the title of a file, or its fault.

    It is opened as it stands: one that must be repaired is read differently by others.
    """
    with pikepdf.open(io.BytesIO(content), attempt_recovery=False) as pdf:
        fault = _fault(pdf)
        pages = len(pdf.pages)
        title = " ".join(str(pdf.docinfo.get("/Title", "")).split())
        if fault is None and pdf.get_warnings():
            fault = Fault.DAMAGED
    if fault is None and not pages:
        fault = Fault.EMPTY
    return {"fault": fault} if fault else {"pages": pages, "title": title}


def _told(content: bytes) -> dict[str, str | int]:
    try:
        return _seen(content)
    except pikepdf.PasswordError:
        return {"fault": Fault.LOCKED}
    except (pikepdf.PdfError, ValueError):
        return {"fault": Fault.DAMAGED}


def main() -> None:
    """Read a PDF from the standard input and write what it is as JSON."""
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    print(json.dumps(_told(sys.stdin.buffer.read())))  # noqa: T201  # it is asked for


if __name__ == "__main__":
    main()
