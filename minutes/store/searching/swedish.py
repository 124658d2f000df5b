"""Words as they are compared: without their Swedish endings."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

from minutes.domain.searching import tokens_of

_SNOWBALL = snowballstemmer.stemmer("swedish")

_ENDINGS = {
    "ledamöternas": "ledamot", "ledamöterna": "ledamot", "ledamöter": "ledamot",
    "männen": "man", "män": "man", "mannen": "man",
    "städerna": "staden", "städer": "staden", "stad": "staden", "böckerna": "bok", "böcker": "bok",
    "protokollet": "protokoll", "sammanträdet": "sammanträde",
    "sammanträdena": "sammanträde", "landet": "land",
    "ärendet": "ärende", "endena": "ende", "andena": "ande",
    "programmets": "program", "programmens": "program", "programmet": "program",
    "programmen": "program", "museum": "museer", "museet": "museer",
    "jubileum": "jubileer", "jubileet": "jubileer", "ium": "ier", "iet": "ier",
    "strategin": "strategi", "policyn": "policy",
    "privat": "privata", "alt": "ala", "igt": "iga",
    "ambulans": "ambulanser", "konferens": "konferenser", "kompetens": "kompetenser",
    "instans": "instanser", "distans": "distanser", "balans": "balanser",
    "resurs": "resurser", "kurs": "kurser", "licens": "licenser",
}  # fmt: skip
"""How words end that Snowball takes for others, and what it is given instead; compounds too."""
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
_SHORTEST = 5


def _plainer(word: str) -> str:
    """The word in the form that Snowball knows best."""
    for ending, instead in _ENDINGS.items():
        if word.endswith(ending) and len(word) >= _SHORTEST:
            return word[: -len(ending)] + instead
    if word.endswith(_AN) and len(word) >= _SHORTEST and not word.endswith(_NOT_DEFINITE):
        return word[:-1]
    return word


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What all forms of a word share; a number is its own."""
    if not word.isalpha():
        return word
    plainer = _plainer(word)
    if plainer == word and word.endswith("s") and (bare := _plainer(word[:-1])) != word[:-1]:
        plainer = bare
    if plainer.removesuffix("s").endswith(_NAD):
        return plainer.removesuffix("s")
    found: str = _SNOWBALL.stemWord(plainer)
    return found


def stems_of(texts: Iterable[str]) -> list[str]:
    """The stems of texts, in their order."""
    return [stem(word) for text in texts for word in tokens_of(text)]
