"""Papers of others put into a document of ours: their own pages, in the places kept for them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from minutes.documents.render import BadDocument

_KEPT = 160
"""A page narrower than this (points) is a place kept: `@page blad` in summons.css."""
_ACTIONS = {"/URI", "/GoTo"}
"""What a link in a paper may do; the rest is active content, which nobody asked for."""

_New = dict[tuple[int, int], Object]
"""The pages that came, by the number of the one that kept their place."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A paper by its title: the bytes of a PDF, or the file that holds them."""

    title: str
    pdf: bytes | Path

    @property
    def content(self) -> bytes:
        """Its bytes. Raises BadDocument where the file is lost."""
        if isinstance(self.pdf, bytes):
            return self.pdf
        try:
            return self.pdf.read_bytes()
        except FileNotFoundError as lost:
            raise BadDocument(f"bilagan ”{self.title}” saknas bland filerna") from lost

    @property
    def sha256(self) -> str:
        """The checksum of its bytes."""
        return hashlib.sha256(self.content).hexdigest()

    def opened(self) -> Pdf:
        """The PDF. Raises BadDocument where it cannot be read or has no page."""
        try:
            pdf = pikepdf.open(io.BytesIO(self.content))
        except pikepdf.PasswordError as locked:
            raise BadDocument(f"bilagan ”{self.title}” är låst med lösenord") from locked
        except pikepdf.PdfError as broken:
            raise BadDocument(f"bilagan ”{self.title}” går inte att läsa som PDF") from broken
        if not pdf.pages:
            raise BadDocument(f"bilagan ”{self.title}” har ingen sida")
        return pdf


def page_count(one: Enclosed) -> int:
    """How many pages it has. Raises BadDocument."""
    with one.opened() as pdf:
        return len(pdf.pages)


def _pages(papers: Sequence[Enclosed], stack: ExitStack) -> Iterator[Page]:
    """The pages of all papers; one that is enclosed twice is opened once, so that it is shared."""
    opened: dict[str, Pdf] = {}
    for paper in papers:
        sha256 = paper.sha256
        if sha256 not in opened:
            opened[sha256] = stack.enter_context(paper.opened())
        yield from opened[sha256].pages


def _without(found: Object, *keys: str) -> None:
    for key in keys:
        if key in found:
            del found[key]


def _disarm(page: Page) -> None:
    """Leave out what a page does by itself, and its places in a structure that stays behind."""
    _without(page.obj, "/AA", "/StructParents")
    for mark in page.get("/Annots", Array()):
        _without(mark, "/AA", "/StructParent")
        if "/A" in mark and str(mark["/A"].get("/S")) not in _ACTIONS:
            del mark["/A"]


def _followed(value: object, new: _New) -> Object | None:
    """What leads to a place kept, led to the page that came there; links show it whole."""
    if isinstance(value, Array) and len(value) and isinstance(value[0], Dictionary):
        page = new.get(value[0].objgen)
        return Array([page, Name.Fit]) if page is not None else None
    return new.get(value.objgen) if isinstance(value, Dictionary) else None


def _follow(found: Object, new: _New) -> None:
    """Have all in a dictionary or array that led to a place kept lead to what came there."""
    entries: list[tuple[str | int, object]] = (
        list(found.items()) if isinstance(found, Dictionary) else list(enumerate(found.as_list()))
    )
    for key, value in entries:
        if (led := _followed(value, new)) is not None:
            found[key] = led
        elif isinstance(value, Array | Dictionary) and not value.is_indirect:
            _follow(value, new)


def take_places(pdf: Pdf, pages: Iterable[Page]) -> list[Page]:
    """Put pages of other files in the places kept for them, in their order; the pages put there."""
    places = [n for n, page in enumerate(pdf.pages) if float(page.mediabox[2]) < _KEPT]
    new: _New = {}
    for place, page in zip(places, pages, strict=True):
        kept = pdf.pages[place].obj.objgen
        pdf.pages[place] = page
        new[kept] = pdf.pages[place].obj
    for found in list(pdf.objects):
        if isinstance(found, Array | Dictionary):
            _follow(found, new)
    return [pdf.pages[place] for place in places]


def enclose(ours: bytes, papers: Sequence[Enclosed]) -> bytes:
    """Our document with the papers' pages in the places kept for them, in their order.

    They are kept as they are, of any size. They may be without tags, or fonts of their own, so
    the document claims no standard. Raises BadDocument.
    """
    with ExitStack() as stack, pikepdf.open(io.BytesIO(ours)) as pdf:
        for page in take_places(pdf, _pages(papers, stack)):
            _disarm(page)
        pdf.Root["/PageLabels"] = Dictionary(Nums=[0, Dictionary(S=Name.D)])
        kept = io.BytesIO()
        pdf.save(
            kept,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return kept.getvalue()
