"""Pages as pictures, for a screen that shows them without a program for PDF."""

from __future__ import annotations

import io
from pathlib import Path

_DOTS_A_POINT = 8 / 3
"""Two dots a CSS pixel, of which there are 96 to the 72 points of an inch."""

_COLOURS, _BY_OCTREE = 256, 2
"""A page of words has few colours: a palette is a third of the bytes, and quicker to pack."""


def pictured(file: Path, number: int) -> bytes:
    """A page of a PDF as PNG, the first being 1."""
    import pypdfium2

    with pypdfium2.PdfDocument(file) as pdf:
        picture = pdf[number - 1].render(scale=_DOTS_A_POINT).to_pil()
    kept = io.BytesIO()
    picture.quantize(_COLOURS, method=_BY_OCTREE, dither=0).save(kept, "PNG", compress_level=4)
    return kept.getvalue()
