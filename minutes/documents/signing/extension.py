"""Whether a signed file is the file that was handed out, with signatures at its end and no more.

What is signed after a change of a page is signed validly, and still is not what was handed out.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult, ModificationLevel
from pyhanko.sign.fields import MDPPerm

from minutes.documents.signing.telling import says_the_same


def _only_signed(base: bytes, signed: bytes) -> bool:
    """Whether each revision after those of the base holds signatures and what belongs to them."""
    before = PdfFileReader(io.BytesIO(base)).xrefs.total_revisions
    reader = PdfFileReader(io.BytesIO(signed))
    found = DEFAULT_DIFF_POLICY.review_file(reader, before - 1, doc_mdp=MDPPerm.FILL_FORMS)
    return (
        isinstance(found, DiffResult)
        and found.modification_level.value <= ModificationLevel.FORM_FILLING.value
    )


def _visible_fields(pdf: bytes) -> Iterator[tuple[str, list[float]]]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            for mark in page.get("/Annots", pikepdf.Array()).as_list():
                edges = [float(edge) for edge in mark.Rect.as_list()]
                if edges[0] != edges[2] and edges[1] != edges[3]:
                    yield str(mark.get("/T", mark.get("/Subtype", ""))), edges


def is_extension_of(base: bytes, signed: bytes) -> bool:
    """Whether `signed` begins with `base`, byte for byte, and goes on with signatures alone.

    A field that is added must not be seen: it could be laid over what stands on the page.
    """
    if len(signed) <= len(base) or not signed.startswith(base):
        return False
    try:
        seen = list(_visible_fields(base)) == list(_visible_fields(signed))
        return seen and says_the_same(base, signed) and _only_signed(base, signed)
    except Exception:  # whatever a hostile file does to the library, it is none
        return False
