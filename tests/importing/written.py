"""A small protocol of an invented board, as text, to be spoilt in the ways that files are."""

from __future__ import annotations

from minutes.domain.record import Item, Protocol
from minutes.importing.parse import parse
from minutes.importing.read import read_content

HEAD = """Regionstyrelsen
2026-03-11

Plats och tid
Regionhuset, kl. 09.00–11.30

Beslutande
Eva Ek (S), ordförande
Bo Alm (M)
Li Öst (C)

Utses att justera
Bo Alm (M)

"""


def item(number: int, mover: str = "Bo Alm (M)") -> str:
    """One § with a proposal and a decision; it always takes the same number of lines."""
    return f"""§ {number}

Avgifter för färdtjänst år {2000 + number}

Dnr {number}-2026

Regionstyrelsens beslut

Regionstyrelsen beslutar att höja avgiften för färdtjänst.

Ärendets behandling under sammanträdet

{mover} föreslår avslå det liggande förslaget.

Ärendet

Kostnaderna för färdtjänsten har ökat med åtta procent sedan förra året.

"""


def protocol(*items: str) -> str:
    """The front page and the items; three numbered 12 to 14 where none are given."""
    return HEAD + "".join(items or (item(12), item(13), item(14)))


def line_of(text: str, words: str, occurrence: int = 1) -> int:
    """The number of the line on which the words stand, as an editor counts."""
    found = [n for n, line in enumerate(text.split("\n"), 1) if words in line]
    return found[occurrence - 1]


def read_protocol(text: str) -> Protocol:
    """The record that a text is read as."""
    return parse(read_content("protokoll.txt", text.encode())).protocol


def read_sections(sections: str, title: str = "Avgifter för färdtjänst") -> Item:
    """A § of a deciding board as it is read with these sections behind its decision."""
    text = (
        f"{HEAD}§ 12\n\n{title}\n\nDnr 12-2026\n\nRegionstyrelsens beslut\n\n"
        f"Regionstyrelsen beslutar att höja avgiften.\n\n{sections}\n"
    )
    [found] = read_protocol(text).items
    return found
