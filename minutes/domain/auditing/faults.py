"""What a rule says when it is broken, and how rules become findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol, TypeVar

from minutes.domain.findings import Finding, Place, Weight

Subject_contra = TypeVar("Subject_contra", contravariant=True)


class Fault(NamedTuple):
    """A broken rule: the template of its sentence, and what stands in it."""

    weight: Weight
    sentence: str
    place: Place
    values: Mapping[str, object]


class Rule(Protocol[Subject_contra]):
    """A rule of the audit; its name says what holds where it finds nothing."""

    __name__: str

    def __call__(self, subject: Subject_contra, /) -> Iterable[Fault]:
        """What breaks the rule."""


def gap(sentence: str, place: Place, **values: object) -> Fault:
    """A fault that the law does not allow."""
    return Fault(Weight.GAP, sentence, place, values)


def hint(sentence: str, place: Place, **values: object) -> Fault:
    """A fault to think of, which no law names."""
    return Fault(Weight.HINT, sentence, place, values)


def findings(
    rules: Iterable[Rule[Subject_contra]], subject: Subject_contra, number: int | None
) -> Iterator[Finding]:
    """What all the rules find in a subject; `number` is its §."""
    for rule in rules:
        for one in rule(subject):
            yield Finding(one.weight, rule.__name__, one.sentence, one.place, number, one.values)
