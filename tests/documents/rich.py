"""A § with all that Markdown can hold in the minutes: figure, table, footnotes, lists, links."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from importlib.resources import files

from minutes.domain.record import Protocol
from minutes.domain.sections import Section, SectionKind
from tests.documents.made import small_protocol

PICTURE = (files("minutes.demonstration") / "pictures" / "inhyrd-personal.png").read_bytes()
CHECKSUM = hashlib.sha256(PICTURE).hexdigest()
TEXT = f"""\
### Utgångspunkter

Kostnaden har **halverats** på *två år*, se även www.example.org/rapport och
registrator@example.org.[^1]

![Kostnad per månad, fallande från 110 till 52 mnkr](bild/{CHECKSUM})

Bild 1: Kostnad för inhyrd personal

1. Avtalen ses över.
2. Bemanningen samordnas:
   - mellan sjukhusen i Sundevik, Kvarnlunda och Vedåker, som i dag bemannar var för sig och \
därför hyr in samtidigt
   - med länets kommuner
10. Uppföljningen sker i oktober.

| Yrkesgrupp | 2024 | 2025 |
| :--- | ---: | ---: |
| Sjuksköterskor | 312 | 148 |
| Läkare | 1 204 | 998 |
| *Summa* | 1 516 | 1 146 |

> Den som hyr in varaktigt har en tjänst att tillsätta.

Med \\*inhyrd\\* menas här all personal som inte är anställd.[^2]

[^1]: Uppgiften avser lönekostnad med sociala avgifter.
[^2]: Vikarier som är anställda räknas inte."""


def rich_protocol() -> Protocol:
    """The small protocol with that text in its debated §."""
    protocol = small_protocol()
    first, debated, last = protocol.items
    section = Section(SectionKind.BACKGROUND, "Ärendet", TEXT)
    sections = [section if s.heading == section.heading else s for s in debated.sections]
    return replace(protocol, items=(first, replace(debated, sections=tuple(sections)), last))
