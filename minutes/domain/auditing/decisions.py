"""Decisions: that there is one, to whom it goes, and whether somebody moved it (KL 5:67)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from minutes.domain.auditing.audited import AuditedItem
from minutes.domain.auditing.faults import Fault, Rule, gap, hint
from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.findings import Place
from minutes.domain.proposals import FORMAL
from minutes.domain.questions import OptionKind
from minutes.domain.sections import SectionKind

_AT = Place.DECISION
_OWN = {OptionKind.PROPOSAL, OptionKind.AMEND, OptionKind.ADD}
_REFERS = re.compile(r"(?:att )?(?:bifall|avsl|nedanst|sammanträdet ajourn)", re.IGNORECASE)
_NOT_WORDS = re.compile(r"[^\wåäöÅÄÖ%§]+")


def item_has_a_title(at: AuditedItem) -> Iterator[Fault]:
    """Which matter it is stands over the §."""
    if not at.item.title.strip():
        yield gap("Paragrafen saknar rubrik. Ange vilket ärende den gäller (KL 5:66).", Place.TEXT)


def decision_is_told(at: AuditedItem) -> Iterator[Fault]:
    """What was decided is told; where nothing was put there may be nothing to decide."""
    if at.item.decision is not None or at.item.referred_back or at.item.tabled:
        return
    laid = any(one.kind is SectionKind.BASE_PROPOSAL for one in at.item.sections)
    if laid or at.item.questions or at.item.votes or at.item.reservations:
        yield gap("Beslutet saknas. För in vad som beslutades (KL 5:67).", _AT)
    else:
        yield hint(
            "Paragrafen har inget beslut. Se efter om informationen lades till handlingarna.", _AT
        )


def _points(decision: Decision | None) -> tuple[DecisionPoint, ...]:
    return (*decision.points, *decision.further) if decision else ()


def decision_has_words(at: AuditedItem) -> Iterator[Fault]:
    """No point of the decision is empty."""
    points = _points(at.item.decision)
    if at.item.decision is not None and not (points and all(p.text.strip() for p in points)):
        yield gap("En beslutspunkt saknar lydelse. För in den eller ta bort den (KL 5:67).", _AT)


def _receivers(decision: Decision) -> Iterator[str | None]:
    for point in _points(decision):
        if (point.kind or decision.kind) is DecisionKind.PROPOSAL:
            yield point.to if point.kind else decision.to


def proposal_names_its_receiver(at: AuditedItem) -> Iterator[Fault]:
    """Who is to decide what the body only proposes is told."""
    decision = at.item.decision
    if decision is not None and any(not to for to in _receivers(decision)):
        yield gap(
            "Det framgår inte vem som ska besluta om det som föreslås. Ange organet (KL 5:67).",
            _AT,
        )


def receiver_is_the_superior_body(at: AuditedItem) -> Iterator[Fault]:
    """What is proposed goes to the body above."""
    decision, above = at.item.decision, at.context.superior
    for to in dict.fromkeys(_receivers(decision)) if decision and above else ():
        if to and to.casefold() not in (above or "").casefold():
            yield hint(
                "Förslaget går till {to}, men överordnat organ är {above}. Se efter om det "
                "stämmer.",
                _AT,
                to=to,
                above=above,
            )


def item_waits_in_one_way(at: AuditedItem) -> Iterator[Fault]:
    """An item is not both referred back and tabled."""
    if at.item.referred_back and at.item.tabled:
        yield gap("Ärendet är både återremitterat och bordlagt. Välj det ena (KL 5:67).", _AT)


def _plain(text: str) -> str:
    """The words alone: without case, spacing, stops and the opening "att"."""
    return _NOT_WORDS.sub(" ", text.casefold()).strip().removeprefix("att ")


def _moved(at: AuditedItem, base: Iterable[str]) -> list[str]:
    told = [*base, *(p.text for p in at.proposals)]
    return [plain for text in told if (plain := _plain(text))]


def _matches(point: str, moved: Iterable[str]) -> bool:
    return any(point == one or point in one or (one in point and " " in one) for one in moved)


def decision_was_moved(at: AuditedItem) -> Iterator[Fault]:
    """Each point stands in the base proposal or in what somebody moved.

    Asked only where the base proposal is known; an amendment may change the words of a point.
    """
    base = at.context.base_points.get(at.number)
    if base is None or at.item.referred_back or at.item.tabled:
        return
    moved = _moved(at, base)
    for number, point in enumerate(_points(at.item.decision), 1):
        if not _matches(_plain(point.text), moved):
            yield hint(
                "Beslutspunkt {point} svarar inte mot det liggande förslaget och inte mot något "
                "yrkande. Rätta punkten, eller för in förslaget.",
                _AT,
                point=number,
            )


def _stems(text: str) -> set[str]:
    """What a text's words begin with: "väljs" and "välja" are then nearly the same."""
    return {word[:5] for word in _plain(text).split() if len(word) > 3 or word.isdigit()}


def _is_in(text: str, points: Iterable[DecisionPoint]) -> bool:
    """Whether half of a text's words stand in the decision."""
    mine = _stems(text)
    told = {stem for point in points for stem in _stems(point.text)}
    return 2 * len(mine & told) >= len(mine)


def what_carried_is_decided(at: AuditedItem) -> Iterator[Fault]:
    """What somebody moved in own words, and carried, stands in the decision.

    Words that only refer to another paper, or are about the order of the meeting, say nothing.
    """
    points = _points(at.item.decision)
    carried = {option.by for option in at.carried if option.kind in _OWN} - {None}
    for one in at.proposals if points else ():
        own = one.is_own and one.kind not in FORMAL and not _REFERS.match(one.text)
        if own and one.mover in carried and not _is_in(one.text, points):
            yield hint(
                "Förslaget av {name} bifölls, men beslutet säger något annat. "
                "Rätta beslutet eller vad ordföranden fann.",
                _AT,
                name=one.mover,
            )


def answer_has_each_clause(at: AuditedItem) -> Iterator[Fault]:
    """An answer to a motion says how each of its clauses ended."""
    if at.item.motion is not None and not at.item.motion.claims:
        yield hint("Svaret på motionen saknar utfall för dess att-satser. Ange dem.", Place.MOTION)


RULES: tuple[Rule[AuditedItem], ...] = (
    item_has_a_title,
    decision_is_told,
    decision_has_words,
    proposal_names_its_receiver,
    receiver_is_the_superior_body,
    item_waits_in_one_way,
    decision_was_moved,
    what_carried_is_decided,
    answer_has_each_clause,
)
