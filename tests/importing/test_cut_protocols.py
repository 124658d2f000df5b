"""A protocol that was cut is told by what the rest of it shows; a whole one is left in peace."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minutes.importing.parse import Reading, parse
from minutes.importing.problems import Refused
from minutes.importing.read import read_content
from tests.importing.written import HEAD, item, line_of, protocol

_VOTE = """Ordföranden ställer förslagen mot varandra och finner att förslaget avslås.
Omröstning begärs.

"""


def _read(text: str) -> Reading:
    return parse(read_content("protokoll.txt", text.encode()))


def _long(number: int) -> str:
    """A § as many houses have it, with those it is sent to at its end."""
    return f"{item(number)}Skickas till\n\nRegiondirektör\n\n"


def _told(text: str) -> str:
    (problem,) = _read(text).problems

    assert problem.is_cut
    return problem.sentence


LONG = protocol(*(_long(number) for number in range(12, 21)))


def _before(words: str) -> Callable[[str], str]:
    return lambda text: text[: text.rindex(words)]


CUTS = (
    pytest.param(
        _before("Skickas till"),
        "§ 20 slutar med ett avsnitt (Ärendet) som i alla andra §§ följs av mer",
        id="before its last section",
    ),
    pytest.param(
        _before("Ärendets behandling"),
        "§ 20 slutar med ett avsnitt (Regionstyrelsens beslut) som i alla andra §§",
        id="after its decision",
    ),
    pytest.param(
        _before("direktör"), "den sista raden (”Region”) är avbruten", id="within a recipient"
    ),
    pytest.param(_before("Regionstyrelsens beslut"), "§ 20 har ingen text", id="under its title"),
    pytest.param(
        lambda text: f"{text}§ 21 Resepol", "§ 21 är bara påbörjad", id="within its number"
    ),
    pytest.param(
        lambda text: text[: text.rindex("Bo Alm (M) föreslår")] + _VOTE,
        "§ 20 slutar där en omröstning begärs, utfallet saknas",
        id="before the votes are counted",
    ),
)


@pytest.mark.parametrize(("cut", "how"), CUTS)
def test_the_other_paragraphs_show_what_the_last_one_lacks(
    cut: Callable[[str], str], how: str
) -> None:
    assert _read(LONG).problems == ()

    assert any(how in problem.sentence for problem in _read(cut(LONG)).problems)


def test_each_whole_beginning_of_a_protocol_is_left_in_peace() -> None:
    items = [_long(number) if number % 3 else item(number) for number in range(12, 24)]

    for count in range(2, len(items)):
        assert _read(protocol(*items[:count])).problems == ()


def test_a_cut_within_a_letter_is_no_other_encoding() -> None:
    content = f"{protocol()}å".encode()

    with pytest.raises(Refused, match="avhuggen mitt i ett tecken"):
        read_content("a.txt", content[:-1])


def _numbered(pages: list[int], of: int, parting: str = "\f") -> str:
    """A protocol with those pages of so many, as printed at their heads."""
    number = {page: 12 + place for place, page in enumerate(pages)}
    printed = [f"Sida {page} ({of})\n{item(number[page])}" for page in pages]
    return HEAD + parting.join(printed)


def test_pages_gone_from_the_middle_are_named_with_the_line_after_them() -> None:
    text = _numbered([1, 2, 3, 7, 8, 9], of=9)

    (problem,) = _read(text).problems

    assert problem.sentence == (
        "Protokollet har ett hål: sidorna 4–6 saknas enligt sidnumren. Hämta hela filen."
    )
    assert problem.line == line_of(text.replace("\f", ""), "Sida 7 (9)")


@pytest.mark.parametrize("parting", ["\f", "\n"], ids=["paged", "running on"])
def test_the_pages_of_a_whole_protocol_are_not_held_against_it(parting: str) -> None:
    reading = _read(_numbered([1, 2, 3, 4, 5, 6], 6, parting))

    assert (reading.problems, reading.doubt) == ((), None)


def test_numbers_of_some_pages_only_say_nothing_where_page_breaks_are_lost() -> None:
    assert _read(_numbered([13, 14, 30, 31, 33], 80, "\n")).problems == ()


def test_pages_that_go_on_are_missed_though_their_breaks_are_lost() -> None:
    assert "sidorna är numrerade till 9, den sista som finns är 4" in _told(
        _numbered([1, 2, 3, 4], 9, "\n")
    )


def test_a_front_page_tells_of_paragraphs_before_the_first() -> None:
    text = protocol(item(14), item(15)).replace("Utses att", "Paragrafer\n12–15\n\nUtses att")

    assert "framsidan anger §§ från och med 12, texten börjar med § 14" in _told(text)


def test_those_present_tell_of_paragraphs_after_the_last() -> None:
    text = protocol().replace("Li Öst (C)", "Li Öst (C), §§ 12–19")

    assert "närvarolistan anger §§ till och med 19, texten slutar med § 14" in _told(text)


def test_a_list_of_items_tells_of_paragraphs_after_the_last() -> None:
    listed = "".join(f"§ {number} Avgifter\n" for number in range(12, 18))

    assert "ärendelistan anger §§ till och med 17" in _told(
        protocol(f"Ärendelista\n{listed}\n", item(12), item(13), item(14))
    )


def test_the_end_of_a_paragraph_before_the_first_is_told() -> None:
    text = protocol(item(12), item(13), item(14))

    assert "före § 13 står slutet på en paragraf som saknar sin början" in _told(
        text[text.index("Regionstyrelsens beslut") :]
    )


DOUBTS = (
    pytest.param(protocol(), "är § 14 den sista?", id="nothing tells the end"),
    pytest.param(
        "".join(map(item, (12, 13))), "försättsbladet saknas (är § 12 den första?)", id="no front"
    ),
)


@pytest.mark.parametrize(("text", "doubt"), DOUBTS)
def test_a_file_that_may_be_whole_is_read_with_a_doubt(text: str, doubt: str) -> None:
    reading = _read(text)

    assert reading.problems == ()
    assert (reading.doubt or "").startswith("Det går inte att se av filen att den är hel: ")
    assert doubt in (reading.doubt or "")


SURE = (
    pytest.param(
        protocol().replace("Utses att", "Paragrafer\n12–14\n\nUtses att"), id="§§ on the front page"
    ),
    pytest.param(f"{protocol()}Vid protokollet\n\nEva Ek\n", id="signatures"),
    pytest.param(f"{protocol()}Ordföranden avslutar sammanträdet.\n", id="the meeting closed"),
)


@pytest.mark.parametrize("text", SURE)
def test_a_file_that_shows_its_end_is_read_without_doubt(text: str) -> None:
    reading = _read(text)

    assert (reading.problems, reading.doubt) == ((), None)
