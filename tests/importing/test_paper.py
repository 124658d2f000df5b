"""What a PDF's pages tell beside their words: weight, places, distances."""

from __future__ import annotations

from collections.abc import Sequence

from minutes.domain.record import Item
from minutes.importing.parse import parse
from minutes.importing.read import read_content
from tests.importing.paper import HEAD, LEFT, Row, Word, cells, flow, printed

DECIDED = ("", "**Regionstyrelsens beslut**", "", "Regionstyrelsen beslutar att hyra lokalerna.")
PROSE = "Kliniken i Norrhamn har vuxit ur sina lokaler och delar väntrum."
FULL = "Kliniken i Norrhamn har vuxit ur sina lokaler och delar väntrum och"
AT = (LEFT, -300.0, -400.0)


def _items(*pages: Sequence[Row]) -> tuple[Item, ...]:
    content = printed(*(tuple(flow(*rows)) for rows in pages))
    return parse(read_content("protokoll.pdf", content)).protocol.items


def _text(*pages: Sequence[Row]) -> str:
    """The text of a section that is laid out so, in a § of its own."""
    whole = [list(rows) for rows in pages]
    whole[0][:0], whole[-1][len(whole[-1]) :] = HEAD, DECIDED
    (item,) = _items(*whole)
    return item.sections[0].text


def test_a_bold_line_above_a_list_is_a_sub_heading() -> None:
    text = _text((PROSE, "", "**Ordföranden**", "", "• Avtal om städning"))

    assert text == f"{PROSE}\n\n### Ordföranden\n\n- Avtal om städning"


def test_a_bold_line_does_not_run_into_the_paragraph_under_it() -> None:
    text = _text((PROSE, "", "**Hyra och flytt**", "hyran stiger med fyra procent."))

    assert text == f"{PROSE}\n\n### Hyra och flytt\n\nhyran stiger med fyra procent."


def test_letters_without_stems_do_not_part_two_lines() -> None:
    text = _text(("Kliniken i Norrhamn stängs dagtid under", "sommaren."))

    assert text == "Kliniken i Norrhamn stängs dagtid under sommaren."


def test_a_list_of_names_goes_on_over_the_foot_of_a_page() -> None:
    text = _text(
        ("Ja röstar Eva Ek (S), Bo Alm (M), Li Öst (C), Ulla Vik (V), Tommy",), ("Bladh (SD).",)
    )

    assert text.endswith("Ulla Vik (V), Tommy Bladh (SD).")


def test_whatever_stands_under_a_cell_belongs_to_it_where_gaps_part_the_rows() -> None:
    at = (LEFT, 220.0)
    rows = (
        cells("Från", "Om", at=at, bold=True), "",
        cells("Patientnämnden i", "Årsrapport", at=at), cells("Norrhamn", at=at[:1]), "",
        cells("Länsstyrelsen", "Tillsyn av", at=at), cells("", "Norrhamn", at=at), "",
    )  # fmt: skip

    assert _text(rows).split("\n") == [
        "| Från | Om |",
        "| --- | --- |",
        "| Patientnämnden i Norrhamn | Årsrapport |",
        "| Länsstyrelsen | Tillsyn av Norrhamn |",
    ]


def test_figures_that_end_at_one_place_stand_to_the_right() -> None:
    rows = (cells("Mnkr", "Utfall", "Budget", at=AT), cells("Hyra", "1 204", "980", at=AT))

    assert _text(rows).split("\n")[1] == "| --- | ---: | ---: |"


def test_a_header_that_is_repeated_on_the_next_page_is_one() -> None:
    head = cells("Mnkr", "Utfall", "Budget", at=AT, bold=True)
    text = _text(
        (head, cells("Hyra", "12", "11", at=AT)), (head, cells("Städning", "3", "4", at=AT))
    )

    assert text.count("Mnkr") == 1
    assert text.split("\n")[2:] == ["| Hyra | 12 | 11 |", "| Städning | 3 | 4 |"]


def test_a_raised_mark_and_the_entry_under_the_text_are_a_footnote() -> None:
    marked = (Word(LEFT, 0, "Hyran är 4 mnkr"), Word(LEFT + 90, 4, "[1]", size=6.5))
    text = _text((marked, "", "1. I 2026 års priser."))

    assert text == "Hyran är 4 mnkr[^1]\n\n[^1]: I 2026 års priser."


def test_a_number_in_brackets_without_an_entry_is_no_footnote() -> None:
    assert _text(("Se yttrandet[2] i ärendet.", "", "1. Norrhamn")).startswith("Se yttrandet[2]")


def _page(number: int, *rows: Row) -> tuple[Row, ...]:
    head = ("Region Norrhamn", "Protokoll 4 mars 2027", "")
    return (*head, f"§ {number}", "", "Lokaler", "", *DECIDED[1:], "", *rows)


def test_a_recipient_that_recurs_is_not_taken_for_the_head_of_the_page() -> None:
    sent = ("**Skickas till**", "", "Regionstyrelsen", "", "Ekonomichefen")
    pages = [_page(n, *([PROSE] * (n % 3)), "", *sent) for n in range(7, 11)]

    items = _items(*pages)

    assert [item.recipients for item in items] == [("Regionstyrelsen", "Ekonomichefen")] * 4
    assert "Norrhamn 4" not in str(items)


def test_in_a_text_a_recipient_that_recurs_is_not_taken_for_the_head_of_the_page() -> None:
    parts = ("Region Norrhamn", "§ {}", "Lokaler", "Regionstyrelsens beslut", "{}", "Skickas till")
    one = "\n\n".join(parts) + "\nRevisorn\n"
    text = "\f".join(one.format(n, DECIDED[-1]) for n in range(7, 11))

    items = parse(read_content("protokoll.txt", text.encode())).protocol.items

    assert [item.recipients for item in items] == [("Revisorn",)] * 4


def test_a_sentence_ended_at_the_foot_goes_on_where_the_next_page_begins_at_the_top() -> None:
    """Where a page begins in the middle of a sentence, its first line stands at the very top."""
    ended = "Kliniken i Norrhamn har vuxit ur sina lokaler och väntrummet delas."
    long = "Verksamhetsutvecklingen beskrivs i bilagan."
    eighth = ("§ 8", *HEAD[1:])
    pages = ((*HEAD, FULL), ("kön.", *DECIDED), (*eighth, ended), (long, *DECIDED))

    (_, item) = _items(*pages)

    assert item.sections[0].text == f"{ended} {long}"


def test_a_full_stop_in_a_run_of_its_own_ends_its_line() -> None:
    entry = (Word(LEFT, 3, "•", size=4), Word(LEFT + 12, 0, "Avtal"), Word(LEFT + 42, 0, "."))

    assert _text((PROSE, "", entry)) == f"{PROSE}\n\n- Avtal."
