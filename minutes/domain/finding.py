"""Finding a person by what somebody types in a hurry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from minutes.domain.errors import RuleBroken
from minutes.domain.persons import CHAIR, Person

_PARTY = re.compile(r"^(?P<name>.*?)\s*\((?P<party>[^()]+)\)\s*$")


def _words(name: str) -> list[str]:
    return re.split(r"[\s-]+", name.casefold())


def _matches(typed: str, someone: Person) -> bool:
    """Whether each typed word begins one of the name's, in order, or is the party."""
    rest = _words(someone.name or "")
    for word in _words(typed):
        if word == (someone.party or "").casefold():
            continue
        place = next((n for n, own in enumerate(rest) if own.startswith(word)), None)
        if place is None:
            return False
        rest = rest[place + 1 :]
    return True


def _exact(typed: str, candidates: Sequence[Person]) -> list[Person]:
    told = _PARTY.match(typed)
    name, party = (told["name"], told["party"]) if told else (typed, None)
    return [
        one
        for one in candidates
        if (one.name or "").casefold() == name.casefold() and (party is None or one.party == party)
    ]


def _named(someone: Person) -> str:
    return f"{someone.name} ({someone.party})" if someone.party else str(someone.name)


def find_person(typed: str, candidates: Iterable[Person]) -> Person:
    """The one among `candidates` whom the words mean: "ek", "eva e", "Eva Ek (S)", "ordf".

    Raises RuleBroken where they mean nobody, or more than one.
    """
    typed = " ".join(typed.split())
    people = [one for one in dict.fromkeys(candidates) if one.name]
    if len(typed) > 3 and "ordföranden".startswith(typed.casefold()):
        return CHAIR
    found = _exact(typed, people) or [one for one in people if _matches(typed, one)]
    if not typed or not found:
        raise RuleBroken("Ingen här heter ”{typed}”. Skriv en del av namnet.", typed=typed)
    if len(found) > 1:
        raise RuleBroken(
            "”{typed}” kan vara {names}. Skriv mer av namnet.",
            typed=typed,
            names=" eller ".join(_named(one) for one in found[:4]),
        )
    return found[0]


def find_people(
    typed: str, candidates: Iterable[Person], parties: Iterable[str] = ()
) -> tuple[Person, ...]:
    """Several persons, parted by commas; a party's mark alone means its group.

    Raises RuleBroken as `find_person` does.
    """
    people, groups = list(candidates), {party.casefold(): party for party in parties}
    found = []
    for part in filter(None, (one.strip() for one in re.split(r"[,;]| och ", typed))):
        group = groups.get(part.casefold())
        found.append(Person(None, group) if group else find_person(part, people))
    if not found:
        raise RuleBroken("Skriv vem det är: en del av namnet räcker.")
    return tuple(dict.fromkeys(found))
