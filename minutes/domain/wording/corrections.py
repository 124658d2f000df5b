"""Corrections in prose: what was mended, why, and who certified it when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from minutes.domain.corrections import Correction
from minutes.domain.sections import Section, SectionKind
from minutes.domain.wording.names import person

HEADING = "Rättelse bestyrks"


def correction_text(made: Correction) -> str:
    """What was mended, then the signers with their dates: two paragraphs."""
    anew = f" Beslutat på nytt: {made.decided_anew}." if made.decided_anew else ""
    mended = f"”{made.old}” har rättats till ”{made.new}”. {made.reason}{anew}".strip()
    signed = zip_longest(map(person, made.certified_by), made.certified_on, fillvalue="")
    return f"{mended}\n\n{', '.join(' '.join(part for part in one if part) for one in signed)}"


def _written(made: Correction) -> Section:
    return Section(SectionKind.CORRECTION, HEADING, correction_text(made))


def _place(made: Correction, sections: Sequence[Section]) -> int:
    """After which section a correction stands: its index, the last where it does not say."""
    of_kind = [n for n, one in enumerate(sections) if one.kind is made.stands_in]
    holding = [n for n in of_kind if made.old in sections[n].text]
    return next(iter([*holding, *reversed(of_kind), len(sections) - 1]))


def with_corrections(
    sections: Sequence[Section], corrections: Iterable[Correction]
) -> tuple[Section, ...]:
    """The sections of a §, each with its corrections below it.

    A correction that tells no new words was read from minutes whose text has it already.
    """
    found: dict[int, list[Section]] = {}
    for made in corrections:
        if made.new:
            found.setdefault(_place(made, sections), []).append(_written(made))
    above = found.pop(-1, [])
    placed = ((one, *found.get(n, ())) for n, one in enumerate(sections))
    return (*(one for ones in placed for one in ones), *above)
