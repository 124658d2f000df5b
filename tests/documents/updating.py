"""Changes at the end of a signed file, as those have made who were clever."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


def rewritten(pdf: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The file changed and written anew."""
    kept = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        change(opened)
        opened.save(kept)
    return kept.getvalue()


def updated(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """The file with a change at its end, as a signature is added."""
    out = io.BytesIO(pdf)
    writer = IncrementalPdfFileWriter(out)
    change(writer)
    writer.write_in_place()
    return out.getvalue()


def _stream(words: bytes) -> generic.StreamObject:
    return generic.StreamObject(stream_data=words)


def _page_painted(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page["/Contents"] = writer.add_object(_stream(b"0 0 595 842 re f"))
    writer.update_container(page)


def _page_added(writer: IncrementalPdfFileWriter) -> None:
    pages = writer.root["/Pages"]
    pages["/Kids"].append(pages["/Kids"].raw_get(0))
    pages[pdf_name("/Count")] = generic.NumberObject(int(pages["/Count"]) + 1)
    writer.update_container(pages)


def _pages_swapped(writer: IncrementalPdfFileWriter) -> None:
    kids = writer.root["/Pages"]["/Kids"]
    kids[1], kids[2] = kids.raw_get(2), kids.raw_get(1)
    writer.update_container(kids)


def _page_removed(writer: IncrementalPdfFileWriter) -> None:
    pages = writer.root["/Pages"]
    del pages["/Kids"][-1]
    pages[pdf_name("/Count")] = generic.NumberObject(int(pages["/Count"]) - 1)
    writer.update_container(pages)


def _note_laid_over(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    mark = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/FreeText"),
            pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (50, 50, 400, 400))),
            pdf_name("/Contents"): generic.pdf_string("avslå"),
            pdf_name("/F"): generic.NumberObject(4),
        }
    )
    page[pdf_name("/Annots")] = generic.ArrayObject([writer.add_object(mark)])
    writer.update_container(page)


def _field_moved(writer: IncrementalPdfFileWriter) -> None:
    """A filled field is laid over a decision, with another appearance (a shadow attack)."""
    field = writer.root["/AcroForm"]["/Fields"][0].get_object()
    field["/Rect"] = generic.ArrayObject(map(generic.NumberObject, (50, 50, 500, 700)))
    writer.update_container(field)


def _appearance_changed(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"][1].get_object()
    field["/AP"] = generic.DictionaryObject({pdf_name("/N"): writer.add_object(_stream(b"f"))})
    writer.update_container(field)


def _signature_removed(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"][2].get_object()
    del field["/V"]
    writer.update_container(field)


def _signature_shared(writer: IncrementalPdfFileWriter) -> None:
    """One signature is shown as if somebody else had made it too."""
    fields = writer.root["/AcroForm"]["/Fields"]
    field = fields[0].get_object()
    field[pdf_name("/V")] = fields[1].get_object().raw_get("/V")
    writer.update_container(field)


def _signatures_exchanged(writer: IncrementalPdfFileWriter) -> None:
    one, other = (writer.root["/AcroForm"]["/Fields"][n].get_object() for n in (1, 2))
    one["/V"], other["/V"] = other.raw_get("/V"), one.raw_get("/V")
    writer.update_container(one)
    writer.update_container(other)


def _signer_renamed(writer: IncrementalPdfFileWriter) -> None:
    signature = writer.root["/AcroForm"]["/Fields"][1].get_object()["/V"]
    signature[pdf_name("/Name")] = generic.pdf_string("Någon Annan")
    writer.update_container(signature)


def _metadata_changed(writer: IncrementalPdfFileWriter) -> None:
    writer.root[pdf_name("/Metadata")] = writer.add_object(_stream(b"<x:xmpmeta/>"))
    writer.update_root()


def _record_swapped(writer: IncrementalPdfFileWriter) -> None:
    """The record that goes with the file tells of something else."""
    spec = writer.root["/Names"]["/EmbeddedFiles"]["/Names"][1].get_object()
    held = writer.add_object(_stream(b"{}"))
    spec["/EF"] = generic.DictionaryObject({pdf_name("/F"): held, pdf_name("/UF"): held})
    writer.update_container(spec)


def _script_added(writer: IncrementalPdfFileWriter) -> None:
    act = {pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): generic.pdf_string("1")}
    writer.root[pdf_name("/OpenAction")] = generic.DictionaryObject(act)
    writer.update_root()


def _language_changed(writer: IncrementalPdfFileWriter) -> None:
    writer.root[pdf_name("/Lang")] = generic.pdf_string("en")
    writer.update_root()


def _layer_hidden(writer: IncrementalPdfFileWriter) -> None:
    """Content that can be shown and hidden (a shadow attack)."""
    layer = writer.add_object(
        generic.DictionaryObject(
            {pdf_name("/Type"): pdf_name("/OCG"), pdf_name("/Name"): generic.pdf_string("x")}
        )
    )
    writer.root[pdf_name("/OCProperties")] = generic.DictionaryObject(
        {
            pdf_name("/OCGs"): generic.ArrayObject([layer]),
            pdf_name("/D"): generic.DictionaryObject(
                {pdf_name("/OFF"): generic.ArrayObject([layer])}
            ),
        }
    )
    writer.update_root()


UPDATED: dict[str, Callable[[IncrementalPdfFileWriter], None]] = {
    "a page is painted over": _page_painted,
    "a page is added": _page_added,
    "pages change places": _pages_swapped,
    "a page is removed": _page_removed,
    "a note is laid over the text": _note_laid_over,
    "an empty field grows over the text": _field_moved,
    "a signature looks otherwise": _appearance_changed,
    "a signature is removed": _signature_removed,
    "a signature stands in two fields": _signature_shared,
    "two signatures change places": _signatures_exchanged,
    "a signer is given another name": _signer_renamed,
    "the metadata are changed": _metadata_changed,
    "the record inside is another": _record_swapped,
    "a script is added": _script_added,
    "the language is changed": _language_changed,
    "a layer is hidden": _layer_hidden,
}
