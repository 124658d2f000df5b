"""Who stepped aside in a §: disqualified, or not taking part in the decision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from minutes.domain.disqualifications import Disqualification
from minutes.domain.persons import Person
from minutes.domain.sections import SectionKind
from minutes.importing.names import persons, persons_and_groups
from minutes.importing.section_lines import SectionLines
from minutes.importing.sentences import sentences

_GROUND = re.compile(r"\bjäv(?:ig|iga)?\b", re.IGNORECASE)
_ASIDE = re.compile(
    r"\b(?:deltar|deltog|delta|närvarar|närvarade|tjänstgör|tjänstgjorde) (?:varken|inte|ej)\b"
    r"|\bpå grund av jäv\b|\blämnar (?:rummet|lokalen|sammanträdet|salen)\b"
    r"|\b(?:anmäler|anmälde|anmält) (?:sig )?jäv\b",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:kommer att|avser att)\b|\bunder (?:§|paragraf) ?\d+", re.IGNORECASE)
_NOT_TAKING_PART = re.compile(
    r"\bdelt(?:ar|og) (?:inte|ej) i (?:beslut\w*|omröstning\w*)"
    r"|\bavst(?:år|od) från (?:att delta i )?beslut",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    r"\b(?:ersätts av|ersättare:?|tjänstgör i (?:stället|hans ställe|hennes ställe)|inträder)\b",
    re.I,
)
_BACKGROUND = {
    SectionKind.BACKGROUND,
    SectionKind.SUMMARY,
    SectionKind.EARLIER_HANDLING,
    SectionKind.DECISION_BASIS,
    SectionKind.ANNEXES,
    SectionKind.RECIPIENTS,
    SectionKind.INFORMATION,
}
_TOLD_IN = {SectionKind.BACKGROUND, SectionKind.SUMMARY, SectionKind.INFORMATION}
_NOW = re.compile(
    r"\b(?:på grund av|med anledning av|anmäler(?: sig)?) jäv\b(?!.*\b(?:nämnden|utskottet)\b)"
    r".*\b(?:deltar|lämnar)\b|\b(?:deltar|lämnar)\b.*\b(?:på grund av|med anledning av) jäv\b",
    re.IGNORECASE,
)
"""Who steps aside at this meeting, even where it is told among the background."""


_STATED_GROUND = re.compile(r"^Grund(?:en)? (?:för|till) jävet är (?P<ground>.+?)\.?$")
_STANDS_IN = re.compile(r"^I (?:stället|hans ställe|hennes ställe) (?:tjänstgör|inträder) ")
_CHAIRS = re.compile(r"^Sammanträdet leds under (?:§|paragrafen|ärendet)\S* ?\d* ?av ")


def _sentences(sections: Sequence[SectionLines]) -> Iterator[tuple[SectionKind, str]]:
    for section in sections:
        for sentence in (s for block in section.blocks for s in sentences(block.text)):
            told = section.kind in _TOLD_IN and bool(_NOW.search(sentence))
            if section.kind not in _BACKGROUND or told:
                yield section.kind, sentence


def _who(sentence: str) -> tuple[Person, ...]:
    """Those who step aside: named before the verb, and not those who come in."""
    aside = _ASIDE.search(sentence)
    head = sentence[: aside.start()] if aside and persons(sentence[: aside.start()]) else sentence
    return persons(_REPLACED.split(head, maxsplit=1)[0])


def _told(sentence: str) -> dict[str, Any]:
    """What a sentence adds about those named before it: ground, who serves, who chairs."""
    if match := _STATED_GROUND.match(sentence):
        return {"ground": match["ground"]}
    for words, key in ((_STANDS_IN, "replaced_by"), (_CHAIRS, "chaired_by")):
        if words.match(sentence) and (who := persons(words.sub("", sentence))):
            return {key: who[0]}
    return {}


def read_disqualified(sections: Sequence[SectionLines]) -> tuple[Disqualification, ...]:
    """Those disqualified in this §; who announces it for another § does not count."""
    found: dict[Person, Disqualification] = {}
    latest: tuple[Person, ...] = ()
    for kind, sentence in _sentences(sections):
        named = kind is SectionKind.DISQUALIFICATION or _GROUND.search(sentence)
        if told := _told(sentence) if kind is SectionKind.DISQUALIFICATION else {}:
            found.update((p, replace(found[p], **told)) for p in latest)
        elif named and _ASIDE.search(sentence) and not _LATER.search(sentence):
            latest = _who(sentence)
            for p in latest:
                found.setdefault(p, Disqualification(p.name or "", p.party))
    return tuple(found.values())


def read_stands_aside(sections: Sequence[SectionLines]) -> tuple[Person, ...]:
    """Those who do not take part in the decision without being disqualified."""
    found: dict[Person, None] = {}
    for _, sentence in _sentences(sections):
        match = _NOT_TAKING_PART.search(sentence)
        if match is not None and not _GROUND.search(sentence):
            found.update(dict.fromkeys(persons_and_groups(sentence[: match.start()])))
    return tuple(found)
