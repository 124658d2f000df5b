"""A signed file written anew, and bytes of it changed with care."""

from __future__ import annotations

import re
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, String


def _with_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


def _permission(pdf: pikepdf.Pdf) -> None:
    """It says that all may be changed (DocMDP)."""
    signature = pdf.Root.AcroForm.Fields[1].V
    signature["/Reference"] = Array(
        [
            Dictionary(
                Type=Name.SigRef,
                TransformMethod=Name.DocMDP,
                TransformParams=Dictionary(Type=Name.TransformParams, P=3, V=Name("/1.2")),
            )
        ]
    )
    pdf.Root["/Perms"] = Dictionary(DocMDP=signature)


def _title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = String("Protokoll som ingen har skrivit")


REWRITTEN: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "written anew, with a page more": _with_page,
    "written anew, unchanged": lambda pdf: None,
    "written anew, with another title": _title,
    "written anew, with leave to change all": _permission,
}


def _exchanged_bytes(pdf: bytes) -> bytes:
    """The first signature's bytes take the place of the second's."""
    one, other = (m.span(1) for m in re.finditer(rb"/Contents\s*<([0-9A-F]+)>", pdf))
    taken = pdf[one[0] : one[1]].ljust(other[1] - other[0], b"0")[: other[1] - other[0]]
    return pdf[: other[0]] + taken + pdf[other[1] :]


def _emptied(pdf: bytes) -> bytes:
    one = next(re.finditer(rb"/Contents\s*<([0-9A-F]+)>", pdf)).span(1)
    return pdf[: one[0]] + b"0" * (one[1] - one[0]) + pdf[one[1] :]


def _spacing(pdf: bytes) -> bytes:
    """A space is put between digits of the signature's place, where readers pass it over."""
    one = list(re.finditer(rb"/Contents\s*<([0-9A-F]+)>", pdf))[-1].span(1)
    return pdf[: one[1] - 1] + b" " + pdf[one[1] :]


def _last_range(pdf: bytes) -> re.Match[bytes]:
    return list(re.finditer(rb"/ByteRange\s*\[\s*(\d+) (\d+) (\d+) (\d+)\s*\]", pdf))[-1]


def _narrowed(pdf: bytes) -> bytes:
    """The signature claims to cover less, so that more could be changed."""
    found = _last_range(pdf)
    told = found[0].replace(found[4], str(int(found[4]) - 9).encode().rjust(len(found[4]), b"0"))
    return pdf[: found.start()] + told + pdf[found.end() :]


def _older_first(pdf: bytes) -> bytes:
    """The table of the first revision is told to be the newest."""
    first = re.search(rb"startxref\s+(\d+)", pdf)
    assert first is not None
    return pdf + b"\nstartxref\n" + first[1] + b"\n%%EOF\n"


CRAFTED: dict[str, Callable[[bytes], bytes]] = {
    "another signature's bytes": _exchanged_bytes,
    "a signature of zeros": _emptied,
    "a space within a signature": _spacing,
    "a narrower range": _narrowed,
    "an older table is the newest": _older_first,
    "a comment at the end": lambda pdf: pdf + b"% inget\n",
    "a line break at the end": lambda pdf: pdf + b"\n",
    "another file before it": lambda pdf: b"GIF89a" + pdf,
    "twice the same": lambda pdf: pdf + pdf,
    "the last line break is gone": lambda pdf: pdf[:-1],
}
