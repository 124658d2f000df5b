"""What a file says of itself: title, author, what it claims to be.

Programs that sign write there when they did it and what they are called, so the library lets all
of it be changed.
"""

from __future__ import annotations

import io

import pikepdf

_SCHEMAS = "{http://www.aiim.org/pdfa/ns/extension/}schemas"
"""Described in elements of their own, which have no value to compare."""
_OF_WRITING = {
    _SCHEMAS,
    "/ModDate", "/Producer",
    "{http://ns.adobe.com/pdf/1.3/}Producer",
    "{http://ns.adobe.com/xap/1.0/}ModifyDate",
    "{http://ns.adobe.com/xap/1.0/}MetadataDate",
}  # fmt: skip


def _said(pdf: bytes) -> dict[str, str]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        told = {str(key): str(value) for key, value in opened.docinfo.items()}
        with opened.open_metadata(update_docinfo=False, set_pikepdf_as_editor=False) as xmp:
            told |= {str(key): str(value) for key, value in xmp.items()}
    return {key: value for key, value in told.items() if key not in _OF_WRITING}


def says_the_same(one: bytes, other: bytes) -> bool:
    """Whether both say the same of themselves, save when and by what they were written."""
    return _said(one) == _said(other)
