"""Masked words are in no byte that a visitor who has not signed in can fetch."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit
from zipfile import ZipFile

import pikepdf

from minutes.documents import workbooks
from minutes.documents.edition import open_protocol_of
from minutes.documents.public_copy import masked_protocol
from minutes.domain.publishing import Ruling
from minutes.store.masks import masks_of
from minutes.store.open_data import KINDS
from minutes.store.queries.meetings import meeting_at
from minutes.store.session import session
from minutes.store.visibility import Sight, show
from tests.databases import opened
from tests.web.desk import Desk
from tests.web.pages import Visitor

DAY = "2026-04-08"
MEETING = f"/regionstyrelsen/{DAY}"
PAGE = f"/arbete{MEETING}/publicering"
WORDS = ("mobil tandvårdsklinik", "leverantörernas djurskydd", "motbud")
"""Words of a title and its matter, of a proposal and its decision, of prose and an assignment."""
WHERE = (
    f"{MEETING}.pdf", MEETING, f"{MEETING}.json", "/uppdrag", "/uppdrag.json", "/arenden",
    "/beslutsregister.xlsx?ar=2026", "/beslutsregister.csv?ar=2026",
    "/sok?q=mobil",
    *(f"/regionstyrelsen/2026/{n}" for n in range(23, 37)),
)  # fmt: skip
"""Some of the addresses at which they were before."""
MOST = 4000
_OF_ACCOUNTS = ("/arbete", "/logga", "/konto", "/sprak")


def _strings(one: pikepdf.Object, depth: int = 4) -> Iterator[str]:
    """The strings of an object, whatever they are encoded as."""
    if isinstance(one, pikepdf.String):
        yield str(one)
    elif depth and isinstance(one, pikepdf.Array):
        for part in one:
            yield from _strings(part, depth - 1)
    elif depth and isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        for part in one.values():
            yield from _strings(part, depth - 1)


def _streams(content: bytes) -> Iterator[bytes]:
    """Every stream and string of a PDF, decompressed."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for one in pdf.objects:
            yield "\n".join(_strings(one)).encode()
            with suppress(pikepdf.PdfError):
                if isinstance(one, pikepdf.Stream):
                    yield one.read_bytes()
        yield repr({key: str(value) for key, value in pdf.docinfo.items()}).encode()
        for attached in pdf.attachments.values():
            yield attached.get_file().read_bytes()
        with pdf.open_outline() as outline:
            yield repr([entry.title for entry in outline.root]).encode()


def _texts(content: bytes, folder: Path) -> str:
    """The words of a PDF as a reader copies them out."""
    file = folder / "fetched.pdf"
    file.write_bytes(content)
    told = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(file), "-"], capture_output=True, timeout=60, check=True
    )
    return " ".join(told.stdout.decode().split())


def _spellings(content: bytes) -> str:
    """The bytes as text, in the encodings that PDF, JSON and HTML have."""
    told = content.decode("utf-8", "replace") + content.decode("utf-16-be", "replace")
    told += content[1:].decode("utf-16-be", "replace")
    return told + re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), told)


