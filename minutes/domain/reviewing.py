"""Reviewing: what a person has yet to rule on before a copy is published."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from minutes.domain.masking import Mask, masked
from minutes.domain.record import Protocol
from minutes.domain.scanning import Sighting, sightings


@dataclass(frozen=True, slots=True)
class Undecided:
    """What was found in a § by its number, or in the rest of the protocol (None)."""

    item: int | None
    sighting: Sighting


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a value of the record."""
    if type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_in(one)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts_in(getattr(value, field.name))


def _found(item: int | None, value: Any, stays: Collection[Mask]) -> Iterator[Undecided]:
    """What is found in a §, each words once however often they stand there."""
    ruled = {one.words for one in stays if one.item in {None, item}}
    for text in dict.fromkeys(texts_in(value)):
        for one in sightings(text):
            words = " ".join(one.words.split())
            if words not in ruled:
                ruled.add(words)
                yield Undecided(item, one)


def undecided(
    protocol: Protocol,
    masks: Sequence[Mask],
    stays: Collection[Mask],
    elected: Collection[str] = frozenset(),
) -> list[Undecided]:
    """What is found in the copy that the masks give, but for what somebody has said stays."""
    copy = masked(protocol, masks, elected)
    rest = dataclasses.replace(copy, items=(), document_id=None, edition=None)
    found = list(_found(None, rest, stays))
    for item in copy.items:
        found.extend(_found(item.number, dataclasses.replace(item, dnr=()), stays))
    return found
