"""Whether the last § lacks what the others of the same protocol show to belong there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes.domain.record import Item
from minutes.domain.sections import Section, SectionKind

_MAY_CLOSE = {
    SectionKind.RECIPIENTS,
    SectionKind.ANNEXES,
    SectionKind.DECISION_BASIS,
    SectionKind.REFERENCES,
    SectionKind.CORRECTION,
    SectionKind.INFORMATION,
    SectionKind.RESERVATION,
    SectionKind.NOTE,
    SectionKind.STANDS_ASIDE,
    SectionKind.DISQUALIFICATION,
    SectionKind.OTHER,
}
"""Sections that a § may well end with, even where no other one of the protocol does."""
_ENOUGH, _ENOUGH_DECISIONS = 6, 8
"""How many §§ must go on after a section of a kind before one that does not is held unfinished.

Tried on whole protocols cut after each of their §§ in turn: with 6 none was held unfinished, with
4 one in seventy. A decision alone is a whole § oftener than other sections are.
"""
_PUT_ASIDE = re.compile(
    r"handlingarna|anteckna|notera|tagit del|redovis|anmäl|inform|avsluta|tillsvidare", re.I
)
"""A decision that ends a § in all houses: something was heard and put to the records."""
_DEMANDED = re.compile(
    r"(?:omröstning|votering)\w* (?:begärs|begärdes|begärd|är begärd|ska (?:ske|verkställas))"
    r"(?: och [^.]*)?\.?$"
    r"|följande (?:omröstnings|voterings|besluts|propositions)\w+\W*$"
    r"|^(?:den|de) som [^.]+ röstar (?:ja|nej)\W*$",
    re.IGNORECASE,
)
_ENDS = (".", "!", "?", ":", "”", '"')
_OF_A_LIST = re.compile(r"[-|#–•]|(?:\d+|[a-z])[.)] |\d+$")
_SENTENCE = re.compile(r"(?<=[.:!?]) +(?=[A-ZÅÄÖ])")


def _kinds(item: Item) -> list[SectionKind]:
    return [section.kind for section in item.sections]


def _alike(items: Sequence[Item]) -> list[Item]:
    """The §§ before the last that are of its sort: with a reference, or without one."""
    return [item for item in items[:-1] if bool(item.dnr) == bool(items[-1].dnr)]


def _is_put_aside(item: Item) -> bool:
    text = " ".join([item.title, *(section.text for section in item.sections)])
    return bool(_PUT_ASIDE.search(text))


def _is_within(kinds: Sequence[SectionKind]) -> bool:
    """Whether a § ends with a section that others have in their middle."""
    return kinds[-1] not in _MAY_CLOSE and kinds[-1] is not SectionKind.DECISION


def _goes_on_elsewhere(items: Sequence[Item]) -> bool:
    """Whether it ends with a section of the middle, and none of those that have one does."""
    kinds = _kinds(items[-1])
    if not kinds or not _is_within(kinds):
        return False
    others = [_kinds(item) for item in _alike(items) if any(_is_within([k]) for k in _kinds(item))]
    same = [other for other in others if kinds[-1] in other]
    if len(same) >= _ENOUGH and all(other[-1] is not kinds[-1] for other in same):
        return True
    return len(others) >= _ENOUGH and bool(same) and not any(_is_within(one) for one in others)


def _ends_with_decision(items: Sequence[Item]) -> bool:
    """Whether it ends with its decision where all others that begin like it go on."""
    kinds = _kinds(items[-1])
    if not kinds or kinds[-1] is not SectionKind.DECISION or _is_put_aside(items[-1]):
        return False
    others = [_kinds(item) for item in _alike(items) if not _is_put_aside(item)]
    begun = [other for other in others if other[: len(kinds)] == kinds]
    return len(begun) >= _ENOUGH_DECISIONS and kinds not in begun


def _lacks_decision(items: Sequence[Item]) -> bool:
    """Whether it has sections that in all other §§ belong to a decision, and has none itself."""
    last, kinds = items[-1], set(_kinds(items[-1])) - {SectionKind.OTHER}
    if last.decision is not None or not kinds or SectionKind.DECISION in kinds:
        return False
    others = [item for item in _alike(items) if kinds & set(_kinds(item))]
    return len(others) >= _ENOUGH and all(item.decision is not None for item in others)


def _waits_for_votes(item: Item) -> bool:
    """Whether the last sentence asks for a vote, so that its outcome ought to follow."""
    text = _last_paragraph(item.sections[-1]) if item.sections else ""
    return bool(_DEMANDED.search(_SENTENCE.split(text)[-1]))


def _last_paragraph(section: Section) -> str:
    return section.text.rsplit("\n", 1)[-1]


def _lacks_full_stop(items: Sequence[Item]) -> bool:
    """Whether its last paragraph has no full stop, and all that end a section like it have one."""
    last = items[-1].sections[-1] if items[-1].sections else None
    if last is None or not last.text or _is_ended(last):
        return False
    alike = [s for item in items for s in item.sections if s.kind is last.kind and s is not last]
    ends = [_last_paragraph(section).endswith(_ENDS) for section in alike if section.text]
    return len(ends) >= _ENOUGH and all(ends)


def _is_ended(section: Section) -> bool:
    """Whether it ends with a full stop, or with a list or a number, which have none."""
    paragraph = _last_paragraph(section)
    return paragraph.endswith(_ENDS) or _OF_A_LIST.match(paragraph) is not None


def _is_title_only(items: Sequence[Item]) -> bool:
    """Whether nothing stands under its reference but words that may all be its title."""
    last = items[-1]
    if not last.dnr or [section.kind for section in last.sections] != [SectionKind.OTHER]:
        return False
    paragraphs = [line for line in last.sections[0].text.split("\n") if line]
    ended = any(x.endswith(_ENDS) or _OF_A_LIST.match(x) for x in paragraphs)
    return not ended and len(_alike(items)) >= _ENOUGH


def unfinished(items: Sequence[Item]) -> str | None:
    """How one sees by the other §§ that the last one is not whole, if one does."""
    number = items[-1].number
    if _waits_for_votes(items[-1]):
        return f"§ {number} slutar där en omröstning begärs, utfallet saknas"
    if _lacks_decision(items):
        return f"§ {number} har inget beslut, det har alla andra som är upplagda som den"
    if _is_title_only(items):
        return f"under rubriken till § {number} står ingenting"
    if _lacks_full_stop(items):
        return f"§ {number} slutar utan punkt, det gör inget annat avsnitt av samma slag"
    if _goes_on_elsewhere(items) or _ends_with_decision(items):
        heading = items[-1].sections[-1].heading
        named = f" ({heading})" if heading else ""
        return f"§ {number} slutar med ett avsnitt{named} som i alla andra §§ följs av mer"
    return None