class Crawl:
    """Goes to every address that a page leads to, and keeps what comes."""

    def __init__(self, visitor: Visitor, folder: Path) -> None:
        self.visitor, self.folder = visitor, folder
        self.fetched: dict[str, str] = {}

    def _addresses(self, page: str, body: str) -> Iterator[str]:
        for part in body.replace("&amp;", "&").split('"')[1::2]:
            at = urlsplit(urljoin(page, part))
            if part.startswith(("/", "?")) and at.netloc == "" and "/static/" not in part:
                yield at.path + (f"?{at.query}" if at.query else "")

    def fetch(self, address: str) -> list[str]:
        """Fetch one address; those that it leads to."""
        with self.visitor.client.get(address) as answer:
            content, kind = answer.data, answer.mimetype
            headers = "\n".join(f"{name}: {value}" for name, value in answer.headers)
        told = headers + _spellings(content)
        if kind == "application/pdf":
            told += "".join(_spellings(part) for part in _streams(content))
            told += _texts(content, self.folder)
        if kind == workbooks.MEDIA_TYPE:
            with ZipFile(io.BytesIO(content)) as parts:
                told += "".join(_spellings(parts.read(name)) for name in parts.namelist())
        self.fetched[address] = told
        return list(self._addresses(address, content.decode())) if kind == "text/html" else []

    def everything(self) -> dict[str, str]:
        """Whatever can be fetched from the start page on; other meetings' PDFs hold other words."""
        waiting = ["/", f"{MEETING}.pdf", "/sok?q=mobil"]
        while waiting and len(self.fetched) < MOST:
            address = waiting.pop()
            is_other = urlsplit(address).path.endswith(".pdf") and not address.startswith(MEETING)
            is_other = is_other or address.startswith(_OF_ACCOUNTS)
            if address not in self.fetched and not is_other:
                found = self.fetch(address)
                plain = [a for a in found if "?" not in a and "." not in a and len(a) > 1]
                waiting += [*found, *(f"{one}.json" for one in plain)]
        return self.fetched


def _with_words(fetched: dict[str, str], words: str) -> list[str]:
    return [address for address, told in fetched.items() if words.casefold() in told.casefold()]


def _mask(desk: Desk) -> None:
    desk.open(PAGE)
    desk.send("maska", words="\n".join(WORDS), reason="Prov")
    desk.send("godkann")


def test_masked_words_are_in_no_byte_that_anybody_can_fetch(desk: Desk, tmp_path: Path) -> None:
    control = Crawl(Visitor(desk.app), tmp_path)
    for address in WHERE:
        control.fetch(address)
    for words in WORDS:
        assert f"{MEETING}.pdf" in _with_words(control.fetched, words)
        assert len(_with_words(control.fetched, words)) >= 2

    _mask(desk)

    after = Crawl(Visitor(desk.app), tmp_path).everything()
    assert after.keys() > set(WHERE)
    assert len(after) > 300
    assert "[maskat]" in after[f"{MEETING}.pdf"]
    for words in WORDS:
        assert not _with_words(after, words)


def test_masked_words_find_nothing(desk: Desk) -> None:
    _mask(desk)
    citizen = Visitor(desk.app)

    for words in WORDS:
        for address in ("/arenden", "/reservationer", "/uppdrag"):
            found = citizen.data(f"{address}.json?ord={quote(words)}")
            rows = next(value for value in found.values() if isinstance(value, list))
            assert not rows, address
        told = (citizen.client.get(f"/api/v1/{kind}?limit=200&order=newest").text for kind in KINDS)
        assert words not in "".join(told).casefold()
        phrase = quote(f'"{words}"')
        assert citizen.data(f"/sok.json?q={phrase}")["found"] == []
        assert citizen.client.get(f"/sok/forslag.json?q={phrase}").json == []


def test_the_register_reads_in_public_as_the_masked_record_does(desk: Desk) -> None:
    _mask(desk)

    with opened(desk.register):
        meeting = meeting_at(session(), "regionstyrelsen", date.fromisoformat(DAY))
        assert meeting is not None
        masks = masks_of(session(), meeting, Ruling.MASKED)
        expected = masked_protocol(session(), meeting, masks)
        session().expunge_all()
        show(session(), Sight(frozenset(), public_on=date(2026, 11, 22)))
        meeting = meeting_at(session(), "regionstyrelsen", date.fromisoformat(DAY))
        assert meeting is not None
        read = open_protocol_of(session(), meeting)
        show(session(), Sight(None, agenda=True))

    assert read == expected
    assert read.items


def test_who_has_signed_in_reads_the_record_as_it_is(desk: Desk) -> None:
    _mask(desk)

    with desk.visitor.client.get(f"{MEETING}.json") as answer:
        assert "[maskat]" not in answer.text
