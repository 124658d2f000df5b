"""Ways of writing that houses differ in, each read as the same."""

import pytest

from minutes.domain.record import Item
from minutes.importing.lines import Source
from minutes.importing.parse import parse_lines
from minutes.importing.text_lines import read_text


def _read(text: str) -> Item:
    lines = read_text(f"PROTOKOLL\nKommunstyrelsen 2026-03-04\n\n{text}\n".encode())
    [item] = parse_lines(Source("prov.txt", lines)).protocol.items
    return item


@pytest.mark.parametrize(
    ("head", "dnr"),
    [
        pytest.param("§ 12\nSkolskjuts i Norrbygd        KS 2026/114", "KS 2026/114", id="beside"),
        pytest.param("§ 12 Skolskjuts i Norrbygd (26ABC114)", "26ABC114", id="in brackets"),
    ],
)
def test_a_reference_number_at_the_end_of_a_title_is_no_part_of_it(head: str, dnr: str) -> None:
    item = _read(f"{head}\n\nBeslut\nKommunstyrelsen beslutar att anta planen.")

    assert (item.title, item.dnr) == ("Skolskjuts i Norrbygd", (dnr,))


def test_a_date_after_the_word_motion_is_not_its_number() -> None:
    item = _read(
        "§ 12 Svar på motion om skolskjuts\nDnr KS 2026/114\n\nBeslut\n"
        "Motionen anses besvarad.\n\nBeslutsunderlag\nMotion 2026-01-14"
    )

    assert item.motion is not None
    assert item.motion.number is None


def test_what_an_earlier_body_decided_is_told_under_a_heading_of_its_own() -> None:
    item = _read(
        "§ 12 Detaljplan för Norrbygd\nDnr KS 2026/114\n\nBeslut\n1. Detaljplanen antas.\n\n"
        "Ärende\nByggnadsnämnden beslutade i januari 2026, § 3\n1. att godkänna planförslaget\n"
        "2. att överlämna det till kommunstyrelsen."
    )

    assert item.decision is not None
    assert [point.text for point in item.decision.points] == ["Detaljplanen antas."]


def test_that_a_paragraph_is_adjusted_is_no_recipient() -> None:
    item = _read(
        "§ 12 Skolskjuts i Norrbygd\nDnr KS 2026/114\n\nBeslut\n"
        "Kommunstyrelsen beslutar att anta planen.\n\nExpedieras till\nSkolchefen\n\n"
        "Paragrafen är justerad"
    )

    assert item.recipients == ("Skolchefen",)
