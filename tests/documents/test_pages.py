"""How the pages look: headers, numbers, where a § begins, what stands together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.documents.letterhead import SAMPLE
from minutes.documents.protocol import protocol_sheet
from minutes.documents.render import lay_out
from minutes.documents.templates import environment
from minutes.domain.editions import Edition
from tests.documents.made import ADJUSTED, NOTICE, small_protocol, with_attendance
from tests.documents.reading import pages

RUNNING = ["PROTOKOLL", "Regionstyrelsen 4 mars 2026"]
FOOTER = ["DOKUMENT-ID", "RS-2026-03-04, version 2", "ORDFÖRANDE SIGN", "JUSTERARE SIGN"]


def test_every_page_has_its_header_number_and_footer(adjusted: Path) -> None:
    found = pages(adjusted)

    for number, page in enumerate(found, 1):
        assert page[:3] == [*RUNNING, f"Sida {number} ({len(found)})"]
        assert page[-4:] == FOOTER


def test_every_page_of_a_draft_bears_that_it_is_not_adjusted(draft: Path) -> None:
    assert all("EJ JUSTERAT" in page[:4] for page in pages(draft))


def test_no_page_of_adjusted_minutes_bears_it(adjusted: Path) -> None:
    assert not any("EJ JUSTERAT" in line for page in pages(adjusted) for line in page)


def test_every_paragraph_begins_on_a_page_of_its_own(adjusted: Path) -> None:
    firsts = [page[3] for page in pages(adjusted)]
    anywhere = [line for page in pages(adjusted) for line in page if line.startswith("§ 1")]

    assert [line for line in firsts if line.startswith("§ ")] == ["§ 17", "§ 18", "§ 19"]
    assert len(anywhere) == 6, "once in the list of items, once where it stands"


def test_the_list_of_items_tells_the_page_of_each(adjusted: Path) -> None:
    found = pages(adjusted)
    listed = next(page for page in found if page[3] == "Ärenden")
    stands_on = {page[3]: str(number) for number, page in enumerate(found, 1)}

    told = {line: listed[at + 2] for at, line in enumerate(listed) if line.startswith("§ ")}

    assert told == {paragraph: stands_on[paragraph] for paragraph in told}
    assert len(told) == 3


def _alone(number: int) -> str:
    """The HTML of one § with the protocol's style sheet and nothing else."""
    made = environment()
    item = next(i for i in small_protocol().items if i.number == number)
    styles = made.get_template("documents/protocol.css").render()
    paragraf = made.get_template("items/paragraf.html").module.paragraf(item, pictures="bild:")
    return f'<html lang="sv"><title>§</title><style>{styles}</style><body>{paragraf}</body></html>'


def test_a_paragraph_laid_out_alone_carries_no_page_number(adjusted: Path, tmp_path: Path) -> None:
    file = tmp_path / "alone.pdf"
    file.write_bytes(lay_out(_alone(18), "pdf/a-3a"))

    alone = pages(file)

    whole = [page for page in pages(adjusted) if page[3] in {"§ 18", alone[-1][0]}]
    assert alone == [page[3:-4] for page in whole]


@settings(max_examples=25)
@given(members=st.integers(1, 70), adjusters=st.integers(1, 4))
def test_the_signatures_never_stand_alone_on_their_page(
    tmp_path_factory: pytest.TempPathFactory, members: int, adjusters: int
) -> None:
    sheet = protocol_sheet(with_attendance(members, adjusters), ADJUSTED)
    file = tmp_path_factory.mktemp("front") / "front.pdf"
    file.write_bytes(lay_out(sheet.html, sheet.facts.variant))

    page = next(page for page in pages(file) if "Underskrifter" in page)

    at = page.index("Underskrifter")
    assert at > 0, "nothing of the meeting stands above the signatures"
    assert page[at:].count("Justerare") == min(members, adjusters)


def test_a_long_list_of_members_is_not_parted_by_a_line_or_two(assembly: Path) -> None:
    first, second = pages(assembly)[:2]

    members = [[x for x in page if x.startswith("Ledamot ")] for page in (first, second)]

    assert len(members[0]) >= 3
    assert len(members[1]) >= 3
    assert "Beslutande" in first


def test_the_sample_holds_every_character_of_a_page_number() -> None:
    assert set("Sida 1234567890 ()") == set(SAMPLE)


@pytest.mark.parametrize(
    ("edition", "words"),
    [
        pytest.param(ADJUSTED, "Justeringen har tillkännagivits", id="with its notice"),
        pytest.param(
            replace(ADJUSTED, notice=None), "Justeringen är ännu inte tillkännagiven", id="not yet"
        ),
        pytest.param(
            replace(ADJUSTED, notice=None, signatures=()),
            "När justeringen tillkännagavs framgår inte av det protokoll som har lästs in.",
            id="minutes from elsewhere",
        ),
        pytest.param(
            replace(ADJUSTED, notice=replace(NOTICE, removed_on=date(2026, 4, 9))),
            "Anslaget togs ned",
            id="the notice is down",
        ),
    ],
)
def test_the_proof_of_posting_tells_what_is_known(edition: Edition, words: str) -> None:
    html = protocol_sheet(small_protocol(), edition).html

    assert words in html
    assert ("Bo Alm (M) 2026-03-12" in html) is bool(edition.signatures)
    assert "Åsa Lind 2026" not in html
