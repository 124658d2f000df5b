"""A draft joined from §§ that were laid out alone: their pages, their tags, their footnotes.

The part that stands before them has kept a place for each of their pages (enclosing.py), so the
list of items and the bookmarks know where they stand. What was tagged alone is tagged in the whole.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import ExitStack

import pikepdf
from pikepdf import Array, Dictionary, NameTree, Object, Pdf, String

from minutes.documents.enclosing import take_places


def _elements(found: Object) -> Iterator[Object]:
    """The structure elements below, each before those within it."""
    if isinstance(found, Array):
        for one in found.as_list():
            yield from _elements(one)
    elif isinstance(found, Dictionary) and "/S" in found:
        yield found
        yield from _elements(found.get("/K", Array()))


def _named_apart(tree: Object, prefix: str) -> None:
    """Give the header cells of this part's tables ids that no other part's have."""
    for element in _elements(tree.K):
        if "/ID" in element:
            element["/ID"] = String(prefix + str(element["/ID"]))
        attributes = element.get("/A")
        if isinstance(attributes, Dictionary) and "/Headers" in attributes:
            headers = [String(prefix + str(one)) for one in attributes["/Headers"].as_list()]
            attributes["/Headers"] = Array(headers)


def _numbered_apart(part: Pdf, offset: int) -> int:
    """Have the part's places in the structure begin at `offset`; the first that is free then."""
    for page in part.pages:
        for found, key in [
            (page.obj, "/StructParents"),
            *((mark, "/StructParent") for mark in page.get("/Annots", Array())),
        ]:
            if key in found:
                found[key] = int(found[key]) + offset
    entries = part.Root.StructTreeRoot.ParentTree.Nums
    for place in range(0, len(entries), 2):
        entries[place] = int(entries[place]) + offset
    return offset + len(entries) // 2


def _adopt(pdf: Pdf, part: Pdf, prefix: str) -> None:
    """Take the part's tags and the places its links lead to into the whole."""
    _named_apart(part.Root.StructTreeRoot, prefix)
    tree, own = pdf.copy_foreign(_held(part, "/StructTreeRoot")), pdf.Root.StructTreeRoot
    document = own.K[0]
    for element in tree.K[0].K.as_list():
        element["/P"] = document
        document.K.append(element)
    own.ParentTree.Nums.extend(tree.ParentTree.Nums.as_list())
    if "/Names" in part.Root:
        led = pdf.copy_foreign(_held(part, "/Names")).Dests
        names = NameTree(pdf.Root.Names.Dests)
        for name, place in NameTree(led).items():
            names[name] = place


def _held(part: Pdf, key: str) -> Object:
    """What the part's root holds, as an object that can be copied."""
    return part.make_indirect(part.Root[key])


def _without_leaves(pdf: Pdf) -> None:
    """Leave out the tags of the places, which are empty."""
    document = pdf.Root.StructTreeRoot.K[0]
    kept = [one for one in document.K.as_list() if not _is_empty(one)]
    document["/K"] = Array(kept)


def _is_empty(element: Object) -> bool:
    return not any(
        not isinstance(kid, Dictionary | Array)
        for one in _elements(element)
        for kid in one.get("/K", Array()).as_list()
    )


def join(front: bytes, parts: Sequence[bytes]) -> bytes:
    """The front with the parts in the places kept for them, in their order."""
    with ExitStack() as stack:
        pdf = stack.enter_context(pikepdf.open(io.BytesIO(front)))
        opened = [stack.enter_context(pikepdf.open(io.BytesIO(part))) for part in parts]
        free = max(int(n) for n in pdf.Root.StructTreeRoot.ParentTree.Nums.as_list()[::2]) + 1
        for part in opened:
            free = _numbered_apart(part, free)
        _without_leaves(pdf)
        take_places(pdf, (page for part in opened for page in part.pages))
        for number, part in enumerate(opened):
            _adopt(pdf, part, f"{number}-")
        kept = io.BytesIO()
        pdf.save(kept, deterministic_id=True, compress_streams=False)
    return kept.getvalue()
