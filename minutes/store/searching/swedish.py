"""Words as they are compared: without their Swedish endings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

from minutes.domain.searching import tokens_of

_SNOWBALL = snowballstemmer.stemmer("swedish")

_VOWELS = {
    "bokstäver": "bokstav", "bröder": "broder", "bönder": "bonde", "böcker": "bok",
    "döttrar": "dotter", "fäder": "fader", "fötter": "fot", "händer": "hand",
    "krafter": "kraft", "ledamöter": "ledamot", "länder": "land", "mödrar": "moder",
    "nätter": "natt", "ränder": "rand", "rötter": "rot", "städer": "staden",
    "stränder": "strand", "söner": "son", "tänder": "tand",
}  # fmt: skip
"""Plurals that have another vowel, and the singular that Snowball knows; compounds too."""
_ENDINGS = {
    **_VOWELS, **{f"{plural}na": singular for plural, singular in _VOWELS.items()},
    "männen": "man", "män": "man", "mannen": "man", "stad": "staden", "dottern": "dotter",
    "protokollet": "protokoll", "sammanträdet": "sammanträde",
    "sammanträdena": "sammanträde", "landet": "land",
    "ärendet": "ärende", "endena": "ende", "andena": "ande",
    "strategin": "strategi", "policyn": "policy",
    "ium": "ier", "iet": "ier", "eum": "eer", "eet": "eer",
    "centrum": "centra", "centret": "centra", "center": "centra",
    "mmet": "m", "mmen": "m", "mmar": "m", "medlen": "medel", "medlet": "medel",
    "privat": "privata", "alt": "ala", "igt": "iga", "säker": "säkra", "säkert": "säkra",
    "ambulans": "ambulanser", "konferens": "konferenser", "kompetens": "kompetenser",
    "instans": "instanser", "distans": "distanser", "balans": "balanser",
    "resurs": "resurser", "kurs": "kurser", "licens": "licenser",
    "plats": "platser", "sats": "satser", "mat": "maten", "bad": "badet",
}  # fmt: skip
"""How words end that Snowball takes for others, and what it is given instead; compounds too."""
_HET = re.compile(r"(...+het)(?:en|er|erna)?s?")
_DOUBLE = ("tt", "gd")
"""Snowball takes the last of them from long words only, and a compound is longer than its parts."""
_NAD = "nad"
_AN = "an"
_NOT_DEFINITE = (
    "plan",
    "organ",
    "man",
    "gran",
    "kran",
    "mellan",
    "sedan",
    "innan",
    "utan",
    "redan",
)
WORDS_OF_THEIR_OWN = (
    "rapport", "transport", "export", "import", "support", "avtal", "digital", "kapital", "antal",
    "samtal", "total", "hospital", "anslag", "förslag", "bolag", "beslag", "avslag", "inslag",
    "utslag", "underlag", "alarm", "klimat", "format", "automat", "diplomat", "centrum", "spektrum",
    "person", "mobil", "stabil", "ungdom", "sjukdom", "egendom", "fördom", "kultur", "natur",
    "struktur", "faktur", "orsak", "företag", "undantag", "deltag", "medel", "handel", "andel",
    "festival", "universal", "roman", "tillstånd",
)  # fmt: skip
"""Stems that end with a short word, and are no compounds of it; nor is what ends with them."""
_SHORTEST = 5
_BARE = 3


def _plainer(word: str) -> str:
    """The word in the form that Snowball knows best."""
    for ending, instead in _ENDINGS.items():
        if word.endswith(ending) and (len(word) >= _SHORTEST or word == ending):
            return word[: -len(ending)] + instead
    if word.endswith(_AN) and len(word) >= _SHORTEST and not word.endswith(_NOT_DEFINITE):
        return word[:-1]
    return word


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What all forms of a word share; a number is its own."""
    if not word.isalpha():
        return word
    if found := _HET.fullmatch(word):
        return found[1]
    plainer = _plainer(word)
    if plainer == word and word.endswith("s") and (bare := _plainer(word[:-1])) != word[:-1]:
        plainer = bare
    if plainer.removesuffix("s").endswith(_NAD):
        return plainer.removesuffix("s")
    told: str = _SNOWBALL.stemWord(plainer)
    return told[:-1] if len(told) > _BARE and told.endswith(_DOUBLE) else told


def stems_of(texts: Iterable[str]) -> list[str]:
    """The stems of texts, in their order."""
    return [stem(word) for text in texts for word in tokens_of(text)]
