"""Strategies for the deciding block and the assignments that it hands out."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from minutes.domain.assignments import Assignment
from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.texts import upper_first
from minutes.domain.wording.days import MONTHS
from tests.records.words import bare_clauses, clauses, days, plain_sentences

ASSEMBLIES = ["regionfullmäktige", "kommunfullmäktige", "fullmäktige"]
_OWN, _PROPOSED = DecisionKind.DECISION, DecisionKind.PROPOSAL
_ASSIGNEES = [
    "regiondirektören", "ekonomidirektören", "hälso- och sjukvårdsnämnden", "tjänstepersonerna",
    "regiondirektören och ekonomidirektören", "HR-direktören", "divisionschef Service",
]  # fmt: skip
_EVENTS = [
    "inför budget 2027", "i samband med delårsrapporten 2026", "före årsskiftet",
    "innan upphandlingsbeslut", "till nästa sammanträde",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Drawn:
    """A decision with what is read from its points."""

    decision: Decision
    assignments: tuple[Assignment, ...] = ()
    referred_back: bool = False
    tabled: bool = False


@st.composite
def limits(draw: st.DrawFn) -> tuple[str, dict[str, object]]:
    """The words of a time limit, and the limit as data: a date, an event or none."""
    day = draw(st.none() | days)
    if day is None:
        event = draw(st.sampled_from(["", *_EVENTS]))
        return (f" och redovisa det {event}" if event else ""), {"event": event}
    in_words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    said = draw(st.sampled_from([str(day), f"den {in_words}"]))
    return f" och redovisa det senast {said}", {"deadline": day}


@st.composite
def assigned(draw: st.DrawFn, point: int, *, sentence: bool) -> tuple[str, Assignment]:
    """A point that gives somebody an assignment, as a sentence or as a clause."""
    who, (words, limit) = draw(st.sampled_from(_ASSIGNEES)), draw(limits())
    what = f"{draw(bare_clauses)}{words}."
    if sentence:
        text = f"{upper_first(who)} får i uppdrag att {what}"
    else:
        opening = draw(st.sampled_from(["ge {} i uppdrag att", "uppdra åt {} att"]))
        text = f"{opening.format(who)} {what}"
    return text, Assignment(point, upper_first(who), text=what, **limit)


@st.composite
def _texts(draw: st.DrawFn, count: int) -> tuple[list[str], list[Assignment]]:
    """Points of one form, some with an assignment, some with a list of their own."""
    sentence = draw(st.booleans())
    texts, found = [], []
    for point in range(1, count + 1):
        form = draw(st.sampled_from(["plain", "assigned", "listed"]))
        text = draw(clauses)
        if form == "assigned":
            text, given = draw(assigned(point, sentence=sentence))
            found.append(given)
        elif form == "listed":
            text = "\n• ".join([f"{text[:-1]}:", *draw(st.lists(clauses, min_size=1, max_size=3))])
        if sentence and draw(st.booleans()) and "\n" not in text:
            text = f"{text} {draw(plain_sentences)}"
        texts.append(upper_first(text) if sentence else text)
    return texts, found


@st.composite
def several(draw: st.DrawFn) -> Drawn:
    """Points of which some may be proposed upwards, and what is decided beside the list."""
    texts, found = draw(_texts(draw(st.integers(1, 5))))
    kind = draw(st.sampled_from(DecisionKind))
    assembly = draw(st.sampled_from(ASSEMBLIES))
    to = assembly if kind is _PROPOSED else None
    points = [DecisionPoint(text) for text in texts]
    other = (_OWN, None) if kind is _PROPOSED else (_PROPOSED, assembly)
    if draw(st.booleans()):
        turn = draw(st.integers(1, len(points)))
        points[turn:] = [DecisionPoint(p.text, *other) for p in points[turn:]]
    further = [
        DecisionPoint(text, *draw(st.sampled_from([(), other])))
        for text in draw(st.lists(clauses, max_size=2))
    ]
    return Drawn(Decision(kind, tuple(points), to, tuple(further)), tuple(found))


@st.composite
def postponed(draw: st.DrawFn) -> Drawn:
    """A decision that the item goes back, or waits on the table."""
    why = draw(bare_clauses)
    goes_back = draw(st.booleans())
    text = f"återremittera ärendet till hälso- och sjukvårdsnämnden för att {why}."
    if not goes_back:
        text = f"bordlägga ärendet till sammanträdet {draw(days)}."
    decision = Decision(_OWN, (DecisionPoint(text),))
    return Drawn(decision, referred_back=goes_back, tabled=not goes_back)


decisions = several() | several() | several() | postponed()
