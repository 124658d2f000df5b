"""Notes to the minutes: each statement with its author."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.domain.notes import Note, NoteKind
from minutes.domain.sections import SectionKind
from minutes.importing.names import actors, groups, persons
from minutes.importing.quotes import open_quotes, unquoted
from minutes.importing.section_lines import SectionLines
from minutes.importing.sentences import sentences

_SPEAKS = re.compile(
    r"\b(?:lämnar|lämnade|antecknar|anför|anförde|avger|avgav|anmäler|anmälde|önskar|lät anteckna"
    r"|får (?:till protokollet|följande)|inkommer|inkom|avser (?:att )?(?:inkomma|lämna)"
    r"|gjordes av|begär|tillfogar|meddelar|vill ha|vill till|ansluter sig|instämmer)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"^(?:Från|Av) (?P<who>[^:]{3,80}):\s*(?P<text>.*)$", re.S)
_HEADED = re.compile(
    r"^(?P<who>[^:.]{3,200}\([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}\)[^:.]{0,90}):\s*(?P<text>.*)$", re.S
)

_KINDS = (
    (re.compile(r"särskil", re.IGNORECASE), NoteKind.SEPARATE_STATEMENT),
    (re.compile(r"röstförklaring", re.IGNORECASE), NoteKind.EXPLANATION_OF_VOTE),
)
_ONLY_ASIDE = re.compile(
    r"^(?!.*\bjäv\b).*\bdeltar (?:inte|ej) i (?:beslut|handlägg|omröst)", re.IGNORECASE | re.S
)
"""Who stands aside says no more by it; a disqualification under the heading of a note is one."""
_STEPS_ASIDE = re.compile(r"\bjäv\b", re.IGNORECASE)
_ADJUSTED = re.compile(
    r"^(?:Paragrafen|Beslutet|Ärendet)\b.{0,30}\bomedelbart justera", re.IGNORECASE
)
_DISSENTS = re.compile(r"\breserver", re.IGNORECASE)
_ALSO = re.compile(r"\b(?:och|samt) (?:lämnar|avser|inkommer|anmäler)\b", re.IGNORECASE)
_MIXED = re.compile(r"yttrande|uttalande|anteckning", re.IGNORECASE)


def kind_of(heading: str) -> NoteKind:
    """The kind that a heading names."""
    return next((kind for pattern, kind in _KINDS if pattern.search(heading)), NoteKind.NOTE)


def _introduction(sentence: str) -> tuple[str, str] | None:
    """Author and first words, where the sentence begins a statement."""
    match = _OPENS.match(sentence) or _HEADED.match(sentence)
    if match is not None and actors(match["who"]):
        return match["who"], match["text"]
    speaks = _SPEAKS.search(sentence)
    if speaks is None or _ONLY_ASIDE.search(sentence):
        return None
    who = sentence[: speaks.start()] if speaks.start() > 2 else sentence
    if not (persons(who) or groups(who)):
        return None
    _, colon, text = sentence.partition(":")
    if _STEPS_ASIDE.search(sentence):
        return who, sentence
    return who, text.strip() if colon else ""


def _start(heading: str, who: str, text: str) -> Note:
    by = persons(who)
    group = None if by else next(iter(groups(who)), None)
    return Note(heading, by, group.party if group else None, text, kind_of(heading))


def _of_section(section: SectionLines) -> list[Note]:
    """The notes; a statement that is still being quoted cannot be another's beginning.

    One that is told in a single sentence, without words of its own, has that sentence for text.
    """
    found: list[Note] = []
    told: list[str] = []
    marks_agree = open_quotes(section.text) == 0
    for block in section.blocks:
        for index, sentence in enumerate(sentences(block.text)):
            quoted = marks_agree and bool(found) and open_quotes(found[-1].text) > 0
            begins = None if quoted else _introduction(sentence)
            if not quoted and index == 0 and _stands_alone(block.text, found):
                begins = "", sentence
            if begins is not None:
                found.append(_start(section.heading, *begins))
                told.append(sentence)
            elif found and not _ADJUSTED.match(sentence):
                gap = " " if index else "\n\n"
                found[-1] = replace(found[-1], text=(found[-1].text + gap + sentence).strip())
    return [replace(note, text=note.text or said) for note, said in zip(found, told, strict=True)]


def _stands_alone(text: str, found: Sequence[Note]) -> bool:
    """Whether a quotation is nobody's that is named: it follows no words that lead up to it."""
    return text.startswith("”") and (not found or found[-1].text.endswith("”"))


def _whole(section: SectionLines) -> list[Note]:
    """A section without a recognised author is one note all the same."""
    text = "\n\n".join(block.text for block in section.blocks)
    if not text.strip() or (_ONLY_ASIDE.search(text) and len(text) < 400):
        return []
    return [Note(section.heading, persons(text), None, text, kind_of(section.heading))]


def _of_mixed(section: SectionLines) -> list[Note]:
    """The statements in a section that holds reservations as well."""
    texts = [s for block in section.blocks for s in sentences(block.text)]
    speak = [s for s in texts if _MIXED.search(s) and (_ALSO.search(s) or not _DISSENTS.search(s))]
    begun = [b for s in speak if (b := _introduction(s)) is not None]
    return [_start("Särskilt yttrande", *b) for b in begun]


def read_notes(sections: Sequence[SectionLines]) -> tuple[Note, ...]:
    """The notes of a §, in order."""
    found: list[Note] = []
    for section in sections:
        if section.kind is SectionKind.NOTE:
            found += _of_section(section) or _whole(section)
        elif section.kind is SectionKind.RESERVATION and _MIXED.search(section.heading):
            found += _of_mixed(section)
    return tuple(replace(note, text=unquoted(note.text)) for note in found)
