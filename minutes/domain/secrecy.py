"""Secrecy: on what legal ground a § stands in a protocol of its own."""

from __future__ import annotations

from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.texts import require_line

GROUNDS = {
    "OSL 15 kap. 2 §": "försvar",
    "OSL 18 kap. 8 §": "säkerhetsåtgärder",
    "OSL 18 kap. 13 §": "risk- och sårbarhetsanalyser",
    "OSL 19 kap. 1 §": "affärsverksamhet",
    "OSL 19 kap. 3 §": "upphandling",
    "OSL 19 kap. 9 §": "rättstvister",
    "OSL 21 kap. 1 §": "hälsa och sexualliv",
    "OSL 21 kap. 3 §": "förföljda personer",
    "OSL 25 kap. 1 §": "hälso- och sjukvård",
    "OSL 26 kap. 1 §": "socialtjänst",
    "OSL 31 kap. 16 §": "enskildas affärsförbindelser",
    "OSL 39 kap. 2 §": "personaladministration",
}
"""Grounds that minutes often have, by their section of offentlighets- och sekretesslagen
(2009:400), and what each protects; others can be written."""

LONGEST_GROUND = 100


def require_ground(ground: str) -> None:
    """Refuse what is not a section of a statute: the ground is printed for everybody to read.

    Raises RuleBroken.
    """
    require_line(ground, Phrase("Lagrummet"), LONGEST_GROUND)
    if "§" not in ground or not any(sign.isdecimal() for sign in ground):
        raise RuleBroken(
            "Skriv lagrummet med paragraf, som OSL 21 kap. 1 §. "
            "Det står i det öppna protokollet: skriv inget där om saken."
        )
