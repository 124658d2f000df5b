"""The candidates that make the PDF: python -m benchmarks.peers NAME FOLDER [warm].

Cold it makes the file and ends; warm it makes it once, then again for each line it is given,
and answers with the seconds and the peak memory so far. Each imports what it needs itself.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.measure import answer

Render = Callable[[], bytes]


def _ours(folder: Path) -> Render:
    from minutes.documents.press import printed, unpacked

    packed = (folder / "sheet.json").read_bytes()
    return lambda: printed(unpacked(packed))


def _weasyprint(html: Path) -> Render:
    from weasyprint import HTML

    from minutes.documents.render import fetcher

    text = html.read_text()
    return lambda: bytes(HTML(string=text, url_fetcher=fetcher({})).write_pdf() or b"")


def _typst(folder: Path) -> Render:
    import typst

    from minutes.documents.render import FONTS

    source = folder / "protocol.typ"
    shutil.copy(Path(__file__).with_name("protocol.typ"), source)
    record = json.loads((folder / "record.json").read_text())
    edited = record["items"][-1]
    turn = 0

    def render() -> bytes:
        """One § is changed each time: what is unchanged Typst remembers."""
        nonlocal turn
        turn += 1
        edited["title"] = f"{edited['title'].rstrip('.')}{'.' * (turn % 2)}"
        (folder / "record.json").write_text(json.dumps(record))
        fonts = [FONTS / "literata", FONTS / "source-sans-3"]
        return bytes(typst.compile(source, font_paths=fonts, pdf_standards=["a-3a", "ua-1"]))

    return render


def _chromium(folder: Path) -> Render:
    from playwright.sync_api import sync_playwright

    browser = sync_playwright().start().chromium.launch(executable_path=shutil.which("chromium"))
    page = browser.new_page()

    def render() -> bytes:
        page.goto((folder / "browser.html").as_uri())
        return page.pdf(prefer_css_page_size=True)

    return render


PEERS: dict[str, Callable[[Path], Render]] = {
    "ours": _ours,
    "same": lambda folder: _weasyprint(folder / "same.html"),
    "boxed": lambda folder: _weasyprint(folder / "boxed.html"),
    "chromium": _chromium,
    "typst": _typst,
}


if __name__ == "__main__":
    name, folder, *warm = sys.argv[1:]
    make = PEERS[name](Path(folder))
    (Path(folder) / f"{name}.pdf").write_bytes(make())
    if warm:
        answer(make, is_here=name != "chromium")
