"""Persons and party groups as running text names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from minutes.domain.persons import CHAIR, Person
from minutes.domain.wording.names import genitive
from minutes.importing.vocabulary import vocabulary

_WORD = r"[A-ZÅÄÖÉÈÜØÆÁÍÓÚĐĆČŠŽ][\w’'´.-]*"
_PARTICLE = r"(?:von|af|av|de|der|den|van|el|al|la|le|bin|ben|da|dos|di|du|och)"
NAME = rf"{_WORD}(?: (?:{_PARTICLE.replace('|och', '')} )*{_WORD}){{0,5}}"
_ABBREVIATION = r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}"
PARTY = rf"\((?P<party>{_ABBREVIATION}|-)\)"
_PERSON = re.compile(rf"(?P<name>{NAME}) ?{PARTY}")
_CHAIR = re.compile(r"\b[Oo]rdföranden?\b")
_CHAIR_AND = re.compile(r"^[Oo]rdföranden?(?:,| och| samt) ")
_JOINED = re.compile(r", | och | samt ")
_SHARED_PARTY = re.compile(
    rf"(?P<names>{NAME}(?:(?:, | och | samt ){NAME})+)"
    rf" \((?:alla|båda|bägge|samtliga|båda två) (?P<party>{_ABBREVIATION})\)"
)
_BARE_MARK = r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}[A-ZÅÄÖ]|[A-ZÅÄÖ])(?![\w:’'-])"
"""A party's mark without brackets: it ends with a capital, as a place's name does not."""
_MARK = re.compile(rf"\({_ABBREVIATION}\)|{_BARE_MARK}")
_A_MARK = rf"(?:{_MARK.pattern})"
_GROUP_MARK = re.compile(
    r"(?:\(?\b(?P<a>[A-ZÅÄÖ]{1,5})\)?(?:[-–]|:s )(?:ledam\w+|grupp\w*|representant\w*|region\w+))"
    r"|(?:[Ll]edam[oö]\w+|[Gg]rupp\w*|[Rr]epresentant\w*|[Pp]artigrupp\w*) (?:från|för|i) "
    rf"(?P<b>{_A_MARK}(?:, {_A_MARK})*(?: (?:och|samt) {_A_MARK})?)"
)


@lru_cache(maxsize=8192)
def bare_name(text: str) -> str:
    """The name without the title before it ("Ordföranden", "ledamoten")."""
    while True:
        match = vocabulary().titles.match(text)
        if match is None:
            return text
        text = text[match.end() :]


def spread(text: str) -> str:
    """The text with a party that is given for several ("A, B och C (alla S)") behind each."""

    def each(match: re.Match[str]) -> str:
        return _JOINED.sub(rf" ({match['party']})\\g<0>", match["names"]) + f" ({match['party']})"

    return _SHARED_PARTY.sub(each, text)


def persons(text: str) -> tuple[Person, ...]:
    """The persons named with their party, in order, each once."""
    return _in_order(_placed_persons(spread(text)))


def _in_order(placed: Iterable[tuple[int, Person]]) -> tuple[Person, ...]:
    """Each once, by the place where the text names it first."""
    return tuple(dict.fromkeys(person for _, person in sorted(placed, key=lambda p: p[0])))


def _placed_persons(text: str) -> Iterator[tuple[int, Person]]:
    for match in _PERSON.finditer(text):
        name = bare_name(re.sub(r"^(?:Och|Samt) ", "", match["name"]))
        if name and not _is_party(name):
            yield match.start(), Person(name, match["party"])


@lru_cache(maxsize=8192)
def _is_party(name: str) -> bool:
    return any(pattern.fullmatch(name) for _, pattern in vocabulary().parties)


def _blank(match: re.Match[str]) -> str:
    """Spaces for a person's name; a party with its mark behind it stays."""
    return match.group() if _is_party(match["name"]) else " " * len(match.group())


def _placed_groups(text: str) -> Iterator[tuple[int, Person]]:
    for match in _GROUP_MARK.finditer(text):
        marks = [match["a"]] if match["a"] else _MARK.findall(match["b"])
        yield from ((match.start(), Person(None, mark.strip("()"))) for mark in marks)
    outside = _PERSON.sub(_blank, text)
    for party, pattern in vocabulary().parties:
        if (named := pattern.search(outside)) is not None:
            yield named.start(), Person(None, party)


def groups(text: str) -> tuple[Person, ...]:
    """The party groups that act as one, in order, each once."""
    return _in_order(_placed_groups(text))


def persons_and_groups(text: str) -> tuple[Person, ...]:
    """Both, in the order in which the text names them, each once."""
    whole = spread(text)
    return _in_order([*_placed_persons(whole), *_placed_groups(whole)])


def actors(text: str) -> tuple[Person, ...]:
    """Who acts in a sentence's subject: persons, else the chair, else party groups."""
    if _CHAIR_AND.match(text):
        return (CHAIR, *persons(text))
    return persons(text) or ((CHAIR,) if _CHAIR.search(text) else groups(text))


def is_list_of_names(text: str) -> bool:
    """Whether the text holds persons and nothing but words that join them."""
    rest = _PERSON.sub("", text)
    return bool(persons(text)) and not re.search(r"[a-zåäö]{4,}", rest.replace("samt", ""))


class Known:
    """The names that a § has mentioned, to recognise a genitive or a bare name by."""

    def __init__(self, people: Iterable[Person]) -> None:
        names = dict.fromkeys(p.name for p in people if p.name and p != CHAIR)
        genitives = {genitive(name) for name in names if genitive(name) != name}
        longest_first = sorted(names.keys() - genitives, key=len, reverse=True)
        words = "|".join(map(re.escape, longest_first)) or "(?!)"
        self._names = re.compile(rf"(?<!\w)(?:{words})(?=(?::?s)?(?![\w’'´]|-\w))")

    def find(self, text: str) -> str | None:
        """The known name that the text mentions first, whether in the genitive or not."""
        found = self._names.search(text)
        return found.group() if found else None

    def placed(self, text: str) -> tuple[tuple[int, str], ...]:
        """The known names in the text, each with its place, in order."""
        return tuple((match.start(), match.group()) for match in self._names.finditer(text))
