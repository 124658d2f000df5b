"""Lay out in a folder what each candidate is given: python -m benchmarks.job FILE FOLDER."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from benchmarks.typesetting import typeset
from minutes.documents.press import packed
from minutes.documents.protocol import protocol_sheet
from minutes.documents.render import FONTS
from minutes.documents.templates import css_string
from minutes.domain.editions import Edition
from minutes.domain.record import Protocol
from minutes.domain.wording.days import day
from minutes.importing.parse import parse
from minutes.importing.read import read

_EDITION = Edition("RS-2020-10-14", is_draft=False)
_BOXES = """
@page {
  font: 8.5pt/12pt "Source Sans 3";
  @top-left { content: "PROTOKOLL\\A " RUNNING; white-space: pre; }
  @top-right { content: "Sida " counter(page) " (" counter(pages) ")"; }
  @bottom-left { content: "DOKUMENT-ID\\A " DOCUMENT; white-space: pre; }
  @bottom-center { content: "ORDFÖRANDE SIGN"; }
  @bottom-right { content: "JUSTERARE SIGN"; }
}
"""
"""Header and footer as the peers write them: in the margins, by each page anew."""


def record_of(file: Path) -> Protocol:
    """The record of a file; what a file without front page does not say is filled in."""
    protocol = parse(read(file)).protocol
    return replace(
        protocol,
        body=protocol.body or "Regionstyrelsen",
        date=protocol.date or date(2020, 10, 14),
        organisation=protocol.organisation or "Region Älvmark",
    )


def _boxed(html: str, protocol: Protocol) -> str:
    assert protocol.date is not None
    words = css_string(f"{protocol.body} {day(protocol.date)}")
    document = css_string(f"{_EDITION.document_id}, version {_EDITION.version}")
    boxes = _BOXES.replace("RUNNING", words).replace("DOCUMENT", document)
    return html.replace("</style>", f"{boxes}</style>", 1)


def write(file: Path, folder: Path) -> int:
    """Write the job of a file; the number of its §§."""
    protocol = record_of(file)
    sheet = protocol_sheet(protocol, _EDITION)
    boxed = _boxed(sheet.html, protocol)
    (folder / "sheet.json").write_bytes(packed(sheet))
    (folder / "same.html").write_text(sheet.html)
    (folder / "boxed.html").write_text(boxed)
    (folder / "browser.html").write_text(boxed.replace("font:", f"{FONTS.as_uri()}/"))
    (folder / "record.json").write_text(json.dumps(typeset(protocol), ensure_ascii=False))
    return len(protocol.items)


if __name__ == "__main__":
    print(write(Path(sys.argv[1]), Path(sys.argv[2])))
