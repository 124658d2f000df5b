"""Who acts in the minutes: a person or a party group, named as on that day."""

from __future__ import annotations

import re
from dataclasses import dataclass

PARTY = re.compile(r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}|-")
"""A party's abbreviation as minutes print it; a dash is an independent."""

NATIONAL_PARTIES = {
    "C": "Centerpartiet",
    "KD": "Kristdemokraterna",
    "L": "Liberalerna",
    "M": "Moderaterna",
    "MP": "Miljöpartiet de gröna",
    "S": "Socialdemokraterna",
    "SD": "Sverigedemokraterna",
    "V": "Vänsterpartiet",
}
"""The parties of the Riksdag."""

REGIONAL_PARTIES = {
    "D": "Demokraterna",
    "FI": "Feministiskt initiativ",
    "FP": "Folkpartiet liberalerna",
    "MED": "Medborgerlig samling",
    "NS": "Norrbottens sjukvårdsparti",
    "SIV": "Sjukvårdspartiet i Värmland",
    "SJVP": "Sjukvårdspartiet",
    "SPI": "Sveriges pensionärers intresseparti",
}
"""Parties that sit or sat in regional assemblies without sitting in the Riksdag."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person with the party of that day.

    A party group that acts as one has no name. The acting chair who moves something of
    their own stands as `CHAIR`, as the minutes write it.
    """

    name: str | None
    party: str | None = None

    @property
    def is_group(self) -> bool:
        """True for a party group."""
        return self.name is None


CHAIR = Person("Ordföranden")


_ALPHABET = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "é": "e", "ü": "y"})
"""Å, Ä and Ö are letters of their own after Z; the signs are those that follow "z" in Unicode."""


def by_surname(name: str) -> tuple[str, str]:
    """The key that sorts names as a Swedish register has them: surname, then the rest.

    The last word is the surname: "von" and "de" before it do not count.
    """
    first, _, surname = name.casefold().translate(_ALPHABET).rpartition(" ")
    return surname, first
