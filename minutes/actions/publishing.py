"""Minutes come to the web: words are ruled on, a copy is approved, and withdrawn."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, func, select

from minutes.actions.history import Act, add_all, record
from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.masking import require_maskable
from minutes.domain.publishing import Publishing, Ruling, require_decision, require_publishable
from minutes.domain.texts import require_line
from minutes.store.records import is_adjusted
from minutes.store.tables import (
    Body,
    Correction,
    Document,
    Item,
    Mask,
    MaskedText,
    Meeting,
    PublicCopy,
)


@dataclass(frozen=True, slots=True)
class Public:
    """Whom nobody masks: the names of the elected, and their parties."""

    elected: Collection[str] = ()
    parties: Collection[str] = ()


def choose_publishing(
    session: Session, act: Act, body: Body, publishing: Publishing, decision: str
) -> Body:
    """Choose how a body's adjusted minutes come to the web, as the assembly has decided.

    Raises RuleBroken.
    """
    require_decision(publishing, decision)
    body.publishing, body.publishing_decision = publishing, decision or None
    record(session, act, "chose publishing of", body, {"publishing": publishing.value})
    return body


def _require_unruled(session: Session, meeting: Meeting, item: Item | None, words: str) -> None:
    of_meeting = select(Mask).where(Mask.meeting_id == meeting.id, Mask.words == words)
    key = col(Mask.item_id)
    place = key.is_(None) if item is None else key == item.id
    if session.exec(of_meeting.where(place)).first() is not None:
        raise RuleBroken(
            "Det är redan avgjort vad som gäller {words}. Ta bort det först.", words=words
        )


def _require_sayable(words: str, ruling: Ruling, reason: str, public: Public) -> None:
    """Raise RuleBroken for what may not be masked, and without a reason."""
    if ruling is Ruling.MASKED:
        require_maskable(words, public.elected, public.parties)
    require_line(reason, Phrase("Skälet"))
    if not reason:
        raise RuleBroken("Skriv varför: skälet står kvar när någon frågar.")


def rule_on(
    session: Session,
    act: Act,
    meeting: Meeting,
    words: str,
    ruling: Ruling,
    reason: str,
    *,
    item: Item | None = None,
    public: Public | None = None,
) -> Mask:
    """Say that words are masked in the next copy, or that they stay, and why.

    They are those of a §, or of the whole protocol. The same words are ruled on once. Raises
    RuleBroken for names and parties of the elected, and without a reason.
    """
    words, reason = " ".join(words.split()), " ".join(reason.split())
    _require_sayable(words, ruling, reason, public or Public())
    _require_unruled(session, meeting, item, words)
    mask = Mask(
        meeting_id=meeting.id,
        item_id=item.id if item else None,
        words=words,
        ruling=ruling,
        reason=reason,
        ruled_by=act.by,
        ruled_at=act.at,
    )
    record(session, act, "ruled on", mask, {"ruling": ruling.value})
    return mask


def standing_copy(session: Session, meeting: Meeting) -> PublicCopy | None:
    """The copy that was approved last, if it is not withdrawn; it may have expired."""
    of_meeting = select(PublicCopy).where(PublicCopy.meeting_id == meeting.id)
    return session.exec(of_meeting.where(col(PublicCopy.withdrawn_at).is_(None))).first()


def _number(session: Session, meeting: Meeting) -> int:
    of_meeting = select(func.max(PublicCopy.number)).where(PublicCopy.meeting_id == meeting.id)
    return (session.exec(of_meeting).one() or 0) + 1


def _last_correction(session: Session, meeting: Meeting) -> int:
    items = select(Item.id).where(Item.meeting_id == meeting.id)
    made = select(func.max(Correction.id)).where(col(Correction.item_id).in_(items))
    return session.exec(made).one() or 0


def _masked(copy: PublicCopy, texts: Mapping[str, str]) -> list[MaskedText]:
    return [
        MaskedText(copy_id=copy.id, place=place, original=original, text=text)
        for place, (original, text) in enumerate(sorted(texts.items()))
    ]


def approve_copy(
    session: Session,
    act: Act,
    meeting: Meeting,
    *,
    expires_on: date | None = None,
    document: Document | None = None,
    texts: Mapping[str, str] | None = None,
    undecided: int = 0,
) -> PublicCopy:
    """Approve a copy for the web, in the place of the one before it.

    `texts` are those that the copy holds without some words, and how they read there; `undecided`
    how many findings nobody has ruled on. Raises RuleBroken.
    """
    body = session.get_one(Body, meeting.body_id)
    require_publishable(
        body.publishing,
        body.publishing_decision,
        adjusted=is_adjusted(session, meeting),
        undecided=undecided,
    )
    copy = _copy(session, act, meeting)
    copy.expires_on, copy.document_id = expires_on, document.id if document else None
    _enter(session, act, "approved", copy)
    add_all(session, *_masked(copy, texts or {}))
    return copy


def publish_as_it_is(session: Session, act: Act, meeting: Meeting) -> PublicCopy:
    """Note that minutes which were taken in were public already, as they are."""
    return _enter(session, act, "taken in as public", _copy(session, act, meeting))


def _copy(session: Session, act: Act, meeting: Meeting) -> PublicCopy:
    """The next copy of a meeting, not entered yet."""
    return PublicCopy(
        meeting_id=meeting.id,
        number=_number(session, meeting),
        approved_by=act.by,
        approved_at=act.at,
        corrections_to=_last_correction(session, meeting),
    )


def _enter(session: Session, act: Act, verb: str, copy: PublicCopy) -> PublicCopy:
    """Let a copy stand in the place of the one before it."""
    of_meeting = select(PublicCopy).where(PublicCopy.meeting_id == copy.meeting_id)
    for before in session.exec(of_meeting.where(col(PublicCopy.withdrawn_at).is_(None))):
        withdraw_copy(session, act, before)
    record(session, act, verb, copy, {"number": copy.number})
    return copy


def withdraw_copy(session: Session, act: Act, copy: PublicCopy) -> PublicCopy:
    """Take a copy off the web, at once. Raises RuleBroken for one that is off it."""
    if copy.withdrawn_at is not None:
        raise RuleBroken("Kopian är redan borttagen från webben.")
    copy.withdrawn_at, copy.withdrawn_by = act.at, act.by
    record(session, act, "taken off the web", copy)
    return copy
