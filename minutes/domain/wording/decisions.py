"""The deciding block in prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint

_Part = tuple[DecisionKind, str | None]


def _opening(body: str, part: _Part) -> str:
    kind, to = part
    if kind is DecisionKind.PROPOSAL:
        return f"{body} föreslår {to} "
    return f"{body} "


def _verb(part: _Part, *, sentences: bool) -> str:
    """Sentences follow "fattar följande beslut", clauses follow "beslutar att"."""
    proposes = part[0] is DecisionKind.PROPOSAL
    if sentences:
        return "fatta följande beslut" if proposes else "fattar följande beslut"
    return "besluta att" if proposes else "beslutar att"


def _are_sentences(texts: Sequence[str]) -> bool:
    return any(not text[:1].islower() for text in texts)


def _sub_list(text: str) -> str:
    """A point's own bullets, indented under it."""
    first, *bullets = text.split("\n")
    return "\n".join([first, *(f"   - {b.removeprefix('• ')}" for b in bullets)])


def _numbered(body: str, part: _Part, texts: Sequence[str], start: int) -> str:
    lead = _opening(body, part) + _verb(part, sentences=_are_sentences(texts))
    points = [f"{n}. {_sub_list(text)}" for n, text in enumerate(texts, start)]
    return f"{lead}:\n\n" + "\n".join(points)


def _running(body: str, part: _Part, text: str) -> str:
    sentences = _are_sentences([text])
    lead = _opening(body, part) + _verb(part, sentences=sentences)
    first, *bullets = text.split("\n")
    words = f"{lead}:\n\n{first}" if sentences else f"{lead} {first}"
    return "\n\n".join([words, *_listed_apart(bullets)])


def _listed_apart(bullets: Sequence[str]) -> list[str]:
    """The bullets of an unnumbered point as a list of their own."""
    return ["\n".join(f"- {b.removeprefix('• ')}" for b in bullets)] if bullets else []


def _parts(decision: Decision) -> Iterator[tuple[_Part, list[str]]]:
    """The points under each opening, in order."""

    def part(point: DecisionPoint) -> _Part:
        if point.kind is None:
            return decision.kind, decision.to
        return point.kind, point.to

    for key, points in groupby(decision.points, part):
        yield key, [point.text for point in points]


def decision_text(body: str, decision: Decision) -> str:
    """The block as Markdown: "Regionstyrelsen beslutar att ...".

    `body` is the deciding body's name in the definite form.
    """
    blocks: list[str] = []
    if len(decision.points) == 1:
        ((part, texts),) = _parts(decision)
        blocks.append(_running(body, part, texts[0]))
    else:
        start = 1
        for part, texts in _parts(decision):
            blocks.append(_numbered(body, part, texts, start))
            start += len(texts)
    for point in decision.further:
        part = (point.kind or decision.kind, point.to if point.kind else decision.to)
        blocks.append(_running(body, part, point.text))
    return "\n\n".join(blocks)
