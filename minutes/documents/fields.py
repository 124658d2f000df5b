"""Fields for signatures, where the layout has kept a place for each: a link that holds no words.

The engine gives the link its place on the page and in the tags; here it becomes a field
(ISO 32000-1 12.7.4.5) within a form's tag, as ISO 14289-1 7.18.4 asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, NumberTree, Object, Pdf, String

_PRINTED = 4
_APPENDED_TO = 3
"""Signed, and written only at its end (ISO 32000-1, table 219): told from the beginning, so that
the first signature changes nothing of the form."""


def _kept_places(pdf: Pdf, names: Mapping[str, str]) -> Iterator[tuple[pikepdf.Page, Object]]:
    for page in pdf.pages:
        for annotation in page.get("/Annots", Array()).as_list():
            if str(annotation.get("/Dest", "")) in names:
                yield page, annotation


def _appearance(pdf: Pdf, width: float, height: float) -> Dictionary:
    """What an empty field looks like: nothing, but it must be told (ISO 19005-3 6.3.3)."""
    empty = pdf.make_stream(b"")
    empty["/Type"], empty["/Subtype"] = Name.XObject, Name.Form
    empty["/BBox"] = Array([0, 0, round(width, 3), round(height, 3)])
    return Dictionary(N=empty)


def _become_field(pdf: Pdf, page: pikepdf.Page, link: Object, label: str) -> None:
    across = sorted(float(x) for x in (link.Rect[0], link.Rect[2]))
    up = sorted(float(y) for y in (link.Rect[1], link.Rect[3]))
    name = str(link.Dest)
    for key in ("/BS", "/Contents", "/Dest"):
        del link[key]
    link["/Subtype"], link["/FT"], link["/F"] = Name.Widget, Name.Sig, _PRINTED
    link["/T"], link["/TU"] = String(name), String(label)
    link["/Rect"] = Array([round(edge, 3) for edge in (across[0], up[0], across[1], up[1])])
    link["/P"] = page.obj
    link["/AP"] = _appearance(pdf, across[1] - across[0], up[1] - up[0])


def _become_form(pdf: Pdf, link: Object) -> None:
    """Have the tag hold its one field alone.

    In an array, a validator takes the next signature, which writes it anew, for a change of the
    first.
    """
    element = NumberTree(pdf.Root.StructTreeRoot.ParentTree)[int(link.StructParent)]
    element["/S"] = Name.Form
    element["/K"] = Dictionary(Type=Name.OBJR, Obj=link, Pg=link.P)


def make_fields(pdf: Pdf, labels: Mapping[str, str]) -> None:
    """Make the links to themselves of these names fields, each with its label."""
    made = Array()
    for page, link in _kept_places(pdf, labels):
        _become_field(pdf, page, link, labels[str(link.Dest)])
        _become_form(pdf, link)
        page["/Tabs"] = Name.S
        made.append(link)
    if len(made):
        pdf.Root["/AcroForm"] = pdf.make_indirect(Dictionary(Fields=made, SigFlags=_APPENDED_TO))
