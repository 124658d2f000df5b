"""Questions: what was put, in which order, and what the chair found (KL 5:53, 5:67, 6:33)."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.domain.auditing.audited import AuditedItem
from minutes.domain.auditing.faults import Fault, Rule, gap, hint
from minutes.domain.errors import RuleBroken
from minutes.domain.findings import Place
from minutes.domain.persons import CHAIR
from minutes.domain.proposals import ProposalKind
from minutes.domain.questions import FORMAL, OptionKind, Question, require_finding

_AT = Place.QUESTIONS


def finding_is_told(at: AuditedItem) -> Iterator[Fault]:
    """The chair says which of the proposals won."""
    for question in at.item.questions:
        try:
            require_finding(question)
        except RuleBroken:
            yield gap(
                "Det framgår inte vilket förslag ordföranden fann bifallet. Ange det (KL 5:53).",
                _AT,
            )


def question_is_about_what_was_moved(at: AuditedItem) -> Iterator[Fault]:
    """What is put stands among the proposals."""
    movers = {who.name for one in at.proposals for who in one.by}
    options = (o for q in at.item.questions for o in q.options)
    for name in dict.fromkeys(o.by for o in options if o.by is not None):
        if name not in movers and name != CHAIR.name:
            yield gap(
                "Ordföranden ställer ett förslag av {name} under proposition, men {name} har "
                "inget förslag. För in det eller rätta frågan (KL 5:67).",
                _AT,
                name=name,
            )


def _ranks(questions: tuple[Question, ...]) -> list[int]:
    """0 for a question about the handling, 1 for the matter, 2 for an addition alone."""
    found = []
    for question in questions:
        kinds = {o.kind for o in question.options}
        found.append(0 if kinds <= FORMAL else 2 if kinds == {OptionKind.ADD} else 1)
    return found


def formal_questions_come_first(at: AuditedItem) -> Iterator[Fault]:
    """Whether the item is to be decided today is settled before the matter."""
    ranks = _ranks(at.item.questions)
    if any(later == 0 and max(ranks[:n]) > 0 for n, later in enumerate(ranks) if n):
        yield hint(
            "Frågan om återremiss eller bordläggning brukar ställas före frågan i sak. "
            "Se efter om ordningen stämmer.",
            _AT,
        )


def additions_come_last(at: AuditedItem) -> Iterator[Fault]:
    """An addition is put when it is settled what it is added to."""
    ranks = _ranks(at.item.questions)
    if any(later == 1 and 2 in ranks[:n] for n, later in enumerate(ranks)):
        yield hint(
            "Tillägg brukar ställas efter huvudförslagen. Se efter om ordningen stämmer.", _AT
        )


def item_ends_as_was_found(at: AuditedItem) -> Iterator[Fault]:
    """An item waits where the chair found so, and where not it is decided."""
    put = {o.kind for q in at.item.questions for o in q.options}
    found = {o.kind for o in at.carried}
    waits = at.item.referred_back or at.item.tabled
    if found & FORMAL and not waits:
        yield gap(
            "Ordföranden fann att ärendet skjuts upp, men beslutet säger det inte. "
            "Rätta det ena (KL 5:67).",
            Place.DECISION,
        )
    elif waits and put & FORMAL and not found & FORMAL:
        yield gap(
            "Ärendet skjuts upp fast ordföranden fann att det ska avgöras. "
            "Rätta det ena (KL 5:67).",
            Place.DECISION,
        )


def referral_has_a_reason(at: AuditedItem) -> Iterator[Fault]:
    """What is to be done until the item comes back is told."""
    moved = [p for p in at.proposals if p.kind is ProposalKind.REFER_BACK and p.supports is None]
    by_minority = at.is_of_assembly and at.number in at.context.minority_requests
    for one in moved:
        if not one.text.strip() and by_minority:
            yield gap(
                "Återremissen begärs av en minoritet men saknar motivering. För in den (KL 5:50).",
                Place.PROPOSALS,
            )
        elif not one.text.strip():
            yield hint(
                "Återremissen av {name} saknar skäl. Fråga vad som ska utredas.",
                Place.PROPOSALS,
                name=one.mover or "",
            )


RULES: tuple[Rule[AuditedItem], ...] = (
    finding_is_told,
    question_is_about_what_was_moved,
    formal_questions_come_first,
    additions_come_last,
    item_ends_as_was_found,
    referral_has_a_reason,
)
