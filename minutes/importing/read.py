"""A file becomes lines, or is refused in a sentence."""

from __future__ import annotations

import errno
import io
from pathlib import Path

from minutes.domain.pictures import file_name, is_file_name
from minutes.domain.record_json import RECORD_NAME
from minutes.importing.lines import Line, Source
from minutes.importing.problems import Refused
from minutes.importing.text_lines import read_text

_WORD = "Filen är ett Word-dokument. Spara den som PDF (Arkiv, Spara som) och läs in PDF-filen."
_ARCHIVE = (
    "Filen är ett arkiv eller ett kontorsdokument. Packa upp den, eller spara den som PDF, "
    "och läs in den filen."
)
_ZIP = b"PK\x03\x04"
_FOREIGN = {
    b"\xd0\xcf\x11\xe0": _WORD,
    b"{\\rtf": "Filen är i RTF-format. Spara den som PDF eller som ren text och läs in den.",
    b"\x89PNG": "Filen är en bild. Läs in protokollet som PDF med textlager eller som text.",
    b"\xff\xd8\xff": "Filen är en bild. Läs in protokollet som PDF med textlager eller som text.",
    b"II*\x00": "Filen är en bild. Läs in protokollet som PDF med textlager eller som text.",
}


_MOST_OF_A_PDF, _MOST_OF_A_TEXT = 200, 20
"""Megabytes; a protocol has a few. More would only fill the memory."""

_REASONS = {
    errno.ENOENT: "den finns inte, kontrollera sökvägen",
    errno.EISDIR: "det är en mapp, ange filerna i den",
    errno.EACCES: "du har inte rätt att läsa den",
    errno.EPERM: "du har inte rätt att läsa den",
    errno.ENOTDIR: "en del av sökvägen är ingen mapp",
    errno.ENAMETOOLONG: "sökvägen är för lång",
    errno.EIO: "disken svarar inte",
}


def _refuse_foreign(content: bytes) -> None:
    if content.startswith(_ZIP):
        raise Refused(_WORD if b"word/" in content else _ARCHIVE)
    for mark, sentence in _FOREIGN.items():
        if content.startswith(mark):
            raise Refused(sentence)


def _attachments(content: bytes) -> dict[str, bytes]:
    """The record that a protocol of ours carries inside it, and its pictures, by file name."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            return {
                name: found.get_file().read_bytes()
                for name, found in pdf.attachments.items()
                if name == RECORD_NAME or is_file_name(name)
            }
    except pikepdf.PdfError:
        return {}


def _filled(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines of a text. Raises Refused where nothing stands on them, whatever the encoding."""
    if all(line.is_blank for line in lines):
        raise Refused("Filen är tom. Kontrollera att rätt fil angavs.")
    return lines


def read_content(name: str, content: bytes, *, attached: bool = True) -> Source:
    """The lines of a file's bytes; with `attached` also the record it carries.

    Raises Refused for an empty file, a picture, a Word file, a damaged or locked PDF.
    """
    _refuse_foreign(content)
    if not content.lstrip()[:1024].startswith(b"%PDF-"):
        return Source(name, _filled(read_text(content)))
    from minutes.importing.pdf_lines import read_pdf

    lines = read_pdf(content)
    files = _attachments(content) if attached else {}
    record = files.pop(RECORD_NAME, None)
    pictures = tuple(file for called, file in files.items() if called == file_name(file))
    return Source(name, lines, record, pictures)


def _refuse_large(path: Path) -> None:
    """Raise Refused for a file that is too large to be a protocol, before it is read."""
    with path.open("rb") as file:
        is_pdf = b"%PDF-" in file.read(1024)
    limit = _MOST_OF_A_PDF if is_pdf else _MOST_OF_A_TEXT
    if path.stat().st_size > limit * 1_000_000:
        sort = "PDF-filer" if is_pdf else "textfiler"
        raise Refused(
            f"Filen är för stor för ett protokoll: {sort} läses upp till {limit} MB. Kontrollera "
            "att rätt fil angavs, eller dela ut bilagorna ur den."
        )


def read_bytes(path: Path) -> bytes:
    """The content of a file. Raises Refused where there is no such file, or too large a one."""
    try:
        _refuse_large(path)
        return path.read_bytes()
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"operativsystemets fel {error.errno}")
        raise Refused(f"Filen {path} går inte att läsa: {reason}.") from error


def read(path: Path, *, attached: bool = True) -> Source:
    """As `read_content`, from a path. Raises Refused where there is no such file."""
    return read_content(path.name, read_bytes(path), attached=attached)
