"""Which option of a question won: as the votes on it say, else as the chair found."""

from __future__ import annotations

from collections.abc import Sequence

from minutes.domain.questions import Option, OptionKind, Question
from minutes.domain.voting import Vote

_WORDS = {
    OptionKind.BASE: "liggande förslag",
    OptionKind.REFER_BACK: "återremi",
    OptionKind.TABLE: "bordlägg",
}


def _is_named(option: Option, words: str) -> bool:
    """Whether what yes or no means names an option: by its kind, or by its mover."""
    by = option.by.casefold() if option.by else None
    kind = _WORDS.get(option.kind)
    return bool((kind and kind in words.casefold()) or (by and by in words.casefold()))


def named_in(question: Question, words: str) -> list[Option]:
    """Which of the options some words name."""
    return [option for option in question.options if _is_named(option, words)]


def found(question: Question) -> Option | None:
    """What the chair found to have carried; None where nothing did."""
    places = dict(enumerate(question.options))
    return None if question.carried is None else places.get(question.carried)


def voted(question: Question, votes: Sequence[Vote]) -> tuple[Option | None, bool]:
    """What the last vote on a question came to, and whether its words tell."""
    told = [vote for vote in votes if vote.carried is not None]
    if not told:
        return None, False
    last = told[-1]
    for_it, against = last.yes_means, last.no_means
    mine, theirs = (for_it, against) if last.carried else (against, for_it)
    won, lost = named_in(question, mine), named_in(question, theirs)
    if len(won) == 1 and won != lost:
        return won[0], True
    return None, len(question.options) == 1 and lost == list(question.options) and not won


def winner(question: Question, votes: Sequence[Vote]) -> Option | None:
    """What carried in the end; a finding that is contested gives way to the vote."""
    option, is_told = voted(question, votes)
    return option if is_told else found(question)
