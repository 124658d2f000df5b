"""What could not be read into data is kept as text, and listed with its line."""

from __future__ import annotations

from minutes.domain.record import Protocol
from minutes.importing.parse import parse
from minutes.importing.read import read_content
from tests.importing.written import HEAD, item, line_of, protocol

STRANGE = "Frågan om avgiften väckte livlig munterhet bland åhörarna på läktaren."


def _read(text: str) -> Protocol:
    return parse(read_content("protokoll.txt", text.encode())).protocol


def test_a_protocol_that_is_wholly_read_lists_nothing() -> None:
    assert _read(protocol()).unread == ()


def test_words_that_move_nothing_are_listed_with_their_line() -> None:
    text = protocol(item(12), item(13).replace("\nÄrendet\n", f"\n{STRANGE}\n\nÄrendet\n"))

    read = _read(text)

    assert [(u.line, u.text) for u in read.unread] == [(line_of(text, "Frågan"), STRANGE)]
    assert read.unread[0].reason == "Inget förslag känns igen i texten."
    assert any(STRANGE in section.text for section in read.items[1].sections)


def test_words_of_the_procedure_that_ask_nothing_are_listed() -> None:
    asked = f"\nBeslutsgång\n\n{STRANGE}\n\nÄrendet\n"
    text = protocol(item(12), item(13).replace("\nÄrendet\n", asked))

    read = _read(text)

    assert [(u.line, u.reason) for u in read.unread] == [
        (line_of(text, "Frågan"), "Ingen fråga eller omröstning känns igen i texten.")
    ]


def test_a_reservation_without_a_person_is_listed() -> None:
    text = protocol(item(12).replace("\nÄrendet\n", "\nReservation\n\nEn mot.\n\nÄrendet\n"))

    (unread,) = _read(text).unread

    assert (unread.line, unread.text) == (line_of(text, "En mot."), "En mot.")


def test_a_line_among_those_present_that_names_nobody_is_listed() -> None:
    text = protocol().replace("Li Öst (C)\n", "Li Öst (C)\nse även bilaga 1\n")

    (unread,) = _read(text).unread

    assert (unread.line, unread.text) == (line_of(text, "se även"), "se även bilaga 1")


def test_an_adjournment_on_the_front_page_is_listed() -> None:
    text = HEAD.replace("11.30\n", "11.30\nAjournering 10.05-10.20\n") + item(12) + item(13)

    (unread,) = _read(text).unread

    assert (unread.line, unread.reason) == (6, "Raden är varken plats eller tid.")


def test_what_stands_under_an_unknown_heading_is_kept() -> None:
    kept = item(13).replace("\nÄrendet\n", "\nUtblick mot grannlänen\n\nDe väntar.\n\nÄrendet\n")

    read = _read(protocol(item(12), kept))

    text = "\n".join(section.text for section in read.items[1].sections)
    assert "Utblick mot grannlänen" in text
    assert "De väntar." in text


FRONT = HEAD.replace(
    "Utses att justera\n",
    "Justeringen\n2026-03-18\n\nUtses att justera\n",
)
POSTED = (
    "Anslag/bevis\nJusteringen har tillkännagivits genom anslag.\nAnslaget tas ned 2026-04-09\n\n"
)


def test_what_no_field_of_the_front_page_takes_is_listed() -> None:
    text = FRONT + POSTED + item(12) + item(13)

    read = _read(text)

    assert str(read.adjusted_on) == "2026-03-18"
    assert [(u.line, u.text) for u in read.unread] == [
        (line_of(text, "tillkännagivits"), "Justeringen har tillkännagivits genom anslag."),
        (line_of(text, "tas ned"), "Anslaget tas ned 2026-04-09"),
    ]
    assert read.unread[0].reason == "Raden hör inte till något fält."


def test_the_list_of_contents_and_the_signatures_say_nothing_more() -> None:
    contents = "Innehåll\n§ 12 Avgifter för färdtjänst år 2012 .......... 3\n\n"
    signed = "Underskrifter\nOrdförande ..............\nEva Ek\n\n"

    assert _read(HEAD + signed + contents + item(12) + item(13)).unread == ()


def test_who_handled_a_matter_is_listed_with_its_line() -> None:
    text = protocol(item(12).replace("\nDnr 12-2026\n", "\nDnr 12-2026\nHandläggare: Ada Lund\n"))

    (unread,) = _read(text).unread

    assert (unread.line, unread.text) == (line_of(text, "Ada Lund"), "Handläggare: Ada Lund")


def test_marks_that_have_lost_their_rows_are_listed() -> None:
    asked = (
        "\nBeslutsgång\n\nOrdföranden ställer förslagen mot varandra och finner att det liggande "
        "förslaget bifalls.\n\nOmröstning begärs.\n\nOmröstningen utfaller med 2 ja-röster mot "
        "1 nej-röst.\n\nOmröstning\n\nEva Ek (S)\n\nBo Alm (M)\n\nX\n\nNej\n\nX\n\nÄrendet\n"
    )
    text = protocol(item(12).replace("\nÄrendet\n", asked))

    read = _read(text)

    assert read.items[0].votes[0].ballots == ()
    assert line_of(text, "X") in [u.line for u in read.unread]


def test_a_mark_of_a_list_that_stands_over_its_entry_opens_it() -> None:
    listed = "\nÄrendet\n\n•\n\nAvgiften höjs i hela regionen.\n\n•\n\nRabatten tas bort.\n"
    text = protocol(item(12).replace("\nÄrendet\n", listed))

    (told,) = [s.text for s in _read(text).items[0].sections if s.heading == "Ärendet"]

    assert told.startswith("- Avgiften höjs i hela regionen.\n- Rabatten tas bort.")
