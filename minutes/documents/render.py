"""The only door to WeasyPrint. It fetches no address: fonts and pictures are handed in."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).resolve().parent.parent / "static" / "fonts"


class BadDocument(Exception):
    """WeasyPrint complained: the document would not look as designed."""


_LACKING = re.compile(r"unsupported by fonts: \"(.+?)\" \((U\+[0-9A-F]+)\)", re.DOTALL)


def _told(complaints: list[str]) -> str:
    """What is wrong; of signs that the typefaces lack, what the writer can do about them."""
    found = [_LACKING.search(one) for one in complaints]
    signs = dict.fromkeys(f"”{one[1]}” ({one[2]})" for one in found if one)
    others = [said for said, one in zip(complaints, found, strict=True) if not one]
    lacking = [f"typsnittet saknar {', '.join(signs)}: skriv det med ord"] if signs else []
    return "; ".join(lacking + others)


class _Complaints(logging.Handler):
    """Collects what WeasyPrint only logs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def fetcher(pictures: Mapping[str, bytes]) -> Any:
    """WeasyPrint's fetcher of addresses: our fonts, the pictures of those checksums, no more."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class Door(URLFetcher):  # type: ignore[misc]  # the library is untyped
        """Opens the door to what we hand in."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            scheme, _, name = url.partition(":")
            if scheme == "font" and (font := (FONTS / name).resolve()).is_relative_to(FONTS):
                return URLFetcherResponse(url, font.read_bytes(), {"Content-Type": "font/ttf"})
            if scheme == "bild" and name in pictures:
                return URLFetcherResponse(url, pictures[name])
            raise FatalURLFetchingError(f"the document may not fetch {url}")

    return Door()


@cache
def _list_pages_once() -> None:
    """Have pydyf list a document's pages once, which it does anew for every tag: by the square."""
    from pydyf import PDF

    listing = PDF.page_references.fget

    def page_references(pdf: Any) -> Any:
        count = len(pdf.pages["Kids"])
        known = getattr(pdf, "listed_pages", (0, ()))
        if known[0] != count:
            known = pdf.listed_pages = (count, listing(pdf))
        return known[1]

    PDF.page_references = property(page_references)


def lay_out(html: str, variant: str, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """The HTML as a PDF of the variant, its streams not compressed: another pass follows.

    `pictures` are by checksum. Raises BadDocument for any complaint of WeasyPrint's, and where
    the document asks for another address.
    """
    from weasyprint import HTML
    from weasyprint.logger import LOGGER
    from weasyprint.urls import FatalURLFetchingError

    _list_pages_once()
    complaints = _Complaints()
    LOGGER.addHandler(complaints)
    try:
        source = HTML(string=html, url_fetcher=fetcher(pictures or {}))
        options = {"pdf_variant": variant, "presentational_hints": True}
        pdf: bytes = source.render(**options).write_pdf(uncompressed_pdf=True, **options)
    except FatalURLFetchingError as refused:
        raise BadDocument(str(refused)) from refused
    finally:
        LOGGER.removeHandler(complaints)
    if complaints.said:
        raise BadDocument(_told(complaints.said))
    return pdf
