"""Masking: words are taken out of a copy of the record, and the record itself keeps them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from minutes.domain.attendance import Role
from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.persons import Person
from minutes.domain.record import Item, Protocol
from minutes.domain.texts import require_readable

MARK = "[maskat]"
"""What stands in the place of words that were taken out."""

OFFICIALS = frozenset({Role.ATTENDEE, Role.SECRETARY})
LONGEST_WORDS = 500
_BETWEEN = r"[\s*_\\]+"
"""Between two words: a line may end there, or a part in bold begin."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mask:
    """Words to take out, everywhere in a § by its number, or in the whole protocol (None)."""

    words: str
    item: int | None = None


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """The words whatever their case, parted by any space, with the s of a genitive."""
    parts = [re.escape(part) for part in words.split()]
    return re.compile(rf"(?<!\w){_BETWEEN.join(parts)}s?(?!\w)", re.IGNORECASE)


def _spans(text: str, names: Collection[str]) -> list[tuple[int, int]]:
    return [found.span() for name in names for found in _pattern(name).finditer(text)]


def masked_words(text: str, words: Sequence[str], elected: Collection[str] = ()) -> str:
    """The text with those words replaced, but where they are part of an elected person's name."""
    held = _spans(text, elected)

    def replaced(found: re.Match[str]) -> str:
        start, end = found.span()
        is_name = any(s <= start and end <= e for s, e in held)
        return found.group() if is_name else MARK

    for one in sorted(words, key=len, reverse=True):
        told = _pattern(one).sub(replaced, text)
        held = held if told == text else _spans(told, elected)
        text = told
    return text


def _each(value: T, words: Sequence[str], elected: Collection[str]) -> T:
    """The value with the words taken out of every text in it."""
    found: Any = value
    if type(found) is str:
        found = masked_words(found, words, elected)
    elif isinstance(found, tuple):
        found = tuple(_each(one, words, elected) for one in found)
    elif dataclasses.is_dataclass(found) and not isinstance(found, type):
        parts = {f.name: getattr(found, f.name) for f in dataclasses.fields(found)}
        told = {name: _each(part, words, elected) for name, part in parts.items()}
        found = dataclasses.replace(found, **told) if told != parts else found
    return found  # type: ignore[no-any-return]  # of the type that it was


def _elected_in(protocol: Protocol) -> Iterator[Person]:
    yield from (one.person for one in protocol.attendance if one.role not in OFFICIALS)
    yield from protocol.adjusters


def elected_in(protocol: Protocol) -> frozenset[str]:
    """The names of the elected who were at the meeting: they are public by their office."""
    return frozenset(one.name for one in _elected_in(protocol) if one.name)


def words_for(masks: Sequence[Mask], item: int | None) -> tuple[str, ...]:
    """The words that are taken out of a §; of the rest of the protocol where there is none."""
    return tuple(dict.fromkeys(m.words for m in masks if m.item in {None, item}))


def _masked_item(item: Item, masks: Sequence[Mask], elected: Collection[str]) -> Item:
    return _each(item, words_for(masks, item.number), elected)


def masked(
    protocol: Protocol, masks: Sequence[Mask], elected: Collection[str] = frozenset()
) -> Protocol:
    """The record without the masked words, in prose and data alike.

    `elected` are further names that stay. What is taken out is gone: no field holds it.
    """
    kept = elected_in(protocol) | set(elected)
    items = tuple(_masked_item(item, masks, kept) for item in protocol.items)
    rest = _each(dataclasses.replace(protocol, items=()), words_for(masks, None), kept)
    return dataclasses.replace(rest, items=items, body=protocol.body)


def _plain(words: str) -> str:
    """Words as they are compared, without a party behind them."""
    return re.sub(r"\s*\([^)]*\)$", "", " ".join(words.split())).casefold()


def require_maskable(words: str, elected: Collection[str], parties: Collection[str] = ()) -> None:
    """Refuse no words at all, and names and parties of the elected.

    Raises RuleBroken.
    """
    require_readable(words, Phrase("Det som ska maskas"))
    if not any(sign.isalnum() for sign in words) or len(words) > LONGEST_WORDS:
        raise RuleBroken("Skriv de ord som ska maskas, högst {most} tecken.", most=LONGEST_WORDS)
    told = _plain(words)
    names = {_plain(name) for name in elected}
    if told in names | {name.split()[-1] for name in names if name}:
        raise RuleBroken(
            "{words} är en förtroendevald. Namn på förtroendevalda maskas inte.", words=words
        )
    if told in {party.casefold() for party in parties}:
        raise RuleBroken("{words} är ett parti. De förtroendevaldas partier maskas inte.",
                         words=words)  # fmt: skip
